//! Integers out of products, rounded half up.

use crate::model::Money;

/// That share (0 to 1) of an amount that is not negative, rounded half up. Goals are below 2^53,
/// so floats hold them exactly and the product is off by no more than its last bit.
pub(crate) fn portion(amount: Money, share: f64) -> Money {
    Money(half_up(amount.0 as f64 * share))
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
}
