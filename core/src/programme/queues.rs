//! Whom to look after: who is about to cross, who slipped, who falls behind.

use super::Crossing;
use super::rates::soonest;
use crate::books::Books;
use crate::model::{Dataset, Day};
use crate::outlook::{Growth, Outlook, OutlookTable};
use crate::pace::{Pace, PaceTable};
use crate::query::Entity;
use crate::steps::{at_once, pause};
use std::collections::BinaryHeap;

/// Less is not worth a line, and is not seen in whole per cents; in basis points.
const LEAST_LOSS_BP: i64 = 100;

/// A week of crossings.
const WEEK_DAYS: i32 = 7;

/// Days over which it is looked who fell behind.
const FALL_DAYS: i32 = 28;

/// Whom to look after today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queues {
    /// Who is expected to cross in the next 7 days, soonest first.
    pub expected: Due,
    /// Who was expected, when seen 7 days ago, to cross by today and did not; `day` is the day
    /// then expected. Earliest first.
    pub slipped: Due,
    /// Who lost most in the last 28 days, most first.
    pub falling: Vec<Falling>,
    /// How many lost anything then.
    pub falling_count: u32,
}

/// Crossings of some days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The first of them.
    pub first: Vec<Crossing>,
    /// How many there are.
    pub count: u32,
}

impl Due {
    fn new(crossings: impl Iterator<Item = Crossing>, most: usize) -> Self {
        let mut first = soonest(crossings);
        let count = first.len() as u32;
        first.truncate(most);
        Self { first, count }
    }
}

/// A row that is not over the line and whose prospects got worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Falling {
    /// Position of the channel or partner in the document.
    pub index: u32,
    /// What it lost.
    pub lost: Loss,
}

/// What a row lost in 28 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Probability of reaching the goal, in basis points.
    Reach {
        /// Then.
        before_bp: u16,
        /// Today.
        now_bp: u16,
    },
    /// Pace, in basis points, where there are no probabilities.
    Pace {
        /// Then.
        before_bp: i32,
        /// Today.
        now_bp: i32,
    },
}

impl Loss {
    fn size(self) -> i64 {
        match self {
            Self::Reach { before_bp, now_bp } => i64::from(before_bp) - i64::from(now_bp),
            Self::Pace { before_bp, now_bp } => i64::from(before_bp) - i64::from(now_bp),
        }
    }

    fn between(before: Seen, now: Seen) -> Option<Self> {
        if let (Some(before_bp), Some(now_bp)) = (before.outlook.reach_bp, now.outlook.reach_bp) {
            return Some(Self::Reach { before_bp, now_bp });
        }
        Some(Self::Pace {
            before_bp: before.pace.pace_bp?,
            now_bp: now.pace.pace_bp?,
        })
    }
}

/// A row on some day.
#[derive(Clone, Copy)]
struct Seen<'a> {
    pace: &'a Pace,
    outlook: &'a Outlook,
}

/// The queues on the day of `paces` and `outlook`, at most so many rows in each. The same fiscal
/// year is looked at 7 and 28 days ago; where it had not begun, nobody slipped or fell.
pub fn queues(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    outlook: &OutlookTable,
    entity: Entity,
    most: usize,
) -> Queues {
    let growth = Growth::default();
    at_once(queues_in_steps(
        dataset,
        books,
        paces,
        (outlook, growth),
        entity,
        most,
    ))
}

/// What [`queues`] gives, in steps: what was to be expected on either day is an outlook of its own.
/// `outlook` may assume some growth; who slipped and who fell is told without it, as nobody
/// assumed it then.
pub async fn queues_in_steps(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    (outlook, growth): (&OutlookTable, Growth),
    entity: Entity,
    most: usize,
) -> Queues {
    let mut queues = Queues {
        expected: expected(seen(paces, outlook, entity), paces.today, most),
        ..Queues::default()
    };
    let plain = if growth == Growth::default() {
        None
    } else {
        pause().await;
        Some(OutlookTable::in_steps(dataset, books, paces, Growth::default()).await)
    };
    let now = || seen(paces, plain.as_ref().unwrap_or(outlook), entity);
    for days in [WEEK_DAYS, FALL_DAYS] {
        let day = paces.today.plus(-days);
        if paces.year.day_index(day).is_none() {
            continue;
        }
        pause().await;
        let then = PaceTable::build(dataset, books, day, paces.plan);
        pause().await;
        let foretold = OutlookTable::in_steps(dataset, books, &then, Growth::default()).await;
        let before = seen(&then, &foretold, entity);
        if days == WEEK_DAYS {
            queues.slipped = slipped(before, now(), day, most);
        } else {
            (queues.falling, queues.falling_count) = falling(before, now(), most);
        }
    }
    queues
}

fn seen<'a>(
    paces: &'a PaceTable,
    outlook: &'a OutlookTable,
    entity: Entity,
) -> impl Iterator<Item = Seen<'a>> {
    let rows = paces.rows(entity).iter().zip(outlook.rows(entity));
    rows.map(|(pace, outlook)| Seen { pace, outlook })
}

fn is_over(pace: &Pace) -> bool {
    pace.goal.is_some_and(|goal| pace.to_date >= goal)
}

fn expected<'a>(now: impl Iterator<Item = Seen<'a>>, today: Day, most: usize) -> Due {
    let crossing = |(index, seen): (usize, Seen)| {
        let day = seen.outlook.crossing?;
        let soon = day > today && day <= today.plus(WEEK_DAYS);
        soon.then_some(Crossing {
            index: index as u32,
            day,
        })
    };
    Due::new(now.enumerate().filter_map(crossing), most)
}

/// `then` is the day on which `before` was seen.
fn slipped<'then, 'now>(
    before: impl Iterator<Item = Seen<'then>>,
    now: impl Iterator<Item = Seen<'now>>,
    then: Day,
    most: usize,
) -> Due {
    let crossing = |(index, (before, now)): (usize, (Seen, Seen))| {
        let day = before.outlook.crossing?;
        let was_due = day > then && day <= then.plus(WEEK_DAYS);
        let has_slipped = was_due && now.pace.crossed.is_none() && !is_over(now.pace);
        has_slipped.then_some(Crossing {
            index: index as u32,
            day,
        })
    };
    Due::new(before.zip(now).enumerate().filter_map(crossing), most)
}

/// A row over the line has nothing to lose.
fn falling<'then, 'now>(
    before: impl Iterator<Item = Seen<'then>>,
    now: impl Iterator<Item = Seen<'now>>,
    most: usize,
) -> (Vec<Falling>, u32) {
    let (mut order, mut count) = (BinaryHeap::with_capacity(most + 1), 0);
    for (index, (before, now)) in before.zip(now).enumerate() {
        let lost = Loss::between(before, now).filter(|lost| lost.size() >= LEAST_LOSS_BP);
        if let (Some(lost), false) = (lost, is_over(now.pace)) {
            count += 1;
            let key = (-lost.size(), index as u32);
            order.push(Keyed { key, lost });
            if order.len() > most {
                order.pop();
            }
        }
    }
    let falling = |keyed: Keyed| Falling {
        index: keyed.key.1,
        lost: keyed.lost,
    };
    let first = order.into_sorted_vec().into_iter().map(falling).collect();
    (first, count)
}

/// A loss in the order of its key.
#[derive(PartialEq, Eq)]
struct Keyed {
    key: (i64, u32),
    lost: Loss,
}

impl Ord for Keyed {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key.cmp(&other.key)
    }
}

impl PartialOrd for Keyed {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
