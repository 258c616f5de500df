//! A pane that lies over the page where there is no room beside it, and the keyboard.

use super::page::{active_element, document, window};
use super::popup::focus;
use super::timing;
use gloo_events::EventListener;
use web_sys::Element;

/// Moves the keyboard to the heading of `pane` where that lies over the page; nothing where it has
/// the keyboard already, or a place beside the rest.
pub fn take_keyboard(pane: &Element) {
    if !covers(pane) || pane.contains(active_element().as_deref()) {
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

fn covers(pane: &Element) -> bool {
    let style = window().get_computed_style(pane).ok().flatten();
    let position = style.and_then(|style| style.get_property_value("position").ok());
    position.as_deref() == Some("fixed")
}

/// Whether even the beginning of what has the keyboard lies behind `pane`.
fn hides_keyboard(pane: &Element) -> bool {
    let is_behind = |active: &Element| {
        let place = active.get_bounding_client_rect();
        let (left, middle) = (place.left() + 1.0, place.top() + place.height() / 2.0);
        let seen = document().element_from_point(left as f32, middle as f32);
        pane.contains(seen.as_deref()) && !pane.contains(Some(active))
    };
    // Nothing has it where the whole page does.
    let active = active_element().filter(|it| it.tag_name() != "BODY");
    active.is_some_and(|active| is_behind(&active))
}
