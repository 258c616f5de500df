//! The feed and the state follow each other.

use crate::browser::copy::Piece;
use crate::browser::host::Host;
use crate::browser::{events, page, url};
use crate::data::{Feed, FeedEvent, SourceRequest};
use crate::reactive::{effect, keep, memo};
use crate::shared::Shared;
use crate::state::State;
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Origins besides the page's own that documents may come from, separated by spaces.
const ALLOWED_ORIGINS: &str = "paceboard-sources";

type FeedSlot = Rc<RefCell<Option<Feed>>>;
/// The source's document and its parts, as they were received.
type Received = Rc<RefCell<Vec<Piece>>>;

/// Loads what the query's `source` names, and again whenever it changes or the reader comes back
/// from a file; gives what the views may ask of the feed.
pub fn connect(state: State) -> Host {
    let feed: FeedSlot = Rc::default();
    let received = Received::default();
    state.open_saved();
    follow_source(state, Rc::clone(&feed), Rc::clone(&received));
    follow_metric(state, Rc::clone(&feed));
    keep(wake_listeners(&feed));
    Host::page(
        move || with_feed(&feed, Feed::refresh),
        move || received.borrow().clone(),
    )
}

fn with_feed(feed: &RefCell<Option<Feed>>, ask: impl FnOnce(&Feed)) {
    if let Some(feed) = &*feed.borrow() {
        ask(feed);
    }
}

fn follow_source(state: State, feed: FeedSlot, received: Received) {
    // Nothing is asked for while a file of the reader's own is shown.
    let asked = memo(move || {
        let own = state.local.with(Option::is_some);
        (!own).then(|| state.query.with(|query| query.source.clone()))
    });
    let epoch = Rc::new(Cell::new(0_u32));
    effect(move || {
        let mine = epoch.get() + 1;
        epoch.set(mine);
        let Some(asked) = asked.get() else {
            feed.borrow_mut().take();
            return;
        };
        let (current, request) = (Rc::clone(&epoch), request(asked));
        let shown = state.loaded.get_untracked();
        let before = shown.map(|document| ((*document).clone(), received.borrow().clone()));
        // News of a feed that has been replaced meanwhile are dropped.
        let received = Rc::clone(&received);
        let sink = move |event| current.get() == mine && receive(state, event, &received);
        *feed.borrow_mut() = Some(Feed::start(request, before, sink));
    });
}

fn request(asked: Option<String>) -> SourceRequest {
    let allowed = page::meta(ALLOWED_ORIGINS).unwrap_or_default();
    let allowed_origins = allowed.split_whitespace().map(str::to_owned).collect();
    SourceRequest {
        asked,
        page_url: url::href(),
        allowed_origins,
        authority: None,
        of_page: true,
    }
}

/// Tells whether it shows what has come.
fn receive(state: State, event: FeedEvent, received: &Received) -> bool {
    match event {
        FeedEvent::Document(document, pieces) => {
            received.replace(pieces);
            state.loaded.set(Some(Shared::new(*document)));
        }
        FeedEvent::Opening(document) if state.is_plain() && !state.has_whole() => {
            state.loaded.set(Some(Shared::new(*document)));
        }
        FeedEvent::Kept(document, pieces) if state.document.with(Option::is_none) => {
            received.replace(pieces);
            state.loaded.set(Some(Shared::new(*document)));
        }
        FeedEvent::Withdrawn if state.is_opening() => state.loaded.set(None),
        FeedEvent::Opening(_) | FeedEvent::Kept(..) | FeedEvent::Withdrawn => return false,
        FeedEvent::Status(status) => state.feed.set(status),
    }
    true
}

fn follow_metric(state: State, feed: FeedSlot) {
    effect(move || {
        for metric in state.needed_metrics() {
            with_feed(&feed, |feed| feed.need(metric));
        }
    });
}

fn wake_listeners(feed: &FeedSlot) -> Vec<Option<EventListener>> {
    let told = |tell: fn(&Feed)| {
        let feed = Rc::clone(feed);
        move || with_feed(&feed, tell)
    };
    vec![
        events::on_visible(told(Feed::visible)),
        events::on_window("online", told(Feed::online)),
    ]
}
