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
    /// What of the sales so far may still be refunded.
    pub(super) unsettled: f64,
    /// Days with a figure, of a row that has nothing else to go by: no whole last year.
    pub(super) only_days: Option<usize>,
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
        let at_present = recent.level().unwrap_or(level);
        Self {
            to_date: done.sales,
            level: level + RECENT_WEIGHT * (at_present - level),
            left,
            unsettled: 0.0,
            only_days: None,
        }
    }
}

#[cfg(test)]
impl Reading {
    /// A row that is known well, at that yearly rate.
    pub(super) fn at_rate(to_date: f64, level: f64, left: f64) -> Self {
        Self {
            to_date,
            level,
            left,
            unsettled: 0.0,
            only_days: None,
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

/// Whether the sum to date of a row comes from the document's totals and not from its figures by
/// day: its own, which may be 0, or those of a partner's channels.
fn is_given(scene: &Scene, term: Term, sum: i64, entity: Entity, row: usize) -> bool {
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
        let spans = [std::slice::from_ref(&done), &self.recent_days];
        let sales = spans.map(|spans| scene.sums(entity, term, spans));
        let seen = spans.map(|spans| self.seen(scene, term, entity, spans));
        let are_given = scene.are_given(term);
        let reading = |row: usize| {
            let [seen_to_date, seen_lately] = seen.each_ref().map(|seen| seen.part(row));
            let sum = to_date.map(|sums| sums[row]);
            // What the plan places on days without a figure is not sold on the others.
            let part = match sum {
                Some(sum) if are_given || seen_to_date <= 0.0 => {
                    f64::from(u8::from(is_given(scene, term, sum, entity, row)))
                }
                _ => seen_to_date,
            };
            let portion = |sales: f64, season: &Season, part: f64| Portion {
                sales,
                share: season.share(entity, row).0 * part,
            };
            let to_date = sum.map_or(sales[0][row], |sum| sum as f64);
            Reading::new(
                portion(to_date, &self.done, part),
                portion(sales[1][row], &self.recent, seen_lately),
                self.left.share(entity, row).0,
            )
        };
        (0..sales[0].len()).map(reading).collect()
    }

    /// All channels together, but those with gaps this year, by the programme's curve; and which
    /// those are. `to_date` are sums known by other means.
    pub(super) fn programme(
        &self,
        scene: &Scene,
        term: Term,
        to_date: &[i64],
    ) -> (Reading, Vec<usize>) {
        let done = 0..term.done;
        let spans = [std::slice::from_ref(&done), &self.recent_days];
        let [seen, seen_lately] =
            spans.map(|spans| self.seen(scene, term, Entity::Channels, spans));
        let are_given = scene.are_given(term);
        let (together, others): (Vec<usize>, Vec<usize>) =
            (0..to_date.len()).partition(|row| are_given || seen.is_usual(*row));
        let planned = |spans: &[Range<usize>]| -> f64 {
            spans
                .iter()
                .cloned()
                .flatten()
                .map(|day| self.on_day(day))
                .sum()
        };
        let lately = scene.sums(Entity::Channels, term, spans[1]);
        let done = Portion {
            sales: together.iter().map(|row| to_date[*row] as f64).sum(),
            share: planned(spans[0]) * if are_given { 1.0 } else { seen.usual },
        };
        let mut recent = Portion {
            sales: together.iter().map(|row| lately[*row]).sum(),
            share: planned(spans[1]) * seen_lately.usual,
        };
        if !together.iter().all(|row| seen_lately.is_usual(*row)) {
            // Sums that are given for rows with gaps lately.
            recent = Portion::default();
        }
        (
            Reading::new(done, recent, planned(&[term.foretold()])),
            others,
        )
    }

    /// Which part of what the programme's curve places on those days falls on days with a figure.
    fn seen(&self, scene: &Scene, term: Term, entity: Entity, spans: &[Range<usize>]) -> Seen {
        let ledger = scene.books.ledger(entity);
        let table = ledger.range(scene.metric);
        let days = || spans.iter().cloned().flatten();
        let sum = |days: &mut dyn Iterator<Item = usize>| -> f64 {
            days.map(|index| self.on_day(index)).sum()
        };
        let planned = sum(&mut days());
        let is_inside = |index: usize| table.is_some_and(|table| table.contains(term.day(index)));
        let outside = sum(&mut days().filter(|index| !is_inside(*index)));
        let part = |missed: f64| {
            let seen = planned - missed;
            if seen > LEAST_SHARE {
                seen / planned
            } else {
                0.0
            }
        };
        let gaps = ledger.window_gaps(
            scene.metric,
            DayRange::new(term.day(0), term.day(term.done)),
        );
        let is_gap = |row: u32, index: usize| {
            let day = DayRange::starting(term.day(index), 1);
            !ledger.has_figure(scene.metric, ChannelIndex(row), day)
        };
        let of_row = |(row, gaps): (u32, &u16)| match gaps {
            0 => part(outside),
            _ => part(sum(&mut days().filter(|index| is_gap(row, *index)))),
        };
        let gaps = gaps.unwrap_or_default();
        Seen {
            usual: part(outside),
            each: (0..).zip(&gaps).map(of_row).collect(),
        }
    }

    fn on_day(&self, index: usize) -> f64 {
        let before = index
            .checked_sub(1)
            .map_or(0.0, |before| self.programme[before]);
        self.programme[index] - before
    }
}

/// The part of some days' plan that falls on days with a figure.
pub(super) struct Seen {
    /// Of rows without a gap on the days that the table has.
    usual: f64,
    /// Of each row; empty where none has a gap.
    each: Vec<f64>,
}

impl Seen {
    fn part(&self, row: usize) -> f64 {
        self.each.get(row).copied().unwrap_or(self.usual)
    }

    fn is_usual(&self, row: usize) -> bool {
        self.part(row) >= self.usual
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
        // Recent days on which nothing was sold count, those of which nothing is known do not.
        assert!(is(level((80.0, 0.5), (0.0, 0.25)), 0.8 * 160.0));
        assert!(is(level((80.0, 0.5), (0.0, 0.0)), 160.0));
        assert!(level((80.0, 0.0), (30.0, 0.25)).is_nan());
    }
}
