//! The search field.

use crate::browser::host::{Host, part_role};
use crate::browser::{keyboard, popup};
use crate::reactive::{expect_context, keep, memo};
use crate::state::State;
use crate::ui::leaderboard::open_at;
use crate::ui::parts::{CLOSE, SEARCH, icon};
use crate::view::{KeyboardEvent, NodeRef, View, event_target_value, view};

/// Finds by name, alias or id as the reader types; `/` comes here, Escape empties it, the arrow down
/// goes on to the list and Enter opens the first that was found.
pub fn search_field() -> View {
    let state: State = expect_context();
    let input: NodeRef = NodeRef::new();
    let text = memo(move || state.query.with(|query| query.filter.text.clone()));
    let set = move |text: String| state.update(|query| query.filter.text = text);
    let role = part_role().unwrap_or_else(|| "search".to_owned());
    let enter = move || {
        if let Some(input) = input.get_untracked() {
            popup::focus(&input);
        }
    };
    let listener = expect_context::<Host>().on_key("/", enter);
    // Dropped, and with it the listening, when the field goes.
    keep(listener);
    let clear = move || {
        set(String::new());
        enter();
    };
    view! {
        <div class="search" role=role>
            {icon(SEARCH)}
            <input
                type="search"
                class="field"
                id="search"
                node_ref=input
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=state.word(|texts| texts.page.search_placeholder)
                aria-label=state.word(|texts| texts.page.search)
                aria-keyshortcuts="/"
                prop:value=text
                on:input=move |event| set(event_target_value(event))
                on:keydown=move |event| press(state, input, event)
            />
            <kbd hidden=move || !text.get().is_empty() aria-hidden="true">"/"</kbd>
            <button
                type="button"
                class="icon-button"
                hidden=move || text.get().is_empty()
                aria-label=state.word(|texts| texts.page.search_clear)
                on:click=move |_| clear()
            >
                {icon(CLOSE)}
            </button>
        </div>
    }
}

/// What a key does in the field, where no input method has its own use for it.
fn press(state: State, input: NodeRef, event: &KeyboardEvent) {
    if keyboard::is_composing(event) {
        return;
    }
    let is_empty = state
        .query
        .with_untracked(|query| query.filter.text.is_empty());
    let is_done = match event.key().as_str() {
        "Escape" if !is_empty => {
            event.stop_propagation();
            state.update(|query| query.filter.text.clear());
            true
        }
        "Enter" => !is_empty && open_at(state, 0) && enter_list(input),
        "ArrowDown" => {
            state.layout.active.set(Some(0));
            enter_list(input)
        }
        _ => false,
    };
    if is_done {
        event.prevent_default();
    }
}

/// Moves the keyboard from the field to the rows; false where there are none.
fn enter_list(input: NodeRef) -> bool {
    let board = input
        .get_untracked()
        .and_then(|it| it.closest(".board").ok()?);
    let rows = ".board-list:not(.is-empty) > [role=grid]";
    let list = board.and_then(|board| board.query_selector(rows).ok()?);
    if let Some(list) = &list {
        popup::focus(list);
    }
    list.is_some()
}
