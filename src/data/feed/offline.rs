//! What was shown at an earlier visit, in place of what the network or the source do not give.

use super::super::digest::Hash;
use super::super::document::Document;
use super::super::fetch::{Body, FetchError};
use super::super::source::Source;
use super::opening::Openings;
use super::{FeedError, Worker};
use crate::browser::copy::Piece;
use crate::browser::offline::{Recalled, keep, recall};
use js_sys::Uint8Array;
use paceboard_core::contract::parse;

impl Worker {
    /// Keeps what came from there, unless nothing is to be kept.
    pub(super) fn keep(&self, source: &Source, piece: Option<&Piece>) {
        if let Some(piece) = piece.filter(|_| self.keeps) {
            keep(&source.url, piece);
        }
    }

    /// Shows the document that was kept, where there is none yet and a later request may bring one.
    /// What has been shown of the document that did not come is newer, and stays.
    pub(super) async fn show_kept(&mut self, error: &FeedError) {
        if !self.keeps || self.document.is_some() || !error.is_temporary() {
            return;
        }
        if self.openings == Openings::Shown {
            return;
        }
        let Some(Recalled { bytes, came_ms }) = recall(&self.source.url).await else {
            return;
        };
        let parsed = parse(&bytes).ok();
        let Some(document) = parsed.and_then(|parsed| Document::of(parsed).ok()) else {
            return;
        };
        self.status.checked_ms = Some(came_ms);
        self.received = Piece::new("", &bytes).into_iter().collect();
        self.show(document);
        self.load_parts().await;
    }

    /// The part that was kept, where a later request may bring it again.
    pub(super) async fn recalled_part(&self, source: &Source, error: &FetchError) -> Option<Body> {
        if !self.keeps || !error.is_temporary() {
            return None;
        }
        let bytes = recall(&source.url).await?.bytes;
        let mut hash = Hash::new();
        hash.update(&Uint8Array::from(&bytes[..]));
        Some(Body {
            sha256: Some(hash.finish(&bytes).await),
            bytes,
            etag: None,
            may_be_kept: false,
        })
    }
}
