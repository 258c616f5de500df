//! Small boards by hand, and what holds for any.

use super::{Concentration, concentration};
use proptest::prelude::*;

fn of(values: &[i64]) -> Concentration {
    concentration(values).unwrap()
}

fn points(concentration: &Concentration) -> Vec<(i32, i32)> {
    let lorenz = concentration.lorenz.iter();
    lorenz
        .map(|point| (point.rows.basis_points(), point.value.basis_points()))
        .collect()
}

/// 10, 20, 30, 40: Gini = (10·(−3) + 20·(−1) + 30·1 + 40·3) ÷ (4·100) = 0.25, squared shares
/// 0.01 + 0.04 + 0.09 + 0.16 = 0.30.
#[test]
fn a_small_board_by_hand() {
    let small = of(&[30, 10, 40, 20]);
    assert_eq!((small.rows, small.negative, small.total), (4, 0, 100));
    let points = points(&small);
    let at: Vec<_> = points.iter().step_by(25).copied().collect();
    assert_eq!(points[10], (1_000, 400), "within the smallest row");
    assert_eq!(
        at,
        [
            (0, 0),
            (2_500, 1_000),
            (5_000, 3_000),
            (7_500, 6_000),
            (10_000, 10_000)
        ]
    );
    assert_eq!(
        (small.gini.basis_points(), small.hhi_tenths),
        (2_500, 30_000)
    );
    assert_eq!(small.effective_tenths, 33);
    let top: Vec<_> = small
        .top
        .iter()
        .map(|top| (top.rows, top.share.basis_points()))
        .collect();
    assert_eq!(top, [(1, 4_000)]);
    assert_eq!(
        (small.top_tenth.rows, small.top_tenth.share.basis_points()),
        (1, 4_000)
    );
}

#[test]
fn one_has_everything_or_all_have_the_same() {
    let one = of(&[0, 0, 0, 7]);
    assert_eq!(
        (
            one.gini.basis_points(),
            one.hhi_tenths,
            one.effective_tenths
        ),
        (7_500, 100_000, 10)
    );
    let same = of(&[7; 250]);
    assert_eq!(
        (
            same.gini.basis_points(),
            same.hhi_tenths,
            same.effective_tenths
        ),
        (0, 400, 2_500)
    );
    assert_eq!(same.lorenz.len(), 101);
    assert!(same.lorenz.iter().all(|point| point.rows == point.value));
    let top: Vec<_> = same
        .top
        .iter()
        .map(|top| (top.rows, top.share.basis_points()))
        .collect();
    assert_eq!(top, [(1, 40), (10, 400), (50, 2_000), (100, 4_000)]);
    assert_eq!(
        (same.top_tenth.rows, same.top_tenth.share.basis_points()),
        (25, 1_000)
    );
}

#[test]
fn what_is_below_zero_counts_as_zero_and_no_sum_is_no_answer() {
    let with_refunds = of(&[-5, 30, 10]);
    let without = of(&[0, 30, 10]);
    assert_eq!(with_refunds.negative, 1);
    assert_eq!(
        Concentration {
            negative: 0,
            ..with_refunds
        },
        without
    );
    assert_eq!(concentration(&[]), None);
    assert_eq!(concentration(&[0, 0]), None);
    assert_eq!(concentration(&[-5, 5]), None);
}

#[test]
fn sums_near_64_bits_keep_their_digits() {
    let huge = i64::MAX / 4;
    let large = of(&[huge; 4]);
    assert_eq!(
        (
            large.gini.basis_points(),
            large.hhi_tenths,
            large.effective_tenths
        ),
        (0, 25_000, 40)
    );
    assert_eq!(of(&[i64::MAX]).hhi_tenths, 100_000);
}

proptest! {
    #[test]
    fn shares_stay_in_range_and_do_not_depend_on_the_unit(
        values in prop::collection::vec(0..1_000_000_i64, 1..300),
        unit in 2..1_000_i64,
    ) {
        prop_assume!(values.iter().sum::<i64>() > 0);
        let plain = of(&values);
        let scaled: Vec<i64> = values.iter().map(|value| value * unit).collect();
        prop_assert_eq!(&Concentration { total: plain.total * unit, ..plain.clone() }, &of(&scaled));
        prop_assert!(plain.gini.basis_points() < 10_000);
        // From 1 ÷ rows (rounded) to 1.
        prop_assert!((100_000 / plain.rows..=100_000).contains(&plain.hhi_tenths));
        prop_assert!((10..=u64::from(plain.rows) * 10).contains(&plain.effective_tenths));
    }

    #[test]
    fn the_curve_rises_below_the_diagonal(
        values in prop::collection::vec(-1_000..1_000_000_i64, 1..300),
    ) {
        prop_assume!(values.iter().sum::<i64>() > 0);
        let curve = points(&of(&values));
        prop_assert!(curve.len() == 101 && curve.is_sorted());
        prop_assert_eq!((curve[0], curve[curve.len() - 1]), ((0, 0), (10_000, 10_000)));
        // Both sides are rounded.
        prop_assert!(curve.iter().all(|(rows, value)| *value <= rows + 1));
    }

    #[test]
    fn the_plainest_gini_is_the_same(values in prop::collection::vec(0..1_000_i64, 1..30)) {
        let sum: i64 = values.iter().sum();
        prop_assume!(sum > 0);
        let differences: i64 = values.iter()
            .map(|one| values.iter().map(|other| (one - other).abs()).sum::<i64>())
            .sum();
        let twice = 2 * values.len() as i64 * sum;
        let rounded = (2 * 10_000 * differences + twice) / (2 * twice);
        prop_assert_eq!(i64::from(of(&values).gini.basis_points()), rounded);
    }
}
