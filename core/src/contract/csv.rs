//! The CSV form of a sales document: a long table of daily sales, for a file that somebody opens.
//! What such a file does not say is asked for and comes in as [`CsvSettings`].

mod figure;
mod figures;
mod records;
mod roster;
mod rows;
mod write;

pub use write::write_csv;

use super::error::Form;
use super::fault::Fault;
use super::{ContractError, Parsed, envelope, limits};
use crate::model::{Currency, FiscalCalendar, Money};

/// The columns; the first three are required.
const COLUMNS: [&str; 12] = [
    "date",
    "channel",
    "gmv",
    "channel_name",
    "partner",
    "partner_name",
    "category",
    "province",
    "net",
    "orders",
    "viewers",
    "minutes",
];

/// What a CSV file does not say. The defaults are the programme's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvSettings {
    /// The programme's name.
    pub name: String,
    /// ISO 4217 code of the amounts.
    pub currency_code: String,
    /// Decimals that amounts may have; at most 6.
    pub currency_scale: u8,
    /// Month and day of month on which the fiscal year starts.
    pub fiscal_year_start: (u8, u8),
    /// What each channel is to reach in a fiscal year, in minor units.
    pub channel_goal: Option<Money>,
    /// How many channels are to reach it.
    pub target_channels: Option<u32>,
    /// What each partner is to reach in a fiscal year, in minor units.
    pub partner_goal: Option<Money>,
    /// How many partners are to reach it.
    pub target_partners: Option<u32>,
}

impl Default for CsvSettings {
    fn default() -> Self {
        let goal = Money(10_000_000_000);
        Self {
            name: "CSV".to_owned(),
            currency_code: "CNY".to_owned(),
            currency_scale: 2,
            fiscal_year_start: (4, 1),
            channel_goal: Some(goal),
            target_channels: Some(2_000),
            partner_goal: Some(goal),
            target_partners: Some(200),
        }
    }
}

impl CsvSettings {
    fn currency(&self) -> Result<Currency, Fault> {
        let code = super::values::currency_code((0, &self.currency_code))?;
        if i64::from(self.currency_scale) > limits::SCALE {
            return Err(Fault::form(
                0,
                Form::Whole,
                &self.currency_scale.to_string(),
            ));
        }
        Ok(Currency {
            code,
            scale: self.currency_scale,
            display: Vec::new(),
        })
    }

    fn calendar(&self) -> Result<FiscalCalendar, Fault> {
        let (month, day) = self.fiscal_year_start;
        let calendar = FiscalCalendar::new("local".to_owned(), month, day);
        calendar.ok_or_else(|| Fault::form(0, Form::YearStart, &format!("{month:02}-{day:02}")))
    }
}

/// A fault in a column of the file, or in a whole line.
#[derive(Debug)]
struct CsvFault {
    fault: Fault,
    column: Option<&'static str>,
}

impl From<Fault> for CsvFault {
    fn from(fault: Fault) -> Self {
        Self {
            fault,
            column: None,
        }
    }
}

/// Says in which column a fault is.
fn in_column<T>(result: Result<T, Fault>, column: &'static str) -> Result<T, CsvFault> {
    result.map_err(|fault| CsvFault {
        fault,
        column: Some(column),
    })
}

/// The line, counted from 1, that holds a byte.
fn line_of(bytes: &[u8], offset: usize) -> usize {
    let byte = |at: usize| bytes.get(at).copied();
    let ends_line = |&at: &usize| match byte(at) {
        Some(b'\r') => byte(at + 1) != Some(b'\n'),
        byte => byte == Some(b'\n'),
    };
    (0..offset).filter(ends_line).count() + 1
}

/// Reads the CSV form: `date,channel,gmv` and optional columns in any order, a row for each
/// channel and day that has figures. Refuses it whole where anything is wrong.
pub fn parse_csv(bytes: &[u8], settings: &CsvSettings) -> Result<Parsed, ContractError> {
    let (currency, calendar) = meaning(settings)?;
    let read = || -> Result<Parsed, CsvFault> {
        envelope::check_bytes(bytes, limits::DOCUMENT_BYTES)?;
        let table = rows::read(bytes, &currency, &mut Err)?;
        table.finish(bytes, settings, currency.clone(), calendar.clone())
    };
    read().map_err(|fault| placed(fault, bytes))
}

/// What is wrong with a file that [`parse_csv`] refuses, by line: the first so many rows that are
/// and how many there are, or what else it is refused for. Rows that are there twice come last.
pub fn csv_faults(
    bytes: &[u8],
    settings: &CsvSettings,
    most: usize,
) -> (Vec<ContractError>, usize) {
    let (mut faults, mut count) = (Vec::new(), 0);
    let mut keep = |fault| {
        count += 1;
        if faults.len() < most {
            faults.push(placed(fault, bytes));
        }
        Ok(())
    };
    let rest = meaning(settings).and_then(|(currency, _)| {
        let read = rows::read(bytes, &currency, &mut keep).and_then(|table| {
            let channels = &table.roster.channels;
            table.figures.each_once(channels, &mut keep)
        });
        read.map_err(|fault| placed(fault, bytes))
    });
    let rest = rest.err().or_else(|| {
        let whole = (count == 0).then(|| parse_csv(bytes, settings));
        whole?.err()
    });
    count += usize::from(rest.is_some());
    faults.extend(rest.filter(|_| faults.len() < most));
    (faults, count)
}

fn meaning(settings: &CsvSettings) -> Result<(Currency, FiscalCalendar), ContractError> {
    let setting = |fault: Fault| fault.at_path("settings".to_owned());
    let currency = settings.currency().map_err(setting)?;
    Ok((currency, settings.calendar().map_err(setting)?))
}

/// The error with its line and column.
fn placed(CsvFault { fault, column }: CsvFault, bytes: &[u8]) -> ContractError {
    let line = line_of(bytes, fault.offset());
    fault.at_path(match column {
        Some(column) => format!("line {line}, column {column}"),
        None => format!("line {line}"),
    })
}
