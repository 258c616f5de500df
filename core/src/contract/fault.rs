//! An error while it is on its way out: the offset is known, the path is found at the end.

use super::error::{ContractError, ContractErrorKind, Form};
use super::place;
use serde::de;
use std::fmt;

/// Characters of a wrong text that an error repeats.
const QUOTED_CHARS: usize = 40;

/// What went wrong and at which byte; the kind is boxed so that results stay small.
#[derive(Debug)]
pub(super) struct Fault {
    offset: Option<usize>,
    kind: Box<ContractErrorKind>,
}

impl Fault {
    #[cold]
    pub fn new(offset: usize, kind: ContractErrorKind) -> Self {
        Self {
            offset: Some(offset),
            kind: Box::new(kind),
        }
    }

    /// A text that is not of the form that belongs there.
    #[cold]
    pub fn form(offset: usize, expected: Form, found: &str) -> Self {
        Self::new(
            offset,
            ContractErrorKind::Value {
                expected,
                found: shortened(found),
            },
        )
    }

    /// A required field that the object at `offset` lacks.
    #[cold]
    pub fn missing(offset: usize, field: &str) -> Self {
        Self::new(
            offset,
            ContractErrorKind::Missing {
                field: field.to_owned(),
            },
        )
    }

    /// The same fault, placed at `offset` unless it knows its place already.
    pub fn or_at(mut self, offset: usize) -> Self {
        self.offset.get_or_insert(offset);
        self
    }

    /// Whether the document cannot be read any further, whatever its version.
    pub fn is_fatal(&self) -> bool {
        use ContractErrorKind::{Encoding, Html, Syntax, TooDeep, TooLarge};
        matches!(
            *self.kind,
            Encoding | Html | Syntax { .. } | TooDeep { .. } | TooLarge { .. }
        )
    }

    /// Where it is; 0 where nothing is known.
    pub fn offset(&self) -> usize {
        self.offset.unwrap_or(0)
    }

    /// The error with its path in the JSON document `bytes`.
    pub fn in_json(self, bytes: &[u8]) -> ContractError {
        let offset = self.offset();
        ContractError {
            line: place::line_at(bytes, offset),
            ..self.at_path(place::path_at(bytes, offset))
        }
    }

    /// The error at a path that is known.
    pub fn at_path(self, path: String) -> ContractError {
        let offset = self.offset() as u64;
        ContractError {
            path,
            offset,
            line: None,
            kind: *self.kind,
        }
    }

    fn unplaced(kind: ContractErrorKind) -> Self {
        Self {
            offset: None,
            kind: Box::new(kind),
        }
    }
}

/// The start of a text, so that an error stays readable.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(QUOTED_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(formatter)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::unplaced(ContractErrorKind::Shape {
            message: message.to_string(),
        })
    }

    /// Shapes ask the scanner for what they want, so this is never called; without it serde would
    /// bring the formatting of floats along.
    fn invalid_type(_found: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::custom(format_args!("expected {expected}"))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::unplaced(ContractErrorKind::Missing {
            field: field.to_owned(),
        })
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::unplaced(ContractErrorKind::DuplicateKey {
            key: field.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_texts_are_cut_at_a_character() {
        assert_eq!(shortened("短"), "短");
        assert_eq!(shortened(&"短".repeat(41)), format!("{}…", "短".repeat(40)));
    }
}
