//! What a menu needs: whether the keyboard has left it, and steps between its controls.

use super::keyboard::is_composing;
use super::length::px;
use super::page::{active_element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, HtmlInputElement, KeyboardEvent, Node};

/// Between a panel and the window's edge, and the least height in which a panel can be used.
const FROM_EDGE_PX: f64 = 8.0;
const LEAST_PX: f64 = 120.0;

const CONTROLS: &str = "button:not(:disabled), input:not(:disabled), select, a[href]";

/// Whether a `focusout` leaves the element that listens to it.
pub fn leaves(event: &FocusEvent) -> bool {
    let inside = event
        .current_target()
        .and_then(|target| target.dyn_into::<Node>().ok());
    let next = event
        .related_target()
        .and_then(|target| target.dyn_into::<Node>().ok());
    !inside.is_some_and(|inside| inside.contains(next.as_ref()))
}

/// Whether the event comes from the listening element itself and not from one inside it.
pub fn is_own(event: &Event) -> bool {
    event.target() == event.current_target()
}

/// The place, counted from 0, that the element under the pointer names in `data-at`.
pub fn place_of(event: &Event) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.get_attribute("data-at")?.parse().ok()
}

/// Moves the keyboard to what `container` marks as chosen, or to its first control. Where fingers
/// point it stays with the container, so that no on-screen keyboard covers it.
pub fn enter(container: &Element) {
    let coarse = window().match_media("(pointer: coarse)").ok().flatten();
    let chosen = container
        .query_selector("[aria-pressed=true]")
        .ok()
        .flatten();
    let first = chosen.or_else(|| container.query_selector(CONTROLS).ok().flatten());
    let first = first.filter(|_| !coarse.is_some_and(|query| query.matches()));
    focus(first.as_ref().unwrap_or(container));
}

/// Keeps a panel that is open below the element around it within the window: above that where there
/// is more room, and what has none scrolls inside. A sheet has a place of its own.
pub fn fit(panel: &HtmlElement) {
    let (height_px, below_px) = (
        panel.get_bounding_client_rect().height(),
        super::scroll::room_px(panel) - FROM_EDGE_PX,
    );
    if height_px <= below_px || is_fixed(panel) {
        return;
    }
    let above_px = room_above_px(panel) - FROM_EDGE_PX;
    if above_px > below_px {
        // Fails never: the name is one.
        drop(panel.class_list().add_1("is-up"));
    }
    let room_px = above_px.max(below_px).max(LEAST_PX);
    if height_px > room_px {
        // Fails never: the value is a length.
        drop(panel.style().set_property("max-height", &px(room_px)));
    }
}

/// Height of the window, or of the element on a page of others, above what the panel opens from.
fn room_above_px(panel: &HtmlElement) -> f64 {
    let top = |element: Element| element.get_bounding_client_rect().top();
    let edge_px = panel.closest(".pace").ok().flatten().map_or(0.0, top);
    panel.parent_element().map_or(0.0, top) - edge_px.max(0.0)
}

/// Whether the element keeps its place in the window.
pub fn is_fixed(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    let position = style.and_then(|style| style.get_property_value("position").ok());
    position.as_deref() == Some("fixed")
}

/// Moves the keyboard by the arrow keys, Home and End among the controls of the listening
/// element; false where the key means something else.
pub fn walk(event: &KeyboardEvent) -> bool {
    let Some(container) = event
        .current_target()
        .and_then(|it| it.dyn_into::<Element>().ok())
    else {
        return false;
    };
    if owns_arrows(event) || is_composing(event) {
        return false;
    }
    let controls = elements(&container, CONTROLS);
    let active = active_element();
    let at = controls
        .iter()
        .position(|control| Some(control) == active.as_ref());
    let last = controls.len().saturating_sub(1);
    let to = match (event.key().as_str(), at) {
        ("ArrowDown", Some(at)) => (at + 1).min(last),
        ("ArrowDown" | "Home", None) | ("Home", _) => 0,
        ("ArrowUp", Some(at)) => at.saturating_sub(1),
        ("End", _) => last,
        _ => return false,
    };
    if let Some(control) = controls.get(to) {
        focus(control);
    }
    true
}

/// [`walk`] for a list outside of menus: a key that moves does nothing else, such as scrolling.
pub fn walk_on(event: &KeyboardEvent) {
    if walk(event) {
        event.prevent_default();
    }
}

/// Whether the focused control has its own use for arrow keys. In a search field only the
/// vertical ones are free.
fn owns_arrows(event: &KeyboardEvent) -> bool {
    let target = event.target();
    let Some(target) = target.and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    match target
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::type_)
        .as_deref()
    {
        Some("checkbox") => false,
        Some("search") => !event.key().starts_with("Arrow"),
        Some(_) => true,
        None => target.tag_name() == "SELECT",
    }
}

/// Those in `container` that `selector` describes.
pub fn elements(container: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = container.query_selector_all(selector) else {
        return Vec::new();
    };
    let element = |at| found.item(at).and_then(|node| node.dyn_into().ok());
    (0..found.length()).filter_map(element).collect()
}

/// Moves the keyboard to `element`.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Fails never: an element that cannot take the focus ignores it.
        drop(element.focus());
    }
}
