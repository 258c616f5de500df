//! Copies of the page in one file: how one is made, and what one brings along. The work is done
//! by src/copy/make.js and src/copy/start.js.

use super::modules::{get, loaded, settled, window_value};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

/// Where the page's loader leaves the way to make.js; not there in a copy.
const MAKER: &str = "paceboardCopy";
/// Where a copy's loader leaves what it brings along.
const SAVED: &str = "paceboardSaved";

/// A document or a part of one, as it was received; the browser keeps it outside the program.
#[derive(Clone)]
pub struct Piece {
    /// The part's address relative to its document; empty for the document.
    pub href: String,
    blob: Blob,
}

impl Piece {
    /// Keeps `bytes`; `None` where the browser has no room.
    pub fn new(href: &str, bytes: &[u8]) -> Option<Self> {
        let parts = Array::of1(&Uint8Array::from(bytes));
        Some(Self {
            href: href.to_owned(),
            blob: Blob::new_with_u8_array_sequence(&parts).ok()?,
        })
    }

    /// The bytes.
    pub fn blob(&self) -> &Blob {
        &self.blob
    }

    /// The same bytes at another address.
    pub fn renamed(&self, href: &str) -> Self {
        Self {
            href: href.to_owned(),
            blob: self.blob.clone(),
        }
    }
}

/// What a copy shows when it is opened.
#[derive(Clone, Debug, Default)]
pub struct SavedView {
    /// The query.
    pub query: String,
    /// When it was saved, in milliseconds since 1970.
    pub saved_ms: f64,
    /// Name of the file that the document came from; empty where it came from the source.
    pub file: String,
    /// What its reader filled in where it is a CSV file, and nothing where it is not.
    pub form: Vec<String>,
}

/// A copy that has been packed.
pub struct Packed {
    make: Function,
    hrefs: Array,
}

/// Packs the program and what has been received; `None` where something could not be fetched.
pub async fn pack(pieces: &[Piece]) -> Option<Packed> {
    let prepare = loaded(MAKER, "prepare").await?;
    let documents: Array = pieces.iter().map(|piece| &piece.blob).collect();
    let make = settled(&prepare.call1(&JsValue::NULL, &documents).ok()?).await?;
    Some(Packed {
        make: make.dyn_into().ok()?,
        hrefs: pieces
            .iter()
            .map(|piece| JsValue::from_str(&piece.href))
            .collect(),
    })
}

impl Packed {
    /// The file that opens with `view`.
    pub fn file(&self, title: &str, lang: &str, view: &SavedView) -> Option<Blob> {
        let form: Array = view
            .form
            .iter()
            .map(|text| JsValue::from_str(text))
            .collect();
        let fields = [
            ("query", JsValue::from_str(&view.query)),
            ("saved", JsValue::from_f64(view.saved_ms)),
            ("file", JsValue::from_str(&view.file)),
            ("form", form.into()),
            ("hrefs", self.hrefs.clone().into()),
        ];
        let object = Object::new();
        for (name, value) in fields {
            Reflect::set(&object, &JsValue::from_str(name), &value).ok()?;
        }
        let (title, lang) = (JsValue::from_str(title), JsValue::from_str(lang));
        let file = self.make.call3(&JsValue::NULL, &title, &lang, &object);
        file.ok()?.dyn_into().ok()
    }
}

/// The size of a file.
pub fn size_bytes(file: &Blob) -> u64 {
    file.size() as u64
}

/// Whether a copy can be made of this page.
pub fn can_be_made() -> bool {
    window_value(MAKER).is_some()
}

/// Whether this page is a copy.
pub fn is_copy() -> bool {
    window_value(SAVED).is_some()
}

/// The view that this page was saved with, where it is a copy.
pub fn saved_view() -> Option<SavedView> {
    let saved = window_value(SAVED)?;
    let text = |name: &str| get(&saved, name).and_then(|value| value.as_string());
    Some(SavedView {
        query: text("query")?,
        saved_ms: get(&saved, "saved")?.as_f64()?,
        file: text("file")?,
        form: list(&saved, "form")
            .iter()
            .filter_map(|it| it.as_string())
            .collect(),
    })
}

/// Document and parts that this page brings along, by their addresses, where it is a copy.
pub fn saved_documents() -> Vec<(String, Vec<u8>)> {
    let Some(saved) = window_value(SAVED) else {
        return Vec::new();
    };
    let document = |(href, bytes): (JsValue, JsValue)| {
        let bytes = bytes.dyn_into::<Uint8Array>().ok()?;
        Some((href.as_string()?, bytes.to_vec()))
    };
    let hrefs = list(&saved, "hrefs");
    let documents = list(&saved, "documents");
    hrefs
        .iter()
        .zip(documents.iter())
        .filter_map(document)
        .collect()
}

fn list(object: &JsValue, name: &str) -> Array {
    let value = get(object, name).and_then(|value| value.dyn_into().ok());
    value.unwrap_or_default()
}
