//! The URL and the query follow each other.

use crate::browser::url::History;
use crate::browser::{events, url};
use crate::reactive::effect;
use crate::state::State;
use gloo_events::EventListener;
use paceboard_core::query::{Query, decode, encode};

/// What a step of the history shows: the query, and which file of the reader's own.
#[derive(PartialEq)]
struct Step {
    query: Query,
    opened_ms: u64,
}

/// The query in the URL.
pub fn query() -> Query {
    decode(&url::query_string())
}

/// Writes every change of the query to the URL, and follows Back and Forward until the listeners are
/// dropped.
pub fn connect(state: State) -> [Option<EventListener>; 2] {
    let opened_ms = url::noted_file().unwrap_or_default();
    state.lost_file.set(opened_ms != 0);
    url::note_file(0);
    let (mut before, mut typed) = (addressed(), false);
    effect(move || {
        let now = Step {
            query: state.query.get(),
            opened_ms: state.file_shown(),
        };
        if before != now {
            typed = write(&before, &now, typed);
            before = now;
        }
    });
    [
        events::on_window("popstate", move || follow(state)),
        events::on_window("pagehide", move || state.come_to_rest()),
    ]
}

/// The step of the history that the page is at.
fn addressed() -> Step {
    Step {
        query: query(),
        opened_ms: url::noted_file().unwrap_or_default(),
    }
}

/// Shows the step that the reader has gone to. Nothing is noted of one that a link within the page
/// has made: it shows what is shown.
fn follow(state: State) {
    if let Some(opened_ms) = url::noted_file() {
        state.show_step(opened_ms);
    }
    url::note_file(state.file_shown());
    state.pass_no_more();
    state.query.set(query());
}

/// Letters typed one after another into the search field are one step of the history; clearing it is
/// a step of its own, as is the first letter after anything else. `typed` tells whether the last step
/// was one of typing; so does what is given for this one.
fn write(before: &Step, now: &Step, typed: bool) -> bool {
    if addressed() == *now {
        return false;
    }
    let mut with_new_text = before.query.clone();
    let text = &now.query.filter.text;
    with_new_text.filter.text.clone_from(text);
    let is_typing = with_new_text == now.query && !text.is_empty();
    let how = if is_typing && typed {
        History::Replace
    } else {
        History::Push
    };
    url::set_query(&encode(&now.query), how, now.opened_ms);
    is_typing
}
