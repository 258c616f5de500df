//! Numbers of up to eight digits between commas: most of a document. Where they end is looked up
//! for 64 bytes in one step, so that nothing waits for one number before it looks for the next.

use crate::numbers::{Eight, Taken};

/// Bytes that are looked at in one step.
const BLOCK: usize = 64;
/// Bytes before them, where the first number of a block may have begun.
const BEFORE: usize = 8;

type Window = [u8; BEFORE + BLOCK];

/// Bytes of a block, a bit each; the first byte has the lowest bit.
#[derive(Clone, Copy)]
struct Marks {
    /// Everything but digits.
    others: u64,
    commas: u64,
    zeros: u64,
}

/// What a block must know of the one before it, in the lowest bit.
struct Carried {
    /// Whether it ended with a comma, or nothing stands before this one.
    comma: u64,
    /// Whether it ended with a zero that begins a number.
    zero: u64,
}

/// Reads on behind what has been `taken` into `out` for as long as numbers of 1–8 digits without
/// leading zeros come, a comma behind each; stops early near the start and the end of `bytes`.
#[inline(never)]
pub(crate) fn take_short_numbers(bytes: &[u8], out: &mut [i64], taken: &mut Taken) {
    let mut carried = Carried { comma: 1, zero: 0 };
    let mut block_at = taken.bytes;
    while let Some(window) = window(bytes, block_at) {
        let (commas, strange) = ends(marks(window), &mut carried);
        // The commas before the first strange byte; all where there is none.
        let mut ends = commas & lowest(strange).wrapping_sub(1);
        while ends != 0 {
            let end = ends.trailing_zeros() as usize % BLOCK;
            let length = block_at + end - taken.bytes;
            let (Some(slot), 1..=8) = (out.get_mut(taken.cells), length) else {
                return;
            };
            *slot = number_before(window, end, length);
            taken.sum += slot.unsigned_abs();
            taken.cells += 1;
            taken.bytes += length + 1;
            ends ^= lowest(ends);
        }
        if strange != 0 {
            return;
        }
        block_at += BLOCK;
    }
}

/// The block at a byte, with what stands before it.
#[inline]
fn window(bytes: &[u8], at: usize) -> Option<&Window> {
    bytes.get(at.checked_sub(BEFORE)?..)?.first_chunk()
}

#[inline]
fn lowest(bits: u64) -> u64 {
    bits & bits.wrapping_neg()
}

/// The commas of a block, and what no such number is written with: anything but digits and commas,
/// and digits behind a zero that begins a number.
#[inline]
fn ends(marks: Marks, carried: &mut Carried) -> (u64, u64) {
    let Marks {
        others,
        commas,
        zeros,
    } = marks;
    let leading = zeros & (commas << 1 | carried.comma);
    let behind_zero = (leading << 1 | carried.zero) & !others;
    *carried = Carried {
        comma: commas >> (BLOCK - 1),
        zero: leading >> (BLOCK - 1),
    };
    (commas, others ^ commas | behind_zero)
}

/// The number that so many digits write, 1–8, before byte `end` of the block.
#[inline]
fn number_before(window: &Window, end: usize, length: usize) -> i64 {
    let eight = window[end..end + BEFORE].first_chunk();
    Eight::new(eight.copied().unwrap_or_default()).number_at_end(length as u32 * 8)
}

#[cfg(target_arch = "wasm32")]
#[target_feature(enable = "simd128")]
#[inline]
fn marks(window: &Window) -> Marks {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_gt, u8x16_splat, u8x16_sub, u64x2};
    let mut marks = Marks {
        others: 0,
        commas: 0,
        zeros: 0,
    };
    let block = window[BEFORE..].as_chunks::<8>().0;
    for (at, half) in block.chunks_exact(2).enumerate() {
        let bytes = u64x2(u64::from_le_bytes(half[0]), u64::from_le_bytes(half[1]));
        let bits = |marked| u64::from(u8x16_bitmask(marked)) << (16 * at);
        let values = u8x16_sub(bytes, u8x16_splat(b'0'));
        marks.others |= bits(u8x16_gt(values, u8x16_splat(9)));
        marks.commas |= bits(u8x16_eq(bytes, u8x16_splat(b',')));
        marks.zeros |= bits(u8x16_eq(bytes, u8x16_splat(b'0')));
    }
    marks
}

#[cfg(not(target_arch = "wasm32"))]
fn marks(window: &Window) -> Marks {
    let marked = |is: fn(&u8) -> bool| {
        let bits = window[BEFORE..].iter().enumerate();
        bits.fold(0, |marks, (at, byte)| marks | u64::from(is(byte)) << at)
    };
    Marks {
        others: marked(|byte| !byte.is_ascii_digit()),
        commas: marked(|byte| *byte == b','),
        zeros: marked(|byte| *byte == b'0'),
    }
}
