//! Up to six rows side by side, aligned by fiscal day.

use crate::books::Books;
use crate::model::{ChannelIndex, Dataset, DayRange, FiscalYear, Money, Share};
use crate::pace::PaceTable;
use crate::query::{Entity, MOST_COMPARED};

/// Days of a mean.
const MEAN_DAYS: usize = 7;

/// How many times another a line is at most for both to be read.
const READABLE_TIMES: i64 = 10;

/// Several rows of one fiscal year, day by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The fiscal year.
    pub year: FiscalYear,
    /// How many of its days have passed, today included: the length of every series.
    pub days: usize,
    /// The rows, in the order asked for.
    pub lines: Vec<CompareLine>,
}

/// One of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareLine {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// Rank among all by the year to date, as given where the document holds only some; equal sums
    /// share a rank; 0 without any figure in it.
    pub rank: u32,
    /// Its goal.
    pub goal: Option<Money>,
    /// Figure of each fiscal day; `None` for a gap.
    pub daily: Vec<Option<i64>>,
    /// Running sum at the end of each fiscal day; empty without any figure.
    pub cumulative: Vec<i64>,
    /// That ÷ goal; empty without a goal.
    pub of_goal: Vec<Share>,
    /// Mean of the figures known of the seven days that end with each fiscal day, towards zero;
    /// `None` where none is.
    pub weekly_mean: Vec<Option<i64>>,
}

impl Comparison {
    /// Whether the sums of some lie on the ground beside the largest, while against their goals all
    /// can be read.
    pub fn reads_better_indexed(&self) -> bool {
        let (mut sums, mut indexed) = (Vec::new(), Vec::new());
        for line in &self.lines {
            let Some(sum) = line.cumulative.last() else {
                continue;
            };
            let Some(share) = line.of_goal.last() else {
                return false;
            };
            sums.push(*sum);
            indexed.push(share.basis_points().into());
        }
        is_wide(&sums) && !is_wide(&indexed)
    }
}

/// Whether the largest is too many times the smallest.
fn is_wide(ends: &[i64]) -> bool {
    let least = ends.iter().min().map_or(0, |least| *least.max(&0));
    ends.iter().any(|end| end / READABLE_TIMES > least)
}

/// The rows at these positions of the document by the programme's metric, on the day of `paces`.
/// Positions that the document does not have are left out, and whatever comes after the sixth.
pub fn compare(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
    rows: &[u32],
) -> Comparison {
    let to_date = DayRange::new(paces.year.from(), paces.today.plus(1));
    let given = paces.given_ranks(dataset, entity);
    let line = |index: &u32| {
        let pace = paces.rows(entity).get(*index as usize)?;
        let ledger = books.ledger(entity);
        let daily = ledger.daily(dataset.programme.metric, ChannelIndex(*index), to_date);
        let others = paces.rows(entity).iter();
        let ahead = others.filter(|it| it.is_known && it.to_date > pace.to_date);
        let rank = match given.and_then(|given| given[*index as usize]) {
            _ if !pace.is_known => 0,
            Some(rank) => rank,
            None => ahead.count() as u32 + 1,
        };
        Some(line(*index, rank, pace.goal, daily.collect()))
    };
    Comparison {
        year: paces.year,
        days: to_date.len(),
        lines: rows.iter().filter_map(line).take(MOST_COMPARED).collect(),
    }
}

fn line(index: u32, rank: u32, goal: Option<Money>, daily: Vec<Option<i64>>) -> CompareLine {
    let mut sum = 0;
    let add = |figure: &Option<i64>| {
        sum += figure.unwrap_or(0);
        sum
    };
    let known = if daily.iter().all(Option::is_none) {
        &[]
    } else {
        &daily[..]
    };
    let cumulative: Vec<i64> = known.iter().map(add).collect();
    let of_goal = |goal: Money| {
        let sums = cumulative.iter();
        sums.filter_map(|sum| Share::of(*sum, goal.minor()))
            .collect()
    };
    CompareLine {
        index,
        rank,
        goal,
        weekly_mean: (0..daily.len()).map(|day| mean_to(&daily, day)).collect(),
        of_goal: goal.map(of_goal).unwrap_or_default(),
        daily,
        cumulative,
    }
}

/// Mean of what is known of the week that ends with `day`.
fn mean_to(daily: &[Option<i64>], day: usize) -> Option<i64> {
    let first = (day + 1).saturating_sub(MEAN_DAYS);
    let known = || daily[first..=day].iter().flatten();
    let count = known().count() as i64;
    (count > 0).then(|| known().sum::<i64>() / count)
}
