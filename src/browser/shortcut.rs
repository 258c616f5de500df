//! Keys that work wherever the reader is on the page.

use super::page::window;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Calls `handler` when `key` is pressed outside of any field, until dropped.
pub fn on_key(key: &'static str, handler: impl Fn() + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if event.key() == key && !has_modifier(event) && !super::page::is_typing() {
            event.prevent_default();
            handler();
        }
    })
}

fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing()
}
