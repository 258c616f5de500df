//! The figures of a document at both levels: channels, and partners as sums of their channels; and
//! who they are.

mod given;

use crate::directory::Directory;
use crate::ledger::{Ledger, LedgerError};
use crate::model::{ChannelIndex, Dataset, DayRange, Metric};
use crate::query::Entity;
use std::sync::Arc;

/// Days that show what a row sells at present.
pub(crate) const RECENT_DAYS: u32 = 28;

/// A ledger of channels and one of partners over the same days.
#[derive(Clone, Debug)]
pub struct Books {
    /// Channels.
    pub channels: Ledger,
    /// Partners: each the sum of its channels; a day is a gap where all its channels have one.
    pub partners: Ledger,
    /// Orders by id and name, members of partners, search.
    pub directory: Arc<Directory>,
}

impl Books {
    /// Sums up all blocks of the document.
    pub fn build(dataset: &Dataset) -> Result<Self, LedgerError> {
        let channels = Ledger::build(dataset.channels.len(), &dataset.blocks)?;
        let partners = channels.grouped(&partner_of(dataset), dataset.partners.len());
        Ok(Self {
            channels,
            partners,
            directory: Arc::new(Directory::build(dataset)),
        })
    }

    /// The same books with the tables of `metrics` summed up anew, after a block was added to the
    /// document and nothing else changed in it.
    pub fn rebuilt(&self, dataset: &Dataset, metrics: &[Metric]) -> Result<Self, LedgerError> {
        let channels = self.channels.rebuilt(&dataset.blocks, metrics)?;
        let partners = self
            .partners
            .regrouped(&channels, &partner_of(dataset), metrics);
        Ok(Self {
            channels,
            partners,
            directory: Arc::clone(&self.directory),
        })
    }

    /// Days of `days` without a figure for a row at its position in the document, but for those
    /// before the first on air of a channel that says so.
    pub fn lacking_days(
        &self,
        dataset: &Dataset,
        metric: Metric,
        (entity, row): (Entity, u32),
        days: DayRange,
    ) -> usize {
        let started = match entity {
            Entity::Channels => dataset.channels.started.get(row as usize).copied(),
            Entity::Partners => None,
        };
        let first = started
            .flatten()
            .map_or(days.from(), |day| day.max(days.from()));
        let aired = DayRange::new(first, days.to());
        self.ledger(entity)
            .gap_days(metric, ChannelIndex(row), aired)
    }

    /// The ledger of that kind.
    pub fn ledger(&self, entity: Entity) -> &Ledger {
        match entity {
            Entity::Channels => &self.channels,
            Entity::Partners => &self.partners,
        }
    }
}

fn partner_of(dataset: &Dataset) -> Vec<Option<u32>> {
    dataset
        .channels
        .partner
        .iter()
        .map(|partner| partner.map(|index| index.0))
        .collect()
}
