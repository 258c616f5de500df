//! Many rows at once: how many stand where, in place of a line for each.

/// Rows counted by day and figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Density {
    /// How many levels each day has.
    pub levels: usize,
    /// What a level spans; the first begins at 0.
    pub step: i64,
    /// Rows in each level, day after day from the chart's first.
    pub counts: Vec<u32>,
}
