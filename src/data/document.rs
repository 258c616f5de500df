//! A checked document together with the sums over its figures.

use paceboard_core::books::Books;
use paceboard_core::contract::{
    ContractError, Parsed, ParsedPart, Warning, parse, parse_part, recount_gaps,
};
use paceboard_core::ledger::LedgerError;
use paceboard_core::model::{Dataset, Metric, PartRef};
use paceboard_core::outlook::Assumptions;
use std::sync::Arc;

/// What the page draws from: immutable, replaced whole when anything arrives.
#[derive(Clone, Debug)]
pub struct Document {
    /// The checked document.
    pub dataset: Dataset,
    /// Sums over the blocks that have been read so far.
    pub books: Books,
    /// What was odd but usable.
    pub warnings: Arc<Vec<Warning>>,
    /// Metrics that only parts have which lie elsewhere and will not be read: the document is a
    /// file, or in a copy of the page.
    pub left_out: Vec<Metric>,
    /// Whether its figures by day are still arriving: it is what stands before them.
    pub is_opening: bool,
}

/// Documents are replaced whole, so another one is never taken for the same.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Why bytes did not become a document.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DocumentError {
    /// The bytes break the contract.
    #[error(transparent)]
    Contract(#[from] ContractError),
    /// The figures cannot be summed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

impl Document {
    /// Reads a main document.
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        Self::of(parse(bytes)?)
    }

    /// The document that has been read.
    pub fn of(parsed: Parsed) -> Result<Self, DocumentError> {
        let books = Books::build(&parsed.dataset)?;
        Ok(Self {
            dataset: parsed.dataset,
            books,
            warnings: Arc::new(parsed.warnings),
            left_out: Vec::new(),
            is_opening: false,
        })
    }

    /// What stands before the figures by day of a document that is still arriving.
    pub fn opening(parsed: Parsed) -> Result<Self, DocumentError> {
        Ok(Self {
            is_opening: true,
            ..Self::of(parsed)?
        })
    }

    /// The document that has been read, with the parts that are the same in the version `before`.
    pub fn after(before: Option<&Self>, mut parsed: Parsed) -> Result<Self, DocumentError> {
        if let Some(before) = before {
            parsed.dataset.carry_over(&before.dataset);
            let carried = before.part_warnings(&parsed.dataset);
            parsed.warnings.extend(carried);
            if parsed.dataset.blocks.len() > 1 {
                recount_gaps(&parsed.dataset, &mut parsed.warnings);
            }
        }
        Self::of(parsed)
    }

    /// What is odd in the parts that `after` has carried over, under the names that it gives them.
    fn part_warnings(&self, after: &Dataset) -> Vec<Warning> {
        let renamed = |warning: &Warning| {
            let (href, path) = warning.place.split_once(' ')?;
            let href = after.carried_href(&self.dataset, href)?;
            Some(Warning {
                place: format!("{href} {path}"),
                ..warning.clone()
            })
        };
        self.warnings.iter().filter_map(renamed).collect()
    }

    /// This document with what is assumed in place of what it says.
    pub fn assuming(&self, assumptions: &Assumptions) -> Self {
        Self {
            dataset: assumptions.applied(&self.dataset).into_owned(),
            books: self.books.clone(),
            warnings: Arc::clone(&self.warnings),
            left_out: self.left_out.clone(),
            is_opening: self.is_opening,
        }
    }

    /// The document by itself: parts that have not been read never will be.
    pub fn alone(mut self) -> Self {
        let all = std::mem::take(&mut self.dataset.parts);
        let is_here = |part: &PartRef| self.dataset.has_part(part);
        let (here, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(is_here);
        let is_left = |metric: &Metric| {
            let mut parts = elsewhere.iter();
            let is_named = parts.any(|part| part.metrics.contains(metric));
            is_named && !self.books.channels.has(*metric)
        };
        self.left_out = Metric::ALL.into_iter().filter(is_left).collect();
        self.dataset.parts = here;
        self
    }

    /// This document with one part more.
    pub fn with_part(&self, bytes: &[u8], part: &PartRef) -> Result<Self, DocumentError> {
        let ParsedPart { block, warnings } = parse_part(bytes, &self.dataset, part)?;
        let metrics: Vec<Metric> = block.metrics.iter().map(|(metric, _)| *metric).collect();
        let mut next = self.clone();
        let overlaps = self.dataset.blocks.iter().any(|it| it.overlaps(&block));
        next.dataset.insert(Arc::new(block));
        next.books = next.books.rebuilt(&next.dataset, &metrics)?;
        let all = Arc::make_mut(&mut next.warnings);
        all.extend(warnings);
        if overlaps {
            recount_gaps(&next.dataset, all);
        }
        Ok(next)
    }
}

#[cfg(test)]
mod tests {
    use super::Document;
    use paceboard_core::contract::{Warning, WarningKind, parse};
    use paceboard_core::model::{ChannelIndex, Day, DayRange, Metric};
    use sha2::{Digest, Sha256};

    /// What docs/sales-json.md gives to copy: a document, and the one part that it names.
    #[test]
    fn the_documentation_names_its_part_truly() {
        let text = include_str!("../../docs/sales-json.md");
        let blocks = text.split("```").skip(1).step_by(2);
        let examples = blocks.filter_map(|block| block.strip_prefix("json\n"));
        let [main, part] = examples.collect::<Vec<_>>()[..] else {
            panic!("one document and one part are expected")
        };
        let document = Document::read(main.as_bytes()).unwrap();
        let (named, bytes) = (&document.dataset.parts[0], part.trim_end().as_bytes());
        assert_eq!(named.bytes, bytes.len() as u64);
        assert_eq!(named.sha256, <[u8; 32]>::from(Sha256::digest(bytes)));
        assert!(document.with_part(bytes, named).is_ok());
    }

    const PART: &str = r#"{"format": "channel-sales", "version": "1.0", "part": true,
        "series": {"first_day": "2021-04-01", "days": 2, "gmv": [[7, null]]}}"#;

    /// A document of one channel with the figures 1 and 2, whose parts all have the days of its own series.
    fn text(parts: &[(&str, char)]) -> String {
        let size = PART.len();
        let entry = |(href, digit): &(&str, char)| {
            let sha256 = digit.to_string().repeat(64);
            format!(
                r#"{{"first_day": "2021-04-01", "days": 2, "channels": [0, 1], "metrics": ["gmv"],
                "href": "{href}", "bytes": {size}, "sha256": "{sha256}"}}"#
            )
        };
        let parts: Vec<_> = parts.iter().map(entry).collect();
        format!(
            r#"{{"format": "channel-sales", "version": "1.0", "as_of": "2021-04-02T23:59:59Z",
            "calendar": {{"timezone": "UTC", "fiscal_year_start": "04-01"}},
            "currency": {{"code": "CNY", "scale": 0}}, "programme": {{"name": "P", "metric": "gmv"}},
            "channels": {{"id": ["a"], "name": ["A"]}},
            "series": {{"first_day": "2021-04-01", "days": 2, "gmv": [[1, 2]]}},
            "parts": [{}]}}"#,
            parts.join(",")
        )
    }

    fn document(parts: &[(&str, char)]) -> Document {
        Document::read(text(parts).as_bytes()).unwrap()
    }

    fn with(document: &Document, number: usize, bytes: &str) -> Document {
        let part = &document.dataset.parts[number];
        document.with_part(bytes.as_bytes(), part).unwrap()
    }

    fn total(document: &Document) -> i64 {
        let days = DayRange::starting(Day::parse("2021-04-01").unwrap(), 2);
        let ledger = &document.books.channels;
        ledger.total(Metric::Gmv, ChannelIndex(0), days)
    }

    #[test]
    fn a_correction_of_the_same_shape_is_a_part_that_is_not_here_yet() {
        let document = document(&[("a.json", '1')]);
        let part = &document.dataset.parts[0];
        assert!(!document.dataset.has_part(part));
        let corrected = with(&document, 0, PART);
        assert!(corrected.dataset.has_part(part));
        assert_eq!((total(&document), total(&corrected)), (3, 7));
    }

    #[test]
    fn of_two_parts_the_one_named_later_wins_whichever_comes_first() {
        let later = PART.replace("[7, null]", "[5,    9]");
        let document = document(&[("a.json", '1'), ("b.json", '2')]);
        let in_order = with(&with(&document, 0, PART), 1, &later);
        let crossed = with(&with(&document, 1, &later), 0, PART);
        assert_eq!((total(&in_order), total(&crossed)), (14, 14));
    }

    /// The document's own days, and two parts for them: of the first the second day is a gap.
    #[test]
    fn a_gap_counts_where_the_ledger_has_it() {
        let places = |document: &Document| -> Vec<(u64, String)> {
            let gaps = document.warnings.iter();
            gaps.map(|gap| (gap.count, gap.place.clone())).collect()
        };
        let own = text(&[("a.json", '1'), ("b.json", '2')]).replace("[[1, 2]]", "[[null, null]]");
        let own = Document::read(own.as_bytes()).unwrap();
        let path = "$.series.gmv[0]";
        assert_eq!(places(&own), [(2, format!("{path}[0]"))]);
        let gap = with(&own, 0, PART);
        assert_eq!(places(&gap), [(1, format!("a.json {path}[1]"))]);
        let filled = with(&gap, 1, &PART.replace("[7, null]", "[5,    9]"));
        assert_eq!(places(&filled), []);
        // Once the part that filled it is gone, the gap is there again.
        let less = parse(text(&[("c.json", '1')]).as_bytes()).unwrap();
        let less = Document::after(Some(&filled), less).unwrap();
        assert_eq!(places(&less), [(1, format!("c.json {path}[1]"))]);
    }

    #[test]
    fn a_document_by_itself_knows_what_it_leaves_out() {
        let text = text(&[("a.json", '1'), ("b.json", '2'), ("c.json", '3')]).replacen(
            r#""metrics": ["gmv"]"#,
            r#""metrics": ["net", "orders"]"#,
            1,
        );
        let document = Document::read(text.as_bytes()).unwrap();
        let alone = with(&document, 1, PART).alone();
        let parts = alone.dataset.parts.iter().map(|part| part.href.as_str());
        assert_eq!(parts.collect::<Vec<_>>(), ["b.json"]);
        // Of sales there is something, if not all.
        assert_eq!(alone.left_out, [Metric::Net, Metric::Orders]);
        assert_eq!(document.left_out, []);
    }

    #[test]
    fn what_is_odd_in_a_part_is_told_with_its_name_and_kept_with_it() {
        let before = with(&document(&[("a.json", '1')]), 0, PART);
        let gap = |place: &str| Warning {
            kind: WarningKind::Gap,
            count: 1,
            place: place.to_owned(),
        };
        assert_eq!(*before.warnings, [gap("a.json $.series.gmv[0][1]")]);
        let newer = |parts| {
            let parsed = parse(text(parts).as_bytes()).unwrap();
            Document::after(Some(&before), parsed).unwrap()
        };
        let renamed = newer(&[("b.json", '1')]);
        assert_eq!(*renamed.warnings, [gap("b.json $.series.gmv[0][1]")]);
        assert_eq!(total(&renamed), 7);
        let changed = newer(&[("a.json", '3')]);
        assert_eq!(*changed.warnings, []);
        assert_eq!(total(&changed), 3);
    }
}
