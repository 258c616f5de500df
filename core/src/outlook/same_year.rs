//! Readings of a year that has no year before it: each channel by the season of the *others* in
//! that very year. It is what a back-test has to go by when only one earlier year is known.

use super::reading::{Portion, Reading, recent_days};
use super::scene::{Scene, Term};
use crate::model::PartnerIndex;
use crate::pace::{Base, category_weight};
use crate::query::Entity;
use std::ops::Range;

/// Sums of the others over a span of days.
struct Others {
    programme: f64,
    /// By category, and for rows without one.
    categories: Vec<f64>,
    /// What of it is the row's own.
    own: Vec<f64>,
}

/// Every row in the year that `base` learns from, by its sales from fiscal day `from` on; rows
/// without a whole year are not numbers.
pub(super) fn readings(
    scene: &Scene,
    base: &Base,
    term: Term,
    entity: Entity,
    from: usize,
) -> Vec<Reading> {
    let sums = |spans: &[Range<usize>]| Others::new(scene, base, term, entity, spans);
    let done = from..term.done;
    let mut recent_days = recent_days(scene, term);
    recent_days.retain(|span| span.end > from);
    if let Some(first) = recent_days.first_mut() {
        first.start = first.start.max(from);
    }
    let spans = [
        sums(std::slice::from_ref(&done)),
        sums(&recent_days),
        sums(&[term.foretold()]),
    ];
    let all_days = 0..term.year.len();
    let year = sums(std::slice::from_ref(&all_days));
    let sales = [
        scene.sums(entity, term, &[done]),
        scene.sums(entity, term, &recent_days),
    ];
    let behind = base.channels_behind();
    let reading = |(row, complete): (usize, &bool)| {
        let category = base.category_of_row(entity, row);
        let weight = category.map_or(0.0, |at| category_weight(behind[at].saturating_sub(1)));
        let share = |span: usize| spans[span].share(&year, row, category, weight);
        let portion = |span: usize| Portion {
            sales: sales[span][row],
            share: share(span),
        };
        if *complete {
            Reading::new(portion(0), portion(1), share(2))
        } else {
            Reading::new(Portion::default(), Portion::default(), 0.0)
        }
    };
    base.complete(entity)
        .iter()
        .enumerate()
        .map(reading)
        .collect()
}

impl Others {
    fn new(scene: &Scene, base: &Base, term: Term, entity: Entity, spans: &[Range<usize>]) -> Self {
        let mut channels = scene.sums(Entity::Channels, term, spans);
        let mut sums = Self {
            programme: 0.0,
            categories: vec![0.0; scene.dataset.categories.len()],
            own: Vec::new(),
        };
        for (channel, complete) in base.complete(Entity::Channels).iter().enumerate() {
            if !complete {
                channels[channel] = 0.0;
            }
            sums.programme += channels[channel];
            if let Some(category) = base.category_of(channel) {
                sums.categories[category] += channels[channel];
            }
        }
        sums.own = match entity {
            Entity::Channels => channels,
            Entity::Partners => by_partner(scene, &channels),
        };
        sums
    }

    /// The share of the year's sales that the others made on these days; the category's counts
    /// with that weight.
    fn share(&self, year: &Self, row: usize, category: Option<usize>, weight: f64) -> f64 {
        let of = |part: f64, whole: f64| (part - self.own[row]) / (whole - year.own[row]);
        let programme = of(self.programme, year.programme);
        let category = category.map(|at| of(self.categories[at], year.categories[at]));
        match category {
            Some(share) if weight > 0.0 && share.is_finite() => {
                programme + weight * (share - programme)
            }
            _ => programme,
        }
    }
}

fn by_partner(scene: &Scene, channels: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; scene.dataset.partners.len()];
    let partners = &scene.dataset.channels.partner;
    for (sales, PartnerIndex(partner)) in channels
        .iter()
        .zip(partners)
        .filter_map(|(sales, of)| Some((sales, (*of)?)))
    {
        sums[partner as usize] += sales;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::Others;

    fn sums(programme: f64, category: f64, own: f64) -> Others {
        Others {
            programme,
            categories: vec![category],
            own: vec![own],
        }
    }

    #[test]
    fn a_row_is_no_part_of_its_own_season() {
        // Of 80 a year the others sold 20, those of its category 20 of 40.
        let (part, year) = (sums(30.0, 30.0, 10.0), sums(100.0, 60.0, 20.0));
        let check = |category: Option<usize>, weight: f64, share: f64| {
            assert!((part.share(&year, 0, category, weight) - share).abs() < 1e-12);
        };
        check(None, 0.0, 0.25);
        check(Some(0), 0.5, 0.375);
        check(Some(0), 0.0, 0.25);
        // Alone in its category it has the programme's season.
        let (part, year) = (sums(30.0, 10.0, 10.0), sums(100.0, 20.0, 20.0));
        assert!((part.share(&year, 0, Some(0), 0.5) - 0.25).abs() < 1e-12);
    }
}
