//! Days, ranges of days, ages.

use crate::model::{Day, DayRange, FiscalYear, Lang};

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateForm {
    /// With the year: `2021年12月31日`, `31 Dec 2021`.
    Full,
    /// Without it: `12月31日`, `31 Dec`.
    Short,
    /// For axes and narrow cells: `12/31`, `31 Dec`.
    Compact,
}

const MONTHS_EN: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const WEEKDAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const WEEKDAYS_ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/// A day.
pub fn format_date(day: Day, form: DateForm, lang: Lang) -> String {
    let (year, month, date) = day.ymd();
    match (lang, form) {
        (Lang::Zh, DateForm::Full) => format!("{year}年{month}月{date}日"),
        (Lang::Zh, DateForm::Short) => format!("{month}月{date}日"),
        (Lang::Zh, DateForm::Compact) => format!("{month}/{date}"),
        (Lang::En, DateForm::Full) => format!("{date} {} {year}", month_en(month)),
        (Lang::En, _) => format!("{date} {}", month_en(month)),
    }
}

/// The days of a range, its last one included: `4月1日–12月31日`, `1 Apr – 31 Dec 2021`. What
/// both ends share is written once. An empty range has no text.
pub fn format_range(range: DayRange, form: DateForm, lang: Lang) -> String {
    let Some(last) = range.last() else {
        return String::new();
    };
    let first = range.from();
    if first == last {
        return format_date(first, form, lang);
    }
    let (first_year, first_month, first_date) = first.ymd();
    let (last_year, last_month, _) = last.ymd();
    let short = if form == DateForm::Full {
        DateForm::Short
    } else {
        form
    };
    let same_year = first_year == last_year;
    match lang {
        Lang::Zh => {
            let last_form = if same_year { short } else { form };
            let first = format_date(first, form, lang);
            format!("{first}–{}", format_date(last, last_form, lang))
        }
        Lang::En => {
            let last = format_date(last, form, lang);
            if same_year && first_month == last_month {
                return format!("{first_date}–{last}");
            }
            let first_form = if same_year { short } else { form };
            format!("{} – {last}", format_date(first, first_form, lang))
        }
    }
}

/// The month of a day with its year: `2021年12月`, `Dec 2021`.
pub fn format_month(day: Day, lang: Lang) -> String {
    let (year, month, _) = day.ymd();
    match lang {
        Lang::Zh => format!("{year}年{month}月"),
        Lang::En => format!("{} {year}", month_en(month)),
    }
}

/// The month of a day alone: `12月`, `Dec`.
pub fn format_month_name(day: Day, lang: Lang) -> String {
    let (_, month, _) = day.ymd();
    match lang {
        Lang::Zh => format!("{month}月"),
        Lang::En => month_en(month).to_owned(),
    }
}

/// The day of the week: `周五`, `Fri`.
pub fn weekday_name(day: Day, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Zh => WEEKDAYS_ZH,
        Lang::En => WEEKDAYS_EN,
    };
    names[usize::from(day.weekday()) % names.len()]
}

/// How long ago something was: `3 分钟前`, `3 min ago`.
pub fn format_age(seconds: u64, lang: Lang) -> String {
    let (count, zh, en) = match seconds {
        0..5 => {
            return if lang == Lang::Zh {
                "刚刚"
            } else {
                "just now"
            }
            .to_owned();
        }
        5..60 => (seconds, "秒", "s"),
        60..3_600 => (seconds / 60, "分钟", "min"),
        3_600..86_400 => (seconds / 3_600, "小时", "h"),
        86_400..172_800 => (1, "天", "day"),
        _ => (seconds / 86_400, "天", "days"),
    };
    match lang {
        Lang::Zh => format!("{count} {zh}前"),
        Lang::En => format!("{count} {en} ago"),
    }
}

/// The name of a fiscal year: `2021/22 财年`, `FY 2021/22`; one year where it is a calendar year.
pub fn format_fiscal_year(year: FiscalYear, lang: Lang) -> String {
    let (first, last) = year.calendar_years();
    let years = if first == last {
        first.to_string()
    } else {
        format!("{first}/{:02}", last % 100)
    };
    match lang {
        Lang::Zh => format!("{years} 财年"),
        Lang::En => format!("FY {years}"),
    }
}

/// The English month of 1–12.
fn month_en(month: u8) -> &'static str {
    MONTHS_EN[usize::from(month.saturating_sub(1)) % MONTHS_EN.len()]
}

#[cfg(test)]
mod tests {
    use super::{
        DateForm, format_age, format_date, format_fiscal_year, format_month, format_month_name,
        format_range, weekday_name,
    };
    use crate::model::{Day, DayRange, FiscalCalendar, Lang};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn check(texts: &[String; 2], expected: [&str; 2]) {
        assert_eq!(texts.each_ref().map(String::as_str), expected);
    }

    #[test]
    fn dates() {
        let both = |form| Lang::ALL.map(|lang| format_date(day("2021-12-31"), form, lang));
        check(&both(DateForm::Full), ["2021年12月31日", "31 Dec 2021"]);
        check(&both(DateForm::Short), ["12月31日", "31 Dec"]);
        check(&both(DateForm::Compact), ["12/31", "31 Dec"]);
        let month = |lang| format_month(day("2021-04-01"), lang);
        check(&Lang::ALL.map(month), ["2021年4月", "Apr 2021"]);
        let name = |lang| format_month_name(day("2021-04-01"), lang);
        check(&Lang::ALL.map(name), ["4月", "Apr"]);
        let weekday = |lang| weekday_name(day("2021-12-31"), lang).to_owned();
        check(&Lang::ALL.map(weekday), ["周五", "Fri"]);
    }

    #[test]
    fn ranges_name_their_last_day_and_what_is_shared_once() {
        let both = |from: &str, to: &str, form| {
            let range = DayRange::new(day(from), day(to));
            Lang::ALL.map(|lang| format_range(range, form, lang))
        };
        let full = DateForm::Full;
        check(
            &both("2021-04-01", "2022-01-01", full),
            ["2021年4月1日–12月31日", "1 Apr – 31 Dec 2021"],
        );
        check(
            &both("2021-04-01", "2022-04-01", full),
            ["2021年4月1日–2022年3月31日", "1 Apr 2021 – 31 Mar 2022"],
        );
        check(
            &both("2021-11-01", "2021-11-12", full),
            ["2021年11月1日–11月11日", "1–11 Nov 2021"],
        );
        check(
            &both("2021-11-11", "2021-11-12", full),
            ["2021年11月11日", "11 Nov 2021"],
        );
        check(&both("2021-11-11", "2021-11-11", full), ["", ""]);
        check(
            &both("2021-04-01", "2022-01-01", DateForm::Short),
            ["4月1日–12月31日", "1 Apr – 31 Dec"],
        );
        check(
            &both("2021-11-01", "2021-11-12", DateForm::Compact),
            ["11/1–11/11", "1–11 Nov"],
        );
        check(
            &both("2020-11-05", "2021-11-05", DateForm::Compact),
            ["11/5–11/4", "5 Nov – 4 Nov"],
        );
    }

    #[test]
    fn ages() {
        let both = |seconds| Lang::ALL.map(|lang| format_age(seconds, lang));
        check(&both(4), ["刚刚", "just now"]);
        check(&both(59), ["59 秒前", "59 s ago"]);
        check(&both(200), ["3 分钟前", "3 min ago"]);
        check(&both(7_200), ["2 小时前", "2 h ago"]);
        check(&both(86_400), ["1 天前", "1 day ago"]);
        check(&both(300_000), ["3 天前", "3 days ago"]);
    }

    #[test]
    fn fiscal_years() {
        let both = |month, of: &str| {
            let calendar = FiscalCalendar::new("UTC".into(), month, 1).unwrap();
            Lang::ALL.map(|lang| format_fiscal_year(calendar.year_of(day(of)), lang))
        };
        check(&both(4, "2021-12-31"), ["2021/22 财年", "FY 2021/22"]);
        check(&both(4, "1999-12-31"), ["1999/00 财年", "FY 1999/00"]);
        check(&both(1, "2021-12-31"), ["2021 财年", "FY 2021"]);
    }
}
