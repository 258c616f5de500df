//! How the plan fills the days ahead, for every row at once and day by day.

use super::base::{Base, Shared, table_weights};
use super::mix::Mix;
use super::season::Season;
use crate::model::{Curves, DayRange};
use crate::query::Entity;

/// The plan of all rows from a day on.
pub(crate) struct Ahead<'a> {
    base: &'a Base<'a>,
    entity: Entity,
    /// Running sum of the programme's curve, and what it was before the first day.
    programme: &'a [f64],
    before: f64,
    categories: Vec<Filled>,
    /// Weights of last year's days by category, where the document gives them.
    given: Vec<Vec<f64>>,
    rows: Vec<Filled>,
    mixes: Vec<Mix>,
}

/// A curve of which a part has passed.
#[derive(Clone, Copy, Default)]
struct Filled {
    passed: f64,
    whole: f64,
}

impl Filled {
    fn share(self) -> Option<f64> {
        (self.whole > 0.0).then(|| self.passed / self.whole)
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
        let whole = |whole: f64| Filled { passed: 0.0, whole };
        let rows = 0..base.books.ledger(entity).channels();
        let categories = 0..base.dataset.categories.len();
        Self {
            base,
            entity,
            programme,
            before: from.checked_sub(1).map_or(0.0, |before| programme[before]),
            categories: categories
                .map(|at| whole(season.category_whole(at)))
                .collect(),
            given: match base.shared {
                Shared::Table(curves) => given(base, curves),
                Shared::Ledger | Shared::Nothing => Vec::new(),
            },
            rows: rows
                .clone()
                .map(|row| whole(season.own_whole(entity, row)))
                .collect(),
            mixes: rows.map(|row| season.share(entity, row).1).collect(),
        }
    }

    /// Moves on to the end of that fiscal day; days must come one after the other.
    pub(crate) fn pass(&mut self, day: usize) {
        for (base_day, load) in self.base.alignment.sources(day) {
            let window = DayRange::starting(self.base.year.from().plus(base_day as i32), 1);
            let ledger = self.base.books.ledger(self.entity);
            let totals = ledger.window_totals(self.base.metric, window);
            let given = self.given.iter().zip(&mut self.categories);
            for (weights, category) in given {
                category.passed += weights[base_day] * load;
            }
            for (row, total) in totals.into_iter().enumerate() {
                self.add(row, total.max(0) as f64 * load);
            }
        }
    }

    /// A row's own weight, which is its category's as well unless the document gives that.
    fn add(&mut self, row: usize, weight: f64) {
        let filled = &mut self.rows[row];
        if filled.whole <= 0.0 {
            return;
        }
        filled.passed += weight;
        let category = self.base.category_of_row(self.entity, row);
        if let Some(category) = category.filter(|_| self.given.is_empty()) {
            self.categories[category].passed += weight;
        }
    }

    /// The share of the year that the plan places on the days from the first one to `day`, which
    /// was passed last.
    pub(crate) fn share(&self, row: usize, day: usize) -> f64 {
        let programme = self.programme[day] - self.before;
        let category = self.base.category_of_row(self.entity, row);
        let category = category.and_then(|at| self.categories[at].share());
        let own = self.rows[row].share();
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
