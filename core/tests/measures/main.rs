//! The measures beside rank and pace, against small documents whose figures are worked out by hand
//! and against the plainest way to work them out.

#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../properties/documents.rs"]
mod documents;

mod calendars;
mod courses;
mod exports;
mod factors;
mod moves;
mod paths;
mod ratios;
mod refunds;

use common::{days, flat_paces};
use paceboard_core::board::{Board, board};
use paceboard_core::books::Books;
use paceboard_core::model::{Dataset, Metric};
use paceboard_core::query::{Query, Window};

/// The books of a document and its board of channels over these days.
fn channels_over(dataset: &Dataset, metric: Metric, window: &str) -> (Books, Board) {
    let query = Query {
        window: Window::Custom(days(window)),
        metric: Some(metric),
        ..Query::default()
    };
    board_of(dataset, &query)
}

fn board_of(dataset: &Dataset, query: &Query) -> (Books, Board) {
    let books = Books::build(dataset).unwrap();
    let paces = flat_paces(dataset, &books, 500_000);
    let board = board(dataset, &books, &paces, query);
    (books, board)
}
