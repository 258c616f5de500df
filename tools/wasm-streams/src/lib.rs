//! Stands in for the crate of this name. Leptos depends on it for the bodies of server functions;
//! this page has no server and calls none. The real crate exports its adapters to JavaScript
//! whether anybody uses them or not, so no linker can leave them out: 6 KB of code that never runs.
//! Here is as much of its interface as Leptos has to see to compile.

use futures::stream::{Empty, Stream};
use wasm_bindgen::JsValue;

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream itself.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would make a stream of the browser from one of Rust.
    ///
    /// # Panics
    /// Always: only a server function with a streaming body gets here.
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unimplemented!("{NONE}")
    }

    /// Would read the stream.
    ///
    /// # Panics
    /// Always: only a server function with a streaming answer gets here.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        unimplemented!("{NONE}")
    }
}

const NONE: &str = "this page has no server functions";
