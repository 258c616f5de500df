//! JSON in the shape that the sample wants: compact, keys in the order in which they are written, a row a line.

use std::fmt::Write;

/// What can stand in a document.
pub trait Json {
    fn write(&self, out: &mut String);
}

impl Json for i64 {
    fn write(&self, out: &mut String) {
        // Writing to a string does not fail.
        let _ = write!(out, "{self}");
    }
}

impl Json for usize {
    fn write(&self, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl Json for bool {
    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Json for str {
    fn write(&self, out: &mut String) {
        out.push('"');
        for character in self.chars() {
            if matches!(character, '"' | '\\') {
                out.push('\\');
            }
            out.push(character);
        }
        out.push('"');
    }
}

impl Json for String {
    fn write(&self, out: &mut String) {
        self.as_str().write(out);
    }
}

impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: Json + ?Sized> Json for &T {
    fn write(&self, out: &mut String) {
        (*self).write(out);
    }
}

impl<T: Json> Json for [T] {
    fn write(&self, out: &mut String) {
        separated(self, ",", "[", "]", out);
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut String) {
        self.as_slice().write(out);
    }
}

/// An array with an item on each line.
pub struct Lines<T>(pub Vec<T>);

impl<T: Json> Json for Lines<T> {
    fn write(&self, out: &mut String) {
        separated(&self.0, ",\n", "[\n", "\n]", out);
    }
}

/// An object, its members already written.
pub struct Object {
    members: String,
    separator: &'static str,
}

impl Object {
    /// All members on one line.
    pub fn flat() -> Self {
        Self {
            members: String::new(),
            separator: ",",
        }
    }

    /// Each member on its own line.
    pub fn tall() -> Self {
        Self {
            members: String::new(),
            separator: ",\n",
        }
    }

    pub fn with(mut self, key: &str, value: &(impl Json + ?Sized)) -> Self {
        if !self.members.is_empty() {
            self.members.push_str(self.separator);
        }
        key.write(&mut self.members);
        self.members.push(':');
        value.write(&mut self.members);
        self
    }

    pub fn with_some(self, key: &str, value: Option<&impl Json>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }
}

impl Json for Object {
    fn write(&self, out: &mut String) {
        out.push('{');
        out.push_str(&self.members);
        out.push('}');
    }
}

/// A whole document, ended by a line feed.
pub fn document(object: &Object) -> Vec<u8> {
    let mut text = String::with_capacity(object.members.len() + 3);
    object.write(&mut text);
    text.push('\n');
    text.into_bytes()
}

fn separated<T: Json>(items: &[T], separator: &str, open: &str, close: &str, out: &mut String) {
    out.push_str(open);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(separator);
        }
        item.write(out);
    }
    out.push_str(close);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_json_means() {
        let check = |value: &dyn Json, expected: &str| {
            let mut text = String::new();
            value.write(&mut text);
            assert_eq!(text, expected);
        };
        check(&-12_i64, "-12");
        check(&Some(3_usize), "3");
        check(&"a \"b\" \\", r#""a \"b\" \\""#);
        check(&vec![Some(1_i64), None], "[1,null]");
        check(&Lines(vec![vec![1_i64, 2], vec![3]]), "[\n[1,2],\n[3]\n]");
        check(
            &Object::flat()
                .with("a", &true)
                .with_some("b", None::<&i64>)
                .with("c", "d"),
            r#"{"a":true,"c":"d"}"#,
        );
        check(
            &Object::tall().with("a", &1_i64).with("b", &2_i64),
            "{\"a\":1,\n\"b\":2}",
        );
    }
}
