//! Integers out of products, rounded half up.

use crate::model::Money;

/// Shares are sums of floats; they may be off by so much, of one.
const SHARE_ERROR: f64 = 1e-14;

/// The least sum that is that share (0 to 1) of an amount that is not negative: rounded up, but for
/// what floats are off. Goals are below 2^53, so they hold them exactly.
pub(crate) fn portion(amount: Money, share: f64) -> Money {
    let (amount, due) = (amount.0 as f64, amount.0 as f64 * share);
    let nearest = half_up(due);
    let is_more = due - nearest as f64 > amount * SHARE_ERROR;
    Money(nearest + i64::from(is_more))
}

/// The nearest integer of a value that is not negative, halves rounded up.
pub(crate) fn half_up(value: f64) -> i64 {
    let whole = value as i64;
    whole.saturating_add(i64::from(value - whole as f64 >= 0.5))
}

/// A share (0 to 1) in parts per million, rounded half up.
pub(crate) fn ppm(share: f64) -> u32 {
    half_up(share * 1e6) as u32
}

#[cfg(test)]
mod tests {
    use super::{portion, ppm};
    use crate::model::Money;

    #[test]
    fn shares_become_amounts() {
        assert_eq!(portion(Money(100_000_000), 0.25), Money(25_000_000));
        assert_eq!(portion(Money((1 << 53) - 1), 1.0), Money((1 << 53) - 1));
        assert_eq!(ppm(1.0 / 3.0), 333_333);
    }

    /// 0.49 and 2.47 are not there with 0 and 2. Of floats 0.07 × 400 is a hair
    /// more than 28.
    #[test]
    fn a_part_of_a_unit_is_due_in_whole() {
        let three_days = |goal| portion(Money(goal), 3.0 / 365.0);
        assert_eq!([60, 300, 365].map(three_days), [1, 3, 3].map(Money));
        assert_eq!(portion(Money(400), 0.07), Money(28));
        assert_eq!(portion(Money(1 << 52), 1e-17), Money(0));
        assert_eq!(portion(Money(1 << 52), -1e-17), Money(0));
    }
}
