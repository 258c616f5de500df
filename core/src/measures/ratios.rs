//! Measures that are quotients of two sums: refund rate, average order value, UV value and sales
//! per hour. Each is given as its two sums, so that a view can name the denominator.

use super::compared::{has_row, holds};
use crate::ledger::Ledger;
use crate::model::{ChannelIndex, DayRange, Metric};

/// A measure that is a quotient of two metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derived {
    /// 1 − net ÷ gmv.
    RefundRate,
    /// Gmv ÷ orders.
    OrderValue,
    /// Gmv ÷ viewers, known as UV value.
    ViewerValue,
    /// Gmv ÷ hours on air.
    HourValue,
}

/// Two sums over the same rows and days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotient {
    /// The metric in whose units the sum above the line is, and that sum.
    pub of: (Metric, i64),
    /// The metric below the line and its sum; above 0.
    pub per: (Metric, i64),
}

impl Derived {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::RefundRate,
        Self::OrderValue,
        Self::ViewerValue,
        Self::HourValue,
    ];

    fn metrics(self) -> (Metric, Metric) {
        match self {
            Self::RefundRate => (Metric::Net, Metric::Gmv),
            Self::OrderValue => (Metric::Gmv, Metric::Orders),
            Self::ViewerValue => (Metric::Gmv, Metric::Viewers),
            Self::HourValue => (Metric::Gmv, Metric::Minutes),
        }
    }

    /// The measure of these rows of the ledger over `window`. `None` where a metric does not cover
    /// the window or the sum below the line is not above 0. A row of which one metric has more
    /// gaps in the window than the other is left out of both sums.
    pub fn of(self, ledger: &Ledger, rows: &[u32], window: DayRange) -> Option<Quotient> {
        let (of, per) = self.metrics();
        if !holds(ledger, of, window) || !holds(ledger, per, window) {
            return None;
        }
        let gaps = |metric, row| ledger.gap_days(metric, row, window);
        let rows = rows.iter().filter(|row| has_row(ledger, **row));
        let alike = rows
            .map(|row| ChannelIndex(*row))
            .filter(|row| gaps(of, *row) == gaps(per, *row));
        let (mut part, mut whole) = (0, 0);
        for row in alike {
            part += ledger.total(of, row, window);
            whole += ledger.total(per, row, window);
        }
        if self == Self::RefundRate {
            part = whole - part;
        }
        (whole > 0).then_some(Quotient {
            of: (of, part),
            per: (per, whole),
        })
    }
}
