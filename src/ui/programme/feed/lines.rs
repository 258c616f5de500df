//! Who stands in a list, each with what is to be told.

use crate::shared::Shared;
use crate::state::{MOST_QUEUED, State, Worked};
use crate::ui::detail::{name_of, near_words};
use crate::ui::wording::{Wording, measure};
use paceboard_core::format::{
    format_compact, format_probability, format_ratio, format_signed_share,
};
use paceboard_core::measures::improved::{Gain, improved};
use paceboard_core::model::Dataset;
use paceboard_core::programme::{Crossing, Falling, Loss, Queues, near};
use paceboard_core::query::{Entity, Feed, Focus};

/// One of those told of.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) focus: Focus,
    pub(super) name: String,
    pub(super) note: String,
}

/// Lines, and how many there would be of all.
pub(super) type Lines = (Vec<Line>, u32);

/// The lines of that list; `None` until they are known.
pub(super) fn lines(state: State, which: Feed) -> Option<Lines> {
    match which {
        Feed::Crossed => crossed(state),
        Feed::Nearest => nearest(state),
        Feed::Improved | Feed::Fastest => risen(state, which),
        which => queued(state, which, &*queues(state)?),
    }
}

/// The queues of those told of as they stand; `None` until they are worked out.
pub fn queues(state: State) -> Option<Shared<Queues>> {
    match state.queues.worked()? {
        Worked::Queues(queues) => Some(queues),
        _ => None,
    }
}

fn crossed(state: State) -> Option<Lines> {
    let standing = state.standing(state.told.get()).get()?;
    standing.crossed_count?;
    let crossings = &standing.crossed_this_week;
    let first = &crossings[..crossings.len().min(MOST_QUEUED)];
    dated(state, first, crossings.len() as u32)
}

/// Who is foretold to be over the line soonest: what is missing, and the day.
fn nearest(state: State) -> Option<Lines> {
    let (paces, wording, outlook) = (
        state.paces.get()?,
        Wording::of(state)?,
        state.outlook.get()?,
    );
    let (rows, count) = near(&paces, &outlook, state.told.get(), MOST_QUEUED);
    written(state, &rows, count, |row| {
        (row.index, near_words(state, wording, row))
    })
}

fn queued(state: State, feed: Feed, queues: &Queues) -> Option<Lines> {
    let due = match feed {
        Feed::Falling => return falling(state, &queues.falling, queues.falling_count),
        Feed::Slipped => &queues.slipped,
        _ => &queues.expected,
    };
    dated(state, &due.first, due.count)
}

fn dated(state: State, crossings: &[Crossing], count: u32) -> Option<Lines> {
    let wording = Wording::of(state)?;
    written(state, crossings, count, |crossing| {
        (crossing.index, wording.short_date(crossing.day))
    })
}

fn falling(state: State, rows: &[Falling], count: u32) -> Option<Lines> {
    let ratio = |bp: i32| format_ratio(i64::from(bp));
    written(state, rows, count, |row| {
        let (before, now) = match row.lost {
            Loss::Reach { before_bp, now_bp } => {
                (format_probability(before_bp), format_probability(now_bp))
            }
            Loss::Pace { before_bp, now_bp } => (ratio(before_bp), ratio(now_bp)),
        };
        (row.index, format!("{before} → {now}"))
    })
}

/// Who gained most on the board against the window that it compares with.
fn risen(state: State, which: Feed) -> Option<Lines> {
    let (board, wording) = (state.board.get()?, Wording::of(state)?);
    state.document.with(|document| {
        let document = document.as_ref()?;
        let found = improved(&document.books, &board, MOST_QUEUED)?;
        let (gains, count) = match which {
            Feed::Fastest => (found.relative, found.relative_count),
            _ => (found.absolute, found.absolute_count),
        };
        let shown_in = measure(state, board.metric, &document.dataset.currency);
        let line = |gain: &Gain| {
            let amount = format_compact(gain.gain, wording.lang, shown_in);
            let share = gain.growth.map(format_signed_share);
            let note = match share {
                Some(share) => format!("+{amount} · {share}"),
                None => format!("+{amount}"),
            };
            named(&document.dataset, board.entity, wording, gain.index, note)
        };
        Some((gains.iter().map(line).collect(), count))
    })
}

fn written<T>(
    state: State,
    rows: &[T],
    count: u32,
    note: impl Fn(&T) -> (u32, String),
) -> Option<Lines> {
    let wording = Wording::of(state)?;
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let line = |row: &T| {
            let (index, note) = note(row);
            named(dataset, state.told.get(), wording, index, note)
        };
        Some((rows.iter().map(line).collect(), count))
    })
}

fn named(dataset: &Dataset, entity: Entity, wording: Wording, index: u32, note: String) -> Line {
    let (id, name) = name_of(dataset, entity, index, wording);
    Line {
        focus: Focus::new(entity, id),
        name,
        note,
    }
}
