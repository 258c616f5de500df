//! How the plan fills the days ahead, for every row at once and day by day.

use super::base::Base;
use super::curve::{carry, category_weights, programme_course};
use super::mix::Mix;
use super::season::Season;
use crate::model::DayRange;
use crate::query::Entity;
use std::ops::Range;

/// The plan of all rows from a day on.
pub(crate) struct Ahead<'a> {
    base: &'a Base<'a>,
    entity: Entity,
    /// The fiscal day from which on it tells.
    from: usize,
    programme: Vec<f64>,
    categories: Vec<Option<Vec<f64>>>,
    channels_behind: Vec<u32>,
    /// Sum of each row's own weights over the whole year; 0 where it has no whole last year.
    whole: Vec<f64>,
    /// Sum of each row's own weights since `from`.
    own: Vec<f64>,
}

impl<'a> Ahead<'a> {
    /// The plan from fiscal day `from` on.
    pub(crate) fn new(base: &'a Base<'a>, entity: Entity, from: usize) -> Self {
        let season = Season::on_days(base, &[]);
        let complete = base.complete(entity);
        let carried = category_weights(base);
        Self {
            base,
            entity,
            from,
            programme: programme_course(base),
            categories: carried.iter().map(|weights| carry(base, weights)).collect(),
            channels_behind: base.channels_behind(),
            whole: (0..complete.len())
                .map(|row| season.own_whole(entity, row))
                .collect(),
            own: vec![0.0; complete.len()],
        }
    }

    /// Moves on to the end of that fiscal day; days must come one after the other.
    pub(crate) fn pass(&mut self, day: usize) {
        let ledger = self.base.books.ledger(self.entity);
        for (base_day, load) in self.base.alignment.sources(day) {
            let window = DayRange::starting(self.base.year.from().plus(base_day as i32), 1);
            let totals = ledger.window_totals(self.base.metric, window);
            for (own, total) in self.own.iter_mut().zip(totals) {
                *own += total.max(0) as f64 * load;
            }
        }
    }

    /// The share of the year that the plan places on the days from the first one to `day`, which
    /// was passed last.
    pub(crate) fn share(&self, row: usize, day: usize) -> f64 {
        let span = self.from..day;
        let programme = between(&self.programme, &span);
        let category = self.base.category_of_row(self.entity, row);
        let known = category.and_then(|at| Some((at, self.categories.get(at)?.as_ref()?)));
        let whole = self.whole.get(row).copied().unwrap_or(0.0);
        let is_linear = !self.base.has_season();
        let behind = known.map(|(at, _)| self.channels_behind[at]);
        let mix = Mix::of(whole > 0.0, behind, !is_linear);
        let category = known.map_or(programme, |(_, course)| between(course, &span));
        let own = if whole > 0.0 {
            self.own[row] / whole
        } else {
            programme
        };
        mix.blend(own, category, programme)
    }
}

/// What a running sum gains from the start of a span to the end of its last day, `span.end`.
fn between(course: &[f64], span: &Range<usize>) -> f64 {
    let before = span
        .start
        .checked_sub(1)
        .map_or(0.0, |before| course[before]);
    course[span.end] - before
}
