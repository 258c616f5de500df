//! A checked document together with the sums over its figures.

use paceboard_core::books::Books;
use paceboard_core::contract::{ContractError, Parsed, Warning, parse, parse_part};
use paceboard_core::ledger::LedgerError;
use paceboard_core::model::{Block, Dataset, Metric, PartRef};
use paceboard_core::outlook::Assumptions;
use std::sync::Arc;

/// What the page draws from: immutable, replaced whole when anything arrives.
#[derive(Clone, Debug)]
pub struct Document {
    /// The checked document.
    pub dataset: Dataset,
    /// Sums over the blocks that have been read so far.
    pub books: Books,
    /// What was odd but usable.
    pub warnings: Arc<Vec<Warning>>,
}

/// Documents are replaced whole, so another one is never taken for the same.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Why bytes did not become a document.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DocumentError {
    /// The bytes break the contract.
    #[error(transparent)]
    Contract(#[from] ContractError),
    /// The figures cannot be summed.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

impl Document {
    /// Reads a main document.
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        Self::of(parse(bytes)?)
    }

    /// The document that has been read.
    pub fn of(parsed: Parsed) -> Result<Self, DocumentError> {
        let books = Books::build(&parsed.dataset)?;
        Ok(Self {
            dataset: parsed.dataset,
            books,
            warnings: Arc::new(parsed.warnings),
        })
    }

    /// This document with what is assumed in place of what it says.
    pub fn assuming(&self, assumptions: &Assumptions) -> Self {
        Self {
            dataset: assumptions.applied(&self.dataset).into_owned(),
            books: self.books.clone(),
            warnings: Arc::clone(&self.warnings),
        }
    }

    /// Whether a block like `part` has been read.
    pub fn has_part(&self, part: &PartRef) -> bool {
        let same = |block: &Arc<Block>| {
            block.range == part.range
                && block.channels == part.channels
                && block
                    .metrics
                    .iter()
                    .map(|(metric, _)| metric)
                    .eq(&part.metrics)
        };
        self.dataset.blocks.iter().any(same)
    }

    /// This document with one part more.
    pub fn with_part(&self, bytes: &[u8], part: &PartRef) -> Result<Self, DocumentError> {
        let block = parse_part(bytes, &self.dataset, part)?;
        let metrics: Vec<Metric> = block.metrics.iter().map(|(metric, _)| *metric).collect();
        let mut next = self.clone();
        next.dataset.blocks.push(Arc::new(block));
        next.books = next.books.rebuilt(&next.dataset, &metrics)?;
        Ok(next)
    }
}
