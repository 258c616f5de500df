//! A calendar of one row's days: weeks × weekdays, each day as dark as it was good.

use super::compared::has_row;
use crate::ledger::Ledger;
use crate::model::{ChannelIndex, Day, DayRange, Event, FiscalYear, Metric, Share};
use std::collections::BinaryHeap;

/// Levels above none.
const LEVELS: usize = 4;

/// A fiscal year as a calendar, one row's figure on each day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heatmap {
    /// Every day of the fiscal year, in order.
    pub cells: Vec<HeatCell>,
    /// How many weeks the calendar has.
    pub weeks: u32,
    /// Where the name of each month stands, in order.
    pub months: Vec<MonthLabel>,
    /// The largest figures of the levels 1, 2 and 3; larger ones have level 4. Empty where no day
    /// is above 0.
    pub limits: Vec<i64>,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatCell {
    /// The day.
    pub day: Day,
    /// Its week: from 0, each from Monday to Sunday.
    pub week: u32,
    /// 0 for Monday to 6 for Sunday.
    pub weekday: u8,
    /// Whether there is a figure.
    pub state: DayState,
    /// The first event in document order that holds the day, as a position in the document's list.
    pub event: Option<usize>,
    /// −1 below 0 and 0 without sales; 1 to 4 by quarter among the row's own days above 0.
    pub level: i8,
}

/// What is known of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayState {
    /// Its figure, in minor units or counts.
    Figure(i64),
    /// It has passed and has no figure.
    Gap,
    /// It lies after today.
    Future,
}

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthLabel {
    /// The week of its first day in the fiscal year.
    pub week: u32,
    /// The calendar year.
    pub year: i32,
    /// The month, 1–12.
    pub month: u8,
}

/// The year of the row at position `index` of the ledger, as seen on `today`; `None` where there is
/// no such row.
pub fn heatmap(
    ledger: &Ledger,
    metric: Metric,
    index: u32,
    events: &[Event],
    year: FiscalYear,
    today: Day,
) -> Option<Heatmap> {
    if !has_row(ledger, index) {
        return None;
    }
    let days = year.range();
    let figures = ledger.daily(metric, ChannelIndex(index), days);
    let states = days.days().zip(figures).map(|(day, figure)| match figure {
        _ if day > today => DayState::Future,
        Some(figure) => DayState::Figure(figure),
        None => DayState::Gap,
    });
    let states: Vec<DayState> = states.collect();
    let limits = limits(&states);
    let cell = |(day, state): (Day, &DayState)| HeatCell {
        day,
        week: week_of(year, day),
        weekday: day.weekday(),
        state: *state,
        event: events.iter().position(|event| event.range.contains(day)),
        level: level(*state, &limits),
    };
    Some(Heatmap {
        cells: days.days().zip(&states).map(cell).collect(),
        weeks: week_of(year, days.last()?) + 1,
        months: months(year),
        limits,
    })
}

fn week_of(year: FiscalYear, day: Day) -> u32 {
    let days = day.days_since(year.from()) as u32 + u32::from(year.from().weekday());
    days / 7
}

fn months(year: FiscalYear) -> Vec<MonthLabel> {
    let starts = |day: &Day| *day == year.from() || day.ymd().2 == 1;
    let label = |day: Day| {
        let (calendar_year, month, _) = day.ymd();
        MonthLabel {
            week: week_of(year, day),
            year: calendar_year,
            month,
        }
    };
    year.range().days().filter(starts).map(label).collect()
}

/// The quartiles of the days above 0: the smallest figures that a quarter, a half and three
/// quarters of those days do not exceed.
fn limits(states: &[DayState]) -> Vec<i64> {
    let sold = |state: &DayState| match state {
        DayState::Figure(figure) if *figure > 0 => Some(*figure),
        _ => None,
    };
    let sorted = states.iter().filter_map(sold).collect::<BinaryHeap<i64>>();
    let sorted = sorted.into_sorted_vec();
    let nearest_rank = |quarter: usize| (sorted.len() * quarter).div_ceil(LEVELS).checked_sub(1);
    let limit = |quarter: usize| nearest_rank(quarter).map(|at| sorted[at]);
    (1..LEVELS).filter_map(limit).collect()
}

fn level(state: DayState, limits: &[i64]) -> i8 {
    match state {
        DayState::Figure(figure) if figure > 0 => {
            let below = limits.iter().filter(|limit| **limit < figure).count();
            below as i8 + 1
        }
        DayState::Figure(figure) => -i8::from(figure < 0),
        _ => 0,
    }
}

/// What a row sold in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FestivalShare {
    /// The event's position in the document's list.
    pub event: usize,
    /// Those of its days that lie in the fiscal year and have passed.
    pub days: DayRange,
    /// The row's sum over them, in minor units or counts.
    pub total: i64,
    /// That ÷ year to date; `None` where that is not above 0.
    pub share: Option<Share>,
    /// Share of those days in the days to date: what an event would have if every day were the
    /// same.
    pub share_of_days: Option<Share>,
}

/// What the row at position `index` of the ledger sold in each event of the fiscal year that has
/// begun by `today`, in document order; empty where there is no such row. A day that two events
/// hold counts in both.
pub fn festival_shares(
    ledger: &Ledger,
    metric: Metric,
    index: u32,
    events: &[Event],
    year: FiscalYear,
    today: Day,
) -> Vec<FestivalShare> {
    let to_date = DayRange::new(year.from(), today.plus(1));
    let total = |days| ledger.total(metric, ChannelIndex(index), days);
    let share = |(event, days): (usize, DayRange)| FestivalShare {
        event,
        days,
        total: total(days),
        share: Share::of(total(days), total(to_date)),
        share_of_days: Share::of(days.len() as i64, to_date.len() as i64),
    };
    let events = events.iter().enumerate();
    let passed = events.map(|(event, of)| (event, of.range.intersect(to_date)));
    passed
        .filter(|(_, days)| has_row(ledger, index) && !days.is_empty())
        .map(share)
        .collect()
}
