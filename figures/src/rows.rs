//! Tables of days × channels that lie day by day: row 0 before the first day, then a row each day.

use crate::GAP;
use crate::sizes::unless_gap;

/// Channels that are turned from rows into columns together: their figures of one day fill two
/// cache lines.
const TILE: usize = 16;

/// Writes figures that lie channel by channel, `days` each, into the rows of `table` from
/// `first_row` on, beginning at `first_column`. Rows are `width` long.
pub fn place(
    figures: &[i64],
    days: usize,
    table: &mut [i64],
    (width, first_row, first_column): (usize, usize, usize),
) {
    if days == 0 {
        return;
    }
    for (index, tile) in figures.chunks(TILE * days).enumerate() {
        let start = first_row * width + first_column + index * TILE;
        place_tile(tile, days, &mut table[start..], width);
    }
}

/// Writes the figures of a few channels into the first columns of `rows`.
#[inline(never)]
fn place_tile(tile: &[i64], days: usize, rows: &mut [i64], width: usize) {
    let channels = tile.len() / days;
    for day in 0..days {
        let start = day * width;
        let mut at = day;
        for slot in &mut rows[start..start + channels] {
            *slot = tile[at];
            at += days;
        }
    }
}

/// Turns figures into running sums in place; the first row becomes zeros and gaps count nothing.
pub fn run_sums(table: &mut [i64], width: usize) {
    if width == 0 {
        return;
    }
    table[..width].fill(0);
    let mut rest = table;
    while rest.len() > width {
        let (before, after) = rest.split_at_mut(width);
        run_row(&mut after[..width], before);
        rest = after;
    }
}

#[inline(never)]
fn run_row(figures: &mut [i64], sums: &[i64]) {
    for (figure, sum) in figures.iter_mut().zip(sums) {
        *figure = unless_gap(*figure) + *sum;
    }
}

/// Running counts of the gaps of a table of figures, whose first row counts none.
pub fn count_gaps(table: &[i64], width: usize) -> Vec<u16> {
    let mut gaps = vec![0; table.len()];
    if width == 0 {
        return gaps;
    }
    let mut rest = &mut gaps[..];
    for figures in table.chunks_exact(width).skip(1) {
        let (before, after) = rest.split_at_mut(width);
        count_gaps_of_row(figures, before, after);
        rest = after;
    }
    gaps
}

#[inline(never)]
fn count_gaps_of_row(figures: &[i64], before: &[u16], after: &mut [u16]) {
    for ((gaps, so_far), figure) in after.iter_mut().zip(before).zip(figures) {
        *gaps = *so_far + u16::from(*figure == GAP);
    }
}

/// What running sums gain from one row to another.
pub fn differences(after: &[i64], before: &[i64]) -> Vec<i64> {
    let pairs = after.iter().zip(before);
    pairs.map(|(after, before)| after - before).collect()
}

/// Which columns make up which of `count` groups.
pub struct Groups {
    /// The group of each column; `count` for none.
    of: Vec<u32>,
    count: usize,
}

impl Groups {
    /// The group of each column, or none.
    pub fn new(group_of: &[Option<u32>], count: usize) -> Self {
        let of = group_of.iter();
        Self {
            of: of.map(|group| group.unwrap_or(count as u32)).collect(),
            count,
        }
    }

    /// Adds up the columns of each group, in each of the first `rows` rows.
    pub fn sums(&self, table: &[i64], rows: usize) -> Vec<i64> {
        let width = self.of.len();
        let mut groups = Vec::with_capacity(rows * self.count);
        // The last one takes the columns of no group.
        let mut sums = vec![0_i64; self.count + 1];
        for row in 0..rows {
            self.add_up(&table[row * width..(row + 1) * width], &mut sums);
            groups.extend_from_slice(&sums[..self.count]);
        }
        groups
    }

    #[inline(never)]
    fn add_up(&self, columns: &[i64], sums: &mut [i64]) {
        sums.fill(0);
        for (column, group) in columns.iter().zip(&self.of) {
            sums[*group as usize] += column;
        }
    }

    /// Running counts of the days on which all columns of a group have a gap, from those of the
    /// columns, if these have any.
    pub fn gaps(&self, gaps: Option<&[u16]>, rows: usize) -> Vec<u16> {
        let width = self.of.len();
        let mut counts = vec![0_u16; self.count];
        let mut groups = Vec::with_capacity(rows * self.count);
        let mut has_figure = vec![false; self.count + 1];
        // Without any gap each group has a figure on each day, unless nothing belongs to it.
        let none = vec![0; if gaps.is_some() { 0 } else { width }];
        for row in 0..rows {
            if row > 0 {
                let at = (row - 1) * width;
                let pair = gaps.map(|gaps| gaps[at..at + 2 * width].split_at(width));
                self.find_figures(pair.unwrap_or((&none, &none)), &mut has_figure);
                for (count, has_figure) in counts.iter_mut().zip(&has_figure) {
                    *count += u16::from(!has_figure);
                }
            }
            groups.extend_from_slice(&counts);
        }
        groups
    }

    /// Which groups have a column whose count of gaps is the same in both rows.
    #[inline(never)]
    fn find_figures(&self, (before, after): (&[u16], &[u16]), has_figure: &mut [bool]) {
        has_figure.fill(false);
        let counts = before.iter().zip(after);
        for ((before, after), group) in counts.zip(&self.of) {
            has_figure[*group as usize] |= before == after;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Groups, count_gaps, differences, place, run_sums};
    use crate::GAP;

    /// Two days of three channels below an empty first row.
    const FIGURES: [i64; 9] = [GAP, GAP, GAP, 1, GAP, 3, 10, GAP, -30];

    #[test]
    fn rows_become_columns() {
        let mut table = [0; 12];
        place(&[1, 2, 3, 4], 2, &mut table, (3, 1, 1));
        assert_eq!(table, [0, 0, 0, 0, 1, 3, 0, 2, 4, 0, 0, 0]);
        let many: Vec<i64> = (0..120).collect();
        let mut table = vec![0; 160];
        place(&many, 3, &mut table, (40, 1, 0));
        assert!((0..120).all(|at| table[40 + at % 3 * 40 + at / 3] == at as i64));
        place(&[], 0, &mut table, (40, 1, 0));
    }

    #[test]
    fn sums_run_and_gaps_count_nothing() {
        let mut table = FIGURES;
        run_sums(&mut table, 3);
        assert_eq!(table, [0, 0, 0, 1, 0, 3, 11, 0, -27]);
        assert_eq!(differences(&table[6..], &table[3..6]), [10, 0, -30]);
        run_sums(&mut [], 0);
    }

    #[test]
    fn gaps_are_counted() {
        assert_eq!(count_gaps(&FIGURES, 3), [0, 0, 0, 0, 1, 0, 0, 2, 0]);
        assert_eq!(count_gaps(&[], 0), []);
    }

    #[test]
    fn groups_add_up_and_have_a_gap_where_all_have() {
        let mut sums = FIGURES;
        run_sums(&mut sums, 3);
        let gaps = count_gaps(&FIGURES, 3);
        // The first and last channel, the second one, and none in the last group.
        let groups = Groups::new(&[Some(0), Some(1), Some(0)], 3);
        assert_eq!(groups.sums(&sums, 3), [0, 0, 0, 4, 0, 0, -16, 0, 0]);
        assert_eq!(groups.gaps(Some(&gaps), 3), [0, 0, 0, 0, 1, 1, 0, 2, 2]);
        assert_eq!(groups.gaps(None, 3), [0, 0, 0, 0, 0, 1, 0, 0, 2]);
        // Columns of no group, and no columns.
        let groups = Groups::new(&[None, None, Some(1)], 2);
        assert_eq!(groups.sums(&sums, 3), [0, 0, 0, 3, 0, -27]);
        assert_eq!(groups.gaps(Some(&gaps), 3), [0, 0, 1, 0, 2, 0]);
        let groups = Groups::new(&[], 1);
        assert_eq!(groups.sums(&[], 2), [0, 0]);
        assert_eq!(groups.gaps(None, 2), [0, 1]);
    }
}
