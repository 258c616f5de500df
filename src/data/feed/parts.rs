//! Parts: which are fetched and when, and which are tried again.

use super::super::authority::Authority;
use super::super::document::Document;
use super::super::fetch::{Body, FetchError, Request, fetch};
use super::super::source::Source;
use super::offline::recalled_part;
use super::status::FailedPart;
use super::{FeedError, Worker};
use crate::browser::copy::Piece;
use crate::browser::timing::now_ms;
use futures::StreamExt;
use futures::future::{Either, LocalBoxFuture, select};
use paceboard_core::contract::limits;
use paceboard_core::model::{Metric, PartRef};

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
    /// Loads the parts that are wanted and not here yet, and heeds what it is told meanwhile; true
    /// where that is to look at the server before any more of them.
    pub(super) async fn load_parts(&mut self) -> bool {
        let attempt = self.parts.attempt;
        while let Some(part) = self.next_part() {
            let mut flight = self.flight_of(&part);
            match select(&mut flight.answer, self.inbox.next()).await {
                Either::Left((answer, _)) => self.land(part, answer, attempt),
                Either::Right((command, _)) => {
                    self.flight = Some(flight);
                    if command.is_none_or(|command| self.obey(command)) {
                        return true;
                    }
                }
            }
        }
        self.flight = None;
        if !self.parts.waits() {
            self.parts = Retry::default();
        }
        false
    }

    /// The request for `part`: the one that is under way, or a new one.
    fn flight_of(&mut self, part: &PartRef) -> Flight {
        let under_way = self.flight.take().filter(|flight| flight.part == *part);
        under_way.unwrap_or_else(|| Flight {
            part: part.clone(),
            answer: Box::pin(fetch_part(
                self.source.clone(),
                part.clone(),
                self.authority.clone(),
                self.keeps,
            )),
        })
    }

    /// Takes in what came for `part`, or notes that it did not, in round number `attempt` of tries.
    fn land(&mut self, part: PartRef, answer: Answer, attempt: u32) {
        let taken = answer.and_then(|(source, body)| self.take_part(&part, &source, &body));
        let failure = taken.err();
        if let Some(pause) = failure.as_ref().and_then(|error| error.pause(attempt)) {
            self.parts.put_off(pause.ms);
            self.parts.attempt = attempt + 1;
        }
        self.tell_outcome(part.href, failure);
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
    pub(super) fn retry_parts(&mut self) {
        self.parts.due_ms = f64::INFINITY;
        self.may_ask_again(FeedError::is_temporary);
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
        let Some(before) = self.before() else {
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

    /// The part to load next: the one that is under way, else one of the metric that was chosen
    /// last, else one of the programme's.
    pub(super) fn next_part(&self) -> Option<PartRef> {
        if self.sleeps {
            return None;
        }
        let dataset = &self.document.as_ref()?.dataset;
        let (main, may_begin) = (dataset.programme.metric, self.may_begin());
        let is_under_way = |part: &PartRef| self.flight.as_ref().is_some_and(|it| it.part == *part);
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
        let open = open.filter(|part| may_begin || is_under_way(part));
        let waits = |part: &&PartRef| {
            let has = |metric: Option<Metric>| metric.is_some_and(|it| part.metrics.contains(&it));
            [!is_under_way(part), !has(self.chosen), !has(Some(main))]
        };
        open.min_by_key(waits).cloned()
    }

    /// Whether another part may be asked for: not while the source wants to be left alone, nor after
    /// it has refused the document.
    fn may_begin(&self) -> bool {
        let mut errors = self.status.error.iter();
        self.may_ask() && errors.all(FeedError::is_temporary)
    }

    fn take_part(&mut self, part: &PartRef, source: &Source, body: &Body) -> Result<(), FeedError> {
        let Some(document) = &self.document else {
            return Ok(());
        };
        let next = document.with_part(&body.bytes, part)?;
        let piece = Piece::new(&part.href, &body.bytes);
        self.keep_part(source, piece.as_ref(), body.may_be_kept);
        self.received.extend(piece);
        self.show(next);
        Ok(())
    }
}

/// A part as it came, and where from.
type Answer = Result<(Source, Body), FeedError>;

/// The request for a part, which goes on while the feed does what it is told.
pub(super) struct Flight {
    part: PartRef,
    answer: LocalBoxFuture<'static, Answer>,
}

/// Fetches `part` of the document at `document`, or finds it among what `keeps` has kept.
async fn fetch_part(
    document: Source,
    part: PartRef,
    authority: Option<Authority>,
    keeps: bool,
) -> Answer {
    let source = document.part(&part.href).map_err(|_| FetchError::Network)?;
    let request = Request {
        source: &source,
        etag: None,
        limit_bytes: limits::PART_BYTES.min(part.bytes),
        expected_bytes: Some(part.bytes),
        hashed: true,
        authority: authority.as_ref(),
        watch: None,
    };
    let wrong = || FeedError::WrongPart {
        expected_bytes: part.bytes,
    };
    let body = match fetch(&request, &|_, _| {}).await {
        Err(FetchError::TooLarge { .. }) => return Err(wrong()),
        // Another version's is none: then it is the failure that counts.
        Err(error) if keeps => {
            let kept = recalled_part(&document, &source, &error).await;
            kept.filter(|body| matches_part(body, &part)).ok_or(error)?
        }
        answer => answer?.ok_or(FetchError::Network)?,
    };
    if !matches_part(&body, &part) {
        return Err(wrong());
    }
    Ok((source, body))
}

fn matches_part(body: &Body, part: &PartRef) -> bool {
    body.bytes.len() as u64 == part.bytes && body.sha256 == Some(part.sha256)
}
