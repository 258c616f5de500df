//! Sorting. A slice's sort is some four kilobytes of code for each type and order; this is one for all.

use std::cmp::Ordering;

/// The positions of so many items in the order that `compare` says; it is not to call any two equal.
pub(crate) fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    order.sort_unstable_by(|a, b| compare(*a as usize, *b as usize));
    order
}

#[cfg(test)]
mod tests {
    use super::positions;

    #[test]
    fn positions_stand_in_the_order_asked_for() {
        let items = ["c", "a", "b"];
        assert_eq!(positions(3, &|a, b| items[a].cmp(items[b])), [1, 2, 0]);
        assert_eq!(positions(0, &|a, b| a.cmp(&b)), []);
    }
}
