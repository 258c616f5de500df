//! Modal dialogs by the browser's own means: it keeps the keyboard inside, closes on Escape and
//! gives the keyboard back.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// Shows or hides a `<dialog>`.
pub fn show(element: &HtmlElement, shown: bool) {
    let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() else {
        return;
    };
    if shown && !dialog.open() {
        // Fails only for a dialog that is not on the page.
        drop(dialog.show_modal());
    } else if !shown {
        dialog.close();
    }
}
