//! The size of elements.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, ResizeObserver};

/// Watches an element's size until dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn Fn()>,
}

/// Calls `handler` once soon and then whenever the size of `element` changes.
pub fn on_resize(element: &Element, handler: impl Fn() + 'static) -> Option<SizeWatch> {
    let callback = Closure::<dyn Fn()>::new(handler);
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(SizeWatch {
        observer,
        _callback: callback,
    })
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
