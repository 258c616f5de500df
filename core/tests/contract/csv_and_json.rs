//! From JSON to CSV and back.

use crate::support::{fixture, good, set, with};
use paceboard_core::contract::csv::{CsvSettings, parse_csv, write_csv};
use paceboard_core::contract::parse;
use paceboard_core::model::{Cells, Dataset, Metric};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What CSV keeps of a dataset: for each channel its texts and its figures by day and metric.
type Kept = BTreeMap<String, (Vec<String>, BTreeMap<(String, Metric), i64>)>;

fn kept(dataset: &Dataset) -> Kept {
    let mut kept = Kept::new();
    for block in &dataset.blocks {
        for (metric, cells) in &block.metrics {
            for (row, figures) in cells.values.chunks(block.range.len()).enumerate() {
                let channel = block.channels.start as usize + row;
                for (day, &figure) in block.range.days().zip(figures) {
                    if figure != Cells::GAP {
                        let id = dataset.channels.id[channel].to_string();
                        let entry = kept
                            .entry(id)
                            .or_insert_with(|| (texts(dataset, channel), BTreeMap::new()));
                        entry.1.insert((day.to_string(), *metric), figure);
                    }
                }
            }
        }
    }
    kept
}

fn texts(dataset: &Dataset, channel: usize) -> Vec<String> {
    let channels = &dataset.channels;
    let partner = channels.partner[channel].map(|index| &dataset.partners[index.at()]);
    let category =
        channels.category[channel].map(|index| dataset.categories[index.at()].name.clone());
    let province = channels.province[channel].map(|index| dataset.provinces[index.at()].clone());
    let partner = partner.map(|partner| format!("{} {}", partner.id, partner.name));
    let own = Some(channels.name[channel].clone());
    [own, partner, category, province]
        .map(Option::unwrap_or_default)
        .to_vec()
}

fn round_trip(dataset: &Dataset) -> Dataset {
    let settings = CsvSettings {
        currency_scale: dataset.currency.scale,
        ..CsvSettings::default()
    };
    parse_csv(write_csv(dataset).as_bytes(), &settings)
        .unwrap()
        .dataset
}

#[test]
fn the_full_document_goes_through_csv() {
    let dataset = parse(&std::fs::read(fixture("good/full.json")).unwrap())
        .unwrap()
        .dataset;
    assert_eq!(kept(&round_trip(&dataset)), kept(&dataset));
    insta::assert_snapshot!("csv", write_csv(&dataset));
}

#[test]
fn of_two_blocks_the_later_is_written() {
    let mut dataset = good(&with("/version", json!("1.0"))).dataset;
    let mut block = (*dataset.blocks[0]).clone();
    block.channels = 1..2;
    block.metrics = vec![(
        Metric::Gmv,
        Cells {
            values: vec![7, Cells::GAP, 9],
        },
    )];
    dataset.blocks.push(block.into());
    let figures: Vec<_> = round_trip(&dataset).blocks[0].metrics[0].1.values.clone();
    assert_eq!(figures, [1, 2, 3, 7, Cells::GAP, 9]);
}

/// A text that tries the quoting.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "青", ",", "\"", "'", "=", "-", "+", "@", " ", "1", "<b>",
    ]);
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

/// A document of a few channels and days, each channel with a figure on some day.
fn document() -> impl Strategy<Value = Value> {
    let sizes = (1..5_usize, 1..6_usize, 0..7_u8);
    sizes.prop_flat_map(|(channels, days, scale)| {
        let cell = prop_oneof![1 => Just(None), 4 => (0..1_000_000_000_i64).prop_map(Some)];
        let net = prop_oneof![1 => Just(None), 4 => (-1_000_000_i64..1_000_000).prop_map(Some)];
        let rows = prop::collection::vec(prop::collection::vec(cell, days), channels);
        let net = prop::collection::vec(prop::collection::vec(net, days), channels);
        let texts = prop::collection::vec(text(), channels);
        let partner = prop::collection::vec(prop::option::of(0..2_usize), channels);
        let province = prop::collection::vec(prop::option::of(text()), channels);
        (rows, net, texts, partner, province, [text(), text()]).prop_map(
            move |(mut gmv, net, names, partner, province, labels)| {
                // The last day and every channel have a figure, or CSV has no row for them.
                for row in &mut gmv {
                    row[days - 1] = row[days - 1].or(Some(0));
                }
                let ids: Vec<_> = (0..channels).map(|index| format!("-{index}")).collect();
                let entry = |(index, name): (usize, &String)| json!({"id": format!("e{index}"), "name": format!("{index}{name}")});
                let entries: Vec<_> = labels.iter().enumerate().map(entry).collect();
                let mut document = with("/currency/scale", json!(scale));
                set(&mut document, "/partners", json!(entries));
                set(&mut document, "/categories", json!(entries));
                set(&mut document, "/channels", json!({"id": ids, "name": names, "partner": partner,
                    "category": partner, "province": province}));
                set(&mut document, "/series", json!({"first_day": "2021-03-25", "days": days, "gmv": gmv, "net": net}));
                document
            },
        )
    })
}

proptest! {
    #[test]
    fn json_goes_through_csv_unchanged(document in document()) {
        let dataset = good(&document).dataset;
        let back = round_trip(&dataset);
        prop_assert_eq!(kept(&back), kept(&dataset));
        prop_assert_eq!(write_csv(&back), write_csv(&dataset));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse_csv(&bytes, &CsvSettings::default());
    }

    #[test]
    fn any_lines_are_read_or_refused(rows in prop::collection::vec("[-0-9a,.\"\r\n '=]{0,20}", 0..20)) {
        let csv = format!("date,channel,gmv,channel_name\n{}", rows.join("\n"));
        let _ = parse_csv(csv.as_bytes(), &CsvSettings::default());
    }
}
