//! Paceboard in the browser: a leaderboard and goal progress, drawn wholly from a sales document.

mod app;
mod browser;
mod chart;
mod data;
mod embed;
mod reactive;
mod shared;
mod state;
mod ui;
mod view;

/// Whoever loads the program starts what it needs of it: `app::start_page` or `embed`.
fn main() {}
