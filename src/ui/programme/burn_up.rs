//! The burn-up: channels over the line by day.

use super::words::came_words;
use super::{Later, goal_words};
use crate::chart::{ChartModel, EndLabel, ReferenceLine, Role, Series, SeriesKind};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::wording::Wording;
use paceboard_core::format::{Measure, format_count};
use paceboard_core::outlook::{Count, OutlookTable};
use paceboard_core::programme::{BurnUp, Standing};
use paceboard_core::text::Texts;

/// The chart of the channels' standing; `None` before there is one.
pub fn burn_up_chart(state: State, later: Later) -> Option<Shared<ChartModel>> {
    let standing = state.channels.get()?;
    let wording = Wording::of(state)?;
    let landing = state.outlook.get();
    let texts = state.texts();
    let today = state.today.get()?;
    let done = format_count(i64::from(standing.over));
    let target = standing
        .target
        .map(|target| format_count(i64::from(target)))
        .unwrap_or_default();
    let mut summary = texts
        .programme
        .burn_up_summary
        .with([&wording.date(today), &done, &target]);
    if let Some(last_year) = standing.over_last_year {
        summary.push_str(
            &texts
                .programme
                .burn_up_summary_last_year
                .with([&format_count(i64::from(last_year))]),
        );
    }
    let later = later.get();
    if let Some(came) = &later {
        summary.push_str(&came_words(state, came).unwrap_or_default());
    }
    Some(Shared::new(ChartModel {
        lang: wording.lang,
        measure: Measure::count(),
        title: texts.programme.burn_up_title.with([&goal_words(state)?]),
        summary,
        days: standing.this_year.year.range(),
        slots: None,
        ranks: false,
        series: series(&standing, landing.as_deref(), later.as_deref(), texts),
        goals: goal_line(&standing, texts),
        bands: crate::ui::detail::festival_bands(state, standing.this_year.year.range()),
        today: Some(today),
        window: None,
    }))
}

fn series(
    standing: &Standing,
    outlook: Option<&OutlookTable>,
    later: Option<&BurnUp>,
    texts: &Texts,
) -> Vec<Series> {
    let days = standing.this_year.year.len();
    let line = |name: &str, kind, role, counts: &[u32]| Series {
        name: name.to_owned(),
        kind,
        role,
        label: EndLabel::Name,
        values: counts
            .iter()
            .take(days)
            .map(|count| Some(i64::from(*count)))
            .collect(),
        floor: Vec::new(),
    };
    let mut series = Vec::new();
    if let Some(outlook) = outlook {
        series.extend(projected(standing, &outlook.channels_landing.path, texts));
    }
    if let Some(last_year) = &standing.last_year {
        series.push(line(
            texts.programme.burn_up_last_year,
            SeriesKind::Step,
            Role::Muted,
            &last_year.over,
        ));
    }
    if !standing.path.is_empty() {
        series.push(line(
            texts.programme.burn_up_path,
            SeriesKind::Dashed,
            Role::Plan,
            &standing.path,
        ));
    }
    if let Some(later) = later {
        let line = line(
            texts.programme.line_later,
            SeriesKind::Step,
            Role::Later,
            &later.over,
        );
        let today = standing.this_year.over.len().saturating_sub(1);
        let from_today = line.values.iter().skip(today).copied();
        series.push(Series {
            label: EndLabel::NameAndValue,
            values: std::iter::repeat_n(None, today).chain(from_today).collect(),
            ..line
        });
    }
    let this_year = line(
        texts.programme.burn_up_this_year,
        SeriesKind::Step,
        Role::Accent,
        &standing.this_year.over,
    );
    series.push(Series {
        label: EndLabel::NameAndValue,
        ..this_year
    });
    series
}

/// From today's count to the year's end: the range, and the expected count within it.
fn projected(standing: &Standing, path: &[Count], texts: &Texts) -> Vec<Series> {
    if path.is_empty() {
        return Vec::new();
    }
    let today = standing.this_year.over.len().saturating_sub(1);
    let from_today = |read: fn(&Count) -> u32| {
        let ahead = path.iter().map(|count| Some(i64::from(read(count))));
        let now = std::iter::once(Some(i64::from(standing.over)));
        let before = std::iter::repeat_n(None, today);
        before.chain(now).chain(ahead).collect::<Vec<_>>()
    };
    vec![
        Series {
            name: texts.programme.band_80.to_owned(),
            kind: SeriesKind::Fan,
            role: Role::Accent,
            label: EndLabel::Hidden,
            values: from_today(|count| count.high),
            floor: from_today(|count| count.low),
        },
        Series {
            name: texts.programme.burn_up_projected.to_owned(),
            kind: SeriesKind::Dashed,
            role: Role::Accent,
            label: EndLabel::NameAndValue,
            values: from_today(|count| count.expected),
            floor: Vec::new(),
        },
    ]
}

fn goal_line(standing: &Standing, texts: &Texts) -> Vec<ReferenceLine> {
    let target = standing.target.map(i64::from);
    let line = |value| ReferenceLine {
        value,
        label: texts.programme.burn_up_target.with([&format_count(value)]),
    };
    target.map(line).into_iter().collect()
}
