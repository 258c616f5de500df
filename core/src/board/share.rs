//! Shares.

/// Part ÷ whole in basis points, rounded half up; `None` where the whole is ≤ 0. A quotient that
/// leaves 32 bits (parts of both signs, a tiny whole) is cut to their limits.
pub(crate) fn basis_points(part: i64, whole: i64) -> Option<i32> {
    if whole <= 0 {
        return None;
    }
    let quotient = half_up(part, whole).unwrap_or_else(|| wide_half_up(part, whole));
    Some(quotient.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32)
}

/// floor((2 · 10,000 · part + whole) ÷ (2 · whole)), where that stays within 64 bits.
fn half_up(part: i64, whole: i64) -> Option<i64> {
    let doubled = part.checked_mul(20_000)?.checked_add(whole)?;
    Some(doubled.div_euclid(whole.checked_mul(2)?))
}

#[cold]
fn wide_half_up(part: i64, whole: i64) -> i64 {
    let (part, whole) = (i128::from(part), i128::from(whole));
    let quotient = (part * 20_000 + whole).div_euclid(whole * 2);
    quotient.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64
}

#[cfg(test)]
mod tests {
    use super::basis_points;

    #[test]
    fn shares_are_rounded_half_up() {
        let check = |part: i64, whole: i64, expected: Option<i32>| {
            assert_eq!(basis_points(part, whole), expected, "{part} of {whole}");
        };
        check(1, 3, Some(3333));
        check(2, 3, Some(6667));
        check(1, 20_000, Some(1));
        check(-1, 20_000, Some(0));
        check(-3, 20_000, Some(-1));
        check(5, 5, Some(10_000));
        check(0, 0, None);
        check(5, -5, None);
        check(i64::MAX, i64::MAX, Some(10_000));
        check(i64::MAX / 3, i64::MAX, Some(3333));
        check(i64::MAX, 1, Some(i32::MAX));
        check(-i64::MAX, 1, Some(i32::MIN));
    }
}
