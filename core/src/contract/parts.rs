//! What a document says of its parts, and the parts themselves.

use super::channels::twice;
use super::deserializer::At;
use super::entries::required;
use super::envelope::{self, Envelope};
use super::error::{ContractErrorKind, Counted, PartField};
use super::fault::Fault;
use super::scanner::{Key, Scanner};
use super::series::{Series, cell_path, warn_of_gaps};
use super::shapes::{self, Whole};
use super::warning::{Warning, WarningKind, Warnings};
use super::{ParsedPart, limits, values};
use crate::model::{Block, Dataset, DayRange, Metric, PartRef, TABLE_CELLS};
use paceboard_figures::sum_of_sizes;
use std::borrow::Cow;
use std::ops::Range;

/// A reference to a part whose channels are not checked yet.
#[derive(Debug)]
pub(super) struct RawPart {
    part: PartRef,
    channels: At<Vec<Whole>>,
    days_at: usize,
}

impl RawPart {
    /// Reads one entry of `parts`.
    pub fn read(scanner: &mut Scanner<'_>, warnings: &mut Warnings) -> Result<Self, Fault> {
        let shape: shapes::Part = scanner.shape()?;
        values::within(&shape.days, 1..=limits::AMOUNT)?;
        let bytes = values::within(&shape.bytes, 1..=limits::AMOUNT)? as u64;
        if bytes > limits::PART_BYTES {
            let kind = ContractErrorKind::TooLarge {
                limit: limits::PART_BYTES,
                found: bytes,
            };
            return Err(Fault::new(shape.bytes.offset, kind));
        }
        let part = PartRef {
            range: values::days(values::day(shape.first_day.leaf())?, &shape.days)?,
            channels: 0..0,
            metrics: metrics(&shape, warnings)?,
            href: values::href(shape.href.leaf())?,
            bytes,
            sha256: values::sha256(shape.sha256.leaf())?,
        };
        Ok(Self {
            part,
            channels: shape.channels,
            days_at: shape.days.offset,
        })
    }

    /// The reference, once its channels are known to exist; `None` where it has no metric that
    /// this build knows.
    pub fn finish(mut self, channels: usize) -> Result<Option<PartRef>, Fault> {
        self.part.channels = range(&self.channels, channels)?;
        Ok(Some(self.part).filter(|part| !part.metrics.is_empty()))
    }
}

/// Fails where the days from the first to the last of all blocks and parts are too many.
pub(super) fn check_table_days(series: Option<DayRange>, parts: &[RawPart]) -> Result<(), Fault> {
    let mut table = series.filter(|range| !range.is_empty());
    for RawPart { part, days_at, .. } in parts {
        let range = table.unwrap_or(part.range);
        let first = range.from().min(part.range.from());
        let whole = DayRange::new(first, range.to().max(part.range.to()));
        if whole.len() > limits::TABLE_DAYS {
            return Err(values::too_many_days(*days_at));
        }
        table = Some(whole);
    }
    Ok(())
}

fn metrics(shape: &shapes::Part, warnings: &mut Warnings) -> Result<Vec<Metric>, Fault> {
    let names = &shape.metrics.value;
    if names.is_empty() {
        return Err(length(shape.metrics.offset, 1, 0));
    }
    let mut metrics = Vec::new();
    for name in names {
        match Metric::from_name(&name.value) {
            Some(metric) if metrics.contains(&metric) => {
                let text = Cow::Borrowed(name.value.as_str());
                return Err(twice(&Key {
                    offset: name.offset,
                    text,
                }));
            }
            Some(metric) => metrics.push(metric),
            None => warnings.at(WarningKind::UnknownMetric, name.offset),
        }
    }
    Ok(metrics)
}

/// `[from, to)` as positions of channels, at least one.
fn range(bounds: &At<Vec<Whole>>, channels: usize) -> Result<Range<u32>, Fault> {
    let [from, to] = &bounds.value[..] else {
        return Err(length(bounds.offset, 2, bounds.value.len()));
    };
    let channels = channels as i64;
    let from = values::within(from, 0..=(channels - 1).max(0))?;
    let to = values::within(to, from + 1..=channels.max(from + 1))?;
    Ok(from as u32..to as u32)
}

fn length(offset: usize, expected: usize, found: usize) -> Fault {
    Fault::new(offset, ContractErrorKind::Length { expected, found })
}

/// Reads a part and compares it with what the document says of it.
pub(super) fn read(bytes: &[u8], dataset: &Dataset, part: &PartRef) -> Result<ParsedPart, Fault> {
    let mut envelope = Envelope::default();
    let (mut series, mut channels) = (None, None);
    envelope::each_field(bytes, &mut |key, scanner| {
        match key.text.as_ref() {
            "series" => series = Some(Series::read(scanner, Some(part.channels.len()))?),
            "channels" => channels = Some(scanner.read::<At<Vec<Whole>>>()?),
            other => {
                if !envelope.field(other, scanner)? {
                    scanner.skip()?;
                }
            }
        }
        Ok(())
    })?;
    envelope.check(true)?;
    if let Some(bounds) = channels {
        let (expected, found) = (&part.channels, range(&bounds, dataset.channels.len())?);
        if found != *expected {
            let (expected, found) = (format!("{expected:?}"), format!("{found:?}"));
            return Err(differs(bounds.offset, PartField::Channels, expected, found));
        }
    }
    let mut warnings = Warnings::default();
    let series = required(0, "series", series)?;
    let block = block(bytes, series, dataset, part, &mut warnings)?;
    gaps_of(&block, dataset, &[], &mut warnings);
    let warnings = in_part(warnings.in_json(bytes), part);
    Ok(ParsedPart { block, warnings })
}

fn gaps_of(block: &Block, dataset: &Dataset, later: &[&Block], warnings: &mut Warnings) {
    let channels = block.channels.start as usize..block.channels.end as usize;
    let started = dataset.channels.started.get(channels).unwrap_or_default();
    warn_of_gaps(block, started, later, &cell_path, warnings);
}

fn in_part(mut warnings: Vec<Warning>, part: &PartRef) -> Vec<Warning> {
    for warning in &mut warnings {
        warning.place = format!("{} {}", part.href, warning.place);
    }
    warnings
}

/// Counts the days without data in each block of a JSON document anew, as they stand where blocks
/// overlap: what a later one says, gaps too, counts in place of what an earlier one does.
pub fn recount_gaps(dataset: &Dataset, warnings: &mut Vec<Warning>) {
    warnings.retain(|warning| warning.kind != WarningKind::Gap);
    for (block, at) in dataset.blocks.iter().zip(1..) {
        let later = dataset.blocks[at..].iter().map(|later| &**later);
        let later: Vec<&Block> = later.filter(|later| later.overlaps(block)).collect();
        let mut found = Warnings::default();
        gaps_of(block, dataset, &later, &mut found);
        let found = found.in_json(&[]);
        warnings.extend(match dataset.part_of(block) {
            Some(part) => in_part(found, part),
            None => found,
        });
    }
}

fn block(
    bytes: &[u8],
    series: Series,
    dataset: &Dataset,
    part: &PartRef,
    warnings: &mut Warnings,
) -> Result<Block, Fault> {
    let range = series.range()?;
    if range != part.range {
        let (expected, found) = (part.range.to_string(), range.to_string());
        return Err(differs(series.days_at(), PartField::Days, expected, found));
    }
    let found: Vec<_> = series.metrics().collect();
    if found.len() != part.metrics.len() || !found.iter().all(|known| part.metrics.contains(known))
    {
        let names = |metrics: &[Metric]| {
            metrics
                .iter()
                .map(|metric| metric.name())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let (expected, found) = (names(&part.metrics), names(&found));
        return Err(differs(series.at, PartField::Metrics, expected, found));
    }
    let earlier = |metric| sum_in(dataset, metric);
    let (channels, as_of) = (part.channels.clone(), dataset.as_of.day);
    let at = series.at;
    let block = series.finish(bytes, channels, earlier, as_of, warnings)?;
    if !dataset.has_room_for(&block) {
        let (what, limit) = (Counted::Cells, TABLE_CELLS as usize);
        return Err(Fault::new(at, ContractErrorKind::TooMany { what, limit }));
    }
    Ok(Block {
        part: Some(part.sha256),
        ..block
    })
}

fn sum_in(dataset: &Dataset, metric: Metric) -> u128 {
    let cells = dataset.blocks.iter().flat_map(|block| &block.metrics);
    cells
        .filter(|(known, _)| *known == metric)
        .map(|(_, cells)| sum_of_sizes(&cells.values))
        .sum()
}

fn differs(offset: usize, what: PartField, expected: String, found: String) -> Fault {
    Fault::new(
        offset,
        ContractErrorKind::PartDiffers {
            what,
            expected,
            found,
        },
    )
}

/// Fails where a part has another size than the document says.
pub(super) fn check_size(bytes: &[u8], part: &PartRef) -> Result<(), Fault> {
    let found = bytes.len() as u64;
    if found == part.bytes {
        return Ok(());
    }
    Err(differs(
        0,
        PartField::Bytes,
        part.bytes.to_string(),
        found.to_string(),
    ))
}

/// The limit on the list of parts.
pub(super) const LIMIT: (Counted, usize) = (Counted::Entries, limits::ENTRIES);
