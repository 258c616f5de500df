//! What stands before the figures of the first document, shown while they arrive.

use super::super::document::Document;
use super::{FeedEvent, Worker};
use crate::browser::timing::{after_paint, span};
use futures::channel::oneshot;
use futures::future::select;
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use paceboard_core::contract::Opening;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Longest wait for a frame, which a page in the background has none of.
const FRAME_MS: u32 = 100;

/// What becomes of openings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Openings {
    /// They are not shown.
    Unwanted,
    /// The next one is shown.
    Wanted,
    /// One has been shown of the document that is awaited.
    Shown,
}

/// Who reads the pieces of an answer as they come.
pub(super) struct Watch {
    /// Takes the next piece.
    pub(super) push: Box<dyn Fn(&Uint8Array)>,
    opening: Rc<RefCell<Opening>>,
    shown: Rc<Cell<bool>>,
}

impl Watch {
    /// Whether the page shows anything of it.
    pub(super) fn is_shown(&self) -> bool {
        self.shown.get()
    }

    /// What has been read so far, to go on from.
    pub(super) fn into_opening(self) -> Opening {
        self.opening.take()
    }
}

impl Worker {
    /// Shows the opening of the answer that is coming; nobody looks once there is a document.
    pub(super) fn opening(&self) -> Option<Watch> {
        let (sink, shown) = (Rc::clone(&self.sink), Rc::<Cell<bool>>::default());
        let opening = Rc::<RefCell<Opening>>::default();
        let (pieces, was_shown) = (Rc::clone(&opening), Rc::clone(&shown));
        let push = move |piece: &Uint8Array| {
            let mut opening = pieces.borrow_mut();
            if opening.is_over() {
                return;
            }
            let mut read = || opening.push(&piece.to_vec()).map(Document::opening);
            if let Some(Ok(document)) = span("paceboard:opening", &mut read) {
                was_shown.set(sink(FeedEvent::Opening(Box::new(document))));
            }
        };
        (self.openings != Openings::Unwanted && self.document.is_none()).then(|| Watch {
            push: Box::new(push),
            opening,
            shown,
        })
    }
}

/// Ends once the next frame has been painted: reading all figures would hold it up.
pub(super) async fn painted() {
    // What has been told is heeded in tasks that are queued already: the page marks its own paint
    // in one of them.
    let queued = JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED));
    drop(queued.await);
    let (over, ended) = oneshot::channel::<()>();
    after_paint(|| drop(over));
    select(ended, TimeoutFuture::new(FRAME_MS)).await;
}
