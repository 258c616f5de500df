//! What is likely to come: year ends, with how sure they are, and who will cross the line when.
//!
//! The method, its formulas and how well it did are in `docs/accuracy.md`. Floats stay in here;
//! what leaves is whole money, whole channels and basis points.

mod assumptions;
mod calibration;
mod crossing;
mod errors;
mod forecast;
mod landing;
mod maths;
mod odds;
mod reading;
mod row;
mod same_year;
mod scene;
mod shrink;
mod side;
mod spread;

pub use assumptions::{Assumptions, Goal, Growth};
pub use calibration::{
    CALIBRATION_CLASSES, Calibration, CalibrationClass, calibration, calibration_in_steps,
};
pub(crate) use maths::ln;

use crate::books::Books;
use crate::model::{Dataset, Day, FiscalYear, Money};
use crate::pace::{Pace, PaceTable};
use crate::query::{Entity, Status};
use crate::steps::{at_once, pause};
use forecast::Chain;
use scene::{Scene, Term};
use side::Side;

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
    /// The row has no whole last year, and figures of fewer than 14 days of this one.
    TooNew,
    /// No day is left to be foretold.
    YearOver,
}

/// From this probability on a row behind the plan is at risk, not behind, in basis points.
const AT_RISK_BP: u16 = 2_000;

/// What is likely to become of one channel or partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Sales of the whole fiscal year; `None` where nothing is known to tell them by.
    pub projected: Option<Money>,
    /// The year's end lies in it with 80 %; `None` without a back-test.
    pub band: Option<Band>,
    /// Probability that the year ends at the goal or above, in basis points; `None` without a goal
    /// and, before the line, without a back-test. 10,000 over the line, where no more than is
    /// over it can still be refunded.
    pub reach_bp: Option<u16>,
    /// The day on which the goal was reached, or on which the projected running sum first reaches
    /// it; `None` where that is not this year.
    pub crossing: Option<Day>,
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
    /// Sales of the whole programme in the fiscal year, projected directly and not as a sum of the
    /// channels'; `None` where nothing is known to tell them by, and where the document holds only
    /// some of the channels.
    pub total: Option<Money>,
    /// How many channels will be over the line.
    pub channels_landing: Landing,
    /// How many partners will be.
    pub partners_landing: Landing,
}

/// How many rows will be over the line at the end of the fiscal year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing {
    /// The sum of the probabilities; without them the number of rows projected to be over it; 0
    /// where the document holds only some of the channels.
    pub expected: u32,
    /// The 10th and the 90th percentile; `None` without a back-test.
    pub band: Option<(u32, u32)>,
    /// Probability that the target is reached, in basis points; `None` without one or without a
    /// back-test.
    pub target_bp: Option<u16>,
    /// Crossings a week that take the count of today to the target by the year's end, in tenths,
    /// rounded up; `None` without a target and on the last day.
    pub needed_per_week_tenths: Option<u32>,
    /// Each day from tomorrow to the year's end; empty without a back-test.
    pub path: Vec<Count>,
    /// What [`Self::band`] and [`Self::target_bp`] rest on, or why there are none.
    pub basis: Basis,
}

impl Landing {
    /// Nothing can be said.
    fn unknown(basis: Basis) -> Self {
        Self {
            expected: 0,
            band: None,
            target_bp: None,
            needed_per_week_tenths: None,
            path: Vec::new(),
            basis,
        }
    }
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
        Self::assuming(dataset, books, paces, Growth::default())
    }

    /// The same if sales grew otherwise from tomorrow on. For other goals, build `paces` and the
    /// outlook from the document of [`Assumptions::applied`].
    pub fn assuming(dataset: &Dataset, books: &Books, paces: &PaceTable, growth: Growth) -> Self {
        at_once(Self::in_steps(dataset, books, paces, growth))
    }

    /// What [`Self::assuming`] gives, in steps of some ten milliseconds for a hundred thousand
    /// channels.
    pub async fn in_steps(
        dataset: &Dataset,
        books: &Books,
        paces: &PaceTable,
        growth: Growth,
    ) -> Self {
        let last = paces.year.range().to().plus(-1);
        Self::to(dataset, books, paces, last, growth).await
    }

    /// The outlook to the end of an earlier day of the fiscal year than its last; goals are to be
    /// reached by then.
    pub fn until(dataset: &Dataset, books: &Books, paces: &PaceTable, last: Day) -> Self {
        at_once(Self::to(dataset, books, paces, last, Growth::default()))
    }

    async fn to(
        dataset: &Dataset,
        books: &Books,
        paces: &PaceTable,
        last: Day,
        growth: Growth,
    ) -> Self {
        let index = |day: Day| paces.year.day_index(day).map_or(0, |index| index + 1);
        let term = Term {
            year: paces.year,
            done: index(paces.today),
            end: index(last).max(index(paces.today)),
        };
        let chain = Chain::new(scene_of(dataset, books), paces.year);
        pause().await;
        let channels = Side::new(&chain, term, paces, growth, None).await;
        let partners = Side::new(&chain, term, paces, growth, Some(&channels)).await;
        let is_known = |row: &Outlook| row.projected.is_some();
        let is_whole = dataset.scope.is_none() && channels.outlooks.iter().any(is_known);
        Self {
            today: paces.today,
            year: paces.year,
            total: is_whole
                .then(|| chain.total(term, paces, growth, &channels.prospects))
                .flatten(),
            channels: channels.outlooks,
            partners: partners.outlooks,
            channels_landing: channels.landing,
            partners_landing: partners.landing,
        }
    }

    /// Gives each row of `paces` its probability, and tells those who are behind the plan but still
    /// likely enough to arrive from the others.
    pub fn inform(&self, paces: &mut PaceTable) {
        inform(&mut paces.channels, &self.channels);
        inform(&mut paces.partners, &self.partners);
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

/// Whether outlook, queues and calibration are the same from either document, though figures of
/// another metric have come to one of them. The same tables lie only in documents that were made of
/// one another, by one part more or by assumptions, and those change goals and targets at most.
pub fn reads_same(one: (&Dataset, &Books), other: (&Dataset, &Books)) -> bool {
    let ((dataset, books), (others, other_books)) = (one, other);
    dataset.programme == others.programme
        && dataset.channels.goal == others.channels.goal
        && dataset.partners == others.partners
        && books
            .channels
            .shares(&other_books.channels, dataset.programme.metric)
}

fn scene_of<'a>(dataset: &'a Dataset, books: &'a Books) -> Scene<'a> {
    Scene {
        dataset,
        books,
        metric: dataset.programme.metric,
    }
}

fn inform(paces: &mut [Pace], outlooks: &[Outlook]) {
    let likely = |outlook: &Outlook| outlook.reach_bp.is_some_and(|bp| bp >= AT_RISK_BP);
    for (pace, outlook) in paces.iter_mut().zip(outlooks) {
        pace.reach_bp = outlook.reach_bp;
        if pace.status == Status::Behind && likely(outlook) {
            pace.status = Status::AtRisk;
        }
    }
}
