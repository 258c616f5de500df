//! The whole programme as its operator knows it: the bundled sample, read once at the start.

use paceboard_core::books::Books;
use paceboard_core::contract::{self, ContractError};
use paceboard_core::ledger::LedgerError;
use paceboard_core::model::{ChannelIndex, Dataset, DayRange, Metric};
use paceboard_core::pace::PaceTable;
use paceboard_core::query::{Entity, Plan};
use std::collections::HashMap;
use std::sync::Arc;

/// Why the sample could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FiguresError {
    /// A file breaks the contract.
    #[error("the sample breaks the contract: {0}")]
    Contract(#[from] ContractError),
    /// Its sums leave 64 bits.
    #[error("the sample cannot be summed: {0}")]
    Ledger(#[from] LedgerError),
    /// The main document, or a part that it names, is not among the files.
    #[error("the sample lacks {0}")]
    Missing(String),
}

/// Everything about everybody. It never leaves this program: what a merchant gets is made by
/// [`crate::scope`].
pub struct Figures {
    /// The document with all its parts.
    pub dataset: Dataset,
    /// Its ledgers.
    pub books: Books,
    /// Where everybody stands on the last day.
    pub paces: PaceTable,
    /// All channels by year to date, largest first; equal sums in the order of ids.
    pub order: Vec<ChannelIndex>,
}

impl Figures {
    /// The bundled sample.
    pub fn of_sample() -> Result<Self, FiguresError> {
        let files = paceboard_sample::files();
        let files: HashMap<String, Vec<u8>> = files
            .into_iter()
            .map(|file| (file.name, file.bytes))
            .collect();
        let bytes = |name: &str| {
            let missing = || FiguresError::Missing(name.to_owned());
            files.get(name).ok_or_else(missing)
        };
        let mut dataset = contract::parse(bytes("sample.sales.json")?)?.dataset;
        for part in std::mem::take(&mut dataset.parts) {
            let block = contract::parse_part(bytes(&part.href)?, &dataset, &part)?.block;
            dataset.blocks.push(Arc::new(block));
        }
        Self::new(dataset)
    }

    fn new(dataset: Dataset) -> Result<Self, FiguresError> {
        let books = Books::build(&dataset)?;
        let paces = PaceTable::build(&dataset, &books, dataset.as_of.day, Plan::Seasonal);
        let rows = paces.rows(Entity::Channels);
        let mut order: Vec<ChannelIndex> = dataset.channels.indices().collect();
        order.sort_by(|a, b| {
            let by_sum = rows[b.at()].to_date.cmp(&rows[a.at()].to_date);
            by_sum.then_with(|| dataset.channels.id[a.at()].cmp(&dataset.channels.id[b.at()]))
        });
        Ok(Self {
            dataset,
            books,
            paces,
            order,
        })
    }

    /// The place of a channel in [`Self::order`], from 0.
    pub fn place(&self, channel: ChannelIndex) -> Option<usize> {
        self.order.iter().position(|other| *other == channel)
    }

    /// The channel of an id.
    pub fn channel(&self, id: &str) -> Option<ChannelIndex> {
        let of_id = |channel: &ChannelIndex| self.dataset.channels.id[channel.at()].as_str() == id;
        self.dataset.channels.indices().find(of_id)
    }

    /// A channel's rank by year to date: 1 + the number of channels with more.
    pub fn rank(&self, channel: ChannelIndex) -> usize {
        let rows = self.paces.rows(Entity::Channels);
        let sum = rows[channel.at()].to_date;
        1 + rows.iter().filter(|other| other.to_date > sum).count()
    }

    /// Daily figures of a channel, `None` where there is a gap.
    pub fn daily(&self, metric: Metric, channel: ChannelIndex, days: DayRange) -> Vec<Option<i64>> {
        let ledger = self.books.ledger(Entity::Channels);
        ledger.daily(metric, channel, days).collect()
    }
}
