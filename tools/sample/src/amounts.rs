//! Amounts in yuan: whole numbers, how they are shared out and summed, and what a rank is worth.

use std::ops::Range;

use crate::calendar::LAST_YEAR;

/// The line of the programme, for a channel and for a partner.
pub const GOAL: i64 = 100_000_000;
/// The two largest channels stand out of the curve.
const OUTLIERS: [i64; 2] = [26_400_000_000, 22_800_000_000];
/// Channels that were over the line last year.
const OVER_LAST_YEAR: f64 = 1040.0;

/// A figure for each day from the first of last fiscal year to the last of the current one; none where there are
/// no data. The document ends earlier; the rest is what will come, kept to judge a projection by.
pub type Days = Vec<Option<i64>>;

/// Last year's sales at a rank counted from 1.
pub fn total_at_rank(rank: usize) -> i64 {
    OUTLIERS.get(rank - 1).copied().unwrap_or_else(|| {
        let ratio = OVER_LAST_YEAR / (rank as f64 - 0.5);
        rounded(GOAL as f64 * libm::pow(ratio, 1.0 / 1.45))
    })
}

/// Whole numbers in proportion to the weights that sum to exactly `total`: differences of the rounded running sum.
pub fn apportion(weights: &[f64], total: i64) -> Vec<i64> {
    let whole: f64 = weights.iter().sum();
    let mut running = 0.0;
    let mut given = 0;
    weights
        .iter()
        .map(|weight| {
            running += weight;
            let due = rounded(running / whole * total as f64);
            let share = due - given;
            given = due;
            share
        })
        .collect()
}

/// The sum over a range of days, none if there is no figure in it.
pub fn total(days: &[Option<i64>], range: Range<i32>) -> Option<i64> {
    days[range.start as usize..range.end as usize]
        .iter()
        .copied()
        .fold(None, |sum, amount| match (sum, amount) {
            (sum, None) => sum,
            (None, amount) => amount,
            (Some(sum), Some(amount)) => Some(sum + amount),
        })
}

/// Whether last year has a figure for each day.
pub fn is_whole_last_year(days: &[Option<i64>]) -> bool {
    days[LAST_YEAR.start as usize..LAST_YEAR.end as usize]
        .iter()
        .all(Option::is_some)
}

/// To the nearest whole number; only called with what is not negative.
pub fn rounded(value: f64) -> i64 {
    (value + 0.5) as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_lies_between_two_ranks() {
        assert!(total_at_rank(1040) >= GOAL);
        assert!(total_at_rank(1041) < GOAL);
    }

    #[test]
    fn shares_sum_to_the_whole() {
        let check = |weights: &[f64], total, expected: &[i64]| {
            assert_eq!(apportion(weights, total), expected);
        };
        check(&[1.0, 1.0, 1.0], 10, &[3, 4, 3]);
        check(&[0.0, 0.2, 0.0, 0.6], 1_000_000, &[0, 250_000, 0, 750_000]);
    }

    #[test]
    fn gaps_are_not_zeros() {
        let check = |days: &[Option<i64>], expected| {
            assert_eq!(total(days, 0..days.len() as i32), expected);
        };
        check(&[None, None], None);
        check(&[None, Some(0)], Some(0));
        check(&[Some(2), None, Some(3)], Some(5));
    }
}
