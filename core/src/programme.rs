//! The programme: how many are over the line, day by day, and how many should be.

mod burn_up;
mod queues;
mod rates;

pub use burn_up::whole;
pub use queues::{Due, Falling, Loss, Queues, queues, queues_in_steps};
pub use rates::{Near, Overtake, Side, cheapest, near, overtake};

use crate::books::Books;
use crate::model::{ChannelIndex, Dataset, Day, DayRange, FiscalYear, HistoryPoint};
use crate::pace::{Base, Pace, PaceTable};
use crate::query::{Entity, Status};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Days whose crossings are news, the day itself included.
const NEWS_DAYS: i32 = 7;

/// Where channels (or partners) stand as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How many are over the line today; `None` where the document holds only some of the channels
    /// and does not say.
    pub over: Option<u32>,
    /// How many are to be over the line at the end of the fiscal year.
    pub target: Option<u32>,
    /// Who crossed in the last 7 days and is over the line, latest first, then by value.
    pub crossed_this_week: Vec<Crossing>,
    /// How many crossed in the last 7 days: those, and in a document that holds only some of the
    /// channels what its counts have grown by since the last one before them; `None` where no
    /// figures of these days are known, or no such counts.
    pub crossed_count: Option<u32>,
    /// How many were over the line on the same fiscal day of last year, against the same goals;
    /// where its figures are not known, what the document says of that very day.
    pub over_last_year: Option<u32>,
    /// How many the target path expects by today.
    pub expected: Option<u32>,
    /// This year by fiscal day, up to and including today, where it ends with [`Self::over`];
    /// empty while this year's figures by day have not been read.
    pub this_year: BurnUp,
    /// Last year by fiscal day, where known.
    pub last_year: Option<BurnUp>,
    /// The way to the target by fiscal day of this year: last year's burn-up, stretched to the
    /// target in height, festivals aligned, whichever plan pace is measured by; empty without a
    /// target, without last year, and where nobody crossed in it.
    pub path: Vec<u32>,
    /// Counts that the document gives for days up to today, by day; of channels only.
    pub history: Vec<HistoryPoint>,
}

/// Where all channels or all partners stand on the day of `paces`.
pub fn standing(dataset: &Dataset, books: &Books, paces: &PaceTable, entity: Entity) -> Standing {
    let base = Base::new(dataset, books, paces.year);
    let target = match entity {
        Entity::Channels => dataset.programme.target_channels,
        Entity::Partners => dataset.programme.target_partners,
    };
    let history = history(dataset, paces.today, entity);
    let counted = dataset.scope.as_ref().map(|_| counted(&history, paces));
    let burn_up = |year| burn_up::given(&history, year, paces.today);
    let last_year = match counted {
        Some(_) => burn_up(base.year),
        None => burn_up::last_year(&base, entity),
    };
    let path = burn_up::path(&base, last_year.as_ref(), target);
    let crossed_this_week = crossed_this_week(paces, entity);
    let today = paces.year.day_index(paces.today).unwrap_or(0);
    Standing {
        over: match counted {
            Some(counted) => counted.over,
            None => Some(count_over(paces, entity)),
        },
        target,
        crossed_count: match counted {
            Some(counted) => counted.crossed,
            None => knows_the_week(&base, paces, entity).then_some(crossed_this_week.len() as u32),
        },
        crossed_this_week,
        over_last_year: match &last_year {
            Some(burn_up) => burn_up.over.get(today).or(burn_up.over.last()).copied(),
            None => given_for(&history, base.year, today),
        },
        expected: path.get(today).copied(),
        this_year: match counted {
            Some(_) => burn_up(paces.year).unwrap_or(BurnUp {
                year: paces.year,
                over: Vec::new(),
            }),
            None => burn_up::this_year(&base, paces, entity),
        },
        last_year,
        path,
        history,
    }
}

/// What a document that holds only some of the channels says of all of them.
#[derive(Clone, Copy)]
struct Counted {
    over: Option<u32>,
    crossed: Option<u32>,
}

/// The latest count that the document gives of this fiscal year, and how much it has grown in a
/// week: since the last count that is as old, or since nobody was over the line as the year began.
fn counted(history: &[HistoryPoint], paces: &PaceTable) -> Counted {
    let start = paces.year.from();
    let week_ago = paces.today.plus(-NEWS_DAYS);
    let by = |day: Day| {
        let mut earlier = history.iter().rev().skip_while(|point| point.day > day);
        earlier.next().filter(|point| point.day >= start)
    };
    let before = match by(week_ago) {
        _ if week_ago < start => Some(0),
        point => point.map(|point| point.channels_over),
    };
    let last = by(paces.today);
    let crossed = last
        .filter(|last| last.day > week_ago)
        .zip(before)
        .map(|(last, before)| last.channels_over.saturating_sub(before));
    Counted {
        over: last.map(|last| last.channels_over),
        crossed,
    }
}

/// Channels (or partners) over the line, by fiscal day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BurnUp {
    /// The fiscal year.
    pub year: FiscalYear,
    /// How many were over the line at the end of each fiscal day, from day 0.
    pub over: Vec<u32>,
}

/// One crossing of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// The first day on which its running sum was at least its goal.
    pub day: Day,
}

fn count_over(paces: &PaceTable, entity: Entity) -> u32 {
    let is_over = |status: Status| status == Status::Over;
    paces
        .rows(entity)
        .iter()
        .filter(|pace| is_over(pace.status))
        .count() as u32
}

/// Whether anybody has a figure by day for any of the days whose crossings are news, and nobody is
/// over the line by a sum alone.
fn knows_the_week(base: &Base, paces: &PaceTable, entity: Entity) -> bool {
    let week = DayRange::new(paces.today.plus(1 - NEWS_DAYS), paces.today.plus(1));
    let ledger = base.books.ledger(entity);
    let mut rows = (0..ledger.channels() as u32).map(ChannelIndex);
    rows.any(|row| ledger.has_figure(base.metric, row, week))
        && !paces.rows(entity).iter().any(Pace::is_over_by_sum)
}

/// Latest first, then the largest sum, then document order.
fn crossed_this_week(paces: &PaceTable, entity: Entity) -> Vec<Crossing> {
    let since = paces.today.plus(1 - NEWS_DAYS);
    let key = |(index, pace): (usize, &Pace)| {
        let day = pace.crossed.filter(|day| *day >= since)?;
        let is_over = pace.status == Status::Over;
        is_over.then_some((Reverse((day, pace.to_date)), index as u32))
    };
    let rows = paces.rows(entity).iter().enumerate();
    // A heap sorts in a fraction of the code of a slice's sort.
    let order: BinaryHeap<_> = rows.filter_map(key).collect();
    let crossing = |(Reverse((day, _)), index)| Crossing { index, day };
    order.into_sorted_vec().into_iter().map(crossing).collect()
}

/// By day; documents have them in that order anyhow.
fn history(dataset: &Dataset, today: Day, entity: Entity) -> Vec<HistoryPoint> {
    let mut history: Vec<HistoryPoint> = Vec::new();
    if entity == Entity::Partners {
        return history;
    }
    let known = |point: &&HistoryPoint| point.day <= today;
    for point in dataset.programme_history.iter().filter(known) {
        let place = history.partition_point(|other| other.day <= point.day);
        history.insert(place, *point);
    }
    history
}

/// What the document gives for that fiscal day of last year, if it names that very day.
fn given_for(history: &[HistoryPoint], last_year: FiscalYear, index: usize) -> Option<u32> {
    let same_day = |point: &&HistoryPoint| last_year.day_index(point.day) == Some(index);
    history
        .iter()
        .rfind(same_day)
        .map(|point| point.channels_over)
}
