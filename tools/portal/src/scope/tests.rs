//! For every merchant that there could be, the document is a good one and tells of nobody else.

use super::neighbours::REACH;
use super::{Scoped, files};
use crate::figures::Figures;
use crate::merchants::MERCHANTS;
use crate::portal::own;
use paceboard_core::board::{Board, Row, board};
use paceboard_core::books::Books;
use paceboard_core::contract::{self, Parsed, Warning, WarningKind};
use paceboard_core::model::{ChannelIndex, Metric};
use paceboard_core::pace::PaceTable;
use paceboard_core::programme::standing;
use paceboard_core::query::{Entity, Plan, Query, decode};
use serde_json::Value;
use std::collections::HashSet;
use std::sync::OnceLock;

fn figures() -> &'static Figures {
    static FIGURES: OnceLock<Figures> = OnceLock::new();
    FIGURES.get_or_init(|| Figures::of_sample().unwrap())
}

/// The two merchants, and merchants with one channel each from everywhere in the order, its first
/// and last and both sides of ties included.
fn merchants() -> Vec<Vec<ChannelIndex>> {
    let figures = figures();
    let known = MERCHANTS
        .iter()
        .map(|merchant| own(figures, merchant.channels).unwrap());
    let last = figures.order.len() - 1;
    let places = (0..last).step_by(97).chain([1, 2, last - 1, last]);
    known
        .chain(places.map(|place| vec![figures.order[place]]))
        .collect()
}

fn parsed(files: &[Scoped]) -> Parsed {
    contract::parse(&files[0].bytes).unwrap()
}

#[test]
fn every_document_and_its_part_keep_the_contract() {
    for own in merchants() {
        let files = files(figures(), &own);
        let Parsed { dataset, warnings } = parsed(&files);
        // The sample has days without data, for its readers to see how those are shown.
        let only_gaps = |warning: &Warning| warning.kind == WarningKind::Gap;
        assert!(warnings.iter().all(only_gaps), "{warnings:?}");
        let [part] = &dataset.parts[..] else {
            panic!("one part");
        };
        assert_eq!(part.href, format!("sales/{}", files[1].name));
        let block = contract::parse_part(&files[1].bytes, &dataset, part)
            .unwrap()
            .block;
        assert_eq!(block.channels, 0..own.len() as u32);
    }
}

#[test]
fn nobody_elses_id_name_or_partner_is_in_a_document() {
    let figures = figures();
    let all = &figures.dataset.channels;
    let partners = figures.dataset.partners.iter();
    let of_partners: HashSet<&str> = partners
        .flat_map(|partner| [partner.id.as_str(), &partner.name, &partner.alias])
        .collect();
    for own in merchants() {
        let foreign = all.indices().filter(|channel| !own.contains(channel));
        let of_channels: HashSet<&str> = foreign
            .map(ChannelIndex::at)
            .flat_map(|at| [all.id[at].as_str(), &all.name[at], &all.alias[at]])
            .collect();
        for file in files(figures, &own) {
            let mut texts = Vec::new();
            collect(&serde_json::from_slice(&file.bytes).unwrap(), &mut texts);
            for text in &texts {
                let text = text.as_str();
                assert!(
                    !of_channels.contains(text) && !of_partners.contains(text),
                    "{text}"
                );
            }
        }
    }
}

/// Every text of a document, keys too.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Object(fields) => {
            for (key, value) in fields {
                texts.push(key.clone());
                collect(value, texts);
            }
        }
        _ => {}
    }
}

#[test]
fn neighbours_have_nothing_but_a_rank_and_their_sums() {
    for own in merchants() {
        let dataset = parsed(&files(figures(), &own)).dataset;
        let channels = &dataset.channels;
        assert!(channels.len() <= own.len() * (2 * REACH + 1));
        for at in own.len()..channels.len() {
            assert!(channels.id[at].as_str().starts_with("anon-"));
            assert_eq!(channels.category[at], None);
            assert_eq!(channels.province[at], None);
            assert_eq!(channels.partner[at], None);
            assert_eq!(channels.goal[at], None);
        }
        let metrics = dataset.blocks[0].metrics.iter().map(|(metric, _)| *metric);
        assert_eq!(metrics.collect::<Vec<_>>(), [Metric::Gmv]);
    }
}

#[test]
fn ranks_and_counts_are_those_among_all() {
    let figures = figures();
    let all = &figures.dataset;
    let whole = standing(all, &figures.books, &figures.paces, Entity::Channels);
    for own in merchants() {
        let dataset = parsed(&files(figures, &own)).dataset;
        let books = Books::build(&dataset).unwrap();
        let paces = PaceTable::build(&dataset, &books, dataset.as_of.day, Plan::Seasonal);
        let board = board(&dataset, &books, &paces, &Query::default());
        assert_eq!(board.among, all.channels.len());
        for (row, channel) in own.iter().enumerate() {
            let of_row = |other: &&Row| other.index == row as u32;
            let shown = board.rows.iter().find(of_row).unwrap();
            assert_eq!(shown.overall_rank as usize, figures.rank(*channel));
        }
        let here = standing(&dataset, &books, &paces, Entity::Channels);
        assert_eq!((here.over, here.target), (whole.over, whole.target));
        assert_eq!(here.this_year, whole.this_year);
        assert_eq!(here.last_year, whole.last_year);
        assert_eq!(here.path, whole.path);
        assert_eq!(here.crossed_count, whole.crossed_count);
    }
}

/// Every named window, against the days before and against last year: the merchant reads the same
/// ranks and the same changes as the operator.
#[test]
fn named_windows_show_what_the_operator_sees() {
    let figures = figures();
    let own = own(figures, MERCHANTS[0].channels).unwrap();
    let dataset = parsed(&files(figures, &own)).dataset;
    let books = Books::build(&dataset).unwrap();
    let paces = PaceTable::build(&dataset, &books, dataset.as_of.day, Plan::Seasonal);
    for query in [
        "",
        "window=7d",
        "window=28d",
        "window=90d",
        "window=quarter",
        "window=month",
        "window=festival:double-11",
    ] {
        for against in ["", "&against=last-year"] {
            let query = decode(&format!("{query}{against}"));
            let here = board(&dataset, &books, &paces, &query);
            let all = board(&figures.dataset, &figures.books, &figures.paces, &query);
            for (row, channel) in own.iter().enumerate() {
                let find = |board: &Board, index: u32| {
                    let row = board
                        .rows
                        .iter()
                        .find(|other| other.index == index)
                        .unwrap();
                    (row.value, row.overall_rank, row.change)
                };
                assert_eq!(find(&here, row as u32), find(&all, channel.0), "{query:?}");
            }
        }
    }
}

#[test]
fn own_figures_are_the_programmes_own() {
    let figures = figures();
    for own in merchants() {
        let dataset = parsed(&files(figures, &own)).dataset;
        let block = &dataset.blocks[0];
        for (row, channel) in own.iter().enumerate() {
            let days = block.range.len();
            let here = &block.metrics[0].1.values[row * days..(row + 1) * days];
            let all = figures.daily(Metric::Gmv, *channel, block.range);
            let all: Vec<i64> = all
                .into_iter()
                .map(|figure| figure.unwrap_or(i64::MIN))
                .collect();
            assert_eq!(here, all);
        }
    }
}

#[test]
fn the_second_time_the_same_bytes_come_out() {
    let [merchant, ..] = &MERCHANTS;
    let own = own(figures(), merchant.channels).unwrap();
    let (one, other) = (files(figures(), &own), files(figures(), &own));
    assert_eq!(one[0].etag, other[0].etag);
    assert_eq!(one[1].name, other[1].name);
}
