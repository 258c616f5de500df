//! Whether probabilities can be trusted: what would have been given last year, and what came.

use super::errors::Errors;
use super::forecast::Chain;
use super::row::Prospect;
use super::scene::Term;
use super::{Basis, scene_of};
use crate::books::Books;
use crate::model::Dataset;
use crate::pace::PaceTable;
use crate::query::Entity;

/// Probabilities are looked at in classes of 20 %.
pub const CALIBRATION_CLASSES: usize = 5;
const CLASS_BP: usize = 2_000;

/// Last year on the same fiscal day, against this year's goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// Rows that were not over the line, by the probability given: 0–20 %, 20–40 %, … 80–100 %.
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

/// What the rows of that kind would have been given last year at this day; `None` where it cannot
/// be told.
pub fn calibration(
    dataset: &Dataset,
    books: &Books,
    paces: &PaceTable,
    entity: Entity,
) -> Option<Calibration> {
    let chain = Chain::new(scene_of(dataset, books), paces.year);
    if !chain.has_last_year(entity) {
        return None;
    }
    let is_tested = chain.has_year_before(entity);
    let today = paces.year.day_index(paces.today)?;
    let now = Term {
        year: paces.year,
        done: today + 1,
        end: paces.year.len(),
    };
    let (term, readings) = chain.last_year(now, entity);
    // Errors that could be known then: those of the year before, where there is one.
    let errors = Errors::plain(&chain, usize::from(is_tested), now, entity)?;
    let came = chain.scene.outcome(entity, term);
    let mut classes = [CalibrationClass::default(); CALIBRATION_CLASSES];
    for ((reading, came), pace) in readings.iter().zip(came).zip(paces.rows(entity)) {
        let prospect = Prospect::new(reading, 1.0);
        let Some(goal) = pace.goal.filter(|goal| prospect.missing(*goal) > 0.0) else {
            continue;
        };
        if let Some(chance) = prospect.reach(goal, Some(&errors)) {
            let class = &mut classes[(usize::from(chance) / CLASS_BP).min(CALIBRATION_CLASSES - 1)];
            class.rows += 1;
            class.made_it += u32::from(prospect.missing(goal) <= came);
            class.given_bp += u32::from(chance);
        }
    }
    let basis = if is_tested {
        Basis::Tested
    } else {
        Basis::SameYear
    };
    Some(Calibration { classes, basis })
}
