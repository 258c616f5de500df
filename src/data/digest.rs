//! The hash of an answer: by the browser where it offers that, which is beside the page's own work
//! and many times faster; elsewhere (pages without HTTPS) by ourselves while the bytes arrive.

use js_sys::Uint8Array;
use sha2::{Digest, Sha256};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::SubtleCrypto;

/// A SHA-256 in the making.
pub enum Hash {
    /// The browser is asked when all is there.
    Native(SubtleCrypto),
    /// Ours, as far as the bytes have come.
    Own(Sha256),
}

impl Hash {
    /// The hash of nothing yet.
    pub fn new() -> Self {
        native().map_or_else(|| Self::Own(Sha256::new()), Self::Native)
    }

    /// Takes the next bytes.
    pub fn update(&mut self, chunk: &Uint8Array) {
        if let Self::Own(hash) = self {
            hash.update(chunk.to_vec());
        }
    }

    /// The hash of `bytes`, which are all that [`Self::update`] has been given.
    pub async fn finish(self, bytes: &[u8]) -> [u8; 32] {
        match self {
            Self::Own(hash) => hash.finalize().into(),
            Self::Native(subtle) => match by_browser(&subtle, bytes).await {
                Ok(hash) => hash,
                Err(_) => Sha256::digest(bytes).into(),
            },
        }
    }
}

/// What browsers have in secure contexts only.
fn native() -> Option<SubtleCrypto> {
    let subtle = web_sys::window()?.crypto().ok()?.subtle();
    (!AsRef::<JsValue>::as_ref(&subtle).is_undefined()).then_some(subtle)
}

async fn by_browser(subtle: &SubtleCrypto, bytes: &[u8]) -> Result<[u8; 32], JsValue> {
    // The browser copies the bytes before it comes back.
    let promise = subtle.digest_with_str_and_u8_array("SHA-256", bytes)?;
    let buffer = JsFuture::from(promise).await?;
    let hash = Uint8Array::new(&buffer).to_vec();
    hash.try_into().map_err(|_| JsValue::UNDEFINED)
}
