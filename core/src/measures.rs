//! Measures beside rank and pace: how concentrated sales are, why a rank moved, what is still to be
//! refunded, and the shapes behind further charts. Each is a plain value built by a pure function.

pub mod concentration;
pub mod distribution;
