//! Whether probabilities can be trusted: last year's against what came of them.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, GAP, Traits, day};
use paceboard_core::books::Books;
use paceboard_core::model::Metric;
use paceboard_core::outlook::{Basis, calibration};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::{Entity, Plan};

#[test]
fn last_years_probabilities_are_held_against_what_came() {
    // Half of the channels sold 12 a day after the first hundred days of last year, half 8.
    let last_year = |row: usize| [vec![10; 100], vec![if row < 20 { 12 } else { 8 }; 265]].concat();
    let mut rows: Vec<Vec<i64>> = (0..40)
        .map(|row| [last_year(row), vec![10; 100]].concat())
        .collect();
    // One began in that year and sold more than its goal: nothing could be foretold of it.
    rows.push([vec![GAP; 200], vec![60; 165], vec![10; 100]].concat());
    let named =
        |document: Document, row: usize| document.channel(&format!("c{row:02}"), Traits::default());
    let document = Document::new("2022-03-31").goals(3_650, 36_500);
    let document = (0..41)
        .fold(document, named)
        .block(Metric::Gmv, "2020-04-01", &rows);
    let dataset = document.build();
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, day("2021-07-09"), Plan::Seasonal);
    let calibration = calibration(&dataset, &books, &paces, Entity::Channels).unwrap();
    assert_eq!(calibration.basis, Basis::SameYear);
    // Nobody could tell them apart at that day: all were given about a half, and half made it.
    let class = calibration.classes[2];
    assert_eq!((class.rows, class.made_it), (40, 20));
    assert!(class.given_bp.abs_diff(40 * 5_000) < 40 * 300, "{class:?}");
    let all = calibration.classes.iter().map(|class| class.rows);
    assert_eq!(all.sum::<u32>(), 40);
}
