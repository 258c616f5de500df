//! The burn-up: channels or partners over the line by day.

use super::Later;
use super::words::{came_words, counted};
use crate::chart::{ChartModel, EndLabel, ReferenceLine, Role, Series, SeriesKind};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::wording::Wording;
use paceboard_core::format::Measure;
use paceboard_core::model::{Day, FiscalYear};
use paceboard_core::outlook::Count;
use paceboard_core::programme::{BurnUp, Standing};
use paceboard_core::text::{Phrase, Texts};

/// The chart of the standing of those told of; `None` before there is one, and where nobody says how
/// many are over the line.
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
        density: None,
        series: series(
            &standing,
            path.unwrap_or_default(),
            later.as_deref(),
            unknown_days(state, standing.this_year.year),
            texts,
        ),
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
    let over = counted(state, standing.over?);
    let first = programme.burn_up_summary[state.told.get() as usize];
    let first = first.with([&wording.date(today), &over]);
    let parts = parts.into_iter().flatten();
    Some(parts.fold(first, |said, next| programme.sentences.with([&said, &next])))
}

/// The lines, the main one last.
fn series(
    standing: &Standing,
    path: &[Count],
    later: Option<&BurnUp>,
    unknown: usize,
    texts: &Texts,
) -> Vec<Series> {
    let (words, year) = (&texts.programme, &standing.this_year);
    let within = |counts: &[u32]| figures(&counts[..counts.len().min(year.year.len())]);
    let step = |name, role, counts| Series::new(name, SeriesKind::Step, role, counts);
    let mut series = projected(standing, path, texts);
    series.extend(standing.last_year.as_ref().map(|last_year| {
        let counts = within(&last_year.over);
        step(words.burn_up_last_year, Role::Muted, counts)
    }));
    if !standing.path.is_empty() {
        let counts = within(&standing.path);
        let dashed = SeriesKind::Dashed;
        series.push(Series::new(words.burn_up_path, dashed, Role::Plan, counts));
    }
    series.extend(later.map(|later| {
        let mut counts = within(&later.over);
        counts
            .iter_mut()
            .take(today_of(standing))
            .for_each(|count| *count = None);
        step(words.line_later, Role::Later, counts).ending_in(EndLabel::NameAndValue)
    }));
    let mut counts = within(&year.over);
    counts
        .iter_mut()
        .take(unknown)
        .for_each(|count| *count = None);
    let this_year = step(words.burn_up_this_year, Role::Accent, counts);
    series.push(this_year.ending_in(EndLabel::NameAndValue));
    series
}

/// How many days of the year lie before the first figure of all: nobody knows who was over then.
fn unknown_days(state: State, year: FiscalYear) -> usize {
    let first = state.document.with(|document| {
        let document = document.as_ref()?;
        let ledger = document.books.ledger(state.told.get());
        let range = ledger.range(document.dataset.programme.metric)?;
        Some(range.from().days_since(year.from()).max(0))
    });
    first.unwrap_or(0) as usize
}

fn figures(counts: &[u32]) -> Vec<Option<i64>> {
    counts.iter().map(|count| Some(i64::from(*count))).collect()
}

/// The slot of the last day with a count.
fn today_of(standing: &Standing) -> usize {
    standing.this_year.over.len().saturating_sub(1)
}

/// From today's count to the year's end: the range, and the expected count within it.
fn projected(standing: &Standing, path: &[Count], texts: &Texts) -> Vec<Series> {
    if path.is_empty() {
        return Vec::new();
    }
    let from_today = |read: fn(&Count) -> u32| {
        let before = std::iter::repeat_n(None, today_of(standing));
        let path = path.iter().map(|count| Some(read(count)));
        let counts = [standing.over].into_iter().chain(path);
        let counts = counts.map(|count| count.map(i64::from));
        before.chain(counts).collect::<Vec<_>>()
    };
    let line = |name, kind, counts| Series::new(name, kind, Role::Accent, counts);
    let (words, expected) = (&texts.programme, from_today(|count| count.expected));
    vec![
        line(
            words.band_80,
            SeriesKind::Fan,
            from_today(|count| count.high),
        )
        .down_to(from_today(|count| count.low))
        .ending_in(EndLabel::Hidden),
        line(words.burn_up_projected, SeriesKind::Dashed, expected)
            .ending_in(EndLabel::NameAndValue),
    ]
}
