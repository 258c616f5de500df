//! Whether probabilities can be trusted: what would have been given last year, and what came.

use super::errors::Errors;
use super::forecast::Chain;
use super::reading::Reading;
use super::row::Prospect;
use super::scene::Term;
use super::{Basis, scene_of};
use crate::books::Books;
use crate::model::{Dataset, Money};
use crate::pace::{Pace, PaceTable};
use crate::query::Entity;
use crate::steps::{at_once, pause};

/// Probabilities are looked at in classes of 20 %.
pub const CALIBRATION_CLASSES: usize = 5;
const CLASS_BP: usize = 2_000;

/// Last year on the same fiscal day, against this year's goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// Rows that were not over the line and would have been given a probability, by the one
    /// given: 0–20 %, 20–40 %, … 80–100 %.
    pub classes: [CalibrationClass; CALIBRATION_CLASSES],
    /// What the probabilities rest on. Where it is [`Basis::SameYear`] they come from the errors
    /// of that very year and agree with it more than those of a new year will.
    pub basis: Basis,
}

/// Rows that were given about the same probability.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalibrationClass {
    /// How many.
    pub rows: u32,
    /// How many of them made it.
    pub made_it: u32,
    /// The sum of their probabilities, in basis points.
    pub given_bp: u32,
}

/// What the rows of that kind would have been given last year at this day; else why it cannot be
/// told.
pub fn calibration(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
) -> Result<Calibration, Basis> {
    at_once(calibration_in_steps(dataset, books, paces, entity))
}

/// What [`calibration`] gives, in steps.
pub async fn calibration_in_steps(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
) -> Result<Calibration, Basis> {
    let chain = Chain::new(scene_of(dataset, books), paces.year);
    if paces.year.range().last() == Some(paces.today) {
        return Err(Basis::YearOver);
    }
    if !chain.has_last_year(entity) {
        return Err(chain.why_no_last_year(entity));
    }
    let is_tested = chain.has_year_before(entity);
    let now = Term {
        year: paces.year,
        done: paces
            .year
            .day_index(paces.today)
            .map_or(0, |today| today + 1),
        end: paces.year.len(),
    };
    pause().await;
    let (term, readings) = chain.last_year(now, entity);
    pause().await;
    // Errors that could be known then: those of the year before, where there is one.
    let errors = Errors::plain(&chain, usize::from(is_tested), now, entity);
    pause().await;
    let came = chain.scene.outcome(entity, term);
    let classes = classes(
        &readings,
        &came,
        paces.rows(entity),
        &errors.ok_or(Basis::TooFew)?,
    );
    let basis = if is_tested {
        Basis::Tested
    } else {
        Basis::SameYear
    };
    Ok(Calibration { classes, basis })
}

fn classes(
    readings: &[Reading],
    came: &[f64],
    paces: &[Pace],
    errors: &Errors,
) -> [CalibrationClass; CALIBRATION_CLASSES] {
    let mut classes = [CalibrationClass::default(); CALIBRATION_CLASSES];
    for ((reading, came), pace) in readings.iter().zip(came).zip(paces) {
        let prospect = Prospect::new(reading, 1.0);
        let is_open = |goal: &Money| prospect.is_known() && prospect.missing(*goal) > 0.0;
        let Some(goal) = pace.goal.filter(is_open) else {
            continue;
        };
        if let Some(chance) = prospect.reach(goal, Some(errors)) {
            let class = &mut classes[(usize::from(chance) / CLASS_BP).min(CALIBRATION_CLASSES - 1)];
            class.rows += 1;
            class.made_it += u32::from(prospect.missing(goal) <= *came);
            class.given_bp += u32::from(chance);
        }
    }
    classes
}
