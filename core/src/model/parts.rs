//! Parts of a document: which of them have been read, and where their figures stand among the rest.

use super::{Block, Dataset, Day, DayRange, Metric};
use std::ops::Range;
use std::sync::Arc;

/// Channels × days of the whole table, the metrics added up: a hundred thousand channels over all
/// days that it may have. A table takes ten bytes a cell, and as many again while a part comes,
/// the figures as they were read eight more; a browser has 4 GiB at most.
pub const TABLE_CELLS: u64 = 110_000_000;

/// A further block that can be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartRef {
    /// Its days.
    pub range: DayRange,
    /// Its channels, as positions in [`Channels`].
    pub channels: Range<u32>,
    /// Its metrics.
    pub metrics: Vec<Metric>,
    /// Where it is: relative to the document, same origin.
    pub href: String,
    /// Its exact size in bytes.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: [u8; 32],
}

impl PartRef {
    /// Its days that a document of the day `as_of` takes figures of.
    pub fn known_days(&self, as_of: Day) -> DayRange {
        let until = DayRange::new(self.range.from(), as_of.plus(1));
        self.range.intersect(until)
    }

    /// Whether `block` was read from it. Days and metrics follow from the bytes, channels do not.
    fn gave(&self, block: &Block) -> bool {
        block.part == Some(self.sha256) && block.channels == self.channels
    }

    /// Whether reading it again, in a document of the day `as_of`, would give `block`.
    fn would_give(&self, block: &Block, as_of: Day) -> bool {
        let named = |(metric, _): &(Metric, _)| self.metrics.contains(metric);
        self.gave(block)
            && block.range == self.known_days(as_of)
            && block.metrics.len() == self.metrics.len()
            && block.metrics.iter().all(named)
    }
}

impl Block {
    /// Whether it says of that metric, channel and day what there is, be it a gap.
    pub fn holds(&self, metric: Metric, channel: u32, day: Day) -> bool {
        self.channels.contains(&channel) && self.range.contains(day) && self.has(metric)
    }

    /// Whether both hold some metric of some channel and day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.channels.start.max(other.channels.start) < self.channels.end.min(other.channels.end)
            && !self.range.intersect(other.range).is_empty()
            && self.metrics.iter().any(|(metric, _)| other.has(*metric))
    }

    /// The days and the channels from the first to the last that `blocks` have figures of `metric`
    /// for; `None` where there are none. All days of a part may lie after the document's last.
    pub fn extent(
        blocks: &mut dyn Iterator<Item = &Self>,
        metric: Metric,
    ) -> Option<(DayRange, Range<u32>)> {
        let known = blocks.filter(|block| block.has(metric) && !block.range.is_empty());
        let extents = known.map(|block| (block.range, block.channels.clone()));
        extents.reduce(|(days, channels), (more_days, more)| {
            let from = days.from().min(more_days.from());
            let days = DayRange::new(from, days.to().max(more_days.to()));
            (
                days,
                channels.start.min(more.start)..channels.end.max(more.end),
            )
        })
    }

    fn has(&self, metric: Metric) -> bool {
        self.metrics.iter().any(|(name, _)| *name == metric)
    }
}

impl Dataset {
    /// The part that the block was read from; `None` for the document's own.
    pub fn part_of(&self, block: &Block) -> Option<&PartRef> {
        self.parts.iter().rfind(|part| part.gave(block))
    }

    /// Whether a part with figures of `metric` on any of these days has not been read, or not yet.
    pub fn awaits(&self, metric: Metric, days: DayRange) -> bool {
        self.parts.iter().any(|part| {
            let wanted = part.metrics.contains(&metric) && !part.range.intersect(days).is_empty();
            wanted && !self.has_part(part)
        })
    }

    /// Whether the part has been read.
    pub fn has_part(&self, part: &PartRef) -> bool {
        self.blocks.iter().any(|block| part.gave(block))
    }

    /// Takes in what was read from a part. Blocks stand in the order in which the document names
    /// them, whenever they arrived, since of two that overlap the one named later wins.
    pub fn insert(&mut self, block: Arc<Block>) {
        let rank = self.rank(&block);
        let at = self
            .blocks
            .partition_point(|known| self.rank(known) <= rank);
        self.blocks.insert(at, block);
    }

    /// Whether the table with `block` in it is still within [`TABLE_CELLS`].
    pub fn has_room_for(&self, block: &Block) -> bool {
        let cells = |metric: &Metric| {
            let known = self.blocks.iter().map(|block| &**block);
            let extent = Block::extent(&mut known.chain([block]), *metric);
            extent.map_or(0, |(days, channels)| {
                days.len() as u64 * channels.len() as u64
            })
        };
        Metric::ALL.iter().map(cells).sum::<u64>() <= TABLE_CELLS
    }

    /// Takes over from an earlier version of the document what is still the same in this one, and
    /// has room beside what is new.
    pub fn carry_over(&mut self, before: &Self) {
        for block in &before.blocks {
            let as_of = self.as_of.day;
            let is_same = self.parts.iter().any(|part| part.would_give(block, as_of));
            if is_same && self.has_room_for(block) {
                self.insert(Arc::clone(block));
            }
        }
    }

    /// What this document calls the part that an earlier version calls `href`, where its figures
    /// have been carried over.
    pub fn carried_href(&self, before: &Self, href: &str) -> Option<&str> {
        let old = before.parts.iter().find(|part| part.href == href)?;
        let same = |part: &&PartRef| part.sha256 == old.sha256 && part.channels == old.channels;
        let new = self.parts.iter().find(same)?;
        self.has_part(new).then_some(new.href.as_str())
    }

    /// The first day that has figures of `metric`, those of parts included that are not here yet.
    pub fn first_day(&self, metric: Metric) -> Option<Day> {
        let holds = |block: &&Arc<Block>| block.metrics.iter().any(|(name, _)| *name == metric);
        let blocks = self.blocks.iter().filter(holds).map(|block| block.range);
        let parts = self
            .parts
            .iter()
            .filter(|part| part.metrics.contains(&metric));
        let parts = parts.map(|part| part.known_days(self.as_of.day));
        let ranges = blocks.chain(parts).filter(|range| !range.is_empty());
        ranges.map(DayRange::from).min()
    }

    /// The place of the block's part among the parts; before all of them for the document's own.
    fn rank(&self, block: &Block) -> Option<usize> {
        self.parts.iter().rposition(|part| part.gave(block))
    }
}
