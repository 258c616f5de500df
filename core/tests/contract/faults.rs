//! Bad input as it arrives in practice: what is refused, and what is only counted.

use crate::support::{base, error, good, refused, set, warnings, with};
use paceboard_core::contract::{ContractErrorKind, Found, Token, WarningKind, parse};
use paceboard_core::model::{Cells, ChannelIndex, Dataset, Money, PartnerIndex};
use paceboard_core::outlook::{Assumptions, Goal};
use serde_json::json;

#[test]
fn a_web_page_is_named_as_such() {
    for page in [
        "<!DOCTYPE html><p>Log in",
        "\u{feff}<html>",
        " \n<?xml version=\"1.0\"?>",
    ] {
        assert_eq!(
            parse(page.as_bytes()).unwrap_err().kind,
            ContractErrorKind::Html,
            "{page}"
        );
    }
    let kind = ContractErrorKind::Syntax {
        expected: Token::Value,
        found: Found::End,
    };
    assert_eq!(parse(b"").unwrap_err().kind, kind);
    assert_eq!(error("[]"), "$, byte 0: expected an object, found an array");
    assert_eq!(
        error("not found"),
        "$, byte 0: expected true, false or null, found 'n'"
    );
}

#[test]
fn another_major_version_is_refused_before_anything_else() {
    good(&with("/version", json!("1.7")));
    let mut newer = with("/version", json!("2.0"));
    set(&mut newer, "/series", json!("in another shape"));
    let message = "expected version 1.x, which this build reads, found version 2.0";
    refused(&newer, "$.version", message);
    // Whatever comes first in the file.
    let text = r#"{"currency": 5, "format": "channel-sales", "version": "3.1"}"#;
    assert_eq!(
        error(text),
        format!("$.version, byte 54: {}", message.replace("2.0", "3.1"))
    );
    let message = "expected the format \"channel-sales\", found \"topojson\"";
    refused(
        &json!({"format": "topojson", "version": "2.0"}),
        "$.format",
        message,
    );
    refused(
        &json!({"type": "x"}),
        "$",
        "expected the field \"format\", found none",
    );
}

#[test]
fn unknown_fields_of_a_later_minor_version_are_ignored() {
    let mut document = with("/version", json!("1.9"));
    for parent in [
        "",
        "/calendar",
        "/currency",
        "/programme",
        "/channels",
        "/series",
    ] {
        set(
            &mut document,
            &format!("{parent}/later"),
            json!([{"deep": [1.5, null]}]),
        );
    }
    assert_eq!(good(&document).dataset, good(&base()).dataset);
}

#[test]
fn money_that_is_no_whole_number_is_refused_with_its_place() {
    for cell in ["1.5", "1e999", "1e3", "2.0", "1E5", "0.1e1", "-0.0"] {
        let bad = base()
            .to_string()
            .replace("[4,5,6]", &format!("[4,{cell},6]"));
        let offset = bad.find("[4,").unwrap() + 3;
        let expected = format!(
            "$.series.gmv[1][1], byte {offset}: expected a whole number written as digits, found {cell}"
        );
        assert_eq!(error(&bad), expected);
    }
    for cell in ["NaN", "Infinity"] {
        let bad = base()
            .to_string()
            .replace("[4,5,6]", &format!("[4,{cell},6]"));
        assert!(
            error(&bad).starts_with("$.series.gmv[1][1], byte "),
            "{}",
            error(&bad)
        );
    }
}

#[test]
fn ids_rows_and_positions_are_checked_with_their_place() {
    let ids = with("/channels/id", json!(["c1", "c1"]));
    refused(
        &ids,
        "$.channels.id[1]",
        "expected each id once, found \"c1\" again",
    );
    let short = with("/series/gmv", json!([[1, 2, 3], [4, 5]]));
    refused(&short, "$.series.gmv[1]", "expected 3 entries, found 2");
    let long = with("/series/gmv", json!([[1, 2, 3, 4], [4, 5, 6, 7]]));
    refused(&long, "$.series.gmv[0]", "expected 3 entries, found 4");
    let few = with("/series/gmv", json!([[1, 2, 3]]));
    refused(&few, "$.series.gmv", "expected 2 entries, found 1");
    let mut partner = with("/partners", json!([{"id": "p", "name": "P"}]));
    set(&mut partner, "/channels/partner", json!([null, 1]));
    let message = "expected a position among 1 partners, counted from 0, found 1";
    refused(&partner, "$.channels.partner[1]", message);
    let category = with("/channels/category", json!([0, null]));
    let message = "expected a position among 0 categories, counted from 0, found 0";
    refused(&category, "$.channels.category[0]", message);
}

#[test]
fn gaps_are_kept_apart_from_zeros_and_counted() {
    let mut document = with("/series/gmv", json!([[null, 0, null], [null, null, 6]]));
    let block = good(&document).dataset.blocks[0].clone();
    let gap = Cells::GAP;
    assert_eq!(block.metrics[0].1.values, [gap, 0, gap, gap, gap, 6]);
    assert_eq!(
        warnings(&document),
        [(WarningKind::Gap, 4, "$.series.gmv[0][0]".into())]
    );
    // Days before a channel's first are no gaps.
    set(
        &mut document,
        "/channels/started",
        json!(["2021-04-02", "2021-05-01"]),
    );
    assert_eq!(
        warnings(&document),
        [(WarningKind::Gap, 1, "$.series.gmv[0][2]".into())]
    );
}

#[test]
fn a_day_without_data_counts_once_whatever_metrics_lack_it() {
    let mut document = with("/series/gmv", json!([[1, null, 3], [4, 5, 6]]));
    set(
        &mut document,
        "/series/orders",
        json!([[null, null, 3], [4, 5, null]]),
    );
    assert_eq!(
        warnings(&document),
        [(WarningKind::Gap, 3, "$.series.orders[0][0]".into())]
    );
}

#[test]
fn future_days_are_ignored_and_counted() {
    let mut document = with("/as_of", json!("2021-04-02T12:00:00+08:00"));
    let parsed = good(&document);
    let block = &parsed.dataset.blocks[0];
    assert_eq!(block.range.to_string(), "2021-04-01..2021-04-03");
    assert_eq!(block.metrics[0].1.values, [1, 2, 4, 5]);
    let place = |path: &str| (WarningKind::FutureDay, 1, path.to_owned());
    assert_eq!(warnings(&document), [place("$.series.gmv[0][2]")]);
    // Empty days to the end of a period are usual and no matter.
    set(
        &mut document,
        "/series/gmv",
        json!([[1, 2, null], [4, 5, null]]),
    );
    assert_eq!(warnings(&document), []);
    set(&mut document, "/as_of", json!("2021-03-31T12:00:00+08:00"));
    assert!(good(&document).dataset.blocks.is_empty());
    set(
        &mut document,
        "/daily",
        json!({"first_day": "2021-03-31", "days": 2, "dau": [7, 8]}),
    );
    let daily = good(&document).dataset.daily.unwrap();
    assert_eq!((daily.range.len(), daily.dau), (1, vec![Some(7)]));
}

#[test]
fn goals_of_zero_or_less_are_no_goals() {
    let mut document = with("/programme/channel_goal", json!(0));
    set(&mut document, "/programme/target_channels", json!(0));
    set(&mut document, "/channels/goal", json!([-5, 700]));
    set(
        &mut document,
        "/partners",
        json!([{"id": "p", "name": "P", "goal": 0}]),
    );
    let dataset = good(&document).dataset;
    assert_eq!(
        (
            dataset.programme.channel_goal,
            dataset.programme.target_channels
        ),
        (None, None)
    );
    assert_eq!(dataset.channel_goal(ChannelIndex(0)), None);
    assert_eq!(dataset.channel_goal(ChannelIndex(1)), Some(Money(700)));
    assert_eq!(dataset.partner_goal(PartnerIndex(0)), None);
    let [(kind, count, _)] = &warnings(&document)[..] else {
        panic!()
    };
    assert_eq!((*kind, *count), (WarningKind::GoalNotPositive, 4));
}

/// A goal of one's own stands instead of the programme's, also where it is none.
#[test]
fn a_goal_of_zero_of_ones_own_is_none_whatever_the_programme_says() {
    let mut document = with("/programme/channel_goal", json!(900));
    set(&mut document, "/programme/partner_goal", json!(900));
    set(&mut document, "/channels/goal", json!([0, null]));
    let partner = |id: &str, goal: i64| json!({"id": id, "name": id, "goal": goal});
    let partners = json!([partner("p", -1), partner("q", 5), {"id": "r", "name": "r"}]);
    set(&mut document, "/partners", partners);
    let check = |dataset: &Dataset, times: i64| {
        let goal = |minor: i64| Some(Money(minor * times));
        let channels = [0, 1].map(|row| dataset.channel_goal(ChannelIndex(row)));
        assert_eq!(channels, [None, goal(900)]);
        let partners = [0, 1, 2].map(|row| dataset.partner_goal(PartnerIndex(row)));
        assert_eq!(partners, [None, goal(5), goal(900)]);
    };
    let dataset = good(&document).dataset;
    check(&dataset, 1);
    let doubled = Assumptions {
        goal: Goal::Times(20_000),
        ..Assumptions::default()
    };
    check(&doubled.applied(&dataset), 2);
}

#[test]
fn names_stay_text_and_lose_what_is_hidden() {
    let markup = "<script>alert(1)</script>&amp;";
    let document = with("/channels/name", json!([markup, "a\u{202e}b\u{200b}\n"]));
    assert_eq!(good(&document).dataset.channels.name, [markup, "ab"]);
    let place = "$.channels.name[1]".to_owned();
    assert_eq!(warnings(&document), [(WarningKind::NameCleaned, 1, place)]);
    let empty = with("/channels/name/0", json!("\u{200b}"));
    refused(
        &empty,
        "$.channels.name[0]",
        "expected a text of 1–200 characters, found 0",
    );
}

#[test]
fn links_stay_beside_the_document() {
    for href in [
        "javascript:alert(1)",
        "//other.example/a",
        "https://other.example/a",
        "../a",
        "/a",
    ] {
        let part = json!({"first_day": "2020-04-01", "days": 1, "channels": [0, 1],
            "metrics": ["gmv"], "href": href, "bytes": 1, "sha256": "0".repeat(64)});
        let message = format!(
            "expected an address relative to the document, such as 2020.json, found {href:?}"
        );
        refused(&with("/parts", json!([part])), "$.parts[0].href", &message);
    }
}

#[test]
fn what_is_odd_but_usable_is_counted() {
    let day = |kind: &str, day: &str| json!({"kind": kind, "name": kind, "from": day, "to": day});
    let events = json!([
        day("a", "2021-04-01"),
        day("b", "2021-04-02"),
        day("a", "2020-04-01"),
        day("c", "2020-05-01")
    ]);
    let place = |path: &str| path.to_owned();
    assert_eq!(
        warnings(&with("/events", events)),
        [(WarningKind::EventWithoutMatch, 2, place("$.events[1]"))]
    );
    assert_eq!(
        warnings(&with("/channels/name", json!(["Same", "Same"]))),
        [(WarningKind::DuplicateName, 1, place("$.channels.name[1]"))]
    );
    assert_eq!(
        warnings(&with(
            "/support",
            json!([{"kind": "loan"}, {"kind": "gift", "id": null}])
        )),
        [(
            WarningKind::UnknownSupportKind,
            2,
            place("$.support[0].kind")
        )]
    );
    let part = json!({"first_day": "2020-04-01", "days": 1, "channels": [0, 1],
        "metrics": ["returns"], "href": "a.json", "bytes": 1, "sha256": "0".repeat(64)});
    let document = with("/parts", json!([part]));
    assert!(good(&document).dataset.parts.is_empty());
    let path = place("$.parts[0].metrics[0]");
    assert_eq!(warnings(&document), [(WarningKind::UnknownMetric, 1, path)]);
}

#[test]
fn of_two_faults_the_first_in_the_file_is_named() {
    let currency = |scale: u8| format!(r#""currency": {{"code": "CNY", "scale": {scale}}}"#);
    let calendar = |start: &str| {
        format!(r#""calendar": {{"timezone": "Asia/Shanghai", "fiscal_year_start": "{start}"}}"#)
    };
    let head = r#"{"format": "channel-sales", "version": "1.0""#;
    let of = |first: &str, second: &str| error(format!("{head}, {first}, {second}}}"));
    let wrong = [currency(9), calendar("02-29")];
    assert!(of(&wrong[0], &wrong[1]).starts_with("$.currency.scale,"));
    assert!(of(&wrong[1], &wrong[0]).starts_with("$.calendar.fiscal_year_start,"));
    // In an unknown version nothing else counts, wherever the version stands.
    let newer = format!(
        r#"{{"format": "channel-sales", {}, "version": "2.0"}}"#,
        wrong[0]
    );
    assert!(error(newer).starts_with("$.version,"));
}
