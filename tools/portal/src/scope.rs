//! What one merchant may see: its own channels with all their figures, and beside each of them a
//! few neighbours without anything that says who they are. Whatever a merchant may not see is not
//! in its document at all; nothing is left to the page that shows it.

mod document;
mod neighbours;
mod ranks;
mod whole;

use crate::figures::Figures;
use paceboard_core::model::ChannelIndex;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// A file that a merchant's token opens.
#[derive(Debug)]
pub struct Scoped {
    /// Its address below that of the document; empty for the document itself.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Its `ETag`, quotes included.
    pub etag: String,
}

impl Scoped {
    fn new(name: String, bytes: Vec<u8>) -> Self {
        let etag = format!("\"{}\"", &sha256(&bytes)[..32]);
        Self { name, bytes, etag }
    }
}

/// The files of a merchant that owns these channels: its document first, then the parts that the
/// document names.
pub fn files(figures: &Figures, own: &[ChannelIndex]) -> Vec<Scoped> {
    let cast = neighbours::cast(figures, own);
    let part = document::own_part(figures, own);
    let bytes = document::document(figures, own, &cast, &part);
    vec![Scoped::new(String::new(), bytes), part]
}

/// The SHA-256 of some bytes in hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests;
