//! What came after a day that is looked at as if it were today.

use crate::books::Books;
use crate::model::{ChannelIndex, Dataset, DayRange};
use crate::pace::PaceTable;
use crate::query::Entity;

/// Running sums of the programme's metric at the end of each day after that of `paces`, as far as
/// the document goes and no further than the fiscal year; empty where it has nothing later of the
/// row.
pub fn came(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
    index: u32,
) -> Vec<i64> {
    let (ledger, metric) = (books.ledger(entity), dataset.programme.metric);
    let (pace, range) = (paces.rows(entity).get(index as usize), ledger.range(metric));
    let (Some(pace), Some(range)) = (pace, range) else {
        return Vec::new();
    };
    let later = DayRange::new(paces.today.plus(1), dataset.as_of.day.plus(1));
    let days = later.intersect(range).intersect(paces.year.range());
    let row = ChannelIndex(index);
    if days.from() != later.from() || !ledger.has_figure(metric, row, days) {
        return Vec::new();
    }
    let add = |sum: &mut i64, figure: Option<i64>| {
        *sum += figure.unwrap_or(0);
        Some(*sum)
    };
    let figures = ledger.daily(metric, row, days);
    figures.scan(pace.to_date.minor(), add).collect()
}
