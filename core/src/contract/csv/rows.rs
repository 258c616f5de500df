//! The rows of a CSV file, read one by one.

use super::figures::Figures;
use super::records::{Field, Records};
use super::roster::{ATTRIBUTES, Roster};
use super::{COLUMNS, CsvFault, in_column};
use crate::contract::error::{ContractErrorKind, Form};
use crate::contract::fault::{Fault, shortened};
use crate::contract::warning::Warnings;
use crate::contract::{limits, values};
use crate::model::{Cells, Currency, Metric};

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
    /// column where that can be. `text` is all of the file. Separators at the end of a row are
    /// another matter.
    fn torn(&self, fields: &[Field<'_>], text: &str) -> Option<CsvFault> {
        let is_long = fields.len() > self.width && !fields.last()?.text.is_empty();
        let nexts = fields.get(1..).filter(|_| is_long)?;
        let mut pairs = fields.iter().zip(nexts).enumerate();
        pairs.find_map(|(place, (first, next))| {
            let column = COLUMNS[self.places.iter().position(|it| *it == Some(place))?];
            Metric::from_name(column)?;
            let figure = text.get(first.offset..next.offset + next.text.len())?;
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

/// Whether a figure has commas between its thousands, such as `-1,234.50` and `12,34,567`.
fn is_grouped(figure: &str) -> bool {
    let (mut digits, mut is_grouped) = (0, false);
    for byte in figure.trim_start_matches('-').bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b',' if (1..=3).contains(&digits) => (digits, is_grouped) = (0, true),
            b'.' => break,
            _ => return false,
        }
    }
    is_grouped && digits == 3
}

/// A figure in minor units; an empty field is a gap.
fn figure((offset, text): values::Leaf<'_>, metric: Metric, scale: u8) -> Result<i64, Fault> {
    if text.is_empty() {
        return Ok(Cells::GAP);
    }
    let (negative, size) = match text.strip_prefix('-') {
        Some(size) => (true, size),
        None => (false, text),
    };
    let (whole, fraction) = size.split_once('.').unwrap_or((size, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let point_fits = !size.contains('.') || fraction.len() <= usize::from(scale);
    if !digits(whole) || !digits(fraction) || !point_fits {
        let form = match scale {
            _ if is_grouped(text) => Form::Ungrouped,
            0 => Form::Whole,
            _ => Form::Amount,
        };
        return Err(Fault::form(offset, form, text));
    }
    let fraction = if scale == 0 { "" } else { fraction };
    let padded = format!("{whole}{fraction:0<width$}", width = usize::from(scale));
    let min = if metric.may_be_negative() {
        -limits::AMOUNT
    } else {
        0
    };
    let sign = if negative { -1 } else { 1 };
    let figure = padded.parse().ok().map(|size: i64| sign * size);
    figure
        .filter(|figure| (min..=limits::AMOUNT).contains(figure))
        .ok_or_else(|| {
            let found = shortened(text);
            Fault::new(
                offset,
                ContractErrorKind::OutOfRange {
                    min,
                    max: limits::AMOUNT,
                    found,
                },
            )
        })
}

#[cfg(test)]
mod tests {
    use super::{figure, is_grouped};
    use crate::model::{Cells, Metric};

    #[test]
    fn thousands_are_told_from_decimals() {
        for grouped in ["1,234", "-1,234,567.50", "12,34,567"] {
            assert!(is_grouped(grouped), "{grouped}");
        }
        for other in [
            "1234", "1,5", "1,50", "1234,567", "1,,234", ",234", "a,234", "1,234,5", "",
        ] {
            assert!(!is_grouped(other), "{other}");
        }
    }

    #[test]
    fn amounts_become_minor_units() {
        let check = |text: &str, metric: Metric, scale: u8, expected: Option<i64>| {
            assert_eq!(figure((0, text), metric, scale).ok(), expected, "{text}");
        };
        check("1234.5", Metric::Gmv, 2, Some(123_450));
        check("1234", Metric::Gmv, 2, Some(123_400));
        check("0.07", Metric::Gmv, 2, Some(7));
        check("12", Metric::Gmv, 0, Some(12));
        check("", Metric::Gmv, 2, Some(Cells::GAP));
        check("-3.10", Metric::Net, 2, Some(-310));
        check("-0", Metric::Gmv, 0, Some(0));
        check(
            "9007199254740991",
            Metric::Orders,
            0,
            Some(9_007_199_254_740_991),
        );
        for wrong in [
            "1.234",
            "1,5",
            "1e3",
            "-1",
            " 1",
            "1 ",
            "+1",
            ".5",
            "5.",
            "NaN",
            "¥5",
            "1.2.3",
            "90071992547409.92",
            "99999999999999999999999",
        ] {
            check(wrong, Metric::Gmv, 2, None);
        }
        check("1.0", Metric::Gmv, 0, None);
        check("1.0", Metric::Orders, 0, None);
    }
}
