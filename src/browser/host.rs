//! What stands around a view: the page that is all ours, or an element on a page of others; and what
//! views may ask of the world behind the state.

use super::copy::Piece;
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
    refresh: StoredValue<Box<dyn Fn()>, LocalStorage>,
    received: StoredValue<Box<dyn Fn() -> Vec<Piece>>, LocalStorage>,
}

impl Host {
    /// A page of our own, with what looks for newer data and what gives those that came.
    pub fn page(refresh: impl Fn() + 'static, received: impl Fn() -> Vec<Piece> + 'static) -> Self {
        let keys = super::page::window().into();
        Self::new(true, keys, Box::new(refresh), Box::new(received))
    }

    /// A page of others, which `root` stands on; what has come is not its to save.
    pub fn element(root: &Element, refresh: impl Fn() + 'static) -> Self {
        let keys = root.clone().into();
        Self::new(false, keys, Box::new(refresh), Box::new(Vec::new))
    }

    fn new(
        owns_page: bool,
        keys: EventTarget,
        refresh: Box<dyn Fn()>,
        received: Box<dyn Fn() -> Vec<Piece>>,
    ) -> Self {
        Self {
            owns_page,
            looks: RwSignal::new(0),
            keys: StoredValue::new_local(keys),
            refresh: StoredValue::new_local(refresh),
            received: StoredValue::new_local(received),
        }
    }

    /// Looks for newer data now.
    pub fn refresh(self) {
        self.refresh.with_value(|refresh| refresh());
    }

    /// The source's document and its parts, as they were received.
    pub fn received(self) -> Vec<Piece> {
        self.received.with_value(|received| received())
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
