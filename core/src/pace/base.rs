//! What is known of last fiscal year, from which the season is learnt.

use super::align::Alignment;
use crate::books::Books;
use crate::ledger::Ledger;
use crate::model::{
    CategoryIndex, ChannelIndex, Curves, Dataset, Day, DayRange, FiscalYear, Metric,
};
use crate::query::Entity;

/// A stretch of days without any figure at all that is no longer than this is a time at which all
/// were closed (a shop at New Year); a longer one means that figures are missing.
const LONGEST_CLOSURE_DAYS: usize = 7;

/// Last fiscal year as it stands for the current one.
pub(crate) struct Base<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) books: &'a Books,
    /// The programme's.
    pub(crate) metric: Metric,
    /// Last fiscal year.
    pub(crate) year: FiscalYear,
    pub(crate) alignment: Alignment,
    pub(crate) shared: Shared<'a>,
    /// Which channels and partners have a whole last year of their own; empty where none has. A
    /// partner has none where one of its channels came or went within the year.
    complete_channels: Vec<bool>,
    complete_partners: Vec<bool>,
    /// Days of it on which no channel has a figure.
    closed: usize,
}

/// Where the curves of the programme and of categories come from.
#[derive(Clone, Copy)]
pub(crate) enum Shared<'a> {
    /// Last year's figures of the channels that have all of them.
    Ledger,
    /// The document's own table, while last year's figures have not all been read, and for good
    /// where the document holds only some of the channels.
    Table(&'a Curves),
    /// Neither is there.
    Nothing,
}

impl<'a> Base<'a> {
    pub(crate) fn new(dataset: &'a Dataset, books: &'a Books, year: FiscalYear) -> Self {
        let base = dataset.calendar.previous(year);
        let (metric, days) = (dataset.programme.metric, base.range());
        let complete = |entity| complete_rows(books.ledger(entity), metric, days);
        let complete_channels = complete(Entity::Channels);
        let mut complete_partners = complete(Entity::Partners);
        let ledger = books.ledger(Entity::Channels);
        let closed = closed_days(ledger, metric, days).unwrap_or_default();
        let is_partly = |channel: u32| {
            let gaps = ledger.gap_days(metric, ChannelIndex(channel), days);
            gaps > closed && gaps < days.len()
        };
        for (partner, is_complete) in (0..).zip(&mut complete_partners) {
            let mut members = books.directory.members(partner).iter();
            *is_complete = *is_complete && !members.any(|channel| is_partly(*channel));
        }
        let table = dataset
            .curves
            .as_ref()
            .filter(|curves| curves.range.covers(days));
        let learnt = complete_channels.contains(&true);
        Self {
            dataset,
            books,
            metric,
            year: base,
            alignment: Alignment::new(&dataset.events, base, year),
            shared: match table {
                Some(curves)
                    if !learnt || dataset.scope.is_some() || dataset.awaits(metric, days) =>
                {
                    Shared::Table(curves)
                }
                _ if learnt => Shared::Ledger,
                _ => Shared::Nothing,
            },
            complete_channels,
            complete_partners,
            closed,
        }
    }

    /// Number of days of the current fiscal year.
    pub(crate) fn days(&self) -> usize {
        self.alignment.year_days()
    }

    /// Which rows have a whole last year of their own; empty where none has.
    pub(crate) fn complete(&self, entity: Entity) -> &[bool] {
        match entity {
            Entity::Channels => &self.complete_channels,
            Entity::Partners => &self.complete_partners,
        }
    }

    /// Whether the channel has a figure on every day of last year on which any has one, whatever it
    /// sold.
    pub(crate) fn has_all_days(&self, channel: u32) -> bool {
        let (ledger, days) = (self.books.ledger(Entity::Channels), self.year.range());
        ledger.gap_days(self.metric, ChannelIndex(channel), days) <= self.closed
    }

    /// Whether the season is learnt from figures of last year.
    pub(crate) fn is_learnt_here(&self) -> bool {
        matches!(self.shared, Shared::Ledger)
    }

    /// Whether a part with figures of last year is still to be fetched.
    pub(crate) fn is_awaited(&self) -> bool {
        self.dataset.awaits(self.metric, self.year.range())
    }

    /// Whether last year's figures lie in the ledger, for all rows that have any.
    pub(crate) fn is_loaded(&self, entity: Entity) -> bool {
        !self.is_awaited() && self.holds(entity)
    }

    /// Whether last year lies in the ledger, perhaps not for all rows yet.
    pub(crate) fn holds(&self, entity: Entity) -> bool {
        closed_days(self.books.ledger(entity), self.metric, self.year.range()).is_some()
    }

    /// The category of a channel, as a position in the document's list.
    pub(crate) fn category_of(&self, channel: usize) -> Option<usize> {
        self.dataset.channels.category[channel].map(CategoryIndex::at)
    }

    /// The category of a row; partners have none.
    pub(crate) fn category_of_row(&self, entity: Entity, row: usize) -> Option<usize> {
        match entity {
            Entity::Channels => self.category_of(row),
            Entity::Partners => None,
        }
    }

    /// How many channels stand behind the curve of each category.
    pub(crate) fn channels_behind(&self) -> Vec<u32> {
        let mut counts = vec![0; self.dataset.categories.len()];
        for channel in 0..self.dataset.channels.len() {
            let counted = match self.shared {
                Shared::Ledger => self.complete_channels[channel],
                Shared::Table(_) => true,
                Shared::Nothing => false,
            };
            if let (true, Some(category)) = (counted, self.category_of(channel)) {
                counts[category] += 1;
            }
        }
        counts
    }
}

/// The document's weights of the days of `days`, which its table covers.
pub(crate) fn table_weights(curves: &Curves, weights: &[u64], days: DayRange) -> Vec<f64> {
    let first = days.from().days_since(curves.range.from()) as usize;
    let chosen = weights.iter().skip(first).take(days.len());
    let mut weights: Vec<f64> = chosen.map(|weight| *weight as f64).collect();
    weights.resize(days.len(), 0.0);
    weights
}

/// Which rows have a figure on every day of `days` on which any row has one, and sold something;
/// empty where `days` are not in the ledger.
fn complete_rows(ledger: &Ledger, metric: Metric, days: DayRange) -> Vec<bool> {
    let Some(closed) = closed_days(ledger, metric, days) else {
        return Vec::new();
    };
    let is_complete = |(row, total): (usize, i64)| {
        let row = ChannelIndex(row as u32);
        total > 0 && ledger.gap_days(metric, row, days) == closed
    };
    let totals = ledger.window_totals(metric, days).into_iter();
    totals.enumerate().map(is_complete).collect()
}

/// Number of days on which no row has a figure; `None` where they are so many in a row that the
/// year cannot be said to be in the ledger.
fn closed_days(ledger: &Ledger, metric: Metric, days: DayRange) -> Option<usize> {
    if ledger.range(metric)?.intersect(days).is_empty() {
        return None;
    }
    let (mut closed, mut stretch) = (0, 0);
    for day in days.days() {
        stretch = if is_open(ledger, metric, day) {
            0
        } else {
            stretch + 1
        };
        closed += usize::from(stretch > 0);
        if stretch > LONGEST_CLOSURE_DAYS {
            return None;
        }
    }
    Some(closed)
}

fn is_open(ledger: &Ledger, metric: Metric, day: Day) -> bool {
    let window = DayRange::starting(day, 1);
    let mut rows = (0..ledger.channels() as u32).map(ChannelIndex);
    rows.any(|row| ledger.has_figure(metric, row, window))
}
