//! Parts: which are fetched and when, and which are tried again.

use super::super::document::Document;
use super::super::fetch::{Body, FetchError, Request, fetch};
use super::{FeedError, Worker, now_ms};
use crate::browser::copy::Piece;
use paceboard_core::contract::limits;
use paceboard_core::model::PartRef;

/// When parts are tried again that could not be had.
pub(super) struct Retry {
    /// How often in a row some could not.
    attempt: u32,
    /// When, in milliseconds since 1970; never where it is infinite.
    pub due_ms: f64,
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            attempt: 0,
            due_ms: f64::INFINITY,
        }
    }
}

impl Retry {
    /// Whether parts wait to be tried again.
    pub fn waits(&self) -> bool {
        self.due_ms.is_finite()
    }

    /// Puts the next try off until every part that failed may be asked for.
    fn put_off(&mut self, pause_ms: f64) {
        let due_ms = now_ms() + pause_ms;
        self.due_ms = if self.waits() {
            self.due_ms.max(due_ms)
        } else {
            due_ms
        };
    }
}

impl Worker {
    /// Loads the parts that are wanted and not here yet, the programme's metric first.
    pub(super) async fn load_parts(&mut self) {
        let attempt = self.parts.attempt;
        while let Some(part) = self.next_part() {
            if let Err(error) = self.load_part(&part).await {
                if let Some(pause) = error.pause(attempt) {
                    self.parts.put_off(pause.ms);
                    self.parts.attempt = attempt + 1;
                }
                self.status.failed_parts.push((part.href, error));
                self.tell_status();
            }
        }
        if !self.parts.waits() {
            self.parts = Retry::default();
        }
    }

    /// Tries those again that a better moment may help.
    pub(super) async fn retry_parts(&mut self) {
        self.parts.due_ms = f64::INFINITY;
        let is_lasting = |(_, error): &(_, FeedError)| !error.is_temporary();
        self.status.failed_parts.retain(is_lasting);
        self.load_parts().await;
        self.tell_status();
    }

    /// Before parts are loaded after a look: those that failed are tried again, but not before the
    /// pause is over that they wait for.
    pub(super) fn forget_failed_parts(&mut self) {
        if now_ms() >= self.parts.due_ms || !self.parts.waits() {
            self.parts.due_ms = f64::INFINITY;
            self.status.failed_parts.clear();
            return;
        }
        let parts = self
            .document
            .iter()
            .flat_map(|document| &document.dataset.parts);
        let named: Vec<&str> = parts.map(|part| part.href.as_str()).collect();
        let waits = |(href, error): &(String, FeedError)| {
            error.is_temporary() && named.contains(&href.as_str())
        };
        self.status.failed_parts.retain(waits);
    }

    /// What has been received of the parts that `document` has carried over.
    pub(super) fn carried_pieces(&self, document: &Document) -> Vec<Piece> {
        let Some(before) = &self.document else {
            return Vec::new();
        };
        let carried = |piece: &Piece| {
            let href = document
                .dataset
                .carried_href(&before.dataset, &piece.href)?;
            Some(piece.renamed(href))
        };
        self.received.iter().filter_map(carried).collect()
    }

    fn next_part(&self) -> Option<PartRef> {
        let dataset = &self.document.as_ref()?.dataset;
        let main = dataset.programme.metric;
        let failed = |part: &PartRef| {
            let mut failed = self.status.failed_parts.iter();
            failed.any(|(href, _)| *href == part.href)
        };
        let wanted = |part: &PartRef| {
            let mut metrics = part.metrics.iter();
            metrics.any(|metric| *metric == main || self.wanted.contains(metric))
        };
        let parts = dataset.parts.iter();
        let open = parts.filter(|part| wanted(part) && !failed(part) && !dataset.has_part(part));
        open.min_by_key(|part| !part.metrics.contains(&main))
            .cloned()
    }

    async fn load_part(&mut self, part: &PartRef) -> Result<(), FeedError> {
        let source = self
            .source
            .part(&part.href)
            .map_err(|_| FetchError::Network)?;
        let request = Request {
            source: &source,
            etag: None,
            limit_bytes: limits::PART_BYTES.min(part.bytes),
            expected_bytes: Some(part.bytes),
            hashed: true,
            authority: self.authority.as_ref(),
        };
        let wrong = || FeedError::WrongPart {
            expected_bytes: part.bytes,
        };
        let body = match fetch(&request, &|_, _| {}).await {
            Err(FetchError::TooLarge { .. }) => return Err(wrong()),
            other => other?.ok_or(FetchError::Network)?,
        };
        if !matches_part(&body, part) {
            return Err(wrong());
        }
        let Some(document) = &self.document else {
            return Ok(());
        };
        let next = document.with_part(&body.bytes, part)?;
        self.received.extend(Piece::new(&part.href, &body.bytes));
        self.show(next);
        Ok(())
    }
}

fn matches_part(body: &Body, part: &PartRef) -> bool {
    body.bytes.len() as u64 == part.bytes && body.sha256 == Some(part.sha256)
}
