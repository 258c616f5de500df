//! The page's views as elements of other pages: what `src/embed/*.js` builds custom elements of.

mod news;
mod source;
mod widget;

use crate::browser::panic_screen;
use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

/// Gets the program ready for elements. `failed` is called when the program has failed and nothing
/// of it will run any more.
#[wasm_bindgen]
pub fn start_elements(failed: Function) {
    panic_screen::install(move || {
        // An error of the page's own is the page's to report.
        drop(failed.call0(&wasm_bindgen::JsValue::NULL));
    });
    crate::view::start();
}
