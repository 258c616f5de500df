//! What can be taken away: the link, the table, the picture's credit.

use crate::browser::{clipboard, files, url};
use crate::chart::Credit;
use crate::reactive::{RwSignal, expect_context};
use crate::state::State;
use crate::ui::leaderboard::{Column, hidden_columns};
use crate::ui::live::{dynamic, live, press};
use crate::ui::parts::{CHECK, CLOSE, LINK, icon, metric_name, with_unit};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::export::{self, BoardSheet, board_csv, file_name};
use paceboard_core::format::unit_in_full;
use paceboard_core::model::Day;
use paceboard_core::query::Entity;

/// Copies the address of this very view.
pub fn copy_link_button() -> View {
    let state = expect_context::<State>();
    let outcome = RwSignal::new(None::<bool>);
    let copy = press(move || {
        leptos::task::spawn_local(async move {
            outcome.set(Some(clipboard::copy(&url::href()).await));
            gloo_timers::future::TimeoutFuture::new(2_500).await;
            outcome.set(None);
        });
    });
    let label = live(move || match outcome.get() {
        None => state.texts().copy_link,
        Some(true) => state.texts().link_copied,
        Some(false) => state.texts().link_not_copied,
    });
    let note = live(move || {
        let texts = state.texts();
        let local = state.local.with(Option::is_some);
        if local {
            texts.link_without_file
        } else {
            texts.link_keeps_view
        }
    });
    view! {
        <button type="button" class="button" data-testid="share" title=note on:click=copy>
            {dynamic(move || icon(match outcome.get() {
                None => LINK,
                Some(true) => CHECK,
                Some(false) => CLOSE,
            }))}
            <span class="button-text" aria-live="polite">{label}</span>
        </button>
    }
}

/// Saves the rows of the board as a table for spreadsheets.
pub fn csv_button() -> View {
    let state = expect_context::<State>();
    let none = move || {
        state
            .board
            .with(|board| board.as_ref().is_none_or(|it| it.rows.is_empty()))
    };
    view! {
        <button
            type="button"
            class="button button--quiet summary__csv"
            data-testid="csv"
            title=state.word(|texts| texts.csv_note)
            aria-label=state.word(|texts| texts.csv_note)
            hidden=none
            on:click=press(move || save_csv(state))
        >
            "CSV"
        </button>
    }
}

fn save_csv(state: State) {
    if let Some((name, csv)) = csv(state) {
        files::save_text(&name, &csv, "text/csv;charset=utf-8");
    }
}

/// The board as a table, and the name of its file.
fn csv(state: State) -> Option<(String, String)> {
    let board = state.board.get_untracked()?;
    let document = state.document.get_untracked()?;
    let today = state.today.get_untracked()?;
    let currency = state.query.with_untracked(|query| query.currency.clone());
    let mut sheet = BoardSheet {
        dataset: &document.dataset,
        books: &document.books,
        board: &board,
        texts: state.texts(),
        shown_in: currency.as_deref(),
        columns: &[],
    };
    let columns = columns(state, &sheet);
    sheet.columns = &columns;
    let days = days(board.window.from(), board.window.last().unwrap_or(today));
    let parts = [
        document.dataset.programme.name.as_str(),
        &days,
        &as_of(today),
    ];
    Some((file_name(&parts, "csv"), board_csv(&sheet)))
}

fn days(first: Day, last: Day) -> String {
    format!("{first}_{last}")
}

fn as_of(day: Day) -> String {
    format!("as-of-{day}")
}

/// The columns on screen, each with its heading; amounts with their unit.
fn columns(state: State, sheet: &BoardSheet<'_>) -> Vec<(export::Column, String)> {
    use export::Column as Field;
    let texts = sheet.texts;
    let (metric, filtered) = (sheet.board.metric, sheet.board.rows.len() < sheet.board.of);
    let partners = sheet.board.entity == Entity::Partners;
    let hidden = hidden_columns(state);
    let amount = |name: &str, measure| with_unit(name, &unit_in_full(texts.lang, measure), texts);
    let plain = |field, name: &str| (field, name.to_owned());
    let percent = |field, name| (field, (texts.col_with_unit)(name, "%"));
    let of = |column: Column| match column {
        Column::Rank => {
            let overall = filtered.then(|| plain(Field::OverallRank, texts.col_overall_rank));
            std::iter::once(plain(Field::Rank, texts.col_rank))
                .chain(overall)
                .collect()
        }
        Column::Change => vec![plain(Field::Change, texts.col_change)],
        Column::Name if partners => vec![
            plain(Field::Id, "ID"),
            plain(Field::Name, texts.col_partner),
        ],
        Column::Name => vec![
            plain(Field::Id, "ID"),
            plain(Field::Name, texts.col_channel),
            plain(Field::Category, texts.category),
        ],
        Column::Partner if partners => vec![plain(Field::Channels, texts.col_channels)],
        Column::Partner => vec![plain(Field::Partner, texts.col_partner)],
        Column::Value => vec![(
            Field::Value,
            amount(metric_name(metric, texts), sheet.measure()),
        )],
        Column::Share => vec![percent(Field::Share, texts.col_share)],
        Column::Trend => Vec::new(),
        Column::Progress => vec![percent(Field::Progress, texts.col_progress)],
        Column::Pace => vec![plain(Field::Pace, texts.col_pace)],
        Column::Gap => vec![(Field::Gap, amount(texts.col_gap, sheet.goal_measure()))],
        Column::Status => vec![plain(Field::Status, texts.col_status)],
    };
    let shown = Column::ALL
        .into_iter()
        .filter(|column| !hidden.has(*column));
    shown.flat_map(of).collect()
}

/// What pictures of charts say of their origin.
pub fn credit(state: State) -> Credit {
    Credit {
        line: live(move || {
            let texts = state.texts();
            let wording = Wording::of(state)?;
            let today = state.today.get()?;
            let (source, synthetic) = state.document.with(|document| {
                let provenance = &document.as_ref()?.dataset.provenance;
                Some(((texts.source)(&provenance.source), provenance.synthetic))
            })?;
            let synthetic = if synthetic { texts.synthetic } else { "" };
            let parts = [
                &(texts.as_of)(&wording.date(today)),
                source.as_str(),
                synthetic,
            ];
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            Some(parts.join(" · "))
        }),
        file: live(move || {
            let today = state.today.get()?;
            state.document.with(|document| {
                let name = document.as_ref()?.dataset.programme.name.clone();
                Some(format!("{name}_{}", as_of(today)))
            })
        }),
    }
}
