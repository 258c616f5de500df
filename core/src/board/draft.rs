//! A board on the way: all ranks are known, rows are not written yet.

use super::filter::Sieve;
use super::sort::NOWHERE;
use super::{RankChange, Row, rank};
use crate::ledger::Ledger;
use crate::model::{Dataset, DayRange, Metric, Money, Share};
use crate::pace::Pace;
use crate::query::{SortKey, Status};

/// What is summed, and what it is compared with.
#[derive(Clone, Copy)]
pub(super) struct Scope {
    pub(super) metric: Metric,
    pub(super) window: DayRange,
    pub(super) compared: DayRange,
    /// Whether figures of the latter are still to come, so that nobody can be called new.
    pub(super) is_awaited: bool,
}

/// Values of all rows, and ranks of all and of those that meet the filter; by row number.
pub(super) struct Draft<'a> {
    pub(super) values: Vec<i64>,
    /// Whether there is any figure behind a value.
    known: Vec<bool>,
    /// Rows that meet the filter, largest value first, those without one last; ties by id.
    pub(super) kept: Vec<u32>,
    /// Likewise in the order of ids.
    pub(super) kept_by_id: Vec<u32>,
    pub(super) total: i64,
    /// Whether there are figures by day to compare with at all.
    is_compared: bool,
    paces: &'a [Pace],
    /// 0 for a row without a value.
    rank: Vec<u32>,
    overall_rank: Vec<u32>,
    /// Rank in the compared window, 0 for a row that is new; `None` where all rows are.
    past_rank: Option<Vec<u32>>,
}

/// Ranks among all channels that the document gives where it holds only some of them; by row
/// number, 0 where there is none.
pub(super) struct Given {
    now: Vec<u32>,
    past: Option<Vec<u32>>,
}

impl Given {
    /// What the document gives for the days of `scope`; `None` unless it ranks every channel that
    /// has a figure in them.
    pub(super) fn of(
        dataset: &Dataset,
        (ledger, sums): (&Ledger, Option<&[Option<i64>]>),
        scope: Scope,
    ) -> Option<Self> {
        let ranks = |days| dataset.given_ranks(scope.metric, days);
        let now = ranks(scope.window)?;
        let lacks = |row: &u32| now[*row as usize].is_none();
        let rows: Vec<u32> = (0..now.len() as u32).filter(lacks).collect();
        let is_whole = match sums {
            Some(sums) => rows.iter().all(|row| sums[*row as usize].is_none()),
            None => with_figures(ledger, scope.metric, scope.window, &rows).is_empty(),
        };
        let or_none = |ranks: &[Option<u32>]| ranks.iter().map(|rank| rank.unwrap_or(0)).collect();
        is_whole.then(|| Self {
            now: or_none(now),
            past: ranks(scope.compared).map(or_none),
        })
    }
}

impl<'a> Draft<'a> {
    pub(super) fn new(
        (ledger, sums): (&Ledger, Option<Vec<Option<i64>>>),
        paces: &'a [Pace],
        by_id: &[u32],
        scope: Scope,
        sieve: &Sieve,
        given: Option<Given>,
    ) -> Self {
        let (values, ranked) = match sums {
            Some(sums) => stated(&sums, by_id),
            None => (
                ledger.window_totals(scope.metric, scope.window),
                with_figures(ledger, scope.metric, scope.window, by_id),
            ),
        };
        let overall = rank::rank(&values, &ranked);
        let known: Vec<bool> = overall.rank.iter().map(|rank| *rank > 0).collect();
        let mut kept = sieve.kept(&overall.order);
        let kept_by_id = sieve.kept(by_id);
        let (rank, overall_rank, past_rank) = match given {
            Some(Given { now, past }) => (now.clone(), now, past),
            None => (
                rank::competition(&kept, &values),
                overall.rank,
                past_rank(ledger, scope, &kept_by_id),
            ),
        };
        kept.extend(kept_by_id.iter().filter(|row| !known[**row as usize]));
        Self {
            known,
            rank,
            total: total(kept.iter().map(|row| values[*row as usize])),
            is_compared: past_rank.is_some() || (ledger.has(scope.metric) && !scope.is_awaited),
            past_rank,
            overall_rank,
            values,
            kept,
            kept_by_id,
            paces,
        }
    }

    /// The largest absolute value of the rows that meet the filter.
    pub(super) fn largest(&self) -> i64 {
        let values = self.kept.iter().map(|row| self.values[*row as usize]);
        values.map(i64::saturating_abs).max().unwrap_or(0)
    }

    /// What orders a row in that column; `None` where it has nothing there. `places` are those of
    /// [`super::sort::places`].
    pub(super) fn key(&self, row: u32, column: SortKey, places: &[u32]) -> Option<i64> {
        let at = row as usize;
        match column {
            SortKey::Value => self.value(at),
            SortKey::Name | SortKey::Partner => {
                let place = places.get(at).copied().filter(|place| *place != NOWHERE);
                place.map(i64::from)
            }
            SortKey::Change => match self.change(at) {
                RankChange::New | RankChange::None => None,
                RankChange::Places(places) => Some(i64::from(places)),
            },
            SortKey::Progress => {
                let progress = self.paces.get(at)?.progress?;
                Some(i64::from(progress.basis_points()))
            }
            SortKey::Pace => self.paces.get(at)?.pace_bp.map(i64::from),
            SortKey::Reach => self.paces.get(at)?.reach_bp.map(i64::from),
            // Over the line nothing is missing any more: who is nearest to it stands first.
            SortKey::Gap => gap(self.paces.get(at)?)
                .map(Money::minor)
                .filter(|gap| *gap > 0),
            SortKey::Status => {
                let status = self.paces.get(at)?.status;
                (status < Status::NoData).then_some(-(status as i64))
            }
        }
    }

    /// The finished row.
    pub(super) fn row(&self, row: u32) -> Row {
        let at = row as usize;
        let pace = self.paces.get(at);
        Row {
            index: row,
            value: self.value(at),
            rank: self.rank[at],
            overall_rank: self.overall_rank[at],
            change: self.change(at),
            share: self
                .value(at)
                .and_then(|value| Share::of(value, self.total)),
            progress: pace.and_then(|pace| pace.progress),
            expected_bp: pace.and_then(expected_bp),
            pace_bp: pace.and_then(|pace| pace.pace_bp),
            reach_bp: pace.and_then(|pace| pace.reach_bp),
            gap: pace.and_then(gap),
            status: pace.map_or(Status::NoGoal, |pace| pace.status),
        }
    }

    fn value(&self, at: usize) -> Option<i64> {
        self.known[at].then_some(self.values[at])
    }

    fn change(&self, at: usize) -> RankChange {
        if self.rank[at] == 0 || !self.is_compared {
            return RankChange::None;
        }
        let past = self.past_rank.as_ref().map_or(0, |past| past[at]);
        if past == 0 {
            return RankChange::New;
        }
        RankChange::Places(past as i32 - self.rank[at] as i32)
    }
}

/// What the document gives in place of figures by day: values, and the rows that have one.
fn stated(sums: &[Option<i64>], by_id: &[u32]) -> (Vec<i64>, Vec<u32>) {
    let is_known = |row: &u32| sums[*row as usize].is_some();
    let ranked = by_id.iter().copied().filter(is_known).collect();
    (sums.iter().map(|sum| sum.unwrap_or(0)).collect(), ranked)
}

/// Sums by day and given ones are each checked by themselves; only both together could leave 64
/// bits.
fn total(values: impl Iterator<Item = i64>) -> i64 {
    values.fold(0, i64::saturating_add)
}

/// Ranks in the compared window among the rows that meet the filter and have a figure in it.
fn past_rank(ledger: &Ledger, scope: Scope, kept_by_id: &[u32]) -> Option<Vec<u32>> {
    let table = ledger.range(scope.metric)?;
    if scope.compared.is_empty() || !table.covers(scope.compared) {
        return None;
    }
    let values = ledger.window_totals(scope.metric, scope.compared);
    let ranked = with_figures(ledger, scope.metric, scope.compared, kept_by_id);
    Some(rank::rank(&values, &ranked).rank)
}

/// Those of `rows` with a figure on any day of `window`, in the same order.
fn with_figures(ledger: &Ledger, metric: Metric, window: DayRange, rows: &[u32]) -> Vec<u32> {
    let days = ledger
        .range(metric)
        .map_or(0, |table| table.intersect(window).len());
    let gaps = ledger.window_gaps(metric, window);
    let known = |row: &u32| {
        let gaps = gaps.as_ref().map_or(0, |gaps| gaps[*row as usize]);
        usize::from(gaps) < days
    };
    rows.iter().copied().filter(known).collect()
}

/// The plan's share of the goal by now, rounded half up.
fn expected_bp(pace: &Pace) -> Option<i32> {
    pace.goal.map(|_| ((pace.plan_ppm + 50) / 100) as i32)
}

fn gap(pace: &Pace) -> Option<Money> {
    pace.missing().map(|missing| missing.max(Money(0)))
}
