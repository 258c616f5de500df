//! What an element is told: that it is ready, what the reader has chosen, what went wrong.

use crate::browser::{scroll, timing};
use crate::data::{FeedError, FeedStatus, FetchError, Phase};
use crate::reactive::{RwSignal, effect, memo};
use crate::state::State;
use crate::ui::widgets::Kind;
use js_sys::{Function, Object, Reflect};
use paceboard_core::query::{Focus, Query, window_text};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Code of an answer that takes no token of ours.
const UNAUTHORISED: &str = "unauthorised";

/// Calls `tell(name, detail)` in the page around an element. Told nothing once it is gone.
#[derive(Clone)]
pub struct News {
    tell: Function,
    over: Rc<Cell<bool>>,
    known: Known,
}

/// What the reader has pressed last in a card.
pub type Chosen = RwSignal<Option<Focus>>;

/// What the page around knows of the query, because it has asked for it or been told.
type Known = Rc<RefCell<Query>>;

impl News {
    /// News for `tell`.
    pub fn new(tell: Function, query: Query) -> Self {
        Self {
            tell,
            over: Rc::default(),
            known: Rc::new(RefCell::new(query)),
        }
    }

    /// The page asks for `query` itself, so it need not be told.
    pub fn expect(&self, query: &Query) {
        self.known.replace(query.clone());
    }

    /// Nobody listens any more.
    pub fn end(&self) {
        self.over.set(true);
    }

    /// Tells one; whatever the page does about it is its own affair.
    fn tell(&self, name: &str, detail: &JsValue) {
        if !self.over.get() {
            drop(self.tell.call2(&JsValue::NULL, &name.into(), detail));
        }
    }

    /// Follows the state of an element of that kind in `root`; `chosen` is what was pressed in a
    /// card, which goes on about its own.
    pub fn follow(&self, state: State, kind: Kind, root: &Element, chosen: Chosen) {
        self.tell_ready(state, kind);
        if kind.is_about_one() {
            self.tell_unknown(state);
            self.tell_chosen(chosen);
        }
        self.tell_choice(state, (kind == Kind::Board).then(|| root.clone()));
        self.tell_window(state);
        self.tell_error(state);
    }

    /// Once, after the first paint with figures that the source still gives.
    fn tell_ready(&self, state: State, kind: Kind) {
        let news = self.clone();
        let shows = memo(move || kind.shows(state) && !state.feed.with(is_refused));
        let mut told = false;
        effect(move || {
            if shows.get() && !std::mem::replace(&mut told, true) {
                let news = news.clone();
                timing::after_paint(move || {
                    news.tell("ready", &object(&[("asOf", as_of(state))]));
                    // What follows from the first paint waits until all who share it are told.
                    timing::later(move || {
                        if !state.source.is_painted.get_untracked() {
                            state.source.is_painted.set(true);
                        }
                    });
                });
            }
        });
    }

    /// Each time that a document does not hold what the element is about.
    fn tell_unknown(&self, state: State) {
        let news = self.clone();
        let unknown = memo(move || {
            state.document.with(Option::is_some) && state.detail.with(Option::is_none)
        });
        effect(move || {
            if unknown.get() {
                news.tell(
                    "error",
                    &error("unknown-channel", state.texts().views.widget_unknown, None),
                );
            }
        });
    }

    /// What the reader has pressed in a card.
    fn tell_chosen(&self, chosen: Chosen) {
        let news = self.clone();
        effect(move || {
            if let Some(focus) = chosen.get() {
                news.tell("select", &choice(Some(&focus)));
            }
        });
    }

    /// What the reader has chosen, not what the page has. In `board` the detail that was opened
    /// comes into view, and the list again when it is closed: they may stand one below the other.
    fn tell_choice(&self, state: State, board: Option<Element>) {
        let news = self.clone();
        let focus = memo(move || state.query.with(|query| query.focus.clone()));
        effect(move || {
            let now = focus.get();
            if news.known.borrow().focus != now {
                // Known before it is told: the page may show something else at the word.
                news.known.borrow_mut().focus.clone_from(&now);
                news.tell("select", &choice(now.as_ref()));
                if let Some(board) = &board {
                    let seen = now.map_or(".board-scroll", |_| ".detail__head");
                    scroll::reveal(board, seen);
                }
            }
        });
    }

    /// The days are read off the board only when they are told: a card needs no board otherwise.
    fn tell_window(&self, state: State) {
        let news = self.clone();
        let window = memo(move || state.query.with(|query| query.window.clone()));
        effect(move || {
            let now = window.get();
            if news.known.borrow().window == now {
                return;
            }
            let days = state.board.with(|board| Some(board.as_ref()?.window));
            if let Some(days) = days {
                let text = |text: String| JsValue::from_str(&text);
                let detail = object(&[
                    ("window", text(window_text(&now))),
                    ("from", text(days.from().to_string())),
                    ("to", text(days.to().to_string())),
                ]);
                news.known.borrow_mut().window = now;
                news.tell("window", &detail);
            }
        });
    }

    /// Each new error; that what is shown is stale, where something is.
    fn tell_error(&self, state: State) {
        let news = self.clone();
        let mut told = None;
        effect(move || {
            let (error, checked_ms, phase) = state
                .feed
                .with(|feed| (feed.error.clone(), feed.checked_ms, feed.phase.clone()));
            if matches!(phase, Phase::Receiving { .. }) || told == error {
                return;
            }
            told.clone_from(&error);
            let Some(fault) = error else {
                return;
            };
            news.tell("error", &describe(&fault, &phase, state));
            if state.loaded.with_untracked(Option::is_some) {
                let checked = checked_ms.map_or(JsValue::NULL, iso);
                news.tell(
                    "stale",
                    &object(&[("asOf", as_of(state)), ("checkedAt", checked)]),
                );
            }
        });
    }
}

/// The detail of an error; `retry` says when the next try comes where the same may go through.
fn error(code: &str, message: &str, retry: Option<JsValue>) -> JsValue {
    object(&[
        ("code", code.into()),
        ("message", message.into()),
        ("retryable", retry.is_some().into()),
        ("retryAt", retry.unwrap_or(JsValue::NULL)),
    ])
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        // Fails for frozen objects only.
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    object.unchecked_into()
}

fn as_of(state: State) -> JsValue {
    let today = state.today.get_untracked();
    today.map_or(JsValue::NULL, |day| day.to_string().into())
}

fn iso(moment_ms: f64) -> JsValue {
    js_sys::Date::new(&moment_ms.into()).to_iso_string().into()
}

fn choice(focus: Option<&Focus>) -> JsValue {
    let (kind, id) = match focus {
        None => return JsValue::NULL,
        Some(Focus::Channel(id)) => ("channel", id),
        Some(Focus::Partner(id)) => ("partner", id),
    };
    object(&[("kind", kind.into()), ("id", id.as_str().into())])
}

fn describe(fault: &FeedError, phase: &Phase, state: State) -> JsValue {
    let (code, retryable) = classify(fault);
    let message = state
        .fault
        .with_untracked(|fault| fault.as_ref().map(|fault| fault.what.clone()));
    let next = match phase {
        Phase::Waiting { delay_ms } => iso(js_sys::Date::now() + delay_ms),
        _ => JsValue::NULL,
    };
    error(
        code,
        &message.unwrap_or_default(),
        retryable.then_some(next),
    )
}

/// Whether the source has refused us at the last look.
fn is_refused(feed: &FeedStatus) -> bool {
    let error = feed.error.as_ref();
    error.is_some_and(|error| classify(error).0 == UNAUTHORISED)
}

/// The code that pages tell errors apart by, and whether the same request may go through later.
fn classify(error: &FeedError) -> (&'static str, bool) {
    match error {
        FeedError::Fetch(FetchError::Status {
            status: 401 | 403, ..
        }) => (UNAUTHORISED, false),
        FeedError::Fetch(FetchError::Status {
            status: 404 | 410, ..
        }) => ("not-found", false),
        FeedError::Fetch(error) => ("unreachable", error.is_temporary()),
        FeedError::Source(_) => ("unknown-source", false),
        FeedError::Document(_) | FeedError::WrongPart { .. } => ("invalid-document", false),
    }
}
