//! Ranks against counting who is ahead, and the radix sort against a comparison sort.

use paceboard_core::board::rank::rank;
use proptest::collection::vec;
use proptest::prelude::*;

/// Values with many ties, of any size up to the limits of 64 bits.
fn values() -> impl Strategy<Value = Vec<i64>> {
    prop_oneof![
        vec(-3_i64..4, 0..40),
        vec(
            prop_oneof![any::<i64>(), Just(i64::MIN), Just(i64::MAX), -2_i64..2],
            0..40
        ),
        vec(0_i64..1 << 45, 0..3000),
    ]
}

/// Values, and some of their rows in any order, which stands for that of ids.
fn field() -> impl Strategy<Value = (Vec<i64>, Vec<u32>)> {
    values().prop_flat_map(|values| {
        let rows: Vec<u32> = (0..values.len() as u32).collect();
        let count = 0..=rows.len();
        let shuffled = Just(rows).prop_shuffle();
        let some = (shuffled, count).prop_map(|(rows, count)| rows[..count].to_vec());
        (Just(values), some)
    })
}

proptest! {
    #[test]
    fn ranks_count_who_is_ahead((values, by_id) in field()) {
        let ranking = rank(&values, &by_id);
        let by_id = &by_id[..by_id.len().min(300)];
        for row in by_id {
            let value = values[*row as usize];
            let ahead = ranking.order.iter().filter(|other| values[**other as usize] > value);
            prop_assert_eq!(ranking.rank[*row as usize] as usize, ahead.count() + 1);
        }
        let ranked = ranking.rank.iter().filter(|rank| **rank > 0).count();
        prop_assert_eq!(ranked, ranking.order.len());
    }

    #[test]
    fn the_order_is_that_of_a_stable_comparison_sort((values, by_id) in field()) {
        let mut expected = by_id.clone();
        expected.sort_by_key(|row| std::cmp::Reverse(values[*row as usize]));
        prop_assert_eq!(rank(&values, &by_id).order, expected);
    }
}
