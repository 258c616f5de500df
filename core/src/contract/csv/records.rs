//! Records of CSV (RFC 4180): fields between separators, quoted where they hold separators, quotes or
//! line breaks.

use crate::contract::envelope::is_utf_16;
use crate::contract::error::{ContractErrorKind, Found, Token};
use crate::contract::fault::Fault;
use crate::export::needs_apostrophe;
use std::borrow::Cow;

/// A field with the byte at which it begins.
#[derive(Clone, Debug)]
pub(super) struct Field<'a> {
    pub offset: usize,
    pub text: Cow<'a, str>,
}

impl Field<'_> {
    /// The text without the apostrophe that keeps spreadsheets from taking it for a formula.
    pub fn plain(&self) -> &str {
        match self.text.strip_prefix('\'') {
            Some(rest) if needs_apostrophe(rest) => rest,
            _ => &self.text,
        }
    }
}

/// A position in a CSV file.
#[derive(Debug)]
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    separator: char,
}

/// Text in another encoding, or what is no text at all: that has zero bytes.
fn is_other_text(bytes: &[u8]) -> bool {
    !bytes.contains(&0) || is_utf_16(bytes)
}

impl<'a> Records<'a> {
    /// Starts before the first record, after a byte order mark.
    pub fn new(bytes: &'a [u8], separator: char) -> Result<Self, Fault> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let kind = if is_other_text(bytes) {
                ContractErrorKind::Encoding
            } else {
                ContractErrorKind::NoTable
            };
            Fault::new(error.valid_up_to(), kind)
        })?;
        let at = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        Ok(Self {
            text,
            at,
            separator,
        })
    }

    /// The whole file, which the offsets of fields point into.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Puts the fields of the next record into `fields`; false at the end. Empty lines are no
    /// records.
    pub fn next(&mut self, fields: &mut Vec<Field<'a>>) -> Result<bool, Fault> {
        fields.clear();
        while self.take_line_end() {}
        if self.at == self.text.len() {
            return Ok(false);
        }
        loop {
            let offset = self.at;
            let text = if self.take("\"") {
                self.quoted(offset)?
            } else {
                self.plain()
            };
            fields.push(Field { offset, text });
            if !self.rest().starts_with(self.separator) {
                break;
            }
            self.at += self.separator.len_utf8();
        }
        if self.take_line_end() || self.at == self.text.len() {
            return Ok(true);
        }
        let found = Found::Byte(self.text.as_bytes()[self.at]);
        Err(Fault::new(
            self.at,
            ContractErrorKind::Syntax {
                expected: Token::FieldEnd,
                found,
            },
        ))
    }

    /// Also a carriage return alone, with which spreadsheets of old Macs end their lines.
    fn take_line_end(&mut self) -> bool {
        self.take("\r") | self.take("\n")
    }

    fn take(&mut self, text: &str) -> bool {
        let taken = self.rest().starts_with(text);
        self.at += if taken { text.len() } else { 0 };
        taken
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn plain(&mut self) -> Cow<'a, str> {
        let rest = self.rest();
        let ends = [self.separator, '\n', '\r'];
        let length = rest.find(ends).unwrap_or(rest.len());
        self.at += length;
        Cow::Borrowed(&rest[..length])
    }

    /// The rest of a quoted field that begins at byte `start`; two quotes stand for one.
    fn quoted(&mut self, start: usize) -> Result<Cow<'a, str>, Fault> {
        let mut text = Cow::Borrowed("");
        loop {
            let rest = self.rest();
            let Some(length) = rest.find('"') else {
                let kind = ContractErrorKind::Syntax {
                    expected: Token::StringEnd,
                    found: Found::End,
                };
                return Err(Fault::new(start, kind));
            };
            text += &rest[..length];
            self.at += length + 1;
            if !self.take("\"") {
                return Ok(text);
            }
            text += "\"";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Records, needs_apostrophe};

    fn read(csv: &str) -> Result<Vec<Vec<String>>, String> {
        read_by(',', csv)
    }

    fn read_by(separator: char, csv: &str) -> Result<Vec<Vec<String>>, String> {
        let records = Records::new(csv.as_bytes(), separator);
        let mut records = records.map_err(|fault| fault.to_string())?;
        let (mut all, mut fields) = (Vec::new(), Vec::new());
        while records
            .next(&mut fields)
            .map_err(|fault| fault.to_string())?
        {
            all.push(fields.iter().map(|field| field.text.to_string()).collect());
        }
        Ok(all)
    }

    #[test]
    fn fields_are_split_at_commas_and_lines() {
        let check = |csv: &str, expected: &[&[&str]]| {
            assert_eq!(read(csv).unwrap(), expected, "{csv:?}");
        };
        check("", &[]);
        check("\u{feff}a,b\r\n1,2\r\n", &[&["a", "b"], &["1", "2"]]);
        check("a,,c\n\n\r\n,\n", &[&["a", "", "c"], &["", ""]]);
        check(
            "\"a,b\",\"c\"\"d\",\"e\nf\"\ng",
            &[&["a,b", "c\"d", "e\nf"], &["g"]],
        );
        check("a\"b,c d \r\n", &[&["a\"b", "c d "]]);
        check("\"\"\n\"\"", &[&[""], &[""]]);
    }

    #[test]
    fn lines_may_end_in_a_carriage_return_alone() {
        let rows = read("\u{feff}a,b\r\"1\",\"2\r3\"\r\r4,5").unwrap();
        assert_eq!(rows, [["a", "b"], ["1", "2\r3"], ["4", "5"]]);
    }

    #[test]
    fn another_separator_leaves_commas_in_their_fields() {
        let rows = |separator, csv| read_by(separator, csv).unwrap();
        assert_eq!(
            rows(';', "a;b,c\r\n\"1;2\";3;"),
            [&["a", "b,c"][..], &["1;2", "3", ""]]
        );
        assert_eq!(
            rows('\t', "a\t\tb\n\"c\"\td"),
            [&["a", "", "b"][..], &["c", "d"]]
        );
    }

    #[test]
    fn text_in_another_encoding_is_told_from_what_is_no_text() {
        let kind = |bytes: &[u8]| Records::new(bytes, ',').unwrap_err().to_string();
        for bytes in [&b"date,\xd6\xb1\xb2\xa5\n"[..], b"\xff\xfed\0a\0t\0e\0"] {
            assert!(kind(bytes).contains("UTF-8"), "{}", kind(bytes));
        }
        let picture = kind(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
        assert!(picture.contains("a table"), "{picture}");
    }

    #[test]
    fn broken_quotes_are_refused() {
        assert!(read("\"a").unwrap_err().contains("a closing double quote"));
        assert!(
            read("\"a\"b,c")
                .unwrap_err()
                .contains("after a closing quote")
        );
    }

    #[test]
    fn apostrophes_before_formulas_come_and_go() {
        for plain in ["=1+1", "'=1", "''@x", "-5", "plain", "'plain", "'", ""] {
            let text = if needs_apostrophe(plain) {
                format!("'{plain}")
            } else {
                plain.to_owned()
            };
            assert!(!text.starts_with(['=', '+', '-', '@']), "{text}");
            let field = Field {
                offset: 0,
                text: text.into(),
            };
            assert_eq!(field.plain(), plain);
        }
    }
}
