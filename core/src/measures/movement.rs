//! Why the rank of a row moved: its own movement against others passing.

use super::compared::Compared;
use crate::board::{Board, rank};
use crate::books::Books;

/// How a row came from its rank in the compared window to the one that it has. Places gained by its
/// own movement and by that of the others add up to [`crate::board::Row::change`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Rank in the compared window, among the rows that meet the filter and have a figure in it.
    pub rank_before: u32,
    /// The rank that its new value would have had against the old values of the others.
    pub rank_alone: u32,
    /// Rank now.
    pub rank_now: u32,
    /// Places gained by its own movement, negative when lost.
    pub own_places: i32,
    /// Places gained by the movement of the others, rows without an earlier figure included;
    /// negative when lost.
    pub others_places: i32,
    /// Who was ahead and is not any more, the largest by its value now first.
    pub overtaken: Passings,
    /// Who is ahead and was not, likewise.
    pub overtaken_by: Passings,
}

/// Rows that changed places with the one looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passings {
    /// How many there are.
    pub count: u32,
    /// The first of them.
    pub rows: Vec<Passing>,
}

/// One of those rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passing {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// Its value in the compared window; `None` for a row that has no figure in it.
    pub before: Option<i64>,
    /// Its value now.
    pub now: i64,
}

/// Why the row at position `index` of the document moved on `board`, with at most `most` of those
/// whom it passed and who passed it. `None` where it is not on the board, new in it or without a rank.
pub fn movement(books: &Books, board: &Board, index: u32, most: usize) -> Option<Movement> {
    let compared = Compared::of(books, board)?;
    let is_own = |row: &&u32| **row == index && compared.is_ranked[index as usize];
    compared.known.iter().find(is_own)?;
    let scene = Scene::of(&compared, index);
    let rank_of = |ahead: usize| ahead as u32 + 1;
    let known = || compared.known.iter().copied();
    let rank_before = rank_of(known().filter(|row| scene.was_ahead(*row)).count());
    let own_now = compared.now[index as usize];
    let above_now = |row: &u32| *row != index && compared.before[*row as usize] > own_now;
    let rank_alone = rank_of(known().filter(above_now).count());
    let kept = compared.kept.iter().copied();
    let rank_now = rank_of(kept.filter(|row| scene.is_ahead(*row)).count());
    let largest_first = rank::rank(&compared.now, &compared.kept).order;
    let passings = |passed: &dyn Fn(u32) -> bool| {
        let rows = largest_first.iter().copied().filter(|row| passed(*row));
        let passing = |row| scene.passing(row);
        Passings {
            count: rows.clone().count() as u32,
            rows: rows.take(most).map(passing).collect(),
        }
    };
    Some(Movement {
        rank_before,
        rank_alone,
        rank_now,
        own_places: rank_before as i32 - rank_alone as i32,
        others_places: rank_alone as i32 - rank_now as i32,
        overtaken: passings(&|row| scene.was_ahead(row) && !scene.is_ahead(row)),
        overtaken_by: passings(&|row| scene.is_ahead(row) && !scene.was_ahead(row)),
    })
}

/// Everyone as seen from one row.
struct Scene<'a> {
    compared: &'a Compared,
    is_known: Vec<bool>,
    own_before: i64,
    own_now: i64,
}

impl<'a> Scene<'a> {
    fn of(compared: &'a Compared, index: u32) -> Self {
        let mut is_known = vec![false; compared.now.len()];
        for row in &compared.known {
            is_known[*row as usize] = true;
        }
        Self {
            compared,
            is_known,
            own_before: compared.before[index as usize],
            own_now: compared.now[index as usize],
        }
    }

    fn was_ahead(&self, row: u32) -> bool {
        self.before(row)
            .is_some_and(|value| value > self.own_before)
    }

    fn is_ahead(&self, row: u32) -> bool {
        let at = row as usize;
        self.compared.is_ranked[at] && self.compared.now[at] > self.own_now
    }

    fn before(&self, row: u32) -> Option<i64> {
        let at = row as usize;
        self.is_known[at].then(|| self.compared.before[at])
    }

    fn passing(&self, row: u32) -> Passing {
        Passing {
            index: row,
            before: self.before(row),
            now: self.compared.now[row as usize],
        }
    }
}
