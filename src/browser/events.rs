//! Events of the window and the document.

use gloo_events::EventListener;

/// Calls `handler` on each `name` event of the window, until dropped.
pub fn on_window(name: &'static str, mut handler: impl FnMut() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, name, move |_| handler()))
}

/// Calls `handler` whenever the page becomes visible, until dropped.
pub fn on_visible(mut handler: impl FnMut() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let listener = EventListener::new(&document, "visibilitychange", move |_| {
        if !super::page::is_hidden() {
            handler();
        }
    });
    Some(listener)
}
