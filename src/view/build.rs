//! Builds elements from a template and what fills its holes. The marks are those that the `view!`
//! macro writes (see `markup/src/template.rs`).

use super::child::{Child, View};
use super::element::Slot;
use super::value::{IntoValue, Live};
use crate::browser::nodes;
use crate::reactive::{follow, keep};
use gloo_events::{EventListener, EventListenerOptions};
use std::marker::PhantomData;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, Node};

/// A handler of events. A trait of our own has one entry for each closure where `FnMut` has three.
trait Handler {
    /// Handles one.
    fn handle(&mut self, event: &Event);
}

/// A handler of one kind of events.
struct Of<F, E>(F, PhantomData<E>);

impl<F: FnMut(&E), E: JsCast> Handler for Of<F, E> {
    fn handle(&mut self, event: &Event) {
        self.0(event.unchecked_ref());
    }
}

/// Begins a view, up to the first hole of its template.
pub fn build(template: &'static str) -> Builder {
    let built = Built {
        parents: vec![nodes::fragment()],
        name: "",
        rest: template,
    };
    Builder(Box::new(built)).go_on()
}

/// A view under construction, at a hole of its template. Each call fills one and builds on up to the
/// next; whatever a hole is filled with, the work is done by a few functions that all views share.
#[must_use = "a view is there once it is done"]
pub struct Builder(Box<Built>);

struct Built {
    /// The fragment, and the elements that are open in it.
    parents: Vec<Node>,
    /// What the template said last: of an attribute, or of the hole.
    name: &'static str,
    /// What of the template is still to be built.
    rest: &'static str,
}

impl Builder {
    /// Fills the hole with a child.
    pub fn child(self, child: impl Child) -> Self {
        self.view(child.child())
    }

    /// Fills it with the value of an attribute, a class, or a property.
    pub fn value(self, value: impl IntoValue) -> Self {
        value.give(self)
    }

    /// Fills it with what an event does.
    pub fn on<E: JsCast + 'static>(self, act: impl FnMut(&E) + 'static) -> Self {
        self.handler(Box::new(Of(act, PhantomData)))
    }

    /// Fills it with where to put the element.
    pub fn element(self, slot: Slot) -> Self {
        slot.fill(self.open());
        self.go_on()
    }

    /// The view, with no hole left.
    pub fn done(mut self) -> View {
        View::of(self.0.parents.swap_remove(0))
    }

    fn view(self, view: View) -> Self {
        view.append_to(&self.open());
        self.go_on()
    }

    fn handler(self, act: Box<dyn Handler>) -> Self {
        let (_, event) = self.named();
        listen(&self.open(), event, act);
        self.go_on()
    }

    /// A value that never changes.
    pub(super) fn fixed(self, value: Option<&str>) -> Self {
        let (set, name) = self.setter();
        set(&self.open(), name, value);
        self.go_on()
    }

    /// A value that follows others.
    pub(super) fn live(self, value: Box<dyn Live>) -> Self {
        let (element, (set, name)) = (self.open(), self.setter());
        let mut last = None;
        follow(move || {
            let now = value.value();
            if last.as_ref() != Some(&now) {
                set(&element, name, now.as_deref());
                last = Some(now);
            }
        });
        self.go_on()
    }

    /// The element that the hole is in; for a child between all elements, the fragment.
    fn open(&self) -> Element {
        self.0.parent().clone().unchecked_into()
    }

    /// What the hole is for: what stands before the colon, and after it.
    fn named(&self) -> (&'static str, &'static str) {
        self.0.name.split_once(':').unwrap_or(("", self.0.name))
    }

    fn setter(&self) -> (Setter, &'static str) {
        let (kind, name) = self.named();
        let setter = match kind {
            "class" => nodes::set_class,
            "style" => nodes::set_style,
            "prop" => nodes::set_property,
            _ => nodes::set_attribute,
        };
        (setter, name)
    }

    fn go_on(mut self) -> Self {
        while self.0.step() {}
        self
    }
}

type Setter = fn(&Element, &str, Option<&str>);

impl Built {
    /// Builds what the next mark says; whether there was one, and not for a hole.
    fn step(&mut self) -> bool {
        let is_mark = |character: char| character < '\x08';
        let Some(mark) = self.rest.bytes().next() else {
            return false;
        };
        let text = &self.rest[1..];
        let (text, rest) = text.split_at(text.find(is_mark).unwrap_or(text.len()));
        self.rest = rest;
        match mark {
            1 => self.parents.push(nodes::element(text).into()),
            3 => nodes::set_attribute(self.parent().unchecked_ref(), self.name, Some(text)),
            4 => nodes::append(self.parent(), &nodes::text(text)),
            5 => self.close(),
            _ => self.name = text,
        }
        mark < 6
    }

    fn parent(&self) -> &Node {
        &self.parents[self.parents.len() - 1]
    }

    fn close(&mut self) {
        let closed = self.parents.pop();
        if let (Some(parent), Some(closed)) = (self.parents.last(), closed) {
            nodes::append(parent, &closed);
        }
    }
}

fn listen(node: &Node, event: &'static str, mut act: Box<dyn Handler>) {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(node, event, options, move |event| {
        act.handle(event);
    });
    // Kept, and taken off, by whoever owns the view.
    keep(listener);
}
