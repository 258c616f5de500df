//! Data whose outcome is known.

use paceboard_core::books::Books;
use paceboard_core::contract::{self, Parsed};
use paceboard_core::model::{Dataset, Day, DayRange, FiscalYear, Money};
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// A document and the days of it that are projected.
pub struct Set {
    pub name: &'static str,
    pub dataset: Dataset,
    pub books: Books,
    /// The fiscal year.
    pub year: FiscalYear,
    /// Most that projections may be off, averaged over months, in percent, where that is promised.
    pub most: Option<f64>,
    /// Its days from the first to the one at whose end the projection is judged.
    pub days: DayRange,
}

/// Both years of the sample's recipe, of which the bundled sample keeps three months back.
pub fn sample() -> Result<Set, Box<dyn Error>> {
    let parsed = contract::parse(&paceboard_sample::to_the_end())?;
    let last = parsed.dataset.as_of.day;
    Set::new(
        "The sample's recipe, April 2021 to March 2022",
        parsed.dataset,
        last,
        None,
    )
}

/// The chain of shops: all of 2014, and 2015 up to its last day of figures. Goals of the latter
/// are cut in proportion to the days.
pub fn rossmann(path: &Path) -> Result<[Set; 2], Box<dyn Error>> {
    let dataset = read(path)?;
    let last = dataset.as_of.day;
    let before = Day::from_ymd(2014, 12, 31).unwrap_or(last);
    let mut part = dataset.clone();
    let days = part
        .calendar
        .year_of(last)
        .day_index(last)
        .map_or(0, |index| index as i64 + 1);
    part.programme.channel_goal = part
        .programme
        .channel_goal
        .map(|goal| Money(goal.0 * days / 365));
    Ok([
        Set::new("Rossmann, 2014", dataset, before, Some(1.7))?,
        Set::new("Rossmann, January to July 2015", part, last, Some(1.5))?,
    ])
}

impl Set {
    fn new(
        name: &'static str,
        dataset: Dataset,
        last: Day,
        most: Option<f64>,
    ) -> Result<Self, Box<dyn Error>> {
        let books = Books::build(&dataset)?;
        let year = dataset.calendar.year_of(last);
        Ok(Self {
            name,
            most,
            days: DayRange::new(year.from(), last.plus(1)),
            books,
            dataset,
            year,
        })
    }

    /// The last day of each month but the one in which the days end.
    pub fn month_ends(&self) -> Vec<Day> {
        let ends = self.days.days().filter(|day| day.plus(1).ymd().2 == 1);
        ends.filter(|day| day.plus(1) < self.days.to()).collect()
    }
}

fn read(path: &Path) -> Result<Dataset, Box<dyn Error>> {
    let Parsed { mut dataset, .. } = contract::parse(&fs::read(path)?)?;
    for part in &dataset.parts {
        let bytes = fs::read(path.with_file_name(&part.href))?;
        let block = contract::parse_part(&bytes, &dataset, part)?.block;
        dataset.blocks.push(Arc::new(block));
    }
    Ok(dataset)
}
