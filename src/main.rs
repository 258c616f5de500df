//! Paceboard in the browser: a leaderboard and goal progress, drawn wholly from a sales document.

mod app;
mod browser;
mod chart;
mod data;
mod reactive;
mod shared;
mod state;
mod ui;
mod view;

fn main() {
    app::start();
}
