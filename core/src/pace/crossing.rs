//! On which day a running sum reached its goal.

use crate::ledger::Ledger;
use crate::model::{ChannelIndex, Day, DayRange, Metric, Money};

/// The first day of `days` at whose end each row's running sum is at least its goal.
pub(crate) fn first_crossings(
    ledger: &Ledger,
    metric: Metric,
    goals: &[Option<Money>],
    days: DayRange,
) -> Vec<Option<Day>> {
    if !metric.may_be_negative() {
        let rows = goals.iter().enumerate();
        let crossing = |(row, goal): (usize, &Option<Money>)| {
            search(ledger, metric, ChannelIndex(row as u32), (*goal)?, days)
        };
        return rows.map(crossing).collect();
    }
    let mut goals = thresholds(goals);
    let mut crossed = vec![None; goals.len()];
    for day in days.days() {
        let sums = ledger.window_totals(metric, DayRange::new(days.from(), day.plus(1)));
        for (row, sum) in sums.into_iter().enumerate() {
            if sum >= goals[row] {
                crossed[row] = Some(day);
                goals[row] = i64::MAX;
            }
        }
    }
    crossed
}

/// How many rows' running sums are at least their goals at the end of each of `days`.
pub(crate) fn over_by_day(
    ledger: &Ledger,
    metric: Metric,
    goals: &[Option<Money>],
    days: DayRange,
) -> Vec<u32> {
    if !metric.may_be_negative() {
        return count_by_day(
            first_crossings(ledger, metric, goals, days).into_iter(),
            days,
        );
    }
    let goals = thresholds(goals);
    let over_on = |day: Day| {
        let sums = ledger.window_totals(metric, DayRange::new(days.from(), day.plus(1)));
        sums.iter()
            .zip(&goals)
            .filter(|(sum, goal)| sum >= goal)
            .count() as u32
    };
    days.days().map(over_on).collect()
}

/// How many of these crossings lie on or before each of `days`.
pub(crate) fn count_by_day(
    crossings: impl Iterator<Item = Option<Day>>,
    days: DayRange,
) -> Vec<u32> {
    let mut over = vec![0; days.len()];
    for day in crossings.flatten().filter(|day| days.contains(*day)) {
        over[day.days_since(days.from()) as usize] += 1;
    }
    let mut sum = 0;
    for count in &mut over {
        sum += *count;
        *count = sum;
    }
    over
}

/// Goals as sums to be reached; no sum reaches the one that stands for none.
fn thresholds(goals: &[Option<Money>]) -> Vec<i64> {
    let minor = |goal: &Option<Money>| goal.map_or(i64::MAX, Money::minor);
    goals.iter().map(minor).collect()
}

/// Halves the days: the running sum of figures that are never negative only rises.
fn search(
    ledger: &Ledger,
    metric: Metric,
    row: ChannelIndex,
    goal: Money,
    days: DayRange,
) -> Option<Day> {
    let reached = |day: Day| {
        ledger.total(metric, row, DayRange::new(days.from(), day.plus(1))) >= goal.minor()
    };
    let (mut before, mut at) = (days.from().plus(-1), days.last()?);
    if !reached(at) {
        return None;
    }
    while at.days_since(before) > 1 {
        let middle = before.plus(at.days_since(before) / 2);
        if reached(middle) {
            at = middle;
        } else {
            before = middle;
        }
    }
    Some(at)
}
