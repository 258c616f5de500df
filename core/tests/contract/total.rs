//! Nothing makes the parser fall over: any bytes are read or refused.

use crate::support::{base, fixture};
use paceboard_core::contract::{parse, parse_part};
use proptest::prelude::*;

/// Pieces of JSON and of the contract, put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "1e9",
        "12345678",
        "9007199254740991",
        "\"format\":\"channel-sales\"",
        "\"version\":\"1.0\"",
        "\"series\":",
        "\"gmv\":[[",
        "\"days\":3",
        "\"channels\":{\"id\":[",
        "\"\\ud83d\"",
        "青",
        " ",
        "\n",
        "\"parts\":[{",
        "\"curves\":",
        "\"totals\":",
        "\"as_of\":\"2021-04-01T00:00:00Z\"",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn full() -> Vec<u8> {
    std::fs::read(fixture("good/full.json")).unwrap()
}

/// Whether an error, if there is one, lies within the bytes.
fn is_total(bytes: &[u8]) -> bool {
    parse(bytes).map_or_else(|error| error.offset <= bytes.len() as u64, |_| true)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(is_total(&bytes));
    }

    #[test]
    fn any_pieces(text in pieces()) {
        prop_assert!(is_total(text.as_bytes()));
    }

    #[test]
    fn a_document_with_bytes_replaced(edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = full();
        for (at, byte) in edits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        prop_assert!(is_total(&bytes));
    }

    #[test]
    fn a_document_with_a_stretch_moved(from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(), length in 1..40_usize) {
        let mut bytes = full();
        let from = from.index(bytes.len() - length);
        let stretch: Vec<_> = bytes.drain(from..from + length).collect();
        let to = to.index(bytes.len());
        bytes.splice(to..to, stretch);
        prop_assert!(is_total(&bytes));
    }

    #[test]
    fn any_part(bytes in prop::collection::vec(any::<u8>(), 0..100), text in pieces()) {
        let dataset = parse(&full()).unwrap().dataset;
        for bytes in [&bytes[..], text.as_bytes()] {
            let mut part = dataset.parts[0].clone();
            part.bytes = bytes.len() as u64;
            let _ = parse_part(bytes, &dataset, &part);
        }
    }

    #[test]
    fn rows_are_read_as_they_were_written(rows in prop::collection::vec(prop::array::uniform3(prop::option::of(0..1_i64 << 53)), 2), space in "[ \n\t\r]{0,3}") {
        let cell = |cell: &Option<i64>| cell.map_or("null".to_owned(), |cell| cell.to_string());
        let row = |row: &[Option<i64>; 3]| {
            format!("[{space}{}{space}]", row.iter().map(cell).collect::<Vec<_>>().join(&format!("{space},{space}")))
        };
        let text = base().to_string().replace("[1,2,3],[4,5,6]", &rows.iter().map(row).collect::<Vec<_>>().join(","));
        let parsed = parse(text.as_bytes()).unwrap();
        let expected: Vec<_> = rows.iter().flatten().map(|cell| cell.unwrap_or(i64::MIN)).collect();
        prop_assert_eq!(&parsed.dataset.blocks[0].metrics[0].1.values, &expected);
    }
}
