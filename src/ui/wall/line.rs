//! What the lines of a page say.

use super::pages::Page;
use crate::state::State;
use crate::ui::leaderboard::{bar_bp, rank_text, status_word};
use crate::ui::parts::name_of;
use crate::ui::wording::{Wording, measure};
use paceboard_core::board::{Board, Row};
use paceboard_core::format::{format_compact, format_count, format_share};
use paceboard_core::pace::Pace;
use paceboard_core::programme::Standing;
use paceboard_core::query::Status;
use paceboard_core::text::Texts;

/// Lines of a page, as many as can be read from afar.
pub(super) const LINES: usize = 10;
/// Basis points at the right end of a progress bar.
const METER_END_BP: i32 = 12_500;

/// Parts per million in a basis point.
const PPM_IN_BP: u32 = 100;

/// A line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// A rank, or a day.
    pub(super) lead: String,
    /// Whose line it is; empty where there is none.
    pub(super) name: String,
    /// The figure that the page is about.
    pub(super) value: String,
    /// Year to date ÷ goal; empty where the page is about values.
    pub(super) progress: String,
    /// Length of the bar and place of its tick, in basis points: of the goal, or of the page's largest
    /// value where it is about values, whose bar has no tick.
    pub(super) meter: Option<(i32, i32)>,
    /// The bar's name in style sheets.
    pub(super) bar: &'static str,
    /// The standing's name in style sheets.
    pub(super) status: &'static str,
    /// The standing's word.
    pub(super) word: &'static str,
}

/// The lines of a page.
pub(super) fn lines(state: State, page: Page) -> Vec<Line> {
    let lines = match page {
        Page::Head => None,
        Page::Board(first) => board_lines(state, first),
        Page::Crossed => crossed(state),
        Page::Nearest => nearest(state),
    };
    lines.unwrap_or_default()
}

fn board_lines(state: State, first: usize) -> Option<Vec<Line>> {
    let (board, paces) = (state.board.get()?, state.paces.get()?);
    let board: &Board = &board;
    let lang = state.lang.get();
    let rows = rows(board, first);
    let most = largest(rows);
    let paces = paces.rows(board.entity);
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let measure = measure(state, board.metric, &dataset.currency);
        let line = |row: &Row| {
            let name = name_of(dataset, lang, board.entity, row.index).to_owned();
            let line = standing_line(name, paces.get(row.index as usize), state.texts());
            Line {
                lead: rank_text(row.rank),
                value: row
                    .value
                    .map_or_else(String::new, |it| format_compact(it, lang, measure)),
                meter: Some((bar_bp(row.value.unwrap_or(0), most) as i32, 0)),
                bar: "wall__bar",
                progress: String::new(),
                ..line
            }
        };
        Some(rows.iter().map(line).collect())
    })
}

/// The rows of a page.
fn rows(board: &Board, first: usize) -> &[Row] {
    let rows = board.rows.get(first..).unwrap_or_default();
    &rows[..rows.len().min(LINES)]
}

/// The largest value of a page: against that of all, those of later pages would be stubs.
fn largest(rows: &[Row]) -> i64 {
    let values = rows.iter().filter_map(|row| row.value);
    values.map(i64::abs).max().unwrap_or(0)
}

/// What a full bar of a page of the board is.
pub(super) fn full_bar(state: State, first: usize) -> Option<String> {
    let board = state.board.get()?;
    let most = largest(rows(&board, first));
    state.document.with(|document| {
        let measure = measure(state, board.metric, &document.as_ref()?.dataset.currency);
        let most = format_compact(most, state.lang.get(), measure);
        Some(state.texts().board.bar_scale.with([&most]))
    })
}

/// The days of crossings, the latest first.
fn crossed(state: State) -> Option<Vec<Line>> {
    let (standing, wording) = (state.standing(state.told.get()).get()?, Wording::of(state)?);
    let standing: &Standing = &standing;
    let crossings = standing.crossed_this_week.iter().take(LINES);
    let rows: Vec<(u32, String)> = crossings
        .map(|crossing| (crossing.index, wording.short_date(crossing.day)))
        .collect();
    told_lines(state, &rows, |pace| pace.to_date.minor())
}

fn nearest(state: State) -> Option<Vec<Line>> {
    let paces = state.paces.get()?;
    let rows: Vec<(u32, String)> = smallest_gaps(paces.rows(state.told.get()))
        .into_iter()
        .zip(1..)
        .map(|(index, place)| (index, format_count(place)))
        .collect();
    told_lines(state, &rows, |pace| gap(pace).unwrap_or(0))
}

/// Lines of those told of with the leads given, and of each pace that figure.
fn told_lines(state: State, rows: &[(u32, String)], figure: fn(&Pace) -> i64) -> Option<Vec<Line>> {
    let (paces, wording) = (state.paces.get()?, Wording::of(state)?);
    let told = state.told.get();
    let paces = paces.rows(told);
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let line = |(index, lead): &(u32, String)| {
            let pace = paces.get(*index as usize)?;
            let name = name_of(dataset, wording.lang, told, *index).to_owned();
            Some(Line {
                lead: lead.clone(),
                value: wording.amount(figure(pace)),
                ..standing_line(name, Some(pace), state.texts())
            })
        };
        Some(rows.iter().filter_map(line).collect())
    })
}

/// What every line says of a row's goal.
fn standing_line(name: String, pace: Option<&Pace>, texts: &Texts) -> Line {
    let progress = pace.and_then(|pace| pace.progress);
    let meter = pace.zip(progress).map(|(pace, progress)| {
        let tick_bp = (pace.plan_ppm / PPM_IN_BP) as i32;
        (progress.basis_points().clamp(0, METER_END_BP), tick_bp)
    });
    let status = pace.map_or(Status::NoGoal, |pace| pace.status);
    Line {
        name,
        progress: progress.map_or_else(String::new, format_share),
        meter,
        bar: "meter",
        status: status.name(),
        word: status_word(status, texts),
        ..Line::default()
    }
}

/// What is missing to the goal; `None` over the line, without a goal and without figures.
fn gap(pace: &Pace) -> Option<i64> {
    let gap = pace.missing()?.minor();
    (gap > 0 && pace.status != Status::Over).then_some(gap)
}

/// The rows with the smallest gaps, smallest first, in one pass; the first of equals comes first.
fn smallest_gaps(paces: &[Pace]) -> Vec<u32> {
    let mut nearest: Vec<(u32, i64)> = Vec::with_capacity(LINES + 1);
    let gaps = paces
        .iter()
        .zip(0..)
        .filter_map(|(pace, row)| Some((row, gap(pace)?)));
    for (row, gap) in gaps {
        let place = nearest.partition_point(|(_, other)| *other <= gap);
        if place < LINES {
            nearest.insert(place, (row, gap));
            nearest.truncate(LINES);
        }
    }
    nearest.into_iter().map(|(row, _)| row).collect()
}
