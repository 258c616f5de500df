//! The line of recent weeks beside a row.

use crate::ledger::Ledger;
use crate::model::{ChannelIndex, Day, DayRange, Metric};

/// Days in a week.
const WEEK: i32 = 7;

/// Sums of the last `weeks` weeks of 7 days, the last of which ends with `today`; oldest first, in
/// minor units or counts. `None` where the row has no figure in the week or a day of it lies
/// outside the table, so that a week cut short does not look like a fall.
pub fn weekly(
    ledger: &Ledger,
    metric: Metric,
    index: u32,
    today: Day,
    weeks: usize,
) -> Vec<Option<i64>> {
    let table = ledger.range(metric);
    let row = ChannelIndex(index);
    let sum = |weeks_ago: i32| {
        let end = today.plus(1 - weeks_ago * WEEK);
        let week = DayRange::new(end.plus(-WEEK), end);
        let known = table?.covers(week) && ledger.has_figure(metric, row, week);
        known.then(|| ledger.total(metric, row, week))
    };
    (0..weeks as i32).rev().map(sum).collect()
}
