//! The leaderboard: a list of which only the rows in view exist.

mod column;
mod empty;
mod fields;
mod header;
mod keys;
mod lack;
mod list;
mod row;
mod row_view;
mod spark;
mod viewport;

pub use column::{Heading, best_first};
pub use lack::{Lack, lack};
pub use list::{absent, hidden_columns, open_at};
pub use paceboard_core::sheet::status_word;
pub use row_view::{ChangeWords, PROGRESS_END_BP, bar_bp, change_words, rank_text};
pub use viewport::PRINTED_ROWS;

use crate::browser::length::px;
use crate::browser::{popup, scroll, size};
use crate::reactive::{effect, expect_context, keep, memo};
use crate::ui::foretold::why_no_odds;
use crate::ui::live::{live, when};
use crate::ui::parts::{metric_name, range_text};
use crate::view::HtmlElement;
use crate::view::KeyboardEvent;
use crate::view::{NodeRef, View, slots, view};
use header::header;
use keys::{Action, action};
use list::List;
use paceboard_core::format::format_count;
use paceboard_core::query::{Entity, Focus};
use row::{slot, slot_id};
use std::cell::Cell;
use std::fmt::Write;
use std::rc::Rc;
use viewport::set_length;

/// A list of fewer rows is no higher than they are.
const SHORT_ROWS: usize = 12;

type Element = NodeRef;

/// The leaderboard of the page's board.
pub fn leaderboard() -> View {
    let list = List::new(expect_context());
    let state = list.state;
    let (scroller, body) = (NodeRef::new(), NodeRef::new());
    follow_size(list, scroller, body);
    keep_place(list, scroller);
    let loading = move || state.board.with(Option::is_none);
    let empty = memo(move || !loading() && list.rows.get() == 0);
    let height = move || px(list.viewport.content_px());
    view! {
        {when(move || state.layout.printing.get(), move || view! {
            <h2 class="printed">{live(move || printed_title(list))}</h2>
        })}
        <div
            class="board-list"
            class:is-loading=loading
            class:is-empty=empty
            class:is-short=move || !loading() && list.rows.get() < SHORT_ROWS
            class:is-of-partners=move || state.query.with(|query| query.entity == Entity::Partners)
            data-hide=move || hidden_names(list)
            data-filtered=move || list.look.get().is_some_and(|look| look.filtered).to_string()
            style:--more-digits=memo(move || more_digits(list).to_string())
        >
            <div
                class="board-scroll"
                node_ref=scroller
                role="grid"
                tabindex="0"
                aria-label=move || caption(list)
                aria-rowcount=move || (list.rows.get() + 1).to_string()
                aria-busy=move || loading().to_string()
                aria-activedescendant=move || list.viewport.slot_of(list.active.get()?).map(slot_id)
                data-testid="leaderboard-scroll"
                on:scroll=move |_| follow_scroll(list, scroller)
                on:keydown=move |event| press(list, scroller, event)
            >
                {header(list)}
                <div class="board-rows" part="rows" node_ref=body role="rowgroup" style:height=height aria-owns=move || order(list)>
                    {slots(list.viewport.pool, move |number| slot(number, list))}
                </div>
            </div>
            {move || empty.get().then(|| empty::empty(list))}
            <p class="board-note">{move || footnote(list)}</p>
        </div>
    }
}

/// Rows by name in the order in which they are read, since slots stand in another.
fn order(list: List) -> String {
    list.viewport
        .slots_in_order()
        .fold(String::new(), |mut ids, slot| {
            // Writing to a string cannot fail.
            let _ = write!(ids, "{} ", slot_id(slot));
            ids
        })
}

/// The columns that are not shown, for the style sheet.
fn hidden_names(list: List) -> String {
    let names: Vec<&str> = list.hidden.get().names().collect();
    names.join(" ")
}

/// How many digits ranks have beyond the four that their column is made for.
fn more_digits(list: List) -> u32 {
    let board = &list.state.board;
    let rows = board.with(|board| board.as_deref().map_or(0, |board| board.of));
    (rows.checked_ilog10().unwrap_or(0) + 1).saturating_sub(4)
}

fn caption(list: List) -> String {
    let texts = list.state.texts();
    let metric = metric_name(list.state.metric.get(), texts);
    let range = list.state.board.with(|board| Some(board.as_ref()?.window));
    let range = range.filter(|range| !range.is_empty());
    let range = range.map(|range| range_text(range, list.state.lang.get()));
    range.map_or(texts.page.aria_board.to_owned(), |range| {
        texts.page.aria_board_caption.with([metric, &range])
    })
}

/// What the table on paper is, and how much of the board.
fn printed_title(list: List) -> String {
    let (rows, shown) = (list.rows.get(), list.rows.get().min(PRINTED_ROWS));
    let count = |count: usize| format_count(count as i64);
    let part = list
        .state
        .texts()
        .page
        .print_rows
        .with([&count(shown), &count(rows)]);
    format!("{} · {part}", caption(list))
}

/// What bars, ranks and arrows mean, and why nobody has a probability, in a line under the list.
fn footnote(list: List) -> String {
    let entity = list.state.query.with(|query| query.entity);
    let no_odds = why_no_odds(list.state, entity)
        .filter(|_| !list.state.lacks_goals(entity))
        .map(str::to_owned);
    let parts = [
        header::overall_note(list),
        Some(list.state.texts().board.rank_tie_rule.to_owned()),
        header::scale(list),
        header::compared(list),
        no_odds,
    ];
    let parts = parts.into_iter().flatten();
    // What stands as a sentence elsewhere is a clause here.
    let clauses = parts.map(|part| part.trim_end_matches(['.', '。']).to_owned());
    clauses.collect::<Vec<_>>().join(" · ")
}

/// The id that a focus names.
fn focus_id(focus: &Focus) -> &str {
    match focus {
        Focus::Channel(id) | Focus::Partner(id) => id.as_str(),
    }
}

/// The browser fires `scroll` at most once for each frame, just before it is drawn.
fn follow_scroll(list: List, scroller: Element) {
    if let Some(scroller) = scroller.get_untracked() {
        list.viewport.scrolled_to(scroll::top_px(&scroller));
    }
}

fn follow_size(list: List, scroller: Element, body: Element) {
    let measure = move || {
        let (Some(scroller), Some(body)) = (scroller.get_untracked(), body.get_untracked()) else {
            return;
        };
        let (width_px, height_px) = scroll::size_px(&scroller);
        let head_px = scroll::length_px(&body, "--head-height").unwrap_or(0.0);
        let row_px = scroll::length_px(&body, "--row-height").unwrap_or(0.0);
        set_length(list.state.layout.width_px, width_px);
        list.viewport.measure(height_px - head_px, row_px);
        list.viewport.scrolled_to(scroll::top_px(&scroller));
    };
    scroller.on_load(move |element: HtmlElement| keep(size::on_resize(&element, measure)));
}

/// Where the list was scrolled to for the open row; nowhere once the reader has asked for others.
type Placed = Rc<Cell<Option<f64>>>;

/// Scrolls by itself where what is asked for, opened or come to by keyboard is elsewhere.
fn keep_place(list: List, scroller: Element) {
    let placed = Placed::default();
    go_to_top_with_new_rows(list, scroller, Rc::clone(&placed));
    reveal_opened(list, scroller, placed);
    follow_keyboard(list, scroller);
}

/// Other rows or another order start at the top; another window keeps the place.
fn go_to_top_with_new_rows(list: List, scroller: Element, placed: Placed) {
    let state = list.state;
    let asked = memo(move || {
        state
            .query
            .with(|query| (query.entity, query.filter.clone(), query.sort))
    });
    let mut is_first = true;
    effect(move || {
        asked.with(|_| ());
        if !std::mem::take(&mut is_first)
            && let Some(scroller) = scroller.get_untracked()
        {
            scroll::to(&scroller, 0.0);
            placed.set(None);
        }
    });
}

/// The row that the keyboard has come to is seen.
fn follow_keyboard(list: List, scroller: Element) {
    effect(move || {
        if let (Some(row), Some(scroller)) = (list.active.get(), scroller.get_untracked()) {
            let to = list.viewport.top_to_see(scroll::top_px(&scroller), row);
            scroll_to(list, &scroller, to);
        }
    });
}

/// A detail that was opened elsewhere shows its row here, within the part of the list that is in the
/// window. As long as the reader does not scroll, the list follows that row: its place changes when
/// figures arrive.
fn reveal_opened(list: List, scroller: Element, placed: Placed) {
    let focus = memo(move || list.state.query.with(|query| query.focus.clone()));
    let row = memo(move || list.open_row().filter(|row| *row < list.rows.get()));
    let mut shown = None;
    effect(move || {
        let (focus, row) = (focus.get(), row.get());
        let (Some(row), Some(element)) = (row, scroller.get_untracked()) else {
            return;
        };
        let is_unmoved = |px: f64| (px - scroll::top_px(&element)).abs() < 1.0;
        if focus != shown || placed.get().is_some_and(is_unmoved) {
            let top_px = scroll::top_px(&element);
            // Under the pointer or the keyboard rows move as little as they can.
            let to = if list.active.get_untracked() == Some(row) {
                list.viewport.top_to_see(top_px, row)
            } else {
                let room_px = scroll::room_px(&element);
                list.viewport.top_to_place(top_px, row, room_px)
            };
            scroll_to(list, &element, to);
            placed.set(Some(scroll::top_px(&element)));
        }
        shown = focus;
    });
}

fn scroll_to(list: List, scroller: &HtmlElement, top_px: Option<f64>) {
    if let Some(top_px) = top_px {
        scroll::to(scroller, top_px);
        list.viewport.scrolled_to(top_px);
    }
}

fn press(list: List, scroller: Element, event: &KeyboardEvent) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    if has_modifier || !popup::is_own(event) {
        return;
    }
    let top_px = scroller
        .get_untracked()
        .map_or(0.0, |scroller| scroll::top_px(&scroller));
    let seen = list.viewport.seen(top_px);
    let rows = list.rows.get_untracked();
    let Some(action) = action(
        &event.key(),
        list.active.get_untracked(),
        rows,
        seen.start,
        seen.len(),
    ) else {
        return;
    };
    // What there is nothing to close for is for what is around: a page's dialog, or full screen.
    if action == Action::Close && !list.has_open() {
        return;
    }
    event.prevent_default();
    match action {
        Action::Open(row) => list.open(row),
        Action::Compare(row) => list.compare(row),
        Action::Close => list.close(),
        Action::Go(row) => {
            list.active.set(Some(row));
            if let Some(scroller) = scroller.get_untracked() {
                scroll::into_view(&scroller);
            }
        }
    }
}
