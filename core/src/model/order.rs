//! Sorting. A slice's sort is some four kilobytes of code for each type and order; this is one for all.

use std::cmp::Ordering;

/// The positions of so many items in the order that `compare` says; it is not to call any two equal.
pub(crate) fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_unstable_by(|a, b| compare(*a as usize, *b as usize));
    order
}

/// The positions of texts in their byte order; equal ones stay in theirs.
pub(crate) fn in_byte_order(texts: &[&str]) -> Vec<u32> {
    if texts.is_sorted() {
        return (0..texts.len() as u32).collect();
    }
    positions(texts.len(), &|a, b| (texts[a], a).cmp(&(texts[b], b)))
}

#[cfg(test)]
mod tests {
    use super::{in_byte_order, positions};

    #[test]
    fn positions_stand_in_the_order_asked_for() {
        let items = ["c", "a", "b"];
        assert_eq!(positions(3, &|a, b| items[a].cmp(items[b])), [1, 2, 0]);
        assert_eq!(positions(0, &|a, b| a.cmp(&b)), []);
    }

    #[test]
    fn texts_are_ordered_by_bytes_and_equal_ones_stay() {
        assert_eq!(in_byte_order(&["b", "é", "a", "b"]), [2, 0, 3, 1]);
        assert_eq!(in_byte_order(&["a", "a", "b"]), [0, 1, 2]);
        assert_eq!(in_byte_order(&[]), []);
    }
}
