//! Nodes of the page: made, filled, put in their places. None of these calls can fail for names
//! and places of our own, so none reports.

use super::keyboard;
use super::page::{active_element, document};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with that tag.
#[expect(clippy::expect_used, reason = "tags are literals of the views")]
pub fn element(tag: &str) -> Element {
    let made = match tag {
        "svg" | "path" => document().create_element_ns(Some(SVG), tag),
        _ => document().create_element(tag),
    };
    made.expect("a valid tag")
}

/// A text.
pub fn text(text: &str) -> Node {
    document().create_text_node(text).into()
}

/// A place that shows nothing.
pub fn mark() -> Node {
    document().create_comment("").into()
}

/// Several nodes that are put somewhere at once.
pub fn fragment() -> Node {
    document().create_document_fragment().into()
}

/// Puts `node` at the end of `parent`.
pub fn append(parent: &Node, node: &Node) {
    drop(parent.append_child(node));
}

/// Puts `node` before `mark`, wherever that is.
pub fn insert_before(mark: &Node, node: &Node) {
    if let Some(parent) = mark.parent_node() {
        drop(parent.insert_before(node, Some(mark)));
    }
}

/// Takes `node` off the page.
pub fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        drop(parent.remove_child(node));
    }
}

/// The first node of a fragment, or the node itself.
pub fn first_of(node: &Node) -> Node {
    node.first_child().unwrap_or_else(|| node.clone())
}

/// Replaces what stands between two marks. The keyboard stays at the same place of the new nodes,
/// or near them; where none are left it goes back to `opener`, who had it when the first came. Where
/// nobody had it before a dialog came, nobody has it after: anything else is a place far from where
/// the reader was.
pub fn replace_between(start: &Node, end: &Node, new: &Node, opener: &mut Option<Element>) {
    let old = between(start, end);
    if old.is_empty() {
        *opener = active_element().map(keyboard::lasting);
    }
    let focus = old
        .iter()
        .enumerate()
        .find_map(|(at, node)| path_of_focus(at, node));
    insert_before(end, new);
    let heir = focus.as_ref().and_then(|(at, path)| {
        let kept = between(start, end);
        descend(kept.get(old.len() + at)?, path)
    });
    let stays = heir.is_some_and(|heir| keyboard::takes(heir.unchecked_ref()));
    old.iter().for_each(remove);
    let was_dialog = old.iter().any(|node| node.node_name() == "DIALOG");
    let was_free = opener.as_ref().is_some_and(|it| it.tag_name() == "BODY");
    if focus.is_some() && !stays && !(was_dialog && was_free) {
        keyboard::hand_on(opener.clone(), start, end);
    }
}

fn between(start: &Node, end: &Node) -> Vec<Node> {
    let next = |node: &Node| node.next_sibling().filter(|next| next != end);
    std::iter::successors(next(start), next).collect()
}

/// The way from `node` to the focused element in it, by numbers of elements.
fn path_of_focus(at: usize, node: &Node) -> Option<(usize, Vec<u32>)> {
    let active = active_element()?;
    if !node.contains(Some(&active)) {
        return None;
    }
    let mut path = Vec::new();
    let mut element = active;
    while *element != *node {
        let before = |element: &Element| element.previous_element_sibling();
        path.push(std::iter::successors(before(&element), before).count() as u32);
        element = element.parent_element()?;
    }
    path.reverse();
    Some((at, path))
}

fn descend(node: &Node, path: &[u32]) -> Option<Node> {
    let mut element: Element = node.clone().dyn_into().ok()?;
    for at in path {
        element = element.children().item(*at)?;
    }
    Some(element.into())
}

/// Sets an attribute, or takes it away. An element that is hidden or disabled hands the keyboard
/// on.
pub fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let loses = matches!(name, "hidden" | "disabled")
        && value.is_some()
        && path_of_focus(0, element).is_some();
    drop(match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    });
    if loses {
        keyboard::hand_on(None, element, element);
    }
}

/// Sets a class, or takes it away.
pub fn set_class(element: &Element, name: &str, value: Option<&str>) {
    drop(
        element
            .class_list()
            .toggle_with_force(name, value.is_some()),
    );
}

/// Sets a property of the style, or takes it away.
pub fn set_style(element: &Element, name: &str, value: Option<&str>) {
    let element: &HtmlElement = element.unchecked_ref();
    drop(
        element
            .style()
            .set_property(name, value.unwrap_or_default()),
    );
}

/// Sets a property of the element: `value` to a text, any other to whether there is one.
pub fn set_property(element: &Element, name: &str, value: Option<&str>) {
    let value = match name {
        "value" => JsValue::from_str(value.unwrap_or_default()),
        _ => JsValue::from_bool(value.is_some()),
    };
    drop(js_sys::Reflect::set(
        element,
        &JsValue::from_str(name),
        &value,
    ));
}
