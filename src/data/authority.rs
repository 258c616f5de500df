//! The right to read a source.

use super::fetch::FetchError;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Who gives the right to read a source: the page around us, which asks its own server for tokens.
#[derive(Clone, Debug)]
pub struct Authority(Function);

impl Authority {
    /// `authorize(reason, used)` promises the value of the header `Authorization`, or `null` for
    /// none. `reason` is `first` or `rejected`, with the value that was rejected.
    pub fn new(authorize: Function) -> Self {
        Self(authorize)
    }

    /// What to send with a request; nothing where nobody is signed in. An error where it cannot be
    /// known now: the page's server fails, or nobody waits for the answer any more.
    pub async fn authorization(
        &self,
        rejected: Option<&str>,
    ) -> Result<Option<String>, FetchError> {
        let (reason, used) = match rejected {
            Some(used) => ("rejected", JsValue::from_str(used)),
            None => ("first", JsValue::UNDEFINED),
        };
        let promise = self.0.call2(&JsValue::NULL, &reason.into(), &used);
        let promise = promise.and_then(JsCast::dyn_into::<Promise>);
        let promise = promise.map_err(|_| FetchError::Network)?;
        let value = JsFuture::from(promise).await;
        Ok(value.map_err(|_| FetchError::Network)?.as_string())
    }
}
