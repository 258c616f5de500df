//! What the reader sees when the program fails in a way that nobody foresaw.

use super::page::document;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

thread_local! {
    /// What to do about it: once, since nothing runs after a panic.
    static FAILED: Cell<Option<Box<dyn Fn()>>> = const { Cell::new(None) };
}

/// Logs the message and calls `failed`. What was on screen stays readable.
pub fn install(failed: impl Fn() + 'static) {
    FAILED.set(Some(Box::new(failed)));
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        if let Some(failed) = FAILED.take() {
            failed();
        }
    }));
}

/// Shows the element with that id, which the page carries hidden.
pub fn show(id: &str) {
    let Some(panel) = document().get_element_by_id(id) else {
        return;
    };
    drop(panel.remove_attribute("hidden"));
    let Ok(Some(button)) = panel.query_selector("button") else {
        return;
    };
    let reload = Closure::<dyn Fn()>::new(super::page::reload);
    drop(button.add_event_listener_with_callback("click", reload.as_ref().unchecked_ref()));
    // Nothing of the program runs after a panic, so nobody else could keep it.
    reload.forget();
}
