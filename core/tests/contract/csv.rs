//! The CSV form, and its way to JSON and back.

use crate::support::{fixture, good, set, with};
use paceboard_core::contract::csv::{CsvSettings, csv_faults, parse_csv, write_csv};
use paceboard_core::contract::{Warning, WarningKind, parse};
use paceboard_core::model::{Cells, Dataset, Metric, Money};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn read(csv: &str) -> Result<Dataset, String> {
    let parsed = parse_csv(csv.as_bytes(), &CsvSettings::default());
    parsed
        .map(|parsed| parsed.dataset)
        .map_err(|error| error.to_string())
}

fn warnings(csv: &str) -> Vec<Warning> {
    parse_csv(csv.as_bytes(), &CsvSettings::default())
        .unwrap()
        .warnings
}

#[test]
fn three_columns_are_enough() {
    let dataset =
        read("date,channel,gmv\n2021-04-01,a,1.5\n2021-04-03,a,0\n2021-04-02,b,2\n").unwrap();
    assert_eq!(dataset.channels.name, ["a", "b"]);
    let block = &dataset.blocks[0];
    let gap = Cells::GAP;
    assert_eq!(block.range.to_string(), "2021-04-01..2021-04-04");
    assert_eq!(
        block.metrics,
        [(
            Metric::Gmv,
            Cells {
                values: vec![150, gap, 0, gap, 200, gap]
            }
        )]
    );
    assert_eq!(dataset.as_of.text, "2021-04-03T23:59:59Z");
    assert_eq!(dataset.programme.channel_goal, Some(Money(10_000_000_000)));
}

#[test]
fn columns_come_in_any_order_and_unknown_ones_are_ignored() {
    let csv = "\u{feff}orders,note,province,category,gmv,partner_name,partner,channel_name,channel,date\r\n\
        3,\"a, b\",浙江,美妆,10,青藤,p1,\"青木 \"\"直播\"\"\",c1,2021-04-01\r\n\
        4,,,,11,,,,c1,2021-04-02\r\n";
    let dataset = read(csv).unwrap();
    assert_eq!(dataset.channels.name, ["青木 \"直播\""]);
    assert_eq!(
        (
            dataset.partners[0].id.as_str(),
            dataset.partners[0].name.as_str()
        ),
        ("p1", "青藤")
    );
    let category = &dataset.categories[0];
    assert_eq!(
        (category.id.as_str(), category.name.as_str()),
        ("category-1", "美妆")
    );
    assert_eq!(dataset.provinces, ["浙江"]);
    let metrics: Vec<_> = dataset.blocks[0]
        .metrics
        .iter()
        .map(|(_, cells)| &cells.values[..])
        .collect();
    assert_eq!(metrics, [[1_000, 1_100], [3, 4]]);
}

fn faults(csv: &str, most: usize) -> Vec<String> {
    let (faults, _) = csv_faults(csv.as_bytes(), &CsvSettings::default(), most);
    faults.into_iter().map(|fault| fault.path).collect()
}

#[test]
fn a_day_at_the_ends_of_the_calendar_is_refused() {
    let on = |day: &str| faults(&format!("date,channel,gmv\n{day},a,1\n"), 2);
    assert_eq!(on("9998-12-31"), [""; 0]);
    for day in ["0001-12-31", "9999-01-01"] {
        assert_eq!(on(day), ["line 2, column date"]);
    }
}

fn count_of_faults(csv: &str) -> usize {
    csv_faults(csv.as_bytes(), &CsvSettings::default(), 2).1
}

#[test]
fn all_rows_that_are_wrong_are_named_up_to_a_limit() {
    let csv = "date,channel,gmv\n2021-04-31,a,1\n2021-04-01,a,1\n2021-04-02,a b,1\n2021-04-03,a\n2021-04-04,a,x\n";
    let all = [
        "line 2, column date",
        "line 4, column channel",
        "line 5",
        "line 6, column gmv",
    ];
    assert_eq!(faults(csv, 20), all);
    assert_eq!(faults(csv, 4), all);
    assert_eq!(faults(csv, 2), all[..2]);
    assert_eq!(count_of_faults(csv), all.len());
}

#[test]
fn each_row_that_is_there_again_is_named_and_all_are_counted() {
    let csv = "date,channel,gmv\n2021-04-01,a,1\n2021-04-02,a,1\n2021-04-01,a,2\n2021-04-01,b,1\n2021-04-02,a,1\n2021-04-01,a,3\n";
    let again = [
        "line 4, column date",
        "line 6, column date",
        "line 7, column date",
    ];
    assert_eq!(faults(csv, 20), again);
    assert_eq!(faults(csv, 2), again[..2]);
    assert_eq!(count_of_faults(csv), 3);
    let and_wrong = format!("{csv}2021-04-31,b,1\n");
    assert_eq!(faults(&and_wrong, 1), ["line 8, column date"]);
    assert_eq!(count_of_faults(&and_wrong), 4);
}

#[test]
fn what_stops_the_reading_comes_last_and_what_only_the_whole_shows_alone() {
    let unclosed = "date,channel,gmv\n2021-04-31,a,1\n\"2021-04-01,a,1\n";
    assert_eq!(faults(unclosed, 20), ["line 2, column date", "line 3"]);
    let twice = "date,channel,gmv\n2021-04-01,a,1\n2021-04-01,a,2\n";
    assert_eq!(faults(twice, 20), ["line 3, column date"]);
    assert_eq!(faults("date,gmv\n", 20), ["line 1"]);
    assert_eq!(faults("date,channel,gmv\n", 20), ["line 1"]);
    assert_eq!(count_of_faults("date,gmv\n"), 1);
    assert!(faults("date,channel,gmv\n2021-04-01,a,1\n", 20).is_empty());
}

#[test]
fn what_is_wrong_is_named_by_line_and_column() {
    let row =
        |row: &str| read(&format!("date,channel,gmv,net\n2021-04-01,a,1,1\n{row}\n")).unwrap_err();
    for (csv, expected) in [
        (
            "2021-04-31,a,1,1",
            "line 3, column date, byte 38: expected a date such as 2021-04-01, found \"2021-04-31\"",
        ),
        (
            "2021-04-02,a b,1,1",
            "line 3, column channel, byte 49: expected an id of 1–64 characters of A–Z a–z 0–9 . _ ~ -, found \"a b\"",
        ),
        (
            "2021-04-02,a,-1,1",
            "line 3, column gmv, byte 51: expected a number from 0 to 9007199254740991, found -1",
        ),
        (
            "2021-04-02,a,1.555,1",
            "line 3, column gmv, byte 51: expected an amount such as 1234.50 with no more decimals than the currency has, found \"1.555\"",
        ),
        (
            "2021-04-02,a,1,1e3",
            "line 3, column net, byte 53: expected an amount such as 1234.50 with no more decimals than the currency has, found \"1e3\"",
        ),
        (
            "2021-04-02,a,1",
            "line 3, byte 38: expected 4 entries, found 3",
        ),
        (
            "2021-04-01,a,2,2",
            "line 3, column date, byte 38: expected one row for each channel and day, found a second for a on 2021-04-01",
        ),
        (
            "2025-04-01,a,2,2",
            "line 3, column date, byte 38: expected at most 1100 days in the whole table, found more",
        ),
        (
            "\"2021-04-02,a,2,2",
            "line 3, byte 38: expected a closing double quote, found the end of the document",
        ),
    ] {
        assert_eq!(row(csv), expected);
    }
    for empty in ["", "a,b\n1,2\n", "date channel gmv\n"] {
        assert_eq!(
            read(empty).unwrap_err(),
            "line 1, byte 0: expected a table with the columns date, channel and gmv, found none of them"
        );
    }
    assert_eq!(
        read("date,gmv\n").unwrap_err(),
        "line 1, byte 0: expected the field \"channel\", found none"
    );
    assert_eq!(
        read("date,channel,gmv\n").unwrap_err(),
        "line 1, byte 0: expected at least one row of figures, found none"
    );
    assert_eq!(
        read("date,channel,gmv,date\n").unwrap_err(),
        "line 1, byte 17: expected each key once, found \"date\" again"
    );
    assert_eq!(
        read("date;channel;gmv\n").unwrap_err(),
        "line 1, byte 0: expected at least one row of figures, found none"
    );
    assert!(
        read("<!DOCTYPE html>")
            .unwrap_err()
            .contains("found a web page")
    );
    let error = parse_csv(b"date,channel,gmv\n\xff", &CsvSettings::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2, byte 17: expected UTF-8 text, found bytes that are not"
    );
}

/// With commas first, so that what was read before is read alike: of a header that has the columns
/// between commas, a semicolon belongs to a name.
#[test]
fn fields_stand_between_commas_or_else_semicolons_or_tabs() {
    let commas = "date,channel,gmv,channel_name\n2021-04-01,a,1.5,\"x, y\"\n2021-04-02,a,2,\n";
    let same = read(commas).unwrap();
    let semicolons = "date;channel;gmv;channel_name\n2021-04-01;a;1.5;x, y\n2021-04-02;a;2;\n";
    assert_eq!(read(semicolons).unwrap(), same);
    assert_eq!(read(&semicolons.replace(';', "\t")).unwrap(), same);
    let quoted = semicolons.replacen("date;channel;gmv", "\"date\";\"channel\";\"gmv\"", 1);
    assert_eq!(read(&quoted).unwrap(), same);
    let named = read("note;a\tb,date,channel,gmv\n;,2021-04-01,a,1.5\n").unwrap();
    assert_eq!(named.blocks[0].metrics[0].1.values, [150]);
    assert_eq!(
        read("date;channel;gmv\n2021-04-01;a;1,50\n").unwrap_err(),
        "line 2, column gmv, byte 30: expected an amount such as 1234.50 with no more decimals than the currency has, found \"1,50\""
    );
}

#[test]
fn settings_are_checked_too() {
    let csv = b"date,channel,gmv\n2021-04-01,a,1\n";
    let check = |settings: CsvSettings| parse_csv(csv, &settings).unwrap_err().path;
    let default = CsvSettings::default;
    assert_eq!(
        check(CsvSettings {
            currency_code: "yuan".into(),
            ..default()
        }),
        "settings"
    );
    assert_eq!(
        check(CsvSettings {
            currency_scale: 7,
            ..default()
        }),
        "settings"
    );
    assert_eq!(
        check(CsvSettings {
            fiscal_year_start: (2, 29),
            ..default()
        }),
        "settings"
    );
}

#[test]
fn what_is_odd_is_counted() {
    let csv = "date,channel,gmv,channel_name\n2021-04-01,a,1,A\n2021-04-02,a,1,\n2021-04-03,a,1,B\n2021-04-03,b,1,B\n";
    let found = warnings(csv);
    let texts: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        [
            "2 cells without data, first at gmv · b · 2021-04-01",
            "1 names that several entries share, first at channel b",
            "1 names, partners, categories or provinces that change, last one kept, first at line 4",
        ]
    );
    assert_eq!(found[2].kind, WarningKind::AttributeChanged);
}

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
        let _ = read(&format!("date,channel,gmv,channel_name\n{}", rows.join("\n")));
    }
}
