//! How large figures are together, and whether any is missing.

use crate::GAP;

/// Figures whose absolute values are added before the sum is widened: 1,024 × 2^53 ≤ 2^63.
const WIDEN_EVERY: usize = 1024;

/// What figures are like, all together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// The sum of the figures without their signs; gaps count nothing.
    pub sum: u128,
    /// Whether any is missing.
    pub has_gap: bool,
}

/// What figures of at most 2^53 are like, in one pass.
pub fn sizes(figures: &[i64]) -> Sizes {
    let mut sizes = Sizes::default();
    for part in figures.chunks(WIDEN_EVERY) {
        let (sum, has_gap) = sizes_of_part(part);
        sizes.sum += u128::from(sum);
        sizes.has_gap |= has_gap;
    }
    sizes
}

#[inline(never)]
fn sizes_of_part(figures: &[i64]) -> (u64, bool) {
    let mut sum = 0;
    let mut has_gap = false;
    for figure in figures {
        sum += unless_gap(*figure).unsigned_abs();
        has_gap |= *figure == GAP;
    }
    (sum, has_gap)
}

/// The sum of figures of at most 2^53 without their signs; gaps count nothing.
pub fn sum_of_sizes(figures: &[i64]) -> u128 {
    sizes(figures).sum
}

/// Whether any of the figures is missing.
#[inline(never)]
pub fn has_gap(figures: &[i64]) -> bool {
    figures.contains(&GAP)
}

/// The figure, and 0 for a gap.
#[inline]
pub(crate) fn unless_gap(figure: i64) -> i64 {
    if figure == GAP { 0 } else { figure }
}

#[cfg(test)]
mod tests {
    use super::{has_gap, sizes, sum_of_sizes};
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
        assert!(!has_gap(&figures) && !sizes(&figures).has_gap);
        for at in [0, 1_023, 1_024, 2_999] {
            figures[at] = GAP;
            assert!(has_gap(&figures) && sizes(&figures).has_gap, "{at}");
            figures[at] = 0;
        }
    }
}
