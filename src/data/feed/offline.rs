//! What was shown at an earlier visit, in place of what the network or the source do not give.

use super::super::document::Document;
use super::super::fetch::{Body, FetchError, hash_of};
use super::super::source::Source;
use super::opening::Openings;
use super::{FeedError, FeedEvent, Worker};
use crate::browser::copy::Piece;
use crate::browser::offline::{self, Recalled, recall};
use paceboard_core::contract::parse;

impl Worker {
    /// Keeps the document that has come, or forgets what was kept where its server does not allow
    /// to keep it.
    pub(super) fn keep_document(&self, document: &Document, piece: Option<&Piece>, may: bool) {
        let url = &self.source.url;
        if !self.keeps {
            return;
        }
        if !may {
            return offline::forget(url);
        }
        let parts = document.dataset.parts.iter();
        let parts: Vec<String> = parts
            .filter_map(|part| Some(self.source.part(&part.href).ok()?.url))
            .collect();
        if let Some(piece) = piece {
            offline::keep_document(url, piece, &parts);
        }
    }

    /// Keeps a part that has come, if its server allows to.
    pub(super) fn keep_part(&self, source: &Source, piece: Option<&Piece>, may: bool) {
        if let Some(piece) = piece.filter(|_| self.keeps && may) {
            offline::keep_part(&self.source.url, &source.url, piece);
        }
    }

    /// The document is still what the source says.
    pub(super) fn confirm_kept(&self) {
        if self.keeps {
            offline::confirm(&self.source.url);
        }
    }

    /// Forgets what its server does not give any more, to this reader or to anybody.
    pub(super) fn forget_refused(&self, error: &FeedError) {
        if let FeedError::Fetch(FetchError::Status { status, .. }) = error
            && self.keeps
            && matches!(status, 401 | 403 | 404 | 410)
        {
            offline::forget(&self.source.url);
        }
    }

    /// Shows the document that was kept, where nothing is on screen yet and a later answer may be
    /// one: the source may be away, or have sent something else. What has been shown of a document
    /// that did not come whole is newer, and stays; of one that is wrong nothing does.
    pub(super) async fn show_kept(&mut self, error: &FeedError) {
        let is_wrong = matches!(error, FeedError::Document(_));
        let has_newer = !is_wrong && self.openings == Openings::Shown;
        let may_pass = is_wrong || error.is_temporary();
        if !self.keeps || self.document.is_some() || has_newer || !may_pass {
            return;
        }
        let url = &self.source.url;
        let Some(Recalled { bytes, came_ms }) = recall(url, url).await else {
            return;
        };
        let parsed = parse(&bytes).ok();
        let Some(document) = parsed.and_then(|parsed| Document::of(parsed).ok()) else {
            return;
        };
        let received: Vec<Piece> = Piece::new("", &bytes).into_iter().collect();
        let news = FeedEvent::Kept(Box::new(document.clone()), received.clone());
        if !(self.sink)(news) {
            return;
        }
        self.received = received;
        self.status.checked_ms = Some(came_ms);
        self.document = Some(document);
    }
}

/// The part that was kept with `document`, where a later request may bring it again.
pub(super) async fn recalled_part(
    document: &Source,
    part: &Source,
    error: &FetchError,
) -> Option<Body> {
    if !error.is_temporary() {
        return None;
    }
    let bytes = recall(&document.url, &part.url).await?.bytes;
    Some(Body {
        sha256: Some(hash_of(&bytes).await),
        bytes,
        etag: None,
        may_be_kept: false,
    })
}
