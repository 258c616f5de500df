//! Initials of pinyin, as people type them: `atang meizhuang` is found by `atmz`. Syllables are
//! cut by rule, without a dictionary.

/// Finals' vowels of more than one letter, longest first; a single vowel always stands.
const VOWELS: [&str; 15] = [
    "iao", "uai", "ai", "ao", "ei", "ia", "ie", "io", "iu", "ou", "ua", "ue", "ui", "uo", "ve",
];

/// Appends the first letter of each syllable of a folded word, or of the word where it is not
/// pinyin.
pub(super) fn push_initials(word: &str, initials: &mut String) {
    let before = initials.len();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let Some(length) = syllable_length(rest) else {
            initials.truncate(before);
            initials.extend(word.chars().next());
            return;
        };
        initials.push(first);
        rest = &rest[length..];
    }
}

/// Bytes of the syllable with which `text` begins.
fn syllable_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let initial = match bytes {
        [b'z' | b'c' | b's', b'h', ..] => 2,
        [first, ..] if b"bpmfdtnlgkhjqxrzcsyw".contains(first) => 1,
        _ => 0,
    };
    let vowels = vowels_length(text.get(initial..)?)?;
    Some(initial + vowels + coda_length(&bytes[initial + vowels..], &bytes[..initial + vowels]))
}

fn vowels_length(text: &str) -> Option<usize> {
    let several = VOWELS.iter().find(|vowels| text.starts_with(**vowels));
    let one = text.bytes().next().filter(|byte| is_vowel(*byte));
    several.map(|vowels| vowels.len()).or(one.map(|_| 1))
}

/// Bytes of `n`, `ng` or `r` that close a syllable. A consonant before a vowel opens the next one.
fn coda_length(rest: &[u8], syllable: &[u8]) -> usize {
    let opens = |at: usize| rest.get(at).is_some_and(|byte| is_vowel(*byte));
    match rest {
        [b'n', b'g', ..] if !opens(2) => 2,
        [b'n', ..] if !opens(1) => 1,
        [b'r', ..] if syllable == b"e" && !opens(1) => 1,
        _ => 0,
    }
}

fn is_vowel(byte: u8) -> bool {
    b"aeiouv".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::push_initials;

    #[test]
    fn syllables_are_cut_by_rule() {
        let check = |word: &str, expected: &str| {
            let mut initials = String::from("-");
            push_initials(word, &mut initials);
            assert_eq!(&initials[1..], expected, "{word}");
        };
        check("atang", "at");
        check("meizhuang", "mz");
        check("shengxian", "sx");
        check("haiou", "ho");
        check("tiangan", "tg");
        check("erge", "eg");
        check("qijian", "qj");
        check("youxuan", "yx");
        check("liangshifang", "lsf");
        // Words of other languages give their first letter.
        check("shop", "s");
        check("beauty", "b");
        check("美妆", "美");
        check("24h", "2");
        check("", "");
    }
}
