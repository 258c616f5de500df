//! Boards of small documents, worked out by hand.

#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
mod days;
mod filters;
mod ranks;
mod table;
mod totals;

use common::{Document, GAP, Traits, flat_paces};
use paceboard_core::board::{Board, RankChange, Row, board};
use paceboard_core::books::Books;
use paceboard_core::model::{Dataset, Metric, Share};
use paceboard_core::query::{Entity, decode};
use std::fmt::Write;

fn traits(partner: Option<u32>, category: Option<u32>, province: Option<u32>) -> Traits {
    Traits {
        partner,
        category,
        province,
        goal: None,
    }
}

/// Six days of five channels. In the last three days and the three before they sold
///
/// | | partner | category | province | 1–3 April | 4–6 April | to date |
/// |---|---|---|---|---|---|---|
/// | c3 | p1 | beauty | 浙江 | 1 + 2 + 3 = 6 | 10 + 10 + 10 = 30 | 36 |
/// | c1 | p1 | food | 浙江 | 5 + 5 + 5 = 15 | 10 + 10 + 10 = 30 | 45 |
/// | c2 | p2 | beauty | 广东 | 9 + 0 + gap = 9 | 0 + gap + 5 = 5 | 14 |
/// | c5 | p2 | – | – | nothing known | 20 + 20 + 0 = 40 | 40 |
/// | c4 | – | food | 广东 | 4 + 1 + 1 = 6 | 0 | 6 |
///
/// The goal is 100, c1's own is 45; partners' is 80. The plan expects 40 % of it by now.
fn five() -> Dataset {
    let own_goal = Traits {
        goal: Some(45),
        ..traits(Some(0), Some(1), Some(0))
    };
    let rows = [
        [1, 2, 3, 10, 10, 10],
        [5, 5, 5, 10, 10, 10],
        [9, 0, GAP, 0, GAP, 5],
        [GAP, GAP, GAP, 20, 20, 0],
        [4, 1, 1, 0, 0, 0],
    ];
    Document::new("2021-04-06")
        .goals(100, 80)
        .categories(&["beauty", "food"])
        .partners(&["p1", "p2", "p3"])
        .provinces(&["浙江", "广东"])
        .named_channel(
            "c3",
            "阿棠美妆",
            "atang meizhuang",
            traits(Some(0), Some(0), Some(0)),
        )
        .named_channel("c1", "小满鲜生", "xiaoman xiansheng", own_goal)
        .named_channel(
            "c2",
            "云朵家",
            "yunduo jia",
            traits(Some(1), Some(0), Some(1)),
        )
        .named_channel("c5", "Zephyr", "", traits(Some(1), None, None))
        .named_channel("c4", "Über Food", "", traits(None, Some(1), Some(1)))
        .block(Metric::Gmv, "2021-04-01", &rows)
        .build()
}

fn board_of(dataset: &Dataset, query: &str) -> Board {
    let books = Books::build(dataset).unwrap();
    let paces = flat_paces(dataset, &books, 400_000);
    board(dataset, &books, &paces, &decode(query))
}

fn id_of(dataset: &Dataset, entity: Entity, row: &Row) -> String {
    match entity {
        Entity::Channels => dataset.channels.id[row.index as usize].to_string(),
        Entity::Partners => dataset.partners[row.index as usize].id.to_string(),
    }
}

fn ids(dataset: &Dataset, query: &str) -> String {
    let board = board_of(dataset, query);
    let ids = board
        .rows
        .iter()
        .map(|row| id_of(dataset, board.entity, row));
    ids.collect::<Vec<_>>().join(" ")
}

/// A line for each row: rank (overall), change, id, value, share; progress, plan, pace, gap, status.
fn table(dataset: &Dataset, board: &Board) -> String {
    let mut text = format!(
        "{} known {} against {}, total {}, largest {}, of {}\n",
        board.window, board.known, board.compared, board.total, board.largest, board.of
    );
    for row in &board.rows {
        let change = match row.change {
            RankChange::None => "–".to_owned(),
            RankChange::New => "new".to_owned(),
            RankChange::Places(places) => format!("{places:+}"),
        };
        let number = |value: Option<i32>| value.map_or("–".to_owned(), |value| value.to_string());
        let _ = writeln!(
            text,
            "{} ({}) {change} {} {} {} | {} {} {} {} {}",
            row.rank,
            row.overall_rank,
            id_of(dataset, board.entity, row),
            row.value.map_or("–".to_owned(), |value| value.to_string()),
            number(row.share.map(Share::basis_points)),
            number(row.progress.map(Share::basis_points)),
            number(row.expected_bp),
            number(row.pace_bp),
            row.gap.map_or("–".to_owned(), |gap| gap.0.to_string()),
            row.status.name()
        );
    }
    text
}
