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
    let (mut before, mut typed) = (state.query.get_untracked(), false);
    effect(move || {
        let now = state.query.get();
        if before != now {
            typed = write(&before, &now, typed);
            before = now;
        }
        url::note_file(state.shows_file());
    });
    events::on_window("popstate", move || state.query.set(query()))
}

/// Letters typed one after another into the search field are one step of the history; clearing it is
/// a step of its own, as is the first letter after anything else. `typed` tells whether the last step
/// was one of typing; so does what is given for this one.
fn write(before: &Query, now: &Query, typed: bool) -> bool {
    if query() == *now {
        return false;
    }
    let mut with_new_text = before.clone();
    with_new_text.filter.text.clone_from(&now.filter.text);
    let is_typing = with_new_text == *now && !now.filter.text.is_empty();
    let how = if is_typing && typed {
        History::Replace
    } else {
        History::Push
    };
    url::set_query(&encode(now), how);
    is_typing
}
