//! Strings of JSON.

use super::Scanner;
use crate::contract::error::{ContractErrorKind, JsonType, Token};
use crate::contract::fault::Fault;
use paceboard_figures::ByteSet;
use std::borrow::Cow;

/// Bytes that end the plain part of a string.
static STOPS: ByteSet = ByteSet::of(&[(0, 0x1f), (b'"', b'"'), (b'\\', b'\\')]);

impl<'a> Scanner<'a> {
    /// A string without its quotes, its escapes resolved.
    pub fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        self.want(JsonType::String)?;
        self.at += 1;
        let first = self.plain()?;
        if self.bytes.get(self.at) == Some(&b'"') {
            self.at += 1;
            return Ok(Cow::Borrowed(first));
        }
        self.escaped(first).map(Cow::Owned)
    }

    /// The rest of a string whose first escape stands here.
    fn escaped(&mut self, first: &str) -> Result<String, Fault> {
        let mut text = first.to_owned();
        while self.bytes.get(self.at) == Some(&b'\\') {
            self.at += 1;
            text.push(self.escape()?);
            text.push_str(self.plain()?);
        }
        self.at += 1;
        Ok(text)
    }

    /// Text up to a quote or a backslash, of which one must follow.
    fn plain(&mut self) -> Result<&'a str, Fault> {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let length = STOPS.first_in(rest).unwrap_or(rest.len());
        let text = std::str::from_utf8(&rest[..length]).map_err(|error| {
            Fault::new(start + error.valid_up_to(), ContractErrorKind::Encoding)
        })?;
        self.at += length;
        match rest.get(length) {
            Some(b'"' | b'\\') => Ok(text),
            Some(_) => Err(self.syntax(Token::Escaped)),
            None => Err(self.syntax(Token::StringEnd)),
        }
    }

    /// The character that an escape stands for, after its backslash.
    fn escape(&mut self) -> Result<char, Fault> {
        let character = match self.bytes.get(self.at) {
            Some(&quoted @ (b'"' | b'\\' | b'/')) => quoted as char,
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code_point(),
            _ => return Err(self.syntax(Token::Escape)),
        };
        self.at += 1;
        Ok(character)
    }

    /// A code point from `uXXXX`, or from a pair of surrogates. A lone surrogate is refused, since
    /// no UTF-8 text can hold it.
    fn code_point(&mut self) -> Result<char, Fault> {
        let start = self.at;
        let mut units = [self.unit()?, 0];
        let mut used = 1;
        if (0xd800..0xdc00).contains(&units[0]) && self.bytes[self.at..].starts_with(b"\\u") {
            self.at += 1;
            units[1] = self.unit()?;
            used = 2;
        }
        let character = char::decode_utf16(units[..used].iter().copied()).next();
        character.and_then(Result::ok).ok_or_else(|| {
            self.at = start;
            self.syntax(Token::Surrogates)
        })
    }

    /// The four hexadecimal digits after `u`.
    fn unit(&mut self) -> Result<u16, Fault> {
        self.at += 1;
        let mut unit = 0_u16;
        for _ in 0..4 {
            let digit = self
                .bytes
                .get(self.at)
                .and_then(|&byte| (byte as char).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.syntax(Token::Escape));
            };
            unit = unit << 4 | digit as u16;
            self.at += 1;
        }
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::Scanner;

    fn check(json: &str, expected: Option<&str>) {
        let mut scanner = Scanner::new(json.as_bytes());
        let text = scanner
            .string()
            .and_then(|text| scanner.finish().map(|()| text));
        assert_eq!(text.ok().as_deref(), expected, "{json}");
    }

    #[test]
    fn escapes_are_resolved() {
        check(r#""""#, Some(""));
        check(r#""青木直播""#, Some("青木直播"));
        check(r#""\"\\\/\b\f\n\r\t""#, Some("\"\\/\u{8}\u{c}\n\r\t"));
        check(r#""a\u9752b\uD83D\uDE00c""#, Some("a青b😀c"));
    }

    #[test]
    fn broken_strings_are_refused() {
        for json in [
            r#"""#,
            r#""a"#,
            r#""\"#,
            r#""\""#,
            r#""\x""#,
            r#""\u12""#,
            r#""\u12G4""#,
            r#""\uD83D""#,
            r#""\uD83D\u0041""#,
            r#""\uDE00""#,
            r#""\uD83Dx""#,
            r#""a" b"#,
            "\"a\nb\"",
            "'a'",
            "\"\u{1}\"",
        ] {
            check(json, None);
        }
    }

    #[test]
    fn bytes_that_are_no_utf8_are_refused_where_they_stand() {
        for bytes in [
            &b"\"ab\xff\""[..],
            b"\"ab\xc0\xaf\"",
            b"\"ab\xed\xa0\x80\"",
            b"\"ab\xe4\xb8\"",
        ] {
            let fault = Scanner::new(bytes).string().unwrap_err();
            assert_eq!(fault.in_json(bytes).offset, 3);
        }
    }
}
