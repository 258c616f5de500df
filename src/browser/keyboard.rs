//! Whose a key is, and where the keyboard goes when what had it leaves the page.

use super::page::active_element;
use super::popup::{elements, focus};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, Node};

/// What the tab key stops at, where it is shown and can be used.
const STOPS: &str = "button, input, select, a[href], summary, [tabindex=\"0\"]";

/// The code of keys that an input method takes.
const COMPOSING: u32 = 229;

/// Whether an input method has a use of its own for the key; Safari tells of one by the code alone.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == COMPOSING
}

/// What will still be there later: of a menu its button, of a grid, whose rows come and go, the
/// grid.
pub fn lasting(element: Element) -> Element {
    let closest = |selector| element.closest(selector).ok().flatten();
    let menu = closest(".popover").and_then(|menu| menu.query_selector("button").ok()?);
    menu.or_else(|| closest("[role=grid]")).unwrap_or(element)
}

/// Moves the keyboard to `element`; false where it cannot take it.
pub fn takes(element: &Element) -> bool {
    focus(element);
    active_element().as_ref() == Some(element)
}

/// Moves the keyboard from what is gone between two nodes, or hidden there, to the last stop that is
/// left between them, to `opener`, to the nearest stop before in the same part, to the board, or to
/// the nearest stop before, within the page or shadow root.
pub fn hand_on(opener: Option<Element>, start: &Node, end: &Node) {
    let root = start.get_root_node();
    let stops = elements(root.unchecked_ref(), STOPS);
    let board = elements(root.unchecked_ref(), "[role=grid]");
    let part = start.parent_element();
    let part = part.and_then(|it| it.closest("section, header, aside, dialog").ok()?);
    let precedes = |stop: &Element, place: &Node| {
        place.compare_document_position(stop) & Node::DOCUMENT_POSITION_PRECEDING != 0
    };
    let (before, after): (Vec<_>, Vec<_>) = stops
        .into_iter()
        .rev()
        .partition(|stop| precedes(stop, start));
    let between = after.into_iter().filter(|stop| precedes(stop, end));
    let is_near = |stop: &Element| part.as_ref().is_some_and(|part| part.contains(Some(stop)));
    let (near, far): (Vec<_>, Vec<_>) = before.into_iter().partition(is_near);
    let takes = |element: &Element| element.tag_name() != "BODY" && takes(element);
    let others = between.chain(opener).chain(near).chain(board).chain(far);
    others.map(lasting).find(takes);
}
