//! From sums, goals and the season to where each row stands.

use super::Pace;
use super::crossing::first_crossings;
use super::round::{portion, ppm};
use super::season::Season;
use crate::books::Books;
use crate::ledger::Ledger;
use crate::model::{
    ChannelIndex, Dataset, Day, DayRange, FiscalYear, Metric, Money, PartnerIndex, Share,
};
use crate::query::{Entity, Status};

/// The day looked at and its fiscal year.
#[derive(Clone, Copy)]
pub(super) struct Days {
    pub(super) year: FiscalYear,
    pub(super) today: Day,
}

impl Days {
    fn to_date(self) -> DayRange {
        DayRange::new(self.year.from(), self.today.plus(1))
    }
}

/// Where every channel or every partner stands.
pub(super) fn build(
    dataset: &Dataset,
    books: &Books,
    season: &Season,
    days: Days,
    entity: Entity,
) -> Vec<Pace> {
    let metric = dataset.programme.metric;
    let goals = goals(dataset, entity);
    let crossings = first_crossings(books.ledger(entity), metric, &goals, days.to_date());
    // Where sums stand in place of figures by day, those that there are tell no crossing.
    let given = books.given_sums(dataset, metric, days.to_date(), entity);
    let range = books.ledger(entity).range(metric);
    let is_by_day = given.is_none() || range.is_some_and(|range| range.covers(days.to_date()));
    let sums = given.unwrap_or_else(|| sums_in(books.ledger(entity), metric, days.to_date()));
    let rows = sums.into_iter().zip(goals).zip(crossings).enumerate();
    rows.map(|(row, ((sum, goal), crossed))| {
        let (share, mix) = season.share(entity, row);
        let expected = goal.map(|goal| portion(goal, share));
        Pace {
            goal,
            to_date: Money(sum.unwrap_or(0)),
            is_known: sum.is_some(),
            plan_ppm: ppm(share),
            expected,
            pace_bp: expected.and_then(|due| pace_bp(sum?, goal?.0 as f64 * share, due)),
            progress: goal.and_then(|goal| Share::of(sum?, goal.0)),
            reach_bp: None,
            status: status(sum, goal, expected),
            level: mix.level,
            crossed: crossed.filter(|_| is_by_day),
        }
    })
    .collect()
}

/// What has come ÷ what is due, before that is rounded to whole units of money: of a small goal
/// little is due at first. Below one until the `least` sum that is enough has come. `None` where
/// nothing is due.
fn pace_bp(sum: i64, due: f64, least: Money) -> Option<i32> {
    let bp = (sum as f64 / due * 10_000.0 + 0.5).floor() as i32;
    let bp = if sum < least.0 {
        bp.min(9_999)
    } else {
        bp.max(10_000)
    };
    (least.0 > 0).then_some(bp)
}

/// The goal of each row.
pub(crate) fn goals(dataset: &Dataset, entity: Entity) -> Vec<Option<Money>> {
    match entity {
        Entity::Channels => {
            let channels = dataset.channels.indices();
            channels
                .map(|channel| dataset.channel_goal(channel))
                .collect()
        }
        Entity::Partners => {
            let partners = (0..dataset.partners.len() as u32).map(PartnerIndex);
            partners
                .map(|partner| dataset.partner_goal(partner))
                .collect()
        }
    }
}

fn status(sum: Option<i64>, goal: Option<Money>, expected: Option<Money>) -> Status {
    let reaches = |line: Option<Money>| line.is_some_and(|line| sum >= Some(line.0));
    match (goal, sum) {
        (None, _) => Status::NoGoal,
        (_, None) => Status::NoData,
        _ if reaches(goal) => Status::Over,
        _ if reaches(expected) => Status::OnPace,
        _ => Status::Behind,
    }
}

/// Sums over `days`; `None` where there is no figure, which 0 is.
fn sums_in(ledger: &Ledger, metric: Metric, days: DayRange) -> Vec<Option<i64>> {
    let sums = ledger.window_totals(metric, days).into_iter().zip(0..);
    sums.map(|(sum, row)| {
        let is_known = sum != 0 || ledger.has_figure(metric, ChannelIndex(row), days);
        is_known.then_some(sum)
    })
    .collect()
}
