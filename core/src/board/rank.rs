//! Ranks of rows.

use paceboard_figures::ordered;

/// Rows in the order of their values, and the rank of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Row numbers, largest value first; ties in the order of ids.
    pub order: Vec<u32>,
    /// The rank of each row from 1, by row number; 0 for a row that was not ranked.
    pub rank: Vec<u32>,
}

/// Ranks the rows in `by_id`, row numbers in the order of their ids, by `values`, which holds a
/// value for every row: equal values share a rank and the next one is skipped ("1224").
pub fn rank(values: &[i64], by_id: &[u32]) -> Ranking {
    let order = ordered(values, by_id, true);
    let rank = competition(&order, values);
    Ranking { order, rank }
}

/// Ranks of rows that stand in `order`, largest value first, by row number; 0 for all others.
pub(super) fn competition(order: &[u32], values: &[i64]) -> Vec<u32> {
    let mut ranks = vec![0; values.len()];
    let mut shared = 0;
    let mut previous = None;
    for (position, row) in order.iter().enumerate() {
        let value = values[*row as usize];
        if previous != Some(value) {
            shared = position as u32 + 1;
            previous = Some(value);
        }
        ranks[*row as usize] = shared;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn equal_values_share_a_rank_and_the_next_is_skipped() {
        let ranking = rank(&[5, 9, 5, -1, 9, 0], &[5, 4, 3, 2, 1, 0]);
        assert_eq!(ranking.rank, [3, 1, 3, 6, 1, 5]);
        assert_eq!(ranking.order, [4, 1, 2, 0, 5, 3]);
    }

    #[test]
    fn rows_that_are_left_out_have_no_rank() {
        let ranking = rank(&[5, 9, 7], &[0, 2]);
        assert_eq!((ranking.order, ranking.rank), (vec![2, 0], vec![2, 0, 1]));
        assert_eq!(rank(&[], &[]).order, [0; 0]);
    }
}
