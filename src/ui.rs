//! The views.

mod compare;
mod detail;
mod filters;
mod footer;
mod header;
mod help;
mod insights;
mod leaderboard;
mod live;
mod local;
mod notice;
mod parts;
mod programme;
mod race;
mod share;
mod shell;
mod wall;
mod wording;

pub use shell::shell;
