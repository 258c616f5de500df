//! Numbers of up to eight digits between commas: most of a document. Where they end is looked up
//! for 64 bytes in one step, so that nothing waits for one number before it looks for the next.

use crate::numbers::{Eight, Taken};

/// Bytes that are looked at in one step.
const BLOCK: usize = 64;

/// The least number that so many digits write.
const LEAST: [i64; 9] = [0, 0, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// Bytes of a block, a bit each; the first byte has the lowest bit.
struct Marks {
    /// Everything but digits.
    others: u64,
    commas: u64,
}

/// Reads on behind what has been `taken` into `out` for as long as numbers of 1–8 digits without
/// leading zeros come, a comma behind each; stops early near the start and the end of `bytes`.
#[inline(never)]
pub(crate) fn take_short_numbers(bytes: &[u8], out: &mut [i64], taken: &mut Taken) {
    let mut block_at = taken.bytes;
    while let Some(block) = block_behind(bytes, block_at) {
        let Marks { others, commas } = marks(block);
        let strange = others ^ commas;
        // The commas before the first strange byte; all where there is none.
        let mut ends = commas & lowest(strange).wrapping_sub(1);
        while ends != 0 {
            let end = block_at + ends.trailing_zeros() as usize;
            let Some(number) = number_before(bytes, taken.bytes, end) else {
                return;
            };
            let Some(slot) = out.get_mut(taken.cells) else {
                return;
            };
            *slot = number;
            taken.sum += number.unsigned_abs();
            taken.cells += 1;
            taken.bytes = end + 1;
            ends ^= lowest(ends);
        }
        if strange != 0 {
            return;
        }
        block_at += BLOCK;
    }
}

#[inline]
fn block_behind(bytes: &[u8], at: usize) -> Option<&[u8; BLOCK]> {
    bytes.get(at..)?.first_chunk()
}

#[inline]
fn lowest(bits: u64) -> u64 {
    bits & bits.wrapping_neg()
}

/// The number that the digits from `start` to `end` write.
#[inline]
fn number_before(bytes: &[u8], start: usize, end: usize) -> Option<i64> {
    let length = end - start;
    if !(1..=8).contains(&length) {
        return None;
    }
    let eight = bytes.get(end.checked_sub(8)?..)?.first_chunk()?;
    let number = Eight::new(*eight).number_at_end(length as u32 * 8);
    (number >= LEAST[length]).then_some(number)
}

#[cfg(target_arch = "wasm32")]
#[target_feature(enable = "simd128")]
#[inline]
fn marks(block: &[u8; BLOCK]) -> Marks {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_gt, u8x16_splat, u8x16_sub, u64x2};
    let mut marks = Marks {
        others: 0,
        commas: 0,
    };
    for (at, half) in block.as_chunks::<8>().0.chunks_exact(2).enumerate() {
        let bytes = u64x2(u64::from_le_bytes(half[0]), u64::from_le_bytes(half[1]));
        let values = u8x16_sub(bytes, u8x16_splat(b'0'));
        let others = u8x16_bitmask(u8x16_gt(values, u8x16_splat(9)));
        let commas = u8x16_bitmask(u8x16_eq(bytes, u8x16_splat(b',')));
        marks.others |= u64::from(others) << (16 * at);
        marks.commas |= u64::from(commas) << (16 * at);
    }
    marks
}

#[cfg(not(target_arch = "wasm32"))]
fn marks(block: &[u8; BLOCK]) -> Marks {
    let marked = |is: fn(&u8) -> bool| {
        let bits = block.iter().enumerate();
        bits.fold(0, |marks, (at, byte)| marks | u64::from(is(byte)) << at)
    };
    Marks {
        others: marked(|byte| !byte.is_ascii_digit()),
        commas: marked(|byte| *byte == b','),
    }
}
