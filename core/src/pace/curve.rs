//! The whole seasonal curve of one row, day by day.

use super::CurveLevel;
use super::base::{Base, Shared, table_weights};
use super::mix::Mix;
use crate::model::{ChannelIndex, Curves, DayRange};
use crate::query::{Entity, Plan};
use paceboard_figures::weight_of;

/// The plan of one row: `S(d)`, the share of the year by the end of fiscal day `d`.
pub(crate) struct Curve {
    /// Where it was learnt.
    pub(crate) level: CurveLevel,
    /// For each fiscal day of the year; never falls, and the last is 1.
    pub(crate) shares: Vec<f64>,
}

impl Curve {
    /// The curve that [`super::PaceTable`] measures the row by.
    pub(crate) fn of(base: &Base, plan: Plan, entity: Entity, row: usize) -> Self {
        let linear = linear(base.days());
        if plan == Plan::Linear {
            return Self {
                level: CurveLevel::Linear,
                shares: linear,
            };
        }
        let own = own_weights(base, entity, row).and_then(|weights| carry(base, &weights));
        let category = base.category_of_row(entity, row);
        let shared = shared_weights(base, category);
        let programme = carry(base, &shared.programme);
        let behind = category.map_or(0, |category| base.channels_behind()[category]);
        let of_category = carry(base, &shared.category);
        let mix = Mix::of(
            own.is_some(),
            of_category.as_ref().map(|_| behind),
            programme.is_some(),
        );
        let programme = programme.unwrap_or(linear);
        let or_programme = |shares: Option<Vec<f64>>| shares.unwrap_or_else(|| programme.clone());
        let (own, category) = (or_programme(own), or_programme(of_category));
        let days = own.iter().zip(&category).zip(&programme);
        Self {
            level: mix.level,
            shares: days
                .map(|((own, category), all)| mix.blend(*own, *category, *all))
                .collect(),
        }
    }

    /// The curve of one level alone; `None` where it is not known.
    pub(crate) fn pure(base: &Base, level: CurveLevel, row: usize) -> Option<Vec<f64>> {
        let category = base.category_of(row);
        match level {
            CurveLevel::Own | CurveLevel::OwnAndProgramme => {
                carry(base, &own_weights(base, Entity::Channels, row)?)
            }
            CurveLevel::Category => carry(base, &shared_weights(base, category).category),
            CurveLevel::Programme => carry(base, &shared_weights(base, None).programme),
            CurveLevel::Linear => Some(linear(base.days())),
        }
    }

    /// The share of the year that falls on a fiscal day.
    pub(crate) fn on_day(&self, day: usize) -> f64 {
        let before = day.checked_sub(1).map_or(0.0, |before| self.shares[before]);
        self.shares[day] - before
    }
}

/// Weights of last year's days, for the programme and one category.
struct SharedWeights {
    programme: Vec<f64>,
    category: Vec<f64>,
}

fn linear(days: usize) -> Vec<f64> {
    (1..=days).map(|done| done as f64 / days as f64).collect()
}

/// Cumulative shares of this year from weights of last year's days; `None` where they are all 0.
pub(crate) fn carry(base: &Base, weights: &[f64]) -> Option<Vec<f64>> {
    let mut shares = base.alignment.weights(weights);
    let mut sum = 0.0;
    for share in &mut shares {
        sum += *share;
        *share = sum;
    }
    for share in &mut shares {
        *share /= sum;
    }
    (sum > 0.0).then_some(shares)
}

/// The programme's curve by fiscal day; linear where no earlier year is known.
pub(crate) fn programme_course(base: &Base) -> Vec<f64> {
    let shared = shared_weights(base, None);
    carry(base, &shared.programme).unwrap_or_else(|| linear(base.days()))
}

fn own_weights(base: &Base, entity: Entity, row: usize) -> Option<Vec<f64>> {
    let complete = *base.complete(entity).get(row)?;
    let ledger = base.books.ledger(entity);
    let daily = ledger.daily(base.metric, ChannelIndex(row as u32), base.year.range());
    complete.then(|| daily.map(|figure| weight(figure.unwrap_or(0))).collect())
}

fn shared_weights(base: &Base, category: Option<usize>) -> SharedWeights {
    match base.shared {
        Shared::Ledger => ledger_weights(base, category),
        Shared::Table(curves) => document_weights(base, curves, category),
        Shared::Nothing => SharedWeights::of_days(base.year.len()),
    }
}

fn document_weights(base: &Base, curves: &Curves, category: Option<usize>) -> SharedWeights {
    let row = category.and_then(|category| curves.categories.get(category));
    let days = base.year.range();
    SharedWeights {
        programme: table_weights(curves, &curves.programme, days),
        category: row.map_or_else(
            || vec![0.0; days.len()],
            |row| table_weights(curves, row, days),
        ),
    }
}

fn ledger_weights(base: &Base, category: Option<usize>) -> SharedWeights {
    let complete = base.complete(Entity::Channels);
    // Masks of all bits or none, so that the loop over all channels and days does not branch.
    let mask = |counted: bool| -i64::from(counted);
    let of_programme: Vec<i64> = complete.iter().map(|complete| mask(*complete)).collect();
    // Without a category there is nothing to add up.
    let of_category: Vec<i64> = category.map_or_else(Vec::new, |category| {
        let channels = complete.iter().enumerate();
        let is_member = |(channel, complete): (usize, &bool)| {
            mask(*complete && base.category_of(channel) == Some(category))
        };
        channels.map(is_member).collect()
    });
    let mut weights = SharedWeights::of_days(base.year.len());
    for (index, day) in base.year.range().days().enumerate() {
        let totals = base
            .books
            .channels
            .window_totals(base.metric, DayRange::starting(day, 1));
        weights.programme[index] = weight_of(&totals, &of_programme) as f64;
        weights.category[index] = weight_of(&totals, &of_category) as f64;
    }
    weights
}

/// Sales as a weight: a day on which more came back than was sold weighs nothing, neither for the
/// row itself nor for its category and programme.
fn weight(sales: i64) -> f64 {
    sales.max(0) as f64
}

impl SharedWeights {
    fn of_days(days: usize) -> Self {
        Self {
            programme: vec![0.0; days],
            category: vec![0.0; days],
        }
    }
}
