//! The address of the page.

use wasm_bindgen::JsValue;

/// The address without its fragment; `about:blank` outside a window.
pub fn href() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    href.unwrap_or_else(|| "about:blank".to_owned())
}

/// The query string, with its `?`; empty when there is none.
pub fn query_string() -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok());
    search.unwrap_or_default()
}

/// How a new address enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// Back leads to the address before.
    Push,
    /// Takes the place of the address before.
    Replace,
}

/// Shows `query` (without `?`) as the page's query string.
pub fn set_query(query: &str, how: History) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let path = window.location().pathname().unwrap_or_default();
    let address = if query.is_empty() {
        path
    } else {
        format!("{path}?{query}")
    };
    let Ok(history) = window.history() else {
        return;
    };
    // Browsers refuse very frequent changes; the next change then carries this one too.
    drop(match how {
        History::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        History::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    });
}
