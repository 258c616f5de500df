//! The errors that a forecast of today must be expected to have.
//!
//! Their shape is that of last year's errors on the same fiscal day, by size of the row. How wide
//! they are and how far all rows may be off together is corrected by this year: what would have
//! been said at a half and at two thirds of the days so far is held against what came since, this
//! year and last year alike.

use super::forecast::{Chain, Tested};
use super::maths::{exp, ln, quantile};
use super::odds::Odds;
use super::scene::Term;
use super::spread::{FEWEST, Spread};
use crate::query::Entity;
use crate::steps::pause;
use paceboard_figures::ascending;

/// A size class holds at least about so many rows, and there are no more than so many classes.
const ROWS_OF_A_CLASS: usize = 40;
const MOST_CLASSES: usize = 5;

/// Earlier days of this year at which it is asked what would have been said, as shares of the
/// days so far.
const LOOKS_BACK: [(usize, usize); 2] = [(1, 2), (2, 3)];

/// The least deviation of the error that all rows of a year share, and what is assumed of it where
/// this year cannot be asked yet.
const LEAST_COMMON: f64 = 0.015;
const USUAL_COMMON: f64 = 0.03;

/// By how much this year's errors may be wider or narrower than last year's; beyond it the ratio
/// is chance.
const WIDTHS: (f64, f64) = (0.6, 2.0);

/// Days with a figure from which a row without a whole last year has errors of its own class: as
/// last year's rows had, had only so many of their days been known. Below the first there are none.
const DAYS_KNOWN: [usize; 4] = [14, 28, 56, 112];

/// Distributions of errors by size of the row, and by days for those known by a few days alone.
#[derive(Clone, Debug)]
pub(super) struct Errors {
    /// Yearly sales from which the second class and each further one begins.
    bounds: Vec<f64>,
    /// By size, then by days.
    classes: Vec<Class>,
    /// The days from which each of the latter begins.
    days: Vec<usize>,
    /// Deviation of the error that all rows share.
    pub(super) common: f64,
}

/// Errors of rows of about one size.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// Apart from what all rows share.
    pub(super) alone: Odds,
    /// In all.
    whole: Odds,
    /// What comes over what is foretold, at the 10th and the 90th percentile.
    pub(super) eighty: (f64, f64),
}

impl Errors {
    /// What to expect of a forecast of `term`; `None` where last year gives too few errors.
    pub(super) async fn expected(chain: &Chain<'_>, term: Term, entity: Entity) -> Option<Self> {
        let tests = chain.back_test(0, term, entity);
        pause().await;
        let now = SoFar::of(chain, term, entity).await;
        let mut errors = Self::new(&tests, &chain.sizes(0, entity), now.width, now.common)?;
        for days in DAYS_KNOWN.into_iter().filter(|days| *days <= term.done) {
            pause().await;
            let tests = chain.back_test_of(days, term, entity);
            errors.add_days(days, &tests, now.width);
        }
        Some(errors)
    }

    /// The errors of the year before year `at` of the chain as they were, without a look at how
    /// that year itself went.
    pub(super) fn plain(chain: &Chain, at: usize, term: Term, entity: Entity) -> Option<Self> {
        let tests = chain.back_test(at, term, entity);
        Self::new(&tests, &chain.sizes(at, entity), 1.0, USUAL_COMMON)
    }

    pub(super) fn new(tests: &[Tested], sizes: &[f64], width: f64, common: f64) -> Option<Self> {
        let known = || {
            let pairs = tests.iter().map(|test| test.error).zip(sizes);
            pairs.filter(|(error, size)| error.is_finite() && size.is_finite())
        };
        if known().count() < FEWEST {
            return None;
        }
        let bounds = bounds(&known().map(|(_, size)| *size).collect::<Vec<_>>());
        let mut classes = vec![Vec::new(); bounds.len() + 1];
        for (error, size) in known() {
            classes[class_of(&bounds, *size)].push(error);
        }
        let class = |errors: Vec<f64>| Class::new(&errors, width, common);
        Some(Self {
            bounds,
            classes: classes.into_iter().map(class).collect(),
            days: Vec::new(),
            common,
        })
    }

    /// The errors of rows known by so many days alone.
    fn add_days(&mut self, days: usize, tests: &[Tested], width: f64) {
        let known = tests.iter().map(|test| test.error);
        let known: Vec<f64> = known.filter(|error| error.is_finite()).collect();
        if known.len() >= FEWEST {
            self.classes.push(Class::new(&known, width, self.common));
            self.days.push(days);
        }
    }

    pub(super) fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// The class of a row that sells so much a year.
    pub(super) fn class_of(&self, size: f64) -> usize {
        class_of(&self.bounds, size)
    }

    /// The class of a row of which only so many days are known.
    pub(super) fn class_of_days(&self, days: usize) -> Option<usize> {
        let begun = self.days.partition_point(|from| *from <= days);
        Some(self.bounds.len() + begun.checked_sub(1)? + 1)
    }

    /// The class of rows of which the fewest days are known.
    pub(super) fn least_known(&self) -> Option<usize> {
        self.days.first().map(|_| self.bounds.len() + 1)
    }

    /// The probability that a row of that class sells `needed` where `foretold` is foretold.
    pub(super) fn reach(&self, class: usize, needed: f64, foretold: f64) -> f64 {
        1.0 - self.classes[class].whole.below(ln(needed / foretold))
    }
}

impl Class {
    /// Errors about their median, so many times as wide.
    fn new(errors: &[f64], width: f64, common: f64) -> Self {
        let middle = quantile(&ascending(errors), 0.5);
        let scaled = |error: &f64| (error - middle) * width;
        let alone = Odds::of(&errors.iter().map(scaled).collect::<Vec<_>>());
        let whole = alone.blurred(common);
        let factor = |share| exp(whole.quantile(share));
        Self {
            eighty: (factor(0.1), factor(0.9)),
            alone,
            whole,
        }
    }
}

fn bounds(sizes: &[f64]) -> Vec<f64> {
    let classes = (sizes.len() / ROWS_OF_A_CLASS).clamp(1, MOST_CLASSES);
    let sizes = ascending(sizes);
    // Sizes that there are, so that no class is empty however many are alike.
    let mut bounds: Vec<f64> = (1..classes)
        .map(|class| sizes[sizes.len() * class / classes])
        .filter(|bound| *bound > sizes[0])
        .collect();
    bounds.dedup();
    bounds
}

fn class_of(bounds: &[f64], size: f64) -> usize {
    bounds.partition_point(|bound| *bound <= size)
}

/// What this year has shown of errors.
struct SoFar {
    width: f64,
    common: f64,
}

impl SoFar {
    async fn of(chain: &Chain<'_>, term: Term, entity: Entity) -> Self {
        let (mut ratio, mut median, mut count) = (0.0, 0.0, 0.0);
        for (part, of) in LOOKS_BACK {
            let then = term.earlier(term.done * part / of);
            let now = spread(&chain.hindcast(then, entity));
            pause().await;
            let before = now.and_then(|_| spread(&chain.back_test(0, then, entity)));
            pause().await;
            if let Some((now, before)) = now.zip(before) {
                ratio += log_ratio(now.eighty, before.eighty);
                median += now.median;
                count += 1.0;
            }
        }
        if count == 0.0 {
            return Self {
                width: 1.0,
                common: USUAL_COMMON,
            };
        }
        Self::seen(ratio / count, median / count)
    }

    /// By the mean logarithm of this year's spread over last year's, and this year's mean error.
    fn seen(ratio: f64, median: f64) -> Self {
        let ratio = exp(ratio).clamp(WIDTHS.0, WIDTHS.1);
        Self {
            // Squared: the noise of short windows is the same in both years and draws the ratio
            // towards 1.
            width: ratio * ratio,
            common: (LEAST_COMMON * LEAST_COMMON + median * median).sqrt(),
        }
    }
}

/// 0 where one of them is 0 and no ratio can be told.
fn log_ratio(now: f64, before: f64) -> f64 {
    if now > 0.0 && before > 0.0 {
        ln(now / before)
    } else {
        0.0
    }
}

fn spread(tests: &[Tested]) -> Option<Spread> {
    Spread::of(tests.iter().map(|test| test.error))
}

#[cfg(test)]
mod tests {
    use super::{Errors, SoFar};
    use crate::outlook::forecast::Tested;
    use crate::outlook::maths::{exp, ln};

    fn errors(of: impl Fn(usize) -> f64, sizes: &[f64], width: f64) -> Option<Errors> {
        let test = |row| Tested {
            error: of(row),
            part: 0.5,
        };
        let tests: Vec<Tested> = (0..sizes.len()).map(test).collect();
        Errors::new(&tests, sizes, width, 0.001)
    }

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 0.01, "{found} {expected}");
    }

    /// The half of the rows that sell less missed by up to 0.5, the others by up to 0.1.
    #[test]
    fn rows_of_another_size_have_errors_of_their_own() {
        let sizes: Vec<f64> = (0..82).map(f64::from).collect();
        let spread = |row: usize| if row < 41 { 0.5 } else { 0.1 };
        let even = |row: usize| ((row % 41) as f64 / 20.0 - 1.0) * spread(row);
        let found = errors(even, &sizes, 1.0).unwrap();
        assert_eq!(found.classes().len(), 2);
        assert_eq!(
            [0.0, 40.0, 41.0, 900.0].map(|size| found.class_of(size)),
            [0, 0, 1, 1]
        );
        let edges = |class: usize| found.classes()[class].eighty;
        near(edges(0).1, exp(0.4));
        near(edges(1).1, exp(0.08));
        near(edges(1).0, exp(-0.08));
        // One in four of the small ones came to a quarter more of an even spread, none of the large.
        near(found.reach(0, exp(0.25), 1.0), 0.25);
        near(found.reach(1, exp(0.25), 1.0), 0.0);
        // 79 rows are one class of forty.
        assert_eq!(errors(even, &sizes[..79], 1.0).unwrap().classes().len(), 1);
        assert!(errors(even, &sizes[..9], 1.0).is_none());
    }

    #[test]
    fn errors_are_centred_and_scaled() {
        let sizes = [1.0; 21];
        let found = errors(|row| 0.3 + (row as f64 - 10.0) / 100.0, &sizes, 2.0).unwrap();
        // The tenth and the ninetieth of −0.1 to 0.1 are 0.08 off, times two.
        near(ln(found.classes()[0].eighty.1), 0.16);
        near(ln(found.classes()[0].eighty.0), -0.16);
    }

    #[test]
    fn this_year_corrects_within_limits() {
        let check = |ratio: f64, median: f64, width: f64, common: f64| {
            let found = SoFar::seen(ratio, median);
            assert!((found.width - width).abs() < 1e-9 && (found.common - common).abs() < 1e-9);
        };
        check(0.0, 0.0, 1.0, 0.015);
        check(ln(1.5), 0.02, 2.25, 0.025);
        check(ln(9.0), -0.036, 4.0, 0.039);
        check(ln(0.1), 0.0, 0.36, 0.015);
    }
}
