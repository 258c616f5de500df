//! What the page has shown, kept by the browser for when the network or the source fails. The work
//! is done by src/offline/documents.js. Where the browser has no room or may keep nothing, nothing
//! is kept, and nobody is told: it was not asked for.

use super::copy::Piece;
use super::modules::{get, loaded, settled};
use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

/// Where the page's loader leaves the way to documents.js; not there in a copy, nor in other pages.
const KEEPER: &str = "paceboardOffline";
/// The page's own work comes first.
const KEEP_AFTER_MS: u32 = 3_000;

/// What came from an address when it was last kept.
pub struct Recalled {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// When it came, in milliseconds since 1970 by the viewer's clock.
    pub came_ms: f64,
}

/// Keeps what came from `url`, in a while.
pub fn keep(url: &str, piece: &Piece) {
    let (url, blob) = (JsValue::from_str(url), piece.blob().clone());
    wasm_bindgen_futures::spawn_local(async move {
        TimeoutFuture::new(KEEP_AFTER_MS).await;
        if let Some(keep) = loaded(KEEPER, "keep").await
            && let Ok(done) = keep.call2(&JsValue::NULL, &url, &blob)
        {
            settled(&done).await;
        }
    });
}

/// What was last kept of that address.
pub async fn recall(url: &str) -> Option<Recalled> {
    let recall = loaded(KEEPER, "recall").await?;
    let found = recall.call1(&JsValue::NULL, &JsValue::from_str(url)).ok()?;
    let found = settled(&found).await.filter(JsValue::is_object)?;
    let bytes = get(&found, "bytes")?.dyn_into::<Uint8Array>().ok()?;
    Some(Recalled {
        bytes: bytes.to_vec(),
        came_ms: get(&found, "cameAt")?.as_f64()?,
    })
}
