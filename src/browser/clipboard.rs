//! The clipboard.

use wasm_bindgen_futures::JsFuture;

/// Puts `text` on the clipboard; false where the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    // Only secure contexts have a clipboard.
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}
