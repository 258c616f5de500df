//! The board as a table for spreadsheets.

use super::file_stem;
use crate::browser::files;
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::filters::assumed_words;
use crate::ui::leaderboard::hidden_columns;
use crate::ui::live::press;
use crate::ui::parts::{metric_name, with_unit};
use crate::view::{View, view};
use paceboard_core::format::{DateForm, format_range, unit_in_full};
use paceboard_core::query::{Column, Entity};
use paceboard_core::sheet::{self, BoardSheet, Field};

/// Saves the rows of the board as a table for spreadsheets.
pub fn csv_button() -> View {
    let state = expect_context::<State>();
    let none = move || {
        !files::can_save()
            || state
                .board
                .with(|board| board.as_ref().is_none_or(|it| it.rows.is_empty()))
    };
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

/// Saves it.
pub fn save_csv(state: State) {
    if let Some((name, csv)) = csv(state) {
        files::save_text(&name, &csv, "text/csv;charset=utf-8");
    }
}

/// The board as a table, and the name of its file.
fn csv(state: State) -> Option<(String, String)> {
    let board = state.board.get_untracked()?;
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
    let columns = columns(state, &sheet);
    sheet.columns = &columns;
    Some((file_stem(state)? + ".csv", sheet::board_csv(&sheet)))
}

/// What ranks are compared with.
fn change_heading(sheet: &BoardSheet<'_>) -> String {
    let (texts, compared) = (sheet.texts, sheet.board.compared);
    let ledger = sheet.books.ledger(sheet.board.entity);
    if compared.is_empty() || !ledger.has(sheet.board.metric) {
        return texts.board.col_change.to_owned();
    }
    let days = format_range(compared, DateForm::Full, texts.lang);
    texts.board.look_back_range.with([&days])
}

/// The columns on screen, each with its heading; amounts with their unit.
fn columns(state: State, sheet: &BoardSheet<'_>) -> Vec<(Field, String)> {
    let texts = sheet.texts;
    let (metric, filtered) = (sheet.board.metric, sheet.board.rows.len() < sheet.board.of);
    let partners = sheet.board.entity == Entity::Partners;
    let hidden = hidden_columns(state);
    let amount = |name: &str, measure| with_unit(name, &unit_in_full(texts.lang, measure), texts);
    let plain = |field, name: &str| (field, name.to_owned());
    let with_sign = |field, name, sign| (field, texts.board.col_with_unit.with([name, sign]));
    let percent = |field, name| with_sign(field, name, "%");
    let of = |column: Column| match column {
        Column::Rank => {
            let overall = filtered.then(|| plain(Field::OverallRank, texts.board.col_overall_rank));
            std::iter::once(plain(Field::Rank, texts.board.col_rank))
                .chain(overall)
                .collect()
        }
        Column::Change => vec![(Field::Change, change_heading(sheet))],
        Column::Name if partners => vec![
            plain(Field::Id, "ID"),
            plain(Field::Name, texts.board.col_partner),
        ],
        Column::Name => vec![
            plain(Field::Id, "ID"),
            plain(Field::Name, texts.board.col_channel),
            plain(Field::Category, texts.board.category),
        ],
        Column::Partner if partners => vec![plain(Field::Channels, texts.board.col_channels)],
        Column::Partner => vec![plain(Field::Partner, texts.board.col_partner)],
        Column::Value => vec![(
            Field::Value,
            amount(metric_name(metric, texts), sheet.measure()),
        )],
        Column::Share => vec![percent(Field::Share, texts.board.col_share)],
        Column::Trend => Vec::new(),
        Column::Progress => vec![percent(Field::Progress, texts.board.col_progress)],
        Column::Pace => vec![with_sign(Field::Pace, texts.board.col_pace, "×")],
        Column::Reach => vec![percent(Field::Reach, texts.board.col_reach)],
        Column::Gap => vec![(
            Field::Gap,
            amount(texts.board.col_gap, sheet.goal_measure()),
        )],
        Column::Status => vec![plain(Field::Status, texts.board.col_status)],
    };
    let shown = Column::ALL
        .into_iter()
        .filter(|column| !hidden.has(*column));
    let assumed = (!sheet.assumed.is_empty()).then(|| plain(Field::Assumed, texts.what_if.assume));
    shown.flat_map(of).chain(assumed).collect()
}
