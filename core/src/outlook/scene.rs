//! What is looked at: figures, and which days of which year are known and which foretold.

use crate::books::Books;
use crate::model::{ChannelIndex, Dataset, Day, DayRange, FiscalYear, Metric};
use crate::query::Entity;
use std::ops::Range;

/// The figures.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) books: &'a Books,
    pub(super) metric: Metric,
}

/// The first `done` days of a fiscal year are known, those up to `end` are foretold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) year: FiscalYear,
    pub(super) done: usize,
    pub(super) end: usize,
}

impl Term {
    /// The same fiscal days of another year, the last one clamped.
    pub(super) fn in_year(self, year: FiscalYear) -> Self {
        let whole = |end: usize| {
            if end == self.year.len() {
                year.len()
            } else {
                end
            }
        };
        let end = whole(self.end).min(year.len());
        // Where a day is left here, a day is left there.
        let most = end.saturating_sub(usize::from(self.done < self.end));
        Self {
            year,
            done: self.done.min(most),
            end,
        }
    }

    /// The same year seen on an earlier day, when what is known now was still to come.
    pub(super) fn earlier(self, done: usize) -> Self {
        Self {
            done,
            end: self.done,
            ..self
        }
    }

    pub(super) fn day(self, index: usize) -> Day {
        self.year.from().plus(index as i32)
    }

    pub(super) fn foretold(self) -> Range<usize> {
        self.done..self.end
    }
}

impl Scene<'_> {
    /// What every row sold on those fiscal days.
    pub(super) fn sums(&self, entity: Entity, term: Term, spans: &[Range<usize>]) -> Vec<f64> {
        let ledger = self.books.ledger(entity);
        let mut sums = vec![0.0; ledger.channels()];
        for span in spans {
            let days = DayRange::new(term.day(span.start), term.day(span.end));
            let totals = ledger.window_totals(self.metric, days);
            for (sum, total) in sums.iter_mut().zip(totals) {
                *sum += total as f64;
            }
        }
        sums
    }

    /// Whether all sums to date are those that the document gives.
    pub(super) fn are_given(&self, term: Term) -> bool {
        let days = DayRange::new(term.day(0), term.day(term.done));
        self.books.are_given(self.dataset, self.metric, days)
    }

    /// On how many days so far the row has a figure.
    pub(super) fn days_with_figure(&self, entity: Entity, term: Term, row: usize) -> usize {
        let days = DayRange::new(term.day(0), term.day(term.done));
        let row = ChannelIndex(row as u32);
        days.len() - self.books.ledger(entity).gap_days(self.metric, row, days)
    }

    /// What of each row's sales so far may still be refunded: net sales of the days that have not
    /// settled; nothing of other metrics.
    pub(super) fn unsettled(&self, entity: Entity, term: Term) -> Vec<i64> {
        let ledger = self.books.ledger(entity);
        if self.metric != Metric::Net {
            return vec![0; ledger.channels()];
        }
        let to_date = DayRange::new(term.day(0), term.day(term.done));
        // As on that day: what has settled since was not known then.
        let open = self.dataset.immature_days(term.day(term.done).plus(-1));
        ledger.window_totals(self.metric, open.intersect(to_date))
    }

    /// What every row sold on the days that are foretold, which here have passed.
    pub(super) fn outcome(&self, entity: Entity, term: Term) -> Vec<f64> {
        self.sums(entity, term, &[term.foretold()])
    }
}
