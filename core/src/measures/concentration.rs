//! How concentrated sales are: Lorenz curve, Gini coefficient, shares of the largest,
//! Herfindahl–Hirschman index.
//!
//! A value below zero (more refunds than sales) counts as zero, since with negative parts the Lorenz
//! curve would leave its square and the Gini coefficient the range 0 to 1.

use crate::board::rank;
use crate::model::Share;

/// Steps of a Lorenz curve, at whole per cents of the rows.
const LORENZ_STEPS: usize = 100;

/// How many of the largest rows are added up.
const LARGEST: [usize; 4] = [1, 10, 50, 100];

/// One in basis points.
const ONE_BP: u128 = 10_000;

/// How the sum of some rows is spread over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concentration {
    /// How many rows there are, those without sales included.
    pub rows: u32,
    /// How many of them are below zero and count as zero.
    pub negative: u32,
    /// The sum of all rows that are above zero, in minor units or counts.
    pub total: i64,
    /// Share of the rows → share of the sum, smallest first, from (0, 0) to (10,000, 10,000), for
    /// every per cent of the rows.
    pub lorenz: Vec<LorenzPoint>,
    /// Gini coefficient, with the number of rows as denominator: 0 where all are equal, 1 − 1/rows
    /// where one has everything.
    pub gini: Share,
    /// Shares of the 1, 10, 50 and 100 largest, as far as there are more rows than that.
    pub top: Vec<TopShare>,
    /// Share of the largest tenth of the rows, their number rounded up.
    pub top_tenth: TopShare,
    /// Herfindahl–Hirschman index: the sum of squared shares, in tenths of a basis point (100,000
    /// where one has everything).
    pub hhi_tenths: u32,
    /// 1 ÷ the sum of squared shares, in tenths: so many rows of equal size would be as
    /// concentrated.
    pub effective_tenths: u64,
}

/// A point of a Lorenz curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LorenzPoint {
    /// Share of the rows, smallest first.
    pub rows: Share,
    /// What they have of the sum.
    pub value: Share,
}

/// What the largest rows have of the sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopShare {
    /// How many rows.
    pub rows: u32,
    /// What they have of the sum.
    pub share: Share,
}

/// How concentrated these values are, one for each row; `None` where their sum is not above 0.
/// Their absolute values must together fit 64 bits, as those of a ledger do.
pub fn concentration(values: &[i64]) -> Option<Concentration> {
    if values.iter().sum::<i64>() <= 0 {
        return None;
    }
    let running = Running::of(values);
    let squares: u128 = values.iter().map(|value| square(positive(*value))).sum();
    let tenth = values.len().div_ceil(10);
    let top = LARGEST.into_iter().filter(|count| *count < values.len());
    Some(Concentration {
        rows: values.len() as u32,
        negative: values.iter().filter(|value| **value < 0).count() as u32,
        total: running.total() as i64,
        lorenz: running.lorenz(),
        gini: running.gini(),
        top: top.map(|count| running.top(count)).collect(),
        top_tenth: running.top(tenth),
        hhi_tenths: quotient(squares, square(running.total()), 10 * ONE_BP) as u32,
        effective_tenths: quotient(square(running.total()), squares, 10) as u64,
    })
}

/// Running sums of the values from the smallest; the first is 0.
struct Running(Vec<u64>);

impl Running {
    fn of(values: &[i64]) -> Self {
        let rows: Vec<u32> = (0..values.len() as u32).collect();
        let order = rank::rank(values, &rows).order;
        let mut sums = vec![0];
        let mut sum = 0;
        for row in order.iter().rev() {
            sum += positive(values[*row as usize]);
            sums.push(sum);
        }
        Self(sums)
    }

    fn rows(&self) -> usize {
        self.0.len() - 1
    }

    fn total(&self) -> u64 {
        self.0[self.rows()]
    }

    /// Between two rows the curve is straight.
    fn lorenz(&self) -> Vec<LorenzPoint> {
        let (rows, steps) = (self.rows(), LORENZ_STEPS as u128);
        let point = |step: usize| {
            let (row, rest) = (
                step * rows / LORENZ_STEPS,
                (step * rows % LORENZ_STEPS) as u128,
            );
            let [before, after] = [row, rows.min(row + 1)].map(|row| u128::from(self.0[row]));
            let sum = before * steps + (after - before) * rest;
            LorenzPoint {
                rows: Share::from_basis_points(step as i32 * 100),
                value: share(sum, steps * u128::from(self.total())),
            }
        };
        (0..=LORENZ_STEPS).map(point).collect()
    }

    /// 1 − Σ (sum up to the row before + sum up to the row) ÷ (rows × total): twice the area
    /// between the curve and the diagonal, by trapezia.
    fn gini(&self) -> Share {
        let all = self.rows() as u128 * u128::from(self.total());
        let pairs = self.0.windows(2);
        let below: u128 = pairs
            .map(|pair| u128::from(pair[0]) + u128::from(pair[1]))
            .sum();
        share(all - below, all)
    }

    fn top(&self, count: usize) -> TopShare {
        let others = self.0[self.rows() - count];
        TopShare {
            rows: count as u32,
            share: share((self.total() - others).into(), self.total().into()),
        }
    }
}

fn positive(value: i64) -> u64 {
    value.max(0).unsigned_abs()
}

fn square(value: u64) -> u128 {
    u128::from(value) * u128::from(value)
}

/// A share of a whole above 0, both without the low bits that 63 have no room for.
fn share(part: u128, whole: u128) -> Share {
    let surplus = 65_u32.saturating_sub(whole.leading_zeros());
    Share::of((part >> surplus) as i64, (whole >> surplus) as i64).unwrap_or_default()
}

/// `part × unit ÷ whole`, rounded half up. Where the product would leave 128 bits both sides lose
/// low bits, which cannot be seen in a result of so few digits.
fn quotient(part: u128, whole: u128, unit: u128) -> u128 {
    let room = (part | whole).leading_zeros();
    let surplus = (2 * unit).ilog2() + 1;
    let shift = surplus.saturating_sub(room);
    let (part, whole) = (part >> shift, whole >> shift);
    (2 * part * unit + whole) / (2 * whole)
}

#[cfg(test)]
mod tests;
