//! Logarithms, exponentials and the normal distribution out of plain arithmetic, so that a
//! projection has the same bits natively and in a browser; the standard library's functions do
//! not promise that.

use std::f64::consts::{LN_2, SQRT_2};

/// Beyond it an exponential is of no use to anybody here, and would leave the range of floats.
const LARGEST_EXPONENT: f64 = 600.0;

/// Deviations beyond which a normal distribution has less than a thousand-millionth.
const FARTHEST: f64 = 6.0;

/// 1 ÷ k! for the terms of an exponential.
const TERMS: [f64; 15] = {
    let mut terms = [1.0; 15];
    let mut at = 1;
    while at < terms.len() {
        terms[at] = terms[at - 1] / at as f64;
        at += 1;
    }
    terms
};

/// Natural logarithm of a normal number above 0. ln(m · 2^k) = ln m + k · ln 2, and with
/// s = (m − 1) ÷ (m + 1): ln m = 2 · (s + s³/3 + s⁵/5 + …).
pub(crate) fn ln(value: f64) -> f64 {
    const EXPONENT_BIAS: i64 = 1_023;
    const MANTISSA_BITS: u32 = 52;
    let bits = value.to_bits();
    let mut exponent = (bits >> MANTISSA_BITS) as i64 - EXPONENT_BIAS;
    let one = (EXPONENT_BIAS as u64) << MANTISSA_BITS;
    let mut mantissa = f64::from_bits(bits & ((1 << MANTISSA_BITS) - 1) | one);
    if mantissa > SQRT_2 {
        mantissa /= 2.0;
        exponent += 1;
    }
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let series = (0..11).rev().fold(0.0, |sum, term| {
        sum * square + 1.0 / f64::from(2 * term + 1)
    });
    2.0 * s * series + exponent as f64 * LN_2
}

/// e to that power: e^(k · ln 2 + r) = 2^k · (1 + r + r²/2! + …).
pub(super) fn exp(power: f64) -> f64 {
    let power = power.clamp(-LARGEST_EXPONENT, LARGEST_EXPONENT);
    let doublings = (power / LN_2 + 0.5).floor();
    let rest = power - doublings * LN_2;
    let series = TERMS.iter().rfold(0.0, |sum, term| sum * rest + term);
    series * f64::from_bits(((doublings as i64 + 1_023) as u64) << 52)
}

/// The share of a standard normal distribution below `z`; Abramowitz and Stegun 7.1.26, off by
/// less than 1.5e-7.
pub(super) fn normal_below(z: f64) -> f64 {
    if z.abs() > FARTHEST {
        return if z < 0.0 { 0.0 } else { 1.0 };
    }
    let x = z.abs() / SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let factors = [
        1.061_405_429,
        -1.453_152_027,
        1.421_413_741,
        -0.284_496_736,
        0.254_829_592,
    ];
    let tail = factors
        .into_iter()
        .fold(0.0, |sum, factor| (sum + factor) * t)
        * exp(-x * x);
    if z < 0.0 {
        tail / 2.0
    } else {
        1.0 - tail / 2.0
    }
}

/// Where a rising function of a number in that range reaches `wanted`, to `within`, by halving.
pub(super) fn where_reaches(
    wanted: f64,
    (mut low, mut high): (f64, f64),
    within: f64,
    function: impl Fn(f64) -> f64,
) -> f64 {
    while high - low > within {
        let middle = low.midpoint(high);
        if function(middle) < wanted {
            low = middle;
        } else {
            high = middle;
        }
    }
    low.midpoint(high)
}

/// The value below which that share of ascending numbers lies, interpolated; there is at least one.
pub(super) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = place as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

#[cfg(test)]
mod tests {
    use super::{exp, ln, normal_below, quantile, where_reaches};

    #[test]
    fn agrees_with_the_standard_library() {
        for value in [1e-9, 0.3, 0.999, 1.0, 1.414_3, 2.0, 7.5, 1e8, 9e15] {
            assert!((ln(value) - value.ln()).abs() <= 1e-14 * value.ln().abs().max(1.0));
        }
        for power in [-40.0, -1.0, -1e-9, 0.0, 0.346, 0.7, 5.0, 38.0] {
            assert!((exp(power) / power.exp() - 1.0).abs() < 1e-13, "{power}");
        }
        assert!(exp(-1e9) > 0.0 && exp(1e9).is_finite());
    }

    #[test]
    fn the_normal_distribution_is_as_in_tables() {
        let check = |z: f64, below: f64| assert!((normal_below(z) - below).abs() < 2e-7, "{z}");
        check(0.0, 0.5);
        check(1.0, 0.841_344_75);
        check(-1.281_551_6, 0.1);
        check(3.0, 0.998_650_1);
        let tenth = where_reaches(0.1, (-9.0, 9.0), 1e-6, normal_below);
        assert!((tenth + 1.281_55).abs() < 1e-4);
    }

    #[test]
    fn quantiles_lie_between_the_values() {
        let values = [1.0, 2.0, 3.0, 10.0];
        let check = |values: &[f64], share: f64, expected: f64| {
            assert!((quantile(values, share) - expected).abs() < 1e-12);
        };
        check(&values, 0.0, 1.0);
        check(&values, 0.5, 2.5);
        check(&values, 1.0, 10.0);
        check(&[4.0], 0.9, 4.0);
    }
}
