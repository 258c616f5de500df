//! The optional tables: seasonality, totals of each channel, daily audience.

use super::channels::{put, same_length};
use super::entries::{List, required};
use super::error::{ContractErrorKind, Counted, Form, JsonType};
use super::fault::Fault;
use super::scanner::{Key, Room, Scanner, Sign};
use super::shapes::Whole;
use super::warning::{Place, WarningKind, Warnings};
use super::{limits, place, values};
use crate::model::{Cells, Curves, Daily, Day, DayRange, Metric, Totals};
use paceboard_figures::sum_of_sizes;

/// An object of `first_day`, `days` and named columns of numbers.
#[derive(Clone, Debug)]
pub(super) struct Table {
    at: usize,
    first_day: Option<Day>,
    days: Option<Whole>,
    columns: [Option<List<i64>>; 3],
    categories: Option<List<List<i64>>>,
}

/// What the columns of a table are called, and how long they may be.
pub(super) struct TableForm {
    columns: &'static [&'static str],
    has_days: bool,
    has_categories: bool,
    sign: Sign,
    room: Room,
}

const DAYS: Room = Room {
    what: Counted::Days,
    limit: limits::TABLE_DAYS,
    left: limits::TABLE_DAYS,
};
const CHANNELS: Room = Room {
    what: Counted::Channels,
    limit: limits::CHANNELS,
    left: limits::CHANNELS,
};

/// `curves`.
pub(super) const CURVES: TableForm = TableForm {
    columns: &["programme"],
    has_days: true,
    has_categories: true,
    sign: Sign::Positive,
    room: DAYS,
};
/// `daily`.
pub(super) const DAILY: TableForm = TableForm {
    columns: &["dau", "mau"],
    has_days: true,
    has_categories: false,
    sign: Sign::Positive,
    room: DAYS,
};
/// `totals`; whether its figures may be negative depends on the programme's metric.
pub(super) const TOTALS: TableForm = TableForm {
    columns: &["to_date", "last_28", "last_year"],
    has_days: false,
    has_categories: false,
    sign: Sign::Any,
    room: CHANNELS,
};

impl Table {
    /// Reads the object, its columns by the names of the form.
    pub fn read(scanner: &mut Scanner<'_>, form: &TableForm) -> Result<Self, Fault> {
        let at = scanner.offset();
        let columns = [None, None, None];
        let mut table = Self {
            at,
            first_day: None,
            days: None,
            columns,
            categories: None,
        };
        let mut items = scanner.object()?;
        while let Some(key) = scanner.key(&mut items)? {
            if !scanner.null()? {
                table.field(&key, scanner, form)?;
            }
        }
        Ok(table)
    }

    fn field(
        &mut self,
        key: &Key<'_>,
        scanner: &mut Scanner<'_>,
        form: &TableForm,
    ) -> Result<(), Fault> {
        let column = |scanner: &mut Scanner<'_>| {
            let at = scanner.offset();
            let mut values = Vec::new();
            scanner.row(form.sign, form.room, &mut values)?;
            Ok(List { at, values })
        };
        let text = key.text.as_ref();
        if let Some(index) = form.columns.iter().position(|&name| name == text) {
            return put(&mut self.columns[index], key, column(scanner)?);
        }
        match text {
            "first_day" if form.has_days => {
                let offset = scanner.offset();
                put(
                    &mut self.first_day,
                    key,
                    values::day((offset, &scanner.string()?))?,
                )
            }
            "days" if form.has_days => put(&mut self.days, key, scanner.read()?),
            "categories" if form.has_categories => {
                let limit = (Counted::Categories, limits::CATEGORIES);
                put(
                    &mut self.categories,
                    key,
                    List::read(scanner, limit, column)?,
                )
            }
            _ => scanner.skip(),
        }
    }

    fn range(&self) -> Result<DayRange, Fault> {
        let first_day = required(self.at, "first_day", self.first_day)?;
        let days = required(self.at, "days", self.days.as_ref())?;
        values::within(days, 1..=limits::AMOUNT)?;
        values::days(first_day, days)
    }

    /// Seasonality: weights of the programme, and of each category or none.
    pub fn curves(self, bytes: &[u8], categories: usize) -> Result<Curves, Fault> {
        let range = self.range()?;
        let [programme, ..] = self.columns;
        let programme = same_length(required(self.at, "programme", programme)?, range.len())?;
        let at = programme.at;
        let programme = weights(&programme, bytes)?;
        if programme.is_empty() {
            return Err(Fault::form(at, Form::Weights, "only zeros"));
        }
        let rows = match self.categories {
            Some(rows) => same_length(rows, categories)?.values,
            None => Vec::new(),
        };
        let row = |row: List<i64>| {
            let unknown = row.values.is_empty();
            weights(
                &if unknown {
                    row
                } else {
                    same_length(row, range.len())?
                },
                bytes,
            )
        };
        Ok(Curves {
            range,
            programme,
            categories: rows.into_iter().map(row).collect::<Result<_, _>>()?,
        })
    }

    /// Totals, one figure or null for each channel; `None` where no column is given.
    pub fn totals(
        self,
        bytes: &[u8],
        channels: usize,
        metric: Metric,
    ) -> Result<Option<Totals>, Fault> {
        let check = |column: Option<List<i64>>, name: &str| -> Result<Vec<Option<i64>>, Fault> {
            let Some(column) = column else {
                return Ok(Vec::new());
            };
            let column = same_length(column, channels)?;
            check_sum(&column, name)?;
            let negative = |&figure: &i64| figure < 0 && figure != Cells::GAP;
            match column
                .values
                .iter()
                .position(negative)
                .filter(|_| !metric.may_be_negative())
            {
                Some(wrong) => Err(negative_figure(&column, wrong, bytes)),
                None => Ok(optional(column.values)),
            }
        };
        let [to_date, last_28, last_year] = self.columns;
        let totals = Totals {
            to_date: check(to_date, "to_date")?,
            last_28: check(last_28, "last_28")?,
            last_year: check(last_year, "last_year")?,
        };
        Ok(Some(totals).filter(|totals| *totals != Totals::default()))
    }

    /// Daily audience up to the day of `as_of`; later days are cut off and counted.
    pub fn daily(self, as_of: Day, warnings: &mut Warnings) -> Result<Daily, Fault> {
        let range = self.range()?;
        let known = range.intersect(DayRange::new(range.from(), as_of.plus(1)));
        let [dau, mau, _] = self.columns;
        let mut check =
            |column: Option<List<i64>>, name: &str| -> Result<Vec<Option<i64>>, Fault> {
                let Some(column) = column else {
                    return Ok(Vec::new());
                };
                let mut figures = same_length(column, range.len())?.values;
                let future = figures.split_off(known.len());
                let count = future
                    .iter()
                    .filter(|&&figure| figure != Cells::GAP)
                    .count() as u64;
                let place = || Place::Path(format!("$.daily.{name}[{}]", known.len()));
                warnings.add(WarningKind::FutureDay, count, place);
                Ok(optional(figures))
            };
        Ok(Daily {
            range: known,
            dau: check(dau, "dau")?,
            mau: check(mau, "mau")?,
        })
    }
}

fn optional(figures: Vec<i64>) -> Vec<Option<i64>> {
    figures
        .into_iter()
        .map(|figure| (figure != Cells::GAP).then_some(figure))
        .collect()
}

/// Weights without nulls; empty where they are all 0.
fn weights(column: &List<i64>, bytes: &[u8]) -> Result<Vec<u64>, Fault> {
    if let Some(null) = column
        .values
        .iter()
        .position(|&weight| weight == Cells::GAP)
    {
        let kind = ContractErrorKind::WrongType {
            expected: JsonType::Number,
            found: JsonType::Null,
        };
        return Err(Fault::new(place::item_at(bytes, column.at, null), kind));
    }
    check_sum(column, "curves")?;
    let weights: Vec<_> = column.values.iter().map(|&weight| weight as u64).collect();
    Ok(if weights.iter().all(|&weight| weight == 0) {
        Vec::new()
    } else {
        weights
    })
}

fn check_sum(column: &List<i64>, name: &str) -> Result<(), Fault> {
    if sum_of_sizes(&column.values) <= i64::MAX as u128 {
        return Ok(());
    }
    let kind = ContractErrorKind::SumTooLarge {
        column: name.to_owned(),
    };
    Err(Fault::new(column.at, kind))
}

fn negative_figure(column: &List<i64>, index: usize, bytes: &[u8]) -> Fault {
    let found = column.values[index].to_string();
    let kind = ContractErrorKind::OutOfRange {
        min: 0,
        max: limits::AMOUNT,
        found,
    };
    Fault::new(column.item(bytes, index), kind)
}
