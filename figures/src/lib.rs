//! The loops that run over every figure of a document, and sorting. They are a package of their own
//! because Cargo sets the optimisation of whole packages: these few are compiled for speed, all the
//! rest of the program for size (`[profile.release.package]` in the workspace's `Cargo.toml`). A
//! page runs them first by the browser's baseline compiler, which inlines and hoists nothing by
//! itself. The better compiler's code takes over at a call, never within a loop; so what runs over
//! a whole document calls a function for each row of it.

mod byte_set;
mod find;
mod levels;
mod numbers;
mod radix;
mod rows;
mod short;
mod sizes;
mod weights;

pub use byte_set::ByteSet;
pub use find::find;
pub use levels::count_levels;
pub use numbers::{MOST_AT_ONCE, Taken, take_numbers};
pub use radix::{ascending, ordered};
pub use rows::{Groups, count_gaps, differences, place, run_sums};
pub use sizes::{Sizes, has_gap, sizes, sum_of_sizes};
pub use weights::{Carried, add_weights, carry, weight_of};

/// Stands for "no data that day"; no figure of a document has this value.
pub const GAP: i64 = i64::MIN;
