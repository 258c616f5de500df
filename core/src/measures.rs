//! Measures beside rank and pace: how concentrated sales are, why a rank moved, what is still to be
//! refunded, and the shapes behind further charts. Each is a plain value built by a pure function.

pub mod audience;
pub mod compare;
mod compared;
pub mod concentration;
pub mod distribution;
pub mod factors;
pub mod heatmap;
pub mod improved;
pub mod maturity;
pub mod movement;
pub mod paths;
pub mod race;
pub mod rank_history;
pub mod ratios;
pub mod support;
