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

/// Which file of the reader's own this step of the history shows, by when it was opened; 0 for none.
/// `None` where nobody has noted that.
pub fn noted_file() -> Option<u64> {
    let history = web_sys::window()?.history().ok()?;
    history.state().ok()?.as_f64().map(|ms| ms as u64)
}

/// Notes that with this step of the history: the browser keeps it when the page is loaded anew, and
/// nothing else of the file.
pub fn note_file(opened_ms: u64) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if noted_file() != Some(opened_ms)
        && let Some(history) = history
    {
        drop(history.replace_state(&JsValue::from(opened_ms as f64), ""));
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

/// Shows `query` (without `?`) as the page's query string, and notes which file is shown.
pub fn set_query(query: &str, how: History, opened_ms: u64) {
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
    let noted = JsValue::from(opened_ms as f64);
    // Browsers refuse very frequent changes; the next change then carries this one too.
    drop(match how {
        History::Push => history.push_state_with_url(&noted, "", Some(&address)),
        History::Replace => history.replace_state_with_url(&noted, "", Some(&address)),
    });
}
