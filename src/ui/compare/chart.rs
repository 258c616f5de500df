//! The lines of the rows that are compared.

use super::{Chosen, Compared};
use crate::chart::{ChartModel, ReferenceLine, Role, Series, SeriesKind};
use crate::shared::Shared;
use crate::ui::detail::festival_bands;
use crate::ui::parts::metric_name;
use crate::ui::wording::Wording;
use paceboard_core::format::{Measure, format_exact, format_percent_round};
use paceboard_core::measures::compare::{CompareLine, Comparison};
use paceboard_core::model::{Day, DayRange, Money, Share};
use paceboard_core::query::CompareAs;
use paceboard_core::text::Texts;

/// A row's goal, as a share of itself.
const GOAL: Share = Share::from_basis_points(10_000);
/// From this line on lines are dashed: colour alone does not tell six apart.
const FIRST_DASHED: u8 = 3;

/// The chart; `None` before there is a document, and where nobody is chosen.
pub(super) fn comparison_chart(compared: Compared, how: CompareAs) -> Option<Shared<ChartModel>> {
    let state = compared.state;
    let (figures, rows) = (compared.figures.get()?, compared.rows.get());
    let (wording, texts) = (Wording::of(state)?, state.texts());
    let today = state.today.get()?;
    let measure = match how {
        CompareAs::Indexed => Measure::percent(),
        CompareAs::Cumulative | CompareAs::Daily => wording.measure,
    };
    let days = DayRange::starting(figures.year.from(), figures.days as u32);
    let mut series = series(&figures, &rows, how);
    let summary = summary(&series, &wording, measure, texts, today);
    // What is drawn last lies on top and is told first.
    series.reverse();
    Some(Shared::new(ChartModel {
        lang: wording.lang,
        measure,
        title: title(how, metric_name(wording.metric, texts), texts),
        about: String::new(),
        summary,
        days,
        series,
        goals: goals(&figures, how, &wording, texts),
        bands: festival_bands(state, days),
        today: Some(today),
        window: None,
        slots: None,
        ranks: false,
        density: None,
    }))
}

fn title(how: CompareAs, metric: &str, texts: &Texts) -> String {
    match how {
        CompareAs::Cumulative => texts.views.compare_title_cumulative.with([metric]),
        CompareAs::Indexed => texts.views.compare_title_indexed.to_owned(),
        CompareAs::Daily => texts.views.compare_title_daily.with([metric]),
    }
}

fn series(figures: &Comparison, rows: &[Chosen], how: CompareAs) -> Vec<Series> {
    let line = |(line, row): (&CompareLine, &Chosen)| {
        Series::new(&row.name, kind(row.role), row.role, values(line, how))
    };
    figures.lines.iter().zip(rows).map(line).collect()
}

fn kind(role: Role) -> SeriesKind {
    match role {
        Role::Peer(number) if number >= FIRST_DASHED => SeriesKind::Dashed,
        _ => SeriesKind::Line,
    }
}

fn values(line: &CompareLine, how: CompareAs) -> Vec<Option<i64>> {
    match how {
        CompareAs::Cumulative => line.cumulative.iter().map(|sum| Some(*sum)).collect(),
        CompareAs::Indexed => line
            .of_goal
            .iter()
            .map(|share| Some(share.thousandths_of_percent()))
            .collect(),
        CompareAs::Daily => line.weekly_mean.clone(),
    }
}

/// The goal, where it is one and the same for all lines.
fn goals(
    figures: &Comparison,
    how: CompareAs,
    wording: &Wording,
    texts: &Texts,
) -> Vec<ReferenceLine> {
    let line = |value, goal: String| ReferenceLine {
        value,
        label: texts.detail.line_goal.with([&goal]),
    };
    let lines = &figures.lines;
    let common = lines.first().and_then(|first| first.goal);
    let common = common.filter(|goal| lines.iter().all(|line| line.goal == Some(*goal)));
    let goal = match how {
        CompareAs::Indexed => {
            let label = format_percent_round(GOAL.basis_points().into());
            Some(line(GOAL.thousandths_of_percent(), label))
        }
        CompareAs::Cumulative => common.map(|goal: Money| line(goal.minor(), wording.goal(goal))),
        CompareAs::Daily => None,
    };
    goal.into_iter().collect()
}

/// Where each line has come to.
fn summary(
    series: &[Series],
    wording: &Wording,
    measure: Measure,
    texts: &Texts,
    today: Day,
) -> String {
    let last = |line: &Series| {
        let (_, figure) = line.last()?;
        let figure = format_exact(figure, wording.lang, measure);
        Some(format!("{} {figure}", line.name))
    };
    let said: Vec<String> = series.iter().filter_map(last).collect();
    texts.views.compare_summary.with([
        &wording.date(today),
        &said.join(texts.programme.clause_joint),
    ])
}

/// Which rows cannot be indexed, in words.
pub(super) fn without_goal(compared: Compared) -> Option<String> {
    let texts = compared.state.texts();
    let (figures, rows) = (compared.figures.get()?, compared.rows.get());
    let lines = figures.lines.iter().zip(&rows);
    let names: Vec<&str> = lines
        .filter(|(line, _)| line.goal.is_none())
        .map(|(_, row)| row.name.as_str())
        .collect();
    (!names.is_empty()).then(|| {
        texts
            .views
            .compare_no_goal
            .with([&names.join(texts.detail.list_joint)])
    })
}
