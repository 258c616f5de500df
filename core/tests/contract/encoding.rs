//! Text in other encodings than UTF-8 is called that, whatever it was to be read as.

use paceboard_core::contract::csv::{CsvSettings, parse_csv};
use paceboard_core::contract::parse;

/// As spreadsheet programs save "Unicode text", with a mark in front and without.
#[test]
fn utf_16_is_named_as_such() {
    let wide = |mark: &[u8]| {
        let units = "date,channel,gmv\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes);
        mark.iter().copied().chain(units).collect::<Vec<u8>>()
    };
    for bytes in [wide(b"\xff\xfe"), wide(b"")] {
        let error = parse_csv(&bytes, &CsvSettings::default()).unwrap_err();
        let expected = "byte 0: expected UTF-8 text, found bytes that are not";
        assert!(error.to_string().ends_with(expected), "{error}");
        let error = parse(&bytes).unwrap_err();
        assert!(error.to_string().ends_with(expected), "{error}");
    }
}
