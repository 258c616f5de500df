//! Running sums of one metric.

use super::LedgerError;
use crate::model::{Block, Cells, Day, DayRange, Metric};
use paceboard_figures::{Groups, count_gaps, differences, place, run_sums, sizes};
use std::ops::Range;
use std::sync::Arc;

/// Running sums for `range` × those of `channels` that blocks have: a part of a few among a
/// million costs what it holds.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) range: DayRange,
    channels: usize,
    /// The channels that have a column.
    columns: Range<usize>,
    /// `(days + 1) × columns`: sums of all days before day `d`, for each column.
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
        let mut known = blocks.iter().map(|block| &**block);
        let Some((range, columns)) = Block::extent(&mut known, metric) else {
            return Ok(None);
        };
        let (columns, width) = (columns.start as usize..columns.end as usize, columns.len());
        let mut sums = blank(blocks, range, width);
        for block in blocks {
            for (_, cells) in figures_of(block, metric) {
                let first_row = block.range.from().days_since(range.from()) as usize + 1;
                let first_column = block.channels.start as usize - columns.start;
                let corner = (width, first_row, first_column);
                place(&cells.values, block.range.len(), &mut sums, corner);
            }
        }
        let figures = sizes(&sums[width..]);
        if figures.sum > i64::MAX as u128 {
            return Err(LedgerError::Overflow(metric));
        }
        let gaps = figures.has_gap.then(|| count_gaps(&sums, width));
        run_sums(&mut sums, width);
        Ok(Some(Self {
            range,
            channels,
            columns,
            sums,
            gaps,
        }))
    }

    /// The table of groups of channels; see [`super::Ledger::grouped`].
    pub(super) fn grouped(&self, group_of: &[Option<u32>], count: usize) -> Self {
        let groups = Groups::new(&group_of[self.columns.clone()], count);
        let rows = self.range.len() + 1;
        let gaps = groups.gaps(self.gaps.as_deref(), rows);
        Self {
            range: self.range,
            channels: count,
            columns: 0..count,
            sums: groups.sums(&self.sums, rows),
            gaps: gaps.iter().any(|gaps| *gaps > 0).then_some(gaps),
        }
    }

    pub(super) fn window_totals(&self, window: DayRange) -> Vec<i64> {
        let (from, to) = self.rows(window);
        self.widened(differences(self.row(to), self.row(from)), 0)
    }

    pub(super) fn window_gaps(&self, window: DayRange) -> Option<Vec<u16>> {
        let (from, to) = self.rows(window);
        let width = self.columns.len();
        let gaps = match &self.gaps {
            Some(gaps) => {
                let row = |row: usize| &gaps[row * width..(row + 1) * width];
                let pairs = row(to).iter().zip(row(from));
                pairs.map(|(after, before)| after - before).collect()
            }
            None if width == self.channels => return None,
            None => vec![0; width],
        };
        Some(self.widened(gaps, (to - from) as u16))
    }

    /// An entry for each channel: those of the columns, and `other` where there is none.
    fn widened<T: Clone>(&self, mut of_columns: Vec<T>, other: T) -> Vec<T> {
        if of_columns.len() < self.channels {
            let before = std::iter::repeat_n(other.clone(), self.columns.start);
            of_columns.splice(..0, before);
            of_columns.resize(self.channels, other);
        }
        of_columns
    }

    /// The running sums before the table's day `day`.
    fn row(&self, day: usize) -> &[i64] {
        let width = self.columns.len();
        &self.sums[day * width..(day + 1) * width]
    }

    pub(super) fn total(&self, channel: usize, window: DayRange) -> i64 {
        let (from, to) = self.rows(window);
        let column = self.column(channel);
        column.map_or(0, |column| self.row(to)[column] - self.row(from)[column])
    }

    pub(super) fn gap_days(&self, channel: usize, window: DayRange) -> usize {
        let Some(column) = self.column(channel) else {
            return window.len();
        };
        let (from, to) = self.rows(window);
        let outside = window.len() - (to - from);
        let Some(gaps) = &self.gaps else {
            return outside;
        };
        let gaps = |row: usize| gaps[row * self.columns.len() + column];
        outside + usize::from(gaps(to) - gaps(from))
    }

    fn column(&self, channel: usize) -> Option<usize> {
        let is_known = self.columns.contains(&channel);
        is_known.then(|| channel - self.columns.start)
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
fn blank(blocks: &[Arc<Block>], range: DayRange, width: usize) -> Vec<i64> {
    let length = (range.len() + 1) * width;
    let fills = |block: &Arc<Block>| block.range == range && block.channels.len() == width;
    match blocks {
        [only] if fills(only) => vec![0; length],
        _ => vec![Cells::GAP; length],
    }
}
