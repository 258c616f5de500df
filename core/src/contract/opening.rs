//! A document while it arrives: what stands before its figures by day makes a board of its own.

use super::document::{Begun, begin};
use super::{ContractError, Parsed, envelope, limits, parse, refusal};
use crate::model::{Provenance, Totals};
use paceboard_figures::find;

/// Where more than this stands before the figures by day, they are waited for.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The field that holds all but a small part of the bytes.
const FIGURES: &[u8] = b"\"series\"";
const SUMS: &[u8] = b"\"totals\"";

/// What has arrived of a document so far, up to where its figures by day begin.
#[derive(Debug, Default)]
pub struct Opening {
    bytes: Vec<u8>,
    is_over: bool,
    begun: Option<Begun>,
}

impl Opening {
    /// Whether nothing more will come of it.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// Takes the next piece. Gives the document without its figures by day as soon as they begin,
    /// once, where it is right so far and says before them what a board must tell: where it comes
    /// from, the sums of the year to date, and the season that pace goes by. Documents of only some
    /// of the channels are waited for.
    ///
    /// What comes after the figures, the parts perhaps, is not in it.
    pub fn push(&mut self, piece: &[u8]) -> Option<Parsed> {
        // The name of the field may have come in two pieces.
        let from = self.bytes.len().saturating_sub(FIGURES.len());
        self.bytes.extend_from_slice(piece);
        let found = find(FIGURES, &self.bytes[from..]);
        self.is_over = found.is_some() || self.bytes.len() > MOST_BYTES;
        let bytes = self.is_over.then(|| std::mem::take(&mut self.bytes))?;
        let (begun, parsed) = begun(bytes, from + found?)?;
        self.begun = Some(begun);
        Some(parsed)
    }

    /// Reads the whole document, of which all pieces pushed so far are the beginning, and goes on
    /// from where its figures by day begin if what stands before them has been read. The result
    /// is that of [`parse`].
    pub fn finish(self, bytes: &[u8]) -> Result<Parsed, ContractError> {
        let Some(begun) = self.begun else {
            return parse(bytes);
        };
        let checked = envelope::check_bytes(bytes, limits::DOCUMENT_BYTES);
        match checked.and_then(|()| begun.go_on(bytes)) {
            Ok(Some(parsed)) => Ok(parsed),
            Ok(None) => parse(bytes),
            Err(fault) => Err(refusal(fault, bytes)),
        }
    }
}

/// The fields before the byte `next`, where the figures begin.
fn begun(mut bytes: Vec<u8>, next: usize) -> Option<(Begun, Parsed)> {
    bytes.truncate(next);
    find(SUMS, &bytes)?;
    let end = bytes.trim_ascii_end().strip_suffix(b",")?.len();
    bytes.truncate(end);
    bytes.push(b'}');
    // Whatever is wrong is said once all has come, with its place.
    let begun = begin(&bytes, next).ok()?;
    let parsed = begun.so_far(&bytes).ok()?;
    let dataset = &parsed.dataset;
    let has_sums = |totals: &Totals| !totals.to_date.is_empty();
    let is_enough = dataset.totals.as_ref().is_some_and(has_sums)
        && dataset.curves.is_some()
        && dataset.provenance != Provenance::default()
        && !begun.is_scoped();
    is_enough.then_some((begun, parsed))
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, Opening, Parsed, parse};

    const HEAD: &str = r#"{"format": "channel-sales", "version": "1.0",
        "as_of": "2021-04-02T23:59:59Z",
        "calendar": {"timezone": "UTC", "fiscal_year_start": "04-01"},
        "currency": {"code": "CNY", "scale": 0}, "programme": {"name": "P", "metric": "gmv"},
        "provenance": {"source": "Test"},
        "curves": {"first_day": "2020-04-01", "days": 1, "programme": [1]},
        "channels": {"id": ["a"], "name": ["A"]}, "totals": {"to_date": [3]}"#;
    const FIGURES: &str = r#""series": {"first_day": "2021-04-01", "days": 2, "gmv": [[1, 2]]}}"#;

    fn pushed<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Parsed> {
        let mut opening = Opening::default();
        let mut pieces = pieces.into_iter();
        std::iter::from_fn(|| Some(opening.push(pieces.next()?)))
            .flatten()
            .collect()
    }

    #[test]
    fn sums_are_known_as_soon_as_figures_begin_wherever_pieces_end() {
        let text = format!("{HEAD} ,\n {FIGURES}");
        for size in [1, 7, 64, text.len()] {
            let found = pushed(text.as_bytes().chunks(size));
            assert_eq!(found.len(), 1, "pieces of {size}");
            let dataset = &found[0].dataset;
            assert_eq!(dataset.totals.as_ref().unwrap().to_date, [Some(3)]);
            assert!(dataset.blocks.is_empty());
        }
    }

    #[test]
    fn what_cannot_stand_without_figures_is_waited_for() {
        let without_sums = HEAD.replace("totals", "other");
        let sums_later = format!(
            "{without_sums}, {}, \"totals\": {{\"to_date\": [3]}}}}",
            &FIGURES[..FIGURES.len() - 1]
        );
        let broken = HEAD.replace("[3]", "[-3]");
        let nested = HEAD.replace("\"P\"", "\"P\", \"more\": {\"a\": 1, \"series\": {}}");
        let of_nobody = HEAD.replace("provenance", "other");
        let without_season = HEAD.replace("curves", "other");
        for head in [without_sums, broken, nested, of_nobody, without_season] {
            assert_eq!(pushed([format!("{head}, {FIGURES}").as_bytes()]).len(), 0);
        }
        assert_eq!(pushed([sums_later.as_bytes()]).len(), 0);
        // In a name it is no field.
        let named = HEAD.replace("\"A\"", "\"series\"");
        assert_eq!(pushed([named.as_bytes()]).len(), 0);
    }

    const SERIES: &str = r#""series": {"first_day": "2021-04-01", "days": 2, "gmv": [[1, 2]]}"#;

    /// Whatever follows the head, the whole document comes out as if it had been read at once:
    /// `is_right` or refused, and read on from where the head ends or `is_anew`.
    fn check_rest(head: &str, rest: &str, is_right: bool, is_anew: bool) {
        let text = format!("{head}, {rest}").replace("SHA", &"0".repeat(64));
        let begun = || {
            let mut opening = Opening::default();
            assert!(opening.push(text.as_bytes()).is_some(), "{text}");
            opening
        };
        let gone_on = begun().begun.unwrap().go_on(text.as_bytes());
        assert_eq!(matches!(gone_on, Ok(None)), is_anew, "{text}");
        let whole = parse(text.as_bytes());
        assert_eq!(whole.is_ok(), is_right, "{text} {whole:?}");
        assert_eq!(begun().finish(text.as_bytes()), whole, "{text}");
    }

    #[test]
    fn reading_on_gives_what_reading_all_gives() {
        let daily = r#""daily": {"first_day": "2021-04-01", "days": 4, "dau": [1, 2, 3, 4]}"#;
        let support = r#""support": [{"id": "s", "kind": "odd", "name": "S"}]"#;
        let events = r#""events": [{"kind": "618", "name": "618", "from": "2021-06-01", "to": "2021-06-18"}]"#;
        let part = r#"{"first_day": "2020-04-01", "days": 9, "channels": [0, 1], "href": "a.json",
            "metrics": ["gmv", "other"], "bytes": 9, "sha256": "SHA"}"#;
        let future = SERIES
            .replace("\"days\": 2", "\"days\": 3")
            .replace("[1, 2]", "[1, 2, 3]");
        let gap = SERIES.replace("[1, 2]", "[1, null]");
        let heads = [
            HEAD.to_owned(),
            HEAD.replace("\"A\"", "\"A\\u202e\""),
            format!("\u{feff} {HEAD}"),
            format!("{HEAD}, {daily}, {events}"),
            format!("{HEAD}, {support}"),
        ];
        for head in &heads {
            for rest in [
                format!("{SERIES}}}"),
                format!("{future}, \"programme_history\": [], \"other\": [{{}}]}}"),
                format!("{gap}, \"parts\": [{part}], \"scope\": {{\"channels\": 7}}}}"),
            ] {
                check_rest(head, &rest, true, false);
            }
        }
        for extra in [daily, support, events] {
            check_rest(HEAD, &format!("{SERIES}, {extra}}}"), true, false);
        }
        check_rest(
            &format!("{HEAD}, \"parts\": [{part}]"),
            &format!("{SERIES}}}"),
            true,
            false,
        );
        let long_ago = part.replace("2020", "1970");
        for wrong in [
            SERIES.replace("[[1, 2]]", "[[1, 2], [3, 4]]}"),
            SERIES.replace("[[1, 2]]", "[[1, 2.5]]}"),
            SERIES.replace("gmv", "net") + "}",
            SERIES.to_owned(),
            SERIES[..30].to_owned(),
            format!("{SERIES}, \"part\": true}}"),
            format!("{SERIES}, \"as_of\": 1}}"),
            format!("{SERIES}, {SERIES}}}"),
            format!("{SERIES}, \"parts\": [{long_ago}]}}"),
            format!("{SERIES}}} x"),
            "\"series\": null, \"partners\": 1}".to_owned(),
        ] {
            check_rest(HEAD, &wrong, false, false);
        }
    }

    #[test]
    fn where_the_head_was_not_all_everything_is_read_again() {
        for list in ["categories", "partners"] {
            let rest = |id: &str| {
                format!("{SERIES}, \"{list}\": [{{\"id\": \"{id}\", \"name\": \"N\"}}]}}")
            };
            check_rest(HEAD, &rest("a"), true, true);
        }
        let twice = r#""partners": [{"id": "a", "name": "N"}, {"id": "a", "name": "M"}]"#;
        check_rest(HEAD, &format!("{SERIES}, {twice}}}"), false, true);
        check_rest(HEAD, "\"series\": null}", true, true);
    }

    #[test]
    fn what_has_no_opening_is_read_from_its_beginning() {
        let text = format!("{}, {FIGURES}", HEAD.replace("totals", "other"));
        let mut opening = Opening::default();
        assert!(opening.push(text.as_bytes()).is_none());
        let parsed = opening.finish(text.as_bytes());
        assert_eq!(parsed, parse(text.as_bytes()));
        assert!(parsed.is_ok());
    }

    #[test]
    fn what_is_too_long_is_let_go() {
        let mut opening = Opening::default();
        assert!(opening.push(&vec![b' '; MOST_BYTES]).is_none());
        assert!(!opening.is_over());
        assert!(opening.push(b" ").is_none());
        assert!(opening.is_over());
        assert_eq!(opening.bytes.capacity(), 0);
    }
}
