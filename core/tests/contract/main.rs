//! The contract from outside: what it reads, what it refuses and how, and that nothing makes it
//! fall over.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod csv;
mod csv_and_json;
mod encoding;
mod faults;
mod grammar;
mod limits;
mod meaning;
mod parts;
mod schema;
mod support;
mod total;
