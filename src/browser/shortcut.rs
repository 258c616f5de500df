//! Keys that work wherever the reader is on the page, or in an element.

use super::keyboard::is_composing;
use super::page::is_typing;
use super::popup::elements;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, KeyboardEvent, Node};

/// What leaves: fields too.
const ESCAPE: &str = "Escape";

/// Calls `handler` when `key` is pressed in `target` outside of any field, until dropped. Escape is
/// heard in fields too, once nobody else has had a use for it. A dialog in front has keys of its own.
pub fn on_key(
    target: &EventTarget,
    key: &'static str,
    handler: impl Fn() + 'static,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, "keydown", options, move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let is_pressed = if key == ESCAPE {
            is_plain(event, key) && !event.default_prevented()
        } else {
            is_pressed(event, key)
        };
        if is_pressed && !is_for_dialog(event) {
            event.prevent_default();
            handler();
        }
    })
}

/// Whether `key` is pressed alone and outside of any field, so that it may stand for a command.
pub fn is_pressed(event: &KeyboardEvent, key: &str) -> bool {
    is_plain(event, key) && !is_typing()
}

/// Whether a dialog covers the page or element.
fn is_for_dialog(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<Node>().ok());
    target
        .is_some_and(|it| !elements(it.get_root_node().unchecked_ref(), "dialog[open]").is_empty())
}

/// Whether it is that key and nothing is held beside it.
fn is_plain(event: &KeyboardEvent, key: &str) -> bool {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
    event.key() == key && !has_modifier && !is_composing(event)
}
