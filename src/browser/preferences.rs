//! What the browser says about its user.

use gloo_events::EventListener;
use web_sys::MediaQueryList;

const DARK: &str = "(prefers-color-scheme: dark)";
const CALM: &str = "(prefers-reduced-motion: reduce)";

/// The browser's languages, most wanted first.
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    window
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// Whether the system prefers dark colours.
pub fn prefers_dark() -> bool {
    media(DARK).is_some_and(|query| query.matches())
}

/// Whether the system asks for less motion.
pub fn prefers_calm() -> bool {
    media(CALM).is_some_and(|query| query.matches())
}

/// Calls `handler` when the system's choice between light and dark changes, until dropped.
pub fn on_scheme_change(mut handler: impl FnMut(bool) + 'static) -> Option<EventListener> {
    let query = media(DARK)?;
    let asked = query.clone();
    Some(EventListener::new(&query, "change", move |_| {
        handler(asked.matches());
    }))
}

fn media(query: &str) -> Option<MediaQueryList> {
    web_sys::window()?.match_media(query).ok()?
}
