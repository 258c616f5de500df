//! JSON as RFC 8259 has it, in the manner of the public JSON test suite: cases that every parser
//! must accept or refuse, put where the contract ignores the value.

use crate::support::{base, error};
use paceboard_core::contract::parse;

/// The base document with an unknown field of that text.
fn with_unknown(value: &[u8]) -> Vec<u8> {
    let text = base().to_string();
    let mut bytes = text.strip_suffix('}').unwrap().as_bytes().to_vec();
    bytes.extend(b",\"unknown\":");
    bytes.extend(value);
    bytes.push(b'}');
    bytes
}

#[test]
fn values_that_are_json_are_skipped() {
    let nested = format!("{}{}", "[".repeat(15), "]".repeat(15));
    for value in [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "-1",
        "123.456e78",
        "0e+1",
        "0E-1",
        "1E22",
        "-0.0",
        "[]",
        "{}",
        "[null, 1, \"1\", {}]",
        " [ 1 , 2 ] ",
        "\t{\r\n\"a\" : [ ] }\n",
        "[[],[[]]]",
        "{\"\":0}",
        "{\"a\":1,\"a\":2}",
        "\"\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u0000\"",
        "\"\\uD801\\udc37\"",
        "\"\\uDBFF\\uDFFF\"",
        "\"\u{2028}\u{7f}\u{ffff}\"",
        "\"\u{10ffff}\"",
        "1e999",
        "123456789012345678901234567890",
        &nested,
    ] {
        let parsed = parse(&with_unknown(value.as_bytes()));
        assert!(parsed.is_ok(), "{value}: {}", parsed.unwrap_err());
    }
}

#[test]
fn values_that_are_no_json_are_refused() {
    for value in [
        "",
        " ",
        "nul",
        "nulll",
        "True",
        "NaN",
        "-NaN",
        "Infinity",
        "-Infinity",
        "undefined",
        "+1",
        "01",
        "-01",
        "00",
        "1.",
        ".1",
        "-.1",
        "1.e1",
        "1e",
        "1e+",
        "1eE2",
        "1.2.3",
        "1 000",
        "0x1",
        "1_000",
        "-",
        "--1",
        "- 1",
        "1a",
        "2.e3",
        "'a'",
        "a",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\a\"",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u00g0\"",
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\ud800\"",
        "\"\\ud800\\n\"",
        "\"\t\"",
        "\"\n\"",
        "\"\0\"",
        "[",
        "]",
        "[1",
        "[1,",
        "[,1]",
        "[1,]",
        "[1,,2]",
        "[1 2]",
        "[1:2]",
        "[\"a\" \"b\"]",
        "[}",
        "{",
        "{]",
        "{,}",
        "{1:1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{null:1}",
        "{\"a\":1,,\"b\":2}",
        "{\"a\"::1}",
        "[1]]",
        "1, 2",
        "/**/1",
        "1//",
        "\u{feff}1",
        "\u{a0}1",
        "\u{2060}1",
        "*",
        "<null>",
        "#1",
        "[\"\",]",
        "[*]",
        "[1,\n1\n,1",
        "\u{c}1",
    ] {
        assert!(
            parse(&with_unknown(value.as_bytes())).is_err(),
            "{value:?} was accepted"
        );
    }
}

#[test]
fn strings_that_are_no_utf8_are_refused_where_they_break() {
    let start = with_unknown(b"\"").len() - 1;
    for (bytes, valid) in [
        (&b"\xff"[..], 0),
        (b"a\x80", 1),
        (b"\xc0\xaf", 0),
        (b"ab\xe0\x80\x80", 2),
        (b"\xed\xa0\x80", 0),
        (b"\xf4\x90\x80\x80", 0),
        (b"\xf8\x80\x80\x80\x80", 0),
        (b"\xe9", 0),
        (b"\xe6\x97", 0),
        (b"\xfe\xfe", 0),
        (b"ok \xc3(", 3),
    ] {
        let text = error(with_unknown(&[b"\"", bytes, b"\""].concat()));
        let expected = format!(
            "$.unknown, byte {}: expected UTF-8 text, found bytes that are not",
            start + valid
        );
        assert_eq!(text, expected);
    }
    assert!(parse(&with_unknown(b"\xff")).is_err());
    assert!(parse(&with_unknown(b"[1,\xff]")).is_err());
}

#[test]
fn documents_in_other_encodings_are_refused() {
    let text = base().to_string();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(utf16.iter().copied())
        .collect();
    assert!(parse(&utf16).is_err() && parse(&marked).is_err());
}

#[test]
fn one_byte_order_mark_may_come_first() {
    let text = base().to_string();
    assert!(parse(format!("\u{feff}{text}").as_bytes()).is_ok());
    assert!(parse(format!("\u{feff}\u{feff}{text}").as_bytes()).is_err());
    assert!(parse(format!("{text}\u{feff}").as_bytes()).is_err());
    let shifted = error(format!("\u{feff}{}", text.replace("[4,5,6]", "[4,5.5,6]")));
    assert!(
        shifted.starts_with("$.series.gmv[1][1], byte "),
        "{shifted}"
    );
    let offset = text.find("5,6]").unwrap() + 3;
    assert!(shifted.contains(&format!("byte {offset}:")), "{shifted}");
}

#[test]
fn nothing_may_follow_the_document() {
    let text = base().to_string();
    assert!(parse(format!(" {text}\r\n\t ").as_bytes()).is_ok());
    for rest in ["{}", "null", ",", "]", "}", "\0", "x", "//"] {
        assert!(error(format!("{text}{rest}")).contains("expected nothing after the document"));
    }
}

#[test]
fn a_document_cut_at_any_byte_is_refused() {
    let text = std::fs::read(crate::support::fixture("good/full.json")).unwrap();
    let end = text.iter().rposition(|&byte| byte == b'}').unwrap();
    for length in 0..=end {
        let error = parse(&text[..length]).unwrap_err();
        assert!(error.offset <= length as u64, "{error}");
    }
    assert!(parse(&text).is_ok());
}

#[test]
fn a_document_with_any_byte_lost_or_spoilt_does_no_harm() {
    let text = base().to_string().into_bytes();
    for at in 0..text.len() {
        let mut spoilt = text.clone();
        for byte in [0, b'"', b'[', b'}', b',', b'9', 0xff] {
            spoilt[at] = byte;
            let _ = parse(&spoilt);
        }
        spoilt.remove(at);
        let _ = parse(&spoilt);
    }
}

#[test]
fn keys_stand_once() {
    let text = base().to_string();
    for key in ["\"version\"", "\"series\"", "\"unknown\""] {
        let twice = format!(
            "{},{key}:null,{key}:null}}",
            text.strip_suffix('}').unwrap()
        );
        assert!(error(&twice).contains("expected each key once"), "{key}");
    }
    let escaped = text.replace("\"version\"", "\"versio\\u006e\":\"1.0\",\"version\"");
    assert!(error(&escaped).contains("expected each key once, found \"version\" again"));
    let within = text.replace("\"scale\":", "\"scale\":2,\"scale\":");
    let at = within.rfind("\"scale\"").unwrap();
    let place = format!("$.currency.scale, byte {at}: expected each key once");
    assert!(error(&within).starts_with(&place), "{}", error(&within));
}
