//! What is likely to come: year ends, with how sure they are, and who will cross the line when.
//!
//! The method, its formulas and how well it did are in `docs/accuracy.md`. Floats stay in here;
//! what leaves is whole money, whole channels and basis points.

mod errors;
mod forecast;
mod landing;
mod maths;
mod odds;
mod reading;
mod same_year;
mod scene;
mod spread;

use crate::books::Books;
use crate::model::{Dataset, Day, FiscalYear, Money};
use crate::pace::{Pace, PaceTable, half_up};
use crate::query::Entity;
use errors::Errors;
use forecast::Chain;
use landing::{Crowd, Need};
use reading::Reading;
use scene::{Scene, Term};

/// What a probability rests on, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Last year's errors, with the season and growth of the year before it.
    Tested,
    /// Last year's errors, where no year before it is known: by the season of the other rows in
    /// that same year.
    SameYear,
    /// Last year's figures by day have not been read yet.
    NotRead,
    /// There are no figures by day of last year.
    NoLastYear,
    /// Fewer than ten rows have a whole last year.
    TooFew,
}

/// What is likely to become of one channel or partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Sales of the whole fiscal year; `None` where nothing is known to tell them by.
    pub projected: Option<Money>,
    /// The year's end lies in it with 80 %; `None` without a back-test.
    pub band: Option<Band>,
    /// Probability that the year ends at the goal or above, in basis points; `None` without a goal
    /// and, before the line, without a back-test. 10,000 over the line, where nothing more can be
    /// lost.
    pub reach_bp: Option<u16>,
    /// What [`Self::band`] and [`Self::reach_bp`] rest on.
    pub basis: Basis,
}

/// From the 10th to the 90th percentile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// One in ten years ends below it.
    pub low: Money,
    /// One in ten years ends above it.
    pub high: Money,
}

/// What is likely to become of all channels and all partners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlookTable {
    /// The day on which it is said; nothing later is looked at.
    pub today: Day,
    /// Its fiscal year.
    pub year: FiscalYear,
    /// A row for each channel.
    pub channels: Vec<Outlook>,
    /// A row for each partner.
    pub partners: Vec<Outlook>,
    /// How many channels will be over the line.
    pub channels_landing: Landing,
    /// How many partners will be.
    pub partners_landing: Landing,
}

/// How many rows will be over the line at the end of the fiscal year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing {
    /// The sum of the probabilities; without them the number of rows projected to be over it.
    pub expected: u32,
    /// The 10th and the 90th percentile; `None` without a back-test.
    pub band: Option<(u32, u32)>,
    /// Probability that the target is reached, in basis points; `None` without one or without a
    /// back-test.
    pub target_bp: Option<u16>,
    /// Each day from tomorrow to the year's end; empty without a back-test.
    pub path: Vec<Count>,
}

/// How many rows will be over the line at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The mean.
    pub expected: u32,
    /// The 10th percentile.
    pub low: u32,
    /// The 90th percentile.
    pub high: u32,
}

impl OutlookTable {
    /// The outlook at the end of the day of `paces`, to the end of its fiscal year.
    pub fn build(dataset: &Dataset, books: &Books, paces: &PaceTable) -> Self {
        Self::until(dataset, books, paces, paces.year.range().to().plus(-1))
    }

    /// The outlook to the end of an earlier day of the fiscal year than its last; goals are to be
    /// reached by then.
    pub fn until(dataset: &Dataset, books: &Books, paces: &PaceTable, last: Day) -> Self {
        let scene = Scene {
            dataset,
            books,
            metric: dataset.programme.metric,
        };
        let index = |day: Day| paces.year.day_index(day).map_or(0, |index| index + 1);
        let term = Term {
            year: paces.year,
            done: index(paces.today),
            end: index(last).max(index(paces.today)),
        };
        let chain = Chain::new(scene, paces.year);
        let (channels, channels_landing) = side(&chain, term, paces, Entity::Channels);
        let (partners, partners_landing) = side(&chain, term, paces, Entity::Partners);
        Self {
            today: paces.today,
            year: paces.year,
            channels,
            partners,
            channels_landing,
            partners_landing,
        }
    }

    /// The rows of that kind.
    pub fn rows(&self, entity: Entity) -> &[Outlook] {
        match entity {
            Entity::Channels => &self.channels,
            Entity::Partners => &self.partners,
        }
    }

    /// How many rows of that kind will be over the line.
    pub fn landing(&self, entity: Entity) -> &Landing {
        match entity {
            Entity::Channels => &self.channels_landing,
            Entity::Partners => &self.partners_landing,
        }
    }
}

/// The rows of one kind and where they land together.
fn side(chain: &Chain, term: Term, paces: &PaceTable, entity: Entity) -> (Vec<Outlook>, Landing) {
    let programme = &chain.scene.dataset.programme;
    let target = match entity {
        Entity::Channels => programme.target_channels,
        Entity::Partners => programme.target_partners,
    };
    let paces = paces.rows(entity);
    let sums: Vec<i64> = paces.iter().map(|pace| pace.to_date.minor()).collect();
    let readings = chain.forecast(0, term, entity, Some(&sums));
    let (basis, errors) = errors_of(chain, term, entity);
    let rows = readings.iter().zip(paces);
    let outlooks: Vec<Outlook> = rows
        .map(|(reading, pace)| outlook(reading, pace, basis, errors.as_ref()))
        .collect();
    let landing = match &errors {
        Some(errors) => {
            let rows = readings.iter().zip(paces);
            let needs = rows.filter_map(|(reading, pace)| need(reading, pace, errors));
            let sold = chain.sold_by_day(term);
            Landing::of(Crowd::new(errors, needs), sold.into_iter(), target)
        }
        None => Landing::projected(&outlooks, paces),
    };
    (outlooks, landing)
}

/// What a row with a goal needs, and what is foretold of it.
fn need(reading: &Reading, pace: &Pace, errors: &Errors) -> Option<Need> {
    Some(Need {
        class: errors.class_of(reading.level),
        missing: pace.goal?.minor() as f64 - reading.to_date,
        foretold: foretold(reading),
    })
}

/// What a row will sell from tomorrow on; 0 where nothing is known.
fn foretold(reading: &Reading) -> f64 {
    reading.level.max(0.0) * reading.left.max(0.0)
}

impl Landing {
    /// The landing where nothing is known of errors.
    fn projected(outlooks: &[Outlook], paces: &[Pace]) -> Self {
        let arrives = |(outlook, pace): &(&Outlook, &Pace)| {
            let goal = pace.goal.map_or(i64::MAX, Money::minor);
            outlook.projected.is_some_and(|sum| sum.minor() >= goal)
        };
        Self {
            expected: outlooks.iter().zip(paces).filter(arrives).count() as u32,
            band: None,
            target_bp: None,
            path: Vec::new(),
        }
    }
}

fn errors_of(chain: &Chain, term: Term, entity: Entity) -> (Basis, Option<Errors>) {
    if !chain.has_last_year(entity) {
        return (chain.why_no_last_year(), None);
    }
    let errors = Errors::expected(chain, term, entity);
    let basis = match errors {
        None => Basis::TooFew,
        Some(_) if chain.has_year_before(entity) => Basis::Tested,
        Some(_) => Basis::SameYear,
    };
    (basis, errors)
}

fn outlook(reading: &Reading, pace: &Pace, basis: Basis, errors: Option<&Errors>) -> Outlook {
    let foretold = foretold(reading);
    let known = !reading.level.is_nan();
    let end = |error: f64| money(reading.to_date + foretold * maths::exp(error));
    let band = |errors: &Errors| {
        let odds = &errors.classes()[errors.class_of(reading.level)].whole;
        Band {
            low: end(odds.quantile(0.1)),
            high: end(odds.quantile(0.9)),
        }
    };
    Outlook {
        projected: known.then(|| end(0.0)),
        band: errors.filter(|_| known).map(band),
        reach_bp: pace
            .goal
            .and_then(|goal| reach(reading, foretold, goal, errors)),
        basis,
    }
}

/// Certain over the line and where nothing more is to come; in between it is never said to be.
fn reach(reading: &Reading, foretold: f64, goal: Money, errors: Option<&Errors>) -> Option<u16> {
    let needed = goal.minor() as f64 - reading.to_date;
    if needed <= 0.0 {
        return Some(10_000);
    }
    if reading.left <= 0.0 {
        return Some(0);
    }
    let errors = errors.filter(|_| !reading.level.is_nan())?;
    if foretold <= 0.0 {
        return Some(0);
    }
    let chance = errors.reach(errors.class_of(reading.level), needed, foretold);
    Some((half_up(chance * 10_000.0) as u16).clamp(1, 9_999))
}

fn money(value: f64) -> Money {
    Money(if value < 0.0 {
        -half_up(-value)
    } else {
        half_up(value)
    })
}
