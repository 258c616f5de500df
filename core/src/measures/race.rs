//! The race of ranks: who led at the end of each day.

use crate::books::Books;
use crate::model::{ChannelIndex, Day, DayRange, FiscalYear, Metric};
use crate::query::Entity;

/// Most rows of a frame.
pub const MOST_ROWS: usize = 20;

/// The leaders by year to date at the end of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The day.
    pub day: Day,
    /// Up to twenty rows with a figure, largest first; ties in the order of ids.
    pub bars: Vec<Bar>,
}

/// A row of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// Rank among all; equal values share a rank.
    pub rank: u32,
    /// Year to date, in minor units or counts.
    pub value: i64,
}

/// The days that have a frame: those of the fiscal year up to `today` that lie in the table; empty
/// where none does.
pub fn frame_days(
    books: &Books,
    entity: Entity,
    metric: Metric,
    year: FiscalYear,
    today: Day,
) -> DayRange {
    let to_date = DayRange::new(year.from(), today.plus(1));
    let nowhere = DayRange::new(year.from(), year.from());
    let table = books.ledger(entity).range(metric);
    table.map_or(nowhere, |table| table.intersect(to_date))
}

/// The leaders at the end of `day`, a day of `year`.
pub fn frame(books: &Books, entity: Entity, metric: Metric, year: FiscalYear, day: Day) -> Frame {
    let to_date = DayRange::new(year.from(), day.plus(1));
    let ledger = books.ledger(entity);
    let values = ledger.window_totals(metric, to_date);
    let by_id = books.directory.roster(entity).by_id();
    let has_figure = |row| ledger.has_figure(metric, ChannelIndex(row), to_date);
    let leaders = leaders(&values, by_id, has_figure);
    let rank = |value: i64| leaders.partition_point(|(_, other)| *other > value) as u32 + 1;
    let bar = |(index, value): &(u32, i64)| Bar {
        index: *index,
        rank: rank(*value),
        value: *value,
    };
    Frame {
        day,
        bars: leaders.iter().map(bar).collect(),
    }
}

/// The largest values with their rows, in one pass: almost every row is told by one glance at the
/// last leader. Net sales below 0 are figures, no figure is none.
fn leaders(values: &[i64], by_id: &[u32], has_figure: impl Fn(u32) -> bool) -> Vec<(u32, i64)> {
    let mut leaders: Vec<(u32, i64)> = Vec::with_capacity(MOST_ROWS + 1);
    let mut least = i64::MIN;
    for row in by_id {
        let value = values[*row as usize];
        if value <= least || !has_figure(*row) {
            continue;
        }
        let place = leaders.partition_point(|(_, other)| *other >= value);
        leaders.insert(place, (*row, value));
        leaders.truncate(MOST_ROWS);
        if leaders.len() == MOST_ROWS {
            least = leaders[MOST_ROWS - 1].1;
        }
    }
    leaders
}
