//! The views.

mod detail;
mod filters;
mod footer;
mod header;
mod help;
mod leaderboard;
mod live;
mod notice;
mod parts;
mod programme;
mod shell;
mod wording;

pub use shell::shell;
