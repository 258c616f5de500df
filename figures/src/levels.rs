//! How many sums have come to which percent of their goals.

/// Adds each of `rows`, positions in `sums` with their goals above 0, to the level of `counts` that
/// its sum has come to: whole percents of the goal, nothing and less in the first, all beyond them
/// in the last. Positions that `sums` does not have are left out.
pub fn count_levels(sums: &[i64], rows: &[(u32, f64)], counts: &mut [u32]) {
    let last = counts.len().saturating_sub(1);
    for (row, goal) in rows {
        let Some(sum) = sums.get(*row as usize) else {
            continue;
        };
        // A sum that equals its goal is exactly one times it, and no smaller one is.
        let percent = (*sum as f64 / goal * 100.0).max(0.0) as usize;
        if let Some(count) = counts.get_mut(percent.min(last)) {
            *count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::count_levels;

    #[test]
    fn each_row_is_counted_once() {
        let mut counts = [0; 4];
        let rows = [(0, 100.0), (1, 100.0), (2, 200.0), (3, 100.0), (9, 1.0)];
        count_levels(&[-5, 1, 5, 900], &rows, &mut counts);
        assert_eq!(counts, [1, 1, 1, 1]);
    }
}
