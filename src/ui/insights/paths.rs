//! How rows came to where they stand: all of them at once, as a density.

use crate::chart::{
    ChartModel, Density, EndLabel, ReferenceLine, Role, Series, SeriesKind, chart as canvas,
};
use crate::reactive::{Memo, expect_context, memo};
use crate::shared::Shared;
use crate::state::{Retraced, State};
use crate::ui::detail::festival_bands;
use crate::ui::live::when;
use crate::view::{View, view};
use paceboard_core::board::Board;
use paceboard_core::format::{Measure, format_count, format_percent_round};
use paceboard_core::measures::paths::{LEVELS, Paths};
use paceboard_core::model::Share;

/// Height of the drawing.
const CHART_PX: u32 = 300;
/// The goal, as a share of itself.
const GOAL: Share = Share::from_basis_points(10_000);
/// A percent, as charts count them.
const PERCENT: i64 = 1_000;

/// The rows of `board` on each day of the year, with the quarters that bound their middle; nothing
/// where no row has a goal and figures by day.
pub(super) fn paths(board: Memo<Option<Shared<Board>>>) -> View {
    let state = expect_context::<State>();
    let rows = memo(move || {
        let board = board.get()?;
        let rows = board.rows.iter().map(|row| row.index).collect();
        Some(Shared::new(rows))
    });
    let entity = memo(move || state.query.with(|query| query.entity));
    let found = state.foretelling.paths(entity, rows);
    let model = memo(move || match found.get() {
        Retraced::Found(paths) => chart(state, &paths),
        _ => None,
    });
    view! {
        {when(move || found.get() == Retraced::UnderWay, move || view! {
            <p class="quiet paths-awaited">{state.word(|texts| texts.insights.paths_awaited)}</p>
        })}
        {when(move || model.with(Option::is_some), move || view! {
            <p class="quiet">{state.word(|texts| texts.insights.paths_note)}</p>
            {canvas(model, state.theme, CHART_PX, None)}
        })}
    }
}

fn chart(state: State, found: &Paths) -> Option<Shared<ChartModel>> {
    let (texts, lang, today) = (state.texts(), state.lang.get(), state.today.get()?);
    let days = found.year.range();
    let ended = |name: &str, kind, role, values| {
        Series::new(name, kind, role, values).ending_in(EndLabel::NameAndValue)
    };
    let quarter = |name: &str, role, quarters| {
        let percents = found.quarters(quarters).into_iter();
        let values = percents.map(|percent| percent.map(|it| it * PERCENT));
        ended(name, SeriesKind::Line, role, values.collect())
    };
    // Parts per million of the goal are tenths of thousandths of a percent.
    let plan = found.plan_ppm.iter().map(|ppm| Some(i64::from(*ppm) / 10));
    let goal = format_percent_round(GOAL.basis_points().into());
    Some(Shared::new(ChartModel {
        lang,
        measure: Measure::whole_percent(),
        title: texts.insights.paths_title.to_owned(),
        about: String::new(),
        summary: summary(state, found)?,
        days,
        slots: None,
        ranks: false,
        density: Some(Density {
            levels: LEVELS,
            step: PERCENT,
            counts: found.counts.clone(),
        }),
        series: vec![
            Series::new(
                texts.detail.line_plan,
                SeriesKind::Dashed,
                Role::Plan,
                plan.collect(),
            ),
            quarter(texts.insights.paths_lowest, Role::Muted, 1),
            quarter(texts.insights.paths_highest, Role::Muted, 3),
            quarter(texts.insights.paths_median, Role::Accent, 2),
        ],
        goals: vec![ReferenceLine {
            value: GOAL.thousandths_of_percent(),
            label: texts.detail.line_goal.with([&goal]),
        }],
        bands: festival_bands(state, days),
        today: Some(today),
        window: None,
    }))
}

/// How far the middle of the rows has come, and the quarters below and above it.
fn summary(state: State, found: &Paths) -> Option<String> {
    let today = |quarters| found.quarters(quarters).last().copied().flatten();
    let percent = |percent: i64| format_percent_round(percent * 100);
    Some(state.texts().insights.paths_summary.with([
        &format_count(found.rows.into()),
        &percent(today(2)?),
        &percent(today(1)?),
        &percent(today(3)?),
    ]))
}
