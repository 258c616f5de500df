//! Parts against the document that names them.

use crate::support::{base, fixture, good, set, with};
use paceboard_core::contract::parse_part;
use paceboard_core::contract::{ContractErrorKind, Counted, ParsedPart, PartField, WarningKind};
use paceboard_core::model::{Block, Cells, Dataset, DayRange, Metric, PartRef, TABLE_CELLS};
use serde_json::{Value, json};
use std::sync::Arc;

/// A document with one part, and the reference to it as if it were `bytes` long.
fn document(bytes: usize) -> (Dataset, PartRef) {
    let text = std::fs::read_to_string(fixture("parts/document.json")).unwrap();
    let dataset = good(&serde_json::from_str::<Value>(&text).unwrap()).dataset;
    let part = PartRef {
        bytes: bytes as u64,
        ..dataset.parts[0].clone()
    };
    (dataset, part)
}

fn part() -> Value {
    json!({"format": "channel-sales", "version": "1.0", "part": true, "channels": [0, 2],
        "series": {"first_day": "2020-04-01", "days": 2, "gmv": [[1, 2], [3, null]]}})
}

fn read(part: &Value) -> Result<Block, ContractErrorKind> {
    let text = part.to_string();
    let (dataset, reference) = document(text.len());
    let parsed = parse_part(text.as_bytes(), &dataset, &reference);
    parsed.map(|part| part.block).map_err(|error| error.kind)
}

#[test]
fn a_part_becomes_a_block() {
    let block = read(&part()).unwrap();
    assert_eq!(
        (block.range.to_string().as_str(), block.channels),
        ("2020-04-01..2020-04-03", 0..2)
    );
    assert_eq!(
        block.metrics[0].1.values,
        [1, 2, 3, paceboard_core::model::Cells::GAP]
    );
}

#[test]
fn a_part_of_another_size_is_refused() {
    let text = part().to_string();
    let (dataset, reference) = document(text.len() + 1);
    let error = parse_part(text.as_bytes(), &dataset, &reference).unwrap_err();
    assert!(matches!(
        error.kind,
        ContractErrorKind::PartDiffers {
            what: PartField::Bytes,
            ..
        }
    ));
}

#[test]
fn a_part_that_differs_from_what_was_said_is_refused() {
    let check = |pointer: &str, value: Value, field: PartField| {
        let mut part = part();
        set(&mut part, pointer, value);
        match read(&part) {
            Err(ContractErrorKind::PartDiffers { what, .. }) => assert_eq!(what, field),
            other => panic!("{other:?}"),
        }
    };
    check("/series/first_day", json!("2020-04-02"), PartField::Days);
    check("/series/days", json!(1), PartField::Days);
    check("/channels", json!([0, 1]), PartField::Channels);
    check("/series/net", json!([[1, 2], [3, 4]]), PartField::Metrics);
    check("/series/gmv", Value::Null, PartField::Metrics);
}

#[test]
fn a_part_and_a_document_are_not_taken_for_each_other() {
    assert_eq!(read(&base()).unwrap_err(), ContractErrorKind::IsNoPart);
    let error = paceboard_core::contract::parse(part().to_string().as_bytes()).unwrap_err();
    assert_eq!(error.kind, ContractErrorKind::IsPart);
    let mut newer = part();
    set(&mut newer, "/version", json!("2.0"));
    set(&mut newer, "/series", json!(5));
    assert_eq!(
        read(&newer).unwrap_err(),
        ContractErrorKind::Version {
            found: "2.0".into()
        }
    );
}

#[test]
fn sums_are_counted_over_all_blocks() {
    let amount = paceboard_core::contract::limits::AMOUNT;
    let days = 600;
    let series = |first_day: &str, days: usize| json!({"first_day": first_day, "days": days, "gmv": [vec![amount; days]]});
    let mut document = with("/channels", json!({"id": ["c"], "name": ["C"]}));
    set(&mut document, "/as_of", json!("2029-01-01T00:00:00Z"));
    set(&mut document, "/series", series("2021-04-01", 500));
    let mut part = part();
    set(&mut part, "/channels", json!([0, 1]));
    set(&mut part, "/series", series("2019-08-10", days));
    let text = part.to_string();
    let reference = json!([{"first_day": "2019-08-10", "days": days, "channels": [0, 1],
        "metrics": ["gmv"], "href": "a.json", "bytes": text.len(), "sha256": "0".repeat(64)}]);
    set(&mut document, "/parts", reference);
    let mut dataset = good(&document).dataset;
    let reference = dataset.parts[0].clone();
    let error = parse_part(text.as_bytes(), &dataset, &reference).unwrap_err();
    assert_eq!(
        error.kind,
        ContractErrorKind::SumTooLarge {
            column: "gmv".into()
        }
    );
    dataset.blocks.clear();
    assert!(parse_part(text.as_bytes(), &dataset, &reference).is_ok());
}

/// A document of 500,000 channels whose table ends 300 days after the part of two of them begins.
fn wide(bytes: usize) -> (Dataset, PartRef) {
    let (mut dataset, reference) = document(bytes);
    let days = DayRange::starting(reference.range.from().plus(299), 1);
    dataset.blocks = vec![Arc::new(Block {
        range: days,
        channels: 0..500_000,
        metrics: vec![(Metric::Gmv, Cells { values: vec![] })],
        part: None,
    })];
    (dataset, reference)
}

#[test]
fn a_part_that_would_make_the_table_too_large_is_refused() {
    let text = part().to_string();
    let (mut dataset, reference) = wide(text.len());
    let read = |dataset: &Dataset| parse_part(text.as_bytes(), dataset, &reference);
    let error = read(&dataset).unwrap_err();
    assert_eq!(error.path, "$.series");
    let limit = TABLE_CELLS as usize;
    let (what, kind) = (Counted::Cells, error.kind);
    assert_eq!(kind, ContractErrorKind::TooMany { what, limit });
    // Of days that are all still to come nothing is kept.
    dataset.as_of.day = reference.range.from().plus(-1);
    assert!(read(&dataset).is_ok());
    // Nor does a newer version take over what has no room beside its own figures.
    let (mut after, _) = wide(text.len());
    dataset.as_of.day = after.as_of.day;
    dataset.blocks.clear();
    dataset.insert(Arc::new(read(&dataset).unwrap().block));
    after.carry_over(&dataset);
    assert!(!after.has_part(&reference));
    after.blocks.clear();
    after.carry_over(&dataset);
    assert!(after.has_part(&reference));
}

#[test]
fn days_after_the_document_are_cut_off() {
    let text = part().to_string();
    let (mut dataset, reference) = document(text.len());
    dataset.as_of.day = reference.range.from();
    let ParsedPart { block, warnings } = parse_part(text.as_bytes(), &dataset, &reference).unwrap();
    assert_eq!(
        (block.range.len(), &block.metrics[0].1.values[..]),
        (1, &[1, 3][..])
    );
    // Channel b has no figure on the second day, so only a's is lost.
    let [future] = &warnings[..] else {
        panic!("{warnings:?}");
    };
    assert_eq!((future.kind, future.count), (WarningKind::FutureDay, 1));
}

#[test]
fn gaps_of_a_part_are_counted_with_its_name() {
    let text = part().to_string();
    let (dataset, reference) = document(text.len());
    let read = parse_part(text.as_bytes(), &dataset, &reference).unwrap();
    let [gap] = &read.warnings[..] else {
        panic!("{:?}", read.warnings);
    };
    assert_eq!((gap.kind, gap.count), (WarningKind::Gap, 1));
    let place = format!("{} $.series.gmv[1][1]", reference.href);
    assert_eq!(gap.place, place);
}

#[test]
fn gaps_before_a_channel_started_are_none() {
    let text = part().to_string();
    let (mut dataset, reference) = document(text.len());
    let day = |text| paceboard_core::model::Day::parse(text).ok();
    Arc::make_mut(&mut dataset.channels).started = vec![None, day("2020-04-03")];
    let read = parse_part(text.as_bytes(), &dataset, &reference).unwrap();
    assert_eq!(read.warnings, []);
}

/// The document with so many references to the same bytes, each with a hash of its own.
fn with_parts(text: &str, count: u8) -> Dataset {
    let (mut dataset, reference) = document(text.len());
    dataset.parts = (0..count)
        .map(|number| PartRef {
            sha256: [number; 32],
            ..reference.clone()
        })
        .collect();
    dataset
}

fn insert(dataset: &mut Dataset, text: &str, number: usize) {
    let part = dataset.parts[number].clone();
    let read = parse_part(text.as_bytes(), dataset, &part).unwrap();
    dataset.insert(Arc::new(read.block));
}

#[test]
fn a_part_is_known_again_by_its_hash_however_it_looks() {
    // Cut at the as-of day, and its metrics named in another order than they come.
    let mut part = part();
    set(&mut part, "/series/net", json!([[1, 2], [3, 4]]));
    let text = part.to_string();
    let mut dataset = with_parts(&text, 2);
    dataset.as_of.day = dataset.parts[0].range.from();
    for part in &mut dataset.parts {
        part.metrics = vec![Metric::Net, Metric::Gmv];
    }
    insert(&mut dataset, &text, 0);
    let [first, second] = &dataset.parts[..] else {
        unreachable!()
    };
    assert!(dataset.has_part(first));
    assert!(!dataset.has_part(second), "the same shape is another part");
}

#[test]
fn blocks_stand_in_the_order_of_naming_whenever_they_arrive() {
    let text = part().to_string();
    let mut dataset = with_parts(&text, 3);
    let own = dataset.blocks.len();
    for number in [1, 0, 2] {
        insert(&mut dataset, &text, number);
    }
    let order: Vec<_> = dataset.blocks.iter().map(|block| block.part).collect();
    assert_eq!(order[..own], vec![None; own]);
    assert_eq!(order[own..], [Some([0; 32]), Some([1; 32]), Some([2; 32])]);
}

#[test]
fn parts_that_a_newer_version_names_alike_are_carried_over() {
    let text = part().to_string();
    let mut before = with_parts(&text, 3);
    for number in 0..3 {
        insert(&mut before, &text, number);
    }
    let mut after = with_parts(&text, 3);
    after.parts[1].href = "renamed.json".into();
    after.parts[2].sha256 = [9; 32];
    after.carry_over(&before);
    let has: Vec<bool> = after
        .parts
        .iter()
        .map(|part| after.has_part(part))
        .collect();
    assert_eq!(has, [true, true, false]);
    before.parts[1].href = "old.json".into();
    assert_eq!(
        after.carried_href(&before, "old.json"),
        Some("renamed.json")
    );
    assert_eq!(after.carried_href(&before, "unknown.json"), None);
}

#[test]
fn a_part_that_was_cut_is_read_again_once_more_days_are_known() {
    let text = part().to_string();
    let mut before = with_parts(&text, 1);
    let day = before.parts[0].range.from();
    before.as_of.day = day;
    insert(&mut before, &text, 0);
    let mut after = with_parts(&text, 1);
    after.as_of.day = day;
    after.carry_over(&before);
    assert!(after.has_part(&after.parts[0]));
    let mut later = with_parts(&text, 1);
    later.carry_over(&before);
    assert!(!later.has_part(&later.parts[0]));
}

#[test]
fn a_part_of_future_days_counts_as_read_and_adds_nothing() {
    let text = part().to_string();
    let mut dataset = with_parts(&text, 1);
    let ledger = |dataset: &Dataset| {
        paceboard_core::ledger::Ledger::build(dataset.channels.len(), &dataset.blocks).unwrap()
    };
    let range = ledger(&dataset).range(Metric::Gmv);
    dataset.as_of.day = dataset.parts[0].range.from().plus(-40);
    insert(&mut dataset, &text, 0);
    assert!(dataset.has_part(&dataset.parts[0]));
    assert_eq!(ledger(&dataset).range(Metric::Gmv), range);
}
