//! Civil days and half-open ranges of them. A day is a date on the document's own calendar: no
//! zone and no clock are attached to it.

use std::fmt;
use time::{Date, Month};

/// Julian day number of 1970-01-01.
const EPOCH_JULIAN_DAY: i32 = 2_440_588;

/// 0000-01-01, the first day that a document can name.
const FIRST: Day = Day(-719_528);

/// 9999-12-31, the last day that a document can name.
pub(super) const LAST: Day = Day(2_932_896);

/// A civil day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Why a text is not a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date such as 2021-04-01, found {0:?}")]
pub struct DayParseError(pub String);

impl Day {
    /// The day of that year, month (1–12) and day of month (1–31), where the calendar has it and
    /// the year is one of 0–9999.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(0..=9999).contains(&year) {
            return None;
        }
        let month = Month::try_from(month).ok()?;
        Date::from_calendar_date(year, month, day)
            .ok()
            .map(Self::from_date)
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    pub fn parse(text: &str) -> Result<Self, DayParseError> {
        Self::parse_digits(text.as_bytes()).ok_or_else(|| DayParseError(text.to_owned()))
    }

    fn parse_digits(bytes: &[u8]) -> Option<Self> {
        let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *bytes else {
            return None;
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_i32, |sum, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| sum * 10 + i32::from(digit - b'0'))
            })
        };
        let month = u8::try_from(number(&[m0, m1])?).ok()?;
        let day = u8::try_from(number(&[d0, d1])?).ok()?;
        Self::from_ymd(number(&[y0, y1, y2, y3])?, month, day)
    }

    /// The day of a date of the `time` crate.
    pub(crate) fn from_date(date: Date) -> Self {
        Self(date.to_julian_day() - EPOCH_JULIAN_DAY)
    }

    /// Days since 1970-01-01; negative before it.
    pub fn number(self) -> i32 {
        self.0
    }

    /// Year, month (1–12) and day of month (1–31).
    pub fn ymd(self) -> (i32, u8, u8) {
        let date = Date::from_julian_day(self.0 + EPOCH_JULIAN_DAY).unwrap_or(Date::MIN);
        (date.year(), u8::from(date.month()), date.day())
    }

    /// Day of the week, 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7) as u8
    }

    /// The day so many days later, or earlier when negative. Stays within the years 0–9999.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days).clamp(FIRST.0, LAST.0))
    }

    /// Days from `earlier` to this day.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

/// Days from `from` up to but not including `to`; never backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DayRange {
    from: Day,
    to: Day,
}

impl DayRange {
    /// The range `[from, to)`; empty at `from` where `to` lies before it.
    pub fn new(from: Day, to: Day) -> Self {
        Self {
            from,
            to: to.max(from),
        }
    }

    /// The range of `days` days that starts with `from`.
    pub fn starting(from: Day, days: u32) -> Self {
        Self::new(from, from.plus(days as i32))
    }

    /// First day.
    pub fn from(self) -> Day {
        self.from
    }

    /// The day after the last.
    pub fn to(self) -> Day {
        self.to
    }

    /// The last day, unless the range is empty.
    pub fn last(self) -> Option<Day> {
        (!self.is_empty()).then(|| self.to.plus(-1))
    }

    /// Number of days.
    pub fn len(self) -> usize {
        self.to.days_since(self.from) as usize
    }

    /// Whether it holds no day.
    pub fn is_empty(self) -> bool {
        self.from == self.to
    }

    /// Whether `day` lies in it.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day < self.to
    }

    /// The days that both ranges hold; empty where they do not meet.
    #[must_use]
    pub fn intersect(self, other: Self) -> Self {
        Self::new(self.from.max(other.from), self.to.min(other.to))
    }

    /// Whether every day of `other` lies in it.
    pub fn covers(self, other: Self) -> bool {
        other.is_empty() || (self.from <= other.from && other.to <= self.to)
    }

    /// The same number of days, moved by so many days.
    #[must_use]
    pub fn shifted(self, days: i32) -> Self {
        Self::new(self.from.plus(days), self.to.plus(days))
    }

    /// The days in order.
    pub fn days(self) -> impl DoubleEndedIterator<Item = Day> + ExactSizeIterator + Clone {
        (0..self.len() as i32).map(move |offset| self.from.plus(offset))
    }
}

impl fmt::Display for DayRange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}..{}", self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, DayRange};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn reads_and_writes_iso_dates() {
        for text in [
            "1970-01-01",
            "2020-02-29",
            "2021-04-01",
            "0000-01-01",
            "9999-12-31",
        ] {
            assert_eq!(day(text).to_string(), text);
        }
        assert_eq!(day("1970-01-02").number(), 1);
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "2021-4-1",
            "2021-02-29",
            "2021/04/01",
            "2021-04-01T00:00",
            "２０２１-04-01",
        ] {
            assert!(Day::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_stay_within_the_calendar() {
        let (first, last) = (day("0000-01-01"), day("9999-12-31"));
        assert_eq!((first.plus(-1), last.plus(1)), (first, last));
        assert_eq!((last.plus(i32::MIN), first.plus(i32::MAX)), (first, last));
    }

    #[test]
    fn knows_weekdays() {
        assert_eq!(day("2021-11-11").weekday(), 3);
        assert_eq!(day("1969-12-29").weekday(), 0);
    }

    #[test]
    fn ranges_are_half_open_and_never_backwards() {
        let range = DayRange::new(day("2021-04-01"), day("2021-04-03"));
        assert_eq!(range.len(), 2);
        assert!(range.contains(day("2021-04-02")) && !range.contains(day("2021-04-03")));
        assert!(DayRange::new(range.to(), range.from()).is_empty());
        assert_eq!(
            range.intersect(range.shifted(1)).to_string(),
            "2021-04-02..2021-04-03"
        );
        assert!(range.intersect(range.shifted(5)).is_empty());
    }
}
