//! Channels or partners over the line by day.

use super::BurnUp;
use crate::books::Books;
use crate::model::{Dataset, Day, DayRange, FiscalYear, HistoryPoint};
use crate::pace::{Base, Pace, PaceTable, carry, count_by_day, goals, over_by_day};
use crate::query::Entity;

/// This year up to today; no days where there are no figures by day.
pub(super) fn this_year(base: &Base, paces: &PaceTable, entity: Entity) -> BurnUp {
    let days = DayRange::new(paces.year.from(), paces.today.plus(1));
    if !is_read(base, paces, entity, days) {
        let over = Vec::new();
        return BurnUp {
            year: paces.year,
            over,
        };
    }
    if base.metric.may_be_negative() {
        return burn_up(base, entity, paces.year, days);
    }
    let crossings = paces.rows(entity).iter().map(|pace| pace.crossed);
    BurnUp {
        year: paces.year,
        over: count_by_day(crossings, days),
    }
}

/// Whether this year lies in the ledger, and nobody is over the line by a sum alone.
fn is_read(base: &Base, paces: &PaceTable, entity: Entity, days: DayRange) -> bool {
    let range = base.books.ledger(entity).range(base.metric);
    range.is_some_and(|range| !range.intersect(days).is_empty())
        && !paces.rows(entity).iter().any(Pace::is_over_by_sum)
}

/// A year by the counts of the document, up to `today`; `None` unless it gives one for every day.
pub(super) fn given(history: &[HistoryPoint], year: FiscalYear, today: Day) -> Option<BurnUp> {
    let days = DayRange::new(year.from(), year.range().to().min(today.plus(1)));
    let first = history.partition_point(|point| point.day < days.from());
    let points = history.get(first..first + days.len())?;
    let is_daily = points.iter().map(|point| point.day).eq(days.days());
    let over = points.iter().map(|point| point.channels_over).collect();
    is_daily.then_some(BurnUp { year, over })
}

/// How many were over the line at the end of each day of `year`, as far as the document goes:
/// what came after a day that is looked at as if it were today. No days where it has none by day.
pub fn whole(dataset: &Dataset, books: &Books, year: FiscalYear, entity: Entity) -> BurnUp {
    let (ledger, metric) = (books.ledger(entity), dataset.programme.metric);
    let known = DayRange::new(year.from(), dataset.as_of.day.plus(1)).intersect(year.range());
    let over = match ledger.range(metric) {
        Some(range) if range.covers(known) => {
            over_by_day(ledger, metric, &goals(dataset, entity), known)
        }
        _ => Vec::new(),
    };
    BurnUp { year, over }
}

/// The whole of last year against the same goals, where its figures have been read.
pub(super) fn last_year(base: &Base, entity: Entity) -> Option<BurnUp> {
    base.is_loaded(entity)
        .then(|| burn_up(base, entity, base.year, base.year.range()))
}

/// Last year's crossings by day carried to this year's days like sales, summed up, and scaled so
/// that they end at the target.
pub(super) fn path(base: &Base, last_year: Option<&BurnUp>, target: Option<u32>) -> Vec<u32> {
    let (Some(last_year), Some(target)) = (last_year, target) else {
        return Vec::new();
    };
    let mut before = 0;
    let crossed_on = |over: &u32| {
        let more = over.saturating_sub(before);
        before = *over;
        f64::from(more)
    };
    let crossings: Vec<f64> = last_year.over.iter().map(crossed_on).collect();
    let shares = carry(base, &crossings).unwrap_or_default();
    let expected = |share: f64| (share * f64::from(target) + 0.5) as u32;
    shares.into_iter().map(expected).collect()
}

fn burn_up(base: &Base, entity: Entity, year: FiscalYear, days: DayRange) -> BurnUp {
    let goals = goals(base.dataset, entity);
    let over = over_by_day(base.books.ledger(entity), base.metric, &goals, days);
    BurnUp { year, over }
}
