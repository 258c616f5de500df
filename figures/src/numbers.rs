//! Numbers in the text of a document. Eight bytes are looked at in one step, so that a number of
//! up to sixteen digits costs one or two loads and no loop.

use crate::GAP;
use crate::short::take_short_numbers;

/// What was read at the start of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Bytes used, commas included.
    pub bytes: usize,
    /// Cells read.
    pub cells: usize,
    /// Sum of the numbers. Each has at most 15 digits, so that 9,000 of them fit.
    pub sum: u64,
}

/// Most cells that one call may take, see [`Taken::sum`].
pub const MOST_AT_ONCE: usize = 4_096;

/// Reads numbers of 1–15 digits without leading zeros, and nulls as [`GAP`], into `out` for as
/// long as a comma follows each, from the start of `bytes`; no more than [`MOST_AT_ONCE`].
/// Whatever comes next is for others to look at.
pub fn take_numbers(bytes: &[u8], out: &mut [i64]) -> Taken {
    let most = out.len().min(MOST_AT_ONCE);
    let out = &mut out[..most];
    let mut taken = Taken::default();
    loop {
        take_short_numbers(bytes, out, &mut taken);
        if taken.cells == most || !take_one(bytes, out, &mut taken) {
            return taken;
        }
    }
}

/// Reads a single cell, and tells whether there was one.
#[inline(never)]
fn take_one(bytes: &[u8], out: &mut [i64], taken: &mut Taken) -> bool {
    let Some((cell, length)) = cell_and_comma(&bytes[taken.bytes..]) else {
        return false;
    };
    out[taken.cells] = cell;
    taken.cells += 1;
    taken.bytes += length;
    if cell != GAP {
        taken.sum += cell.unsigned_abs();
    }
    true
}

/// Eight bytes, of which digits have become 0–9 and everything else 10 or more.
#[derive(Clone, Copy)]
pub(crate) struct Eight(u64);

/// What a comma becomes in [`Eight`].
const COMMA: u64 = (b',' ^ b'0') as u64;

impl Eight {
    /// The first eight bytes; `None` near the end of the document.
    #[inline]
    fn load(bytes: &[u8]) -> Option<Self> {
        bytes.first_chunk().copied().map(Self::new)
    }

    #[inline]
    pub(crate) fn new(bytes: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(bytes) ^ 0x3030_3030_3030_3030)
    }

    /// How many bits stand before the first byte that is no digit.
    #[inline]
    fn digit_bits(self) -> u32 {
        // The high bit of each byte that is no digit. A carry can only spoil bytes behind the
        // first of those, and only the first is looked for.
        let others = self.0.wrapping_add(0x7676_7676_7676_7676) | self.0;
        (others & 0x8080_8080_8080_8080).trailing_zeros() & !7
    }

    /// The byte behind so many bits, which are fewer than 64.
    #[inline]
    fn byte_behind(self, bits: u32) -> u64 {
        (self.0 >> bits) & 0xff
    }

    /// The number that the digits in the first `bits` write, of which there are 8–64.
    #[inline]
    fn number(self, bits: u32) -> i64 {
        Self(self.0 << (64 - bits)).number_at_end(bits)
    }

    /// The number that the digits in the last `bits` write, of which there are 8–64.
    #[inline]
    pub(crate) fn number_at_end(self, bits: u32) -> i64 {
        // Zeros come before the digits, then neighbours are joined to pairs, pairs to fours, fours
        // to the whole.
        let digits = self.0 >> (64 - bits) << (64 - bits);
        let pairs = (digits.wrapping_mul(2_561) >> 8) & 0x00ff_00ff_00ff_00ff;
        let fours = (pairs.wrapping_mul(6_553_601) >> 16) & 0x0000_ffff_0000_ffff;
        (fours.wrapping_mul(42_949_672_960_001) >> 32) as i64
    }
}

/// A number of 1–7 digits without leading zeros that a comma follows, and the length of both.
#[inline]
fn cell_and_comma(bytes: &[u8]) -> Option<(i64, usize)> {
    let first = Eight::load(bytes)?;
    let bits = first.digit_bits();
    let has_leading_zero = first.byte_behind(0) == 0 && bits != 8;
    if bits == 0 || bits == 64 || has_leading_zero || first.byte_behind(bits) != COMMA {
        return other_cell_and_comma(bytes, first);
    }
    Some((first.number(bits), bits as usize / 8 + 1))
}

/// The same for what is rarer: a longer number, a null, and a cell behind the space that some
/// writers put after each comma.
#[inline(never)]
fn other_cell_and_comma(bytes: &[u8], first: Eight) -> Option<(i64, usize)> {
    let spaces = bytes.iter().take_while(|byte| **byte == b' ').count();
    if spaces > 0 {
        let (cell, length) = cell_and_comma(&bytes[spaces..])?;
        return Some((cell, spaces + length));
    }
    if bytes.starts_with(b"null,") {
        return Some((GAP, 5));
    }
    if first.digit_bits() < 64 || bytes[0] == b'0' {
        return None;
    }
    let second = Eight::load(&bytes[8..])?;
    let bits = second.digit_bits();
    // Sixteen digits can exceed the largest amount; the slow path looks at those.
    if bits == 64 || second.byte_behind(bits) != COMMA {
        return None;
    }
    let more = bits as usize / 8;
    let rest = if more == 0 { 0 } else { second.number(bits) };
    Some((first.number(64) * POWERS[more] + rest, 8 + more + 1))
}

const POWERS: [i64; 8] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

#[cfg(test)]
mod tests {
    use super::{MOST_AT_ONCE, take_numbers};
    use crate::GAP;

    /// Cells, and the text that was left.
    fn taken(text: &str, room: usize) -> (Vec<i64>, &str) {
        let mut out = vec![-1; room];
        let taken = take_numbers(text.as_bytes(), &mut out);
        out.truncate(taken.cells);
        let numbers = out.iter().filter(|cell| **cell != GAP);
        assert_eq!(taken.sum, numbers.map(|cell| cell.unsigned_abs()).sum());
        (out, &text[taken.bytes..])
    }

    #[test]
    fn numbers_are_read_while_commas_follow() {
        assert_eq!(taken("1,22, 333,4444 ]", 9), (vec![1, 22, 333], "4444 ]"));
        let long = "12345678,123456789,999999999999999,0,      7,1234567890123456,";
        let numbers = vec![12_345_678, 123_456_789, 999_999_999_999_999, 0, 7];
        assert_eq!(taken(long, 9), (numbers, "1234567890123456,"));
    }

    #[test]
    fn nulls_are_gaps() {
        let text = "5,null, null,6,null,nullnull,";
        let cells = vec![5, GAP, GAP, 6, GAP];
        assert_eq!(taken(text, 9), (cells, "nullnull,"));
    }

    /// Cells of every length in every order of neighbours, far enough from the end of the text.
    #[test]
    fn long_rows_are_read_whatever_follows_what() {
        let cell = |step: u64| match step % 17 {
            0 => (GAP, "null".to_owned()),
            digits => {
                let number = 987_654_321_234_567 / 10_i64.pow(15 - (digits as u32).min(15));
                (number, number.to_string())
            }
        };
        // Steps of every size from 1 to 16 go through all residues.
        let steps = (1..17).flat_map(|step| (0..17).map(move |at| at * step));
        let (cells, texts): (Vec<_>, Vec<_>) = steps.map(cell).unzip();
        let text = format!("{},", texts.join(","));
        for strange in [
            "]",
            " ,",
            "-1,",
            "00,",
            "1.5,",
            "0123,",
            "1234567890123456,",
            ",7,",
        ] {
            let rest = format!("{strange}{}", "1,".repeat(40));
            let whole = format!("{text}{rest}");
            assert_eq!(taken(&whole, 999), (cells.clone(), &*rest), "{strange}");
        }
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
            "null]22222",
            "nul,222222",
            "00,2222222",
            " ,22222222",
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
        let many = "7,".repeat(MOST_AT_ONCE) + "8,       ";
        let (cells, rest) = taken(&many, MOST_AT_ONCE + 1);
        assert_eq!((cells.len(), rest), (MOST_AT_ONCE, "8,       "));
    }
}
