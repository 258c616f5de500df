//! What a row has sold so far, and at what rate of a year that is.

use super::scene::{Scene, Term};
use crate::model::{ChannelIndex, DayRange};
use crate::pace::{Base, Season};
use crate::query::Entity;
use std::ops::Range;

/// Days before today that tell what a row sells at present.
const RECENT_DAYS: usize = 56;

/// Weight of those days against the whole year to date. Measured: more of it is worse.
const RECENT_WEIGHT: f64 = 0.2;

/// A plan that places less than this share of the year on some days says nothing of sales on them.
const LEAST_SHARE: f64 = 1e-9;

/// A row on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    /// Sales from the start of the fiscal year.
    pub(super) to_date: f64,
    /// Sales of a whole year at the rate so far; not a number where nothing was expected yet.
    pub(super) level: f64,
    /// Share of the year that the plan places on the days to be foretold.
    pub(super) left: f64,
}

/// Sales and the plan's share of the days with a figure, over some days.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Portion {
    pub(super) sales: f64,
    pub(super) share: f64,
}

impl Portion {
    fn level(self) -> Option<f64> {
        (self.share > LEAST_SHARE).then(|| self.sales / self.share)
    }
}

impl Reading {
    /// `level` = 0.8 × year to date + 0.2 × the recent days, each over its share.
    pub(super) fn new(done: Portion, recent: Portion, left: f64) -> Self {
        let level = done.level().unwrap_or(f64::NAN);
        let at_present = recent.level().filter(|level| *level > 0.0).unwrap_or(level);
        Self {
            to_date: done.sales,
            level: level + RECENT_WEIGHT * (at_present - level),
            left,
        }
    }
}

/// The recent days outside events, as fiscal days.
pub(super) fn recent_days(scene: &Scene, term: Term) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for index in term.done.saturating_sub(RECENT_DAYS)..term.done {
        let day = term.year.from().plus(index as i32);
        let mut events = scene.dataset.events.iter();
        if events.any(|event| event.range.contains(day)) {
            continue;
        }
        match spans.last_mut() {
            Some(span) if span.end == index => span.end += 1,
            _ => spans.push(index..index + 1),
        }
    }
    spans
}

/// Whether the row has a figure on any day so far; without one nothing is known of its rate.
fn has_figure(scene: &Scene, term: Term, entity: Entity, row: usize) -> bool {
    let days = DayRange::new(term.day(0), term.day(term.done));
    let ledger = scene.books.ledger(entity);
    ledger.has_figure(scene.metric, ChannelIndex(row as u32), days)
}

/// Whether a row without figures by day has a sum all the same, from the document's totals: its
/// own, which may be 0, or those of a partner's channels.
fn is_given(
    scene: &Scene,
    term: Term,
    to_date: Option<&[i64]>,
    entity: Entity,
    row: usize,
) -> bool {
    let Some(sum) = to_date.map(|sums| sums[row]) else {
        return false;
    };
    let own = || scene.dataset.totals.as_ref()?.to_date.get(row).copied()?;
    let is_today = || term.day(term.done) == scene.dataset.as_of.day.plus(1);
    sum != 0 || (entity == Entity::Channels && is_today() && own().is_some())
}

/// The seasons of a term, for channels and partners alike.
pub(super) struct Seasons<'a> {
    done: Season<'a>,
    recent: Season<'a>,
    left: Season<'a>,
    recent_days: Vec<Range<usize>>,
    /// Running sum of the programme's curve, for rows with gaps.
    programme: &'a [f64],
}

impl<'a> Seasons<'a> {
    pub(super) fn new(scene: &Scene, base: &Base<'a>, programme: &'a [f64], term: Term) -> Self {
        let recent_days = recent_days(scene, term);
        let done = 0..term.done;
        let left = term.done..term.end;
        Self {
            done: Season::on_days(base, std::slice::from_ref(&done)),
            recent: Season::on_days(base, &recent_days),
            left: Season::on_days(base, std::slice::from_ref(&left)),
            recent_days,
            programme,
        }
    }

    /// Every row of that kind, by the plan. `to_date` are sums known by other means.
    pub(super) fn readings(
        &self,
        scene: &Scene,
        term: Term,
        entity: Entity,
        to_date: Option<&[i64]>,
    ) -> Vec<Reading> {
        let done = 0..term.done;
        let passed = self.portions(scene, term, entity, &self.done, std::slice::from_ref(&done));
        let recent = self.portions(scene, term, entity, &self.recent, &self.recent_days);
        let rows = passed.into_iter().zip(recent).enumerate();
        rows.map(|(row, (mut done, recent))| {
            if let Some(sums) = to_date {
                done.sales = sums[row] as f64;
            }
            if !has_figure(scene, term, entity, row) && !is_given(scene, term, to_date, entity, row)
            {
                done.share = 0.0;
            }
            Reading::new(done, recent, self.left.share(entity, row).0)
        })
        .collect()
    }

    fn portions(
        &self,
        scene: &Scene,
        term: Term,
        entity: Entity,
        season: &Season,
        spans: &[Range<usize>],
    ) -> Vec<Portion> {
        let sales = scene.sums(entity, term, spans);
        let mut portions: Vec<Portion> = sales
            .into_iter()
            .enumerate()
            .map(|(row, sales)| Portion {
                sales,
                share: season.share(entity, row).0,
            })
            .collect();
        self.leave_out_gaps(scene, term, entity, spans, &mut portions);
        portions
    }

    /// What the plan places on days without a figure is not sold on the others: takes it off the
    /// share. A row without any figure is left as it is, since its sums come from elsewhere.
    fn leave_out_gaps(
        &self,
        scene: &Scene,
        term: Term,
        entity: Entity,
        spans: &[Range<usize>],
        portions: &mut [Portion],
    ) {
        let ledger = scene.books.ledger(entity);
        let days = DayRange::new(term.day(0), term.day(term.done));
        let Some(gaps) = ledger.window_gaps(scene.metric, days) else {
            return;
        };
        let is_gap = |row, index| {
            let day = DayRange::starting(term.day(index), 1);
            !ledger.has_figure(scene.metric, row, day)
        };
        for (row, portion) in portions
            .iter_mut()
            .enumerate()
            .filter(|(row, _)| gaps[*row] > 0)
        {
            let row = ChannelIndex(row as u32);
            let days = || spans.iter().cloned().flatten();
            let planned: f64 = days().map(|index| self.on_day(index)).sum();
            let missed = days().filter(|index| is_gap(row, *index));
            let missed: f64 = missed.map(|index| self.on_day(index)).sum();
            if missed < planned - LEAST_SHARE {
                portion.share *= 1.0 - missed / planned;
            }
        }
    }

    fn on_day(&self, index: usize) -> f64 {
        let before = index
            .checked_sub(1)
            .map_or(0.0, |before| self.programme[before]);
        self.programme[index] - before
    }
}

#[cfg(test)]
mod tests {
    use super::{Portion, Reading};

    #[test]
    fn the_recent_days_count_for_a_fifth() {
        let level = |done: (f64, f64), recent: (f64, f64)| {
            let portion = |(sales, share)| Portion { sales, share };
            Reading::new(portion(done), portion(recent), 0.5).level
        };
        let is = |found: f64, expected: f64| (found - expected).abs() < 1e-9;
        // 160 a year so far, 120 lately.
        assert!(is(
            level((80.0, 0.5), (30.0, 0.25)),
            0.8 * 160.0 + 0.2 * 120.0
        ));
        // Recent days on which nothing was sold or nothing is known change nothing.
        assert!(is(level((80.0, 0.5), (0.0, 0.25)), 160.0));
        assert!(is(level((80.0, 0.5), (0.0, 0.0)), 160.0));
        assert!(level((80.0, 0.0), (30.0, 0.25)).is_nan());
    }
}
