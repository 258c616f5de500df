//! A table as CSV (RFC 4180) that opens rightly in spreadsheets: with a byte-order mark, so that
//! they read it as UTF-8, lines that end in CR LF, and no text that they could take for a formula.

use crate::model::Currency;
use std::fmt::Write;

/// What begins a formula in some spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The unit of its cells, which follows the name in the header; may be empty.
    pub unit: String,
    /// Its cells, a row each.
    pub cells: Cells,
}

/// The cells of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Text. What begins like a formula gets an apostrophe.
    Text(Vec<String>),
    /// Numbers in units of 10^−`places`, written with exactly that many decimals, a point and no
    /// separators; `None` is an empty cell.
    Number {
        /// The numbers.
        units: Vec<Option<i128>>,
        /// Decimals.
        places: u8,
    },
    /// The cells of another kind, or a word where the flag is set.
    Word(Box<Cells>, &'static str, Vec<bool>),
}

impl Column {
    /// A column of text.
    pub fn text(name: &str, cells: Vec<String>) -> Self {
        Self::new(name, "", Cells::Text(cells))
    }

    /// A column of whole numbers.
    pub fn count(name: &str, unit: &str, units: Vec<Option<i64>>) -> Self {
        Self::new(name, unit, Cells::number(units, 0))
    }

    /// A column of amounts in minor units, written in major ones with the currency's decimals.
    pub fn money(name: &str, currency: &Currency, units: Vec<Option<i64>>) -> Self {
        let cells = Cells::number(units, currency.scale);
        Self::new(name, &currency.code, cells)
    }

    /// A column of basis points, written as per cent with two decimals.
    pub fn percent(name: &str, basis_points: impl IntoIterator<Item = Option<i32>>) -> Self {
        Self::new(name, "%", Cells::number(basis_points, 2))
    }

    fn new(name: &str, unit: &str, cells: Cells) -> Self {
        Self {
            name: name.to_owned(),
            unit: unit.to_owned(),
            cells,
        }
    }

    fn header(&self) -> String {
        match self.unit.as_str() {
            "" => field(&self.name),
            unit => field(&format!("{} ({unit})", self.name)),
        }
    }
}

impl Cells {
    fn number(units: impl IntoIterator<Item = Option<impl Into<i128>>>, places: u8) -> Self {
        let units = units.into_iter().map(|cell| cell.map(Into::into)).collect();
        Self::Number { units, places }
    }

    fn len(&self) -> usize {
        match self {
            Self::Text(cells) => cells.len(),
            Self::Number { units, .. } => units.len(),
            Self::Word(cells, ..) => cells.len(),
        }
    }

    /// A cell as it stands in the file; empty beyond the last.
    fn cell(&self, row: usize) -> String {
        match self {
            Self::Text(cells) => cells.get(row).map_or_else(String::new, |text| field(text)),
            Self::Number { units, places } => {
                let units = units.get(row).copied().flatten();
                units.map_or_else(String::new, |units| number(units, *places))
            }
            Self::Word(_, word, flags) if flags.get(row) == Some(&true) => field(word),
            Self::Word(cells, ..) => cells.cell(row),
        }
    }
}

/// The table as CSV: a header and as many rows as the longest column has cells.
pub fn csv(columns: &[Column]) -> String {
    let mut csv = String::from('\u{feff}');
    push_record(&mut csv, columns.iter().map(Column::header));
    let rows = columns.iter().map(|column| column.cells.len());
    for row in 0..rows.max().unwrap_or(0) {
        push_record(
            &mut csv,
            columns.iter().map(|column| column.cells.cell(row)),
        );
    }
    csv
}

fn push_record(csv: &mut String, fields: impl Iterator<Item = String>) {
    let start = csv.len();
    for (place, field) in fields.enumerate() {
        if place > 0 {
            csv.push(',');
        }
        csv.push_str(&field);
    }
    if csv.len() == start {
        // Readers skip an empty line.
        csv.push_str("\"\"");
    }
    csv.push_str("\r\n");
}

/// Whether a spreadsheet could take a text for a formula, or an apostrophe before it for ours.
pub(crate) fn needs_apostrophe(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// A text as a field: an apostrophe before what could be a formula, and before an apostrophe that
/// would be taken for ours; quotes where it holds what separates fields and records.
pub(crate) fn field(text: &str) -> String {
    let apostrophe = if needs_apostrophe(text) { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        return format!("\"{apostrophe}{}\"", text.replace('"', "\"\""));
    }
    format!("{apostrophe}{text}")
}

fn number(units: i128, places: u8) -> String {
    let (sign, size) = (if units < 0 { "-" } else { "" }, units.unsigned_abs());
    let width = usize::from(places);
    let mut digits = String::new();
    // Writing to a string cannot fail.
    let _ = write!(digits, "{size:0least$}", least = width + 1);
    let (whole, fraction) = digits.split_at(digits.len() - width);
    let point = if width > 0 { "." } else { "" };
    format!("{sign}{whole}{point}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::{Cells, Column, csv, field, number};
    use crate::model::Currency;

    #[test]
    fn a_table_by_hand() {
        let currency = Currency {
            code: "CNY".into(),
            scale: 2,
            display: Vec::new(),
        };
        let names = ["青木", "a, \"b\"", "=1+1"].map(str::to_owned).to_vec();
        let table = [
            Column::count("rank", "", vec![Some(1), Some(2)]),
            Column::text("channel", names),
            Column::money("net", &currency, vec![Some(-5), None, Some(123_456)]),
            Column::percent("progress", [Some(10_050), Some(-7), None]),
        ];
        let expected = "\u{feff}rank,channel,net (CNY),progress (%)\r\n\
                        1,青木,-0.05,100.50\r\n\
                        2,\"a, \"\"b\"\"\",,-0.07\r\n\
                        ,'=1+1,1234.56,\r\n";
        assert_eq!(csv(&table), expected);
    }

    #[test]
    fn a_word_stands_in_place_of_a_number() {
        let places = Cells::Number {
            units: vec![Some(-3), None, None],
            places: 0,
        };
        let cells = Cells::Word(Box::new(places), "new", vec![false, true, false]);
        let table = [Column::new("change", "", cells)];
        assert_eq!(csv(&table), "\u{feff}change\r\n-3\r\nnew\r\n\"\"\r\n");
    }

    #[test]
    fn no_text_begins_like_a_formula() {
        for (text, expected) in [
            ("=1", "'=1"),
            ("+86", "'+86"),
            ("-", "'-"),
            ("@a", "'@a"),
            ("\t=1", "'\t=1"),
            ("\ra", "\"'\ra\""),
            ("'=1", "''=1"),
            ("=a,b", "\"'=a,b\""),
            ("a=1", "a=1"),
            ("'a", "'a"),
            ("", ""),
        ] {
            assert_eq!(field(text), expected);
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        assert_eq!(number(0, 2), "0.00");
        assert_eq!(number(-100, 2), "-1.00");
        assert_eq!(number(-42, 0), "-42");
        assert_eq!(number(-(1 << 64), 6), "-18446744073709.551616");
    }

    #[test]
    fn a_lone_empty_cell_is_still_a_row() {
        let table = [Column::count("n", "", vec![None, Some(3)])];
        assert_eq!(csv(&table), "\u{feff}n\r\n\"\"\r\n3\r\n");
        assert_eq!(csv(&[]), "\u{feff}\"\"\r\n");
    }
}
