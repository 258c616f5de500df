//! The URL and the query follow each other.

use crate::browser::url::History;
use crate::browser::{events, page, url};
use crate::reactive::effect;
use crate::state::State;
use gloo_events::EventListener;
use paceboard_core::model::Day;
use paceboard_core::query::{Query, decode, encode};
use std::cell::Cell;
use std::rc::Rc;

/// While days run, the one on screen is noted so often; some browsers refuse more than three notes
/// a second.
const NOTE_MS: f64 = 500.0;

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
/// dropped. Days that run are noted in the step at hand, for a page that is loaded anew, until they
/// come to rest.
pub fn connect(state: State) -> [Option<EventListener>; 2] {
    let opened_ms = url::noted_file().unwrap_or_default();
    state.lost_file.set(opened_ms != 0);
    url::note_file(0);
    let noted_ms = Rc::new(Cell::new(None));
    let left = Rc::clone(&noted_ms);
    let mut address = Address {
        step: addressed(),
        is_typed: false,
        noted_ms,
    };
    effect(move || address.go_on(state));
    [
        events::on_window("popstate", move || {
            left.set(None);
            follow(state);
        }),
        events::on_window("pagehide", move || state.come_to_rest()),
    ]
}

/// What has been written to the URL.
struct Address {
    step: Step,
    /// Whether the last step was one of typing.
    is_typed: bool,
    /// When a day that runs by was last noted in the step at hand; `None` where none is.
    noted_ms: Rc<Cell<Option<f64>>>,
}

impl Address {
    /// Writes what has changed. A step has its own query again before another follows it.
    fn go_on(&mut self, state: State) {
        let now = Step {
            query: state.query.get(),
            opened_ms: state.file_shown(),
        };
        let day = state.scrub.get().filter(|_| state.running.get());
        let has_changed = self.step != now;
        if (has_changed || day.is_none()) && self.noted_ms.take().is_some() {
            show(&self.step, History::Replace);
        }
        if has_changed {
            self.is_typed = write(&self.step, &now, self.is_typed);
            self.step = now;
        }
        if day.is_some() {
            self.note(day);
        }
    }

    /// Notes the day that runs by, so that a page that is loaded anew stands on it.
    fn note(&self, day: Option<Day>) {
        let now_ms = page::now_ms();
        if self
            .noted_ms
            .get()
            .is_none_or(|then| now_ms - then >= NOTE_MS)
        {
            self.noted_ms.set(Some(now_ms));
            let mut query = self.step.query.clone();
            query.as_of = day;
            let opened_ms = self.step.opened_ms;
            show(&Step { query, opened_ms }, History::Replace);
        }
    }
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
    show(now, how);
    is_typing
}

fn show(step: &Step, how: History) {
    url::set_query(&encode(&step.query), how, step.opened_ms);
}
