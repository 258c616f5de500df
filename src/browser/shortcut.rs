//! Keys that work wherever the reader is on the page.

use super::page::window;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Calls `handler` when `key` is pressed outside of any field, until dropped.
pub fn on_key(key: &'static str, handler: impl Fn() + 'static) -> EventListener {
    on_key_down(move |event| {
        if event.key() == key && !has_modifier(event) && !super::page::is_typing() {
            event.prevent_default();
            handler();
        }
    })
}

/// Calls `handler` with every key that is pressed, until dropped.
pub fn on_key_down(handler: impl Fn(&KeyboardEvent) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        handler(event.unchecked_ref());
    })
}

fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing()
}
