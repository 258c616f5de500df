//! Scripts that the page's loader (src/boot.js) fetches only when they are asked for.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The function `name` of the script that the loader fetches by the function `loader`; `None` where
/// there is no such loader or it fails.
pub(super) async fn loaded(loader: &str, name: &str) -> Option<Function> {
    let load = window_value(loader)?.dyn_into::<Function>().ok()?;
    let module = settled(&load.call0(&JsValue::NULL).ok()?).await?;
    get(&module, name)?.dyn_into().ok()
}

/// What a promise brings; `None` where it is broken.
pub(super) async fn settled(promise: &JsValue) -> Option<JsValue> {
    JsFuture::from(Promise::resolve(promise)).await.ok()
}

/// What the page has under that name.
pub(super) fn window_value(name: &str) -> Option<JsValue> {
    get(web_sys::window()?.as_ref(), name)
}

/// A property, unless it is undefined.
pub(super) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined()).then_some(value)
}
