//! The board as a table for spreadsheets.

use crate::common::flat_paces;
use crate::five;
use paceboard_core::board::board;
use paceboard_core::books::Books;
use paceboard_core::model::{Dataset, Decimal, DisplayCurrency};
use paceboard_core::query::decode;
use paceboard_core::sheet::{BoardSheet, Field, board_csv};
use paceboard_core::text::{EN, Texts, ZH};

fn csv(dataset: &Dataset, query: &str, texts: &Texts, columns: &[Field]) -> String {
    let books = Books::build(dataset).unwrap();
    let paces = flat_paces(dataset, &books, 400_000);
    let query = decode(query);
    let board = board(dataset, &books, &paces, &query);
    let columns: Vec<_> = columns
        .iter()
        .map(|column| (*column, format!("{column:?}")))
        .collect();
    board_csv(&BoardSheet {
        dataset,
        books: &books,
        board: &board,
        texts,
        shown_in: query.currency.as_deref(),
        columns: &columns,
        assumed: "Assumed: +20%",
    })
}

/// The document of [`five`], with two decimals and dollars at 6.5 yuan.
fn priced() -> Dataset {
    let mut dataset = five();
    dataset.currency.scale = 2;
    dataset.currency.display = vec![DisplayCurrency {
        code: "USD".to_owned(),
        per_unit: Decimal::parse("6.5").unwrap(),
        date: None,
    }];
    dataset
}

#[test]
fn rows_stand_as_on_the_board_with_figures_in_plain_digits() {
    use Field::{
        Assumed, Category, Change, Gap, Id, Name, OverallRank, Partner, Rank, Status, Value,
    };
    let columns = [
        Rank,
        OverallRank,
        Change,
        Id,
        Name,
        Partner,
        Category,
        Value,
        Gap,
        Status,
        Assumed,
    ];
    let csv = csv(
        &priced(),
        "window=2021-04-04..2021-04-07&sort=-value",
        &ZH,
        &columns,
    );
    let lines: Vec<&str> = csv
        .strip_prefix('\u{feff}')
        .unwrap()
        .split("\r\n")
        .collect();
    assert_eq!(
        lines,
        [
            "Rank,OverallRank,Change,Id,Name,Partner,Category,Value,Gap,Status,Assumed",
            "1,1,新上榜,c5,Zephyr,p2,,0.40,0.60,进度正常,Assumed: +20%",
            "2,2,-1,c1,小满鲜生,p1,food,0.30,0.00,已达标,Assumed: +20%",
            "2,2,1,c3,阿棠美妆,p1,beauty,0.30,0.64,进度落后,Assumed: +20%",
            "4,4,-2,c2,云朵家,p2,beauty,0.05,0.86,进度落后,Assumed: +20%",
            "5,5,-2,c4,Über Food,,food,0.00,0.94,进度落后,Assumed: +20%",
            "",
        ]
    );
}

#[test]
fn filters_shares_and_another_currency() {
    use Field::{Id, OverallRank, Pace, Progress, Rank, Share, Value};
    let columns = [Rank, OverallRank, Id, Value, Share, Progress, Pace];
    let csv = csv(&priced(), "category=beauty&currency=USD", &EN, &columns);
    assert_eq!(
        csv,
        "\u{feff}Rank,OverallRank,Id,Value,Share,Progress,Pace\r\n\
         1,3,c3,0.06,72.00,36.00,0.9000\r\n\
         2,4,c2,0.02,28.00,14.00,0.3500\r\n"
    );
}

#[test]
fn partners_are_rows_likewise() {
    use Field::{Channels, Id, Name, Value};
    let csv = csv(&five(), "board=partners", &EN, &[Id, Name, Channels, Value]);
    assert_eq!(
        csv,
        "\u{feff}Id,Name,Channels,Value\r\np1,p1,2,81\r\np2,p2,2,54\r\np3,p3,0,\r\n"
    );
}

#[test]
fn no_name_is_a_formula() {
    let mut dataset = five();
    dataset.partners[0].name = "=HYPERLINK(\"http://x\",\"y\")".to_owned();
    dataset.partners[1].name = "-2+3".to_owned();
    let csv = csv(&dataset, "board=partners", &EN, &[Field::Name]);
    assert_eq!(
        csv,
        "\u{feff}Name\r\n\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n'-2+3\r\np3\r\n"
    );
}
