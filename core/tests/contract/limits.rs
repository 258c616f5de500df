//! Every limit: the last value within it is read, the first beyond it is refused by name.

use crate::support::{base, good, refused, set, with};
use paceboard_core::contract::{ContractErrorKind, limits, parse};
use serde_json::{Value, json};

const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn part(first_day: &str, days: u32) -> Value {
    json!({"first_day": first_day, "days": days, "channels": [0, 2], "metrics": ["gmv"],
        "href": "a.json", "bytes": 1, "sha256": HASH})
}

#[test]
fn bytes() {
    let text = base().to_string();
    let spaces = " ".repeat(limits::DOCUMENT_BYTES as usize - text.len());
    assert!(parse(format!("{text}{spaces}").as_bytes()).is_ok());
    let error = parse(format!("{text}{spaces} ").as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "$, byte 0: expected at most 67108864 bytes, found 67108865"
    );
}

#[test]
fn nesting() {
    let nested = |levels: usize| {
        let value = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        base()
            .to_string()
            .replacen('{', &format!("{{\"unknown\":{value},"), 1)
    };
    // The document itself is the first level.
    assert!(parse(nested(15).as_bytes()).is_ok());
    let error = parse(nested(16).as_bytes()).unwrap_err();
    assert_eq!(error.kind, ContractErrorKind::TooDeep { limit: 16 });
    assert_eq!(
        (error.path, error.offset),
        (format!("$.unknown{}", "[0]".repeat(15)), 26)
    );
    for deep in ["[", "{\"a\":"] {
        let error = parse(deep.repeat(100_000).as_bytes()).unwrap_err();
        assert!(error.to_string().len() < 200, "{error}");
        let error = parse(format!("{{\"a\":{}", deep.repeat(100_000)).as_bytes()).unwrap_err();
        assert_eq!(error.kind, ContractErrorKind::TooDeep { limit: 16 });
    }
}

fn channels(count: usize) -> Value {
    let mut document = with("/totals", json!({"to_date": vec![Value::Null; count]}));
    let ids: Vec<_> = (0..count).map(|index| format!("c{index}")).collect();
    set(
        &mut document,
        "/channels",
        json!({"id": &ids, "name": &ids}),
    );
    document.as_object_mut().unwrap().remove("series");
    document
}

#[test]
fn a_million_channels_with_totals_alone() {
    let parsed = good(&channels(limits::CHANNELS));
    assert_eq!(parsed.dataset.channels.len(), 1_000_000);
    assert_eq!(parsed.dataset.totals.unwrap().to_date.len(), 1_000_000);
    let message = "expected at most 1000000 channels, found more";
    refused(
        &channels(limits::CHANNELS + 1),
        "$.channels.id[1000000]",
        message,
    );
}

#[test]
fn partners_and_categories() {
    let entries = |count: usize| -> Vec<_> {
        (0..count)
            .map(|index| json!({"id": format!("e{index}"), "name": format!("E{index}")}))
            .collect()
    };
    for (list, limit) in [
        ("partners", limits::PARTNERS),
        ("categories", limits::CATEGORIES),
    ] {
        let pointer = format!("/{list}");
        good(&with(&pointer, json!(entries(limit))));
        let message = format!("expected at most {limit} {list}, found more");
        refused(
            &with(&pointer, json!(entries(limit + 1))),
            &format!("$.{list}[{limit}]"),
            &message,
        );
    }
}

#[test]
fn days_of_the_whole_table() {
    let message = "expected at most 1100 days in the whole table, found more";
    good(&with(
        "/parts",
        json!([part("2018-03-31", 365), part("2019-03-31", 365)]),
    ));
    refused(
        &with(
            "/parts",
            json!([part("2019-03-30", 365), part("2018-03-30", 365)]),
        ),
        "$.parts[1].days",
        message,
    );
    let days = |days: usize| json!({"first_day": "2021-04-01", "days": days, "gmv": [vec![1; days], vec![2; days]]});
    good(&with("/series", days(1_100)));
    refused(&with("/series", days(1_101)), "$.series.days", message);
    refused(
        &with("/curves", json!({"first_day": "2021-04-01", "days": 1_101})),
        "$.curves.days",
        message,
    );
    refused(
        &with("/series/first_day", json!("9999-12-30")),
        "$.series.days",
        "expected a number from 0 to 1, found 3",
    );
}

fn cells(channels: usize, days: usize, net: bool) -> String {
    let ids: Vec<_> = (0..channels).map(|index| format!("c{index}")).collect();
    let row = format!("[{}0]", "0,".repeat(days - 1));
    let rows = vec![row.as_str(); channels].join(",");
    let mut document = with("/channels", json!({"id": &ids, "name": &ids}));
    set(
        &mut document,
        "/series",
        json!({"first_day": "2021-04-01", "days": days, "gmv": "ROWS"}),
    );
    if net {
        set(&mut document, "/series/net", json!("ROWS"));
    }
    document
        .to_string()
        .replace("\"ROWS\"", &format!("[{rows}]"))
}

#[test]
fn cells_of_one_document() {
    assert!(parse(cells(5_000, 1_000, false).as_bytes()).is_ok());
    let error = parse(cells(5_001, 1_000, false).as_bytes()).unwrap_err();
    assert_eq!(error.path, "$.series.gmv[5000][0]");
    assert_eq!(
        error.kind.to_string(),
        "expected at most 5000000 cells, found more"
    );
    let error = parse(cells(2_501, 1_000, true).as_bytes()).unwrap_err();
    assert_eq!(error.path, "$.series.net[2499][0]");
    assert_eq!(
        error.kind.to_string(),
        "expected at most 5000000 cells, found more"
    );
}

#[test]
fn amounts_and_their_signs() {
    let largest = limits::AMOUNT;
    good(&with("/series/gmv/1/1", json!(largest)));
    for (metric, least) in [("gmv", 0), ("net", -largest)] {
        let document = with(
            &format!("/series/{metric}"),
            json!([[0, 0, 0], [0, largest + 1, 0]]),
        );
        let message =
            format!("expected a number from {least} to {largest}, found 9007199254740992");
        refused(&document, &format!("$.series.{metric}[1][1]"), &message);
    }
    for metric in ["gmv", "orders", "viewers", "minutes"] {
        let document = with(&format!("/series/{metric}"), json!([[0, 0, 0], [0, -1, 0]]));
        let message = format!("expected a number from 0 to {largest}, found -1");
        refused(&document, &format!("$.series.{metric}[1][1]"), &message);
    }
    good(&with("/series/net", json!([[-largest, 0, 0], [0, -1, 0]])));
    for goal in [largest, 0, -1, -largest] {
        good(&with("/programme/channel_goal", json!(goal)));
    }
}

#[test]
fn sums_of_64_bits() {
    // 1,024 of the largest amount are 2^63 − 1024, still within 64 bits.
    let sums = |days: usize, metric: &str, sign: i64| {
        let mut document = with("/channels", json!({"id": ["c"], "name": ["C"]}));
        let row = vec![sign * limits::AMOUNT; days];
        let series =
            json!({"first_day": "2021-04-01", "days": days, "gmv": [vec![0; days]], metric: [row]});
        set(&mut document, "/series", series);
        set(&mut document, "/as_of", json!("2029-01-01T00:00:00Z"));
        document
    };
    good(&sums(1_024, "gmv", 1));
    good(&sums(1_024, "net", -1));
    let message = "expected sums that fit 64 bits, found more in \"net\"";
    refused(&sums(1_025, "net", -1), "$.series.net", message);
    refused(
        &sums(1_025, "gmv", 1),
        "$.series.gmv",
        &message.replace("net", "gmv"),
    );
}

#[test]
fn texts() {
    let id = "x".repeat(64);
    good(&with("/channels/id/0", json!(id)));
    let form = "expected an id of 1–64 characters of A–Z a–z 0–9 . _ ~ -, found ";
    let long = format!("{form}\"{}…\"", "x".repeat(40));
    refused(
        &with("/channels/id/0", json!("x".repeat(65))),
        "$.channels.id[0]",
        &long,
    );
    good(&with("/channels/name/0", json!("长".repeat(200))));
    let message = "expected a text of 1–200 characters, found 201";
    refused(
        &with("/channels/name/0", json!("长".repeat(201))),
        "$.channels.name[0]",
        message,
    );
    good(&with("/provenance", json!({"source": "长".repeat(1_000)})));
    let message = "expected a text of 0–1000 characters, found 1001";
    refused(
        &with("/provenance", json!({"source": "长".repeat(1_001)})),
        "$.provenance.source",
        message,
    );
}

#[test]
fn entries_of_other_lists() {
    let history = |count: usize| {
        json!(vec![
            json!({"date": "2021-03-31", "channels_over": 1});
            count
        ])
    };
    good(&with("/programme_history", history(limits::ENTRIES)));
    let message = "expected at most 2000 entries, found more";
    let document = with("/programme_history", history(limits::ENTRIES + 1));
    refused(&document, "$.programme_history[2000]", message);
    let rates = vec![json!({"code": "USD", "per_unit": "6.5"}); limits::ENTRIES + 1];
    refused(
        &with("/currency/display", json!(rates)),
        "$.currency.display[2000]",
        message,
    );
}

#[test]
fn fields_of_the_document() {
    let mut document = base();
    for index in document.as_object().unwrap().len()..limits::ENTRIES {
        set(&mut document, &format!("/x{index}"), json!(index));
    }
    good(&document);
    set(&mut document, "/y", json!(null));
    let message = "expected at most 2000 entries, found more";
    refused(&document, "$.y", message);
}

#[test]
fn parts() {
    let mut large = part("2020-04-01", 365);
    set(&mut large, "/bytes", json!(limits::PART_BYTES));
    good(&with("/parts", json!([large])));
    set(&mut large, "/bytes", json!(limits::PART_BYTES + 1));
    let message = "expected at most 16777216 bytes, found 16777217";
    refused(&with("/parts", json!([large])), "$.parts[0].bytes", message);
}
