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
    let told = state.told.get();
    let has_goal = !state.lacks_goals(told);
    let knows_crossed = state
        .standing(told)
        .with(|it| it.as_ref().is_some_and(|it| it.crossed_count.is_some()));
    numbered(rows, has_goal, knows_crossed)
}

fn numbered(rows: usize, has_goal: bool, knows_crossed: bool) -> Vec<Page> {
    let boards = (0..rows.div_ceil(LINES).min(BOARD_PAGES)).map(|page| Page::Board(page * LINES));
    let head = has_goal.then_some(Page::Head);
    let crossed = (has_goal && knows_crossed).then_some(Page::Crossed);
    let nearest = has_goal.then_some(Page::Nearest);
    let queues = crossed.into_iter().chain(nearest);
    head.into_iter().chain(boards).chain(queues).collect()
}

#[cfg(test)]
mod tests {
    use super::{Page, numbered};

    #[test]
    fn boards_take_the_pages_that_they_need_and_goals_bring_three() {
        let first = Page::Board(0);
        assert_eq!(numbered(0, false, true), []);
        assert_eq!(numbered(9, false, true), [first]);
        let ends = [Page::Crossed, Page::Nearest];
        assert_eq!(
            numbered(11, true, true),
            [Page::Head, first, Page::Board(10), ends[0], ends[1]]
        );
        assert_eq!(numbered(2_400, true, true).len(), 6);
        // Without figures by day nobody knows who crossed.
        assert!(!numbered(11, true, false).contains(&Page::Crossed));
    }
}
