//! Pace: where a channel or partner should be today, given the season and its festivals, and what
//! it takes from here.

mod ahead;
mod align;
mod base;
mod crossing;
mod curve;
mod mix;
mod rates;
mod round;
mod rows;
mod season;

pub(crate) use ahead::Ahead;
pub(crate) use base::Base;
pub(crate) use crossing::{count_by_day, over_by_day};
pub(crate) use curve::{Curve, carry, programme_course};
pub(crate) use mix::category_weight;
pub(crate) use rates::Rates;
pub(crate) use round::{half_up, portion, ppm};
pub(crate) use rows::goals;
pub(crate) use season::Season;

use crate::books::Books;
use crate::model::{Dataset, Day, DayRange, FiscalYear, Money, Share};
use crate::query::{Entity, Plan, Status};

/// Where the season of a plan was learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CurveLevel {
    /// 0.4 × its own last year + 0.6 × its category's, which is drawn towards the programme's.
    Own,
    /// 0.4 × its own last year + 0.6 × the programme's, where there is no category.
    OwnAndProgramme,
    /// Its category's last year, drawn towards the programme's where the category is small; of
    /// the figures, or of the document's own table while last year has not been read.
    Category,
    /// The whole programme's last year, likewise.
    Programme,
    /// No earlier year is known: every day the same.
    Linear,
}

/// Where one channel or partner stands on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// What it is to reach in the fiscal year; `None` where there is no goal.
    pub goal: Option<Money>,
    /// Sum from the start of the fiscal year to the end of the day.
    pub to_date: Money,
    /// Whether there is any figure in that sum; 0 is one.
    pub is_known: bool,
    /// Share of the year's sales that the plan places before the end of the day, in parts per
    /// million.
    pub plan_ppm: u32,
    /// Goal × that share, a part of a minor unit counted in whole: with this sum it is on pace.
    pub expected: Option<Money>,
    /// To date ÷ goal × that share, in basis points; 10,000 and more only from the sum expected on,
    /// and kept within 32 bits. `None` without a goal, where nothing is expected yet and where the
    /// year so far has no figure at all.
    pub pace_bp: Option<i32>,
    /// To date ÷ goal; `None` without a goal or any figure.
    pub progress: Option<Share>,
    /// Probability of the goal by the year's end, in basis points; `None` until the outlook has
    /// been worked out (`OutlookTable::inform`) and where it gives none.
    pub reach_bp: Option<u16>,
    /// The standing that follows.
    pub status: Status,
    /// Where the season was learnt.
    pub level: CurveLevel,
    /// The first day of the fiscal year on which the running sum reached the goal; it stays where
    /// refunds take the sum back below it.
    pub crossed: Option<Day>,
}

impl Pace {
    /// Goal − to date, negative over the line; `None` without a goal or any figure.
    pub fn missing(&self) -> Option<Money> {
        let goal = self.goal.filter(|_| self.is_known)?;
        Some(Money(goal.minor().saturating_sub(self.to_date.minor())))
    }

    /// Whether it is over the line by a sum that the document gives, so that the day is not known.
    pub fn is_over_by_sum(&self) -> bool {
        self.status == Status::Over && self.crossed.is_none()
    }
}

/// Pace of all channels and all partners on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaceTable {
    /// The day.
    pub today: Day,
    /// Its fiscal year.
    pub year: FiscalYear,
    /// The plan used.
    pub plan: Plan,
    /// A row for each channel.
    pub channels: Vec<Pace>,
    /// A row for each partner.
    pub partners: Vec<Pace>,
}

/// The plan of one row over the whole year, for charts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCourse {
    /// Where the season was learnt.
    pub level: CurveLevel,
    /// Share of the year that the plan places before the end of each fiscal day, in parts per
    /// million; never falls, and the last is a million.
    pub cumulative_ppm: Vec<u32>,
}

impl PaceTable {
    /// Where everyone stands at the end of `today`, by the programme's metric. Figures after
    /// `today` are not looked at.
    pub fn build(dataset: &Dataset, books: &Books, today: Day, plan: Plan) -> Self {
        let year = dataset.calendar.year_of(today);
        let season = match plan {
            Plan::Linear => Season::linear(year, today),
            Plan::Seasonal => Season::learnt(&Base::new(dataset, books, year), year, today),
        };
        let days = rows::Days { year, today };
        Self {
            today,
            year,
            plan,
            channels: rows::build(dataset, books, &season, days, Entity::Channels),
            partners: rows::build(dataset, books, &season, days, Entity::Partners),
        }
    }

    /// The rows of that kind.
    pub fn rows(&self, entity: Entity) -> &[Pace] {
        match entity {
            Entity::Channels => &self.channels,
            Entity::Partners => &self.partners,
        }
    }

    /// Ranks among all channels by year to date, where the document holds only some of them and ranks
    /// every one of those.
    pub fn given_ranks<'a>(
        &self,
        dataset: &'a Dataset,
        entity: Entity,
    ) -> Option<&'a [Option<u32>]> {
        let days = DayRange::new(self.year.from(), self.today.plus(1));
        let given = dataset.given_ranks(dataset.programme.metric, days)?;
        (entity == Entity::Channels && given.iter().all(Option::is_some)).then_some(given)
    }
}

/// The plan that `paces` measures a row by: `S(d)` for every fiscal day of the year. The page does
/// not ask for it; tests of plans do.
pub fn plan_course(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
    index: u32,
) -> PlanCourse {
    let base = Base::new(dataset, books, paces.year);
    let curve = Curve::of(&base, paces.plan, entity, index as usize);
    PlanCourse {
        level: curve.level,
        cumulative_ppm: curve.shares.into_iter().map(round::ppm).collect(),
    }
}

/// The curve of one level alone for a channel, as it would have been without the others: to compare
/// levels by, which the measurement of accuracy does. `None` where the level is not known for it.
pub fn pure_course(
    dataset: &Dataset,
    books: &Books,
    year: FiscalYear,
    level: CurveLevel,
    channel: u32,
) -> Option<PlanCourse> {
    let base = Base::new(dataset, books, year);
    let shares = Curve::pure(&base, level, channel as usize)?;
    Some(PlanCourse {
        level,
        cumulative_ppm: shares.into_iter().map(round::ppm).collect(),
    })
}
