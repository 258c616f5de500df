//! The values of a board's rows in its own window and in the one that it compares with.

use crate::board::Board;
use crate::books::Books;
use crate::ledger::Ledger;
use crate::model::{ChannelIndex, DayRange, Metric};

/// Both values of each row of the document, and which rows meet the filter.
pub(super) struct Compared {
    /// By row number: the sum over the board's window.
    pub(super) now: Vec<i64>,
    /// By row number: the sum over the compared window.
    pub(super) before: Vec<i64>,
    /// Rows that meet the filter, in the order of ids.
    pub(super) kept: Vec<u32>,
    /// Whether a row is among them and has a figure now; by row number.
    pub(super) is_ranked: Vec<bool>,
    /// Those of them that have a figure in the compared window.
    pub(super) known: Vec<u32>,
}

impl Compared {
    /// `None` where the compared window is not wholly in the table: everyone is new.
    pub(super) fn of(books: &Books, board: &Board) -> Option<Self> {
        let ledger = books.ledger(board.entity);
        if !holds(ledger, board.metric, board.compared) {
            return None;
        }
        let mut is_kept = vec![false; ledger.channels()];
        let mut is_ranked = is_kept.clone();
        for row in &board.rows {
            is_kept[row.index as usize] = true;
            is_ranked[row.index as usize] = row.value.is_some();
        }
        let by_id = books.directory.roster(board.entity).by_id().iter().copied();
        let kept: Vec<u32> = by_id.filter(|row| is_kept[*row as usize]).collect();
        let has_figure = |row: &u32| {
            let row = ChannelIndex(*row);
            ledger.has_figure(board.metric, row, board.compared)
        };
        Some(Self {
            now: ledger.window_totals(board.metric, board.window),
            before: ledger.window_totals(board.metric, board.compared),
            is_ranked,
            known: kept.iter().copied().filter(has_figure).collect(),
            kept,
        })
    }
}

/// Whether `days` are some and lie wholly in the table.
pub(super) fn holds(ledger: &Ledger, metric: Metric, days: DayRange) -> bool {
    let table = ledger.range(metric);
    !days.is_empty() && table.is_some_and(|table| table.covers(days))
}

/// Whether the ledger has a row at that position.
pub(super) fn has_row(ledger: &Ledger, index: u32) -> bool {
    (index as usize) < ledger.channels()
}
