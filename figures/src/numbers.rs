//! Numbers in the text of a document. Eight bytes are looked at in one step, so that a number of
//! up to sixteen digits costs one or two loads and no loop.

/// Reads numbers of 1–15 digits without leading zeros into `out` for as long as a comma follows
/// each, from the start of `bytes`. Gives the bytes used, commas included, and how many numbers.
/// Whatever comes next is for others to look at.
#[inline(never)]
pub fn take_numbers(bytes: &[u8], out: &mut [i64]) -> (usize, usize) {
    let mut at = 0;
    for (count, slot) in out.iter_mut().enumerate() {
        // Some writers put a space after each comma.
        while bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        match number_and_comma(bytes, at) {
            Some((number, length)) => {
                *slot = number;
                at += length;
            }
            None => return (at, count),
        }
    }
    (at, out.len())
}

/// Eight bytes, of which digits have become 0–9 and everything else 10 or more.
#[derive(Clone, Copy)]
struct Eight(u64);

/// What a comma becomes in [`Eight`].
const COMMA: u64 = (b',' ^ b'0') as u64;

impl Eight {
    /// The eight bytes at `at`; `None` near the end of the document.
    #[inline]
    fn load(bytes: &[u8], at: usize) -> Option<Self> {
        let eight: [u8; 8] = bytes.get(at..at + 8)?.try_into().ok()?;
        Some(Self(u64::from_le_bytes(eight) ^ 0x3030_3030_3030_3030))
    }

    /// How many of the bytes are digits before the first that is none.
    #[inline]
    fn digits(self) -> usize {
        // The high bit of each byte that is no digit. A carry can only spoil bytes behind the
        // first of those, and only the first is looked for.
        let others = self.0.wrapping_add(0x7676_7676_7676_7676) | self.0;
        (others & 0x8080_8080_8080_8080).trailing_zeros() as usize / 8
    }

    #[inline]
    fn byte(self, index: usize) -> u64 {
        (self.0 >> (8 * index)) & 0xff
    }

    /// The number that the first `digits` bytes write, of which there are 1–8.
    #[inline]
    fn number(self, digits: usize) -> i64 {
        // Digits move to the last places and zeros come before them, then neighbours are joined
        // to pairs, pairs to fours, fours to the whole.
        let digits = self.0 << (64 - 8 * digits);
        let pairs = (digits.wrapping_mul(2_561) >> 8) & 0x00ff_00ff_00ff_00ff;
        let fours = (pairs.wrapping_mul(6_553_601) >> 16) & 0x0000_ffff_0000_ffff;
        (fours.wrapping_mul(42_949_672_960_001) >> 32) as i64
    }
}

/// A number of 1–15 digits without leading zeros that a comma follows, and the length of both.
#[inline]
fn number_and_comma(bytes: &[u8], at: usize) -> Option<(i64, usize)> {
    let first = Eight::load(bytes, at)?;
    let digits = first.digits();
    // One question, not two: zeros stand anywhere, and a wrong guess costs more than the sums.
    if (digits == 0) | ((first.byte(0) == 0) & (digits > 1)) {
        return None;
    }
    if digits == 8 {
        return long_number_and_comma(bytes, at, first);
    }
    (first.byte(digits) == COMMA).then(|| (first.number(digits), digits + 1))
}

/// The same for a number whose `first` eight bytes are digits.
#[inline(never)]
fn long_number_and_comma(bytes: &[u8], at: usize, first: Eight) -> Option<(i64, usize)> {
    let second = Eight::load(bytes, at + 8)?;
    let more = second.digits();
    // Sixteen digits can exceed the largest amount; the slow path looks at those.
    if more == 8 || second.byte(more) != COMMA {
        return None;
    }
    let rest = if more == 0 { 0 } else { second.number(more) };
    Some((first.number(8) * POWERS[more] + rest, 8 + more + 1))
}

const POWERS: [i64; 8] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

#[cfg(test)]
mod tests {
    use super::take_numbers;

    /// Numbers, and the text that was left.
    fn taken(text: &str, room: usize) -> (Vec<i64>, &str) {
        let mut out = vec![-1; room];
        let (bytes, count) = take_numbers(text.as_bytes(), &mut out);
        out.truncate(count);
        (out, &text[bytes..])
    }

    #[test]
    fn numbers_are_read_while_commas_follow() {
        assert_eq!(taken("1,22, 333,4444 ]", 9), (vec![1, 22, 333], "4444 ]"));
        let long = "12345678,123456789,999999999999999,0,      7,1234567890123456,";
        let numbers = vec![12_345_678, 123_456_789, 999_999_999_999_999, 0, 7];
        assert_eq!(taken(long, 9), (numbers, "1234567890123456,"));
    }

    #[test]
    fn others_and_the_end_of_the_text_are_left() {
        for text in [
            "",
            "1",
            "1,2",
            "-1,2222222",
            "01,2222222",
            "1.5,222222",
            "null,22222",
            ",2222222",
        ] {
            assert_eq!(taken(text, 9), (vec![], text), "{text}");
        }
    }

    #[test]
    fn no_more_than_there_is_room_for() {
        assert_eq!(
            taken("1,2,3,4,5,6,7,8,9,", 2),
            (vec![1, 2], "3,4,5,6,7,8,9,")
        );
    }
}
