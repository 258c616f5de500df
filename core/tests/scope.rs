//! Documents that hold only some of the programme's channels, worked out by hand.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Document, Traits, day};
use paceboard_core::board::{Board, RankChange, board};
use paceboard_core::books::Books;
use paceboard_core::contract::parse;
use paceboard_core::detail::{Detail, detail};
use paceboard_core::measures::compare::compare;
use paceboard_core::model::{Curves, Dataset, DayRange, Metric, Scope};
use paceboard_core::outlook::OutlookTable;
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::{Standing, standing};
use paceboard_core::query::{Entity, Plan, decode};

/// Three of fifty channels. To date a sold 30, b 14 and c 20; in the last three days c 16, a 15
/// and b 14; in the three before a 15 and c 4, and nothing is known of b.
fn three_of_fifty() -> Dataset {
    let text = r#"{
        "format": "channel-sales", "version": "1.3", "as_of": "2021-04-06T23:59:59+08:00",
        "calendar": {"timezone": "Asia/Shanghai", "fiscal_year_start": "04-01"},
        "currency": {"code": "CNY", "scale": 0},
        "programme": {"name": "P", "metric": "gmv", "channel_goal": 100, "target_channels": 40},
        "programme_history": [
            {"date": "2021-03-30", "channels_over": 8}, {"date": "2021-04-01", "channels_over": 10},
            {"date": "2021-04-02", "channels_over": 11}, {"date": "2021-04-03", "channels_over": 13},
            {"date": "2021-04-04", "channels_over": 13}, {"date": "2021-04-05", "channels_over": 15},
            {"date": "2021-04-06", "channels_over": 17}],
        "scope": {"channels": 50, "ranks": [
            {"first_day": "2021-04-01", "days": 6, "rank": [40, 42, 41]},
            {"first_day": "2021-04-04", "days": 3, "rank": [41, 43, 40]},
            {"first_day": "2021-04-01", "days": 3, "rank": [40, null, 41]},
            {"first_day": "2021-04-06", "days": 1, "rank": [12, null, 11]}]},
        "channels": {"id": ["a", "b", "c"], "name": ["A", "B", "C"]},
        "series": {"first_day": "2021-04-01", "days": 6,
            "gmv": [[5, 5, 5, 5, 5, 5], [null, null, null, 4, 5, 5], [1, 1, 2, 5, 5, 6]],
            "orders": [[1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 3]]}
    }"#;
    parse(text.as_bytes()).unwrap().dataset
}

fn board_of(query: &str) -> Board {
    let dataset = three_of_fifty();
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, dataset.as_of.day, Plan::Seasonal);
    board(&dataset, &books, &paces, &decode(query))
}

/// Index, rank, rank among all and change of each row.
fn ranks(board: &Board) -> Vec<(u32, u32, u32, Option<i32>)> {
    let change = |change| match change {
        RankChange::New | RankChange::None => None,
        RankChange::Places(places) => Some(places),
    };
    let rows = board.rows.iter();
    rows.map(|row| (row.index, row.rank, row.overall_rank, change(row.change)))
        .collect()
}

fn detail_of(today: &str) -> Detail {
    let dataset = three_of_fifty();
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, day(today), Plan::Seasonal);
    detail(&dataset, &books, &paces, Entity::Channels, 0).unwrap()
}

fn standing_on(dataset: &Dataset, today: &str) -> Standing {
    let books = Books::build(dataset).unwrap();
    let paces = PaceTable::build(dataset, &books, day(today), Plan::Seasonal);
    standing(dataset, &books, &paces, Entity::Channels)
}

#[test]
fn given_ranks_are_shown_over_exactly_their_days() {
    let board = board_of("");
    assert_eq!((board.of, board.among), (3, 50));
    assert_eq!(
        ranks(&board),
        [(0, 40, 40, None), (2, 41, 41, None), (1, 42, 42, None)]
    );
}

#[test]
fn change_is_told_where_the_days_compared_with_are_given() {
    let board = board_of("window=2021-04-04..2021-04-07");
    let expected = [
        (2, 40, 40, Some(1)),
        (0, 41, 41, Some(-1)),
        (1, 43, 43, None),
    ];
    assert_eq!(ranks(&board), expected);
}

#[test]
fn a_filter_changes_no_given_rank() {
    let board = board_of("window=2021-04-04..2021-04-07&q=A");
    assert_eq!(ranks(&board), [(0, 41, 41, Some(-1))]);
    assert_eq!((board.of, board.among), (3, 50));
}

#[test]
fn other_days_other_metrics_and_gaps_rank_the_document_alone() {
    for query in [
        "window=2021-04-02..2021-04-07",
        "metric=orders",
        "window=2021-04-06..2021-04-07",
    ] {
        let board = board_of(query);
        let mut found: Vec<u32> = board.rows.iter().map(|row| row.rank).collect();
        found.dedup();
        assert_eq!(found[0], 1, "{query}");
        assert_eq!(board.among, 3, "{query}");
    }
}

#[test]
fn the_detail_names_ranks_among_all_on_the_documents_day_only() {
    let detail = detail_of("2021-04-06");
    let around: Vec<_> = detail
        .neighbours
        .iter()
        .map(|row| (row.index, row.rank))
        .collect();
    assert_eq!((detail.rank, detail.of), (40, 50));
    assert!(detail.is_among_all);
    assert_eq!(around, [(0, 40), (2, 41), (1, 42)]);
    let before = detail_of("2021-04-05");
    assert_eq!((before.rank, before.of), (1, 3));
    assert!(!before.is_among_all);
}

/// b is compared with a by their ranks among all, on the document's day only.
#[test]
fn a_comparison_has_ranks_among_all() {
    let dataset = three_of_fifty();
    let books = Books::build(&dataset).unwrap();
    let ranks = |today: &str| {
        let paces = PaceTable::build(&dataset, &books, day(today), Plan::Seasonal);
        let compared = compare(&dataset, &books, &paces, Entity::Channels, &[1, 0]);
        let lines = compared.lines.iter();
        lines.map(|line| line.rank).collect::<Vec<_>>()
    };
    assert_eq!(ranks("2021-04-06"), [42, 40]);
    assert_eq!(ranks("2021-04-05"), [3, 1]);
}

#[test]
fn the_standing_is_what_the_document_says_of_all() {
    let standing = standing_on(&three_of_fifty(), "2021-04-06");
    assert_eq!((standing.over, standing.target), (Some(17), Some(40)));
    assert_eq!(standing.this_year.over, [10, 11, 13, 13, 15, 17]);
    assert_eq!(standing.last_year, None);
    let before = standing_on(&three_of_fifty(), "2021-04-03");
    assert_eq!(before.over, Some(13));
    assert_eq!(before.this_year.over, [10, 11, 13]);
}

#[test]
fn a_burn_up_needs_every_day() {
    let mut dataset = three_of_fifty();
    dataset.programme_history.remove(3);
    let standing = standing_on(&dataset, "2021-04-06");
    assert_eq!(
        (standing.over, standing.this_year.over),
        (Some(17), Vec::new())
    );
}

#[test]
fn nothing_is_foretold_of_channels_that_are_not_there() {
    let dataset = three_of_fifty();
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, dataset.as_of.day, Plan::Seasonal);
    let outlook = OutlookTable::build(&dataset, &books, &paces);
    let landing = &outlook.channels_landing;
    assert_eq!(
        (landing.expected, landing.needed_per_week_tenths),
        (0, None)
    );
    assert_eq!(outlook.total, None);
}

/// Last year the one channel sold everything on its first day; the document's curve is flat. Of
/// its own year a channel's plan takes 0.4, of the programme's 0.6: after 73 of 365 days
/// 0.4 + 0.6 × 0.2 = 52 %. Were the channel the whole programme, the plan would be done.
#[test]
fn the_documents_curves_stay_in_use() {
    let mut last_year = vec![0; 365];
    last_year[0] = 500;
    let mut dataset = Document::new("2021-06-12")
        .goals(100, 100)
        .channel("a", Traits::default())
        .block(
            Metric::Gmv,
            "2020-04-01",
            &[[last_year, vec![1; 73]].concat()],
        )
        .build();
    dataset.curves = Some(Curves {
        range: DayRange::starting(day("2020-04-01"), 365),
        programme: vec![1; 365],
        categories: Vec::new(),
    });
    let plan_ppm = |dataset: &Dataset| {
        let books = Books::build(dataset).unwrap();
        let paces = PaceTable::build(dataset, &books, day("2021-06-12"), Plan::Seasonal);
        paces.rows(Entity::Channels)[0].plan_ppm
    };
    assert_eq!(plan_ppm(&dataset), 1_000_000);
    dataset.scope = Some(Scope {
        channels: 50,
        ranks: Vec::new(),
    });
    assert_eq!(plan_ppm(&dataset), 520_000);
}
