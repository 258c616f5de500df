//! Where all rows together stood on each day of a year: how many had come how far, in place of a
//! line for each of them.

use crate::books::Books;
use crate::model::{Dataset, Day, DayRange, FiscalYear, Metric};
use crate::pace::{CurveLevel, PaceTable, pure_course};
use crate::query::{Entity, Plan};
use crate::steps::{at_once, pause};
use paceboard_figures::count_levels;

/// Levels of progress, a percent of the goal each: 0 % and less, 1 %, … and 1,000 % and more.
pub const LEVELS: usize = 1_001;

/// The year so far of many rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// The fiscal year.
    pub year: FiscalYear,
    /// How many rows are counted on every day: those with a goal and any figure in the year.
    pub rows: u32,
    /// For each fiscal day up to today, `LEVELS` numbers: how many rows had come to that percent of
    /// their goal at its end, parts of a percent left off.
    pub counts: Vec<u32>,
    /// The shares of the year that the programme's plan has behind it at the end of each of its
    /// days, in parts per million; empty where there is none.
    pub plan_ppm: Vec<u32>,
}

impl Paths {
    /// For each day the percent that so many quarters of the rows had not passed: the nearest rank.
    pub fn quarters(&self, quarters: u32) -> Vec<Option<i64>> {
        let rank = (self.rows * quarters).div_ceil(4).max(1);
        let days = self.counts.chunks(LEVELS);
        days.map(|levels| level_of(levels, rank)).collect()
    }
}

/// The paths of `rows`, positions in the document, up to the day of `paces`; `None` where none of
/// them can be counted, or where there are no figures by day in the year.
pub fn paths(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
    rows: &[u32],
) -> Option<Paths> {
    at_once(paths_in_steps(dataset, books, paces, entity, rows))
}

/// The same, a day at a time.
pub async fn paths_in_steps(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
    rows: &[u32],
) -> Option<Paths> {
    let metric = dataset.programme.metric;
    let to_date = DayRange::new(paces.year.from(), paces.today.plus(1));
    let range = books.ledger(entity).range(metric)?;
    let goals: Vec<(u32, f64)> = rows
        .iter()
        .filter_map(|row| {
            let pace = paces.rows(entity).get(*row as usize)?;
            let goal = pace.goal.filter(|_| pace.is_known)?;
            Some((*row, goal.minor() as f64))
        })
        .collect();
    if goals.is_empty() || range.intersect(to_date).is_empty() {
        return None;
    }
    Some(Paths {
        year: paces.year,
        rows: goals.len() as u32,
        counts: counts(books, (entity, metric), &goals, to_date).await,
        plan_ppm: plan(dataset, books, paces),
    })
}

async fn counts(
    books: &Books,
    (entity, metric): (Entity, Metric),
    goals: &[(u32, f64)],
    to_date: DayRange,
) -> Vec<u32> {
    let mut counts = vec![0; to_date.len() * LEVELS];
    let sums = |day: Day| {
        let so_far = DayRange::new(to_date.from(), day.plus(1));
        books.ledger(entity).window_totals(metric, so_far)
    };
    for (day, levels) in to_date.days().zip(counts.chunks_mut(LEVELS)) {
        count_levels(&sums(day), goals, levels);
        pause().await;
    }
    counts
}

/// The level of the row that stands at that rank from below.
fn level_of(levels: &[u32], rank: u32) -> Option<i64> {
    let mut below = 0;
    let level = levels.iter().position(|rows| {
        below += rows;
        below >= rank
    });
    level.map(|level| level as i64)
}

fn plan(dataset: &Dataset, books: &Books, paces: &PaceTable) -> Vec<u32> {
    let level = match paces.plan {
        Plan::Linear => CurveLevel::Linear,
        Plan::Seasonal => CurveLevel::Programme,
    };
    let course = pure_course(dataset, books, paces.year, level, 0);
    course
        .map(|course| course.cumulative_ppm)
        .unwrap_or_default()
}
