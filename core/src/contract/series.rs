//! A block of figures: channels × days for some metrics, row by row.

use super::channels::{put, twice};
use super::entries::required;
use super::error::{ContractErrorKind, Counted};
use super::fault::Fault;
use super::scanner::{Key, Room, Scanner, Sign};
use super::shapes::Whole;
use super::warning::{Place, WarningKind, Warnings};
use super::{limits, place, values};
use crate::model::{Block, Cells, Day, DayRange, Metric};
use paceboard_figures::has_gap;
use std::ops::Range;

/// A block as it has been read, not yet checked against channels and days.
#[derive(Debug)]
pub(super) struct Series {
    pub at: usize,
    first_day: Option<Day>,
    days: Option<Whole>,
    metrics: Vec<Rows>,
}

/// The rows of one metric.
#[derive(Debug)]
struct Rows {
    metric: Metric,
    at: usize,
    cells: Vec<i64>,
    count: usize,
    /// Length of the first row, and the first row of another length.
    length: usize,
    odd: Option<(usize, usize)>,
    sum: u128,
}

impl Series {
    /// Reads the object `series`. `rows` is how many rows will come, where that is known already.
    pub fn read(scanner: &mut Scanner<'_>, rows: Option<usize>) -> Result<Self, Fault> {
        let at = scanner.offset();
        let mut series = Self {
            at,
            first_day: None,
            days: None,
            metrics: Vec::new(),
        };
        let mut items = scanner.object()?;
        while let Some(key) = scanner.key(&mut items)? {
            if !scanner.null()? {
                series.field(&key, scanner, rows)?;
            }
        }
        Ok(series)
    }

    fn field(
        &mut self,
        key: &Key<'_>,
        scanner: &mut Scanner<'_>,
        rows: Option<usize>,
    ) -> Result<(), Fault> {
        match key.text.as_ref() {
            "first_day" => {
                let offset = scanner.offset();
                put(
                    &mut self.first_day,
                    key,
                    values::day((offset, &scanner.string()?))?,
                )
            }
            "days" => put(&mut self.days, key, scanner.read()?),
            name => match Metric::from_name(name) {
                Some(metric) => self.metric(metric, key, scanner, rows),
                None => scanner.skip(),
            },
        }
    }

    fn metric(
        &mut self,
        metric: Metric,
        key: &Key<'_>,
        scanner: &mut Scanner<'_>,
        rows: Option<usize>,
    ) -> Result<(), Fault> {
        if self.metrics.iter().any(|known| known.metric == metric) {
            return Err(twice(key));
        }
        let taken: usize = self.metrics.iter().map(|known| known.cells.len()).sum();
        self.metrics
            .push(Rows::read(scanner, metric, limits::CELLS - taken, rows)?);
        Ok(())
    }

    /// The days that the block says it has.
    pub fn range(&self) -> Result<DayRange, Fault> {
        let first_day = required(self.at, "first_day", self.first_day)?;
        values::days(first_day, required(self.at, "days", self.days.as_ref())?)
    }

    /// Where the number of days stands.
    pub fn days_at(&self) -> usize {
        self.days.as_ref().map_or(self.at, |days| days.offset)
    }

    /// The metrics that it has.
    pub fn metrics(&self) -> impl Iterator<Item = Metric> {
        self.metrics.iter().map(|rows| rows.metric)
    }

    /// The block, once its rows fit channels and days and its sums fit 64 bits together with
    /// `earlier` sums. Days after `as_of` are cut off and counted.
    pub fn finish(
        mut self,
        bytes: &[u8],
        channels: Range<u32>,
        earlier: impl Fn(Metric) -> u128,
        as_of: Day,
        warnings: &mut Warnings,
    ) -> Result<Block, Fault> {
        let range = self.range()?;
        for rows in &self.metrics {
            rows.check(bytes, channels.len(), range.len())?;
            if earlier(rows.metric) + rows.sum > i64::MAX as u128 {
                let column = rows.metric.name().to_owned();
                return Err(Fault::new(
                    rows.at,
                    ContractErrorKind::SumTooLarge { column },
                ));
            }
        }
        let known = range.intersect(DayRange::new(range.from(), as_of.plus(1)));
        if known.len() < range.len() {
            self.count_future(known.len(), range.len(), warnings);
            self.metrics
                .iter_mut()
                .for_each(|rows| rows.cut(known.len(), range.len()));
        }
        let cells = |rows: Rows| (rows.metric, Cells { values: rows.cells });
        let metrics = self.metrics.into_iter().map(cells).collect();
        Ok(Block {
            range: known,
            channels,
            metrics,
            part: None,
        })
    }

    /// Counts the days from position `known` on that hold any figure.
    fn count_future(&self, known: usize, days: usize, warnings: &mut Warnings) {
        for day in known..days {
            let figure = self.metrics.iter().find_map(|rows| {
                let mut cells = rows.cells.iter().skip(day).step_by(days);
                cells
                    .position(|&cell| cell != Cells::GAP)
                    .map(|row| (rows.metric, row))
            });
            if let Some((metric, row)) = figure {
                let place = || Place::Path(cell_path(metric, row, day));
                warnings.add(WarningKind::FutureDay, 1, place);
            }
        }
    }
}

impl Rows {
    fn read(
        scanner: &mut Scanner<'_>,
        metric: Metric,
        left: usize,
        expected: Option<usize>,
    ) -> Result<Self, Fault> {
        let at = scanner.offset();
        let cells = Vec::new();
        let mut rows = Self {
            metric,
            at,
            cells,
            count: 0,
            length: 0,
            odd: None,
            sum: 0,
        };
        let mut items = scanner.array()?;
        while scanner.more(&mut items)? {
            rows.row(scanner, left)?;
            if let (1, Some(expected)) = (rows.count, expected) {
                let whole = rows.length.saturating_mul(expected).min(left);
                rows.cells.reserve_exact(whole.saturating_sub(rows.length));
            }
        }
        rows.cells.shrink_to_fit();
        Ok(rows)
    }

    fn row(&mut self, scanner: &mut Scanner<'_>, left: usize) -> Result<(), Fault> {
        if self.count == limits::CHANNELS {
            let (what, limit) = (Counted::Channels, limits::CHANNELS);
            return Err(Fault::new(
                scanner.offset(),
                ContractErrorKind::TooMany { what, limit },
            ));
        }
        let sign = if self.metric.may_be_negative() {
            Sign::Any
        } else {
            Sign::Positive
        };
        let before = self.cells.len();
        let room = Room {
            what: Counted::Cells,
            limit: limits::CELLS,
            left: left - before,
        };
        let size = scanner.row(sign, room, &mut self.cells)?;
        self.sum += size.sum;
        if self.count == 0 {
            self.length = size.cells;
        } else if size.cells != self.length && self.odd.is_none() {
            self.odd = Some((self.count, size.cells));
        }
        self.count += 1;
        Ok(())
    }

    fn check(&self, bytes: &[u8], channels: usize, days: usize) -> Result<(), Fault> {
        if self.count == 0 && days == 0 {
            return Ok(());
        }
        let length = |offset, expected, found| {
            Err(Fault::new(
                offset,
                ContractErrorKind::Length { expected, found },
            ))
        };
        let wrong = if self.count > 0 && self.length != days {
            Some((0, self.length))
        } else {
            self.odd
        };
        if let Some((row, found)) = wrong {
            return length(place::item_at(bytes, self.at, row), days, found);
        }
        if self.count != channels {
            return length(self.at, channels, self.count);
        }
        Ok(())
    }

    /// Keeps the first `known` of the `days` cells of each row.
    fn cut(&mut self, known: usize, days: usize) {
        for row in 0..self.count {
            self.cells
                .copy_within(row * days..row * days + known, row * known);
        }
        self.cells.truncate(self.count * known);
    }
}

/// Where a cell stands in a document or part.
pub(super) fn cell_path(metric: Metric, row: usize, day: usize) -> String {
    format!("$.series.{}[{row}][{day}]", metric.name())
}

/// Counts the days without data, once for each channel, from its first day on air, those left
/// aside that a block in `later` says something else of; `place` names one by a metric that lacks
/// it, its row and its day.
pub(super) fn warn_of_gaps(
    block: &Block,
    started: &[Option<Day>],
    later: &[&Block],
    place: &dyn Fn(Metric, usize, usize) -> String,
    warnings: &mut Warnings,
) {
    let days = block.range.len();
    for (row, started) in started.iter().enumerate() {
        let before = started.map_or(0, |day| day.days_since(block.range.from()).max(0));
        let aired = row * days + days.min(before as usize)..(row + 1) * days;
        let of_row = |(_, of): &(Metric, Cells)| of.values.get(aired.clone()).is_some_and(has_gap);
        if !block.metrics.iter().any(of_row) {
            continue;
        }
        let (count, first) = lacking_days(block, row, aired, later);
        if let Some((metric, day)) = first {
            let place = || Place::Path(place(metric, row, day));
            warnings.add(WarningKind::Gap, count, place);
        }
    }
}

/// How many of the days of a row whose cells are these lack a figure of any metric, and the first of
/// them with the metric.
fn lacking_days(
    block: &Block,
    row: usize,
    cells: Range<usize>,
    later: &[&Block],
) -> (u64, Option<(Metric, usize)>) {
    let (mut count, mut first) = (0, None);
    let channel = block.channels.start + row as u32;
    for cell in cells {
        let day = cell - row * block.range.len();
        let date = block.range.from().plus(day as i32);
        let lacks = |(metric, of): &(Metric, Cells)| {
            let is_gap = of.values.get(cell) == Some(&Cells::GAP);
            (is_gap && !later.iter().any(|it| it.holds(*metric, channel, date))).then_some(*metric)
        };
        if let Some(metric) = block.metrics.iter().find_map(lacks) {
            count += 1;
            first = first.or(Some((metric, day)));
        }
    }
    (count, first)
}
