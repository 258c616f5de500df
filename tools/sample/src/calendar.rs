//! Days of the sample, counted from the first day of last fiscal year, and the festivals that fall on them.

use std::ops::Range;

use time::{Date, Duration, Month};

/// Day 0.
pub const FIRST_DATE: Date = civil(2020, 4, 1);
/// The first day of the current fiscal year.
pub const YEAR_START: i32 = 365;
/// The last day that the sample covers: 2021-12-31.
pub const AS_OF: i32 = 639;
/// One past the last day of the current fiscal year.
pub const YEAR_END: i32 = 730;
/// 2020-01-01, where the audience figures begin.
pub const AUDIENCE_START: i32 = -91;

/// Last fiscal year.
pub const LAST_YEAR: Range<i32> = 0..YEAR_START;
/// The current fiscal year as far as the sample covers it.
pub const TO_DATE: Range<i32> = YEAR_START..AS_OF + 1;

/// A festival's place in a fiscal year.
#[derive(Clone, Copy)]
pub enum Span {
    /// From one (month, day) to another, both included.
    Fixed((u8, u8), (u8, u8)),
    /// Days counted from lunar New Year's day, both included.
    Lunar(i32, i32),
}

impl Span {
    /// The days that it covers in the fiscal year that starts in April of `year`.
    pub fn days(self, year: i32) -> Range<i32> {
        match self {
            Self::Fixed(from, to) => fiscal_day(year, from)..fiscal_day(year, to) + 1,
            Self::Lunar(from, to) => lunar_new_year(year) + from..lunar_new_year(year) + to + 1,
        }
    }
}

/// What the document tells of a festival.
pub struct Event {
    pub kind: &'static str,
    pub name: &'static str,
    pub alias: &'static str,
    pub span: Span,
}

/// The festivals of a fiscal year in their order.
pub const EVENTS: [Event; 8] = [
    event("618", "618", "618", Span::Fixed((6, 1), (6, 18))),
    event("99", "99 大促", "9.9", Span::Fixed((9, 9), (9, 9))),
    event(
        "double-11-presale",
        "双11预售",
        "11.11 presale",
        Span::Fixed((10, 21), (10, 31)),
    ),
    event(
        "double-11",
        "双11",
        "Double 11",
        Span::Fixed((11, 1), (11, 11)),
    ),
    event(
        "double-12",
        "双12",
        "Double 12",
        Span::Fixed((12, 12), (12, 12)),
    ),
    event(
        "new-year-goods",
        "年货节",
        "New Year goods",
        Span::Lunar(-23, -12),
    ),
    event("new-year", "春节", "Lunar New Year", Span::Lunar(-1, 5)),
    event("38", "38 节", "8 March", Span::Fixed((3, 6), (3, 8))),
];

/// The date of a day.
pub fn date(day: i32) -> Date {
    FIRST_DATE.saturating_add(Duration::days(i64::from(day)))
}

/// The day of a date.
pub fn day_of(date: Date) -> i32 {
    date.to_julian_day() - FIRST_DATE.to_julian_day()
}

/// 0 for Monday to 6 for Sunday.
pub fn weekday(day: i32) -> usize {
    usize::from(date(day).weekday().number_days_from_monday())
}

fn fiscal_day(year: i32, (month, day): (u8, u8)) -> i32 {
    day_of(civil(if month < 4 { year + 1 } else { year }, month, day))
}

fn lunar_new_year(year: i32) -> i32 {
    day_of(match year {
        2019 => civil(2020, 1, 25),
        2020 => civil(2021, 2, 12),
        _ => civil(2022, 2, 1),
    })
}

const fn event(kind: &'static str, name: &'static str, alias: &'static str, span: Span) -> Event {
    Event {
        kind,
        name,
        alias,
        span,
    }
}

/// A date that is known to exist; only called with dates written in this file.
const fn civil(year: i32, month: u8, day: u8) -> Date {
    let month = match month {
        1 => Month::January,
        2 => Month::February,
        3 => Month::March,
        4 => Month::April,
        6 => Month::June,
        9 => Month::September,
        10 => Month::October,
        11 => Month::November,
        _ => Month::December,
    };
    match Date::from_calendar_date(year, month, day) {
        Ok(date) => date,
        Err(_) => Date::MIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        let check = |day, expected: &str| assert_eq!(date(day).to_string(), expected);
        check(0, "2020-04-01");
        check(YEAR_START, "2021-04-01");
        check(AS_OF, "2021-12-31");
        check(YEAR_END - 1, "2022-03-31");
        check(AUDIENCE_START, "2020-01-01");
        assert_eq!(weekday(AS_OF), 4, "2021-12-31 was a Friday");
    }

    #[test]
    fn festivals_fall_where_they_fell() {
        let check = |kind: &str, year, from: &str, to: &str| {
            let event = EVENTS.iter().find(|event| event.kind == kind).unwrap();
            let days = event.span.days(year);
            assert_eq!(
                (
                    date(days.start).to_string().as_str(),
                    date(days.end - 1).to_string().as_str()
                ),
                (from, to)
            );
        };
        check("618", 2021, "2021-06-01", "2021-06-18");
        check("double-11", 2020, "2020-11-01", "2020-11-11");
        check("new-year", 2020, "2021-02-11", "2021-02-17");
        check("new-year", 2021, "2022-01-31", "2022-02-06");
        check("new-year-goods", 2021, "2022-01-09", "2022-01-20");
        check("38", 2021, "2022-03-06", "2022-03-08");
    }

    #[test]
    fn events_of_a_year_stand_in_order_and_apart() {
        for year in [2020, 2021] {
            let spans: Vec<_> = EVENTS.iter().map(|event| event.span.days(year)).collect();
            assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}
