//! A word in the bytes of a document.

/// Where `word` stands in `bytes` first.
pub fn find(word: &[u8], bytes: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(word) {
            return Some(at);
        }
        from = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn the_first_place_is_found() {
        for text in ["", "ab", "aab", "aaab", "baabaab", "aba\"ab\"", "bbb"] {
            for word in ["a", "ab", "aab", "\"ab\""] {
                assert_eq!(
                    find(word.as_bytes(), text.as_bytes()),
                    text.find(word),
                    "{word} in {text}"
                );
            }
        }
    }
}
