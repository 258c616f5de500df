//! How far forecasts miss: a distribution of the logarithm of what comes over what was foretold,
//! kept as a table.

use super::maths::normal_below;

/// Errors are kept to a two-hundredth, from −4 to 4.
const STEP: f64 = 0.005;
const LARGEST: f64 = 4.0;
const CELLS: usize = 1_601;

/// A normal distribution is cut where it has no more to give.
const DEVIATIONS: f64 = 4.5;

/// A distribution as running sums over cells.
#[derive(Clone, Debug)]
pub(super) struct Odds {
    /// The share below the lower edge of each cell, and 1 after the last.
    below: Vec<f64>,
}

impl Odds {
    /// Each error counts alike.
    pub(super) fn of(errors: &[f64]) -> Self {
        let mut cells = vec![0.0; CELLS];
        for error in errors {
            cells[cell(*error)] += 1.0 / errors.len() as f64;
        }
        Self::from_cells(&cells)
    }

    fn from_cells(cells: &[f64]) -> Self {
        let mut below = Vec::with_capacity(CELLS + 1);
        below.push(0.0);
        let mut sum = 0.0;
        for share in cells {
            sum += share;
            below.push(sum);
        }
        // Rounding must not leave a goal that cannot be missed with less than certainty.
        for share in &mut below {
            *share /= sum;
        }
        Self { below }
    }

    /// The same with an independent normal error of that deviation added.
    pub(super) fn blurred(&self, deviation: f64) -> Self {
        let reach = (DEVIATIONS * deviation / STEP) as usize + 1;
        let edge = |at: f64| normal_below(at * STEP / deviation);
        let kernel: Vec<f64> = (0..=2 * reach)
            .map(|at| at as f64 - reach as f64)
            .map(|at| edge(at + 0.5) - edge(at - 0.5))
            .collect();
        let mut cells = vec![0.0; CELLS];
        for at in 0..CELLS {
            let share = self.below[at + 1] - self.below[at];
            if share <= 0.0 {
                continue;
            }
            for (offset, weight) in kernel.iter().enumerate() {
                let target = (at + offset).saturating_sub(reach).min(CELLS - 1);
                cells[target] += share * weight;
            }
        }
        Self::from_cells(&cells)
    }

    /// The probability that the error is below `error`.
    pub(super) fn below(&self, error: f64) -> f64 {
        let place = ((error + LARGEST) / STEP + 0.5).clamp(0.0, CELLS as f64);
        let at = (place as usize).min(CELLS - 1);
        let (low, high) = (self.below[at], self.below[at + 1]);
        low + (place - at as f64) * (high - low)
    }

    /// The error below which that share lies.
    pub(super) fn quantile(&self, share: f64) -> f64 {
        let at = self
            .below
            .partition_point(|below| *below < share)
            .clamp(1, CELLS);
        let (low, high) = (self.below[at - 1], self.below[at]);
        let within = if high > low {
            (share - low) / (high - low)
        } else {
            0.0
        };
        ((at - 1) as f64 + within - 0.5) * STEP - LARGEST
    }
}

fn cell(error: f64) -> usize {
    let place = (error.clamp(-LARGEST, LARGEST) + LARGEST) / STEP + 0.5;
    (place as usize).min(CELLS - 1)
}

#[cfg(test)]
mod tests {
    use super::Odds;

    #[test]
    fn counts_the_errors_below() {
        let odds = Odds::of(&[-0.1, 0.0, 0.1, 0.2]);
        let check = |error: f64, below: f64| assert!((odds.below(error) - below).abs() < 1e-12);
        check(-0.2, 0.0);
        check(-0.05, 0.25);
        check(0.0, 0.375);
        check(0.15, 0.75);
        check(9.0, 1.0);
        assert!((odds.quantile(0.5) - 0.0025).abs() < 1e-9);
    }

    #[test]
    fn a_blurred_point_is_a_normal_distribution() {
        let odds = Odds::of(&[0.05]).blurred(0.03);
        let check = |error: f64, below: f64| assert!((odds.below(error) - below).abs() < 1e-3);
        check(0.05, 0.5);
        check(0.08, 0.8413);
        check(-0.01, 0.0228);
        assert!((odds.quantile(0.9) - 0.05 - 1.2816 * 0.03).abs() < 1e-3);
        check(-4.0, 0.0);
        check(4.0, 1.0);
    }
}
