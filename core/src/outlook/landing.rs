//! How many will be over the line, day by day to the year's end.
//!
//! Rows miss their forecasts each for itself and all together. Given what they share, the count is
//! a sum of independent chances: its mean and variance are sums, its distribution nearly normal.
//! What they share takes fifteen values of equal probability, so that a year is fifteen normal
//! distributions mixed. No random numbers are drawn.

use super::errors::Errors;
use super::maths::{ln, normal_below, where_reaches};
use super::{Basis, Count, Landing};

/// Values that the common error takes, of equal probability.
const COMMON_VALUES: usize = 15;

/// Needs and shifts are kept to a fiftieth, from −6 to 6.
const STEP: f64 = 0.02;
const LARGEST: f64 = 6.0;
const CELLS: usize = 601;

/// Rows on their way, by what they need: ln(missing ÷ foretold).
pub(super) struct Crowd<'a> {
    errors: &'a Errors,
    /// Over the line whatever is still refunded.
    certain: f64,
    /// Over the line already.
    sure: f64,
    /// Those, and all that have a goal to reach, whatever is known of them.
    most: f64,
    /// Size class, need, number of rows.
    groups: Vec<(usize, f64, f64)>,
    values: Vec<f64>,
    /// Mean and variance of the count beside the sure ones, by shift; worked out when asked for.
    known: Vec<Option<(f64, f64)>>,
}

/// What one row needs.
pub(super) struct Need {
    pub(super) class: usize,
    pub(super) missing: f64,
    /// What of its sales so far may still be refunded.
    pub(super) unsettled: f64,
    pub(super) foretold: f64,
}

impl<'a> Crowd<'a> {
    pub(super) fn new(errors: &'a Errors, needs: impl Iterator<Item = Need>) -> Self {
        let (mut certain, mut sure, mut most) = (0.0, 0.0, 0.0);
        let mut cells = vec![0.0; errors.classes().len() * CELLS];
        for need in needs {
            most += 1.0;
            if need.missing <= 0.0 {
                sure += 1.0;
                certain += f64::from(u8::from(need.missing + need.unsettled <= 0.0));
            } else if need.foretold > 0.0 {
                let place = place(ln(need.missing / need.foretold));
                cells[need.class * CELLS + half_up(place)] += 1.0;
            }
        }
        let group = |(at, count): (usize, &f64)| {
            let need = (at % CELLS) as f64 * STEP - LARGEST;
            (*count > 0.0).then_some((at / CELLS, need, *count))
        };
        let value = |at: usize| {
            let share = (at as f64 + 0.5) / COMMON_VALUES as f64;
            errors.common * where_reaches(share, (-9.0, 9.0), 1e-6, normal_below)
        };
        Self {
            errors,
            certain,
            sure,
            most,
            groups: cells.iter().enumerate().filter_map(group).collect(),
            values: (0..COMMON_VALUES).map(value).collect(),
            known: vec![None; CELLS],
        }
    }

    /// The count once that share of what is foretold has been sold.
    pub(super) fn count(&mut self, sold: f64) -> Years {
        let shift = if sold > 0.0 { ln(sold) } else { -LARGEST };
        let values = self.values.clone();
        let normal = values
            .into_iter()
            .map(|common| self.at(shift + common))
            .collect();
        Years {
            certain: self.certain,
            sure: self.sure,
            most: self.most,
            normal,
        }
    }

    /// Mean and variance where all sell e^shift times what is foretold.
    fn at(&mut self, shift: f64) -> (f64, f64) {
        let place = place(shift);
        let below = (place as usize).min(CELLS - 2);
        let within = place - below as f64;
        let (low, high) = (self.cell(below), self.cell(below + 1));
        let between = |low: f64, high: f64| low + within * (high - low);
        (between(low.0, high.0), between(low.1, high.1))
    }

    fn cell(&mut self, cell: usize) -> (f64, f64) {
        if let Some(known) = self.known[cell] {
            return known;
        }
        let shift = cell as f64 * STEP - LARGEST;
        let (mut mean, mut variance) = (0.0, 0.0);
        for (class, need, count) in &self.groups {
            let chance = 1.0 - self.errors.classes()[*class].alone.below(need - shift);
            mean += count * chance;
            variance += count * chance * (1.0 - chance);
        }
        self.known[cell] = Some((mean, variance));
        (mean, variance)
    }
}

/// The count in each of the equally probable years, as mean and variance of a normal distribution.
pub(super) struct Years {
    certain: f64,
    sure: f64,
    most: f64,
    normal: Vec<(f64, f64)>,
}

impl Years {
    pub(super) fn summary(&self) -> Count {
        let mean = self.normal.iter().map(|(mean, _)| mean).sum::<f64>() / self.normal.len() as f64;
        Count {
            expected: whole(self.sure + mean),
            low: whole(self.quantile(0.1)),
            high: whole(self.quantile(0.9)),
        }
    }

    /// The probability of that many or more.
    pub(super) fn at_least(&self, count: u32) -> f64 {
        1.0 - self.below(f64::from(count) - 0.5)
    }

    /// The same in basis points: certain only where nobody's luck can change it.
    fn chance(&self, count: u32) -> u16 {
        match f64::from(count) {
            certain if certain <= self.certain => 10_000,
            never if never > self.most => 0,
            _ => (whole(self.at_least(count) * 10_000.0) as u16).clamp(1, 9_999),
        }
    }

    fn quantile(&self, share: f64) -> f64 {
        where_reaches(share, (self.sure, self.most), 0.25, |count| {
            self.below(count)
        })
    }

    fn below(&self, count: f64) -> f64 {
        let in_year = |(mean, variance): &(f64, f64)| {
            let ahead = count - self.sure - mean;
            // Where nothing is uncertain the count is its mean.
            normal_below(ahead / variance.sqrt().max(1e-9))
        };
        self.normal.iter().map(in_year).sum::<f64>() / self.normal.len() as f64
    }
}

impl Landing {
    /// The landing of a crowd whose target is `target`, `days` before the end; `sold` tells the
    /// share of what is foretold that is sold by each of them.
    pub(super) fn of(
        mut crowd: Crowd,
        sold: impl Iterator<Item = f64>,
        target: Option<u32>,
        basis: Basis,
    ) -> Self {
        let path = sold.map(|sold| crowd.count(sold).summary()).collect();
        let end = crowd.count(1.0);
        let count = end.summary();
        Self {
            expected: count.expected,
            band: Some((count.low, count.high)),
            target_bp: target.map(|target| end.chance(target)),
            path,
            ..Self::unknown(basis)
        }
    }
}

fn place(value: f64) -> f64 {
    (value.clamp(-LARGEST, LARGEST) + LARGEST) / STEP
}

fn half_up(value: f64) -> usize {
    (value + 0.5) as usize
}

fn whole(value: f64) -> u32 {
    (value + 0.5) as u32
}

#[cfg(test)]
mod tests {
    use super::{Crowd, Need};
    use crate::outlook::errors::Errors;
    use crate::outlook::forecast::Tested;
    use crate::outlook::maths::exp;

    const COMMON: f64 = 0.05;

    /// From −0.2 to 0.2, all alike.
    fn misses() -> Vec<f64> {
        (-100..=100).map(|at| f64::from(at) / 500.0).collect()
    }

    fn errors() -> Errors {
        let test = |error| Tested { error, part: 0.5 };
        let tests: Vec<Tested> = misses().into_iter().map(test).collect();
        Errors::new(&tests, &[1.0; 201], 1.0, COMMON).unwrap()
    }

    /// What rows need of what is foretold, as logarithms.
    fn crowd<'a>(errors: &'a Errors, needs: &[f64]) -> Crowd<'a> {
        let need = |need: &f64| Need {
            class: 0,
            missing: exp(*need),
            unsettled: 0.0,
            foretold: 1.0,
        };
        Crowd::new(errors, needs.iter().map(need))
    }

    /// Uniform numbers from 0 to 1, the same in every run.
    fn uniform(state: &mut u64) -> f64 {
        *state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (*state >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Fifteen normal distributions against twenty thousand simulated years, each with a common
    /// error of its own and an error for each row.
    #[test]
    fn the_mixture_is_what_simulated_years_come_to() {
        let needs: Vec<f64> = (-60..60).map(|at| f64::from(at) / 150.0).collect();
        let (found, misses) = (errors(), misses());
        let mut state = 2_021;
        let mut year = || {
            let common = COMMON * ((0..12).map(|_| uniform(&mut state)).sum::<f64>() - 6.0);
            let arrives = |need: &&f64| {
                let miss = misses[(uniform(&mut state) * misses.len() as f64) as usize];
                miss + common >= **need
            };
            needs.iter().filter(arrives).count()
        };
        let mut counts: Vec<usize> = (0..20_000).map(|_| year()).collect();
        counts.sort_unstable();
        let mean = counts.iter().sum::<usize>() as f64 / counts.len() as f64;
        let told = crowd(&found, &needs).count(1.0).summary();
        assert!(
            (f64::from(told.expected) - mean).abs() <= 1.0,
            "{told:?} {mean}"
        );
        let near = |told: u32, at: usize| (i64::from(told) - counts[at] as i64).abs() <= 2;
        assert!(near(told.low, 2_000) && near(told.high, 18_000), "{told:?}");
        let over: usize = counts.iter().filter(|count| **count >= 60).count();
        let share = over as f64 / counts.len() as f64;
        assert!((crowd(&found, &needs).count(1.0).at_least(60) - share).abs() < 0.03);
    }

    #[test]
    fn a_target_is_certain_only_where_no_luck_can_change_it() {
        let found = errors();
        // Two are over the line, two as good as there, and one as good as never.
        let mut crowd = crowd(&found, &[-5.9, -5.9, 5.9]);
        (crowd.certain, crowd.sure, crowd.most) = (2.0, 2.0, 5.0);
        let years = crowd.count(1.0);
        assert_eq!([1, 2].map(|target| years.chance(target)), [10_000; 2]);
        assert_eq!([3, 4].map(|target| years.chance(target)), [9_999; 2]);
        assert_eq!([5, 6].map(|target| years.chance(target)), [1, 0]);
        assert_eq!(years.summary().expected, 4);
        // What refunds can still take is not certain.
        crowd.certain = 1.0;
        let years = crowd.count(1.0);
        assert_eq!([1, 2].map(|target| years.chance(target)), [10_000, 9_999]);
    }
}
