//! Parts against the document that names them.

use crate::support::{base, fixture, good, set, with};
use paceboard_core::contract::{ContractErrorKind, PartField, parse_part};
use paceboard_core::model::{Block, Dataset, PartRef};
use serde_json::{Value, json};

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
    parse_part(text.as_bytes(), &dataset, &reference).map_err(|error| error.kind)
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

#[test]
fn days_after_the_document_are_cut_off() {
    let text = part().to_string();
    let (mut dataset, reference) = document(text.len());
    dataset.as_of.day = reference.range.from();
    let block = parse_part(text.as_bytes(), &dataset, &reference).unwrap();
    assert_eq!(
        (block.range.len(), &block.metrics[0].1.values[..]),
        (1, &[1, 3][..])
    );
}
