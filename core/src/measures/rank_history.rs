//! Ranks through the year.

use crate::ledger::Ledger;
use crate::model::{ChannelIndex, Day, DayRange, FiscalYear, Metric};

/// Days in a week.
const WEEK: i32 = 7;

/// Ranks by year to date among all rows, for some of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankHistory {
    /// The days at whose ends ranks are taken: every seventh fiscal day, and today.
    pub marks: Vec<Day>,
    /// The rows, as they were asked for.
    pub lines: Vec<RankLine>,
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

/// The ranks of `rows`, positions in the document, as seen on `today`; `None` where there is no
/// figure of `metric`.
pub fn rank_history(
    ledger: &Ledger,
    metric: Metric,
    rows: &[u32],
    year: FiscalYear,
    today: Day,
) -> Option<RankHistory> {
    ledger.range(metric)?;
    let marks = marks(DayRange::new(year.from(), today.plus(1)));
    Some(RankHistory {
        lines: lines(ledger, metric, rows, year.from(), &marks),
        marks,
    })
}

/// The ends of weeks that have passed, and today.
fn marks(to_date: DayRange) -> Vec<Day> {
    let is_end = |day: Day| (day.days_since(to_date.from()) + 1) % WEEK == 0;
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
        // A row without figures has a sum of 0, and is not ahead of those whom refunds took below that.
        let is_known = |row: u32| ledger.has_figure(metric, ChannelIndex(row), to_date);
        for line in &mut lines {
            let own = values[line.index as usize];
            let ahead = values
                .iter()
                .zip(0..)
                .filter(|(value, row)| **value > own && (**value != 0 || is_known(*row)));
            let rank = ahead.count() as u32 + 1;
            line.ranks.push(is_known(line.index).then_some(rank));
            line.values.push(own);
        }
    }
    lines
}
