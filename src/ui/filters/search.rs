//! The search field.

use crate::browser::host::{Host, part_role};
use crate::browser::popup;
use crate::reactive::{expect_context, keep, memo};
use crate::state::State;
use crate::ui::parts::{CLOSE, SEARCH, icon};
use crate::view::{NodeRef, View, event_target_value, view};

/// Finds by name, alias or id as the reader types; `/` comes here, Escape empties it.
pub fn search_field() -> View {
    let state: State = expect_context();
    let input = NodeRef::new();
    let text = memo(move || state.query.with(|query| query.filter.text.clone()));
    let set = move |text: String| state.update(|query| query.filter.text = text);
    let role = part_role().unwrap_or_else(|| "search".to_owned());
    let listener = expect_context::<Host>().on_key("/", move || {
        if let Some(input) = input.get_untracked() {
            popup::focus(&input);
        }
    });
    // Dropped, and with it the listening, when the field goes.
    keep(listener);
    // From its button, which hides then, the keyboard goes to the field before it.
    let clear = move || set(String::new());
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
                on:input=move |event| set(event_target_value(&event))
                on:keydown=move |event| {
                    if event.key() == "Escape" && !text.get_untracked().is_empty() {
                        event.prevent_default();
                        event.stop_propagation();
                        clear();
                    }
                }
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
