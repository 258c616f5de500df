//! Running sums of one metric.

use super::LedgerError;
use crate::model::{Block, Cells, Day, DayRange, Metric};
use paceboard_figures::{Groups, count_gaps, differences, place, run_sums, sizes};
use std::sync::Arc;

/// Running sums for `channels` × `range`.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) range: DayRange,
    channels: usize,
    /// `(days + 1) × channels`: sums of all days before day `d`, for each channel.
    sums: Vec<i64>,
    /// Likewise the number of gaps before day `d`; `None` when there is no gap at all.
    gaps: Option<Vec<u16>>,
}

impl Table {
    /// Sums up the blocks that hold `metric`; `None` when none does.
    pub(super) fn build(
        channels: usize,
        blocks: &[Arc<Block>],
        metric: Metric,
    ) -> Result<Option<Self>, LedgerError> {
        let Some(range) = union_range(blocks, metric) else {
            return Ok(None);
        };
        let mut sums = blank(blocks, range, channels);
        for block in blocks {
            for (_, cells) in figures_of(block, metric) {
                let first_row = block.range.from().days_since(range.from()) as usize + 1;
                let corner = (channels, first_row, block.channels.start as usize);
                place(&cells.values, block.range.len(), &mut sums, corner);
            }
        }
        let figures = sizes(&sums[channels..]);
        if figures.sum > i64::MAX as u128 {
            return Err(LedgerError::Overflow(metric));
        }
        let gaps = figures.has_gap.then(|| count_gaps(&sums, channels));
        run_sums(&mut sums, channels);
        Ok(Some(Self {
            range,
            channels,
            sums,
            gaps,
        }))
    }

    /// The table of groups of channels; see [`super::Ledger::grouped`].
    pub(super) fn grouped(&self, group_of: &[Option<u32>], count: usize) -> Self {
        let groups = Groups::new(group_of, count);
        let rows = self.range.len() + 1;
        let gaps = groups.gaps(self.gaps.as_deref(), rows);
        Self {
            range: self.range,
            channels: count,
            sums: groups.sums(&self.sums, rows),
            gaps: gaps.iter().any(|gaps| *gaps > 0).then_some(gaps),
        }
    }

    pub(super) fn window_totals(&self, window: DayRange) -> Vec<i64> {
        let (from, to) = self.rows(window);
        differences(self.row(to), self.row(from))
    }

    pub(super) fn window_gaps(&self, window: DayRange) -> Option<Vec<u16>> {
        let gaps = self.gaps.as_ref()?;
        let (from, to) = self.rows(window);
        let row = |row: usize| &gaps[row * self.channels..(row + 1) * self.channels];
        let pairs = row(to).iter().zip(row(from));
        Some(pairs.map(|(after, before)| after - before).collect())
    }

    /// The running sums before the table's day `day`.
    fn row(&self, day: usize) -> &[i64] {
        &self.sums[day * self.channels..(day + 1) * self.channels]
    }

    pub(super) fn total(&self, channel: usize, window: DayRange) -> i64 {
        let (from, to) = self.rows(window);
        self.sums[to * self.channels + channel] - self.sums[from * self.channels + channel]
    }

    pub(super) fn gap_days(&self, channel: usize, window: DayRange) -> usize {
        let (from, to) = self.rows(window);
        let outside = window.len() - (to - from);
        let Some(gaps) = &self.gaps else {
            return outside;
        };
        let before = gaps[from * self.channels + channel];
        outside + usize::from(gaps[to * self.channels + channel] - before)
    }

    pub(super) fn figure(&self, channel: usize, day: Day) -> Option<i64> {
        let window = DayRange::starting(day, 1);
        (self.gap_days(channel, window) == 0).then(|| self.total(channel, window))
    }

    /// Rows of the running sums at which `window` begins and ends, cut to the table.
    fn rows(&self, window: DayRange) -> (usize, usize) {
        let row = |day: Day| day.max(self.range.from()).min(self.range.to());
        let offset = |day: Day| row(day).days_since(self.range.from()) as usize;
        (offset(window.from()), offset(window.to()))
    }
}

/// The figures of `metric` in a block; all days of a part may lie after the document's last.
fn figures_of(block: &Block, metric: Metric) -> impl Iterator<Item = &(Metric, Cells)> {
    let figures = block.metrics.iter();
    figures.filter(move |(name, _)| *name == metric && !block.range.is_empty())
}

/// A table of gaps; of zeros, which cost nothing, where one block will fill all of it.
fn blank(blocks: &[Arc<Block>], range: DayRange, channels: usize) -> Vec<i64> {
    let length = (range.len() + 1) * channels;
    let fills = |block: &Arc<Block>| block.range == range && block.channels.len() == channels;
    match blocks {
        [only] if fills(only) => vec![0; length],
        _ => vec![Cells::GAP; length],
    }
}

fn union_range(blocks: &[Arc<Block>], metric: Metric) -> Option<DayRange> {
    let holds = |block: &&Arc<Block>| figures_of(block, metric).next().is_some();
    let ranges = blocks.iter().filter(holds).map(|block| block.range);
    ranges
        .reduce(|all, range| DayRange::new(all.from().min(range.from()), all.to().max(range.to())))
}
