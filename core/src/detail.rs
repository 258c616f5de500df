//! One channel or partner in detail.

mod came;
mod course;
mod fan;
mod neighbours;
mod required;

pub use came::came;
pub use fan::{Fan, fan};

use crate::books::Books;
use crate::model::{Dataset, Day, FiscalYear, Money};
use crate::pace::{Base, Curve, Pace, PaceTable};
use crate::query::Entity;

/// What the detail of a row shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// Where it stands.
    pub pace: Pace,
    /// What it takes from here; `None` without a goal or any figure, over the line, or on the year's
    /// last day.
    pub required: Option<Required>,
    /// Rank among all by year to date, and how many have one.
    pub rank: u32,
    /// How many have a rank: with any figure in the year, or in the programme where the document
    /// holds only some of its channels and gives their ranks.
    pub of: u32,
    /// Whether that is a rank among all: not where the document holds only some of the channels and
    /// gives no ranks of them by this day.
    pub is_among_all: bool,
    /// Up to three above and three below, itself included, best first.
    pub neighbours: Vec<Neighbour>,
    /// The year, day by day.
    pub course: Course,
}

/// The detail of one channel or partner on the day of `paces`; `None` where there is no such row.
pub fn detail(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
    index: u32,
) -> Option<Detail> {
    let row = index as usize;
    let pace = *paces.rows(entity).get(row)?;
    let base = Base::new(dataset, books, paces.year);
    let curve = Curve::of(&base, paces.plan, entity, row);
    let course = course::build(&base, paces, &curve, entity, row);
    let given = paces.given_ranks(dataset, entity);
    let around = neighbours::around(dataset, paces, entity, row, given);
    let own = around.iter().find(|neighbour| neighbour.index == index);
    Some(Detail {
        index,
        pace,
        required: required::build(dataset, paces, &curve, pace, &course.daily),
        rank: own.map_or(0, |own| own.rank),
        of: match (given, &dataset.scope) {
            (Some(_), Some(scope)) => scope.channels,
            _ => paces.rows(entity).iter().filter(|row| row.is_known).count() as u32,
        },
        is_among_all: given.is_some() || dataset.scope.is_none(),
        neighbours: around,
        course,
    })
}

/// What it takes to reach the goal in the days that are left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Required {
    /// Goal − to date.
    pub missing: Money,
    /// Days left in the fiscal year after today.
    pub days_left: u32,
    /// Sales of an ordinary day: missing × mean weight of the remaining days outside events ÷
    /// weight of all remaining days. Where events fill all that is left, the mean of all days.
    pub per_ordinary_day: Money,
    /// That, as a multiple of the seasonally adjusted rate of the last 28 days of this fiscal
    /// year, in basis points; `None` where they sold nothing.
    pub of_recent_bp: Option<i32>,
    /// What is missing, spread over the days that are left by the plan: ordinary days, then each
    /// event that is still to come or under way.
    pub spread: Vec<Stretch>,
}

/// Days of one kind that are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Position of the event in the document; `None` for the days outside events.
    pub event: Option<usize>,
    /// How many; a day of several events counts for the first of them.
    pub days: u32,
    /// What they sell in all.
    pub amount: Money,
}

/// A row near this one in rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Position in the document.
    pub index: u32,
    /// Rank among all by year to date.
    pub rank: u32,
    /// Year to date.
    pub value: i64,
    /// Its value − this one's.
    pub ahead_by: i64,
}

/// Running sums and daily figures of a fiscal year, by fiscal day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The fiscal year.
    pub year: FiscalYear,
    /// Figure of each day up to today; empty where this year's figures have not been read.
    pub daily: Vec<Option<i64>>,
    /// Running sum at the end of each day up to today; empty where [`Self::daily`] is.
    pub actual: Vec<i64>,
    /// Share of the year that the season places before the end of each fiscal day, in parts per
    /// million, whichever plan pace is measured by: what is foretold follows the season.
    pub season_ppm: Vec<u32>,
    /// Goal × plan share at the end of each day of the whole year; empty without a goal.
    pub plan: Vec<i64>,
    /// Last year's running sum, matched by fiscal day over the whole year; empty where unknown.
    pub last_year: Vec<i64>,
    /// The day on which the goal was reached.
    pub crossed: Option<Day>,
}
