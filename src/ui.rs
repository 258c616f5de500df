//! The views.

mod compare;
mod detail;
mod filters;
mod footer;
mod foretold;
mod header;
mod help;
mod insights;
mod leaderboard;
mod left_out;
mod live;
mod local;
mod maturity;
mod notice;
mod parts;
mod programme;
mod race;
mod share;
mod shell;
mod wall;
pub mod widgets;
mod wording;

pub use share::board_csv;
pub use shell::{page_title, shell, show_look_on};
