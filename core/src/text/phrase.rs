//! Sentences that take values.
//!
//! A sentence is one string with marks in it, so that all of them share one piece of code. A mark
//! stands in braces: the number of the value and, after it, how the value is put in.
//!
//! | mark | what it becomes |
//! |---|---|
//! | `{0}` | the value |
//! | `{0\|day\|days}` | the word that goes with the value, a formatted count |
//! | `{0^}` | the value with a capital letter first |
//! | `{0_}` | the value, after a space where it begins with a digit or a Latin letter, as Chinese has it |
//! | `{0+}` | to pass the value, a goal, as Chinese operators say it: 破亿 for 1亿元 |
//! | `{0*}` | the number of a ratio such as `1.08×`, for a sentence with 倍 |

/// What Chinese counts in.
const MEASURE_WORDS: [char; 9] = ['个', '家', '名', '位', '天', '行', '周', '次', '倍'];

/// A sentence with `N` values.
#[derive(Clone, Copy, Debug)]
pub struct Phrase<const N: usize>(&'static str);

/// A sentence from its template; one whose marks are not the values 0 to `N` does not compile.
pub(super) const fn phrase<const N: usize>(template: &'static str) -> Phrase<N> {
    let bytes = template.as_bytes();
    let (mut at, mut used) = (0, 0_u32);
    while at < bytes.len() {
        if bytes[at] == b'{' {
            used |= 1 << (bytes[at + 1] - b'0');
        }
        at += 1;
    }
    assert!(used == (1 << N) - 1, "a template uses each of its values");
    Phrase(template)
}

impl<const N: usize> Phrase<N> {
    /// The sentence with its values, which arrive formatted.
    pub fn with(self, values: [&str; N]) -> String {
        fill(self.0, &values)
    }
}

fn fill(template: &str, values: &[&str]) -> String {
    let mut sentence = String::new();
    for (number, part) in template.split(['{', '}']).enumerate() {
        match part.as_bytes() {
            // What stands in braces is every second part.
            [digit, ..] if number % 2 == 1 => {
                let value = values.get(usize::from(digit - b'0'));
                put(&mut sentence, &part[1..], value.unwrap_or(&""));
            }
            // A number and its measure word stay in one line.
            [b' ', ..] if part[1..].starts_with(MEASURE_WORDS) && ends_in_digit(&sentence) => {
                sentence.push('\u{a0}');
                sentence.push_str(&part[1..]);
            }
            _ => sentence.push_str(part),
        }
        // Lines break after a dash, but a range is one thing.
        if part.ends_with('–') {
            sentence.push('\u{2060}');
        }
    }
    sentence
}

fn ends_in_digit(sentence: &str) -> bool {
    sentence.ends_with(|last: char| last.is_ascii_digit())
}

/// Puts a minus sign in, joined to the currency after it, since lines break between the two, and
/// gives what is left of the value.
fn after_sign<'a>(sentence: &mut String, form: &str, value: &'a str) -> &'a str {
    match value.strip_prefix('\u{2212}') {
        Some(amount) if form.is_empty() && !amount.starts_with(|it: char| it.is_ascii_digit()) => {
            sentence.push_str("\u{2212}\u{2060}");
            amount
        }
        _ => value,
    }
}

/// Puts a value in as its mark says.
fn put(sentence: &mut String, form: &str, value: &str) {
    let start = sentence.len();
    let value = after_sign(sentence, form, value);
    match form {
        "_" if value.starts_with(|first: char| first.is_ascii_alphanumeric()) => sentence.push(' '),
        "+" if matches!(value, "1亿元" | "¥1亿") => return sentence.push_str("破亿"),
        "+" => sentence.push_str("破 "),
        _ => {}
    }
    sentence.push_str(match form.split('|').collect::<Vec<_>>()[..] {
        [_, one, many] => {
            if value == "1" {
                one
            } else {
                many
            }
        }
        _ if form == "*" => value.trim_end_matches('×'),
        _ => value,
    });
    // Clauses begin with a letter of English or with a figure.
    if let ("^", Some(first)) = (form, sentence.get_mut(start..=start)) {
        first.make_ascii_uppercase();
    }
}
