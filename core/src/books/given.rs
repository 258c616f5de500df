//! Sums that a document gives in its `totals`, in place of figures by day that it has not (yet).

use super::{Books, RECENT_DAYS};
use crate::model::{Dataset, DayRange, Metric};
use crate::query::Entity;

impl Books {
    /// The sum of each row over `days`, with what the document gives for the channels that have no
    /// figure by day in them, and for all where the table does not cover them; `None` in a row
    /// without either. `None` in all where it gives nothing for these very days, or nothing is
    /// missing. A partner is the sum of its channels.
    pub fn given_sums(
        &self,
        dataset: &Dataset,
        metric: Metric,
        days: DayRange,
        entity: Entity,
    ) -> Option<Vec<Option<i64>>> {
        let given = column(dataset, metric, days)?;
        let is_whole = self.covers(metric, days);
        let gaps = self.channels.window_gaps(metric, days);
        if is_whole && gaps.is_none() {
            return None;
        }
        let gap_days = |row: usize| gaps.as_ref().map_or(0, |gaps| usize::from(gaps[row]));
        let sums = self.channels.window_totals(metric, days).into_iter();
        let sums = sums.enumerate().zip(given).map(|((row, sum), given)| {
            let is_read = is_whole && gap_days(row) < days.len();
            if is_read { Some(sum) } else { *given }
        });
        Some(match entity {
            Entity::Channels => sums.collect(),
            Entity::Partners => of_partners(dataset, sums),
        })
    }

    /// Whether all sums of exactly these days are those that the document gives, since its figures
    /// by day do not reach over them.
    pub(crate) fn are_given(&self, dataset: &Dataset, metric: Metric, days: DayRange) -> bool {
        column(dataset, metric, days).is_some() && !self.covers(metric, days)
    }

    fn covers(&self, metric: Metric, days: DayRange) -> bool {
        let range = self.channels.range(metric);
        range.is_some_and(|range| range.covers(days))
    }
}

/// The column for exactly these days.
fn column(dataset: &Dataset, metric: Metric, days: DayRange) -> Option<&[Option<i64>]> {
    let totals = dataset.totals.as_ref()?;
    let (as_of, calendar) = (dataset.as_of.day, &dataset.calendar);
    let year = calendar.year_of(as_of);
    let end = as_of.plus(1);
    let columns = [
        (DayRange::new(year.from(), end), &totals.to_date),
        (
            DayRange::starting(end.plus(-(RECENT_DAYS as i32)), RECENT_DAYS),
            &totals.last_28,
        ),
        (calendar.previous(year).range(), &totals.last_year),
    ];
    let mut fitting = columns.into_iter().filter(|(range, _)| *range == days);
    let (_, column) = fitting.find(|(_, column)| !column.is_empty())?;
    (metric == dataset.programme.metric).then_some(column)
}

fn of_partners(dataset: &Dataset, channels: impl Iterator<Item = Option<i64>>) -> Vec<Option<i64>> {
    let mut partners = vec![None; dataset.partners.len()];
    for (sum, partner) in channels.zip(&dataset.channels.partner) {
        if let (Some(sum), Some(partner)) = (sum, partner) {
            let all: &mut Option<i64> = &mut partners[partner.at()];
            *all = Some(all.unwrap_or(0).saturating_add(sum));
        }
    }
    partners
}
