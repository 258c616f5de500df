//! Breaks a sentence into lines.

/// The lines of `text`, none wider than `width_px` unless one word alone is. Lines break at spaces
/// and beside letters of scripts that are written without them.
pub fn wrapped(text: &str, width_px: f64, ruler: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        let longer = format!("{line}{word}");
        if !line.is_empty() && ruler(longer.trim_end()) > width_px {
            lines.push(line.trim_end().to_owned());
            word.clone_into(&mut line);
        } else {
            line = longer;
        }
    }
    lines.push(line.trim_end().to_owned());
    lines.retain(|line| !line.is_empty());
    lines
}

/// Pieces between which a line may break; spaces stay at their ends, and signs that must not begin
/// a line stay with what is before them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let breaks = before.is_some_and(|before| may_break(before, letter));
        if breaks {
            words.push(&text[start..at]);
            start = at;
        }
        before = Some(letter);
    }
    words.push(&text[start..]);
    words
}

fn may_break(before: char, letter: char) -> bool {
    let closes = "，。、；：！？）》”’…".contains(letter);
    let opens = "（《“‘".contains(before);
    let wide = |letter: char| ('\u{2e80}'..='\u{9fff}').contains(&letter) || letter > '\u{ff00}';
    let after_space = before == ' ' && letter != ' ';
    after_space || (!closes && !opens && (wide(before) || wide(letter)) && letter != ' ')
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn lines_break_between_words_and_between_wide_letters() {
        let check = |text: &str, width: f64, expected: &[&str]| {
            let ruler = |text: &str| text.chars().count() as f64;
            assert_eq!(wrapped(text, width, &ruler), expected);
        };
        check("one two three", 7.0, &["one two", "three"]);
        check(
            "incomprehensible it is",
            5.0,
            &["incomprehensible", "it is"],
        );
        check("截至今天达标", 4.0, &["截至今天", "达标"]);
        check("截至今天，达标", 4.0, &["截至今", "天，达标"]);
        check("共 1,312 个", 7.0, &["共 1,312", "个"]);
        check("", 7.0, &[]);
    }
}
