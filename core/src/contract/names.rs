//! Names as they may be shown: within their length, and without characters that could hide or
//! reorder the text around them. They are always text, never markup.

use super::error::ContractErrorKind;
use super::fault::Fault;
use super::limits;
use super::values::Leaf;
use super::warning::{WarningKind, Warnings};
use paceboard_figures::ByteSet;

/// A name of 1–200 characters with something to show.
pub(super) fn name(text: Leaf<'_>, warnings: &mut Warnings) -> Result<String, Fault> {
    cleaned(text, 1, limits::NAME_CHARS, warnings)
}

/// Another name, which may be empty.
pub(super) fn alias(text: Leaf<'_>, warnings: &mut Warnings) -> Result<String, Fault> {
    cleaned(text, 0, limits::NAME_CHARS, warnings)
}

/// A sentence, which may be empty.
pub(super) fn sentence(text: Leaf<'_>, warnings: &mut Warnings) -> Result<String, Fault> {
    cleaned(text, 0, limits::SENTENCE_CHARS, warnings)
}

fn cleaned(
    (offset, text): Leaf<'_>,
    min: usize,
    max: usize,
    warnings: &mut Warnings,
) -> Result<String, Fault> {
    let length = |found| Fault::new(offset, ContractErrorKind::TextLength { min, max, found });
    let found = if text.len() > max {
        text.chars().count()
    } else {
        text.len()
    };
    if found > max {
        return Err(length(found));
    }
    let shown = without_hidden(text);
    if shown.len() < text.len() {
        warnings.at(WarningKind::NameCleaned, offset);
    }
    if shown.len() < min {
        Err(length(0))
    } else {
        Ok(shown)
    }
}

fn without_hidden(text: &str) -> String {
    if BEFORE_HIDDEN.first_in(text.as_bytes()).is_none() {
        return text.to_owned();
    }
    text.chars()
        .filter(|&character| !is_hidden(character))
        .collect()
}

/// The bytes of UTF-8 with which the characters of [`is_hidden`] begin. No letter of Latin without
/// accents and no Chinese one does.
static BEFORE_HIDDEN: ByteSet = ByteSet::of(&[
    (0, 0x1f),
    (0x7f, 0x7f),
    (0xc2, 0xc2),
    (0xd8, 0xd8),
    (0xe1, 0xe2),
    (0xef, 0xef),
    (0xf3, 0xf3),
]);

/// Control characters, line separators, marks that override or isolate direction, characters
/// without width, and tags.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{BEFORE_HIDDEN, Warnings, alias, is_hidden, name};

    fn check(text: &str, expected: Option<&str>, warned: bool) {
        let mut warnings = Warnings::default();
        assert_eq!(
            name((0, text), &mut warnings).ok().as_deref(),
            expected,
            "{text:?}"
        );
        assert_eq!(!warnings.in_json(b"").is_empty(), warned, "{text:?}");
    }

    #[test]
    fn names_are_kept_as_text() {
        for text in [
            "青木直播",
            "<img src=x onerror=alert(1)>",
            "=1+1",
            "a b",
            "é👍🏽",
            "عربي",
        ] {
            check(text, Some(text), false);
        }
    }

    #[test]
    fn every_hidden_character_begins_with_a_byte_that_is_looked_for() {
        for hidden in (char::MIN..=char::MAX).filter(|&character| is_hidden(character)) {
            let found = BEFORE_HIDDEN.first_in(hidden.encode_utf8(&mut [0; 4]).as_bytes());
            assert_eq!(found, Some(0), "{hidden:?}");
        }
    }

    #[test]
    fn hidden_characters_are_removed_and_counted() {
        check("abc\u{202e}fdp.exe", Some("abcfdp.exe"), true);
        check("a\u{200b}b\u{feff}c\u{2066}d\u{2069}", Some("abcd"), true);
        check("a\nb\tc\u{0}\u{7f}\u{85}", Some("abc"), true);
        check("\u{200b}", None, true);
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        check("", None, false);
        check(&"长".repeat(200), Some(&"长".repeat(200)), false);
        check(&"长".repeat(201), None, false);
        check(&"x".repeat(201), None, false);
        assert_eq!(
            alias((0, ""), &mut Warnings::default()).ok().as_deref(),
            Some("")
        );
    }
}
