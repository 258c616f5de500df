//! The contract: from the bytes of a sales document to a checked [`Dataset`], or to an error that
//! names the place and what was expected there.
//!
//! Nearly all bytes of a document are rows of numbers, which a hand-written scanner reads; serde
//! reads the small rest through the same scanner, so grammar, nesting and places are the business
//! of one file. What comes out cannot be wrong; what is odd but usable is counted in [`Warning`]s.

mod channels;
pub mod csv;
mod deserializer;
mod document;
mod entries;
mod envelope;
mod error;
mod fault;
mod heads;
mod kinds;
pub mod limits;
mod names;
mod opening;
mod parts;
mod place;
mod scanner;
mod scope;
mod series;
mod shapes;
mod tables;
mod values;
mod warning;

pub use error::{
    ContractError, ContractErrorKind, Counted, Form, Found, JsonType, PartField, Token,
};
pub use opening::Opening;
pub use parts::recount_gaps;
pub use warning::{Warning, WarningKind};

use crate::model::{Block, Dataset, PartRef};

/// A document that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// What it says.
    pub dataset: Dataset,
    /// What is odd in it, counted by kind.
    pub warnings: Vec<Warning>,
}

/// A part that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedPart {
    /// Its figures.
    pub block: Block,
    /// What is odd in it; the part's `href` stands before each place.
    pub warnings: Vec<Warning>,
}

/// Reads a Sales JSON document. Refuses it whole where anything is wrong.
pub fn parse(bytes: &[u8]) -> Result<Parsed, ContractError> {
    envelope::check_bytes(bytes, limits::DOCUMENT_BYTES)
        .and_then(|()| document::read(bytes))
        .map_err(|fault| refusal(fault, bytes))
}

fn refusal(fault: fault::Fault, bytes: &[u8]) -> ContractError {
    envelope::rather(fault, bytes, false).in_json(bytes)
}

/// Reads a part of `dataset` that its document named by `part`, and refuses it where it is not
/// what the document says. The hash is the fetching side's business, since it is computed there.
pub fn parse_part(
    bytes: &[u8],
    dataset: &Dataset,
    part: &PartRef,
) -> Result<ParsedPart, ContractError> {
    envelope::check_bytes(bytes, limits::PART_BYTES)
        .and_then(|()| parts::check_size(bytes, part))
        .and_then(|()| parts::read(bytes, dataset, part))
        .map_err(|fault| envelope::rather(fault, bytes, true).in_json(bytes))
}
