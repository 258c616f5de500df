//! Ranks through the year, and when a row passes the next one.

use crate::board::rank;
use crate::books::Books;
use crate::ledger::Ledger;
use crate::model::{ChannelIndex, Day, DayRange, FiscalYear, Metric};
use crate::pace::Rates;
use crate::query::Entity;

/// Neighbours on either side.
const REACH: usize = 3;

/// Days in a week.
const WEEK: i32 = 7;

/// Ranks by year to date among all rows, for a row and its neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankHistory {
    /// The days at whose ends ranks are taken, the last of them today.
    pub marks: Vec<Day>,
    /// The row with up to three above and three below today, best first.
    pub lines: Vec<RankLine>,
    /// The row just above today.
    pub above: Option<Overtake>,
    /// The row just below today.
    pub below: Option<Overtake>,
}

/// How often ranks are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pitch {
    /// At the end of every seventh fiscal day.
    Week,
    /// At the end of every calendar month.
    Month,
}

/// The ranks of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankLine {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// Rank at each mark; `None` before the row's first figure of the year.
    pub ranks: Vec<Option<u32>>,
    /// Year to date at each mark.
    pub values: Vec<i64>,
}

/// How far two neighbours are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overtake {
    /// The other row.
    pub index: u32,
    /// What the lower of the two lacks, by year to date.
    pub gap: i64,
    /// Days until the lower one has more, if both sell on as of late; `None` where it never does.
    /// It may lie beyond the end of the year.
    pub days: Option<u32>,
    /// The days that rates are taken from: 28, or what there is of them.
    pub rate_days: u32,
}

/// The ranks of the row at position `index` of the document, as seen on `today`; `None` where there
/// is no such row or no figure of `metric`.
pub fn rank_history(
    books: &Books,
    entity: Entity,
    metric: Metric,
    index: u32,
    year: FiscalYear,
    today: Day,
    pitch: Pitch,
) -> Option<RankHistory> {
    let ledger = books.ledger(entity);
    ledger.range(metric)?;
    let to_date = DayRange::new(year.from(), today.plus(1));
    let values = ledger.window_totals(metric, to_date);
    let order = rank::rank(&values, books.directory.roster(entity).by_id()).order;
    let place = order.iter().position(|row| *row == index)?;
    let around = &order[place.saturating_sub(REACH)..(place + REACH + 1).min(order.len())];
    let marks = marks(to_date, pitch);
    let rates = Rates::of(ledger, metric, today);
    let gap = |upper: u32, lower: u32| values[upper as usize] - values[lower as usize];
    let overtake = |other: u32, upper: u32, lower: u32| Overtake {
        index: other,
        gap: gap(upper, lower),
        days: rates.days_to_pass(gap(upper, lower), upper, lower),
        rate_days: rates.over_days(),
    };
    let above = place.checked_sub(1).map(|place| order[place]);
    let below = order.get(place + 1).copied();
    Some(RankHistory {
        lines: lines(ledger, metric, around, year.from(), &marks),
        above: above.map(|above| overtake(above, above, index)),
        below: below.map(|below| overtake(below, index, below)),
        marks,
    })
}

/// The ends of months or weeks that have passed, and today.
fn marks(to_date: DayRange, pitch: Pitch) -> Vec<Day> {
    let is_end = |day: Day| match pitch {
        Pitch::Month => day.plus(1).ymd().2 == 1,
        Pitch::Week => (day.days_since(to_date.from()) + 1) % WEEK == 0,
    };
    let last = to_date.last();
    let days = to_date.days();
    days.filter(|day| is_end(*day) || Some(*day) == last)
        .collect()
}

/// Ranks are counted for these few rows only, which is less work than to rank everyone.
fn lines(ledger: &Ledger, metric: Metric, rows: &[u32], from: Day, marks: &[Day]) -> Vec<RankLine> {
    let line = |row: &u32| RankLine {
        index: *row,
        ranks: Vec::with_capacity(marks.len()),
        values: Vec::with_capacity(marks.len()),
    };
    let mut lines: Vec<RankLine> = rows.iter().map(line).collect();
    for mark in marks {
        let to_date = DayRange::new(from, mark.plus(1));
        let values = ledger.window_totals(metric, to_date);
        for line in &mut lines {
            let own = values[line.index as usize];
            let known = ledger.has_figure(metric, ChannelIndex(line.index), to_date);
            let ahead = values.iter().filter(|value| **value > own).count() as u32;
            line.ranks.push(known.then_some(ahead + 1));
            line.values.push(own);
        }
    }
    lines
}
