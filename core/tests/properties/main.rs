//! What must hold for any document and any query, each held against the plainest way to work it
//! out.

#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;

mod boards;
mod documents;
mod ledgers;
mod queries;
mod ranks;
mod searches;
