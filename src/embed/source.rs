//! One source of data, for all elements that show it.

use crate::browser::{events, url};
use crate::data::{Authority, Feed, FeedEvent, Phase, SourceRequest};
use crate::reactive::Owner;
use crate::shared::Shared;
use crate::state::{Preferences, Source, State};
use gloo_events::EventListener;
use js_sys::{Function, Promise};
use paceboard_core::model::Metric;
use paceboard_core::query::Query;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;

/// What a timer can wait, almost 25 days.
const LONGEST_MS: u32 = i32::MAX as u32;

/// A source: fetched once, however many elements show it. What it has given stays while no element
/// is there; looking for more does not.
#[wasm_bindgen]
pub struct SalesSource(Rc<Inner>);

pub(super) struct Inner {
    owner: Owner,
    source: Source,
    feed: Feed,
    listeners: RefCell<Vec<Option<EventListener>>>,
    /// States of elements that are gone, for those that come.
    idle: RefCell<Vec<State>>,
}

#[wasm_bindgen]
impl SalesSource {
    /// The source at `address`, which the page has configured and may lie on any origin.
    /// `authorize(reason, used)` promises the header `Authorization`, or `null` for none; `looked`
    /// is called whenever a look for newer data is over, whatever came of it.
    #[wasm_bindgen(constructor)]
    pub fn new(address: &str, authorize: Function, looked: Function) -> Self {
        let owner = Owner::new();
        let source = owner.with(|| {
            let source = Source::new();
            source.foretelling().slicing.connect();
            source
        });
        let request = SourceRequest {
            asked: Some(address.to_owned()),
            page_url: url::href(),
            allowed_origins: url::origin_of(address).into_iter().collect(),
            authority: Some(Authority::new(authorize)),
            of_page: false,
        };
        let feed = Feed::start(request, None, move |event| {
            match event {
                FeedEvent::Document(document, _) => source.loaded.set(Some(Shared::new(*document))),
                // They come to pages only.
                FeedEvent::Opening(_) | FeedEvent::Kept(..) | FeedEvent::Withdrawn => return false,
                FeedEvent::Status(status) => {
                    let over = matches!(status.phase, Phase::Idle | Phase::Waiting { .. });
                    source.feed.set(status);
                    if over {
                        // An error of the page's own is the page's to report.
                        drop(looked.call0(&JsValue::NULL));
                    }
                }
            }
            true
        });
        Self(Rc::new(Inner {
            owner,
            source,
            feed,
            listeners: RefCell::default(),
            idle: RefCell::default(),
        }))
    }

    /// Looks for newer data now; the promise is kept when that is over.
    pub fn refresh(&self) -> Promise {
        let over = self.0.feed.refreshed();
        future_to_promise(async move {
            // Ended or given up: there is nothing more to wait for.
            let _ = over.await;
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Looks every so many seconds from now on.
    pub fn every(&self, seconds: u32) {
        self.0
            .feed
            .every(seconds.saturating_mul(1_000).min(LONGEST_MS));
    }

    /// Elements are there: looks for newer data, now and from time to time.
    pub fn wake(&self) {
        let told = |tell: fn(&Feed)| {
            let feed = self.0.feed.clone();
            move || tell(&feed)
        };
        self.0.listeners.replace(vec![
            events::on_visible(told(Feed::visible)),
            events::on_window("online", told(Feed::online)),
        ]);
        self.0.feed.sleep(false);
    }

    /// No element is left: nothing is asked for until one comes.
    pub fn sleep(&self) {
        self.0.listeners.take();
        self.0.feed.sleep(true);
    }

    pub(super) fn inner(&self) -> Rc<Inner> {
        Rc::clone(&self.0)
    }
}

impl Inner {
    /// A state of an element of this source. The signals of a state live as long as the source, so
    /// those of elements that are gone are used again.
    pub fn take_state(&self, query: Query, preferences: Preferences) -> State {
        let Some(state) = self.idle.borrow_mut().pop() else {
            return self
                .owner
                .with(|| State::new(self.source, query, preferences));
        };
        state.preferences.set(preferences);
        state.query.set(query);
        state
    }

    /// Takes the state of an element that is gone.
    pub fn give_back(&self, state: State) {
        state.query.set(Query::default());
        state.leave_all();
        self.idle.borrow_mut().push(state);
    }

    /// Loads the parts that hold `metric`.
    pub fn need(&self, metric: Metric) {
        self.feed.need(metric);
    }

    /// Looks for newer data now.
    pub fn refresh(&self) {
        self.feed.refresh();
    }
}
