//! Views: what the `view!` macro writes down, built into elements that follow signals.
//!
//! The syntax and the reactive system are Leptos's. The building is not: Leptos gives each view a
//! type, and with it code of its own, which for this page came to more than all the rest of the
//! program. Here every view is a template (one string) and a call for each of its holes, and one
//! builder serves all.

mod build;
mod child;
mod element;
mod value;

pub use build::build;
pub use child::{Child, View, slots, when};
pub use element::NodeRef;
pub use paceboard_markup::view;

use crate::reactive::Owner;
/// Events and elements that handlers are given; views name them from here.
pub use web_sys::{Event, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, Node, PointerEvent};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What the reader has put into the field that an event comes from.
pub fn event_target_value(event: &Event) -> String {
    let value = event
        .target()
        .and_then(|field| js_sys::Reflect::get(&field, &"value".into()).ok());
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Whether the field that an event comes from takes what the reader has put into it.
pub fn is_valid(event: &Event) -> bool {
    let field = event.target();
    field.is_some_and(|field| field.unchecked_ref::<HtmlInputElement>().check_validity())
}

/// Gets the reactive system ready, once or again.
pub fn start() {
    // Says no only where there is an executor already, which then serves as well.
    let _ = any_spawner::Executor::init_wasm_bindgen();
}

/// A view on a page, and all that belongs to it.
#[must_use = "the view stops to follow anything when this is dropped"]
pub struct Mounted(Owner);

impl Mounted {
    /// Leaves the view where it is for as long as the program runs.
    pub fn forget(self) {
        std::mem::forget(self);
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.0.cleanup();
    }
}

/// Puts a view that belongs to `owner` into `root`.
pub fn mount(owner: Owner, root: &Element, view: impl FnOnce() -> View) -> Mounted {
    start();
    owner.with(view).append_to(root);
    Mounted(owner)
}
