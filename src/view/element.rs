//! Elements that a view keeps hold of.

use leptos::prelude::*;
use std::marker::PhantomData;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// An element of a view: empty until it has been built.
pub struct NodeRef<E = HtmlElement> {
    slot: RwSignal<Option<Element>, LocalStorage>,
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
            slot: RwSignal::new_local(None),
            kind: PhantomData,
        }
    }

    /// The element; the reader follows.
    pub fn get(self) -> Option<E> {
        self.slot.get().map(JsCast::unchecked_into)
    }

    /// The element as it is now.
    pub fn get_untracked(self) -> Option<E> {
        self.slot.get_untracked().map(JsCast::unchecked_into)
    }

    /// Calls `act` with each element that is built here, once it is on the page.
    pub fn on_load(self, act: impl Fn(E) + 'static) {
        crate::reactive::effect(move || {
            if let Some(element) = self.get() {
                untrack(|| act(element));
            }
        });
    }

    /// Where the builder puts the element.
    pub fn slot(self) -> RwSignal<Option<Element>, LocalStorage> {
        self.slot
    }
}
