//! The burn-up: channels or partners over the line by day.

use super::Later;
use super::words::{came_words, counted};
use crate::chart::{ChartModel, EndLabel, ReferenceLine, Role, Series, SeriesKind};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::wording::Wording;
use paceboard_core::format::Measure;
use paceboard_core::model::Day;
use paceboard_core::outlook::Count;
use paceboard_core::programme::{BurnUp, Standing};
use paceboard_core::text::{Phrase, Texts};

/// The chart of the standing of those told of; `None` before there is one.
pub fn burn_up_chart(state: State, later: Later) -> Option<Shared<ChartModel>> {
    let told = state.told.get();
    let standing = state
        .standing(told)
        .get()
        .filter(|_| !state.lacks_goals(told) && !state.is_opening())?;
    let wording = Wording::of(state)?;
    let outlook = state.outlook.get();
    let texts = state.texts();
    let today = state.today.get()?;
    let later = later.get();
    let path = outlook.as_deref().map(|it| &it.landing(told).path[..]);
    let target = |target| {
        texts
            .programme
            .burn_up_target
            .with([&counted(state, target)])
    };
    let goals = standing.target.map(|value| ReferenceLine {
        value: i64::from(value),
        label: target(value),
    });
    Some(Shared::new(ChartModel {
        lang: wording.lang,
        measure: Measure::count(),
        title: texts.programme.burn_up_title[told as usize].to_owned(),
        about: String::new(),
        summary: summary(state, &standing, today, later.as_deref())?,
        days: standing.this_year.year.range(),
        slots: None,
        ranks: false,
        series: series(&standing, path.unwrap_or_default(), later.as_deref(), texts),
        goals: goals.into_iter().collect(),
        bands: crate::ui::detail::festival_bands(state, standing.this_year.year.range()),
        today: Some(today),
        window: None,
    }))
}

/// How many are over the line, how many should be, how many were, and what came of it.
fn summary(
    state: State,
    standing: &Standing,
    today: Day,
    later: Option<&BurnUp>,
) -> Option<String> {
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let programme = &texts.programme;
    let said = |words: Phrase<1>| move |count| words.with([&counted(state, count)]);
    let parts = [
        standing.target.map(said(programme.burn_up_summary_target)),
        standing
            .over_last_year
            .map(said(programme.burn_up_summary_last_year)),
        later.and_then(|later| came_words(state, later)),
    ];
    let over = counted(state, standing.over);
    let first = programme.burn_up_summary[state.told.get() as usize];
    let first = first.with([&wording.date(today), &over]);
    let parts = parts.into_iter().flatten();
    Some(parts.fold(first, |said, next| programme.sentences.with([&said, &next])))
}

fn series(
    standing: &Standing,
    path: &[Count],
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
    series.extend(projected(standing, path, texts));
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
