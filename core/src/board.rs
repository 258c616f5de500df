//! The leaderboard: what the reader's query makes of the ledger.
//!
//! Rules: equal values share a rank, counted from the largest value ("1224"); inside a tie rows
//! stand in byte order of their ids whatever the direction; rows without a value in the column
//! that orders them come last in both directions. On a board of partners, a filter by category or
//! province keeps the partners that have at least one channel which meets it; their figures stay
//! whole.

mod compared;
mod draft;
mod facets;
mod filter;
pub mod rank;
mod sort;
mod weekly;

pub use weekly::weekly;

use crate::books::Books;
use crate::ledger::Ledger;
use crate::model::{Dataset, DayRange, Metric, Money, Share};
use crate::pace::PaceTable;
use crate::query::{Entity, Query, Status};
use draft::{Draft, Given, Scope};
use filter::Sieve;

/// A leaderboard, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Whether rows are channels or partners.
    pub entity: Entity,
    /// The metric of [`Row::value`].
    pub metric: Metric,
    /// The days summed; none after today.
    pub window: DayRange,
    /// Those of them that lie in the table of the metric, or all where the document gives their sums;
    /// empty where it has neither (yet).
    pub known: DayRange,
    /// The days that rank change compares with.
    pub compared: DayRange,
    /// Rows that meet the filter, in the order asked for.
    pub rows: Vec<Row>,
    /// Sum of the values of those rows.
    pub total: i64,
    /// Largest absolute value of those rows, for the scale of bars; 0 without a row.
    pub largest: i64,
    /// Number of all channels or partners in the document.
    pub of: usize,
    /// Number of those that ranks count: [`Self::of`], or all channels of the programme where the
    /// document holds only some of them and gives their ranks over these very days. Ranks are then
    /// the same under every filter.
    pub among: usize,
    /// How many rows each choice of a filter would leave.
    pub facets: Facets,
    /// Ids and provinces in the filter that the document does not know; they match nothing.
    pub unknown_choices: Vec<String>,
}

/// One row of the leaderboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// Sum of the metric over the window, in minor units or counts; `None` without any figure in it.
    pub value: Option<i64>,
    /// Rank within the filter: equal values share a rank, counted from the largest; 0 without a
    /// value.
    pub rank: u32,
    /// Rank among all, likewise.
    pub overall_rank: u32,
    /// Places gained since the compared window, within the filter.
    pub change: RankChange,
    /// Value ÷ total of the filter; `None` where the total is ≤ 0.
    pub share: Option<Share>,
    /// Year to date ÷ goal.
    pub progress: Option<Share>,
    /// What the plan expects by now ÷ goal, in basis points.
    pub expected_bp: Option<i32>,
    /// Year to date ÷ expected, in basis points.
    pub pace_bp: Option<i32>,
    /// Probability of the goal by the year's end, in basis points; `None` without one.
    pub reach_bp: Option<u16>,
    /// Goal − year to date; 0 when over the line, `None` without any figure in the year.
    pub gap: Option<Money>,
    /// Standing towards the goal.
    pub status: Status,
}

/// Movement against the compared window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankChange {
    /// The row has no rank now, or there are no figures by day at all.
    None,
    /// The compared window is not wholly in the table, or the row has no figure in it.
    New,
    /// Places gained; negative when lost.
    Places(i32),
}

/// How many rows each choice of a filter would leave, the other filters being as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By category, in document order.
    pub category: Vec<u32>,
    /// By partner, in document order; empty on a board of partners.
    pub partner: Vec<u32>,
    /// By province, in the order of [`crate::model::Dataset::provinces`].
    pub province: Vec<u32>,
    /// By standing, in the order of [`Status::ALL`].
    pub status: Vec<u32>,
    /// With one filter lifted.
    pub lifted: Lifted,
}

/// How many rows would be left if one filter were lifted: the count beside "all", and on an empty
/// board the filter to loosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lifted {
    /// Without the filter by category.
    pub category: u32,
    /// Without the filter by partner.
    pub partner: u32,
    /// Without the filter by province.
    pub province: u32,
    /// Without the filter by standing.
    pub status: u32,
    /// Without the range of progress.
    pub progress: u32,
    /// Without the search.
    pub text: u32,
}

/// The leaderboard that `query` asks for, as seen on the day of `paces`. `books` and `paces` must
/// have been built from `dataset`.
pub fn board(dataset: &Dataset, books: &Books, paces: &PaceTable, query: &Query) -> Board {
    let ledger = books.ledger(query.entity);
    let roster = books.directory.roster(query.entity);
    let scope = scope(dataset, paces, query);
    let sieve = Sieve::new(dataset, books, paces, query);
    let sums = books.given_sums(dataset, scope.metric, scope.window, query.entity);
    let given = match query.entity {
        Entity::Channels => Given::of(dataset, (ledger, sums.as_deref()), scope),
        Entity::Partners => None,
    };
    let among = given.as_ref().and(dataset.scope.as_ref());
    let known = known(ledger, sums.as_deref(), scope);
    let draft = Draft::new(
        (ledger, sums),
        paces.rows(query.entity),
        roster.by_id(),
        scope,
        &sieve,
        given,
    );
    let by_text = sort::places(dataset, books, query);
    let order = sort::ordered(&draft, query.sort, &by_text);
    let rows: Vec<Row> = order.into_iter().map(|row| draft.row(row)).collect();
    Board {
        entity: query.entity,
        metric: scope.metric,
        window: scope.window,
        known,
        compared: scope.compared,
        total: draft.total,
        largest: draft.largest(),
        of: draft.values.len(),
        among: among.map_or(draft.values.len(), |scope| scope.channels as usize),
        rows,
        facets: sieve.facets,
        unknown_choices: sieve.unknown,
    }
}

/// [`Board::known`], where `sums` are those that the document gives.
fn known(ledger: &Ledger, sums: Option<&[Option<i64>]>, scope: Scope) -> DayRange {
    if sums.is_some_and(|sums| sums.iter().any(Option::is_some)) {
        return scope.window;
    }
    let nowhere = DayRange::new(scope.window.from(), scope.window.from());
    let table = ledger.range(scope.metric).unwrap_or(nowhere);
    table.intersect(scope.window)
}

/// Metric and days; no day after today is summed.
fn scope(dataset: &Dataset, paces: &PaceTable, query: &Query) -> Scope {
    let tomorrow = paces.today.plus(1);
    let asked = query.window.resolve(dataset, paces.today);
    let window = DayRange::new(asked.from().min(tomorrow), asked.to().min(tomorrow));
    let metric = query.metric.unwrap_or(dataset.programme.metric);
    let compared = compared::window(&dataset.calendar, window, query.against);
    Scope {
        metric,
        window,
        compared,
        is_awaited: dataset.awaits(metric, compared),
    }
}
