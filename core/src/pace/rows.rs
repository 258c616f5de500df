//! From sums, goals and the season to where each row stands.

use super::Pace;
use super::crossing::first_crossings;
use super::round::{portion, ppm};
use super::season::Season;
use crate::books::Books;
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
    let sums = sums_to_date(dataset, books, days, entity);
    let ledger = books.ledger(entity);
    let totals = dataset.totals.as_ref();
    let are_given = totals.is_some_and(|totals| !totals.to_date.is_empty());
    // 0 is a figure, a gap is none.
    let is_known = |row: usize, sum: i64| {
        let row = ChannelIndex(row as u32);
        sum != 0 || are_given || ledger.has_figure(metric, row, days.to_date())
    };
    let rows = sums.into_iter().zip(goals).zip(crossings).enumerate();
    rows.map(|(row, ((to_date, goal), crossed))| {
        let (share, mix) = season.share(entity, row);
        let expected = goal.map(|goal| portion(goal, share));
        let known = is_known(row, to_date);
        let of = |whole: Option<Money>| {
            let whole = whole.filter(|_| known);
            whole.and_then(|whole| Share::of(to_date, whole.0))
        };
        Pace {
            goal,
            to_date: Money(to_date),
            plan_ppm: ppm(share),
            expected,
            pace_bp: of(expected).map(Share::basis_points),
            progress: of(goal),
            reach_bp: None,
            status: status(to_date, goal, expected),
            level: mix.level,
            crossed,
        }
    })
    .collect()
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

fn status(to_date: i64, goal: Option<Money>, expected: Option<Money>) -> Status {
    let reaches = |sum: Option<Money>| sum.map(|sum| to_date >= sum.0);
    match (reaches(goal), reaches(expected)) {
        (None, _) => Status::NoGoal,
        (Some(true), _) => Status::Over,
        (_, Some(true)) => Status::OnPace,
        _ => Status::Behind,
    }
}

/// Sums from the start of the fiscal year to the end of today.
fn sums_to_date(dataset: &Dataset, books: &Books, days: Days, entity: Entity) -> Vec<i64> {
    let metric = dataset.programme.metric;
    let Some(channels) = given_sums(dataset, books, days, metric) else {
        return books.ledger(entity).window_totals(metric, days.to_date());
    };
    if entity == Entity::Channels {
        return channels;
    }
    let mut partners = vec![0_i64; dataset.partners.len()];
    for (sum, partner) in channels.into_iter().zip(&dataset.channels.partner) {
        if let Some(partner) = partner {
            partners[partner.at()] = partners[partner.at()].saturating_add(sum);
        }
    }
    partners
}

/// The channels' sums with those that the document gives in place of series that have not been
/// read yet; `None` where it gives none for today, or none is needed.
fn given_sums(dataset: &Dataset, books: &Books, days: Days, metric: Metric) -> Option<Vec<i64>> {
    let given = &dataset.totals.as_ref()?.to_date;
    let to_date = days.to_date();
    let ledger = &books.channels;
    let in_ledger = ledger
        .range(metric)
        .is_some_and(|range| range.covers(to_date));
    if days.today != dataset.as_of.day || given.is_empty() {
        return None;
    }
    let mut sums = ledger.window_totals(metric, to_date);
    for ((row, sum), given) in sums.iter_mut().enumerate().zip(given) {
        let is_read = in_ledger && ledger.has_figure(metric, ChannelIndex(row as u32), to_date);
        *sum = given.filter(|_| !is_read).unwrap_or(*sum);
    }
    Some(sums)
}
