//! Records of CSV that spreadsheets read as they are meant.

/// What a text must not begin with, or a spreadsheet takes it for a formula; East Asian ones take
/// the wide signs too.
const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A field of a record.
pub(super) enum Cell {
    /// Words of somebody: made harmless where a spreadsheet could take them for a formula.
    Text(String),
    /// A number in plain digits, or nothing.
    Number(String),
}

/// Writes a record of fields.
pub(super) fn push_record(csv: &mut String, cells: impl Iterator<Item = Cell>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        match cell {
            Cell::Number(digits) => csv.push_str(&digits),
            Cell::Text(text) if text.starts_with(FORMULA_SIGNS) => {
                push_text(csv, &format!("'{text}"));
            }
            Cell::Text(text) => push_text(csv, &text),
        }
    }
    csv.push_str("\r\n");
}

fn push_text(csv: &mut String, text: &str) {
    if text.contains([',', '"', '\n', '\r']) {
        csv.push('"');
        csv.push_str(&text.replace('"', "\"\""));
        csv.push('"');
    } else {
        csv.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, push_record};

    fn record(cells: Vec<Cell>) -> String {
        let mut csv = String::new();
        push_record(&mut csv, cells.into_iter());
        csv
    }

    #[test]
    fn texts_are_quoted_where_they_need_it() {
        let text = |text: &str| record(vec![Cell::Text(text.to_owned())]);
        assert_eq!(text("plain 文字"), "plain 文字\r\n");
        assert_eq!(text("a,b"), "\"a,b\"\r\n");
        assert_eq!(text("say \"hi\""), "\"say \"\"hi\"\"\"\r\n");
        assert_eq!(text("two\nlines"), "\"two\nlines\"\r\n");
        assert_eq!(text(""), "\r\n");
    }

    #[test]
    fn no_text_is_a_formula_and_numbers_stay_numbers() {
        for sign in super::FORMULA_SIGNS {
            let csv = record(vec![Cell::Text(format!("{sign}1+1"))]);
            let field = csv.trim_start_matches('"');
            assert!(field.starts_with(&format!("'{sign}1+1")), "{csv:?}");
        }
        let cells = vec![
            Cell::Number("-12.50".to_owned()),
            Cell::Text("-".to_owned()),
        ];
        assert_eq!(record(cells), "-12.50,'-\r\n");
    }
}
