//! Digits: groups of three, decimals, signs.

/// The minus sign before negative figures; as wide as the plus, unlike a hyphen.
pub const MINUS: char = '\u{2212}';

/// 10 to that power, or the largest number where it does not fit.
pub(super) fn power_of_ten(exponent: u8) -> u128 {
    10_u128.saturating_pow(u32::from(exponent))
}

/// The number with a comma between groups of three digits.
pub(super) fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `units` ÷ 10^`decimals`, grouped, with exactly that many decimals.
pub(super) fn fixed(units: u128, decimals: u8) -> String {
    let one = power_of_ten(decimals);
    let mut text = grouped(units / one);
    if decimals > 0 {
        let fraction = (units % one).to_string();
        text.push('.');
        text.extend(std::iter::repeat_n(
            '0',
            usize::from(decimals) - fraction.len(),
        ));
        text.push_str(&fraction);
    }
    text
}

/// The text of a figure with its sign: none where it has been rounded to zero.
pub(super) fn signed(negative: bool, units: u128, text: String) -> String {
    if negative && units > 0 {
        format!("{MINUS}{text}")
    } else {
        text
    }
}

/// `units` without the zeros that end its decimals, and how many decimals stay.
pub(super) fn without_zeros(units: u128, decimals: u8) -> (u128, u8) {
    let (mut units, mut decimals) = (units, decimals);
    while decimals > 0 && units.is_multiple_of(10) {
        (units, decimals) = (units / 10, decimals - 1);
    }
    (units, decimals)
}

#[cfg(test)]
mod tests {
    use super::{fixed, grouped};

    #[test]
    fn digits_are_grouped_and_decimals_padded() {
        let check = |units: u128, decimals: u8, expected: &str| {
            assert_eq!(fixed(units, decimals), expected);
        };
        check(0, 0, "0");
        check(0, 2, "0.00");
        check(5, 2, "0.05");
        check(999, 0, "999");
        check(12_345, 1, "1,234.5");
        check(123_456_789, 0, "123,456,789");
        assert_eq!(grouped(1 << 64), "18,446,744,073,709,551,616");
    }
}
