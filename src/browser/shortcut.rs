//! Keys that work wherever the reader is on the page, or in an element.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, KeyboardEvent};

/// Calls `handler` when `key` is pressed in `target` outside of any field, until dropped.
pub fn on_key(
    target: &EventTarget,
    key: &'static str,
    handler: impl Fn() + 'static,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, "keydown", options, move |event| {
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
