//! Pairs of names and values, and what of them is escaped.

/// The values of a list that `read` knows, each once.
pub(super) fn list<T>(raw: &str, read: fn(&str) -> Option<T>) -> Vec<T> {
    let mut found = Vec::new();
    for value in values(raw) {
        if let Some(value) = read(&value) {
            found.push(value);
        }
    }
    found
}

/// Values are separated by commas; a comma inside a value is escaped, so it splits before it is
/// unescaped.
#[inline(never)]
fn values(raw: &str) -> Vec<String> {
    let mut values = Vec::new();
    for part in raw.split(',').filter(|part| !part.is_empty()) {
        let value = unescape(part);
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// A query string that is being written.
#[derive(Default)]
pub(super) struct Encoder {
    /// What is written so far.
    pub text: String,
}

impl Encoder {
    fn name(&mut self, name: &str) {
        if !self.text.is_empty() {
            self.text.push('&');
        }
        self.text.push_str(name);
        self.text.push('=');
    }

    /// Writes a pair where it is wanted.
    pub fn put_if(&mut self, wanted: bool, name: &str, value: &str) {
        if wanted {
            self.name(name);
            escape(value, &mut self.text);
        }
    }

    /// Writes a pair where there is a value.
    pub fn put_option(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.put_if(true, name, value);
        }
    }

    /// Writes a list where it has values.
    pub fn put_list<'a>(&mut self, name: &str, values: impl Iterator<Item = &'a str>) {
        for (position, value) in values.enumerate() {
            if position == 0 {
                self.name(name);
            } else {
                self.text.push(',');
            }
            escape(value, &mut self.text);
        }
    }
}

/// Percent-encodes everything but what RFC 3986 allows in a query and forms do not give another
/// meaning.
fn escape(value: &str, into: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/".contains(&byte) {
            into.push(char::from(byte));
        } else {
            into.push('%');
            into.push(char::from(HEX[usize::from(byte >> 4)]));
            into.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// Undoes [`escape`]; `+` is a space, as forms write it. A broken escape stands for itself.
pub(super) fn unescape(raw: &str) -> String {
    let bytes = raw.as_bytes();
    let hex = |at: usize| {
        bytes
            .get(at)
            .and_then(|byte| char::from(*byte).to_digit(16))
    };
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            (b'+', ..) => out.push(b' '),
            _ => out.push(*byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{escape, list, unescape};

    #[test]
    fn broken_escapes_stand_for_themselves() {
        assert_eq!(unescape("100%"), "100%");
        assert_eq!(unescape("%E4%BD"), "\u{fffd}");
        assert_eq!(unescape("a+b"), "a b");
    }

    #[test]
    fn a_comma_within_a_value_does_not_end_it() {
        let mut text = String::new();
        escape("a,b 浙", &mut text);
        assert_eq!(text, "a%2Cb%20%E6%B5%99");
        let values = list(&format!("{text},c,,c"), |value| Some(value.to_owned()));
        assert_eq!(values, ["a,b 浙", "c"]);
    }
}
