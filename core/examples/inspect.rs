//! What the core says of a Sales JSON document, as JSON, for comparison with other means:
//!
//! ```text
//! cargo run --example inspect -- DOCUMENT [--daily] [QUERY …]
//! ```
//!
//! Parts are read from beside the document. Each `QUERY` is a query string as in the page's URL,
//! such as `window=28d&metric=orders&as_of=2014-12-31`, and gets an answer of its own. `--daily`
//! adds every figure of every channel.

use paceboard_core::board::{self, Board, RankChange, Row};
use paceboard_core::books::Books;
use paceboard_core::contract::{self, Parsed, Warning};
use paceboard_core::model::{ChannelIndex, Dataset, DayRange, Id, Metric, Share};
use paceboard_core::pace::{Pace, PaceTable};
use paceboard_core::programme::{self, Standing};
use paceboard_core::query::{self, Entity};
use serde_json::{Map, Value, json};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Rows of a leaderboard that are printed.
const TOP: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let count = arguments.len();
    arguments.retain(|argument| argument != "--daily");
    let with_daily = arguments.len() < count;
    let Some((path, queries)) = arguments.split_first() else {
        return Err("usage: inspect DOCUMENT [--daily] [QUERY …]".into());
    };
    let Parsed { dataset, warnings } = read(Path::new(path))?;
    let books = Books::build(&dataset)?;
    let answers = queries.iter().map(|text| answer(&dataset, &books, text));
    let mut report = about(&dataset, &books, &warnings);
    report.insert("answers".into(), answers.collect());
    if with_daily {
        report.insert("daily".into(), daily(&dataset, &books));
    }
    println!("{}", Value::Object(report));
    Ok(())
}

/// The document with all its parts.
fn read(path: &Path) -> Result<Parsed, Box<dyn Error>> {
    let mut parsed = contract::parse(&fs::read(path)?)?;
    for part in &parsed.dataset.parts {
        let bytes = fs::read(path.with_file_name(&part.href))?;
        let block = contract::parse_part(&bytes, &parsed.dataset, part)?.block;
        parsed.dataset.blocks.push(Arc::new(block));
    }
    Ok(parsed)
}

fn about(dataset: &Dataset, books: &Books, warnings: &[Warning]) -> Map<String, Value> {
    let report = json!({
        "as_of": dataset.as_of.text,
        "today": dataset.as_of.day.to_string(),
        "currency": dataset.currency.code,
        "scale": dataset.currency.scale,
        "warnings": warnings.iter().map(Warning::to_string).collect::<Vec<_>>(),
        "channels": dataset.channels.id.iter().map(Id::as_str).collect::<Vec<_>>(),
        "days": by_metric(books, |_, days| days_json(days)),
    });
    match report {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// What `describe` says of each metric that has figures, with the days that it has them for.
fn by_metric(books: &Books, describe: impl Fn(Metric, DayRange) -> Value) -> Value {
    let known = |metric: Metric| {
        let days = books.channels.range(metric)?;
        Some((metric.name().to_owned(), describe(metric, days)))
    };
    Metric::ALL.into_iter().filter_map(known).collect()
}

/// Each channel's figures, a day each, `null` where there is none.
fn daily(dataset: &Dataset, books: &Books) -> Value {
    by_metric(books, |metric, days| {
        let row = |channel: ChannelIndex| -> Value {
            books
                .channels
                .daily(metric, channel, days)
                .map(Value::from)
                .collect()
        };
        dataset.channels.indices().map(row).collect()
    })
}

/// The board and the standing that a query asks for.
fn answer(dataset: &Dataset, books: &Books, text: &str) -> Value {
    let query = query::decode(text);
    let today = query.as_of.unwrap_or(dataset.as_of.day);
    let paces = PaceTable::build(dataset, books, today, query.plan);
    let board = board::board(dataset, books, &paces, &query);
    let standing = programme::standing(dataset, books, &paces, query.entity);
    json!({
        "query": text,
        "today": today.to_string(),
        "board": board_json(dataset, &board),
        "standing": standing_json(dataset, &paces, &standing, query.entity),
    })
}

fn board_json(dataset: &Dataset, board: &Board) -> Value {
    let row = |row: &Row| {
        json!({
            "id": id(dataset, board.entity, row.index),
            "rank": row.rank,
            "overall_rank": row.overall_rank,
            "value": row.value,
            "share_bp": row.share.map(Share::basis_points),
            "progress_bp": row.progress.map(Share::basis_points),
            "change": match row.change {
                RankChange::New | RankChange::None => Value::Null,
                RankChange::Places(places) => places.into(),
            },
        })
    };
    json!({
        "metric": board.metric.name(),
        "window": days_json(board.window),
        "total": board.total,
        "rows": board.rows.len(),
        "of": board.of,
        "top": board.rows.iter().take(TOP).map(row).collect::<Vec<_>>(),
    })
}

fn standing_json(
    dataset: &Dataset,
    paces: &PaceTable,
    standing: &Standing,
    entity: Entity,
) -> Value {
    let name = |index: usize| id(dataset, entity, index as u32).to_owned();
    let crossing =
        |(index, pace): (usize, &Pace)| Some((name(index), pace.crossed?.to_string().into()));
    let crossed: Map<String, Value> = paces
        .rows(entity)
        .iter()
        .enumerate()
        .filter_map(crossing)
        .collect();
    let this_week = standing
        .crossed_this_week
        .iter()
        .map(|crossing| name(crossing.index as usize));
    json!({
        "over": standing.over,
        "over_last_year": standing.over_last_year,
        "target": standing.target,
        "crossed": crossed,
        "crossed_this_week": this_week.collect::<Vec<_>>(),
        "over_by_day": standing.this_year.over,
    })
}

fn id(dataset: &Dataset, entity: Entity, index: u32) -> &str {
    match entity {
        Entity::Channels => dataset.channels.id[index as usize].as_str(),
        Entity::Partners => dataset.partners[index as usize].id.as_str(),
    }
}

fn days_json(days: DayRange) -> Value {
    json!({ "from": days.from().to_string(), "to": days.to().to_string() })
}
