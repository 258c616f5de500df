//! What the contract expected where a document breaks it, in the reader's language. The sentence
//! around it says already that something was expected.

use paceboard_core::contract::{ContractErrorKind, Found};
use paceboard_core::text::{Phrase, Texts};

/// What was expected, and what was found instead.
pub fn expected(kind: &ContractErrorKind, texts: &Texts) -> String {
    use ContractErrorKind as Kind;
    match kind {
        Kind::TooLarge { limit, found } => numbers(texts.faults.expect_bytes, [*limit, *found]),
        Kind::Length { expected, found } => {
            numbers(texts.faults.expect_length, [*expected, *found].map(as_u64))
        }
        Kind::TextLength { min, max, found } => numbers(
            texts.faults.expect_characters,
            [*min, *max, *found].map(as_u64),
        ),
        Kind::TooDeep { limit } => numbers(texts.faults.expect_levels, [as_u64(*limit)]),
        Kind::TooMany { what, limit } => {
            let what = texts.faults.counted[what.number()];
            texts.faults.expect_at_most.with([&limit.to_string(), what])
        }
        Kind::NoSuchEntry { of, count, found } => texts.faults.expect_position.with([
            &count.to_string(),
            texts.faults.counted[of.number()],
            &found.to_string(),
        ]),
        Kind::Syntax { expected, found } => texts.faults.expect_found.with([
            texts.faults.json_tokens[expected.number()],
            &byte(*found, texts),
        ]),
        Kind::WrongType { expected, found } => {
            let [expected, found] =
                [expected, found].map(|kind| texts.faults.json_types[kind.number()]);
            texts.faults.expect_found.with([expected, found])
        }
        Kind::Value { expected, found } => texts
            .faults
            .expect_quoted
            .with([texts.faults.text_forms[expected.number()], found]),
        Kind::PartDiffers {
            what,
            expected,
            found,
        } => texts.faults.expect_as_told.with([
            texts.faults.part_fields[what.number()],
            expected,
            found,
        ]),
        Kind::OutOfRange { min, max, found } => {
            texts
                .faults
                .expect_range
                .with([&min.to_string(), &max.to_string(), found])
        }
        Kind::DuplicateRow { channel, day } => texts.faults.expect_row_once.with([channel, day]),
        Kind::Missing { field } => texts.faults.expect_field.with([field]),
        Kind::DuplicateKey { key } => texts.faults.expect_key_once.with([key]),
        Kind::DuplicateId { id } => texts.faults.expect_id_once.with([id]),
        Kind::NotWhole { found } => texts.faults.expect_whole.with([found]),
        Kind::SumTooLarge { column } => texts.faults.expect_sums.with([column]),
        other => plain(other, texts).to_owned(),
    }
}

/// Expectations that take no value.
fn plain(kind: &ContractErrorKind, texts: &Texts) -> &'static str {
    match kind {
        ContractErrorKind::Html => texts.faults.expect_data,
        ContractErrorKind::Encoding => texts.faults.expect_utf8,
        ContractErrorKind::IsPart => texts.faults.expect_document,
        ContractErrorKind::IsNoPart => texts.faults.expect_part,
        ContractErrorKind::NoRows => texts.faults.expect_rows,
        ContractErrorKind::NoTable => texts.faults.expect_table,
        _ => texts.faults.expect_shape,
    }
}

fn as_u64(count: usize) -> u64 {
    count as u64
}

fn numbers<const N: usize>(phrase: Phrase<N>, numbers: [u64; N]) -> String {
    let texts = numbers.map(|number| number.to_string());
    phrase.with(texts.each_ref().map(String::as_str))
}

/// What stands there, as the reader would find it.
fn byte(found: Found, texts: &Texts) -> String {
    match found {
        Found::End => texts.faults.found_end.to_owned(),
        Found::Byte(byte) if byte.is_ascii_graphic() => format!("'{}'", char::from(byte)),
        Found::Byte(byte) => texts.faults.found_byte.with([&format!("0x{byte:02x}")]),
    }
}

#[cfg(test)]
mod tests {
    use super::expected;
    use paceboard_core::contract::{
        ContractErrorKind as Kind, Counted, Form, Found, JsonType, PartField, Token,
    };
    use paceboard_core::text::{EN, ZH};

    /// One of each kind, and of each word in it.
    fn kinds() -> Vec<Kind> {
        let text = || "x1".to_owned();
        let mut kinds = vec![
            Kind::TooLarge { limit: 7, found: 8 },
            Kind::Html,
            Kind::Encoding,
            Kind::TooDeep { limit: 9 },
            Kind::IsPart,
            Kind::Missing { field: text() },
            Kind::DuplicateKey { key: text() },
            Kind::DuplicateId { id: text() },
            Kind::NoRows,
            Kind::NoTable,
            Kind::DuplicateRow {
                channel: text(),
                day: text(),
            },
            Kind::NotWhole { found: text() },
            Kind::OutOfRange {
                min: -1,
                max: 5,
                found: text(),
            },
            Kind::SumTooLarge { column: text() },
            Kind::Length {
                expected: 3,
                found: 4,
            },
            Kind::TextLength {
                min: 1,
                max: 2,
                found: 3,
            },
        ];
        kinds.extend(Token::ALL.iter().flat_map(|expected| {
            [Found::End, Found::Byte(b'x'), Found::Byte(7)].map(|found| Kind::Syntax {
                expected: *expected,
                found,
            })
        }));
        kinds.extend(Counted::ALL.iter().flat_map(|what| {
            let (what, limit) = (*what, 10);
            let entry = Kind::NoSuchEntry {
                of: what,
                count: 2,
                found: -3,
            };
            [Kind::TooMany { what, limit }, entry]
        }));
        kinds.extend(JsonType::ALL.iter().map(|kind| Kind::WrongType {
            expected: *kind,
            found: JsonType::Null,
        }));
        kinds.extend(PartField::ALL.iter().map(|what| Kind::PartDiffers {
            what: *what,
            expected: text(),
            found: text(),
        }));
        kinds.extend(Form::ALL.iter().map(|expected| Kind::Value {
            expected: *expected,
            found: text(),
        }));
        kinds
    }

    /// The page's English is what the error says of itself, but for the quotation marks and what holds
    /// ranges together.
    #[test]
    fn english_words_are_those_of_the_error() {
        for kind in kinds() {
            let plain = |text: String| text.replace(['“', '”', '"', '\u{2060}'], "");
            let own = plain(kind.to_string());
            assert_eq!(
                Some(plain(expected(&kind, &EN)).as_str()),
                own.strip_prefix("expected "),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn chinese_words_are_chinese_and_name_what_was_found() {
        let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
        for kind in kinds() {
            let words = expected(&kind, &ZH);
            assert!(words.contains(is_chinese), "{words}");
            assert!(
                !words.contains("found") && words != ZH.faults.expect_shape,
                "{words}"
            );
            assert_eq!(
                kind.to_string().contains("x1"),
                words.contains("x1"),
                "{words}"
            );
        }
    }
}
