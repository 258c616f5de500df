//! A small good document to change, and short words for what the parser says of it.

use paceboard_core::contract::{Parsed, WarningKind, parse};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Two channels over three days.
pub fn base() -> Value {
    json!({
        "format": "channel-sales",
        "version": "1.0",
        "as_of": "2021-04-03T23:59:59+08:00",
        "calendar": {"timezone": "Asia/Shanghai", "fiscal_year_start": "04-01"},
        "currency": {"code": "CNY", "scale": 0},
        "programme": {"name": "P", "metric": "gmv"},
        "channels": {"id": ["c1", "c2"], "name": ["One", "Two"]},
        "series": {"first_day": "2021-04-01", "days": 3, "gmv": [[1, 2, 3], [4, 5, 6]]},
    })
}

/// The base with the value at a JSON pointer replaced or added.
pub fn with(pointer: &str, value: Value) -> Value {
    let mut document = base();
    set(&mut document, pointer, value);
    document
}

/// Replaces or adds the value at a JSON pointer, whose parent exists.
pub fn set(document: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(object) => {
            object.insert(key.to_owned(), value);
        }
        Value::Array(array) => array[key.parse::<usize>().unwrap()] = value,
        other => panic!("{other} has no {key}"),
    }
}

/// What the parser makes of a document that is good.
pub fn good(document: &Value) -> Parsed {
    parse(document.to_string().as_bytes()).unwrap()
}

/// What the parser says of bytes that are not.
pub fn error(bytes: impl AsRef<[u8]>) -> String {
    parse(bytes.as_ref()).unwrap_err().to_string()
}

/// Where the parser places what is wrong with a document, and what it says.
#[track_caller]
pub fn refused(document: &Value, path: &str, message: &str) {
    let error = parse(document.to_string().as_bytes()).unwrap_err();
    assert_eq!(
        (error.path.as_str(), error.kind.to_string().as_str()),
        (path, message)
    );
}

/// The warnings of a good document, with count and place.
pub fn warnings(document: &Value) -> Vec<(WarningKind, u64, String)> {
    let warnings = good(document).warnings.into_iter();
    warnings
        .map(|warning| (warning.kind, warning.count, warning.place))
        .collect()
}

/// A file or folder of fixtures.
pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/contract")
        .join(name)
}
