//! From a byte of a document to the JSON path that holds it, and back. Only errors and warnings
//! pay for this: the document is walked once more up to that byte.

use super::error::JsonType;
use super::fault::{Fault, shortened};
use super::scanner::Scanner;

/// The path of the deepest value that holds the byte `target`, or of the place where the grammar
/// breaks before it.
pub(super) fn path_at(bytes: &[u8], target: usize) -> String {
    let mut steps = Vec::new();
    // An error is where the walk ends too: the steps say how far it came.
    let _ = walk(&mut Scanner::new(bytes), target, &mut steps);
    steps.push("$".to_owned());
    steps.into_iter().rev().collect()
}

/// Line and column of the byte `target`, from 1, as editors count them; `None` where the document
/// is one line.
pub(super) fn line_at(bytes: &[u8], target: usize) -> Option<(usize, usize)> {
    let is_break = |byte: &u8| *byte == b'\n';
    if !bytes.trim_ascii_end().iter().any(is_break) {
        return None;
    }
    let before = bytes.get(..target).unwrap_or(bytes);
    let before = before.strip_prefix("\u{feff}".as_bytes()).unwrap_or(before);
    let line = before.rsplit(is_break).next().unwrap_or(before);
    // Each character has one byte that continues no other.
    let characters = line.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    Some((before.split(is_break).count(), characters + 1))
}

/// The byte at which an item of the array at byte `array` begins.
pub(super) fn item_at(bytes: &[u8], array: usize, index: usize) -> usize {
    let mut scanner = Scanner::starting_at(bytes, array);
    let mut find = || -> Result<usize, Fault> {
        let mut items = scanner.array()?;
        for _ in 0..index {
            scanner.more(&mut items)?;
            scanner.skip()?;
        }
        scanner.more(&mut items)?;
        Ok(scanner.offset())
    };
    find().unwrap_or(array)
}

/// Goes past one value; true as soon as `target` has been reached within it. The steps to it are
/// noted on the way back, so that values before it cost nothing.
fn walk(scanner: &mut Scanner<'_>, target: usize, steps: &mut Vec<String>) -> Result<bool, Fault> {
    if scanner.offset() >= target {
        return Ok(true);
    }
    let reached = match scanner.value_type()? {
        JsonType::Object => walk_object(scanner, target, steps)?,
        JsonType::Array => walk_array(scanner, target, steps)?,
        _ => scanner.skip().map(|()| false)?,
    };
    Ok(reached || scanner.position() > target)
}

fn walk_object(
    scanner: &mut Scanner<'_>,
    target: usize,
    steps: &mut Vec<String>,
) -> Result<bool, Fault> {
    let mut items = scanner.object()?;
    while let Some(key) = scanner.key(&mut items)? {
        let end = if key.offset >= target {
            Ok(true)
        } else {
            walk(scanner, target, steps)
        };
        if !matches!(end, Ok(false)) {
            steps.push(key_step(&key.text));
            return end;
        }
    }
    Ok(false)
}

fn walk_array(
    scanner: &mut Scanner<'_>,
    target: usize,
    steps: &mut Vec<String>,
) -> Result<bool, Fault> {
    let mut items = scanner.array()?;
    let mut index = 0;
    while scanner.more(&mut items)? {
        let end = walk(scanner, target, steps);
        if !matches!(end, Ok(false)) {
            steps.push(format!("[{index}]"));
            return end;
        }
        index += 1;
    }
    Ok(false)
}

fn key_step(key: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if !key.is_empty() && key.len() <= 40 && key.bytes().all(plain) {
        format!(".{key}")
    } else {
        format!("[{:?}]", shortened(key))
    }
}

#[cfg(test)]
mod tests {
    use super::{item_at, line_at, path_at};

    #[test]
    fn bytes_lead_to_paths() {
        let json = br#"{"a": {"b": [10, [20, 30]], "x y": null}, "c": 1}"#;
        let check = |needle: &str, path: &str| {
            let text = std::str::from_utf8(json).unwrap();
            assert_eq!(path_at(json, text.find(needle).unwrap()), path, "{needle}");
        };
        check("{\"a", "$");
        check("\"a\"", "$.a");
        check("{\"b", "$.a");
        check("10", "$.a.b[0]");
        check("0, [", "$.a.b[0]");
        check("30", "$.a.b[1][1]");
        check("]]", "$.a.b[1]");
        check("null", "$.a[\"x y\"]");
        check("1}", "$.c");
        assert_eq!(path_at(json, json.len()), "$");
    }

    #[test]
    fn a_broken_document_leads_as_far_as_it_goes() {
        assert_eq!(path_at(br#"{"a": [1, {"b": tru"#, 19), "$.a[1].b");
        assert_eq!(path_at(b"", 0), "$");
        let deep = "[".repeat(100_000);
        assert_eq!(
            path_at(deep.as_bytes(), 100_000),
            format!("${}", "[0]".repeat(16))
        );
    }

    #[test]
    fn bytes_lead_to_lines_where_there_are_several() {
        let json = "\u{feff}{\n \"名\": 1}\n";
        let check = |byte: &str, expected| {
            let at = json.find(byte).unwrap();
            assert_eq!(line_at(json.as_bytes(), at), expected, "{byte}");
        };
        check("{", Some((1, 1)));
        check("1", Some((2, 7)));
        assert_eq!(line_at(json.as_bytes(), 999), Some((3, 1)));
        assert_eq!(line_at(b"{\"a\": 1}\r\n", 6), None);
        assert_eq!(line_at(b"", 0), None);
    }

    #[test]
    fn items_lead_to_bytes() {
        let json = b"[1, [2, 3] , null]";
        let found: Vec<_> = (0..3).map(|index| item_at(json, 0, index)).collect();
        assert_eq!(found, [1, 4, 13]);
        assert_eq!(item_at(b"[]", 0, 9), 0);
    }
}
