//! Running sums of one metric.

use super::LedgerError;
use crate::model::{Block, Cells, Day, DayRange, Metric};
use std::ops::Sub;
use std::sync::Arc;

/// Channels that are turned from rows into columns together: their figures of one day fill two
/// cache lines.
const TILE: usize = 16;

/// Figures whose absolute values are added before the sum is checked: 1,024 × 2^53 ≤ 2^63.
const CHECK_EVERY: usize = 1024;

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
        let mut sums = vec![Cells::GAP; (range.len() + 1) * channels];
        for block in blocks {
            for (_, cells) in block.metrics.iter().filter(|(name, _)| *name == metric) {
                place(block, cells, range, channels, &mut sums);
            }
        }
        check_magnitude(&sums[channels..], metric)?;
        let gaps = count_gaps(&sums, channels);
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
        let mut sums = vec![Cells::GAP; (self.range.len() + 1) * count];
        for day in 0..self.range.len() {
            let row = &mut sums[(day + 1) * count..(day + 2) * count];
            self.add_day(day, group_of, row);
        }
        let gaps = count_gaps(&sums, count);
        run_sums(&mut sums, count);
        Self {
            range: self.range,
            channels: count,
            sums,
            gaps,
        }
    }

    /// Adds the figures of the table's day `day` to those of their groups.
    fn add_day(&self, day: usize, group_of: &[Option<u32>], groups: &mut [i64]) {
        let start = day * self.channels;
        let (before, after) = self.sums[start..][..2 * self.channels].split_at(self.channels);
        let is_gap = |channel: usize| {
            let gaps = self.gaps.as_ref();
            gaps.is_some_and(|gaps| gaps[start + channel] != gaps[start + self.channels + channel])
        };
        for (channel, group) in group_of.iter().enumerate() {
            let Some(group) = *group else { continue };
            if !is_gap(channel) {
                let sum = &mut groups[group as usize];
                let so_far = if *sum == Cells::GAP { 0 } else { *sum };
                *sum = so_far + (after[channel] - before[channel]);
            }
        }
    }

    pub(super) fn window_totals(&self, window: DayRange) -> Vec<i64> {
        self.differences(&self.sums, window)
    }

    pub(super) fn window_gaps(&self, window: DayRange) -> Option<Vec<u16>> {
        let gaps = self.gaps.as_ref()?;
        Some(self.differences(gaps, window))
    }

    /// What the running sums of each channel gain over `window`.
    fn differences<T: Copy + Sub<Output = T>>(&self, running: &[T], window: DayRange) -> Vec<T> {
        let (from, to) = self.rows(window);
        let row = |row: usize| &running[row * self.channels..(row + 1) * self.channels];
        let pairs = row(to).iter().zip(row(from));
        pairs.map(|(after, before)| *after - *before).collect()
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

fn union_range(blocks: &[Arc<Block>], metric: Metric) -> Option<DayRange> {
    let holds = |block: &&Arc<Block>| block.metrics.iter().any(|(name, _)| *name == metric);
    let ranges = blocks.iter().filter(holds).map(|block| block.range);
    ranges
        .reduce(|all, range| DayRange::new(all.from().min(range.from()), all.to().max(range.to())))
}

/// Writes the figures of a block into the rows after the first, a tile of channels at a time.
fn place(block: &Block, cells: &Cells, range: DayRange, channels: usize, sums: &mut [i64]) {
    let days = block.range.len();
    let first_row = block.range.from().days_since(range.from()) as usize + 1;
    let first_channel = block.channels.start as usize;
    for (tile_index, tile) in cells.values.chunks(TILE * days.max(1)).enumerate() {
        let column = first_channel + tile_index * TILE;
        for day in 0..days {
            let row = &mut sums[(first_row + day) * channels + column..];
            for (slot, figures) in row.iter_mut().zip(tile.chunks_exact(days)) {
                *slot = figures[day];
            }
        }
    }
}

fn check_magnitude(figures: &[i64], metric: Metric) -> Result<(), LedgerError> {
    let known = |figure: &i64| {
        if *figure == Cells::GAP {
            0
        } else {
            figure.unsigned_abs()
        }
    };
    let chunk_sums = figures
        .chunks(CHECK_EVERY)
        .map(|chunk| chunk.iter().map(known).sum::<u64>());
    let mut total = 0_u64;
    for sum in chunk_sums {
        total = total
            .checked_add(sum)
            .ok_or(LedgerError::Overflow(metric))?;
    }
    i64::try_from(total)
        .map(drop)
        .map_err(|_| LedgerError::Overflow(metric))
}

fn count_gaps(figures: &[i64], channels: usize) -> Option<Vec<u16>> {
    if !figures[channels..].contains(&Cells::GAP) {
        return None;
    }
    let mut gaps = vec![0_u16; figures.len()];
    for at in channels..figures.len() {
        gaps[at] = gaps[at - channels] + u16::from(figures[at] == Cells::GAP);
    }
    Some(gaps)
}

/// Turns figures into running sums in place; the first row becomes zeros and gaps count nothing.
fn run_sums(sums: &mut [i64], channels: usize) {
    sums[..channels].fill(0);
    for at in channels..sums.len() {
        let figure = if sums[at] == Cells::GAP { 0 } else { sums[at] };
        sums[at] = sums[at - channels] + figure;
    }
}
