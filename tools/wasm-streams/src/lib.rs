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

    /// A stream that ends at once: only a server function with a streaming body would send one.
    ///
    /// # Panics
    /// Where the browser has no streams; the page has long said so there.
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        match web_sys::ReadableStream::new() {
            Ok(stream) => Self(stream),
            Err(error) => wasm_bindgen::throw_val(error),
        }
    }

    /// Nothing of the stream: only a server function with a streaming answer would read one.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        futures::stream::empty()
    }
}
