//! Ranks among all channels, for the windows that a reader can choose by name and those that rank
//! change compares with. A merchant's document cannot yield them: it does not hold all channels.

use super::neighbours::Member;
use crate::figures::Figures;
use paceboard_core::board::{Board, RankChange, board};
use paceboard_core::model::DayRange;
use paceboard_core::query::{Against, Preset, Query, Window};
use serde_json::{Value, json};

/// Ranks of the members in one window, `None` where a member has none there.
struct Ranks {
    window: DayRange,
    of: Vec<Option<u32>>,
}

/// The document's list of ranks.
pub fn ranks(figures: &Figures, members: &[Member]) -> Value {
    let mut known: Vec<Ranks> = Vec::new();
    for window in windows(figures) {
        for against in [Against::Previous, Against::LastYear] {
            let board = board_of(figures, window.clone(), against);
            for ranks in [now(&board, members), before(&board, members)] {
                let is_new = known.iter().all(|other| other.window != ranks.window);
                if is_new && ranks.of.iter().any(Option::is_some) {
                    known.push(ranks);
                }
            }
        }
    }
    known.iter().map(entry).collect()
}

/// The named windows, and each festival once.
fn windows(figures: &Figures) -> Vec<Window> {
    let mut windows: Vec<Window> = Preset::ALL.map(Window::Preset).into();
    for event in &figures.dataset.events {
        let festival = Window::Festival(event.kind.clone());
        if !windows.contains(&festival) {
            windows.push(festival);
        }
    }
    windows
}

fn board_of(figures: &Figures, window: Window, against: Against) -> Board {
    let query = Query {
        window,
        against,
        ..Query::default()
    };
    board(&figures.dataset, &figures.books, &figures.paces, &query)
}

fn now(board: &Board, members: &[Member]) -> Ranks {
    Ranks {
        window: board.window,
        of: each(board, members, |rank, _| Some(rank).filter(|it| *it > 0)),
    }
}

fn before(board: &Board, members: &[Member]) -> Ranks {
    Ranks {
        window: board.compared,
        of: each(board, members, |rank, change| match change {
            RankChange::New | RankChange::None => None,
            RankChange::Places(gained) => rank.checked_add_signed(gained),
        }),
    }
}

fn each(
    board: &Board,
    members: &[Member],
    rank: fn(u32, RankChange) -> Option<u32>,
) -> Vec<Option<u32>> {
    let of = |member: &Member| {
        let row = board
            .rows
            .iter()
            .find(|row| row.index == member.channel.0)?;
        rank(row.overall_rank, row.change)
    };
    members.iter().map(of).collect()
}

fn entry(ranks: &Ranks) -> Value {
    json!({
        "first_day": ranks.window.from().to_string(),
        "days": ranks.window.len(),
        "rank": ranks.of,
    })
}
