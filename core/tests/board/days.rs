//! Windows, comparison with other days, gaps, and lines of weeks.

use crate::common::{Document, GAP, Traits, day, days};
use crate::{board_of, five, ids, table};
use paceboard_core::board::{RankChange, Row, weekly};
use paceboard_core::books::Books;
use paceboard_core::model::Metric;
use paceboard_core::query::Entity;
use std::sync::Arc;

#[test]
fn all_are_new_where_the_compared_window_leaves_the_table() {
    let dataset = five();
    let changes = |query: &str| {
        let board = board_of(&dataset, query);
        let new = board
            .rows
            .iter()
            .filter(|row| row.change == RankChange::New)
            .count();
        (board.compared.to_string(), new)
    };
    assert_eq!(changes(""), ("2021-03-26..2021-04-01".to_owned(), 5));
    assert_eq!(
        changes("window=2021-04-03..2021-04-07"),
        ("2021-03-30..2021-04-03".to_owned(), 5)
    );
    assert_eq!(
        changes("window=2021-04-05..2021-04-06&against=last-year"),
        // One has a gap on that day, and so no rank to compare.
        ("2020-04-05..2020-04-06".to_owned(), 4)
    );
    // On 4 April c5 sold and c2's figure is 0; on 3 April both have a gap.
    assert_eq!(
        changes("window=2021-04-04..2021-04-05"),
        ("2021-04-03..2021-04-04".to_owned(), 2)
    );
}

#[test]
fn last_year_is_compared_by_fiscal_day() {
    // 1 and 2 April 2020: a 5, b 7; a year later a 9, b 8.
    let dataset = Document::new("2021-04-02")
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .block(Metric::Gmv, "2020-04-01", &[[2, 3], [3, 4]])
        .block(Metric::Gmv, "2021-04-01", &[[4, 5], [4, 4]])
        .build();
    let board = board_of(&dataset, "against=last-year");
    insta::assert_snapshot!(table(&dataset, &board), @r"
    2021-04-01..2021-04-03 known 2021-04-01..2021-04-03 against 2020-04-01..2020-04-03, total 17, largest 9, of 2
    1 (1) +1 a 9 5294 | – – – – no-goal
    2 (2) -1 b 8 4706 | – – – – no-goal
    ");
}

#[test]
fn no_day_after_today_is_summed() {
    let dataset = Document::new("2021-04-02")
        .channel("a", Traits::default())
        .event("fest", "2021-04-02..2021-04-05")
        .event("later", "2021-04-03..2021-04-05")
        .block(Metric::Gmv, "2021-04-01", &[[1, 2, 4, 8]])
        .build();
    let check = |query: &str, window: &str, total: i64| {
        let board = board_of(&dataset, query);
        assert_eq!(
            (board.window.to_string().as_str(), board.total),
            (window, total)
        );
        assert_eq!(board.rows[0].rank, u32::from(total > 0), "{query}");
    };
    check("", "2021-04-01..2021-04-03", 3);
    check("window=2021-04-02..2021-04-05", "2021-04-02..2021-04-03", 2);
    check("window=2021-05-01..2021-05-05", "2021-04-03..2021-04-03", 0);
    check("window=festival:fest", "2021-04-02..2021-04-03", 2);
    check("window=festival:later", "2021-04-03..2021-04-03", 0);
    check("window=festival:none", "2021-04-03..2021-04-03", 0);
}

#[test]
fn negative_sums_are_ranked_and_have_no_share_of_a_total_below_zero() {
    // Net of two days: a 4 − 9 = −5, b 3, c no figure. The total is −2. The day before: a 4,
    // b 1; c takes no place there.
    let dataset = Document::new("2021-04-02")
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .channel("c", Traits::default())
        .block(Metric::Net, "2021-04-01", &[[4, -9], [1, 2], [GAP, GAP]])
        .build();
    let two_days = board_of(&dataset, "metric=net");
    insta::assert_snapshot!(table(&dataset, &two_days), @r"
    2021-04-01..2021-04-03 known 2021-04-01..2021-04-03 against 2021-03-30..2021-04-01, total -2, largest 5, of 3
    1 (1) new b 3 – | – – – – no-goal
    2 (2) new a -5 – | – – – – no-goal
    0 (0) – c – – | – – – – no-goal
    ");
    let last_day = board_of(&dataset, "metric=net&window=2021-04-02..2021-04-03");
    insta::assert_snapshot!(table(&dataset, &last_day), @r"
    2021-04-02..2021-04-03 known 2021-04-02..2021-04-03 against 2021-04-01..2021-04-02, total -7, largest 9, of 3
    1 (1) +1 b 2 – | – – – – no-goal
    2 (2) -1 a -9 – | – – – – no-goal
    0 (0) – c – – | – – – – no-goal
    ");
}

#[test]
fn a_metric_without_a_table_gives_a_board_without_values_and_ranks() {
    let dataset = five();
    let board = board_of(&dataset, "metric=orders");
    assert!(board.known.is_empty());
    let is_bare = |row: &Row| (row.value, row.rank, row.change) == (None, 0, RankChange::None);
    assert!(board.rows.iter().all(is_bare));
    assert_eq!(ids(&dataset, "metric=orders"), "c1 c2 c3 c4 c5");
}

#[test]
fn a_row_that_is_all_gaps_has_no_value_and_stands_last_in_both_directions() {
    let dataset = Document::new("2021-04-02")
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .channel("c", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[[GAP, GAP], [-5, GAP], [0, 0]])
        .build();
    insta::assert_snapshot!(table(&dataset, &board_of(&dataset, "")), @r"
    2021-04-01..2021-04-03 known 2021-04-01..2021-04-03 against 2021-03-30..2021-04-01, total -5, largest 5, of 3
    1 (1) new c 0 – | – – – – no-goal
    2 (2) new b -5 – | – – – – no-goal
    0 (0) – a – – | – – – – no-goal
    ");
    assert_eq!(ids(&dataset, "sort=value"), "b c a");
    assert_eq!(ids(&dataset, "sort=-value"), "c b a");
    // On the last day alone only c has a figure.
    let last = board_of(&dataset, "window=2021-04-02..2021-04-03");
    let ranks: Vec<_> = last.rows.iter().map(|row| (row.index, row.rank)).collect();
    assert_eq!(ranks, [(2, 1), (0, 0), (1, 0)]);
}

#[test]
fn an_empty_document_has_an_empty_board() {
    let dataset = Document::new("2021-04-02").build();
    for query in [
        "",
        "board=partners",
        "q=x&sort=name",
        "category=x&sort=-gap",
    ] {
        let board = board_of(&dataset, query);
        assert_eq!((board.rows.len(), board.of, board.total), (0, 0, 0));
    }
}

#[test]
fn days_before_a_channel_is_on_air_lack_nothing() {
    let mut dataset = Document::new("2021-04-06")
        .partners(&["p"])
        .channel("a", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[[GAP, GAP, GAP, 4, GAP, 6]])
        .build();
    let books = Books::build(&dataset).unwrap();
    let year_to_date = days("2021-04-01..2021-04-07");
    let mut lacking = |started: Option<&str>| {
        Arc::make_mut(&mut dataset.channels).started = vec![started.map(day)];
        books.lacking_days(&dataset, Metric::Gmv, (Entity::Channels, 0), year_to_date)
    };
    assert_eq!(lacking(None), 4);
    assert_eq!(lacking(Some("2019-05-01")), 4);
    assert_eq!(lacking(Some("2021-04-03")), 2);
    assert_eq!(lacking(Some("2021-05-01")), 0);
    let of_partner = (Entity::Partners, 0);
    assert_eq!(
        books.lacking_days(&dataset, Metric::Gmv, of_partner, year_to_date),
        6
    );
}

#[test]
fn weeks_end_with_today() {
    // 15 days: the first week starts a day after the table does; gaps count nothing.
    let mut figures = [1; 15];
    figures[0] = 100;
    figures[3] = GAP;
    let dataset = Document::new("2021-04-15")
        .channel("a", Traits::default())
        .channel("b", Traits::default())
        .block(Metric::Gmv, "2021-04-01", &[figures, [GAP; 15]])
        .build();
    let books = Books::build(&dataset).unwrap();
    let line = |row, weeks| weekly(&books.channels, Metric::Gmv, row, day("2021-04-15"), weeks);
    assert_eq!(line(0, 3), [None, Some(6), Some(7)]);
    assert_eq!(line(1, 2), [None, None]);
    assert_eq!(line(0, 0), []);
    let earlier = weekly(&books.channels, Metric::Gmv, 0, day("2021-04-14"), 2);
    assert_eq!(earlier, [Some(105), Some(7)]);
    assert_eq!(
        weekly(&books.channels, Metric::Net, 0, day("2021-04-14"), 1),
        [None]
    );
}
