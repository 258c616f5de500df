//! Which rows are on screen. A fixed pool of slots shows them; a slot that leaves at one end comes
//! back at the other with another row, so that scrolling by a row changes one slot.

use crate::reactive::{Memo, RwSignal, memo};
use std::ops::Range;

/// Rows kept ready above and below what is seen, once that has been painted.
const SPARE_ROWS: usize = 6;
/// Until the list has been measured.
const GUESSED_ROW_PX: f64 = 36.0;
const GUESSED_HEIGHT_PX: f64 = 720.0;
/// Browsers cannot draw taller elements reliably. A list that would be taller is scrolled through
/// faster than by the pixel.
const TALLEST_PX: f64 = 15_000_000.0;

/// Rows on paper.
pub const PRINTED_ROWS: usize = 50;

/// What is seen of the list.
#[derive(Clone, Copy)]
pub struct Viewport {
    /// The row of the topmost slot; on paper the list's first.
    first: Memo<usize>,
    /// Number of slots.
    pub pool: Memo<usize>,
    /// The topmost row that is seen, on screen.
    scrolled: RwSignal<usize>,
    /// Number of rows that can be seen at once, on screen.
    seen: RwSignal<usize>,
    /// How far rows stand from where their number puts them; 0 unless the list is too tall.
    shift_px: RwSignal<f64>,
    row_px: RwSignal<f64>,
    /// Height of the rows' part of the list.
    height_px: RwSignal<f64>,
    rows: Memo<usize>,
}

impl Viewport {
    /// A list of so many rows that has not been measured. Rows that nobody sees yet wait until
    /// `painted`: the first paint would wait for their layout.
    pub fn new(rows: Memo<usize>, painted: RwSignal<bool>, printing: RwSignal<bool>) -> Self {
        let scrolled: RwSignal<usize> = RwSignal::new(0);
        let seen = RwSignal::new(seen_rows(GUESSED_HEIGHT_PX, GUESSED_ROW_PX));
        let spare = memo(move || if painted.get() { SPARE_ROWS } else { 0 });
        let first = move || scrolled.get().saturating_sub(spare.get());
        let pool = move || seen.get() + 2 * spare.get();
        Self {
            first: memo(move || if printing.get() { 0 } else { first() }),
            pool: memo(move || {
                if printing.get() {
                    pool().max(PRINTED_ROWS)
                } else {
                    pool()
                }
            }),
            scrolled,
            seen,
            shift_px: RwSignal::new(0.0),
            row_px: RwSignal::new(GUESSED_ROW_PX),
            height_px: RwSignal::new(GUESSED_HEIGHT_PX),
            rows,
        }
    }

    /// Takes the height of the list's rows and of one row.
    pub fn measure(self, height_px: f64, row_px: f64) {
        set_length(self.height_px, height_px);
        set_length(self.row_px, row_px);
        // Slots are never taken away: a list that grows again needs them anyway.
        let wanted = seen_rows(height_px, row_px);
        if wanted > self.seen.get_untracked() {
            self.seen.set(wanted);
        }
    }

    /// Follows the list's scroll position.
    pub fn scrolled_to(self, top_px: f64) {
        let lines_top_px = top_px * self.pace();
        let shift_px = top_px - lines_top_px;
        if (shift_px - self.shift_px.get_untracked()).abs() > 0.0 {
            self.shift_px.set(shift_px);
        }
        let top = (lines_top_px / self.row_px.get_untracked()) as usize;
        if top != self.scrolled.get_untracked() {
            self.scrolled.set(top);
        }
    }

    /// Height of the element that holds all rows.
    pub fn content_px(self) -> f64 {
        (self.rows.get() as f64 * self.row_px.get()).min(TALLEST_PX)
    }

    /// Where the row stands in that element.
    pub fn top_of(self, row: usize) -> f64 {
        row as f64 * self.row_px.get() + self.shift_px.get()
    }

    /// The row that a slot shows.
    pub fn row_of(self, slot: usize) -> usize {
        row_of(slot, self.first.get(), self.pool.get())
    }

    /// The slot that shows a row, if one does.
    pub fn slot_of(self, row: usize) -> Option<usize> {
        let (first, pool) = (self.first.get(), self.pool.get());
        (first..first + pool).contains(&row).then(|| row % pool)
    }

    /// Slots in the order of their rows.
    pub fn slots_in_order(self) -> impl Iterator<Item = usize> {
        let (first, pool) = (self.first.get(), self.pool.get());
        (first..first + pool).map(move |row| row % pool)
    }

    /// The rows that are seen as a whole at that scroll position.
    pub fn seen(self, top_px: f64) -> Range<usize> {
        let (row_px, height_px) = (self.row_px.get_untracked(), self.height_px.get_untracked());
        let first = (top_px * self.pace() / row_px).ceil() as usize;
        first..first + ((height_px / row_px) as usize).max(1)
    }

    /// Where to scroll, as little as it takes, to see all of a row; `None` where it is seen.
    pub fn top_to_see(self, top_px: f64, row: usize) -> Option<f64> {
        let (row_px, height_px) = (self.row_px.get_untracked(), self.height_px.get_untracked());
        let (lines_top_px, row_top_px) = (top_px * self.pace(), row as f64 * row_px);
        let wanted_px = lines_top_px
            .min(row_top_px)
            .max(row_top_px + row_px - height_px);
        ((wanted_px - lines_top_px).abs() > 0.5).then_some(wanted_px / self.pace())
    }

    /// Where to scroll to see all of a row in the upper third of what the window shows of the list,
    /// which begins `room_px` above the window's lower edge; `None` where it is seen.
    pub fn top_to_place(self, top_px: f64, row: usize, room_px: f64) -> Option<f64> {
        let (row_px, height_px) = (self.row_px.get_untracked(), self.height_px.get_untracked());
        // The heads are about as high as a row. A list that is out of the window is shown whole.
        let shown_px = (room_px - row_px).min(height_px);
        let shown_px = if shown_px < row_px {
            height_px
        } else {
            shown_px
        };
        let row_top_px = row as f64 * row_px;
        let from_top_px = row_top_px - top_px * self.pace();
        if (0.0..=shown_px - row_px).contains(&from_top_px) {
            return None;
        }
        let above = (shown_px / 3.0 / row_px).floor();
        let last_px = (self.rows.get_untracked() as f64 * row_px - height_px).max(0.0);
        Some((row_top_px - above * row_px).clamp(0.0, last_px) / self.pace())
    }

    /// Pixels of rows for a pixel of scrolling; 1 unless the list is too tall.
    fn pace(self) -> f64 {
        let height_px = self.height_px.get_untracked();
        let rows_px = self.rows.get_untracked() as f64 * self.row_px.get_untracked();
        if rows_px <= TALLEST_PX {
            1.0
        } else {
            (rows_px - height_px) / (TALLEST_PX - height_px)
        }
    }
}

/// Takes a length that has changed; one of nothing was not measured.
pub fn set_length(signal: RwSignal<f64>, px: f64) {
    if px > 0.0 && (signal.get_untracked() - px).abs() > 0.1 {
        signal.set(px);
    }
}

/// Rows of which something can be seen at once, however the list is scrolled.
fn seen_rows(height_px: f64, row_px: f64) -> usize {
    (height_px / row_px.max(1.0)).ceil() as usize + 1
}

fn row_of(slot: usize, first: usize, pool: usize) -> usize {
    first + (slot + pool - first % pool) % pool
}

#[cfg(test)]
mod tests {
    use super::{PRINTED_ROWS, SPARE_ROWS, Viewport, row_of};
    use crate::reactive::*;

    #[test]
    fn slots_show_each_row_once_and_keep_it_while_it_is_in_view() {
        let pool = 7;
        for first in 0..30 {
            let mut rows: Vec<usize> = (0..pool).map(|slot| row_of(slot, first, pool)).collect();
            let moved = (0..pool).filter(|slot| row_of(*slot, first + 1, pool) != rows[*slot]);
            assert_eq!(moved.count(), 1);
            assert!(
                rows.iter()
                    .enumerate()
                    .all(|(slot, row)| row % pool == slot)
            );
            rows.sort_unstable();
            assert_eq!(rows, (first..first + pool).collect::<Vec<_>>());
        }
    }

    #[test]
    fn paper_shows_the_first_rows_and_leaves_the_place_on_screen() {
        let owner = Owner::new();
        owner.set();
        let printing = RwSignal::new(false);
        let viewport = Viewport::new(memo(|| 2_400), RwSignal::new(true), printing);
        viewport.scrolled_to(36_000.0);
        let on_screen: Vec<usize> = viewport.slots_in_order().collect();
        printing.set(true);
        let rows: Vec<usize> = (0..PRINTED_ROWS)
            .map(|slot| viewport.row_of(slot))
            .collect();
        assert_eq!(rows, (0..PRINTED_ROWS).collect::<Vec<_>>());
        printing.set(false);
        assert_eq!(viewport.slots_in_order().collect::<Vec<_>>(), on_screen);
    }

    #[test]
    fn rows_that_nobody_sees_come_with_the_first_paint() {
        let owner = Owner::new();
        owner.set();
        let painted = RwSignal::new(false);
        let viewport = Viewport::new(memo(|| 2_400), painted, RwSignal::new(false));
        viewport.measure(720.0, 36.0);
        viewport.scrolled_to(3_600.0);
        assert_eq!(viewport.slots_in_order().count(), 21);
        assert!(viewport.slot_of(100).is_some() && viewport.slot_of(99).is_none());
        painted.set(true);
        assert_eq!(viewport.slots_in_order().count(), 21 + 2 * SPARE_ROWS);
        assert!(viewport.slot_of(100 - SPARE_ROWS).is_some());
        assert!(viewport.slot_of(120 + SPARE_ROWS).is_some());
    }

    #[test]
    fn a_row_of_a_link_stands_in_the_part_that_the_window_shows() {
        let owner = Owner::new();
        owner.set();
        let viewport = Viewport::new(memo(|| 100), RwSignal::new(true), RwSignal::new(false));
        viewport.measure(720.0, 36.0);
        let check = |top_px: f64, row, room_px: f64, expected: Option<f64>| {
            let placed = viewport.top_to_place(top_px, row, room_px);
            assert_eq!(placed, expected, "{row} in {room_px}");
        };
        // Of 16 rows that the window shows, five above it.
        check(0.0, 50, 612.0, Some(45.0 * 36.0));
        // It is seen, as the last of those sixteen; the one after it is not.
        check(0.0, 15, 612.0, None);
        check(0.0, 16, 612.0, Some(11.0 * 36.0));
        check(20.0 * 36.0, 10, 612.0, Some(5.0 * 36.0));
        check(0.0, 2, 612.0, None);
        check(36.0, 0, 612.0, Some(0.0));
        // The list ends in the window, or begins below it: all of it counts.
        check(0.0, 50, 5_000.0, Some(44.0 * 36.0));
        check(0.0, 50, -300.0, Some(44.0 * 36.0));
        // There is nothing to scroll to below the last row.
        check(0.0, 99, 612.0, Some(80.0 * 36.0));
    }

    #[test]
    fn the_last_of_a_million_rows_can_be_reached() {
        let owner = Owner::new();
        owner.set();
        for rows in [100, 100_000, 1_000_000] {
            let viewport = Viewport::new(
                memo(move || rows),
                RwSignal::new(true),
                RwSignal::new(false),
            );
            viewport.measure(720.0, 36.0);
            let top_px = viewport.top_to_see(0.0, rows - 1).unwrap();
            assert!(
                (top_px + 720.0 - viewport.content_px()).abs() < 1.0,
                "{rows}"
            );
            viewport.scrolled_to(top_px);
            let slot = viewport.slot_of(rows - 1).unwrap();
            assert_eq!(viewport.row_of(slot), rows - 1);
            assert!((viewport.top_of(rows - 1) + 36.0 - viewport.content_px()).abs() < 1.0);
        }
    }
}
