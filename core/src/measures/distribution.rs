//! How many rows have come how far towards their goals.

use crate::model::ProgressRange;

/// Number of bins that are a tenth of the goal wide, so that their heights compare.
pub const TENTHS: usize = 20;

/// Number of bins: after the tenths two wider ones, since few rows sell a multiple of their goal and
/// those few spread far.
pub const BINS: usize = TENTHS + 2;

/// Where bins end, in basis points of the goal. The first bin holds whatever is below zero too, and
/// the last one all the rest.
const ENDS_BP: [i32; BINS - 1] = {
    let mut ends = [50_000; BINS - 1];
    let mut tenth = 0;
    while tenth < TENTHS {
        ends[tenth] = 1_000 * (tenth as i32 + 1);
        tenth += 1;
    }
    ends
};

/// A histogram of goal progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// The bins, from the least progress; together they hold every progress once.
    pub bins: Vec<Bin>,
    /// How many rows have no goal or no figure, and so stand in no bin.
    pub without: u32,
}

/// A bar of the histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// The progress that it holds.
    pub range: ProgressRange,
    /// How many rows.
    pub rows: u32,
}

/// Counts rows by progress in basis points of their goal, `None` for a row without a goal or without a figure.
pub fn distribution(progress_bp: impl IntoIterator<Item = Option<i32>>) -> Distribution {
    let mut counts = [0; BINS];
    let mut without = 0;
    for progress in progress_bp {
        let count = progress.map_or(&mut without, |progress| &mut counts[bin_of(progress)]);
        *count += 1;
    }
    let bins = counts.into_iter().enumerate();
    Distribution {
        bins: bins
            .filter_map(|(bin, rows)| range_of(bin).map(|range| Bin { range, rows }))
            .collect(),
        without,
    }
}

/// The position of the bin that holds that progress, in basis points.
pub fn bin_of(progress_bp: i32) -> usize {
    ENDS_BP.partition_point(|end| *end <= progress_bp)
}

fn range_of(bin: usize) -> Option<ProgressRange> {
    let start = bin.checked_sub(1).map(|before| ENDS_BP[before]);
    ProgressRange::new(start, ENDS_BP.get(bin).copied())
}

#[cfg(test)]
mod tests {
    use super::{BINS, bin_of, distribution};
    use proptest::prelude::*;

    #[test]
    fn rows_are_counted_by_bin() {
        let progress = [
            Some(-20),
            Some(0),
            Some(999),
            Some(1_000),
            None,
            Some(10_000),
            Some(49_999),
            Some(50_000),
        ];
        let counted = distribution(progress);
        let filled = counted.bins.iter().filter(|bin| bin.rows > 0);
        let filled: Vec<_> = filled
            .map(|bin| (bin.range.to_string(), bin.rows))
            .collect();
        let expected = [
            ("..10", 3),
            ("10..20", 1),
            ("100..110", 1),
            ("200..500", 1),
            ("500..", 1),
        ];
        assert_eq!(
            filled,
            expected.map(|(range, rows)| (range.to_owned(), rows))
        );
        assert_eq!((counted.without, counted.bins.len()), (1, BINS));
    }

    proptest! {
        #[test]
        fn every_row_is_counted_once(rows in prop::collection::vec(any::<Option<i32>>(), 0..100)) {
            let counted = distribution(rows.iter().copied());
            let in_bins: u32 = counted.bins.iter().map(|bin| bin.rows).sum();
            prop_assert_eq!((in_bins + counted.without) as usize, rows.len());
            for progress in rows.into_iter().flatten() {
                let holding = counted.bins.iter().filter(|bin| bin.range.contains(progress));
                prop_assert_eq!(holding.count(), 1);
                prop_assert!(counted.bins[bin_of(progress)].range.contains(progress));
            }
        }
    }
}
