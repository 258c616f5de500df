//! A pane that lies over the page where there is no room beside it, and the keyboard.

use super::page::{active_element, document, window};
use super::popup::{focus, is_fixed, is_own};
use super::timing;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

/// Moves the keyboard to the heading of `pane` where that lies over the page; nothing where it has
/// the keyboard already, or a place beside the rest.
pub fn take_keyboard(pane: &Element) {
    if !is_fixed(pane) || pane.contains(active_element().as_deref()) {
        return;
    }
    if let Ok(Some(heading)) = pane.query_selector("h2") {
        focus(&heading);
    }
}

/// Calls `give_way` when the keyboard comes to what lies wholly behind `pane`, until dropped.
pub fn on_hidden_keyboard(pane: &Element, give_way: impl Fn() + Copy + 'static) -> EventListener {
    let pane = pane.clone();
    EventListener::new(&window(), "focusin", move |_| {
        let pane = pane.clone();
        // By then the browser has scrolled to it.
        timing::later(move || {
            if hides_keyboard(&pane) {
                give_way();
            }
        });
    })
}

/// Whether the press is beside the pane that listens to it, on what the pane dims.
pub fn is_beside(event: &MouseEvent) -> bool {
    let pane = event
        .current_target()
        .and_then(|it| it.dyn_into::<Element>().ok());
    is_own(event) && pane.is_some_and(|pane| is_left_of(f64::from(event.client_x()), &pane))
}

fn is_left_of(x: f64, pane: &Element) -> bool {
    x < pane.get_bounding_client_rect().left()
}

/// Whether even the beginning of what has the keyboard lies behind `pane`; what the pane only dims
/// does not.
fn hides_keyboard(pane: &Element) -> bool {
    let is_behind = |active: &Element| {
        let place = active.get_bounding_client_rect();
        let (left, middle) = (place.left() + 1.0, place.top() + place.height() / 2.0);
        let seen = document().element_from_point(left as f32, middle as f32);
        pane.contains(seen.as_deref()) && !pane.contains(Some(active)) && !is_left_of(left, pane)
    };
    // Nothing has it where the whole page does.
    let active = active_element().filter(|it| it.tag_name() != "BODY");
    active.is_some_and(|active| is_behind(&active))
}
