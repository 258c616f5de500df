//! Why no row of the board has a value.

use crate::state::State;
use paceboard_core::board::Board;
use paceboard_core::model::DayRange;
use paceboard_core::query::Entity;

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A part with the figures is on its way.
    Awaited,
    /// It is not to be had.
    Refused,
    /// The document has the metric on other days: these.
    OtherDays(DayRange),
    /// The document has no days of the metric, but sums of the year to date.
    SumsAlone,
    /// The document has nothing of the metric.
    Metric,
    /// The document has no channels, or no partners.
    Rows,
}

/// What the board lacks, where none of its rows can have a value.
pub fn lack(state: State) -> Option<Lack> {
    let (board, today) = (state.board.get()?, state.today.get()?);
    if board.of == 0 {
        return Some(Lack::Rows);
    }
    if !board.known.is_empty() && !is_blank(state, &board) {
        return None;
    }
    if state.is_opening() {
        return Some(Lack::Awaited);
    }
    state.document.with(|document| {
        let document = document.as_ref()?;
        let dataset = &document.dataset;
        let mut parts = dataset.parts.iter().filter(|part| {
            let days = part.known_days(dataset.as_of.day).intersect(board.window);
            part.metrics.contains(&board.metric) && !days.is_empty() && !dataset.has_part(part)
        });
        if let Some(first) = parts.next() {
            let is_refused = state.is_refused(first) && parts.all(|part| state.is_refused(part));
            return Some(if is_refused {
                Lack::Refused
            } else {
                Lack::Awaited
            });
        }
        let Some(days) = document.books.ledger(board.entity).range(board.metric) else {
            let has_sums = board.metric == dataset.programme.metric && dataset.totals.is_some();
            return Some(if has_sums {
                Lack::SumsAlone
            } else {
                Lack::Metric
            });
        };
        let until_today = DayRange::new(days.from(), days.to().min(today.plus(1)));
        let days = if until_today.is_empty() {
            days
        } else {
            until_today
        };
        Some(Lack::OtherDays(days))
    })
}

/// Whether no channel has a figure on any of the days, though they lie within the table. Partners
/// without channels are another matter.
fn is_blank(state: State, board: &Board) -> bool {
    let is_empty = || {
        state.document.with(|document| {
            let channels = document.as_ref()?.books.ledger(Entity::Channels);
            let gaps = channels.window_gaps(board.metric, board.known)?;
            let all = board.known.len();
            Some(gaps.iter().all(|gaps| usize::from(*gaps) == all))
        })
    };
    board.rows.iter().all(|row| row.value.is_none()) && is_empty() == Some(true)
}
