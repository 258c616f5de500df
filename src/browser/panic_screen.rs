//! What the reader sees when the program fails in a way that nobody foresaw.

use super::page::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Shows the element with that id, which the page carries hidden, and logs the message. What was
/// on screen stays readable under it.
pub fn install(id: &'static str) {
    std::panic::set_hook(Box::new(move |info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        show(id);
    }));
}

fn show(id: &str) {
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
