//! Modal dialogs by the browser's own means: it keeps the keyboard inside and gives it back.

use super::keyboard::{is_composing, lasting};
use super::page::active_element;
use super::popup;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlElement, KeyboardEvent};

/// Shows or hides a `<dialog>`.
pub fn show(element: &HtmlElement, shown: bool) {
    let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() else {
        return;
    };
    if shown && !dialog.open() {
        // The browser gives the keyboard back to who has it now, which a line of a menu cannot take:
        // its menu closes.
        if let Some(opener) = active_element() {
            popup::focus(&lasting(opener));
        }
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

/// Has Escape close the dialog that listens, and no other: left to itself, Chromium closes all at
/// once that a link has opened. The dialog must be able to have the keyboard itself, so that keys
/// come here after a press on its words. True where it did, of which the `close` event tells only
/// later.
pub fn close_on_escape(event: &KeyboardEvent) -> bool {
    let is_free = !event.default_prevented() && !is_composing(event);
    let dialog = listening(event).filter(|_| event.key() == "Escape" && is_free);
    if let Some(dialog) = &dialog {
        event.prevent_default();
        dialog.close();
    }
    dialog.is_some()
}

/// Whether the dialog that listens is closed: by the time of its `close` event it may be open again.
pub fn is_closed(event: &Event) -> bool {
    listening(event).is_some_and(|dialog| !dialog.open())
}

fn listening(event: &Event) -> Option<HtmlDialogElement> {
    event.current_target()?.dyn_into().ok()
}
