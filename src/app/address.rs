//! The URL and the query follow each other.

use crate::browser::url::History;
use crate::browser::{events, url};
use crate::reactive::effect;
use crate::state::State;
use gloo_events::EventListener;
use paceboard_core::query::{Query, decode, encode};

/// The query in the URL.
pub fn query() -> Query {
    decode(&url::query_string())
}

/// Writes every change of the query to the URL, and follows Back and Forward until the listener is
/// dropped.
pub fn connect(state: State) -> Option<EventListener> {
    let mut before = state.query.get_untracked();
    effect(move || {
        let now = state.query.get();
        if before != now {
            write(&before, &now);
            before = now;
        }
        url::note_file(state.shows_file());
    });
    events::on_window("popstate", move || state.query.set(query()))
}

/// Typing in the search field is one step of the history, not one for each letter.
fn write(before: &Query, now: &Query) {
    if query() == *now {
        return;
    }
    let mut with_new_text = before.clone();
    with_new_text.filter.text.clone_from(&now.filter.text);
    let typing = with_new_text == *now && !before.filter.text.is_empty();
    let how = if typing {
        History::Replace
    } else {
        History::Push
    };
    url::set_query(&encode(now), how);
}
