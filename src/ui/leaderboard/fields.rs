//! What of a slot's elements follows its row: written all at once, and only where it has changed.
//! Twenty values in forty slots, each with an effect of its own, would cost a window change most
//! of its time.

use super::row_view::RowView;
use crate::browser::nodes;
use crate::view::Node;
use crate::view::{NodeRef, View};
use std::cell::RefCell;
use wasm_bindgen::JsCast;

/// A value of a row.
type Pick = fn(&RowView) -> &str;
/// How a value gets into its node.
type Setter = fn(&Node, &'static str, &str);

struct Field {
    node: Node,
    name: &'static str,
    setter: Setter,
    pick: Pick,
    written: String,
}

/// The fields of a slot.
#[derive(Default)]
pub struct Fields(RefCell<Vec<Field>>);

impl Fields {
    /// A text.
    pub fn text(&self, pick: Pick) -> View {
        let node = nodes::text("");
        self.add(node.clone(), "", set_text, pick);
        View::of(node)
    }

    /// An attribute of an element that has been built; it goes when the value is empty.
    pub fn attribute(&self, element: NodeRef, name: &'static str, pick: Pick) {
        if let Some(element) = element.get_untracked() {
            self.add(element.into(), name, set_attribute, pick);
        }
    }

    /// A custom property of an element that has been built.
    pub fn style(&self, element: NodeRef, name: &'static str, pick: Pick) {
        if let Some(element) = element.get_untracked() {
            self.add(element.into(), name, set_style, pick);
        }
    }

    /// Writes the values of `row`.
    pub fn write(&self, row: &RowView) {
        for field in self.0.borrow_mut().iter_mut() {
            let value = (field.pick)(row);
            if value != field.written {
                (field.setter)(&field.node, field.name, value);
                value.clone_into(&mut field.written);
            }
        }
    }

    fn add(&self, node: Node, name: &'static str, setter: Setter, pick: Pick) {
        self.0.borrow_mut().push(Field {
            node,
            name,
            setter,
            pick,
            written: String::new(),
        });
    }
}

fn set_text(node: &Node, _: &'static str, value: &str) {
    node.set_text_content(Some(value));
}

fn set_attribute(node: &Node, name: &'static str, value: &str) {
    let value = Some(value).filter(|value| !value.is_empty());
    nodes::set_attribute(node.unchecked_ref(), name, value);
}

fn set_style(node: &Node, name: &'static str, value: &str) {
    nodes::set_style(node.unchecked_ref(), name, Some(value));
}
