//! Channels × days for each metric, kept as running sums by day, so that the sum of any window is
//! two reads for each channel. Gaps are counted apart from zeros.
//!
//! Running sums lie day by day (all channels of day 0, then of day 1, …): a window over all
//! channels reads two straight rows of memory.

mod table;

use crate::model::{Block, ChannelIndex, DayRange, METRIC_COUNT, Metric};
use std::sync::Arc;
use table::Table;

/// Why figures cannot be summed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// The absolute values of one metric together leave 64 bits.
    #[error("the sum of all {} figures leaves the range of 64-bit integers", .0.name())]
    Overflow(Metric),
}

/// All figures of a document.
#[derive(Clone, Debug)]
pub struct Ledger {
    channels: usize,
    tables: [Option<Arc<Table>>; METRIC_COUNT],
}

impl Ledger {
    /// Sums up `blocks` for so many channels; where blocks overlap the later wins, its gaps too.
    /// Once this has succeeded no sum of its figures can leave 64 bits.
    pub fn build(channels: usize, blocks: &[Arc<Block>]) -> Result<Self, LedgerError> {
        let empty = Self {
            channels,
            tables: Default::default(),
        };
        empty.rebuilt(blocks, &Metric::ALL)
    }

    /// The same ledger with the tables of `metrics` summed up anew from `blocks`; the others are
    /// shared with this one.
    pub fn rebuilt(&self, blocks: &[Arc<Block>], metrics: &[Metric]) -> Result<Self, LedgerError> {
        let mut tables = self.tables.clone();
        for metric in metrics {
            let table = Table::build(self.channels, blocks, *metric)?;
            tables[*metric as usize] = table.map(Arc::new);
        }
        Ok(Self {
            channels: self.channels,
            tables,
        })
    }

    /// A ledger of `count` groups: row `g` is the sum of the channels whose entry in `group_of`
    /// is `g`. A day is a gap for a group where it is one for all its channels.
    #[must_use]
    pub fn grouped(&self, group_of: &[Option<u32>], count: usize) -> Self {
        let empty = Self {
            channels: count,
            tables: Default::default(),
        };
        empty.regrouped(self, group_of, &Metric::ALL)
    }

    /// The same ledger of groups with the tables of `metrics` summed up anew from `members`; the
    /// others are shared with this one.
    #[must_use]
    pub fn regrouped(&self, members: &Self, group_of: &[Option<u32>], metrics: &[Metric]) -> Self {
        let mut tables = self.tables.clone();
        for metric in metrics {
            let table = members.table(*metric);
            let grouped = table.map(|table| table.grouped(group_of, self.channels));
            tables[*metric as usize] = grouped.map(Arc::new);
        }
        Self {
            channels: self.channels,
            tables,
        }
    }

    /// Number of channels.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// Whether there is any figure of `metric`.
    pub fn has(&self, metric: Metric) -> bool {
        self.table(metric).is_some()
    }

    /// Whether both hold the very same table of `metric`, not just one with equal figures.
    pub fn shares(&self, other: &Self, metric: Metric) -> bool {
        let tables = [self, other].map(|ledger| ledger.tables[metric as usize].as_ref());
        matches!(tables, [Some(one), Some(other)] if Arc::ptr_eq(one, other))
    }

    /// The days from the first to the last figure of `metric`, where there are any.
    pub fn range(&self, metric: Metric) -> Option<DayRange> {
        self.table(metric).map(|table| table.range)
    }

    /// The sum of each channel over the days of `window` that the table holds. Gaps count nothing.
    pub fn window_totals(&self, metric: Metric, window: DayRange) -> Vec<i64> {
        let table = self.table(metric);
        table.map_or_else(
            || vec![0; self.channels],
            |table| table.window_totals(window),
        )
    }

    /// The sum of one channel over the days of `window` that the table holds.
    pub fn total(&self, metric: Metric, channel: ChannelIndex, window: DayRange) -> i64 {
        self.table(metric)
            .map_or(0, |table| table.total(channel.at(), window))
    }

    /// Days of `window` without a figure for each channel, those outside the table left aside;
    /// `None` where the table has no gap at all.
    pub fn window_gaps(&self, metric: Metric, window: DayRange) -> Option<Vec<u16>> {
        self.table(metric)?.window_gaps(window)
    }

    /// Days of `window` without a figure for the channel, those outside the table included.
    pub fn gap_days(&self, metric: Metric, channel: ChannelIndex, window: DayRange) -> usize {
        self.table(metric)
            .map_or(window.len(), |table| table.gap_days(channel.at(), window))
    }

    /// Whether the channel has a figure on any day of `window`; 0 is a figure.
    pub fn has_figure(&self, metric: Metric, channel: ChannelIndex, window: DayRange) -> bool {
        self.gap_days(metric, channel, window) < window.len()
    }

    /// The figures of one channel, a day each; `None` where there is none.
    pub fn daily(
        &self,
        metric: Metric,
        channel: ChannelIndex,
        window: DayRange,
    ) -> impl Iterator<Item = Option<i64>> + '_ {
        let table = self.table(metric);
        window
            .days()
            .map(move |day| table?.figure(channel.at(), day))
    }

    fn table(&self, metric: Metric) -> Option<&Table> {
        self.tables[metric as usize].as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::{Arc, Ledger, LedgerError};
    use crate::model::{Block, Cells, ChannelIndex, Day, DayRange, Metric};

    const G: i64 = Cells::GAP;

    fn range(from: &str, days: u32) -> DayRange {
        DayRange::starting(Day::parse(from).unwrap(), days)
    }

    fn block(range: DayRange, channels: std::ops::Range<u32>, values: &[i64]) -> Arc<Block> {
        let cells = Cells {
            values: values.to_vec(),
        };
        Arc::new(Block {
            range,
            channels,
            metrics: vec![(Metric::Gmv, cells)],
            part: None,
        })
    }

    #[test]
    fn sums_windows_and_counts_gaps() {
        let days = range("2021-04-01", 3);
        let ledger = Ledger::build(2, &[block(days, 0..2, &[1, G, 3, 10, 20, 0])]).unwrap();
        assert_eq!(ledger.window_totals(Metric::Gmv, days), [4, 30]);
        assert_eq!(
            ledger.window_totals(Metric::Gmv, range("2021-04-02", 9)),
            [3, 20]
        );
        assert_eq!(
            ledger.window_totals(Metric::Gmv, range("2022-04-02", 9)),
            [0, 0]
        );
        assert_eq!(ledger.gap_days(Metric::Gmv, ChannelIndex(0), days), 1);
        assert_eq!(
            ledger.gap_days(Metric::Gmv, ChannelIndex(1), range("2021-03-31", 5)),
            2
        );
        assert!(!ledger.has_figure(Metric::Gmv, ChannelIndex(0), range("2021-04-02", 1)));
        assert!(ledger.has_figure(Metric::Gmv, ChannelIndex(1), range("2021-04-03", 1)));
        let daily: Vec<_> = ledger.daily(Metric::Gmv, ChannelIndex(0), days).collect();
        assert_eq!(daily, [Some(1), None, Some(3)]);
    }

    #[test]
    fn the_later_block_wins_and_days_between_blocks_are_gaps() {
        let blocks = [
            block(range("2021-04-03", 2), 0..2, &[1, 2, 3, 4]),
            block(range("2021-04-01", 1), 1..2, &[7]),
            block(range("2021-04-04", 1), 0..1, &[9]),
        ];
        let ledger = Ledger::build(2, &blocks).unwrap();
        let all = ledger.range(Metric::Gmv).unwrap();
        assert_eq!(all, range("2021-04-01", 4));
        assert_eq!(ledger.window_totals(Metric::Gmv, all), [10, 14]);
        assert_eq!(ledger.gap_days(Metric::Gmv, ChannelIndex(0), all), 2);
        assert_eq!(ledger.gap_days(Metric::Gmv, ChannelIndex(1), all), 1);
    }

    #[test]
    fn a_sum_that_leaves_64_bits_is_an_error() {
        let huge = (1_i64 << 53) - 1;
        let many = vec![huge; 1025];
        let blocks = [block(range("2021-04-01", 1), 0..1025, &many)];
        assert_eq!(
            Ledger::build(1025, &blocks).unwrap_err(),
            LedgerError::Overflow(Metric::Gmv)
        );
        assert!(
            Ledger::build(
                1024,
                &[block(range("2021-04-01", 1), 0..1024, &many[..1024])]
            )
            .is_ok()
        );
    }

    #[test]
    fn groups_add_up_their_channels() {
        let days = range("2021-04-01", 2);
        let ledger = Ledger::build(3, &[block(days, 0..3, &[1, G, 3, G, 50, 60])]).unwrap();
        let groups = ledger.grouped(&[Some(0), Some(0), None], 2);
        assert_eq!(groups.window_totals(Metric::Gmv, days), [4, 0]);
        let daily: Vec<_> = groups.daily(Metric::Gmv, ChannelIndex(0), days).collect();
        assert_eq!(daily, [Some(4), None]);
        assert_eq!(groups.gap_days(Metric::Gmv, ChannelIndex(1), days), 2);
    }

    #[test]
    fn a_block_of_few_channels_among_many_costs_what_it_holds() {
        let (days, all) = (range("2020-04-01", 1_000), 1_000_000);
        let ledger = Ledger::build(all, &[block(days, 7..9, &vec![5; 2_000])]).unwrap();
        let totals = ledger.window_totals(Metric::Gmv, days);
        assert_eq!(totals.len(), all);
        assert_eq!(totals[6..10], [0, 5_000, 5_000, 0]);
        let gaps = ledger.window_gaps(Metric::Gmv, days).unwrap();
        assert_eq!((gaps.len(), &gaps[6..10]), (all, &[1_000, 0, 0, 1_000][..]));
        assert_eq!(ledger.gap_days(Metric::Gmv, ChannelIndex(9), days), 1_000);
        assert!(!ledger.has_figure(Metric::Gmv, ChannelIndex(6), days));
        let mut group_of = vec![None; all];
        (group_of[6], group_of[8]) = (Some(1), Some(0));
        let groups = ledger.grouped(&group_of, 2);
        assert_eq!(groups.window_totals(Metric::Gmv, days), [5_000, 0]);
        assert!(!groups.has_figure(Metric::Gmv, ChannelIndex(1), days));
    }

    #[test]
    fn a_metric_without_blocks_is_absent() {
        let ledger = Ledger::build(2, &[]).unwrap();
        assert!(!ledger.has(Metric::Gmv));
        assert_eq!(
            ledger.window_totals(Metric::Gmv, range("2021-04-01", 3)),
            [0, 0]
        );
    }
}
