//! The fields that a board must have before its figures by day: who, when, in which money and season.

use crate::contract::channels::{Columns, warn_of_shared_names};
use crate::contract::entries::{self, List, required, unique_ids};
use crate::contract::error::Counted;
use crate::contract::fault::Fault;
use crate::contract::scanner::Scanner;
use crate::contract::shapes::Text;
use crate::contract::tables::{self, Table};
use crate::contract::warning::Warnings;
use crate::contract::{heads, limits, values};
use crate::model::{
    AsOf, Category, Currency, Dataset, FiscalCalendar, Metric, Partner, Programme, Provenance,
};
use std::sync::Arc;

/// Those fields while they are being read.
#[derive(Debug, Default)]
pub(super) struct Head {
    as_of: Option<AsOf>,
    provenance: Provenance,
    calendar: Option<FiscalCalendar>,
    currency: Option<Currency>,
    programme: Option<Programme>,
    categories: List<Category>,
    partners: List<Partner>,
    channels: Option<Columns>,
    curves: Option<Table>,
    totals: Option<Table>,
    is_begun: bool,
}

impl Head {
    /// Takes the value of `key` where it belongs here; tells whether it did.
    pub fn field(
        &mut self,
        key: &str,
        scanner: &mut Scanner<'_>,
        warnings: &mut Warnings,
    ) -> Result<bool, Fault> {
        match key {
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
            "curves" => self.curves = Some(Table::read(scanner, &tables::CURVES)?),
            "totals" => self.totals = Some(Table::read(scanner, &tables::TOTALS)?),
            _ => return Ok(false),
        }
        self.is_begun = true;
        Ok(true)
    }

    /// Whether any of them has been read.
    pub fn is_begun(&self) -> bool {
        self.is_begun
    }

    /// How many channels there are, once their ids have been read.
    pub fn channel_count(&self) -> Option<usize> {
        self.channels.as_ref().and_then(Columns::count)
    }

    /// Whether sums of channels are given.
    pub fn has_totals(&self) -> bool {
        self.totals.is_some()
    }

    /// The metric of the programme, once everything is there that a document must have besides
    /// figures; `start` is where it begins.
    pub fn check(&self, start: usize) -> Result<Metric, Fault> {
        required(start, "as_of", self.as_of.as_ref())?;
        required(start, "calendar", self.calendar.as_ref())?;
        required(start, "currency", self.currency.as_ref())?;
        let programme = required(start, "programme", self.programme.as_ref())?;
        required(start, "channels", self.channels.as_ref())?;
        Ok(programme.metric)
    }

    /// The document that these fields make, once each has been checked against the others.
    pub fn finish(self, bytes: &[u8], warnings: &mut Warnings) -> Result<Dataset, Fault> {
        let start = Scanner::new(bytes).offset();
        check_lists(&self.categories, &self.partners, bytes, warnings)?;
        let (categories, partners) = (self.categories.values, self.partners.values);
        let programme = required(start, "programme", self.programme)?;
        let columns = required(start, "channels", self.channels)?;
        let (channels, provinces) = columns.finish(bytes, &partners, &categories, warnings)?;
        let curves = |table: Table| table.curves(bytes, categories.len());
        let totals = |table: Table| table.totals(bytes, channels.len(), programme.metric);
        Ok(Dataset {
            curves: self.curves.map(curves).transpose()?,
            totals: self.totals.map(totals).transpose()?.flatten(),
            as_of: required(start, "as_of", self.as_of)?,
            calendar: required(start, "calendar", self.calendar)?,
            currency: required(start, "currency", self.currency)?,
            provenance: self.provenance,
            channels: Arc::new(channels),
            blocks: Vec::new(),
            parts: Vec::new(),
            daily: None,
            events: Vec::new(),
            programme_history: Vec::new(),
            scope: None,
            support: Vec::new(),
            programme,
            categories,
            partners,
            provinces,
        })
    }
}

/// Fails where a category or partner has the id of another; counts the names that several share.
fn check_lists(
    categories: &List<Category>,
    partners: &List<Partner>,
    bytes: &[u8],
    warnings: &mut Warnings,
) -> Result<(), Fault> {
    let ids = &mut categories.values.iter().map(|category| &category.id);
    unique_ids(ids, &|index| categories.item(bytes, index))?;
    let ids = &mut partners.values.iter().map(|partner| &partner.id);
    unique_ids(ids, &|index| partners.item(bytes, index))?;
    let names = &mut categories.values.iter().map(|it| it.name.as_str());
    warn_of_shared_names(names, "$.categories", warnings);
    let names = &mut partners.values.iter().map(|it| it.name.as_str());
    warn_of_shared_names(names, "$.partners", warnings);
    Ok(())
}
