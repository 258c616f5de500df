//! The fiscal year of the document.

use super::{Day, DayRange};

/// When the fiscal year starts. The zone's name is shown to readers, never computed with: days
/// come from the document's own dates and offsets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiscalCalendar {
    timezone: String,
    start_month: u8,
    start_day: u8,
}

/// One fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FiscalYear {
    range: DayRange,
}

impl FiscalCalendar {
    /// A calendar whose year starts on that month (1–12) and day of month, where every year has
    /// that date (not 29 February).
    pub fn new(timezone: String, start_month: u8, start_day: u8) -> Option<Self> {
        // 2021 is not a leap year, so 29 February is refused.
        Day::from_ymd(2021, start_month, start_day)?;
        Some(Self {
            timezone,
            start_month,
            start_day,
        })
    }

    /// The zone's name, for display.
    pub fn timezone(&self) -> &str {
        &self.timezone
    }

    /// Month (1–12) and day of month on which the year starts.
    pub fn start(&self) -> (u8, u8) {
        (self.start_month, self.start_day)
    }

    /// The fiscal year that holds `day`. Of the years 0 and 9999 it may lack what lies outside
    /// the calendar, or be empty; no document is of a day whose year does.
    pub fn year_of(&self, day: Day) -> FiscalYear {
        let (year, ..) = day.ymd();
        let this = self.start_in(year);
        let first = if this <= day { year } else { year - 1 };
        FiscalYear {
            range: DayRange::new(self.start_in(first), self.start_in(first + 1)),
        }
    }

    /// The fiscal year before `year`.
    pub fn previous(&self, year: FiscalYear) -> FiscalYear {
        self.year_of(year.range.from().plus(-1))
    }

    fn start_in(&self, year: i32) -> Day {
        let clamped = year.clamp(0, 9999);
        Day::from_ymd(clamped, self.start_month, self.start_day).unwrap_or(super::day::LAST)
    }
}

impl FiscalYear {
    /// The days of the year.
    pub fn range(self) -> DayRange {
        self.range
    }

    /// First day.
    pub fn from(self) -> Day {
        self.range.from()
    }

    /// Number of days, 365 or 366.
    #[expect(clippy::len_without_is_empty, reason = "no document's year is empty")]
    pub fn len(self) -> usize {
        self.range.len()
    }

    /// The fiscal day of `day`, numbered from 0, where it lies in this year.
    pub fn day_index(self, day: Day) -> Option<usize> {
        self.range
            .contains(day)
            .then(|| day.days_since(self.range.from()) as usize)
    }

    /// The calendar years that it touches, such as (2021, 2022), or (2021, 2021) from 1 January.
    pub fn calendar_years(self) -> (i32, i32) {
        let last = self.range.to().plus(-1);
        (self.range.from().ymd().0, last.ymd().0)
    }
}

#[cfg(test)]
mod tests {
    use super::FiscalCalendar;
    use crate::model::Day;

    #[test]
    fn the_year_runs_from_its_start_to_the_day_before_the_next() {
        let calendar = FiscalCalendar::new("Asia/Shanghai".into(), 4, 1).unwrap();
        let check = |day: &str, range: &str, length: usize| {
            let year = calendar.year_of(Day::parse(day).unwrap());
            assert_eq!(
                (year.range().to_string().as_str(), year.len()),
                (range, length)
            );
        };
        check("2021-04-01", "2021-04-01..2022-04-01", 365);
        check("2021-03-31", "2020-04-01..2021-04-01", 365);
        check("2020-02-29", "2019-04-01..2020-04-01", 366);
    }

    #[test]
    fn a_start_that_some_years_lack_is_refused() {
        assert!(FiscalCalendar::new("UTC".into(), 2, 29).is_none());
        assert!(FiscalCalendar::new("UTC".into(), 13, 1).is_none());
    }
}
