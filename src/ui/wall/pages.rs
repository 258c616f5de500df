//! Which pages there are.

use super::line::LINES;
use crate::state::State;

/// Pages of the leaderboard, at most.
const BOARD_PAGES: usize = 3;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// The programme's figures and its burn-up.
    Head,
    /// Rows of the board from that one on, counted from 0.
    Board(usize),
    /// Who crossed the line in the last seven days.
    Crossed,
    /// Who is nearest to it.
    Nearest,
}

/// The pages that have something to say. Without goals that is the board alone.
pub(super) fn pages(state: State) -> Vec<Page> {
    let rows = state
        .board
        .with(|board| board.as_ref().map_or(0, |board| board.rows.len()));
    let has_goal = !state.lacks_goals(state.told.get());
    numbered(rows, has_goal)
}

fn numbered(rows: usize, has_goal: bool) -> Vec<Page> {
    let boards = (0..rows.div_ceil(LINES).min(BOARD_PAGES)).map(|page| Page::Board(page * LINES));
    let head = has_goal.then_some(Page::Head);
    let queues = has_goal.then_some([Page::Crossed, Page::Nearest]);
    let queues = queues.into_iter().flatten();
    head.into_iter().chain(boards).chain(queues).collect()
}

#[cfg(test)]
mod tests {
    use super::{Page, numbered};

    #[test]
    fn boards_take_the_pages_that_they_need_and_goals_bring_three() {
        let first = Page::Board(0);
        assert_eq!(numbered(0, false), []);
        assert_eq!(numbered(9, false), [first]);
        let ends = [Page::Crossed, Page::Nearest];
        assert_eq!(
            numbered(11, true),
            [Page::Head, first, Page::Board(10), ends[0], ends[1]]
        );
        assert_eq!(numbered(2_400, true).len(), 6);
    }
}
