//! One look at the server, and what follows of its answer.

use super::super::document::{Document, DocumentError};
use super::super::fetch::{Body, Request, fetch};
use super::opening::{Openings, Watch, painted};
use super::{FeedError, FeedEvent, FeedStatus, Phase, Sink, Worker};
use crate::browser::copy::Piece;
use crate::browser::page;
use crate::browser::timing::{now_ms, span};
use paceboard_core::contract::limits;
use std::cell::Cell;
use std::rc::Rc;

/// Time between two reports of how much has arrived.
const PROGRESS_MS: f64 = 50.0;

impl Worker {
    /// Asks the server once; gives the milliseconds until the next look.
    pub(super) async fn look(&mut self) -> f64 {
        self.last_try_ms = now_ms();
        self.last_try_at_ms = page::now_ms();
        let is_first = self.document.is_none();
        match self.fetch_document().await {
            Ok(()) => {
                self.succeed();
                if is_first && self.next_part().is_some() {
                    // Parts wait until there is something to look at.
                    painted().await;
                }
                f64::from(self.refresh_ms)
            }
            Err(error) => {
                self.forget_refused(&error);
                self.show_kept(&error).await;
                self.fail(error)
            }
        }
    }

    fn succeed(&mut self) {
        self.attempt = 0;
        self.asked_until_ms = 0.0;
        self.status.error = None;
        self.review_failed_parts();
        self.status.checked_ms = Some(page::now_ms());
        self.set_phase(Phase::Idle);
    }

    /// Says what failed, and gives the milliseconds until the next look.
    fn fail(&mut self, error: FeedError) -> f64 {
        let pause = error.pause(self.attempt);
        self.status.phase = match pause {
            Some(pause) => Phase::Waiting { delay_ms: pause.ms },
            // What is wrong with the document or the address will not mend itself in seconds.
            None => Phase::Idle,
        };
        self.attempt += u32::from(pause.is_some());
        if pause.is_none() {
            self.flight = None;
        }
        let asked_ms = pause.filter(|pause| pause.is_asked).map(|pause| pause.ms);
        self.asked_until_ms = asked_ms.map_or(0.0, |ms| now_ms() + ms);
        if pause.is_none() && self.document.is_none() {
            (self.sink)(FeedEvent::Withdrawn);
            // The same once more would only come and go.
            self.openings = Openings::Unwanted;
        }
        self.status.error = Some(error);
        self.tell_status();
        pause.map_or(f64::from(self.refresh_ms), |pause| pause.ms)
    }

    /// Shows what is new, if anything is.
    async fn fetch_document(&mut self) -> Result<(), FeedError> {
        let opening = self.opening();
        let request = Request {
            source: &self.source,
            etag: self.etag.as_deref(),
            limit_bytes: limits::DOCUMENT_BYTES,
            expected_bytes: None,
            hashed: false,
            authority: self.authority.as_ref(),
            watch: opening.as_ref().map(|it| &*it.push),
        };
        let progress = progress_sink(&self.sink, &self.status);
        let answer = fetch(&request, &progress).await;
        let is_opening = opening.as_ref().is_some_and(Watch::is_shown);
        if is_opening {
            self.openings = Openings::Shown;
        }
        let Some(body) = answer? else {
            self.confirm_kept();
            return Ok(());
        };
        if is_opening {
            painted().await;
        }
        let opening = opening.map(Watch::into_opening).unwrap_or_default();
        let parsed = span("paceboard:parse", || opening.finish(&body.bytes));
        let parsed = parsed.map_err(DocumentError::from)?;
        let document = span("paceboard:sums", || Document::after(self.before(), parsed))?;
        self.take(document, body);
        Ok(())
    }

    /// Shows a document that has come, and keeps it.
    fn take(&mut self, document: Document, body: Body) {
        self.etag = body.etag;
        let main = Piece::new("", &body.bytes);
        self.keep_document(&document, main.as_ref(), body.may_be_kept);
        let carried = self.carried_pieces(&document);
        self.received = main.into_iter().chain(carried).collect();
        self.chosen = None;
        self.show(document);
    }
}

fn progress_sink(sink: &Sink, status: &FeedStatus) -> impl Fn(u64, Option<u64>) + use<> {
    let (sink, status) = (Rc::clone(sink), status.clone());
    let told_ms = Cell::new(f64::NEG_INFINITY);
    move |received, total| {
        // Chunks come faster than anybody reads.
        let now_ms = now_ms();
        if now_ms < told_ms.get() + PROGRESS_MS {
            return;
        }
        told_ms.set(now_ms);
        let phase = Phase::Receiving { received, total };
        sink(FeedEvent::Status(FeedStatus {
            phase,
            ..status.clone()
        }));
    }
}
