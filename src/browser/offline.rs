//! What the page has shown, kept by the browser for when the network or the source fails. The work
//! is done by src/offline/documents.js. Where the browser has no room or may keep nothing, nothing
//! is kept, and nobody is told: it was not asked for.

use super::copy::Piece;
use super::modules::{get, loaded, settled};
use super::page::spawn;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// Where the page's loader leaves the way to documents.js; not there in a copy, nor in other pages.
const KEEPER: &str = "paceboardOffline";
/// The page's own work comes first.
const KEEP_AFTER_MS: u32 = 3_000;

thread_local! {
    /// What waits to be kept.
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

/// What waits to be kept, unless its source is forgotten before.
struct Waiting {
    source: String,
    /// Whether it is a part, which outlives a newer version of its document.
    is_part: bool,
    arguments: Array,
}

/// What came from an address when it was last kept.
pub struct Recalled {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// When its document was last what the source says, in milliseconds since 1970 by the viewer's
    /// clock.
    pub came_ms: f64,
}

/// Keeps the document that came from `source` in a while, and of its parts only those at `parts`.
pub fn keep_document(source: &str, piece: &Piece, parts: &[String]) {
    let parts: Array = parts.iter().map(|url| JsValue::from_str(url)).collect();
    let url = JsValue::from_str(source);
    call_off(|it| it.source == source && !it.is_part);
    keep(source, false, Array::of4(&url, &url, piece.blob(), &parts));
}

/// Keeps the part that came from `url` with its document, in a while.
pub fn keep_part(source: &str, url: &str, piece: &Piece) {
    let [of, url] = [source, url].map(JsValue::from_str);
    keep(source, true, Array::of3(&of, &url, piece.blob()));
}

/// The document that is kept of `source` is still what it says.
pub fn confirm(source: &str) {
    do_soon("confirm", source);
}

/// Forgets the document of `source` and its parts, those too that wait to be kept.
pub fn forget(source: &str) {
    call_off(|it| it.source == source);
    do_soon("forget", source);
}

fn keep(source: &str, is_part: bool, arguments: Array) {
    let waiting = Waiting {
        source: source.to_owned(),
        is_part,
        arguments: arguments.clone(),
    };
    WAITING.with_borrow_mut(|all| all.push(waiting));
    spawn(async move {
        TimeoutFuture::new(KEEP_AFTER_MS).await;
        if call_off(|it| it.arguments == arguments) {
            perform("keep", &arguments).await;
        }
    });
}

/// Has those wait no longer that are meant; tells whether any did.
fn call_off(is_meant: impl Fn(&Waiting) -> bool) -> bool {
    WAITING.with_borrow_mut(|all| {
        let before = all.len();
        all.retain(|it| !is_meant(it));
        all.len() < before
    })
}

fn do_soon(name: &'static str, source: &str) {
    let arguments = Array::of1(&JsValue::from_str(source));
    spawn(async move { perform(name, &arguments).await });
}

async fn perform(name: &str, arguments: &Array) {
    if let Some(function) = loaded(KEEPER, name).await
        && let Ok(done) = function.apply(&JsValue::NULL, arguments)
    {
        settled(&done).await;
    }
}

/// What was last kept of `url`, which is the document at `source` or a part of it.
pub async fn recall(source: &str, url: &str) -> Option<Recalled> {
    let recall = loaded(KEEPER, "recall").await?;
    let (source, url) = (JsValue::from_str(source), JsValue::from_str(url));
    let found = recall.call2(&JsValue::NULL, &source, &url).ok()?;
    let found = settled(&found).await.filter(JsValue::is_object)?;
    let bytes = get(&found, "bytes")?.dyn_into::<Uint8Array>().ok()?;
    Some(Recalled {
        bytes: bytes.to_vec(),
        came_ms: get(&found, "cameAt")?.as_f64()?,
    })
}
