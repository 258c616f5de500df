//! Boards of documents that give sums in place of figures by day.

use crate::common::{Document, day};
use crate::{board_of, five, id_of};
use paceboard_core::board::{Board, RankChange};
use paceboard_core::books::Books;
use paceboard_core::model::{Dataset, DayRange, Metric, Totals};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::standing;
use paceboard_core::query::{Entity, Plan};
use std::sync::Arc;

/// The channels of [`five`], as of the same day, with sums alone.
fn sums_alone() -> Dataset {
    let mut dataset = five();
    dataset.blocks = Vec::new();
    dataset.totals = Some(Totals {
        to_date: vec![Some(36), Some(45), Some(14), None, Some(0)],
        last_28: vec![Some(50), None, Some(60), Some(60), Some(1)],
        last_year: vec![Some(7), Some(8), None, None, None],
    });
    dataset
}

/// Rank, id and value of each row.
fn rows(dataset: &Dataset, board: &Board) -> Vec<String> {
    let row = |row: &paceboard_core::board::Row| {
        let value = row.value.map_or("–".to_owned(), |value| value.to_string());
        format!("{} {} {value}", row.rank, id_of(dataset, board.entity, row))
    };
    board.rows.iter().map(row).collect()
}

#[test]
fn given_sums_are_ranked_as_sums_by_day_are() {
    let dataset = sums_alone();
    let to_date = board_of(&dataset, "");
    let expected = ["1 c1 45", "2 c3 36", "3 c2 14", "4 c4 0", "0 c5 –"];
    assert_eq!(rows(&dataset, &to_date), expected);
    assert_eq!((to_date.total, to_date.largest), (95, 45));
    assert_eq!(to_date.known, to_date.window);
    // Nothing by day to compare with.
    let mut changes = to_date.rows.iter().map(|row| row.change);
    assert!(changes.all(|change| change == RankChange::None));
}

#[test]
fn the_last_28_days_and_last_year_have_sums_of_their_own() {
    let dataset = sums_alone();
    let recent = board_of(&dataset, "window=28d");
    let expected = ["1 c2 60", "1 c5 60", "3 c3 50", "4 c4 1", "0 c1 –"];
    assert_eq!(rows(&dataset, &recent), expected);
    let last_year = board_of(&dataset, "window=2020-04-01..2021-04-01");
    let expected = ["1 c1 8", "2 c3 7", "0 c2 –", "0 c4 –", "0 c5 –"];
    assert_eq!(rows(&dataset, &last_year), expected);
}

#[test]
fn partners_are_the_sums_of_their_channels() {
    let dataset = sums_alone();
    let board = board_of(&dataset, "board=partners");
    assert_eq!(rows(&dataset, &board), ["1 p1 81", "2 p2 14", "0 p3 –"]);
}

#[test]
fn other_days_days_gone_by_and_other_metrics_have_no_sums() {
    let dataset = sums_alone();
    for query in ["window=7d", "window=2021-04-01..2021-04-06", "metric=net"] {
        let board = board_of(&dataset, query);
        assert!(board.known.is_empty(), "{query}");
        assert!(board.rows.iter().all(|row| row.value.is_none()), "{query}");
    }
}

#[test]
fn figures_by_day_come_before_given_sums() {
    // c5 alone has none in the first three days.
    let mut dataset = five();
    dataset.as_of.day = day("2021-04-03");
    let figures = DayRange::starting(day("2021-04-01"), 3);
    let first = Arc::make_mut(&mut dataset.blocks[0]);
    first.range = figures;
    let (_, cells) = &mut first.metrics[0];
    let rows_of_six = cells.values.chunks(6);
    cells.values = rows_of_six.flat_map(|row| row[..3].to_vec()).collect();
    dataset.totals = Some(Totals {
        to_date: vec![Some(1_000); 5],
        ..Totals::default()
    });
    let books = Books::build(&dataset).unwrap();
    let given = books.given_sums(&dataset, Metric::Gmv, figures, Entity::Channels);
    let expected = [Some(6), Some(15), Some(9), Some(1_000), Some(6)];
    assert_eq!(given.unwrap(), expected);
    // Where a day is still missing, what is here is not the whole sum.
    dataset.as_of.day = day("2021-04-04");
    let days = DayRange::starting(day("2021-04-01"), 4);
    let given = books.given_sums(&dataset, Metric::Gmv, days, Entity::Channels);
    assert_eq!(given.unwrap(), [Some(1_000); 5]);
}

#[test]
fn without_figures_by_day_nobody_knows_who_crossed_lately() {
    let told = |dataset: &Dataset| {
        let books = Books::build(dataset).unwrap();
        let paces = PaceTable::build(dataset, &books, dataset.as_of.day, Plan::Seasonal);
        standing(dataset, &books, &paces, Entity::Channels)
    };
    assert_eq!(told(&sums_alone()).crossed_count, None);
    assert_eq!(told(&five()).crossed_count, Some(1));
    // Figures of three days tell no crossing of a year whose sum is given.
    let mut last_days = five();
    let first = Arc::make_mut(&mut last_days.blocks[0]);
    first.range = DayRange::starting(day("2021-04-04"), 3);
    let (_, cells) = &mut first.metrics[0];
    cells.values = cells
        .values
        .chunks(6)
        .flat_map(|row| row[3..].to_vec())
        .collect();
    last_days.totals = Some(Totals {
        to_date: vec![Some(500); 5],
        ..Totals::default()
    });
    let told = told(&last_days);
    assert_eq!((told.over, told.crossed_count), (Some(5), None));
    assert!(told.crossed_this_week.is_empty());
}

#[test]
fn a_million_channels_with_sums_alone_make_a_board() {
    let mut channels = (0..1_000_000_u32).map(|number| format!("c{number}"));
    let mut dataset = Document::new("2021-04-06").goals(600_000, 0).build();
    let all = Arc::make_mut(&mut dataset.channels);
    all.id = channels.by_ref().map(|id| crate::common::id(&id)).collect();
    let count = all.id.len();
    all.name = vec![String::new(); count];
    all.alias = vec![String::new(); count];
    (all.partner, all.category) = (vec![None; count], vec![None; count]);
    (all.province, all.started) = (vec![None; count], vec![None; count]);
    all.goal = vec![None; count];
    dataset.totals = Some(Totals {
        to_date: (0..count as i64).map(Some).collect(),
        ..Totals::default()
    });
    let board = board_of(&dataset, "");
    assert_eq!(board.rows[0].value, Some(999_999));
    assert_eq!(board.rows[999_999].rank, 1_000_000);
    assert_eq!(board.total, 499_999_500_000);
}
