//! Files of the reader: opened by a picker or a drop, and saved. Nothing here sends anything.

use super::page::{after, document, window};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
pub use web_sys::Blob;

use web_sys::{
    BlobPropertyBag, DragEvent, Element, File, HtmlAnchorElement, HtmlCanvasElement,
    HtmlInputElement, Url,
};

/// Browsers begin to save once the click has been dealt with; the address is needed until then.
const RELEASE_MS: u32 = 60_000;

/// A file that the reader has chosen.
pub struct LocalFile(File);

impl LocalFile {
    /// Its name, without folders.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size.
    pub fn size_bytes(&self) -> u64 {
        self.0.size() as u64
    }

    /// Its bytes; `None` where the browser cannot read it any more.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}

/// Shows the browser's picker of a file input.
pub fn pick(input: &Element) {
    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
        input.click();
    }
}

/// Takes the file out of a file input, so that the same one can be chosen again.
pub fn take(input: &Element) -> Option<LocalFile> {
    let input: &HtmlInputElement = input.dyn_ref()?;
    let file = input.files()?.item(0);
    input.set_value("");
    file.map(LocalFile)
}

/// Tells `over` whether a file is held over the page, and gives `dropped` the first one that is
/// let go, until dropped. Other things that are dragged are left alone.
pub fn on_drop(
    over: impl Fn(bool) + Clone + 'static,
    dropped: impl Fn(LocalFile) + 'static,
) -> Vec<EventListener> {
    let listen = |name: &'static str, act: Box<dyn Fn(&DragEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window(), name, options, move |event| {
            let event: &DragEvent = event.unchecked_ref();
            if holds_files(event) {
                event.prevent_default();
                act(event);
            }
        })
    };
    let [enter, leave, end] = [over.clone(), over.clone(), over];
    vec![
        listen("dragover", Box::new(move |_| enter(true))),
        // Between elements of the page a drag goes on; it leaves where there is no next one.
        listen(
            "dragleave",
            Box::new(move |event| {
                if event.related_target().is_none() {
                    leave(false);
                }
            }),
        ),
        listen(
            "drop",
            Box::new(move |event| {
                end(false);
                let files = event.data_transfer().and_then(|data| data.files());
                if let Some(file) = files.and_then(|files| files.item(0)) {
                    dropped(LocalFile(file));
                }
            }),
        ),
    ]
}

fn holds_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&JsValue::from_str("Files"), 0))
}

/// Whether files can be saved. In a sandboxed frame they cannot, and nobody is told.
pub fn can_save() -> bool {
    let window = window();
    let framed = window.parent().ok().flatten() != Some(window.clone());
    !(framed && window.origin() == "null")
}

/// Saves a text as a file.
pub fn save_text(name: &str, text: &str, kind: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save(name, &blob);
    }
}

/// Saves what is drawn on a canvas as a PNG file.
pub fn save_canvas(name: &str, canvas: &HtmlCanvasElement) {
    let name = name.to_owned();
    let saved = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            save(&name, &blob);
        }
    });
    // Fails only for a canvas with foreign pictures on it.
    drop(canvas.to_blob(saved.unchecked_ref()));
}

/// Saves a blob as a file.
pub fn save(name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    if let Ok(link) = document().create_element("a") {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    after(RELEASE_MS, move || {
        drop(Url::revoke_object_url(&url));
    })
    .forget();
}
