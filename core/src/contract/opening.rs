//! A document while it arrives: what stands before its figures by day makes a board of its own.

use super::{Parsed, parse};
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
        let mut bytes = self.is_over.then(|| std::mem::take(&mut self.bytes))?;
        bytes.truncate(from + found?);
        closed(bytes)
    }
}

/// The fields so far as a document.
fn closed(mut bytes: Vec<u8>) -> Option<Parsed> {
    find(SUMS, &bytes)?;
    let end = bytes.trim_ascii_end().strip_suffix(b",")?.len();
    bytes.truncate(end);
    bytes.push(b'}');
    // Whatever is wrong is said once all has come, with its place.
    let parsed = parse(&bytes).ok()?;
    let dataset = &parsed.dataset;
    let has_sums = |totals: &Totals| !totals.to_date.is_empty();
    let is_enough = dataset.totals.as_ref().is_some_and(has_sums)
        && dataset.curves.is_some()
        && dataset.provenance != Provenance::default()
        && dataset.scope.is_none();
    is_enough.then_some(parsed)
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, Opening, Parsed};

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
