//! Why the rank moved: own movement against others passing, and what the change of the value is
//! made of.

use super::factors::factors;
use super::neighbours::name_of;
use super::open_detail;
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::live::{items, live, press, when};
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_rank};
use paceboard_core::measures::movement::{Movement, Passings, movement};
use paceboard_core::text::Texts;

/// Names given of those who passed and were passed.
const MOST_NAMES: usize = 3;

/// The section's content; worked out while it is open.
pub fn moved() -> View {
    let state = expect_context::<State>();
    view! {
        {when(move || is_other_board(state), move || other_board(state))}
        {when(move || !is_other_board(state), move || view! {
            <ul class="takes" data-testid="moved">{items(move || movement_lines(state))}</ul>
            {factors()}
        })}
    }
}

/// Whether the board ranks rows of the other kind.
fn is_other_board(state: State) -> bool {
    let board = state.query.with(|query| query.entity);
    open_detail(state).is_some_and(|open| open.entity != board)
}

/// The way to the board that ranks the open row.
fn other_board(state: State) -> View {
    let turn = press(move || {
        if let Some(open) = open_detail(state) {
            state.update(|query| query.entity = open.entity);
        }
    });
    let name = move || {
        let names = state.texts().detail.moved_turn;
        open_detail(state).map(|open| names[open.entity as usize].to_owned())
    };
    view! {
        <p class="quiet">{state.word(|texts| texts.detail.moved_other_board)}</p>
        <button type="button" class="button" data-testid="moved-turn" on:click=turn>{live(name)}</button>
    }
}

fn movement_lines(state: State) -> Vec<String> {
    let texts = state.texts();
    found(state).map_or_else(
        || vec![why_unknown(state, texts).to_owned()],
        |movement| lines(state, &movement),
    )
}

/// Why nothing is said of the open row.
fn why_unknown(state: State, texts: &Texts) -> &'static str {
    let (Some(open), Some(board)) = (open_detail(state), state.board.get()) else {
        return texts.detail.moved_unknown;
    };
    let is_shown = || board.rows.iter().any(|row| row.index == open.detail.index);
    if is_shown() {
        texts.detail.moved_unknown
    } else {
        texts.detail.moved_filtered
    }
}

fn found(state: State) -> Option<Movement> {
    let open = open_detail(state)?;
    let board = state.board.get()?;
    if board.entity != open.entity {
        return None;
    }
    state.document.with(|document| {
        let books = &document.as_ref()?.books;
        movement(books, &board, open.detail.index, MOST_NAMES)
    })
}

fn lines(state: State, movement: &Movement) -> Vec<String> {
    let (texts, lang) = (state.texts(), state.lang.get());
    let rank = |rank: u32| format_rank(rank, lang);
    let places = |places: i32| {
        let sign = match places {
            1.. => "+",
            0 => "",
            _ => "−",
        };
        format!("{sign}{}", format_count(i64::from(places.unsigned_abs())))
    };
    let ranks = [&rank(movement.rank_before), &rank(movement.rank_now)];
    let parts = [
        &places(movement.own_places),
        &places(movement.others_places),
    ];
    let passings = [
        named(state, texts.detail.moved_overtook, &movement.overtaken),
        named(state, texts.detail.moved_overtaken, &movement.overtaken_by),
    ];
    let first = [
        texts.detail.moved_ranks.with(ranks.map(String::as_str)),
        texts.detail.moved_parts.with(parts.map(String::as_str)),
    ];
    first
        .into_iter()
        .chain(passings.into_iter().flatten())
        .collect()
}

type Sentence = paceboard_core::text::Phrase<2>;

fn named(state: State, sentence: Sentence, passings: &Passings) -> Option<String> {
    let open = open_detail(state)?;
    let wording = Wording::of(state)?;
    let names: Vec<String> = state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let name = |index: u32| name_of(dataset, open.entity, index, wording).1;
        let names = passings.rows.iter().map(|row| name(row.index));
        Some(names.collect())
    })?;
    let count = format_count(i64::from(passings.count));
    let joint = state.texts().detail.list_joint;
    (passings.count > 0).then(|| sentence.with([&count, &names.join(joint)]))
}
