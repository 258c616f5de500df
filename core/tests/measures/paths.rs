//! Where all rows together stood, against documents worked out by hand and counted plainly.

use crate::common::{Document, GAP, Traits, flat_paces};
use crate::documents::document;
use paceboard_core::books::Books;
use paceboard_core::measures::paths::{LEVELS, Paths, paths};
use paceboard_core::model::{ChannelIndex, Dataset, DayRange, Metric};
use paceboard_core::query::Entity;
use proptest::prelude::*;

/// Three days of a year: a comes to its goal of 200 exactly, b begins on the third day and is a
/// hundred thousandth short of 40 %, c falls below zero, d sells thirty times its goal, e has no
/// goal and f no figure.
fn six_channels() -> Dataset {
    let goal = |goal| Traits {
        goal: Some(goal),
        ..Traits::default()
    };
    let none = Traits::default;
    let rows = [
        vec![50, 50, 100],
        vec![GAP, GAP, 39_999],
        vec![10, -30, 0],
        vec![0, 3_000, 0],
        vec![5, 5, 5],
        vec![GAP, GAP, GAP],
    ];
    Document::new("2021-04-03")
        .channel("a", goal(200))
        .channel("b", goal(100_000))
        .channel("c", goal(100))
        .channel("d", goal(100))
        .channel("e", none())
        .channel("f", goal(100))
        .block(Metric::Gmv, "2021-04-01", &rows)
        .build()
}

fn of(dataset: &Dataset, rows: &[u32]) -> Option<Paths> {
    let books = Books::build(dataset).unwrap();
    let paces = flat_paces(dataset, &books, 500_000);
    paths(dataset, &books, &paces, Entity::Channels, rows)
}

/// The levels that hold any row on a day, and how many.
fn held(paths: &Paths, day: usize) -> Vec<(usize, u32)> {
    let levels = paths.counts.chunks(LEVELS).nth(day).unwrap();
    let held = levels.iter().copied().enumerate();
    held.filter(|(_, rows)| *rows > 0).collect()
}

#[test]
fn rows_are_counted_at_the_percent_that_they_have_come_to() {
    let paths = of(&six_channels(), &[0, 1, 2, 3, 4, 5]).unwrap();
    assert_eq!(paths.rows, 4);
    assert_eq!(held(&paths, 0), [(0, 2), (10, 1), (25, 1)]);
    assert_eq!(held(&paths, 1), [(0, 2), (50, 1), (1_000, 1)]);
    assert_eq!(held(&paths, 2), [(0, 1), (39, 1), (100, 1), (1_000, 1)]);
}

#[test]
fn quarters_are_figures_of_rows() {
    let paths = of(&six_channels(), &[0, 1, 2, 3]).unwrap();
    assert_eq!(paths.quarters(1), [Some(0), Some(0), Some(0)]);
    assert_eq!(paths.quarters(2), [Some(0), Some(0), Some(39)]);
    assert_eq!(paths.quarters(3), [Some(10), Some(50), Some(100)]);
}

#[test]
fn only_the_rows_asked_for_are_counted() {
    let dataset = six_channels();
    assert_eq!(held(&of(&dataset, &[0]).unwrap(), 2), [(100, 1)]);
    assert_eq!(of(&dataset, &[4, 5, 99]), None);
    assert_eq!(of(&dataset, &[]), None);
}

#[test]
fn without_figures_by_day_there_are_no_paths() {
    let goal = Traits {
        goal: Some(100),
        ..Traits::default()
    };
    let dataset = Document::new("2021-04-03").channel("a", goal).build();
    assert_eq!(of(&dataset, &[0]), None);
}

proptest! {
    #[test]
    fn every_counted_row_stands_somewhere_on_every_day(dataset in document()) {
        let books = Books::build(&dataset).unwrap();
        let paces = flat_paces(&dataset, &books, 500_000);
        let all: Vec<u32> = (0..dataset.channels.len() as u32).collect();
        if let Some(paths) = paths(&dataset, &books, &paces, Entity::Channels, &all) {
            let days = DayRange::new(paths.year.from(), paces.today.plus(1));
            prop_assert_eq!(paths.counts.len(), days.len() * LEVELS);
            for levels in paths.counts.chunks(LEVELS) {
                prop_assert_eq!(levels.iter().sum::<u32>(), paths.rows);
            }
            let (low, middle, high) = (paths.quarters(1), paths.quarters(2), paths.quarters(3));
            prop_assert!(low.iter().zip(&middle).zip(&high).all(|((low, middle), high)| low <= middle && middle <= high));
            let over = all.iter().filter(|row| {
                let pace = &paces.channels[**row as usize];
                let sum = books.channels.total(dataset.programme.metric, ChannelIndex(**row), days);
                pace.is_known && pace.goal.is_some_and(|goal| sum >= goal.minor())
            });
            let today = paths.counts.chunks(LEVELS).next_back().unwrap();
            prop_assert_eq!(today[100..].iter().sum::<u32>() as usize, over.count());
        }
    }
}
