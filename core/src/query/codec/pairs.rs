//! Pairs of names and values, and what of them is escaped.

/// A comma and a percent sign inside a value of a list.
const COMMA: &str = "%2C";
const PERCENT: &str = "%25";

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

/// Values are separated by commas, escaped or not: forms and many programs that pass addresses on
/// escape them. A comma inside a value is escaped before the address is.
#[inline(never)]
fn values(raw: &str) -> Vec<String> {
    let mut values = Vec::new();
    for part in unescape(raw).split(',').filter(|part| !part.is_empty()) {
        let value = part.replace(COMMA, ",").replace(PERCENT, "%");
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
            let value = value.replace('%', PERCENT).replace(',', COMMA);
            escape(&value, &mut self.text);
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
    use super::{Encoder, list, unescape};

    #[test]
    fn broken_escapes_stand_for_themselves() {
        assert_eq!(unescape("100%"), "100%");
        assert_eq!(unescape("%E4%BD"), "\u{fffd}");
        assert_eq!(unescape("a+b"), "a b");
    }

    #[test]
    fn a_comma_within_a_value_does_not_end_it() {
        let given = ["a,b 浙", "50%2C", "c+d"];
        let mut url = Encoder::default();
        url.put_list("province", given.into_iter());
        let text = "province=a%252Cb%20%E6%B5%99,50%25252C,c%2Bd";
        assert_eq!(url.text, text);
        let values = list(&text["province=".len()..], |value| Some(value.to_owned()));
        assert_eq!(values, given);
    }

    #[test]
    fn commas_that_were_escaped_on_the_way_separate_too() {
        let values = |raw| list(raw, |value| Some(value.to_owned()));
        assert_eq!(values("a%2Cb,,c%2Cc"), ["a", "b", "c"]);
        assert_eq!(values("50%,100%25"), ["50%", "100%"]);
    }
}
