//! The share of the year that the season places on some of its days, such as all up to today, for
//! every row at once.
//!
//! No curve is built for it: a row's share is a ratio of two weighted sums over last year's days,
//! and the weights are the same for long runs of days, so that a few window sums do.

use super::base::{Base, Shared, table_weights};
use super::mix::Mix;
use crate::model::{CategoryIndex, Curves, Day, DayRange, FiscalYear};
use crate::query::Entity;
use paceboard_figures::{Carried, carry};
use std::ops::Range;

/// Shares of the year that fall on the days asked for.
pub(crate) struct Season<'a> {
    linear: f64,
    programme: Option<f64>,
    /// By category: the number of channels behind its curve, and the curve's sums.
    categories: Vec<(u32, Carried)>,
    category_of: &'a [Option<CategoryIndex>],
    channels: Vec<Carried>,
    partners: Vec<Carried>,
}

/// Days of last year that count alike.
struct Run {
    days: DayRange,
    /// How many times they count: in the days asked for, and in all.
    times: (f64, f64),
}

impl<'a> Season<'a> {
    /// A plan by which every day sells the same.
    pub(crate) fn linear(year: FiscalYear, today: Day) -> Self {
        Self::even(days_done(year, today), year.len())
    }

    /// So many days out of a year in which every day sells the same.
    fn even(days: usize, of: usize) -> Self {
        Self {
            linear: days as f64 / of as f64,
            programme: None,
            categories: Vec::new(),
            category_of: &[],
            channels: Vec::new(),
            partners: Vec::new(),
        }
    }

    /// The plan learnt from last year, up to the end of today.
    pub(crate) fn learnt(base: &Base<'a>, year: FiscalYear, today: Day) -> Self {
        let done = 0..days_done(year, today);
        Self::on_days(base, std::slice::from_ref(&done))
    }

    /// The plan learnt from last year for the fiscal days in `spans`, which do not overlap.
    pub(crate) fn on_days(base: &Base<'a>, spans: &[Range<usize>]) -> Self {
        let runs = runs(base, spans);
        let channels = carry_rows(base, &runs, Entity::Channels);
        let (categories, programme) = match base.shared {
            Shared::Table(curves) => carry_table(base, &runs, curves),
            _ => sum_up(base, &channels),
        };
        Self {
            programme: programme.share(),
            categories: base.channels_behind().into_iter().zip(categories).collect(),
            category_of: &base.dataset.channels.category,
            channels,
            partners: carry_rows(base, &runs, Entity::Partners),
            ..Self::even(spans.iter().map(ExactSizeIterator::len).sum(), base.days())
        }
    }

    /// The share of one row (0 to 1), and of what it is mixed.
    pub(crate) fn share(&self, entity: Entity, row: usize) -> (f64, Mix) {
        let (own, category) = match entity {
            Entity::Channels => (self.channels.get(row), self.category(row)),
            Entity::Partners => (self.partners.get(row), None),
        };
        let own = own.and_then(|carried| carried.share());
        let behind = category.map(|(count, _)| count);
        let mix = Mix::of(own.is_some(), behind, self.programme.is_some());
        let programme = self.programme.unwrap_or(self.linear);
        let category = category.map_or(programme, |(_, share)| share);
        (
            mix.blend(own.unwrap_or(programme), category, programme),
            mix,
        )
    }

    /// Sum of a row's own weights over the whole year; 0 where it has no whole last year.
    pub(crate) fn own_whole(&self, entity: Entity, row: usize) -> f64 {
        let rows = match entity {
            Entity::Channels => &self.channels,
            Entity::Partners => &self.partners,
        };
        rows.get(row).map_or(0.0, |carried| carried.whole)
    }

    /// Sum of a category's weights over the whole year; 0 where it is not known.
    pub(crate) fn category_whole(&self, category: usize) -> f64 {
        let known = self.categories.get(category);
        known.map_or(0.0, |(_, carried)| carried.whole)
    }

    fn category(&self, channel: usize) -> Option<(u32, f64)> {
        let category = (*self.category_of.get(channel)?)?;
        let (count, carried) = self.categories.get(category.at())?;
        Some((*count, carried.share()?))
    }
}

/// Number of fiscal days up to and including `today`.
fn days_done(year: FiscalYear, today: Day) -> usize {
    year.day_index(today).map_or(0, |index| index + 1)
}

/// Last year's days in runs that count alike.
fn runs(base: &Base, spans: &[Range<usize>]) -> Vec<Run> {
    let done = loads(base, spans);
    let whole = base.alignment.loads(usize::MAX);
    let mut runs: Vec<Run> = Vec::new();
    for (day, times) in base.year.range().days().zip(done.into_iter().zip(whole)) {
        match runs.last_mut() {
            Some(run) if run.times == times => {
                run.days = DayRange::new(run.days.from(), day.plus(1));
            }
            _ => {
                let days = DayRange::starting(day, 1);
                runs.push(Run { days, times });
            }
        }
    }
    runs
}

/// How often each day of last year counts in the sum of the weights of those days of this year.
fn loads(base: &Base, spans: &[Range<usize>]) -> Vec<f64> {
    let mut loads = vec![0.0; base.year.len()];
    for span in spans {
        let (before, after) = (
            base.alignment.loads(span.start),
            base.alignment.loads(span.end),
        );
        for (load, (before, after)) in loads.iter_mut().zip(before.into_iter().zip(after)) {
            *load += after - before;
        }
    }
    loads
}

/// Carries the sums of each complete row; the others stay at 0.
fn carry_rows(base: &Base, runs: &[Run], entity: Entity) -> Vec<Carried> {
    let complete = base.complete(entity);
    let mut carried = vec![Carried::default(); complete.len()];
    let runs = if complete.is_empty() { &[] } else { runs };
    for run in runs {
        let totals = base
            .books
            .ledger(entity)
            .window_totals(base.metric, run.days);
        carry(&mut carried, &totals, run.times);
        if base.metric.may_be_negative() {
            lift_negative_days(base, run, entity, &mut carried);
        }
    }
    for (carried, complete) in carried.iter_mut().zip(complete) {
        if !complete {
            *carried = Carried::default();
        }
    }
    carried
}

/// Takes back the days on which more came back than was sold: they weigh nothing.
fn lift_negative_days(base: &Base, run: &Run, entity: Entity, carried: &mut [Carried]) {
    for day in run.days.days() {
        let window = DayRange::starting(day, 1);
        let totals = base.books.ledger(entity).window_totals(base.metric, window);
        for (row, total) in totals.into_iter().enumerate() {
            if total < 0 {
                carried[row].add(-(total as f64), run.times);
            }
        }
    }
}

/// Sums of channels by category, and of all.
fn sum_up(base: &Base, channels: &[Carried]) -> (Vec<Carried>, Carried) {
    let mut programme = Carried::default();
    let mut categories = vec![Carried::default(); base.dataset.categories.len()];
    for (channel, carried) in channels.iter().enumerate() {
        programme.merge(carried);
        if let Some(category) = base.category_of(channel) {
            categories[category].merge(carried);
        }
    }
    (categories, programme)
}

/// The document's weights of last year's days, by category and of the programme.
fn carry_table(base: &Base, runs: &[Run], curves: &Curves) -> (Vec<Carried>, Carried) {
    let carry = |row: &Vec<u64>| {
        let weights = table_weights(curves, row, base.year.range());
        let mut carried = Carried::default();
        for run in runs {
            let first = run.days.from().days_since(base.year.from()) as usize;
            carried.add(
                weights[first..first + run.days.len()].iter().sum(),
                run.times,
            );
        }
        carried
    };
    let categories = curves.categories.iter().map(carry).collect();
    (categories, carry(&curves.programme))
}
