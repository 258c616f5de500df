//! The window: a range of days, either given or named relative to the as-of day.

use crate::model::{Dataset, Day, DayRange, Event, Id};

/// Days that the board sums.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Window {
    /// Named, relative to the as-of day.
    Preset(Preset),
    /// The latest occurrence of a festival of this kind that has begun by the as-of day.
    Festival(Id),
    /// Given days.
    Custom(DayRange),
}

/// Named windows. Each ends with the as-of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// From the start of the fiscal year.
    YearToDate,
    /// 7 days.
    Last7,
    /// 28 days.
    Last28,
    /// 90 days.
    Last90,
    /// From the start of the fiscal quarter.
    Quarter,
    /// From the first of the month.
    Month,
}

impl Preset {
    /// All presets, in the order of a menu.
    pub const ALL: [Self; 6] = [
        Self::YearToDate,
        Self::Last7,
        Self::Last28,
        Self::Last90,
        Self::Quarter,
        Self::Month,
    ];

    /// The name in the URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::YearToDate => "ytd",
            Self::Last7 => "7d",
            Self::Last28 => "28d",
            Self::Last90 => "90d",
            Self::Quarter => "quarter",
            Self::Month => "month",
        }
    }

    /// The preset of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name() == name)
    }
}

impl Window {
    /// The days of this window as seen on `today`. A festival that has not begun in any year of
    /// the document gives an empty range at `today`.
    pub fn resolve(&self, dataset: &Dataset, today: Day) -> DayRange {
        let end = today.plus(1);
        match self {
            Self::Custom(range) => *range,
            Self::Festival(kind) => latest_occurrence(&dataset.events, kind, today)
                .map_or(DayRange::new(end, end), |event| {
                    DayRange::new(event.range.from(), event.range.to().min(end))
                }),
            Self::Preset(preset) => DayRange::new(preset_start(*preset, dataset, today), end),
        }
    }
}

fn preset_start(preset: Preset, dataset: &Dataset, today: Day) -> Day {
    let year_start = dataset.calendar.year_of(today).from();
    match preset {
        Preset::YearToDate => year_start,
        Preset::Last7 => today.plus(-6),
        Preset::Last28 => today.plus(-27),
        Preset::Last90 => today.plus(-89),
        Preset::Quarter => quarter_start(year_start, today),
        Preset::Month => {
            let (_, _, day) = today.ymd();
            today.plus(1 - i32::from(day))
        }
    }
}

/// The last of the days 0, 3, 6 and 9 months after the start of the fiscal year that is not after
/// `today`.
fn quarter_start(year_start: Day, today: Day) -> Day {
    let (year, month, day) = year_start.ymd();
    let after_months = |months: u8| {
        let zero_based = month - 1 + months;
        let (years, month) = (i32::from(zero_based / 12), zero_based % 12 + 1);
        // A start on the 31st falls on the last day of a shorter month.
        (1..=day)
            .rev()
            .find_map(|day| Day::from_ymd(year + years, month, day))
    };
    [9, 6, 3]
        .into_iter()
        .filter_map(after_months)
        .find(|start| *start <= today)
        .unwrap_or(year_start)
}

/// The latest event of `kind` that has begun by `today`.
pub(crate) fn latest_occurrence<'a>(
    events: &'a [Event],
    kind: &Id,
    today: Day,
) -> Option<&'a Event> {
    events
        .iter()
        .filter(|event| event.kind == *kind && event.range.from() <= today)
        .max_by_key(|event| event.range.from())
}

#[cfg(test)]
mod tests {
    use super::quarter_start;
    use crate::model::Day;

    #[test]
    fn quarters_follow_the_fiscal_year() {
        let check = |start: &str, today: &str, expected: &str| {
            let [start, today] = [start, today].map(|text| Day::parse(text).unwrap());
            assert_eq!(quarter_start(start, today).to_string(), expected);
        };
        check("2021-04-01", "2021-04-01", "2021-04-01");
        check("2021-04-01", "2021-12-31", "2021-10-01");
        check("2021-04-01", "2022-03-31", "2022-01-01");
        check("2020-08-31", "2020-12-05", "2020-11-30");
        check("2020-08-15", "2020-11-14", "2020-08-15");
    }
}
