//! How the plan fills the days ahead, for every row at once and day by day.

use super::base::{Base, Shared, table_weights};
use super::mix::Mix;
use super::season::Season;
use crate::model::{Curves, DayRange};
use crate::query::Entity;
use paceboard_figures::add_weights;

/// The plan of all rows from a day on.
pub(crate) struct Ahead<'a> {
    base: &'a Base<'a>,
    entity: Entity,
    /// Running sum of the programme's curve, and what it was before the first day.
    programme: &'a [f64],
    before: f64,
    /// The last one stands for none, in which nothing weighs.
    categories: PassedCurves,
    category_of: Vec<u32>,
    /// The category to which a row's days are added; the last one where they are not, since the row
    /// has no curve of its own or the document gives the categories'.
    adds_to: Vec<u32>,
    /// Weights of last year's days by category, where the document gives them.
    given: Vec<Vec<f64>>,
    rows: PassedCurves,
    mixes: Vec<Mix>,
}

/// Curves of which a part has passed.
struct PassedCurves {
    passed: Vec<f64>,
    whole: Vec<f64>,
}

impl PassedCurves {
    fn new(whole: Vec<f64>) -> Self {
        let passed = vec![0.0; whole.len()];
        Self { passed, whole }
    }

    fn share(&self, at: usize) -> Option<f64> {
        let whole = self.whole[at];
        (whole > 0.0).then(|| self.passed[at] / whole)
    }
}

impl<'a> Ahead<'a> {
    /// The plan from fiscal day `from` on; `programme` is the programme's curve.
    pub(crate) fn new(
        base: &'a Base<'a>,
        entity: Entity,
        programme: &'a [f64],
        from: usize,
    ) -> Self {
        let season = Season::on_days(base, &[]);
        let rows = 0..base.books.ledger(entity).channels();
        let none = base.dataset.categories.len();
        let mut categories: Vec<f64> = (0..none).map(|at| season.category_whole(at)).collect();
        categories.push(0.0);
        let given = match base.shared {
            Shared::Table(curves) => given(base, curves),
            Shared::Ledger | Shared::Nothing => Vec::new(),
        };
        let category_of = |row| base.category_of_row(entity, row).unwrap_or(none) as u32;
        let category_of: Vec<u32> = rows.clone().map(category_of).collect();
        let own: Vec<f64> = rows
            .clone()
            .map(|row| season.own_whole(entity, row))
            .collect();
        let adds = |(category, own): (&u32, &f64)| {
            if given.is_empty() && *own > 0.0 {
                *category
            } else {
                none as u32
            }
        };
        Self {
            base,
            entity,
            programme,
            before: from.checked_sub(1).map_or(0.0, |before| programme[before]),
            adds_to: category_of.iter().zip(&own).map(adds).collect(),
            categories: PassedCurves::new(categories),
            category_of,
            given,
            rows: PassedCurves::new(own),
            mixes: rows.map(|row| season.share(entity, row).1).collect(),
        }
    }

    /// Moves on to the end of that fiscal day; days must come one after the other.
    pub(crate) fn pass(&mut self, day: usize) {
        for (base_day, load) in self.base.alignment.sources(day) {
            let window = DayRange::starting(self.base.year.from().plus(base_day as i32), 1);
            let ledger = self.base.books.ledger(self.entity);
            let totals = ledger.window_totals(self.base.metric, window);
            let categories = &mut self.categories.passed;
            for (weights, passed) in self.given.iter().zip(categories.iter_mut()) {
                *passed += weights[base_day] * load;
            }
            let own = &mut self.rows.passed;
            add_weights(&totals, load, own, (&self.adds_to, categories));
        }
    }

    /// The share of the year that the plan places on the days from the first one to `day`, which
    /// was passed last.
    pub(crate) fn share(&self, row: usize, day: usize) -> f64 {
        let programme = self.programme[day] - self.before;
        let category = self.categories.share(self.category_of[row] as usize);
        let own = self.rows.share(row);
        self.mixes[row].blend(
            own.unwrap_or(programme),
            category.unwrap_or(programme),
            programme,
        )
    }
}

fn given(base: &Base, curves: &Curves) -> Vec<Vec<f64>> {
    let weights = |row: &Vec<u64>| table_weights(curves, row, base.year.range());
    curves.categories.iter().map(weights).collect()
}
