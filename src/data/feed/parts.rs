//! Parts: which are fetched and when, and which are tried again.

use super::super::document::Document;
use super::super::fetch::{Body, FetchError, Request, fetch};
use super::status::FailedPart;
use super::{FeedError, Worker};
use crate::browser::copy::Piece;
use crate::browser::timing::now_ms;
use paceboard_core::contract::limits;
use paceboard_core::model::PartRef;

/// When parts are tried again that could not be had.
pub(super) struct Retry {
    /// How often in a row some could not.
    attempt: u32,
    /// When, in milliseconds since the start of the page; never where it is infinite.
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
            let failure = self.load_part(&part).await.err();
            if let Some(pause) = failure.as_ref().and_then(|error| error.pause(attempt)) {
                self.parts.put_off(pause.ms);
                self.parts.attempt = attempt + 1;
            }
            self.tell_outcome(part.href, failure);
        }
        if !self.parts.waits() {
            self.parts = Retry::default();
        }
    }

    /// Notes how a part fared: a failure in the place of its last one, so that no line moves.
    fn tell_outcome(&mut self, href: String, failure: Option<FeedError>) {
        let failed = &mut self.status.failed_parts;
        let known = failed.iter().position(|part| part.href == href);
        let failure = failure.map(|error| FailedPart {
            href,
            error,
            again: false,
        });
        match (known, failure) {
            (None, None) => return,
            (Some(at), None) => drop(failed.remove(at)),
            (Some(at), Some(part)) => failed[at] = part,
            (None, Some(part)) => failed.push(part),
        }
        self.tell_status();
    }

    /// Tries those again that a better moment may help.
    pub(super) async fn retry_parts(&mut self) {
        self.parts.due_ms = f64::INFINITY;
        self.may_ask_again(FeedError::is_temporary);
        self.load_parts().await;
    }

    fn may_ask_again(&mut self, is_meant: fn(&FeedError) -> bool) {
        for part in &mut self.status.failed_parts {
            part.again = is_meant(&part.error);
        }
    }

    /// Before parts are loaded after a look: those that failed are tried again, but not before the
    /// pause is over that they wait for. Failures are forgotten where somebody has asked, and
    /// those of parts that there are no longer.
    pub(super) fn review_failed_parts(&mut self) {
        if !self.waiting.is_empty() {
            self.status.failed_parts.clear();
        }
        let parts = self
            .document
            .iter()
            .flat_map(|document| &document.dataset.parts);
        let named: Vec<&str> = parts.map(|part| part.href.as_str()).collect();
        let failed = &mut self.status.failed_parts;
        failed.retain(|part| named.contains(&part.href.as_str()));
        if now_ms() >= self.parts.due_ms || !self.parts.waits() {
            self.parts.due_ms = f64::INFINITY;
            self.may_ask_again(|_| true);
        } else {
            self.may_ask_again(|error| !error.is_temporary());
        }
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

    pub(super) fn next_part(&self) -> Option<PartRef> {
        let dataset = &self.document.as_ref()?.dataset;
        let main = dataset.programme.metric;
        let failed = |part: &PartRef| {
            let mut failed = self.status.failed_parts.iter();
            failed.any(|failed| failed.href == part.href && !failed.again)
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
            watch: None,
        };
        let wrong = || FeedError::WrongPart {
            expected_bytes: part.bytes,
        };
        let body = match fetch(&request, &|_, _| {}).await {
            Err(FetchError::TooLarge { .. }) => return Err(wrong()),
            // Another version's is none: then it is the failure that counts.
            Err(error) => {
                let kept = self.recalled_part(&source, &error).await;
                kept.filter(|body| matches_part(body, part)).ok_or(error)?
            }
            Ok(body) => body.ok_or(FetchError::Network)?,
        };
        if !matches_part(&body, part) {
            return Err(wrong());
        }
        let Some(document) = &self.document else {
            return Ok(());
        };
        let next = document.with_part(&body.bytes, part)?;
        let piece = Piece::new(&part.href, &body.bytes);
        self.keep_part(&source, piece.as_ref(), body.may_be_kept);
        self.received.extend(piece);
        self.show(next);
        Ok(())
    }
}

fn matches_part(body: &Body, part: &PartRef) -> bool {
    body.bytes.len() as u64 == part.bytes && body.sha256 == Some(part.sha256)
}
