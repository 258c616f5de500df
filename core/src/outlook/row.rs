//! One row: what is foretold of it, and how sure that is.

use super::errors::Errors;
use super::reading::Reading;
use super::{Band, Basis, Outlook};
use crate::model::{Day, Money};
use crate::pace::{Pace, half_up};

/// What is known and foretold of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Prospect {
    /// Sales so far.
    pub(super) to_date: f64,
    /// Sales still to come; 0 where nothing is known.
    pub(super) foretold: f64,
    /// Yearly rate, by which errors are looked up.
    level: f64,
    /// Whether days are left.
    is_open: bool,
}

impl Prospect {
    /// By the reading; what is to come grows by that factor.
    pub(super) fn new(reading: &Reading, factor: f64) -> Self {
        Self {
            to_date: reading.to_date,
            foretold: reading.level.max(0.0) * reading.left.max(0.0) * factor,
            level: reading.level,
            is_open: reading.left > 0.0,
        }
    }

    fn is_known(&self) -> bool {
        !self.level.is_nan()
    }

    /// The size class of its errors.
    pub(super) fn class(&self, errors: &Errors) -> usize {
        errors.class_of(self.level)
    }

    /// The year's end where so many times what is foretold comes.
    fn end(&self, times: f64) -> Money {
        money(self.to_date + self.foretold * times)
    }

    pub(super) fn projected(&self) -> Option<Money> {
        self.is_known().then(|| self.end(1.0))
    }

    /// What is missing to that goal.
    pub(super) fn missing(&self, goal: Money) -> f64 {
        goal.minor() as f64 - self.to_date
    }

    /// All that is said of the row; `crossing` is known already.
    pub(super) fn outlook(
        &self,
        pace: &Pace,
        crossing: Option<Day>,
        basis: Basis,
        errors: Option<&Errors>,
    ) -> Outlook {
        let band = |errors: &Errors| {
            let (low, high) = errors.classes()[self.class(errors)].eighty;
            Band {
                low: self.end(low),
                high: self.end(high),
            }
        };
        Outlook {
            projected: self.projected(),
            band: errors.filter(|_| self.is_known()).map(band),
            reach_bp: pace.goal.and_then(|goal| self.reach(goal, errors)),
            crossing,
            basis,
        }
    }

    /// Certain over the line and where nothing more is to come; in between it is never said to
    /// be.
    pub(super) fn reach(&self, goal: Money, errors: Option<&Errors>) -> Option<u16> {
        let missing = self.missing(goal);
        if missing <= 0.0 {
            return Some(10_000);
        }
        if !self.is_open {
            return Some(0);
        }
        let errors = errors.filter(|_| self.is_known())?;
        if self.foretold <= 0.0 {
            return Some(0);
        }
        let chance = errors.reach(self.class(errors), missing, self.foretold);
        Some((half_up(chance * 10_000.0) as u16).clamp(1, 9_999))
    }
}

fn money(value: f64) -> Money {
    Money(if value < 0.0 {
        -half_up(-value)
    } else {
        half_up(value)
    })
}
