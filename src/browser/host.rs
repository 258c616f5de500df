//! What stands around a view: the page that is all ours, or an element on a page of others.

use super::shortcut;
use crate::reactive::{LocalStorage, RwSignal, StoredValue, WithValue, expect_context};
use gloo_events::EventListener;
use web_sys::{Element, EventTarget};

/// What stands around a view.
#[derive(Clone, Copy)]
pub struct Host {
    /// Whether the page is ours: its address, its title, and files dropped on it.
    pub owns_page: bool,
    /// Counts changes of colours that no theme tells of, such as a page's own custom properties.
    pub looks: RwSignal<u32>,
    keys: StoredValue<EventTarget, LocalStorage>,
}

impl Host {
    /// A page of our own.
    pub fn page() -> Self {
        Self::new(true, super::page::window().into())
    }

    /// A page of others, which `root` stands on.
    pub fn element(root: &Element) -> Self {
        Self::new(false, root.clone().into())
    }

    fn new(owns_page: bool, keys: EventTarget) -> Self {
        Self {
            owns_page,
            looks: RwSignal::new(0),
            keys: StoredValue::new_local(keys),
        }
    }

    /// Calls `handler` when `key` is pressed outside of any field, until dropped. On a page of
    /// others only where the keyboard is with us.
    pub fn on_key(self, key: &'static str, handler: impl Fn() + 'static) -> EventListener {
        self.keys
            .with_value(|target| shortcut::on_key(target, key, handler))
    }
}

/// The role of a part that is a landmark by itself on a page of our own. On a page of others the
/// landmarks are the page's, and several elements would repeat each other's.
#[inline(never)]
pub fn part_role() -> Option<String> {
    (!expect_context::<Host>().owns_page).then(|| "group".to_owned())
}
