//! How large figures are together, and whether any is missing.

use crate::GAP;

/// Figures whose absolute values are added before the sum is widened: 1,024 × 2^53 ≤ 2^63.
const WIDEN_EVERY: usize = 1024;

/// The sum of figures of at most 2^53 without their signs; gaps count nothing.
pub fn sum_of_sizes(figures: &[i64]) -> u128 {
    let mut sum = 0;
    for part in figures.chunks(WIDEN_EVERY) {
        let mut of_part = 0_u64;
        for figure in part {
            of_part += unless_gap(*figure).unsigned_abs();
        }
        sum += u128::from(of_part);
    }
    sum
}

/// Whether any of the figures is missing.
pub fn has_gap(figures: &[i64]) -> bool {
    figures.chunks(WIDEN_EVERY).any(|part| {
        part.iter()
            .fold(false, |gap, figure| gap | (*figure == GAP))
    })
}

/// The figure, and 0 for a gap.
#[inline]
pub(crate) fn unless_gap(figure: i64) -> i64 {
    if figure == GAP { 0 } else { figure }
}

#[cfg(test)]
mod tests {
    use super::{has_gap, sum_of_sizes};
    use crate::GAP;

    #[test]
    fn signs_and_gaps_count_nothing() {
        assert_eq!(sum_of_sizes(&[]), 0);
        assert_eq!(sum_of_sizes(&[3, -4, GAP, 0]), 7);
        let largest = (1_i64 << 53) - 1;
        assert_eq!(
            sum_of_sizes(&vec![largest; 5_000]),
            5_000 * (largest as u128)
        );
    }

    #[test]
    fn a_gap_is_found_wherever_it_stands() {
        let mut figures = vec![0; 3_000];
        assert!(!has_gap(&figures));
        for at in [0, 1_023, 1_024, 2_999] {
            figures[at] = GAP;
            assert!(has_gap(&figures), "{at}");
            figures[at] = 0;
        }
    }
}
