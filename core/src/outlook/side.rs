//! All rows of one kind, and where they land together.

use super::errors::Errors;
use super::forecast::Chain;
use super::landing::{Crowd, Need};
use super::reading::Reading;
use super::row::Prospect;
use super::scene::Term;
use super::{Basis, Growth, Landing, Outlook, crossing};
use crate::model::Money;
use crate::pace::{Pace, PaceTable};
use crate::query::Entity;
use crate::steps::pause;

/// Channels or partners.
pub(super) struct Side {
    pub(super) outlooks: Vec<Outlook>,
    pub(super) landing: Landing,
    pub(super) prospects: Vec<Prospect>,
}

impl Side {
    pub(super) async fn new(
        chain: &Chain<'_>,
        term: Term,
        paces: &PaceTable,
        growth: Growth,
        channels: Option<&Self>,
    ) -> Self {
        let entity = if channels.is_some() {
            Entity::Partners
        } else {
            Entity::Channels
        };
        let paces = paces.rows(entity);
        let readings = readings(chain, term, paces, entity);
        pause().await;
        let prospects = match channels {
            None => of_channels(&readings, growth),
            Some(channels) => of_partners(chain, term, &readings, growth, &channels.prospects),
        };
        let days = crossing::days(chain, term, entity, paces, &readings, &prospects).await;
        pause().await;
        let (basis, errors) = errors(chain, term, entity).await;
        pause().await;
        let rows = prospects.iter().zip(paces).zip(days);
        let outlooks: Vec<Outlook> = rows
            .map(|((prospect, pace), day)| prospect.outlook(pace, day, basis, errors.as_ref()))
            .collect();
        pause().await;
        let mut side = Self {
            outlooks,
            landing: Landing::unknown(basis),
            prospects,
        };
        if !is_partly(chain, entity) {
            side.landing = side.landing(chain, term, entity, paces, basis, errors.as_ref());
        }
        side
    }

    /// Where all rows land together.
    fn landing(
        &self,
        chain: &Chain,
        term: Term,
        entity: Entity,
        paces: &[Pace],
        basis: Basis,
        errors: Option<&Errors>,
    ) -> Landing {
        let target = target(chain, entity);
        let landing = match errors {
            Some(errors) => {
                let crowd = crowd(errors, &self.prospects, paces);
                Landing::of(crowd, chain.sold_by_day(term).into_iter(), target, basis)
            }
            None => projected(&self.outlooks, paces, basis),
        };
        Landing {
            needed_per_week_tenths: target.and_then(|target| needed(target, paces, term)),
            ..landing
        }
    }
}

fn readings(chain: &Chain, term: Term, paces: &[Pace], entity: Entity) -> Vec<Reading> {
    let sums: Vec<i64> = paces.iter().map(|pace| pace.to_date.minor()).collect();
    let mut readings = chain.forecast(0, term, entity, Some(&sums));
    let unsettled = chain.scene.unsettled(entity, term);
    for (reading, unsettled) in readings.iter_mut().zip(unsettled) {
        reading.unsettled = unsettled.max(0) as f64;
    }
    readings
}

fn of_channels(readings: &[Reading], growth: Growth) -> Vec<Prospect> {
    let rows = readings.iter().enumerate();
    rows.map(|(row, reading)| Prospect::new(reading, growth.factor(Some(row as u32))))
        .collect()
}

/// A single channel's growth reaches its partner as money. Where channels of a partner have no whole
/// last year its sums of both years are not alike: it is what its channels are together.
fn of_partners(
    chain: &Chain,
    term: Term,
    readings: &[Reading],
    growth: Growth,
    channels: &[Prospect],
) -> Vec<Prospect> {
    let factor = growth.factor(None);
    let mut prospects: Vec<Prospect> = readings
        .iter()
        .map(|reading| Prospect::new(reading, factor))
        .collect();
    let partner_of = &chain.scene.dataset.channels.partner;
    if let Some(channel) = growth.only
        && let Some(partner) = partner_of.get(channel as usize).copied().flatten()
    {
        let prospect = &mut prospects[partner.at()];
        *prospect = prospect.and(chain.gained_by_one(term, growth));
    }
    for (partner, prospect) in (0..).zip(&mut prospects) {
        if !chain.is_settled(partner) {
            let members = chain.scene.books.directory.members(partner);
            let known = members.iter().map(|channel| &channels[*channel as usize]);
            let sum = Prospect::sum(known.filter(|channel| channel.is_known()));
            *prospect = sum.map_or(*prospect, |sum| sum.with_to_date(prospect));
        }
    }
    prospects
}

async fn errors(chain: &Chain<'_>, term: Term, entity: Entity) -> (Basis, Option<Errors>) {
    if term.foretold().is_empty() {
        return (Basis::YearOver, None);
    }
    if !chain.has_last_year(entity) {
        return (chain.why_no_last_year(entity), None);
    }
    let errors = Errors::expected(chain, term, entity).await;
    let basis = match errors {
        None => Basis::TooFew,
        Some(_) if chain.has_year_before(entity) => Basis::Tested,
        Some(_) => Basis::SameYear,
    };
    (basis, errors)
}

/// Whether the document lacks rows of that kind, so that nothing can be said of all.
fn is_partly(chain: &Chain, entity: Entity) -> bool {
    entity == Entity::Channels && chain.scene.dataset.scope.is_some()
}

fn target(chain: &Chain, entity: Entity) -> Option<u32> {
    let programme = &chain.scene.dataset.programme;
    match entity {
        Entity::Channels => programme.target_channels,
        Entity::Partners => programme.target_partners,
    }
}

/// Tenths of a crossing a week from today's count to the target, rounded up.
fn needed(target: u32, paces: &[Pace], term: Term) -> Option<u32> {
    let is_over = |pace: &&Pace| pace.goal.is_some_and(|goal| pace.to_date >= goal);
    let over = paces.iter().filter(is_over).count() as u64;
    let tenths_of_weeks = u64::from(target).saturating_sub(over) * 70;
    let days = term.foretold().len() as u64;
    (days > 0).then(|| u32::try_from(tenths_of_weeks.div_ceil(days)).unwrap_or(u32::MAX))
}

fn crowd<'a>(errors: &'a Errors, prospects: &[Prospect], paces: &[Pace]) -> Crowd<'a> {
    let needs = prospects.iter().zip(paces).filter_map(|(prospect, pace)| {
        Some(Need {
            class: prospect.class_among_all(errors),
            missing: prospect.missing(pace.goal?),
            unsettled: prospect.unsettled(),
            foretold: prospect.foretold,
        })
    });
    Crowd::new(errors, needs)
}

/// The landing where nothing is known of errors.
fn projected(outlooks: &[Outlook], paces: &[Pace], basis: Basis) -> Landing {
    let arrives = |(outlook, pace): &(&Outlook, &Pace)| {
        let goal = pace.goal.map_or(i64::MAX, Money::minor);
        outlook.projected.is_some_and(|sum| sum.minor() >= goal)
    };
    Landing {
        expected: outlooks.iter().zip(paces).filter(arrives).count() as u32,
        ..Landing::unknown(basis)
    }
}
