//! Running sums and daily figures of one row.

use super::Course;
use crate::model::{ChannelIndex, DayRange};
use crate::pace::{Base, Curve, PaceTable, portion, ppm};
use crate::query::{Entity, Plan};

pub(super) fn build(
    base: &Base,
    paces: &PaceTable,
    curve: &Curve,
    entity: Entity,
    row: usize,
) -> Course {
    let pace = paces.rows(entity)[row];
    let season = Curve::of(base, Plan::Seasonal, entity, row);
    let to_date = DayRange::new(paces.year.from(), paces.today.plus(1));
    let daily = figures(base, entity, row, to_date);
    let plan_of = |goal| {
        curve
            .shares
            .iter()
            .map(|share| portion(goal, *share).minor())
            .collect()
    };
    Course {
        year: paces.year,
        actual: running_sum(&daily),
        daily,
        season_ppm: season.shares.iter().copied().map(ppm).collect(),
        plan: pace.goal.map(plan_of).unwrap_or_default(),
        last_year: last_year(base, entity, row),
        crossed: pace.crossed,
    }
}

/// The row's figures by day; empty where it has none at all.
fn figures(base: &Base, entity: Entity, row: usize, days: DayRange) -> Vec<Option<i64>> {
    let (ledger, row) = (base.books.ledger(entity), ChannelIndex(row as u32));
    if !ledger.has_figure(base.metric, row, days) {
        return Vec::new();
    }
    ledger.daily(base.metric, row, days).collect()
}

fn running_sum(daily: &[Option<i64>]) -> Vec<i64> {
    let add = |sum: &mut i64, figure: &Option<i64>| {
        *sum += figure.unwrap_or(0);
        Some(*sum)
    };
    daily.iter().scan(0, add).collect()
}

/// A value for each day of this year; a leap year's last day repeats the last one.
fn last_year(base: &Base, entity: Entity, row: usize) -> Vec<i64> {
    if !base.holds(entity) {
        return Vec::new();
    }
    let mut sums = running_sum(&figures(base, entity, row, base.year.range()));
    if let Some(last) = sums.last().copied() {
        sums.resize(base.days(), last);
    }
    sums
}
