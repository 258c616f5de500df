//! Rates drawn towards what rows usually sell: last year's totals times the median growth.

use super::forecast::LARGEST_ERROR;
use super::maths::{exp, ln};
use super::reading::Reading;
use super::spread::Spread;

/// Draws rates towards last year's totals times the median growth. With the true growth of
/// channels spread like N(median, τ²) and a rate's error like N(0, σ²), the best weight of last
/// year's total is σ² ÷ (σ² + τ²); σ² + τ² is what is seen in the ratios of rate and total.
///
/// A row that has sold nothing yet has a rate as far below as errors go. Where it has no last year
/// either, or too few rows have one to tell growth by, nothing is known of its rate.
pub(super) fn shrink(readings: &mut [Reading], last_year: &[f64], error: Option<f64>) {
    let pairs = || readings.iter().zip(last_year);
    let growth = |(reading, total): (&Reading, &f64)| {
        let known = reading.level > 0.0 && *total > 0.0;
        if known {
            ln(reading.level / total)
        } else {
            f64::NAN
        }
    };
    let seen = Spread::of(pairs().map(growth));
    let error = error.filter(|error| *error > 0.0);
    let weight = seen
        .zip(error)
        .map_or(0.0, |(seen, error)| (error / seen.variance).min(1.0));
    for (row, reading) in readings.iter_mut().enumerate() {
        let total = last_year.get(row).filter(|total| **total > 0.0);
        reading.level = match seen.zip(total) {
            Some((seen, total)) => drawn(reading.level, total * exp(seen.median), weight),
            None if reading.level > 0.0 => reading.level,
            None => f64::NAN,
        };
    }
}

/// A rate, which may be unknown, drawn towards the usual one with that weight.
fn drawn(level: f64, usual: f64, weight: f64) -> f64 {
    if level.is_nan() {
        return usual;
    }
    let least = usual * exp(-LARGEST_ERROR);
    let level = level.max(least);
    level * exp(weight * ln(usual / level))
}

#[cfg(test)]
mod tests {
    use super::shrink;
    use crate::outlook::maths::{exp, ln};
    use crate::outlook::reading::Reading;

    fn reading(level: f64, left: f64) -> Reading {
        Reading::at_rate(0.0, level, left)
    }

    /// Rates e^−0.5 to e^0.5 times last year's 100: quartiles at ±0.25, median growth none.
    #[test]
    fn rates_are_drawn_towards_last_year_by_what_they_are_worth() {
        let growths: Vec<f64> = (-5..=5).map(|at| f64::from(at) / 10.0).collect();
        let seen = (0.5_f64 / 1.349).powi(2);
        let drawn = |error: Option<f64>| {
            let mut rates: Vec<Reading> = growths
                .iter()
                .map(|growth| reading(100.0 * exp(*growth), 0.5))
                .collect();
            rates.push(reading(f64::NAN, 0.5));
            rates.push(reading(70.0, 0.5));
            let last_year = [vec![100.0; 11], vec![300.0, f64::NAN]].concat();
            shrink(&mut rates, &last_year, error);
            rates
                .into_iter()
                .map(|rate| rate.level)
                .collect::<Vec<f64>>()
        };
        let check = |error: Option<f64>, kept: f64| {
            let levels = drawn(error);
            for (level, growth) in levels.iter().zip(&growths) {
                assert!((ln(level / 100.0) - growth * kept).abs() < 1e-9, "{level}");
            }
            // Nothing is known of the rate of one but last year's total, of the other the reverse.
            assert!((levels[11] - 300.0).abs() < 1e-9 && (levels[12] - 70.0).abs() < 1e-9);
        };
        check(None, 1.0);
        check(Some(seen / 4.0), 0.75);
        check(Some(seen * 9.0), 0.0);
    }
}
