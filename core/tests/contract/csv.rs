//! The CSV form as it is read.

use paceboard_core::contract::csv::{CsvSettings, csv_faults, parse_csv};
use paceboard_core::contract::{Warning, WarningKind};
use paceboard_core::model::{Cells, Dataset, Metric, Money};

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

#[test]
fn thousands_separators_are_named_in_a_field_and_where_they_tear_it() {
    let fault = |row: &str| {
        let error = read(&format!("date,channel,gmv,net\n2021-04-01,{row}\n")).unwrap_err();
        error.replace(
            "expected a figure such as 1234567, since thousands separators are not read, ",
            "",
        )
    };
    assert_eq!(
        fault("a,\"1,234,567\",1"),
        "line 2, column gmv, byte 34: found \"1,234,567\""
    );
    assert_eq!(
        fault("a,1,234,567,1"),
        "line 2, column gmv, byte 34: found \"1,234\""
    );
    assert_eq!(
        fault("a,1,234.50,1,234"),
        "line 2, column gmv, byte 34: found \"1,234.50\""
    );
    assert_eq!(
        fault("a,1,-2,345"),
        "line 2, column net, byte 36: found \"-2,345\""
    );
    for figure in ["1.234.567", "1'234.50", "1 234"] {
        let found = format!("line 2, column gmv, byte 34: found \"{figure}\"");
        assert_eq!(fault(&format!("a,{figure},1")), found);
        if figure.contains('.') {
            assert_eq!(fault(&format!("a,{figure},50,1")), found);
        }
    }
    assert_eq!(
        fault("a,1 234,50,1"),
        "line 2, column gmv, byte 34: found \"1 234,50\""
    );
    assert_eq!(
        fault("a,\"1.234,50\",1"),
        "line 2, column gmv, byte 34: found \"1.234,50\""
    );
    for long in [
        "a,1.234,567,1",
        "a,100,200,",
        "a,1,2,3",
        "a,1,2,\"中\"\"文\"",
        "1,234,1,2",
    ] {
        assert_eq!(fault(long), "line 2, byte 21: expected 4 entries, found 5");
    }
}

#[test]
fn rows_of_separators_alone_are_none() {
    let csv = "date,channel,gmv\n2021-04-01,a,1\n";
    let same = read(csv).unwrap();
    assert_eq!(read(&format!("{csv},,\n,,,,\n\"\",,\n")).unwrap(), same);
    let after = format!("{csv},,\n,,5\n");
    assert_eq!(faults(&after, 9), ["line 4, column date"]);
    assert_eq!(faults(&format!("{csv},,,x\n"), 9), ["line 3"]);
    assert_eq!(
        read("date,channel,gmv\n,,\n").unwrap_err(),
        "line 1, byte 0: expected at least one row of figures, found none"
    );
}

#[test]
fn lines_end_as_on_any_machine_and_are_counted_alike() {
    let csv = "date,channel,gmv\n2021-04-01,a,1\n2021-04-02,a,2\n";
    let same = read(csv).unwrap();
    for end in ["\r", "\r\n"] {
        let csv = csv.replace('\n', end);
        assert_eq!(read(&csv).unwrap(), same);
        let wrong = format!("{csv}{end}2021-04-31,a,x{end}2021-04-03,a,x");
        let lines = ["line 5, column date", "line 6, column gmv"];
        assert_eq!(faults(&wrong, 9), lines);
    }
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
            "1 channels or partners described differently by rows, last one kept, first at line 4",
        ]
    );
    assert_eq!(found[2].kind, WarningKind::AttributeChanged);
}

/// a has three names on five rows, b two provinces and two partners; p is called P, Q and P, by a and
/// by b.
#[test]
fn what_is_described_differently_is_counted_once() {
    let csv = "date,channel,gmv,channel_name,partner,partner_name,province\n\
               2021-04-01,a,1,A,p,P,\n\
               2021-04-02,a,1,B,p,Q,\n\
               2021-04-03,a,1,A,p,P,\n\
               2021-04-04,a,1,C,,,\n\
               2021-04-05,a,1,A,,,\n\
               2021-04-01,b,1,,o,,North\n\
               2021-04-02,b,1,,p,Q,South\n\
               2021-04-03,b,1,,,,\n\
               2021-04-04,b,1,,,,\n\
               2021-04-05,b,1,,,,\n";
    let told = warnings(csv)
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>();
    assert_eq!(
        told,
        ["3 channels or partners described differently by rows, last one kept, first at line 3"]
    );
    let dataset = read(csv).unwrap();
    assert_eq!(dataset.channels.name, ["A", "b"]);
    assert_eq!(dataset.partners[0].name, "Q");
}
