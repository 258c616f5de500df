//! The request that the page's loader has already sent while the wasm was on its way.

use gloo_net::http::Response;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// Where the loader leaves `{url, response, controller}`.
const SLOT: &str = "paceboardPrefetch";

/// The loader's answer for `url`, once; `None` where it asked for something else or failed, which
/// an ordinary request then finds out again. When `controller` aborts, so does the loader's.
pub async fn take(url: &str, controller: &AbortController) -> Option<Response> {
    let window = web_sys::window()?;
    let slot = Reflect::get(&window, &SLOT.into())
        .ok()
        .filter(JsValue::is_object)?;
    Reflect::delete_property(&window, &SLOT.into()).ok()?;
    let own = Reflect::get(&slot, &"controller".into())
        .ok()?
        .dyn_into::<AbortController>()
        .ok()?;
    if Reflect::get(&slot, &"url".into()).ok()?.as_string()? != url {
        own.abort();
        return None;
    }
    let abort = Reflect::get(&own, &"abort".into())
        .ok()?
        .dyn_into::<js_sys::Function>()
        .ok()?;
    controller.signal().set_onabort(Some(&abort.bind0(&own)));
    let response = Reflect::get(&slot, &"response".into())
        .ok()?
        .dyn_into::<Promise>()
        .ok()?;
    let response = JsFuture::from(response).await.ok()?;
    response
        .dyn_into::<web_sys::Response>()
        .ok()
        .map(Response::from)
}
