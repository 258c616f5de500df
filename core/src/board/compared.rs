//! The days that rank change compares with.

use crate::model::{Day, DayRange, FiscalCalendar};
use crate::query::Against;

/// The days to compare `window` with.
pub(super) fn window(calendar: &FiscalCalendar, window: DayRange, against: Against) -> DayRange {
    match (against, window.last()) {
        (Against::Previous, _) => window.shifted(-(window.len() as i32)),
        (Against::LastYear, None) => {
            let day = same_day_last_year(calendar, window.from());
            DayRange::new(day, day)
        }
        (Against::LastYear, Some(last)) => DayRange::new(
            same_day_last_year(calendar, window.from()),
            same_day_last_year(calendar, last).plus(1),
        ),
    }
}

/// The day with the same number in the fiscal year before; the last one where that year is
/// shorter.
fn same_day_last_year(calendar: &FiscalCalendar, day: Day) -> Day {
    let year = calendar.year_of(day);
    let before = calendar.previous(year);
    let day_index = day.days_since(year.from());
    before.from().plus(day_index.min(before.len() as i32 - 1))
}

#[cfg(test)]
mod tests {
    use super::window;
    use crate::model::{Day, DayRange, FiscalCalendar};
    use crate::query::Against;

    fn check(against: Against, range: &str, expected: &str) {
        let calendar = FiscalCalendar::new("Asia/Shanghai".into(), 4, 1).unwrap();
        let (from, to) = range.split_once("..").unwrap();
        let range = DayRange::new(Day::parse(from).unwrap(), Day::parse(to).unwrap());
        assert_eq!(window(&calendar, range, against).to_string(), expected);
    }

    #[test]
    fn the_previous_window_is_as_long_and_ends_where_this_begins() {
        check(
            Against::Previous,
            "2021-06-01..2021-06-19",
            "2021-05-14..2021-06-01",
        );
        check(
            Against::Previous,
            "2021-06-01..2021-06-01",
            "2021-06-01..2021-06-01",
        );
    }

    #[test]
    fn last_year_is_matched_by_fiscal_day() {
        check(
            Against::LastYear,
            "2021-06-01..2021-06-19",
            "2020-06-01..2020-06-19",
        );
        // 29 February 2020 is fiscal day 334, and so is 1 March 2021.
        check(
            Against::LastYear,
            "2021-03-01..2021-03-02",
            "2020-02-29..2020-03-01",
        );
        // Fiscal day 365 exists only in the longer year.
        check(
            Against::LastYear,
            "2020-03-31..2020-04-01",
            "2019-03-31..2019-04-01",
        );
        check(
            Against::LastYear,
            "2019-04-01..2020-04-01",
            "2018-04-01..2019-04-01",
        );
        // Across two fiscal years each end has its own year before.
        check(
            Against::LastYear,
            "2021-03-31..2021-04-02",
            "2020-03-30..2020-04-02",
        );
    }
}
