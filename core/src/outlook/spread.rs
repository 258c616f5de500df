//! Robust measures of how far numbers lie apart.

use super::maths::quantile;
use paceboard_figures::ascending;

/// Fewer numbers than these say nothing about a distribution.
pub(super) const FEWEST: usize = 10;

/// A normal distribution's interquartile range in standard deviations.
const QUARTILES_APART: f64 = 1.349;

/// Middle and extent of a handful of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub(super) median: f64,
    /// (interquartile range ÷ 1.349)².
    pub(super) variance: f64,
    /// From the 10th to the 90th percentile.
    pub(super) eighty: f64,
}

impl Spread {
    /// Of the numbers that are finite; `None` where they are too few.
    pub(super) fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let values = ascending(&values.filter(|value| value.is_finite()).collect::<Vec<_>>());
        if values.len() < FEWEST {
            return None;
        }
        let at = |share| quantile(&values, share);
        let deviation = (at(0.75) - at(0.25)) / QUARTILES_APART;
        Some(Self {
            median: at(0.5),
            variance: deviation * deviation,
            eighty: at(0.9) - at(0.1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn a_few_wild_numbers_change_little() {
        let mut values: Vec<f64> = (0..101).map(f64::from).collect();
        let spread = Spread::of(values.iter().copied()).unwrap();
        let is = |found: f64, expected: f64| (found - expected).abs() < 1e-9;
        assert!(is(spread.median, 50.0) && is(spread.eighty, 80.0));
        assert!((spread.variance - (50.0_f64 / 1.349).powi(2)).abs() < 1e-9);
        values.extend([f64::NAN, f64::INFINITY, 1e12]);
        let disturbed = Spread::of(values.into_iter()).unwrap();
        assert!(is(disturbed.median, 50.5) && is(disturbed.eighty, 80.8));
        assert_eq!(Spread::of((0..9).map(f64::from)), None);
    }
}
