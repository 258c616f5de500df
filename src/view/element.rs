//! Elements that a view keeps hold of.

use crate::reactive::{effect, untrack};
use leptos::reactive::owner::LocalStorage;
use leptos::reactive::signal::RwSignal;
use leptos::reactive::traits::{Get, GetUntracked, Set};
use std::marker::PhantomData;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Where the builder puts an element.
#[derive(Clone, Copy)]
pub struct Slot(RwSignal<Option<Element>, LocalStorage>);

impl Slot {
    /// Puts it there.
    pub fn fill(self, element: Element) {
        self.0.set(Some(element));
    }
}

/// An element of a view: none until it has been built.
pub struct NodeRef<E = HtmlElement> {
    slot: Slot,
    kind: PhantomData<fn() -> E>,
}

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

impl<E: JsCast + 'static> Default for NodeRef<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E: JsCast + 'static> NodeRef<E> {
    /// No element yet.
    pub fn new() -> Self {
        Self {
            slot: Slot(RwSignal::new_local(None)),
            kind: PhantomData,
        }
    }

    /// The element; the reader follows.
    pub fn get(self) -> Option<E> {
        self.slot.0.get().map(JsCast::unchecked_into)
    }

    /// The element as it is now.
    pub fn get_untracked(self) -> Option<E> {
        self.slot.0.get_untracked().map(JsCast::unchecked_into)
    }

    /// Calls `act` with each element that is built here, once it is on the page.
    pub fn on_load(self, act: impl Fn(E) + 'static) {
        effect(move || {
            if let Some(element) = self.get() {
                untrack(|| act(element));
            }
        });
    }

    /// Where the builder puts the element.
    pub fn slot(self) -> Slot {
        self.slot
    }
}
