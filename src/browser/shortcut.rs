//! Keys that work wherever the reader is on the page, or in an element.

use super::keyboard::is_composing;
use super::popup::elements;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, KeyboardEvent, Node};

/// What leaves: fields too.
const ESCAPE: &str = "Escape";

/// Calls `handler` when `key` is pressed in `target` outside of any field, until dropped. Escape is
/// heard in fields too, once nobody else has had a use for it.
pub fn on_key(
    target: &EventTarget,
    key: &'static str,
    handler: impl Fn() + 'static,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, "keydown", options, move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let is_free = || {
            if key == ESCAPE {
                !event.default_prevented() && !is_for_dialog(event)
            } else {
                !super::page::is_typing()
            }
        };
        if event.key() == key && !has_modifier(event) && is_free() {
            event.prevent_default();
            handler();
        }
    })
}

/// Whether a dialog covers the page or element: the browser closes it by Escape.
fn is_for_dialog(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let target = target.and_then(|target| target.dyn_into::<Node>().ok());
    target
        .is_some_and(|it| !elements(it.get_root_node().unchecked_ref(), "dialog[open]").is_empty())
}

fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key() || is_composing(event)
}
