//! A whole document: its fields in whatever order they come, then the checks across them.

use super::channels::{Columns, warn_of_shared_names};
use super::entries::{self, List, required, unique_ids};
use super::envelope::{self, Envelope};
use super::error::Counted;
use super::fault::Fault;
use super::parts::{self, RawPart};
use super::scanner::{Key, Scanner};
use super::scope::RawScope;
use super::series::{Series, cell_path, warn_of_gaps};
use super::shapes::Text;
use super::tables::{self, Table};
use super::warning::{Place, WarningKind, Warnings};
use super::{Parsed, heads, limits, values};
use crate::model::{
    AsOf, Block, Category, Currency, Dataset, Day, Event, FiscalCalendar, HistoryPoint, Metric,
    Partner, Programme, Provenance, Support,
};
use std::sync::Arc;

const ENTRIES: (Counted, usize) = (Counted::Entries, limits::ENTRIES);

/// A document while its fields are being read.
#[derive(Debug, Default)]
struct Draft {
    envelope: Envelope,
    as_of: Option<AsOf>,
    provenance: Provenance,
    calendar: Option<FiscalCalendar>,
    currency: Option<Currency>,
    programme: Option<Programme>,
    categories: List<Category>,
    partners: List<Partner>,
    channels: Option<Columns>,
    series: Option<Series>,
    parts: Option<Vec<RawPart>>,
    curves: Option<Table>,
    totals: Option<Table>,
    daily: Option<Table>,
    events: Vec<Event>,
    history: Vec<HistoryPoint>,
    scope: Option<RawScope>,
    support: List<Option<Support>>,
    warnings: Warnings,
}

/// Reads and checks a whole document.
pub(super) fn read(bytes: &[u8]) -> Result<Parsed, Fault> {
    let mut draft = Draft::default();
    envelope::each_field(bytes, &mut |key, scanner| draft.field(key, scanner))?;
    draft.finish(bytes)
}

impl Draft {
    fn field(&mut self, key: &Key<'_>, scanner: &mut Scanner<'_>) -> Result<(), Fault> {
        let warnings = &mut self.warnings;
        match key.text.as_ref() {
            "as_of" => self.as_of = Some(values::moment(scanner.read::<Text>()?.leaf())?),
            "provenance" => self.provenance = heads::provenance(scanner, warnings)?,
            "calendar" => self.calendar = Some(heads::calendar(scanner, warnings)?),
            "currency" => self.currency = Some(heads::currency(scanner)?),
            "programme" => self.programme = Some(heads::programme(scanner, warnings)?),
            "categories" => {
                let limit = (Counted::Categories, limits::CATEGORIES);
                self.categories = List::read(scanner, limit, |at| entries::category(at, warnings))?;
            }
            "partners" => {
                let limit = (Counted::Partners, limits::PARTNERS);
                self.partners = List::read(scanner, limit, |at| entries::partner(at, warnings))?;
            }
            "channels" => self.channels = Some(Columns::read(scanner, warnings)?),
            "series" => {
                let rows = self.channels.as_ref().and_then(Columns::count);
                self.series = Some(Series::read(scanner, rows)?);
            }
            other => return self.optional_field(other, scanner),
        }
        Ok(())
    }

    fn optional_field(&mut self, key: &str, scanner: &mut Scanner<'_>) -> Result<(), Fault> {
        let warnings = &mut self.warnings;
        match key {
            "parts" => {
                self.parts = Some(scanner.list(parts::LIMIT, |at| RawPart::read(at, warnings))?);
            }
            "curves" => self.curves = Some(Table::read(scanner, &tables::CURVES)?),
            "totals" => self.totals = Some(Table::read(scanner, &tables::TOTALS)?),
            "daily" => self.daily = Some(Table::read(scanner, &tables::DAILY)?),
            "events" => self.events = scanner.list(ENTRIES, |at| entries::event(at, warnings))?,
            "programme_history" => self.history = scanner.list(ENTRIES, entries::history_point)?,
            "scope" => self.scope = Some(RawScope::read(scanner)?),
            "support" => {
                self.support = List::read(scanner, ENTRIES, |at| entries::support(at, warnings))?;
            }
            other => {
                if !self.envelope.field(other, scanner)? {
                    scanner.skip()?;
                }
            }
        }
        Ok(())
    }

    /// The dataset, once everything has been checked against everything else.
    fn finish(mut self, bytes: &[u8]) -> Result<Parsed, Fault> {
        self.envelope.check(false)?;
        let mut warnings = std::mem::take(&mut self.warnings);
        let start = Scanner::new(bytes).offset();
        let as_of = required(start, "as_of", self.as_of.take())?;
        let calendar = required(start, "calendar", self.calendar.take())?;
        let currency = required(start, "currency", self.currency.take())?;
        let programme = required(start, "programme", self.programme.take())?;
        let columns = required(start, "channels", self.channels.take())?;
        self.check_figures(start, programme.metric)?;
        let (categories, partners) = self.lists(bytes, &mut warnings)?;
        let (channels, provinces) = columns.finish(bytes, &partners, &categories, &mut warnings)?;
        let blocks = self.blocks(bytes, channels.len() as u32, as_of.day, &mut warnings)?;
        for block in &blocks {
            warn_of_gaps(block, &channels.started, &[], &cell_path, &mut warnings);
        }
        let curves = self
            .curves
            .take()
            .map(|table| table.curves(bytes, categories.len()));
        let totals = self
            .totals
            .take()
            .map(|table| table.totals(bytes, channels.len(), programme.metric));
        let daily = self
            .daily
            .take()
            .map(|table| table.daily(as_of.day, &mut warnings));
        let scope = self.scope.take();
        let scope = scope.map(|scope| scope.finish(bytes, channels.len()));
        let parts = self.parts.take().unwrap_or_default().into_iter();
        let parts = parts.map(|part| part.finish(channels.len()));
        entries::warn_of_single_events(&self.events, &mut warnings);
        let dataset = Dataset {
            provenance: std::mem::take(&mut self.provenance),
            curves: curves.transpose()?,
            totals: totals.transpose()?.flatten(),
            daily: daily.transpose()?,
            parts: parts
                .filter_map(Result::transpose)
                .collect::<Result<_, _>>()?,
            programme_history: past(self.history, as_of.day, &mut warnings),
            scope: scope.transpose()?,
            events: self.events,
            support: self.support.values.into_iter().flatten().collect(),
            channels: Arc::new(channels),
            blocks: blocks.into_iter().map(Arc::new).collect(),
            as_of,
            calendar,
            currency,
            programme,
            categories,
            partners,
            provinces,
        };
        Ok(Parsed {
            dataset,
            warnings: warnings.in_json(bytes),
        })
    }

    /// Fails unless there are figures to show, in the programme's metric, over days within limits.
    fn check_figures(&self, start: usize, metric: Metric) -> Result<(), Fault> {
        let Some(series) = &self.series else {
            let others = self.totals.is_some() || self.parts.is_some();
            parts::check_table_days(None, self.parts.as_deref().unwrap_or_default())?;
            return if others {
                Ok(())
            } else {
                Err(Fault::missing(start, "series"))
            };
        };
        let range = series.range()?;
        parts::check_table_days(Some(range), self.parts.as_deref().unwrap_or_default())?;
        let given = range.is_empty() || series.metrics().any(|known| known == metric);
        if given {
            Ok(())
        } else {
            Err(Fault::missing(series.at, metric.name()))
        }
    }

    /// Categories and partners, their ids and those of support unique.
    fn lists(
        &mut self,
        bytes: &[u8],
        warnings: &mut Warnings,
    ) -> Result<(Vec<Category>, Vec<Partner>), Fault> {
        let (categories, partners) = (&self.categories, &self.partners);
        let ids = &mut categories.values.iter().map(|category| &category.id);
        unique_ids(ids, &|index| categories.item(bytes, index))?;
        let ids = &mut partners.values.iter().map(|partner| &partner.id);
        unique_ids(ids, &|index| partners.item(bytes, index))?;
        let known = self.support.values.iter().enumerate();
        let known: Vec<_> = known
            .filter_map(|(index, entry)| Some((index, &entry.as_ref()?.id)))
            .collect();
        let ids = &mut known.iter().map(|(_, id)| *id);
        unique_ids(ids, &|index| self.support.item(bytes, known[index].0))?;
        let names = &mut categories
            .values
            .iter()
            .map(|category| category.name.as_str());
        warn_of_shared_names(names, "$.categories", warnings);
        let names = &mut partners.values.iter().map(|partner| partner.name.as_str());
        warn_of_shared_names(names, "$.partners", warnings);
        let (categories, partners) = (&mut self.categories, &mut self.partners);
        Ok((
            std::mem::take(&mut categories.values),
            std::mem::take(&mut partners.values),
        ))
    }

    fn blocks(
        &mut self,
        bytes: &[u8],
        channels: u32,
        as_of: Day,
        warnings: &mut Warnings,
    ) -> Result<Vec<Block>, Fault> {
        let Some(series) = self.series.take() else {
            return Ok(Vec::new());
        };
        let block = series.finish(bytes, 0..channels, |_| 0, as_of, warnings)?;
        let empty = block.range.is_empty() || block.metrics.is_empty();
        Ok(if empty { Vec::new() } else { vec![block] })
    }
}

/// The points up to `as_of` by day; later ones are counted.
fn past(points: Vec<HistoryPoint>, as_of: Day, warnings: &mut Warnings) -> Vec<HistoryPoint> {
    for (index, _) in points
        .iter()
        .enumerate()
        .filter(|(_, point)| point.day > as_of)
    {
        let place = || Place::Path(format!("$.programme_history[{index}]"));
        warnings.add(WarningKind::FutureDay, 1, place);
    }
    let mut past: Vec<HistoryPoint> = Vec::new();
    for point in points.into_iter().filter(|point| point.day <= as_of) {
        let place = past.partition_point(|earlier| earlier.day <= point.day);
        past.insert(place, point);
    }
    past
}
