//! The board as a table for spreadsheets.

use super::file_stem;
use super::headings::headings;
use crate::browser::files;
use crate::reactive::expect_context;
use crate::shared::Shared;
use crate::state::State;
use crate::ui::filters::assumed_words;
use crate::ui::leaderboard::lack;
use crate::ui::live::press;
use crate::view::{View, view};
use paceboard_core::board::Board;
use paceboard_core::sheet::{self, BoardSheet};

/// Saves the rows of the board as a table for spreadsheets.
pub fn csv_button() -> View {
    let state = expect_context::<State>();
    let none = move || !files::can_save() || !has_rows(state);
    view! {
        <button
            type="button"
            class="button button--quiet summary__csv"
            data-testid="csv"
            title=state.word(|texts| texts.page.csv_note)
            aria-label=state.word(|texts| texts.page.csv_note)
            hidden=none
            on:click=press(move || save_csv(state))
        >
            "CSV"
        </button>
    }
}

/// The board as a table for spreadsheets.
pub fn board_csv(state: State) -> Option<String> {
    csv(state).map(|(_, csv)| csv)
}

/// Whether there is such a table to save.
pub fn has_rows(state: State) -> bool {
    let rows = |board: &Option<Shared<Board>>| board.as_deref().map_or(0, |board| board.rows.len());
    lack(state).is_none() && state.board.with(rows) > 0
}

/// Saves it.
pub fn save_csv(state: State) {
    if let Some((name, csv)) = csv(state) {
        files::save_text(&name, &csv, "text/csv;charset=utf-8");
    }
}

/// The board as a table, and the name of its file.
fn csv(state: State) -> Option<(String, String)> {
    let board = state.board.get_untracked().filter(|_| has_rows(state))?;
    let document = state.document.get_untracked()?;
    let currency = state.query.with_untracked(|query| query.currency.clone());
    let assumed = assumed_words(state);
    let mut sheet = BoardSheet {
        dataset: &document.dataset,
        books: &document.books,
        board: &board,
        texts: state.texts(),
        shown_in: currency.as_deref(),
        columns: &[],
        assumed: assumed.as_deref().unwrap_or_default(),
    };
    let columns = headings(state, &sheet);
    sheet.columns = &columns;
    Some((file_stem(state)? + ".csv", sheet::board_csv(&sheet)))
}
