//! How far rows have come towards their goals, as a histogram that filters the board, and how they
//! came there.

use super::paths::paths;
use crate::chart::{
    Band, ChartModel, EndLabel, Role, Series, SeriesKind, SlotNames, chart as canvas,
};
use crate::reactive::{Action, Memo, expect_context, memo};
use crate::shared::Shared;
use crate::state::State;
use crate::ui::live::{live, when};
use crate::ui::parts::progress_text;
use crate::view::{View, view};
use paceboard_core::board::{Board, board};
use paceboard_core::format::{Measure, format_count};
use paceboard_core::measures::distribution::{
    BINS, Bin, Distribution, TENTHS, bin_of, distribution as count,
};
use paceboard_core::model::{Day, DayRange, ProgressRange, Share};
use paceboard_core::query::{Entity, Filter, Query};

/// Height of the histogram's drawing.
const CHART_PX: u32 = 200;
/// The line, in basis points of the goal.
const LINE_BP: i32 = 10_000;

/// The histogram. Bars that are pressed or dragged over become the range of progress that the
/// board keeps; the same once more lifts it.
pub(super) fn distribution() -> View {
    let state = expect_context::<State>();
    // Language, theme or an opened section leave the counts alone.
    let asked = memo(move || state.query.with(asked));
    let board = memo(move || asked.with(|asked| met(state, asked)));
    let found = memo(move || board.with(|board| board.as_deref().map(found)));
    let model = memo(move || chart(state, found));
    let choose = Action::new(move |slots: DayRange| keep(state, found, slots));
    let has_goals = move || model.with(Option::is_some);
    let without = move || {
        let rows = found.with(|found| found.as_ref().map_or(0, |found| found.without));
        let words = state.texts().insights.distribution_without;
        (rows > 0 && has_goals()).then(|| words.with([&format_count(i64::from(rows))]))
    };
    view! {
        {when(has_goals, move || view! {
            <p class="quiet">{state.word(|texts| texts.insights.distribution_note)}</p>
            {canvas(model, state.theme, CHART_PX, Some(choose))}
        })}
        {when(move || !has_goals(), move || view! {
            <p class="quiet">{state.word(|texts| texts.insights.distribution_none)}</p>
        })}
        <p class="quiet" data-testid="distribution-without">{live(without)}</p>
        {paths(board)}
    }
}

/// The rows that meet every filter but the one that is chosen here.
fn asked(query: &Query) -> Query {
    Query {
        entity: query.entity,
        filter: Filter {
            progress: None,
            ..query.filter.clone()
        },
        ..Query::default()
    }
}

fn met(state: State, asked: &Query) -> Option<Shared<Board>> {
    let paces = state.paces.get()?;
    state.document.with(|document| {
        let document = document.as_ref()?;
        let board = board(&document.dataset, &document.books, &paces, asked);
        Some(Shared::new(board))
    })
}

fn found(board: &Board) -> Distribution {
    let progress = board.rows.iter().map(|row| row.progress);
    count(progress.map(|it| it.map(Share::whole_basis_points)))
}

/// Slots are numbered from the day that is looked at, since a chart numbers them by days.
fn chart(state: State, found: Memo<Option<Distribution>>) -> Option<Shared<ChartModel>> {
    let (found, first) = (found.get()?, state.today.get()?);
    let (texts, lang) = (state.texts(), state.lang.get());
    let days = DayRange::starting(first, BINS as u32);
    let names: Vec<String> = found
        .bins
        .iter()
        .map(|bin| progress_text(bin.range))
        .collect();
    let (entity, range) = state
        .query
        .with(|query| (query.entity, query.filter.progress));
    let name = match entity {
        Entity::Channels => texts.board.view_channels,
        Entity::Partners => texts.board.view_partners,
    };
    let counts = found.bins.iter().map(|bin| Some(i64::from(bin.rows)));
    let bars = Series::new(name, SeriesKind::Bars, Role::Accent, counts.collect());
    let over = Band {
        range: DayRange::new(first.plus(bin_of(LINE_BP) as i32), days.to()),
        label: texts.board.status_over.to_owned(),
    };
    let summary = summary(state, &found.bins, &names)?;
    Some(Shared::new(ChartModel {
        lang,
        measure: Measure::count(),
        title: texts.insights.distribution_title.to_owned(),
        about: String::new(),
        summary,
        days,
        slots: Some(SlotNames {
            heading: texts.board.col_progress.to_owned(),
            names,
            edges: found.bins.iter().map(edge).collect(),
            alike: TENTHS,
        }),
        ranks: false,
        density: None,
        series: vec![bars.ending_in(EndLabel::Hidden)],
        goals: Vec::new(),
        bands: vec![over],
        today: None,
        window: range.map(|range| slots_of(range, first)),
    }))
}

/// Where a bar begins. The first holds what is below zero too.
fn edge(bin: &Bin) -> String {
    format!("{}%", bin.range.from_bp().unwrap_or(0) / 100)
}

/// The fullest of the tenths is named: others are wider. `None` where no row has a goal.
fn summary(state: State, bins: &[Bin], names: &[String]) -> Option<String> {
    let sum = |bins: &[Bin]| bins.iter().map(|bin| bin.rows).sum::<u32>();
    let (all, over) = (sum(bins), sum(bins.get(bin_of(LINE_BP)..)?));
    let tenths = bins.iter().zip(names).take(TENTHS);
    let (most, name) = tenths.rev().max_by_key(|(bin, _)| bin.rows)?;
    let [all, over, most] = [all, over, most.rows].map(|rows| format_count(i64::from(rows)));
    let words = state.texts().insights.distribution_summary;
    (all != "0").then(|| words.with([&all, &over, name, &most]))
}

/// The slots that a range touches.
fn slots_of(range: ProgressRange, first: Day) -> DayRange {
    let from = range.from_bp().map_or(0, bin_of);
    let last = range
        .to_bp()
        .map_or(BINS - 1, |to| bin_of(to.saturating_sub(1)));
    DayRange::new(first.plus(from as i32), first.plus(last as i32 + 1))
}

fn keep(state: State, found: Memo<Option<Distribution>>, slots: DayRange) {
    let (Some(found), Some(first)) = (found.get_untracked(), state.today.get_untracked()) else {
        return;
    };
    let bin = |day: Day| found.bins.get(day.days_since(first) as usize);
    let ends = (bin(slots.from()), slots.last().and_then(bin));
    let (Some(from), Some(last)) = ends else {
        return;
    };
    let range = ProgressRange::new(from.range.from_bp(), last.range.to_bp());
    state.update(|query| {
        let is_kept = query.filter.progress == range;
        query.filter.progress = range.filter(|_| !is_kept);
    });
}
