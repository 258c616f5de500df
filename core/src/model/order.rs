//! Sorting of texts.

use paceboard_figures::ordered;

/// Bytes of a text that are looked at together.
const BYTES: usize = 7;

/// The positions of texts in their byte order; equal ones stay in theirs.
pub(crate) fn in_byte_order(texts: &[&str]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..texts.len() as u32).collect();
    if texts.is_sorted() {
        return order;
    }
    // Stretches whose texts are alike up to a byte.
    let mut alike = vec![(0..order.len(), 0)];
    while let Some((stretch, from)) = alike.pop() {
        let start = stretch.start;
        let words = sort_by_word(texts, from, &mut order[stretch]);
        let mut at = start;
        for same in words.chunk_by(|one, other| one == other) {
            if same.len() > 1 && goes_on(same[0]) {
                alike.push((at..at + same.len(), from + BYTES));
            }
            at += same.len();
        }
    }
    order
}

/// Sorts positions of texts by the few bytes from `from` on, which are returned in that order.
fn sort_by_word(texts: &[&str], from: usize, positions: &mut [u32]) -> Vec<i64> {
    let bytes = |at: &u32| texts[*at as usize].as_bytes();
    let words: Vec<i64> = positions.iter().map(|at| word(bytes(at), from)).collect();
    let places: Vec<u32> = (0..words.len() as u32).collect();
    let order = ordered(&words, &places, false);
    let sorted: Vec<u32> = order.iter().map(|at| positions[*at as usize]).collect();
    positions.copy_from_slice(&sorted);
    order.iter().map(|at| words[*at as usize]).collect()
}

/// The bytes from `from` on in a number of the same order, and below them how many there are: a
/// text stands before those that go on where it ends.
fn word(text: &[u8], from: usize) -> i64 {
    let rest = &text[from.min(text.len())..];
    let mut word = 0;
    for at in 0..BYTES {
        word = word << 8 | i64::from(rest.get(at).copied().unwrap_or(0));
    }
    // The first bit is a sign, which would turn the order.
    (word << 8 | rest.len().min(BYTES + 1) as i64) ^ i64::MIN
}

/// Whether texts with this word have further bytes.
fn goes_on(word: i64) -> bool {
    word & 0xff > BYTES as i64
}

#[cfg(test)]
mod tests {
    use super::in_byte_order;
    use proptest::prelude::*;

    #[test]
    fn texts_are_ordered_by_bytes_and_equal_ones_stay() {
        assert_eq!(in_byte_order(&["b", "é", "a", "b"]), [2, 0, 3, 1]);
        assert_eq!(in_byte_order(&["a", "a", "b"]), [0, 1, 2]);
        assert!(in_byte_order(&[]).is_empty());
    }

    #[test]
    fn a_text_stands_before_those_that_begin_with_it() {
        let texts = ["channel-12", "channel\0", "channel", "channel-1", "channel"];
        assert_eq!(in_byte_order(&texts), [2, 4, 1, 3, 0]);
    }

    proptest! {
        #[test]
        fn it_is_the_order_of_comparing(texts in prop::collection::vec("[a\u{0}\u{e9}号]{0,20}", 0..60)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut compared: Vec<u32> = (0..texts.len() as u32).collect();
            compared.sort_by_key(|at| texts[*at as usize]);
            prop_assert_eq!(in_byte_order(&texts), compared);
        }
    }
}
