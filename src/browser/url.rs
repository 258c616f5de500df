//! The address of the page.

use super::copy;
use wasm_bindgen::JsValue;

/// The address without its fragment; `about:blank` outside a window.
pub fn href() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    href.unwrap_or_else(|| "about:blank".to_owned())
}

/// The origin of an address; `None` where it is no address.
pub fn origin_of(address: &str) -> Option<String> {
    web_sys::Url::new(address).ok().map(|url| url.origin())
}

/// The query string, with its `?`; empty when there is none. A copy of the page may not change
/// the query of its address, so there it is the fragment, and at first what it was saved with.
pub fn query_string() -> String {
    let Some(location) = web_sys::window().map(|window| window.location()) else {
        return String::new();
    };
    let Some(saved) = copy::saved_view() else {
        return location.search().unwrap_or_default();
    };
    let fragment = location.hash().unwrap_or_default();
    match fragment.strip_prefix('#') {
        Some(query) => query.to_owned(),
        None => saved.query,
    }
}

/// Whether a file of the reader's own was shown at this step of the history when the page was left.
pub fn had_file() -> bool {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let kept = history.and_then(|history| history.state().ok());
    kept.is_some_and(|kept| kept.is_truthy())
}

/// Notes with this step of the history whether one is shown: the browser keeps that when the page
/// is loaded anew, and nothing else of the file.
pub fn note_file(shown: bool) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if shown != had_file()
        && let Some(history) = history
    {
        drop(history.replace_state(&JsValue::from(shown), ""));
    }
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
    let address = match (copy::saved_view(), query.is_empty()) {
        (Some(_), _) => format!("#?{query}"),
        (None, true) => path,
        (None, false) => format!("{path}?{query}"),
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
