//! Sorting without comparisons: pass by pass, by a few bits at a time.

/// Most bits that one pass looks at: its counters, 16 KiB, stay in the nearest cache.
const DIGIT_BITS: u32 = 12;
const BUCKETS: usize = 1 << DIGIT_BITS;

/// The rows of `ties` by their values, of which there is one for every row; equal values stay in
/// the order of `ties`, whatever the direction.
///
/// The distance from the first value is packed above the row number into 64 bits, so that a pass
/// moves one word for each row. Where both do not fit it takes two rounds, low bits first.
pub fn ordered(values: &[i64], ties: &[u32], descending: bool) -> Vec<u32> {
    let known = || ties.iter().map(|row| values[*row as usize]);
    let smallest = known().min().unwrap_or(0);
    let largest = known().max().unwrap_or(0);
    // A difference of two i64 fits 64 bits without a sign, whatever wraps on the way.
    let distance = |value: i64| {
        if descending {
            (largest as u64).wrapping_sub(value as u64)
        } else {
            (value as u64).wrapping_sub(smallest as u64)
        }
    };
    let row_bits = usize::BITS - values.len().leading_zeros();
    let widest = (largest as u64).wrapping_sub(smallest as u64);
    let mut bits_left = u64::BITS - widest.leading_zeros();
    let mut order = ties.to_vec();
    let mut words = vec![0_u64; order.len()];
    let mut spare = vec![0_u64; order.len()];
    let mut shift = 0;
    while bits_left > 0 {
        let round_bits = bits_left.min(u64::BITS - row_bits);
        for (word, row) in words.iter_mut().zip(&order) {
            let bits = distance(values[*row as usize]) >> shift;
            *word = (bits << row_bits) | u64::from(*row);
        }
        sort_words(&mut words, &mut spare, row_bits, round_bits);
        for (row, word) in order.iter_mut().zip(&words) {
            *row = (word & ((1 << row_bits) - 1)) as u32;
        }
        shift += round_bits;
        bits_left -= round_bits;
    }
    order
}

/// Stable sort of `words` by `bits` of their bits from `from_bit` on, in as few passes of equal
/// width as go. A few words are sorted by narrow digits, since a pass visits every counter.
fn sort_words(words: &mut Vec<u64>, spare: &mut Vec<u64>, from_bit: u32, bits: u32) {
    let size_bits = usize::BITS - words.len().leading_zeros();
    let passes = bits.div_ceil(size_bits.saturating_sub(3).clamp(4, DIGIT_BITS));
    let digit_bits = bits.div_ceil(passes);
    for pass in 0..passes {
        scatter(words, spare, from_bit + pass * digit_bits, digit_bits);
        std::mem::swap(words, spare);
    }
}

/// One pass: moves `from` into `into`, which is as long, by the digit that starts at `bit`.
#[inline(never)]
fn scatter(from: &[u64], into: &mut [u64], bit: u32, digit_bits: u32) {
    let mask = (1_usize << digit_bits) - 1;
    // The second mask changes nothing and spares the check of the array's bounds.
    let digit = |word: u64| (word >> bit) as usize & mask & (BUCKETS - 1);
    let mut places = [0_u32; BUCKETS];
    for word in from {
        places[digit(*word)] += 1;
    }
    let mut before = 0;
    for place in &mut places[..=mask] {
        (before, *place) = (before + *place, before);
    }
    for word in from {
        let place = &mut places[digit(*word)];
        into[*place as usize] = *word;
        *place += 1;
    }
}

/// Numbers in ascending order: of the two zeros the negative one first, and none is left out.
pub fn ascending(numbers: &[f64]) -> Vec<f64> {
    let mut words: Vec<u64> = numbers.iter().map(|number| ordered_bits(*number)).collect();
    let mut spare = vec![0; words.len()];
    sort_words(&mut words, &mut spare, 0, u64::BITS);
    words.into_iter().map(number_of).collect()
}

/// Bits that stand in the order of the numbers they mean: a sign turns the order of the others.
fn ordered_bits(number: f64) -> u64 {
    let bits = number.to_bits();
    bits ^ if bits >> 63 == 1 { u64::MAX } else { 1 << 63 }
}

fn number_of(ordered: u64) -> f64 {
    f64::from_bits(
        ordered
            ^ if ordered >> 63 == 1 {
                1 << 63
            } else {
                u64::MAX
            },
    )
}

#[cfg(test)]
mod tests {
    use super::{ascending, ordered, sort_words};

    #[test]
    fn ties_stand_alike_in_both_directions() {
        let values = [5, 9, 5, -1, 9, 0];
        assert_eq!(
            ordered(&values, &[0, 1, 2, 3, 4, 5], true),
            [1, 4, 0, 2, 5, 3]
        );
        assert_eq!(
            ordered(&values, &[0, 1, 2, 3, 4, 5], false),
            [3, 5, 0, 2, 1, 4]
        );
        assert_eq!(ordered(&[7, 7], &[1, 0], false), [1, 0]);
    }

    #[test]
    fn distances_of_all_64_bits_go_in_two_rounds() {
        let values = [i64::MIN, i64::MAX, 0, 1, -1, i64::MIN, i64::MAX - 1];
        let rows = [0, 1, 2, 3, 4, 5, 6];
        assert_eq!(ordered(&values, &rows, true), [1, 6, 3, 2, 4, 0, 5]);
        assert_eq!(ordered(&values, &rows, false), [0, 5, 4, 2, 3, 6, 1]);
    }

    #[test]
    fn words_are_sorted_by_the_bits_asked_for_and_stay_otherwise() {
        let mut words = vec![0x1_20, 0x0_30, 0x1_10, 0x0_20];
        let mut spare = vec![0; 4];
        sort_words(&mut words, &mut spare, 8, 1);
        assert_eq!(words, [0x0_30, 0x0_20, 0x1_20, 0x1_10]);
    }

    #[test]
    fn numbers_ascend_as_comparing_says() {
        let numbers = [
            3.5,
            -0.0,
            f64::INFINITY,
            -2.0,
            0.0,
            -1e300,
            3.25,
            f64::NEG_INFINITY,
            1e-310,
        ];
        let mut compared = numbers;
        compared.sort_by(f64::total_cmp);
        let bits = |numbers: &[f64]| numbers.iter().map(|it| it.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&ascending(&numbers)), bits(&compared));
        let many: Vec<f64> = (0..5_000)
            .map(|at| f64::from(at * 7_919 % 5_000) - 2_500.0)
            .collect();
        assert!(ascending(&many).is_sorted());
        assert_eq!(ascending(&[]), []);
    }
}
