//! From readings to rates of a year that also heed how channels usually grow.

use super::maths::ln;
use super::reading::{Reading, Seasons};
use super::row::Prospect;
use super::same_year;
use super::scene::{Scene, Term};
use super::shrink::shrink;
use super::spread::Spread;
use super::{Basis, Growth};
use crate::model::{FiscalYear, Money};
use crate::pace::{Ahead, Base, PaceTable, programme_course};
use crate::query::Entity;

/// Years that a projection may reach back: last year for the season, the one before to test that,
/// and one more to test the test.
const YEARS_BACK: usize = 3;

/// No error counts for more than this factor (as a logarithm): a row that sold nothing more.
pub(super) const LARGEST_ERROR: f64 = 3.0;

/// Years in descending order with what each can learn from the year before it. Each but the first
/// is the base of the one before it.
pub(super) struct Chain<'a> {
    pub(super) scene: Scene<'a>,
    bases: Vec<Base<'a>>,
    /// The programme's curve of each of them.
    courses: Vec<Vec<f64>>,
}

/// A past forecast of one row beside what came.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tested {
    /// ln(sales that came ÷ sales foretold); not a number where there was no forecast.
    pub(super) error: f64,
    /// What came as a share of the year's sales up to its end.
    pub(super) part: f64,
}

impl<'a> Chain<'a> {
    pub(super) fn new(scene: Scene<'a>, year: FiscalYear) -> Self {
        let base = |year| Base::new(scene.dataset, scene.books, year);
        let mut bases = vec![base(year)];
        while bases.len() < YEARS_BACK && bases.last().is_some_and(Base::is_learnt_here) {
            let earlier = bases.last().map_or(year, |base| base.year);
            bases.push(base(earlier));
        }
        let courses = bases.iter().map(programme_course).collect();
        Self {
            scene,
            bases,
            courses,
        }
    }

    /// How the plan fills the days to come.
    pub(super) fn ahead(&self, term: Term, entity: Entity) -> Ahead<'_> {
        Ahead::new(&self.bases[0], entity, &self.courses[0], term.done)
    }

    /// The share of what is foretold that the programme's curve places before the end of each day
    /// to come.
    pub(super) fn sold_by_day(&self, term: Term) -> Vec<f64> {
        let course = &self.courses[0];
        let by = |days: usize| days.checked_sub(1).map_or(0.0, |last| course[last]);
        let all = by(term.end) - by(term.done);
        let sold = |day: usize| ((by(day + 1) - by(term.done)) / all).clamp(0.0, 1.0);
        term.foretold().map(sold).collect()
    }

    /// Sales of the whole programme at the end of the term: by the programme's curve of all
    /// channels but those with gaps this year, and what is foretold of each of these.
    pub(super) fn total(
        &self,
        term: Term,
        paces: &PaceTable,
        growth: Growth,
        prospects: &[Prospect],
    ) -> Option<Money> {
        let sums: Vec<i64> = paces
            .channels
            .iter()
            .map(|pace| pace.to_date.minor())
            .collect();
        let (reading, others) = self.seasons(0, term).programme(&self.scene, term, &sums);
        let one = growth.only.map(|channel| channel as usize);
        let gained = match one {
            Some(channel) if !others.contains(&channel) => self.gained_by_one(term, growth),
            _ => 0.0,
        };
        let together = Prospect::new(&reading, growth.factor(None)).and(gained);
        let known = others.iter().map(|row| &prospects[*row]);
        let known: Vec<&Prospect> = known.filter(|it| it.is_known()).collect();
        Prospect::sum(std::iter::once(&together).chain(known))?.projected()
    }

    /// What the growth of a single channel adds to all that is foretold; 0 without one.
    pub(super) fn gained_by_one(&self, term: Term, growth: Growth) -> f64 {
        let Some(channel) = growth.only else {
            return 0.0;
        };
        let readings = self.forecast(0, term, Entity::Channels, None);
        let foretold = readings.get(channel as usize);
        let foretold = foretold.map_or(0.0, |reading| Prospect::new(reading, 1.0).foretold);
        (growth.factor(Some(channel)) - 1.0) * foretold
    }

    /// Why nothing can be tested on last year.
    pub(super) fn why_no_last_year(&self, entity: Entity) -> Basis {
        let base = &self.bases[0];
        if base.is_awaited() {
            Basis::NotRead
        } else if base.holds(entity) {
            Basis::TooFew
        } else {
            Basis::NoLastYear
        }
    }

    /// What each row with a whole year sold in the year before year `at`.
    pub(super) fn sizes(&self, at: usize, entity: Entity) -> Vec<f64> {
        self.last_totals(at, entity)
    }

    /// Whether last year's figures can be tested against for rows of that kind.
    pub(super) fn has_last_year(&self, entity: Entity) -> bool {
        self.learns(0, entity)
    }

    /// Whether no channel of a partner came or went last year or came this year.
    pub(super) fn is_settled(&self, partner: u32) -> bool {
        let mut members = self.scene.books.directory.members(partner).iter();
        members.all(|channel| self.bases[0].has_all_days(*channel))
    }

    /// Whether the back-test of last year had a year before it.
    pub(super) fn has_year_before(&self, entity: Entity) -> bool {
        self.learns(0, entity) && self.learns(1, entity)
    }

    /// Whether year `at` of the chain has a year before it with figures of its own.
    fn learns(&self, at: usize, entity: Entity) -> bool {
        let learns = |base: &Base| base.is_loaded(entity) && base.complete(entity).contains(&true);
        self.bases.get(at).is_some_and(learns)
    }

    /// Every row in year `at` of the chain: its rate so far drawn towards its last year's total
    /// times the median growth, the more so the less the rate is worth. `to_date` are sums known
    /// by other means.
    pub(super) fn forecast(
        &self,
        at: usize,
        term: Term,
        entity: Entity,
        to_date: Option<&[i64]>,
    ) -> Vec<Reading> {
        let seasons = self.seasons(at, term);
        let mut readings = seasons.readings(&self.scene, term, entity, to_date);
        let last_year = self.last_totals(at, entity);
        let error = if self.learns(at, entity) {
            self.variance_of_rates(at, term, entity)
        } else {
            None
        };
        shrink(&mut readings, &last_year, error);
        for (row, reading) in readings.iter_mut().enumerate() {
            let has_year = last_year.get(row).is_some_and(|total| total.is_finite());
            reading.only_days = (!has_year).then(|| self.scene.days_with_figure(entity, term, row));
        }
        readings
    }

    fn seasons(&self, at: usize, term: Term) -> Seasons<'_> {
        Seasons::new(&self.scene, &self.bases[at], &self.courses[at], term)
    }

    /// Last year's total of each row that has a whole one, seen from year `at`; else not a number.
    fn last_totals(&self, at: usize, entity: Entity) -> Vec<f64> {
        let base = &self.bases[at];
        let complete = base.complete(entity);
        if complete.is_empty() {
            return self.given_totals(at, entity);
        }
        let year = whole(base.year);
        let days = 0..year.end;
        let totals = self.scene.sums(entity, year, std::slice::from_ref(&days));
        let total = |(total, complete): (f64, &bool)| if *complete { total } else { f64::NAN };
        totals.into_iter().zip(complete).map(total).collect()
    }

    /// Last year's totals that the document gives while its figures have not been read.
    fn given_totals(&self, at: usize, entity: Entity) -> Vec<f64> {
        let totals = self.scene.dataset.totals.as_ref();
        match totals.filter(|_| at == 0 && entity == Entity::Channels) {
            Some(totals) => {
                let total = |total: &Option<i64>| total.map_or(f64::NAN, |total| total as f64);
                totals.last_year.iter().map(total).collect()
            }
            None => Vec::new(),
        }
    }

    /// Variance of the logarithm of last year's rates on that day about the year's total.
    fn variance_of_rates(&self, at: usize, term: Term, entity: Entity) -> Option<f64> {
        let term = term.in_year(self.bases[at].year);
        let readings = if self.learns(at + 1, entity) {
            let seasons = self.seasons(at + 1, term);
            seasons.readings(&self.scene, term, entity, None)
        } else {
            same_year::readings(&self.scene, &self.bases[at], term, entity, 0)
        };
        let tests = self.against_outcome(&self.bases[at], &readings, term, entity);
        let errors = tests.iter().map(|test| test.error * test.part);
        Spread::of(errors).map(|spread| spread.variance)
    }

    /// What would have been said in last year's stead, seen from year `at`, of rows with a whole
    /// year: with the season and growth of the year before it where that is known, else by the
    /// season of the others in the same year.
    pub(super) fn back_test(&self, at: usize, term: Term, entity: Entity) -> Vec<Tested> {
        let term = term.in_year(self.bases[at].year);
        let readings = self.last_readings(at, term, entity);
        self.against_outcome(&self.bases[at], &readings, term, entity)
    }

    fn last_readings(&self, at: usize, term: Term, entity: Entity) -> Vec<Reading> {
        if self.learns(at + 1, entity) {
            self.forecast(at + 1, term, entity, None)
        } else {
            same_year::readings(&self.scene, &self.bases[at], term, entity, 0)
        }
    }

    /// What would have been said in last year's stead of rows of which only the last so many days
    /// before that day had been known.
    pub(super) fn back_test_of(&self, days: usize, term: Term, entity: Entity) -> Vec<Tested> {
        let (scene, base) = (&self.scene, &self.bases[0]);
        let term = term.in_year(base.year);
        let from = term.done.saturating_sub(days);
        let readings = same_year::readings(scene, base, term, entity, from);
        self.against_outcome(base, &readings, term, entity)
    }

    /// The same fiscal days of last year, and what would have been said on them.
    pub(super) fn last_year(&self, term: Term, entity: Entity) -> (Term, Vec<Reading>) {
        let term = term.in_year(self.bases[0].year);
        (term, self.last_readings(0, term, entity))
    }

    /// What was said earlier this year of rows with a whole last year.
    pub(super) fn hindcast(&self, term: Term, entity: Entity) -> Vec<Tested> {
        let readings = self.forecast(0, term, entity, None);
        self.against_outcome(&self.bases[0], &readings, term, entity)
    }

    fn against_outcome(
        &self,
        base: &Base,
        readings: &[Reading],
        term: Term,
        entity: Entity,
    ) -> Vec<Tested> {
        let outcome = self.scene.outcome(entity, term);
        let rows = readings.iter().zip(outcome).zip(base.complete(entity));
        rows.map(|((reading, came), complete)| Tested {
            error: error(reading, came)
                .filter(|_| *complete)
                .unwrap_or(f64::NAN),
            part: came / (reading.to_date + came),
        })
        .collect()
    }
}

/// A year to its end.
fn whole(year: FiscalYear) -> Term {
    Term {
        year,
        done: 0,
        end: year.len(),
    }
}

/// The logarithm of what came over what was foretold; `None` without a forecast above 0.
fn error(reading: &Reading, came: f64) -> Option<f64> {
    let foretold = reading.level * reading.left;
    let missed = |came: f64| {
        if came > 0.0 {
            ln(came / foretold).clamp(-LARGEST_ERROR, LARGEST_ERROR)
        } else {
            -LARGEST_ERROR
        }
    };
    (foretold > 0.0).then(|| missed(came))
}

#[cfg(test)]
mod tests {
    use super::error;
    use crate::outlook::maths::ln;
    use crate::outlook::reading::Reading;

    fn reading(level: f64, left: f64) -> Reading {
        Reading::at_rate(0.0, level, left)
    }

    #[test]
    fn no_error_counts_for_more_than_a_factor_of_twenty() {
        let half = reading(100.0, 0.5);
        let near = |found: Option<f64>, expected: f64| (found.unwrap() - expected).abs() < 1e-9;
        assert!(near(error(&half, 50.0), 0.0) && near(error(&half, 100.0), ln(2.0)));
        assert!(near(error(&half, 1e9), 3.0) && near(error(&half, 1e-9), -3.0));
        assert!(near(error(&half, 0.0), -3.0));
        assert_eq!(error(&reading(f64::NAN, 0.5), 50.0), None);
        assert_eq!(error(&reading(100.0, 0.0), 50.0), None);
    }
}
