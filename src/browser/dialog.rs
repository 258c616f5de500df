//! Modal dialogs by the browser's own means: it keeps the keyboard inside, closes on Escape and
//! gives the keyboard back.

use super::page::active_element;
use super::popup;
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
        // Not every browser gives the keyboard to one that has no controls.
        if !dialog.contains(active_element().as_deref()) {
            popup::focus(dialog);
        }
    } else if !shown {
        dialog.close();
    }
}
