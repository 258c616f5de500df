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
    /// What of the sales so far may still be refunded.
    unsettled: f64,
    /// Days with a figure, where there is nothing else to go by.
    only_days: Option<usize>,
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
            unsettled: reading.unsettled,
            only_days: reading.only_days,
            is_open: reading.left > 0.0,
        }
    }

    /// Several rows as one; `None` without any. It has nothing but a few days to go by where
    /// none of them has more.
    pub(super) fn sum<'a>(rows: impl Iterator<Item = &'a Self>) -> Option<Self> {
        rows.copied().reduce(|sum, row| Self {
            to_date: sum.to_date + row.to_date,
            foretold: sum.foretold + row.foretold,
            level: sum.level + row.level,
            unsettled: sum.unsettled + row.unsettled,
            only_days: sum
                .only_days
                .zip(row.only_days)
                .map(|(one, other)| one.max(other)),
            is_open: sum.is_open || row.is_open,
        })
    }

    /// The same with so much more to come, or less.
    pub(super) fn and(self, more: f64) -> Self {
        Self {
            foretold: (self.foretold + more).max(0.0),
            ..self
        }
    }

    /// The same with what another has sold so far.
    pub(super) fn with_to_date(self, other: &Self) -> Self {
        Self {
            to_date: other.to_date,
            ..self
        }
    }

    /// Whether anything is foretold of it.
    pub(super) fn is_known(&self) -> bool {
        !self.level.is_nan()
    }

    /// The class of its errors; `None` where too little is known of it.
    pub(super) fn class(&self, errors: &Errors) -> Option<usize> {
        match self.only_days {
            None => Some(errors.class_of(self.level)),
            Some(days) => errors.class_of_days(days),
        }
    }

    /// The class of the errors that it must be expected to have among others, where a band of its own
    /// would say too much.
    pub(super) fn class_among_all(&self, errors: &Errors) -> usize {
        let least_known = || errors.least_known().unwrap_or(errors.class_of(self.level));
        self.class(errors).unwrap_or_else(least_known)
    }

    /// The year's end where so many times what is foretold comes.
    fn end(&self, times: f64) -> Money {
        money(self.to_date + self.foretold * times)
    }

    /// The year's end; `None` where it is not known, and where no money is so large.
    pub(super) fn projected(&self) -> Option<Money> {
        let end = self.is_known().then(|| self.end(1.0));
        end.filter(|end| end.minor() < i64::MAX)
    }

    /// What of the sales so far may still be refunded.
    pub(super) fn unsettled(&self) -> f64 {
        self.unsettled
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
            let (low, high) = errors.classes()[self.class(errors)?].eighty;
            Some(Band {
                low: self.end(low),
                high: self.end(high),
            })
        };
        let is_too_new = errors.is_some_and(|errors| self.class(errors).is_none());
        Outlook {
            projected: self.projected(),
            band: errors.filter(|_| self.is_known()).and_then(band),
            reach_bp: pace.goal.and_then(|goal| self.reach(goal, errors)),
            crossing,
            basis: if is_too_new { Basis::TooNew } else { basis },
        }
    }

    /// Certain over the line, whatever is still refunded, and where nothing more is to come; in
    /// between it is never said to be.
    pub(super) fn reach(&self, goal: Money, errors: Option<&Errors>) -> Option<u16> {
        let missing = self.missing(goal);
        if missing <= 0.0 {
            let is_settled = missing + self.unsettled <= 0.0;
            return Some(if is_settled { 10_000 } else { 9_999 });
        }
        if !self.is_open {
            return Some(0);
        }
        let errors = errors.filter(|_| self.is_known())?;
        let class = self.class(errors)?;
        if self.foretold <= 0.0 {
            return Some(1);
        }
        let chance = errors.reach(class, missing, self.foretold);
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

#[cfg(test)]
mod tests {
    use super::Prospect;
    use crate::model::Money;
    use crate::outlook::errors::Errors;
    use crate::outlook::forecast::Tested;
    use crate::outlook::reading::Reading;

    /// Errors from −0.2 to 0.2, all alike.
    fn errors() -> Errors {
        let test = |at: i32| Tested {
            error: f64::from(at) / 50.0,
            part: 0.5,
        };
        let tests: Vec<Tested> = (-10..=10).map(test).collect();
        Errors::new(&tests, &[1.0; 21], 1.0, 0.015).unwrap()
    }

    fn prospect(level: f64, left: f64, factor: f64) -> Prospect {
        Prospect::new(&Reading::at_rate(50.0, level, left), factor)
    }

    #[test]
    fn what_is_to_come_is_the_rate_on_the_days_left() {
        assert_eq!(prospect(100.0, 0.5, 1.0).projected(), Some(Money(100)));
        assert_eq!(prospect(100.0, 0.5, 1.5).projected(), Some(Money(125)));
        assert_eq!(prospect(-100.0, 0.5, 1.0).projected(), Some(Money(50)));
        assert_eq!(prospect(f64::NAN, 0.5, 1.0).projected(), None);
        assert_eq!(prospect(1e20, 0.5, 1.0).projected(), None);
        let more = |more: f64| prospect(100.0, 0.5, 1.0).and(more).projected();
        assert_eq!([7.0, -70.0].map(more), [Some(Money(107)), Some(Money(50))]);
    }

    #[test]
    fn certain_over_the_line_and_where_nothing_is_left_and_never_between() {
        let errors = errors();
        let reach = |prospect: Prospect, goal: i64| prospect.reach(Money(goal), Some(&errors));
        let open = prospect(100.0, 0.5, 1.0);
        assert_eq!(reach(open, 50), Some(10_000));
        let refundable = Prospect {
            unsettled: 10.0,
            ..open
        };
        assert_eq!(
            [40, 41].map(|goal| reach(refundable, goal)),
            [Some(10_000), Some(9_999)]
        );
        assert_eq!(reach(open, 51), Some(9_999));
        assert_eq!(
            reach(open, 100).map(|bp| bp.abs_diff(5_000) < 100),
            Some(true)
        );
        assert_eq!(reach(open, 1_000_000), Some(1));
        assert_eq!(open.reach(Money(100), None), None);
        assert_eq!(reach(prospect(100.0, 0.0, 1.0), 51), Some(0));
        assert_eq!(reach(prospect(0.0, 0.5, 1.0), 51), Some(1));
        assert_eq!(reach(prospect(f64::NAN, 0.5, 1.0), 51), None);
    }
}
