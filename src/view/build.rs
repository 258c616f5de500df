//! Builds elements from a template and its holes. The marks are those that the `view!` macro
//! writes (see `markup/src/template.rs`).

use super::child::View;
use super::element::Slot;
use super::value::Value;
use crate::browser::nodes;
use crate::reactive::{follow, keep};
use gloo_events::{EventListener, EventListenerOptions};
use std::marker::PhantomData;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, Node};

/// What stands in a hole of a template.
pub enum Hole {
    /// The value of an attribute, a class, or a property.
    Value(Value),
    /// What an event does.
    On(Box<dyn Handler>),
    /// Where to put the element.
    Element(Slot),
    /// A child.
    Child(View),
}

/// A handler of events. A trait of our own has one entry for each closure where `FnMut` has three.
pub trait Handler {
    /// Handles one.
    fn handle(&mut self, event: Event);
}

/// A handler of one kind of events.
struct Of<F, E>(F, PhantomData<E>);

impl<F: FnMut(E), E: JsCast> Handler for Of<F, E> {
    fn handle(&mut self, event: Event) {
        self.0(event.unchecked_into());
    }
}

/// A handler of one kind of events, as a handler of any.
pub fn handler<E: JsCast + 'static>(act: impl FnMut(E) + 'static) -> Box<dyn Handler> {
    Box::new(Of(act, PhantomData))
}

/// Builds a view.
pub fn build(template: &'static str, holes: Vec<Hole>) -> View {
    let mut builder = Builder {
        parents: vec![nodes::fragment()],
        name: "",
        holes: holes.into_iter(),
    };
    let is_mark = |character: char| character < '\x08';
    let mut rest = template;
    while let Some(mark) = rest.bytes().next() {
        let text = &rest[1..];
        let end = text.find(is_mark).unwrap_or(text.len());
        builder.step(mark, &text[..end]);
        rest = &text[end..];
    }
    View::of(builder.parents.swap_remove(0))
}

struct Builder {
    /// The fragment, and the elements that are open in it.
    parents: Vec<Node>,
    name: &'static str,
    holes: std::vec::IntoIter<Hole>,
}

impl Builder {
    fn step(&mut self, mark: u8, text: &'static str) {
        let Some(parent) = self.parents.last() else {
            return;
        };
        match mark {
            1 => self.parents.push(nodes::element(text).into()),
            2 => self.name = text,
            3 => nodes::set_attribute(parent.unchecked_ref(), self.name, Some(text)),
            4 => nodes::append(parent, &nodes::text(text)),
            5 => self.close(),
            _ => {
                if let Some(hole) = self.holes.next() {
                    fill(parent, text, hole);
                }
            }
        }
    }

    fn close(&mut self) {
        let closed = self.parents.pop();
        if let (Some(parent), Some(closed)) = (self.parents.last(), closed) {
            nodes::append(parent, &closed);
        }
    }
}

fn fill(parent: &Node, name: &'static str, hole: Hole) {
    let (kind, own) = name.split_once(':').unwrap_or(("", name));
    match hole {
        Hole::Child(view) => view.append_to(parent),
        Hole::On(act) => listen(parent, own, act),
        Hole::Element(slot) => slot.fill(parent.clone().unchecked_into()),
        Hole::Value(value) => {
            let setter = match kind {
                "class" => nodes::set_class,
                "style" => nodes::set_style,
                "prop" => nodes::set_property,
                _ => nodes::set_attribute,
            };
            set(parent, own, value, setter);
        }
    }
}

type Setter = fn(&Element, &str, Option<&str>);

fn set(node: &Node, name: &'static str, value: Value, setter: Setter) {
    let element: Element = node.clone().unchecked_into();
    match value {
        Value::Fixed(value) => setter(&element, name, value.as_deref()),
        Value::Live(value) => {
            let mut last = None;
            follow(move || {
                let now = value.value();
                if last.as_ref() != Some(&now) {
                    setter(&element, name, now.as_deref());
                    last = Some(now);
                }
            });
        }
    }
}

fn listen(node: &Node, event: &'static str, mut act: Box<dyn Handler>) {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(node, event, options, move |event| {
        act.handle(event.clone());
    });
    // Kept, and taken off, by whoever owns the view.
    keep(listener);
}
