//! A whole document: its fields in whatever order they come, then the checks across them.

mod extras;
mod head;

use super::Parsed;
use super::envelope::{self, Envelope};
use super::fault::Fault;
use super::parts::{self, RawPart};
use super::scanner::{Key, Scanner};
use super::scope::RawScope;
use super::series::{Series, cell_path, warn_of_gaps};
use super::warning::Warnings;
use crate::model::{Dataset, Metric};
use extras::Extras;
use head::Head;
use std::sync::Arc;

/// A document while its fields are being read.
#[derive(Debug, Default)]
struct Draft {
    envelope: Envelope,
    head: Head,
    extras: Extras,
    series: Option<Series>,
    parts: Option<Vec<RawPart>>,
    scope: Option<RawScope>,
    /// How many channels there are, once their ids have been read.
    channels: Option<usize>,
    warnings: Warnings,
}

/// Reads and checks a whole document.
pub(super) fn read(bytes: &[u8]) -> Result<Parsed, Fault> {
    let mut draft = Draft::default();
    envelope::each_field(bytes, &mut |key, scanner| draft.field(key, scanner))?;
    draft.finish(bytes)
}

/// A document whose first fields have been read and checked.
#[derive(Debug)]
pub(super) struct Begun {
    keys: Vec<String>,
    /// Where the next key stands.
    at: usize,
    /// What has been read besides the head.
    draft: Draft,
    /// The head, checked.
    dataset: Dataset,
}

/// Reads the fields before the key at byte `next`, as if there were no more of them; `bytes` has
/// the brace after all fields somewhere before it.
pub(super) fn begin(bytes: &[u8], next: usize) -> Result<Begun, Fault> {
    let (mut draft, mut keys) = (Draft::default(), Vec::new());
    envelope::each_further_field(envelope::opened(bytes)?, &mut keys, &mut |key, scanner| {
        draft.field(key, scanner)
    })?;
    let dataset = draft.head(bytes)?;
    Ok(Begun {
        keys,
        at: next,
        draft,
        dataset,
    })
}

impl Begun {
    /// Whether the document says that it holds only some of the channels.
    pub fn is_scoped(&self) -> bool {
        self.draft.scope.is_some()
    }

    /// What the fields so far make, without parts. `bytes` are those that they were read from.
    pub fn so_far(&self, bytes: &[u8]) -> Result<Parsed, Fault> {
        let mut dataset = self.dataset.clone();
        let mut warnings = self.draft.warnings.clone();
        let extras = self.draft.extras.clone();
        extras.finish(bytes, &mut dataset, &mut warnings)?;
        let warnings = warnings.in_json(bytes);
        Ok(Parsed { dataset, warnings })
    }

    /// Reads on in the whole document, up to its end. `None` where it must be read from its
    /// beginning, since fields that were checked as if there were no more are given only now.
    pub fn go_on(mut self, bytes: &[u8]) -> Result<Option<Parsed>, Fault> {
        let (draft, place) = (&mut self.draft, Scanner::in_object(bytes, self.at));
        envelope::each_further_field(place, &mut self.keys, &mut |key, scanner| {
            draft.field(key, scanner)
        })?;
        if draft.head.is_begun() || draft.series.is_none() {
            return Ok(None);
        }
        draft.envelope.check(false)?;
        draft.check_figures(self.at, self.dataset.programme.metric)?;
        self.draft.rest(bytes, self.dataset).map(Some)
    }
}

impl Draft {
    fn field(&mut self, key: &Key<'_>, scanner: &mut Scanner<'_>) -> Result<(), Fault> {
        let warnings = &mut self.warnings;
        match key.text.as_ref() {
            "series" => self.series = Some(Series::read(scanner, self.channels)?),
            "parts" => {
                self.parts = Some(scanner.list(parts::LIMIT, |at| RawPart::read(at, warnings))?);
            }
            "scope" => self.scope = Some(RawScope::read(scanner)?),
            name => {
                let is_known = self.head.field(name, scanner, warnings)?
                    || self.extras.field(name, scanner, warnings)?
                    || self.envelope.field(name, scanner)?;
                self.channels = self.channels.or(self.head.channel_count());
                if !is_known {
                    scanner.skip()?;
                }
            }
        }
        Ok(())
    }

    /// The dataset, once everything has been checked against everything else.
    fn finish(mut self, bytes: &[u8]) -> Result<Parsed, Fault> {
        let dataset = self.head(bytes)?;
        self.rest(bytes, dataset)
    }

    /// The fields that stand for themselves, checked and taken out.
    fn head(&mut self, bytes: &[u8]) -> Result<Dataset, Fault> {
        self.envelope.check(false)?;
        let start = Scanner::new(bytes).offset();
        let metric = self.head.check(start)?;
        self.check_figures(start, metric)?;
        std::mem::take(&mut self.head).finish(bytes, &mut self.warnings)
    }

    /// The whole document, its head in `dataset`.
    fn rest(self, bytes: &[u8], mut dataset: Dataset) -> Result<Parsed, Fault> {
        let (mut warnings, channels) = (self.warnings, dataset.channels.len());
        if let Some(series) = self.series {
            let block = series.finish(
                bytes,
                0..channels as u32,
                |_| 0,
                dataset.as_of.day,
                &mut warnings,
            )?;
            let started = &dataset.channels.started;
            warn_of_gaps(&block, started, &[], &cell_path, &mut warnings);
            let is_empty = block.range.is_empty() || block.metrics.is_empty();
            dataset.blocks = (!is_empty).then(|| Arc::new(block)).into_iter().collect();
        }
        self.extras.finish(bytes, &mut dataset, &mut warnings)?;
        let scope = self.scope.map(|scope| scope.finish(bytes, channels));
        dataset.scope = scope.transpose()?;
        let parts = self.parts.unwrap_or_default().into_iter();
        let parts = parts.filter_map(|part| part.finish(channels).transpose());
        dataset.parts = parts.collect::<Result<_, _>>()?;
        let warnings = warnings.in_json(bytes);
        Ok(Parsed { dataset, warnings })
    }

    /// Fails unless there are figures to show, in the programme's metric, over days within limits.
    fn check_figures(&self, start: usize, metric: Metric) -> Result<(), Fault> {
        let parts = self.parts.as_deref();
        let Some(series) = &self.series else {
            parts::check_table_days(None, parts.unwrap_or_default())?;
            return if parts.is_some() || self.head.has_totals() {
                Ok(())
            } else {
                Err(Fault::missing(start, "series"))
            };
        };
        let range = series.range()?;
        parts::check_table_days(Some(range), parts.unwrap_or_default())?;
        let given = range.is_empty() || series.metrics().any(|known| known == metric);
        if given {
            Ok(())
        } else {
            Err(Fault::missing(series.at, metric.name()))
        }
    }
}
