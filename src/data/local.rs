//! A document from a file that the reader has opened. Its bytes stay in the browser.

use super::document::{Document, DocumentError};
use paceboard_core::contract::csv::{CsvSettings, parse_csv};
use paceboard_core::contract::parse;

/// The forms of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalForm {
    /// Sales JSON.
    Json,
    /// A table of daily sales.
    Csv,
}

impl LocalForm {
    /// What a file is: told by its first letter, which a table's heading cannot have, or else by
    /// its name and by whether a comma stands in its first line.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let text = text.trim_ascii_start();
        let mut line = text
            .split(|byte| *byte == b'\n')
            .next()
            .unwrap_or_default()
            .iter();
        match text.first() {
            Some(b'{' | b'[') => Self::Json,
            // Another encoding, in which no letter can be told.
            _ if bytes.contains(&0) && ending.eq_ignore_ascii_case("json") => Self::Json,
            _ if ending.eq_ignore_ascii_case("csv") => Self::Csv,
            Some(b'<') | None => Self::Json,
            Some(_) if ending.eq_ignore_ascii_case("json") && !line.any(|byte| *byte == b',') => {
                Self::Json
            }
            Some(_) => Self::Csv,
        }
    }
}

/// Reads the file of that name; `settings` say what a CSV file does not, and make it one. Parts
/// that a document names cannot be fetched from beside a file, so they are left out, and counted.
pub fn read_local(
    name: &str,
    bytes: &[u8],
    settings: Option<&CsvSettings>,
) -> Result<(Document, usize), DocumentError> {
    let parsed = match settings {
        Some(settings) => {
            let mut parsed = parse_csv(bytes, settings)?;
            name.clone_into(&mut parsed.dataset.provenance.source);
            parsed
        }
        None => parse(bytes)?,
    };
    let document = Document::of(parsed)?;
    let parts = document.dataset.parts.len();
    Ok((document.alone(), parts))
}

/// Reads what a copy of the page brings along: a document and some of its parts, by their
/// addresses. Of parts that it does not bring, the metrics are remembered.
pub fn read_saved(
    name: &str,
    saved: &[(String, Vec<u8>)],
    settings: Option<&CsvSettings>,
) -> Result<Document, DocumentError> {
    let (main, parts) = saved
        .split_first()
        .map_or((&[][..], saved), |(main, parts)| (main.1.as_slice(), parts));
    let mut document = match settings {
        Some(_) => read_local(name, main, settings)?.0,
        None => Document::read(main)?,
    };
    for (href, bytes) in parts {
        let part = document
            .dataset
            .parts
            .iter()
            .find(|part| part.href == *href);
        if let Some(part) = part.cloned() {
            document = document.with_part(bytes, &part)?;
        }
    }
    Ok(document.alone())
}

#[cfg(test)]
mod tests {
    use super::LocalForm;

    #[test]
    fn contents_decide_and_else_the_name() {
        let check = |name: &str, bytes: &str, form: LocalForm| {
            assert_eq!(
                LocalForm::of(name, bytes.as_bytes()),
                form,
                "{name} {bytes}"
            );
        };
        check("a.CSV", "{", LocalForm::Json);
        check("a.CSV", "date;channel", LocalForm::Csv);
        check("a.csv", "<html>", LocalForm::Csv);
        check("a.json", "date,channel", LocalForm::Csv);
        check("a.json", "\"no\"", LocalForm::Json);
        check("a.json", "\0{\0a\0,", LocalForm::Json);
        check("a.txt", "\u{feff} \n{}", LocalForm::Json);
        check("a", "date,channel,gmv", LocalForm::Csv);
        check("a.xls", "<html>", LocalForm::Json);
        check("empty", "", LocalForm::Json);
    }
}
