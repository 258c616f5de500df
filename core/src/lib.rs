//! The core of Paceboard: from bytes to boards, pace and programme, in pure Rust.
//!
//! Nothing here reads a clock, a locale, a file or the network, so the same bytes and the same
//! [`query::Query`] give the same answer on every machine.

pub mod board;
pub mod books;
pub mod contract;
pub mod detail;
pub mod directory;
pub mod export;
pub mod format;
pub mod ledger;
pub mod measures;
pub mod model;
pub mod outlook;
pub mod pace;
pub mod programme;
pub mod query;
pub mod sheet;
pub mod steps;
pub mod text;
