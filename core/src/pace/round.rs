//! Integers out of products and ratios, rounded half up.

use crate::model::Money;

/// `a × b ÷ divisor`, rounded half up and kept within 64 bits; `divisor` is above 0.
pub(crate) fn mul_div(a: i64, b: i64, divisor: i64) -> i64 {
    let narrow = || {
        let doubled = a.checked_mul(b)?.checked_mul(2)?.checked_add(divisor)?;
        Some(doubled.div_euclid(divisor.checked_mul(2)?))
    };
    narrow().unwrap_or_else(|| mul_div_wide(a, b, divisor))
}

fn mul_div_wide(a: i64, b: i64, divisor: i64) -> i64 {
    let doubled = i128::from(a) * i128::from(b) * 2 + i128::from(divisor);
    let rounded = doubled.div_euclid(i128::from(divisor) * 2);
    rounded.clamp(i64::MIN.into(), i64::MAX.into()) as i64
}

/// `part ÷ whole` in basis points, rounded half up; `None` where `whole` is not above 0.
pub(crate) fn basis_points(part: i64, whole: i64) -> Option<i32> {
    let limits = (i64::from(i32::MIN), i64::from(i32::MAX));
    (whole > 0).then(|| mul_div(part, 10_000, whole).clamp(limits.0, limits.1) as i32)
}

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
    use super::{basis_points, mul_div, portion, ppm};
    use crate::model::Money;

    #[test]
    fn halves_go_up_on_both_sides_of_zero() {
        assert_eq!(
            [mul_div(1, 5, 10), mul_div(-1, 5, 10), mul_div(-1, 6, 10)],
            [1, 0, -1]
        );
        // Beyond 64 bits on the way, and in the end.
        assert_eq!(mul_div(1 << 60, 10_000, 1 << 61), 5_000);
        assert_eq!(mul_div(-(1 << 60), 10_001, 1 << 61), -5_000);
        assert_eq!(mul_div(i64::MAX, 10_000, 1), i64::MAX);
    }

    #[test]
    fn ratios_need_a_positive_whole_and_stay_in_range() {
        assert_eq!(basis_points(1, 3), Some(3_333));
        assert_eq!(basis_points(i64::MAX, 1), Some(i32::MAX));
        assert_eq!(basis_points(1, 0), None);
    }

    #[test]
    fn shares_become_amounts() {
        assert_eq!(portion(Money(100_000_000), 0.25), Money(25_000_000));
        assert_eq!(portion(Money((1 << 53) - 1), 1.0), Money((1 << 53) - 1));
        assert_eq!(ppm(1.0 / 3.0), 333_333);
    }
}
