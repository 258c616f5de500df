//! The rows of a CSV file, read one by one.

use super::figure::{figure, is_grouped};
use super::figures::Figures;
use super::records::{Field, Records};
use super::roster::{ATTRIBUTES, Roster};
use super::{COLUMNS, CsvFault, in_column};
use crate::contract::error::{ContractErrorKind, Form};
use crate::contract::fault::Fault;
use crate::contract::values;
use crate::contract::warning::Warnings;
use crate::model::{Currency, Metric};

/// Where each known column stands in a row.
struct Header {
    places: [Option<usize>; COLUMNS.len()],
    width: usize,
}

/// A file that has been read row by row.
#[derive(Debug)]
pub(super) struct Table {
    pub roster: Roster,
    pub figures: Figures,
    pub warnings: Warnings,
}

/// Reads all rows. `tolerate` is told of each row that is wrong, and says whether to go on; the
/// table of a file with such rows means nothing.
pub(super) fn read(
    bytes: &[u8],
    currency: &Currency,
    tolerate: &mut dyn FnMut(CsvFault) -> Result<(), CsvFault>,
) -> Result<Table, CsvFault> {
    let (header, mut records) = begin(bytes)?;
    let text = records.text();
    let mut fields = Vec::new();
    let metrics = Metric::ALL
        .into_iter()
        .filter(|metric| header.place(metric.name()).is_some());
    let mut table = Table {
        roster: Roster::default(),
        figures: Figures::new(metrics.collect()),
        warnings: Warnings::default(),
    };
    while records.next(&mut fields)? {
        // Spreadsheets write separators alone behind the last row.
        if fields.iter().any(|field| !field.text.is_empty()) {
            table
                .row(&header, &fields, text, currency)
                .or_else(&mut *tolerate)?;
        }
    }
    Ok(table)
}

/// The header and the records after it. Fields stand between commas; where the header, read so,
/// lacks a required column, between semicolons or tabs if it has them all then: so files that are
/// read with commas never change their meaning.
fn begin(bytes: &[u8]) -> Result<(Header, Records<'_>), Fault> {
    let with = |separator| {
        let mut records = Records::new(bytes, separator)?;
        let mut fields = Vec::new();
        records.next(&mut fields)?;
        Ok((Header::read(&fields)?, records))
    };
    with(',').or_else(|fault| {
        let others = [';', '\t'].into_iter();
        others.flat_map(with).next().ok_or(fault)
    })
}

impl Header {
    fn read(fields: &[Field<'_>]) -> Result<Self, Fault> {
        let mut places = [None; COLUMNS.len()];
        for (place, field) in fields.iter().enumerate() {
            let name = field.text.trim();
            let Some(column) = COLUMNS.iter().position(|&column| column == name) else {
                continue;
            };
            if places[column].replace(place).is_some() {
                let kind = ContractErrorKind::DuplicateKey {
                    key: name.to_owned(),
                };
                return Err(Fault::new(field.offset, kind));
            }
        }
        if places.iter().all(Option::is_none) {
            return Err(Fault::new(0, ContractErrorKind::NoTable));
        }
        match (0..3).find(|&column| places[column].is_none()) {
            Some(column) => Err(Fault::missing(0, COLUMNS[column])),
            None => Ok(Self {
                places,
                width: fields.len(),
            }),
        }
    }

    /// The figure that is torn at a thousands separator and so makes its row too long, in the first
    /// column where that can be, or has others between its thousands. `text` is all of the file.
    /// Separators at the end of a row are another matter.
    fn torn(&self, fields: &[Field<'_>], text: &str) -> Option<CsvFault> {
        let is_long = fields.len() > self.width && !fields.last()?.text.is_empty();
        let nexts = fields.get(1..).filter(|_| is_long)?;
        let mut pairs = fields.iter().zip(nexts).enumerate();
        pairs.find_map(|(place, (first, next))| {
            let column = COLUMNS[self.places.iter().position(|it| *it == Some(place))?];
            Metric::from_name(column)?;
            let joined = text.get(first.offset..next.offset + next.text.len())?;
            // A comma behind a point may stand between two figures, one behind thousands may not.
            let is_torn = !first.text.contains('.') && is_grouped(joined);
            let figure = if is_torn { joined } else { &first.text };
            let fault = Fault::form(first.offset, Form::Ungrouped, figure);
            let column = Some(column);
            is_grouped(figure).then_some(CsvFault { fault, column })
        })
    }

    fn place(&self, column: &str) -> Option<usize> {
        let column = COLUMNS.iter().position(|&known| known == column)?;
        self.places[column]
    }
}

impl Table {
    fn row(
        &mut self,
        header: &Header,
        fields: &[Field<'_>],
        text: &str,
        currency: &Currency,
    ) -> Result<(), CsvFault> {
        let (expected, found) = (header.width, fields.len());
        let start = fields.first().map_or(0, |field| field.offset);
        if expected != found {
            let length = Fault::new(start, ContractErrorKind::Length { expected, found });
            return Err(header.torn(fields, text).unwrap_or(length.into()));
        }
        let field = |column: &str| header.place(column).map(|place| &fields[place]);
        let (Some(date), Some(channel)) = (field("date"), field("channel")) else {
            return Ok(());
        };
        let day = in_column(values::today((date.offset, &date.text)), "date")?;
        let attributes = ATTRIBUTES.map(field);
        let channel = self
            .roster
            .channel(channel, &attributes, &mut self.warnings)?;
        in_column(self.figures.row(channel, day, date.offset), "date")?;
        for metric in self.figures.metrics.clone() {
            if let Some(field) = field(metric.name()) {
                let scale = if metric.is_money() { currency.scale } else { 0 };
                let figure = figure((field.offset, &field.text), metric, scale);
                self.figures.cell(in_column(figure, metric.name())?);
            }
        }
        Ok(())
    }
}
