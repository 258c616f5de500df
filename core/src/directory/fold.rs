//! Text made alike for search: case, spaces, punctuation, accents and full-width forms are put
//! aside. Small rules instead of Unicode's tables, which would weigh more than all of search.

/// Base letters of U+00C0–U+017F; `-` where there is none. `ü` stands for itself as `u`.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Base letters of U+01CD–U+01DC, the vowels of pinyin in the third tone and `ü` in all four.
const PINYIN: &[u8; 16] = b"aaiioouuuuuuuuuu";

/// The text as search compares it: `"Ａtáng Meizhuang！"` becomes `"atangmeizhuang"`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded text.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    folded.extend(text.chars().filter_map(fold_char));
}

/// The character as search compares it; `None` for spaces, punctuation and marks.
pub(super) fn fold_char(character: char) -> Option<char> {
    let code = character as u32;
    match code {
        0..0x80 => fold_ascii(code as u8),
        0xc0..=0x17f => letter(LATIN[code as usize - 0xc0]),
        0x1cd..=0x1dc => letter(PINYIN[code as usize - 0x1cd]),
        // Greek and Cyrillic capitals stand at a fixed distance before their small letters.
        0x391..=0x3a9 | 0x410..=0x42f => char::from_u32(code + 0x20),
        0x400..=0x40f => char::from_u32(code + 0x50),
        // Full-width forms repeat ASCII.
        0xff01..=0xff5e => fold_ascii((code - 0xfee0) as u8),
        _ => (!is_ornament(code)).then_some(character),
    }
}

fn fold_ascii(byte: u8) -> Option<char> {
    let letter = byte.to_ascii_lowercase();
    letter.is_ascii_alphanumeric().then_some(char::from(letter))
}

fn letter(byte: u8) -> Option<char> {
    (byte != b'-').then_some(char::from(byte))
}

/// Controls, spaces, punctuation, combining marks and variation selectors beyond ASCII.
fn is_ornament(code: u32) -> bool {
    matches!(
        code,
        0x80..=0xbf
            | 0x2b9..=0x2df
            | 0x300..=0x36f
            | 0x2000..=0x206f
            | 0x3000..=0x3004
            | 0x3008..=0x3020
            | 0x3030
            | 0x30fb
            | 0xfe00..=0xfe0f
            | 0xfe30..=0xfe4f
            | 0xff5f..=0xff65
            | 0xfeff
    )
}

#[cfg(test)]
mod tests {
    use super::{LATIN, fold};

    #[test]
    fn case_spaces_accents_and_widths_are_put_aside() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text), expected, "{text}");
        check("Atang Meizhuang", "atangmeizhuang");
        check("阿棠·美妆 （旗舰）", "阿棠美妆旗舰");
        check("ＡＢＣ１２３！", "abc123");
        check("ātáng měizhuāng lǚ", "atangmeizhuanglu");
        check("Müller Straße Œuvre Żółw", "mullerstraseouvrezolw");
        check("e\u{301}", "e");
        check("ПРИВЕТ Ёж", "приветёж");
        check("ΑΩ", "αω");
        check("c-0.1_~", "c01");
        check("佐々木", "佐々木");
        check(" -·—，。", "");
    }

    #[test]
    fn the_table_of_base_letters_is_aligned() {
        let base = |letter: char| char::from(LATIN[letter as usize - 0xc0]);
        for (letters, expected) in [
            ("ĀāĂă", 'a'),
            ("ĆćČč", 'c'),
            ("Ďđ", 'd'),
            ("Ēě", 'e'),
            ("Ĝģ", 'g'),
            ("Ĥħ", 'h'),
            ("Ĩı", 'i'),
            ("Ĵĵ", 'j'),
            ("Ķĸ", 'k'),
            ("Ĺł", 'l'),
            ("Ńŋ", 'n'),
            ("Ōœ", 'o'),
            ("Ŕř", 'r'),
            ("Śš", 's'),
            ("Ţŧ", 't'),
            ("Ũų", 'u'),
            ("Ŵŵ", 'w'),
            ("ŶŸ", 'y'),
            ("Źž", 'z'),
            ("ſ", 's'),
            ("ß", 's'),
            ("ÿý", 'y'),
            ("þ", 't'),
            ("×÷", '-'),
        ] {
            for letter in letters.chars() {
                assert_eq!(base(letter), expected, "{letter}");
            }
        }
    }
}
