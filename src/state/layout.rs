//! How the board stands on the screen at hand.

use crate::reactive::RwSignal;

/// How the board is laid out. It belongs to the screen at hand, so it is not part of the query.
#[derive(Clone, Copy)]
pub struct BoardLayout {
    /// Width of the board.
    pub width_px: RwSignal<f64>,
    /// Whether the page is being laid out for paper.
    pub printing: RwSignal<bool>,
    /// The row that the keyboard is on.
    pub active: RwSignal<Option<usize>>,
}

impl BoardLayout {
    /// A width with room for all columns. Until it has been measured the board is taken to have it.
    pub const WIDE_PX: f64 = 1_240.0;

    /// Nothing measured.
    pub(super) fn new() -> Self {
        Self {
            width_px: RwSignal::new(Self::WIDE_PX),
            printing: RwSignal::new(false),
            active: RwSignal::new(None),
        }
    }
}
