//! From the texts and numbers of a document to the model's types.

use super::deserializer::At;
use super::error::{ContractErrorKind, Form};
use super::fault::Fault;
use super::limits;
use super::shapes::Whole;
use super::warning::{WarningKind, Warnings};
use crate::model::{AsOf, Day, DayRange, Decimal, FiscalCalendar, Id, Metric, Money};
use std::ops::RangeInclusive;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A text with the byte at which it begins.
pub(super) type Leaf<'a> = (usize, &'a str);

impl At<String> {
    /// The text as the functions here take it.
    pub fn leaf(&self) -> Leaf<'_> {
        (self.offset, &self.value)
    }
}

pub(super) fn id((offset, text): Leaf<'_>) -> Result<Id, Fault> {
    Id::new(text).map_err(|_| Fault::form(offset, Form::Id, text))
}

pub(super) fn day((offset, text): Leaf<'_>) -> Result<Day, Fault> {
    Day::parse(text).map_err(|_| Fault::form(offset, Form::Date, text))
}

/// A day that may be today: the calendar has years on either side of it, so that its fiscal year
/// and the one before are whole.
pub(super) fn today((offset, text): Leaf<'_>) -> Result<Day, Fault> {
    let day = day((offset, text))?;
    let has_years = (2..=9998).contains(&day.ymd().0);
    has_years
        .then_some(day)
        .ok_or_else(|| Fault::form(offset, Form::Date, text))
}

/// A moment of RFC 3339, and the local day that its own offset puts it on, which may be today.
pub(super) fn moment((offset, text): Leaf<'_>) -> Result<AsOf, Fault> {
    let wrong = || Fault::form(offset, Form::Moment, text);
    // The parser of `time` takes any byte between date and time, and the second 60 only where there
    // may have been one; it lies within the day of the one before.
    let separated = matches!(text.as_bytes().get(10), Some(b'T' | b't'));
    let before_leap = match text.get(17..19) {
        Some("60") => &format!("{}59{}", &text[..17], &text[19..]),
        _ => text,
    };
    let moment = separated
        .then(|| OffsetDateTime::parse(before_leap, &Rfc3339))
        .ok_or_else(wrong)?;
    let day = Day::from_date(moment.map_err(|_| wrong())?.date());
    today((offset, &day.to_string())).map_err(|_| wrong())?;
    Ok(AsOf {
        text: text.to_owned(),
        day,
    })
}

/// A fiscal calendar that starts on `MM-DD`.
pub(super) fn calendar(
    timezone: String,
    (offset, text): Leaf<'_>,
) -> Result<FiscalCalendar, Fault> {
    let number = |digits: &str| {
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| digits.parse().ok())
    };
    let parts = match text.split_once('-') {
        Some((month, day)) if month.len() == 2 && day.len() == 2 => (number(month), number(day)),
        _ => (None, None),
    };
    let calendar = match parts {
        (Some(Some(month)), Some(Some(day))) => FiscalCalendar::new(timezone, month, day),
        _ => None,
    };
    calendar.ok_or_else(|| Fault::form(offset, Form::YearStart, text))
}

pub(super) fn currency_code((offset, text): Leaf<'_>) -> Result<String, Fault> {
    let fits = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let wrong = || Fault::form(offset, Form::CurrencyCode, text);
    fits.then(|| text.to_owned()).ok_or_else(wrong)
}

pub(super) fn rate((offset, text): Leaf<'_>) -> Result<Decimal, Fault> {
    Decimal::parse(text).map_err(|_| Fault::form(offset, Form::Rate, text))
}

/// The metric that goals are measured in.
pub(super) fn goal_metric((offset, text): Leaf<'_>) -> Result<Metric, Fault> {
    let metric = Metric::from_name(text).filter(|metric| metric.is_money());
    metric.ok_or_else(|| Fault::form(offset, Form::GoalMetric, text))
}

/// An address beside the document or below it. Only characters that mean the same to every reader
/// of URLs may stand in it, so that it can neither leave the origin nor climb out of the folder.
pub(super) fn href((offset, text): Leaf<'_>) -> Result<String, Fault> {
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte);
    let step = |step: &str| !matches!(step, "" | "." | "..") && step.bytes().all(plain);
    let in_query = |byte: u8| plain(byte) || b"=&%+".contains(&byte);
    let fits = text.len() <= limits::HREF_CHARS
        && path.split('/').all(step)
        && query.bytes().all(in_query);
    fits.then(|| text.to_owned())
        .ok_or_else(|| Fault::form(offset, Form::Href, text))
}

pub(super) fn sha256((offset, text): Leaf<'_>) -> Result<[u8; 32], Fault> {
    let wrong = || Fault::form(offset, Form::Sha256, text);
    let mut hash = [0; 32];
    if text.len() != 64 {
        return Err(wrong());
    }
    for (byte, digits) in hash.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let digit = |digit: u8| (digit as char).to_digit(16).ok_or_else(wrong);
        *byte = (digit(digits[0])? << 4 | digit(digits[1])?) as u8;
    }
    Ok(hash)
}

/// A number within a range.
pub(super) fn within(number: &Whole, range: RangeInclusive<i64>) -> Result<i64, Fault> {
    if range.contains(&number.value) {
        return Ok(number.value);
    }
    let (min, max) = range.into_inner();
    let found = number.value.to_string();
    Err(Fault::new(
        number.offset,
        ContractErrorKind::OutOfRange { min, max, found },
    ))
}

/// A count of things.
pub(super) fn count(number: &Whole) -> Result<u32, Fault> {
    within(number, 0..=limits::COUNT).map(|count| count as u32)
}

/// An amount of money that is not negative.
pub(super) fn amount(number: &Whole) -> Result<Money, Fault> {
    within(number, 0..=limits::AMOUNT).map(Money)
}

/// A goal; 0, which is no goal, for what is not above it.
pub(super) fn goal(number: Option<&Whole>, warnings: &mut Warnings) -> Option<Money> {
    let number = number?;
    if number.value <= 0 {
        warnings.at(WarningKind::GoalNotPositive, number.offset);
    }
    Some(Money(number.value.max(0)))
}

/// A number of channels or partners that are to reach the goal; 0 is no target.
pub(super) fn target(
    number: Option<&Whole>,
    warnings: &mut Warnings,
) -> Result<Option<u32>, Fault> {
    let Some(number) = number else {
        return Ok(None);
    };
    let target = count(number)?;
    if target == 0 {
        warnings.at(WarningKind::GoalNotPositive, number.offset);
    }
    Ok(Some(target).filter(|&target| target > 0))
}

/// The days of a block: within the table's limit and within the calendar.
pub(super) fn days(first: Day, days: &Whole) -> Result<DayRange, Fault> {
    let count = within(days, 0..=limits::AMOUNT)?;
    if count > limits::TABLE_DAYS as i64 {
        return Err(too_many_days(days.offset));
    }
    let range = DayRange::starting(first, count as u32);
    // The calendar ends with the year 9999.
    within(days, 0..=range.len() as i64)?;
    Ok(range)
}

pub(super) fn too_many_days(offset: usize) -> Fault {
    let (what, limit) = (super::error::Counted::Days, limits::TABLE_DAYS);
    Fault::new(offset, ContractErrorKind::TooMany { what, limit })
}

#[cfg(test)]
mod tests {
    use super::{calendar, currency_code, goal_metric, href, moment, sha256};

    #[test]
    fn moments_keep_the_day_of_their_own_offset() {
        let check = |text: &str, day: Option<&str>| {
            let found = moment((0, text)).ok().map(|moment| moment.day.to_string());
            assert_eq!(found.as_deref(), day, "{text}");
        };
        check("2021-12-31T23:59:59+08:00", Some("2021-12-31"));
        check("2021-12-31T23:59:59-12:00", Some("2021-12-31"));
        check("2021-12-31T00:00:00+14:00", Some("2021-12-31"));
        check("2020-02-29T12:00:00.123Z", Some("2020-02-29"));
        check("2021-12-31t23:59:59z", Some("2021-12-31"));
        check("2016-12-31T23:59:60Z", Some("2016-12-31"));
        check("2021-12-31T23:59:60.5+08:00", Some("2021-12-31"));
        check("0002-01-01T00:00:00Z", Some("0002-01-01"));
        check("9998-12-31T23:59:59Z", Some("9998-12-31"));
        for wrong in [
            "",
            "2021-12-31",
            "2021-12-31T23:59:59",
            "2021-12-31 23:59:59Z",
            "2021-02-29T00:00:00Z",
            "2021-12-31T24:00:00Z",
            "2021-12-31T23:60:60Z",
            "2021-12-31T23:59:61Z",
            "2021-12-31T23:59:6é",
            "31.12.2021T00:00:00Z",
            "2021-12-31T23:59:59+25:00",
            "0001-12-31T23:59:59Z",
            "9999-01-01T00:00:00Z",
        ] {
            check(wrong, None);
        }
    }

    #[test]
    fn fiscal_years_start_on_days_that_every_year_has() {
        let check = |text: &str, fits: bool| {
            assert_eq!(calendar("UTC".into(), (0, text)).is_ok(), fits, "{text}");
        };
        for text in ["04-01", "01-01", "12-31"] {
            check(text, true);
        }
        for text in [
            "02-29", "04-31", "13-01", "00-10", "4-1", "0401", "04-01-", "+4-01", "",
        ] {
            check(text, false);
        }
    }

    #[test]
    fn addresses_stay_beside_the_document() {
        for good in [
            "2020.0a1b.json",
            "parts/2020.json",
            "a-b_c~d.json?v=1&sig=a%2Fb",
            "..a",
        ] {
            assert!(href((0, good)).is_ok(), "{good}");
        }
        for bad in [
            "",
            "/a.json",
            "//other.host/a.json",
            "https://other.host/a",
            "javascript:alert(1)",
            "data:text/html,x",
            "../a.json",
            "a/../b.json",
            "./a.json",
            "a//b",
            "a/",
            "\\\\host\\a",
            "a\\b",
            "a b",
            "a\nb",
            "%2e%2e/a.json",
            "a%2fb",
            "a#b",
            "青.json",
            "a.json?x=//y",
            "?a",
            &"x".repeat(2_001),
        ] {
            assert!(href((0, bad)).is_err(), "{bad}");
        }
    }

    #[test]
    fn small_forms_are_strict() {
        assert!(currency_code((0, "CNY")).is_ok());
        for text in ["cny", "CN", "CNYX", "C1Y", ""] {
            assert!(currency_code((0, text)).is_err());
        }
        assert!(goal_metric((0, "net")).is_ok());
        for text in ["GMV", "orders", ""] {
            assert!(goal_metric((0, text)).is_err());
        }
        let hash = sha256((0, &"0fA9".repeat(16))).unwrap();
        assert_eq!(hash[..2], [0x0f, 0xa9]);
        for text in ["0f", &"0g".repeat(32), &"é".repeat(32)] {
            assert!(sha256((0, text)).is_err());
        }
    }
}
