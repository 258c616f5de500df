//! Charts to test with.

use super::ink::{Ink, Palette};
use super::model::{
    Band, ChartModel, EndLabel, ReferenceLine, Role, Series, SeriesKind, SlotNames,
};
use paceboard_core::format::Measure;
use paceboard_core::model::{Currency, Day, DayRange, Lang};

pub const ACCENT: Ink = Ink {
    0: 1,
    1: 0,
    2: 0,
    3: 1.0,
};
pub const MUTED: Ink = Ink {
    0: 2,
    1: 0,
    2: 0,
    3: 1.0,
};
pub const PLAN: Ink = Ink {
    0: 3,
    1: 0,
    2: 0,
    3: 1.0,
};
pub const GOAL: Ink = Ink {
    0: 4,
    1: 0,
    2: 0,
    3: 1.0,
};
pub const BAND: Ink = Ink {
    0: 5,
    1: 0,
    2: 0,
    3: 1.0,
};

pub fn palette() -> Palette {
    Palette {
        accent: ACCENT,
        muted: MUTED,
        plan: PLAN,
        goal: GOAL,
        band: BAND,
        ..Palette::default()
    }
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn days(from: &str, to: &str) -> DayRange {
    DayRange::new(day(from), day(to))
}

pub fn yuan() -> Measure {
    Measure::money(
        &Currency {
            code: "CNY".into(),
            scale: 0,
            display: Vec::new(),
        },
        None,
    )
}

/// Sums of a year in which November sells four times as much.
pub fn year(total: i64, days: usize) -> Vec<Option<i64>> {
    let weight = |day: usize| if (214..225).contains(&day) { 4 } else { 1 };
    let all: i64 = (0..365).map(weight).sum();
    let mut sum = 0;
    let running = (0..days).map(|day| {
        sum += weight(day);
        Some(total * sum / all)
    });
    running.collect()
}

/// A channel's year up to the end of December, against goal, plan and last year.
pub fn cumulative(lang: Lang) -> ChartModel {
    let [last_year, plan, this_year] = match lang {
        Lang::Zh => ["去年", "计划", "今年"],
        Lang::En => ["Last year", "Plan", "This year"],
    };
    let band = |from, to, label: &str| Band {
        range: days(from, to),
        label: label.into(),
    };
    ChartModel {
        lang,
        measure: yuan(),
        title: "累计成交额".into(),
        about: String::new(),
        summary: "截至 12 月 31 日。".into(),
        days: days("2021-04-01", "2022-04-01"),
        slots: None,
        ranks: false,
        density: None,
        series: vec![
            Series::new(
                last_year,
                SeriesKind::Line,
                Role::Muted,
                year(84_000_000, 365),
            ),
            Series::new(plan, SeriesKind::Dashed, Role::Plan, year(100_000_000, 365)),
            Series::new(
                this_year,
                SeriesKind::Area,
                Role::Accent,
                year(93_000_000, 275),
            ),
        ],
        goals: vec![ReferenceLine {
            value: 100_000_000,
            label: "目标 1亿元".into(),
        }],
        bands: vec![
            band("2021-06-01", "2021-06-21", "618"),
            band("2021-11-01", "2021-11-12", "双11"),
            band("2021-12-12", "2021-12-13", "双12"),
            band("2021-12-14", "2021-12-15", "双十四狂欢"),
        ],
        today: Some(day("2021-12-31")),
        window: Some(days("2021-11-01", "2021-11-12")),
    }
}

/// Daily sales of the same year, none on one day.
pub fn daily(lang: Lang) -> ChartModel {
    let mut values: Vec<_> = (0..275_i64)
        .map(|day| Some(200_000 + day % 7 * 30_000))
        .collect();
    values[100] = None;
    let bars = Series::new("成交额", SeriesKind::Bars, Role::Accent, values);
    ChartModel {
        series: vec![bars],
        goals: Vec::new(),
        ..cumulative(lang)
    }
}

/// So many rows in each of fourteen ranges.
pub fn ranges(lang: Lang) -> ChartModel {
    let rows = (0..14).map(|range| Some(range * 10)).collect();
    ChartModel {
        measure: Measure::count(),
        days: days("2021-04-01", "2021-04-15"),
        slots: Some(SlotNames {
            heading: "目标进度".into(),
            names: (0..14)
                .map(|range| format!("{range}0–{}0%", range + 1))
                .collect(),
            edges: (0..14).map(|range| format!("{}%", 10 * range)).collect(),
            alike: 12,
        }),
        series: vec![Series::new("直播间", SeriesKind::Bars, Role::Accent, rows)],
        goals: Vec::new(),
        bands: Vec::new(),
        today: None,
        window: None,
        ..cumulative(lang)
    }
}

/// Two ranks at the ends of fourteen weeks, from 40 up to 1 and from 20 down to 27.
pub fn ranks(lang: Lang) -> ChartModel {
    let line = |name: &str, role, from: i64, step: i64| Series {
        label: EndLabel::Value,
        ..Series::new(
            name,
            SeriesKind::Line,
            role,
            (0..14).map(|week| Some(from + week * step / 2)).collect(),
        )
    };
    ChartModel {
        ranks: true,
        series: vec![
            line("B", Role::Muted, 20, 1),
            line("A", Role::Accent, 40, -6),
        ],
        ..ranges(lang)
    }
}
