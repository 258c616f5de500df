//! The charts of a channel or partner.

use super::facts::lack_words;
use super::later::{came_words, later_sums};
use super::{has_figures, open_detail, open_outlook};
use crate::chart::{Band, ChartModel, EndLabel, ReferenceLine, Role, Series, SeriesKind};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::maturity::immature;
use crate::ui::parts::localized;
use crate::ui::wording::Wording;
use paceboard_core::detail::{Course, Detail, Fan, fan};
use paceboard_core::format::format_share;
use paceboard_core::model::{Day, DayRange, Metric};
use paceboard_core::outlook::Outlook;
use paceboard_core::text::Texts;

/// Festivals that touch `days`, by their names.
pub fn festival_bands(state: State, days: DayRange) -> Vec<Band> {
    let lang = state.lang.get();
    state.document.with(|document| {
        let events = document
            .iter()
            .flat_map(|document| &document.dataset.events);
        let seen = events.filter(|event| !event.range.intersect(days).is_empty());
        let band = |event: &paceboard_core::model::Event| Band {
            range: event.range.intersect(days),
            label: localized(lang, &event.name, &event.alias).to_owned(),
        };
        seen.map(band).collect()
    })
}

/// Running sum against goal, plan and last year.
pub fn cumulative_chart(state: State) -> Option<Shared<ChartModel>> {
    let frame = Frame::of(state)?;
    let course = &frame.detail.course;
    let texts = frame.texts;
    let goal = frame.detail.pace.goal;
    let title = match goal {
        Some(_) => texts.detail.cumulative_title,
        None => texts.detail.cumulative_title_no_goal,
    };
    let goals = goal.map(|goal| ReferenceLine {
        value: goal.minor(),
        label: texts.detail.line_goal.with([&frame.wording.goal(goal)]),
    });
    let summary = frame.cumulative_summary();
    let summary = match came_words(state) {
        Some(came) => texts.programme.sentences.with([&summary, &came]),
        None => summary,
    };
    let later = later_sums(state).unwrap_or_default();
    let outlook = open_outlook(state);
    Some(frame.model(
        title.with([frame.metric_name()]),
        summary,
        cumulative_series(course, outlook.as_ref(), &later, has_figures(state), texts),
        goals.into_iter().collect(),
    ))
}

/// Sales of each day.
pub fn daily_chart(state: State) -> Option<Shared<ChartModel>> {
    let frame = Frame::of(state)?;
    let texts = frame.texts;
    let daily = frame.detail.course.daily.clone();
    let bars = Series::new(frame.metric_name(), SeriesKind::Bars, Role::Accent, daily);
    let title = texts.detail.daily_title.with([frame.metric_name()]);
    Some(frame.model(
        title,
        frame.daily_summary(),
        vec![bars.ending_in(EndLabel::Hidden)],
        Vec::new(),
    ))
}

/// The lines, the main one last.
fn cumulative_series(
    course: &Course,
    outlook: Option<&Outlook>,
    later: &[i64],
    has_figures: bool,
    texts: &Texts,
) -> Vec<Series> {
    let words = &texts.detail;
    let line = |name, kind, role, values: &[i64]| {
        let is_known = !values.is_empty();
        is_known.then(|| Series::new(name, kind, role, from_slot(0, values)))
    };
    let fan = outlook.and_then(|outlook| fan(course, outlook));
    let mut series = fan.map_or_else(Vec::new, |fan| fan_series(course, &fan, texts));
    let last_year = &course.last_year;
    series.extend(line(
        words.line_last_year,
        SeriesKind::Line,
        Role::Muted,
        last_year,
    ));
    series.extend(line(
        words.line_plan,
        SeriesKind::Dashed,
        Role::Plan,
        &course.plan,
    ));
    if let (Some(now), false) = (course.actual.last(), later.is_empty()) {
        let came = from_slot(course.actual.len() - 1, &[&[*now], later].concat());
        let came = Series::new(
            texts.programme.line_later,
            SeriesKind::Line,
            Role::Later,
            came,
        );
        series.push(came.ending_in(EndLabel::NameAndValue));
    }
    // A line at zero would be a figure.
    if has_figures {
        let actual = line(
            words.line_actual,
            SeriesKind::Area,
            Role::Accent,
            &course.actual,
        );
        series.extend(actual.map(|actual| actual.ending_in(EndLabel::NameAndValue)));
    }
    series
}

/// Figures from that slot on, none before it.
fn from_slot(slot: usize, values: &[i64]) -> Vec<Option<i64>> {
    let before = std::iter::repeat_n(None, slot);
    before.chain(values.iter().copied().map(Some)).collect()
}

/// From what has been sold to the year's end: the range, and what is expected within it.
fn fan_series(course: &Course, fan: &Fan, texts: &Texts) -> Vec<Series> {
    let from_today = |values: &[i64]| from_slot(course.actual.len().saturating_sub(1), values);
    let line = |name, kind, values| Series::new(name, kind, Role::Accent, values);
    let (low, high): (Vec<_>, Vec<_>) = fan.band.iter().copied().unzip();
    let range = line(texts.programme.band_80, SeriesKind::Fan, from_today(&high))
        .down_to(from_today(&low))
        .ending_in(EndLabel::Hidden);
    let dashed = SeriesKind::Dashed;
    let expected = line(
        texts.programme.line_projected,
        dashed,
        from_today(&fan.expected),
    );
    let range = (!fan.band.is_empty()).then_some(range);
    let expected = expected.ending_in(EndLabel::NameAndValue);
    range.into_iter().chain([expected]).collect()
}

/// What both charts share.
struct Frame {
    state: State,
    detail: Detail,
    wording: Wording,
    texts: &'static Texts,
    today: Day,
    name: String,
}

impl Frame {
    fn of(state: State) -> Option<Self> {
        let detail = open_detail(state)?.detail.clone();
        let name = super::open_name(state)?;
        let (wording, today) = (Wording::of(state)?, state.today.get()?);
        Some(Self {
            state,
            detail,
            wording,
            texts: state.texts(),
            today,
            name,
        })
    }

    fn metric_name(&self) -> &'static str {
        crate::ui::parts::metric_name(self.wording.metric, self.texts)
    }

    fn model(
        &self,
        title: String,
        summary: String,
        series: Vec<Series>,
        goals: Vec<ReferenceLine>,
    ) -> Shared<ChartModel> {
        let days = self.detail.course.year.range();
        let window = self
            .state
            .board
            .with(|board| board.as_ref().map(|board| board.window));
        Shared::new(ChartModel {
            lang: self.wording.lang,
            measure: self.wording.measure,
            title,
            about: self.name.clone(),
            summary,
            days,
            slots: None,
            ranks: false,
            density: None,
            series,
            goals,
            bands: self.bands(days),
            today: Some(self.today),
            window: window
                .filter(|window| *window != DayRange::new(days.from(), self.today.plus(1))),
        })
    }

    /// Festivals, and of net sales the days whose refunds have not settled.
    fn bands(&self, days: DayRange) -> Vec<Band> {
        let mut bands = festival_bands(self.state, days);
        let is_net = self.wording.metric == Metric::Net;
        let unsettled = immature(self.state).filter(|_| is_net);
        bands.extend(unsettled.map(|range| Band {
            range,
            label: self.texts.views.immature_band.to_owned(),
        }));
        bands
    }

    fn cumulative_summary(&self) -> String {
        let pace = &self.detail.pace;
        if !pace.is_known {
            let lack = lack_words(self.state).unwrap_or_default();
            return self.texts.page.def_year.with([&self.name, &lack]);
        }
        let (date, actual) = (
            self.wording.date(self.today),
            self.wording.amount(pace.to_date.minor()),
        );
        match (pace.goal, pace.progress) {
            (Some(goal), Some(progress)) => {
                let percent = format_share(progress);
                let goal = self.wording.goal(goal);
                self.texts
                    .detail
                    .cumulative_summary
                    .with([&self.name, &date, &actual, &percent, &goal])
            }
            _ => self
                .texts
                .detail
                .cumulative_summary_no_goal
                .with([&self.name, &date, &actual]),
        }
    }

    fn daily_summary(&self) -> String {
        let course = &self.detail.course;
        let known: Vec<(Day, i64)> = course
            .year
            .range()
            .days()
            .zip(&course.daily)
            .filter_map(|(day, figure)| Some((day, (*figure)?)))
            .collect();
        let Some((best_day, best)) = known.iter().copied().max_by_key(|(_, figure)| *figure) else {
            return self.texts.detail.chart_no_data.to_owned();
        };
        let sum: i64 = known.iter().map(|(_, figure)| figure).sum();
        let range = DayRange::new(course.year.from(), self.today.plus(1));
        self.texts.detail.daily_summary.with([
            &self.name,
            &self.wording.range(range),
            &self.wording.amount(sum / known.len() as i64),
            &self.wording.short_date(best_day),
            &self.wording.amount(best),
        ])
    }
}
