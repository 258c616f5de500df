//! How much a document may hold. Each limit has its own error.

/// Bytes of a document, counted by the reader while they stream in and once more here.
pub const DOCUMENT_BYTES: u64 = 64 * 1024 * 1024;
/// Bytes of a part.
pub const PART_BYTES: u64 = 16 * 1024 * 1024;
/// Levels of arrays and objects within each other.
pub const NESTING: usize = 16;
/// Channels.
pub const CHANNELS: usize = 1_000_000;
/// Partners.
pub const PARTNERS: usize = 20_000;
/// Categories.
pub const CATEGORIES: usize = 1_000;
/// Days from the first to the last of the whole table, over all blocks and parts; also the days
/// of `curves` and of `daily`.
pub const TABLE_DAYS: usize = 1_100;
/// Cells (channels × days × metrics) in one document.
pub const CELLS: usize = 5_000_000;
/// The largest number, and with a minus sign the smallest: 2^53 − 1.
pub const AMOUNT: i64 = (1 << 53) - 1;
/// The largest count of things such as days before and after, or targets.
pub const COUNT: i64 = u32::MAX as i64;
/// Days after which refunds have settled.
pub const REFUND_DAYS: i64 = 365;
/// Decimal places of the currency's minor unit.
pub const SCALE: i64 = 6;
/// Characters of a name.
pub const NAME_CHARS: usize = 200;
/// Characters of a sentence in `provenance`.
pub const SENTENCE_CHARS: usize = 1_000;
/// Characters of an `href`.
pub const HREF_CHARS: usize = 2_000;
/// Entries of every other list: display currencies, parts, events, history, support.
pub const ENTRIES: usize = 2_000;
