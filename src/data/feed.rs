//! Keeps one document fresh: first load, parts, refresh on an interval and on becoming visible,
//! retries. Whatever fails, the document that was there stays.

mod commands;
mod offline;
mod opening;
mod parts;
mod status;

pub use status::{FeedError, FeedStatus, Phase};

use super::authority::Authority;
use super::document::{Document, DocumentError};
use super::fetch::{Request, fetch};
use super::source::{Source, SourceRequest};
use crate::browser::copy::Piece;
use crate::browser::page;
use crate::browser::timing::{now_ms, span};
use commands::Command;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::channel::oneshot;
use futures::future::select;
use opening::{Openings, Watch, painted};
use paceboard_core::contract::limits;
use paceboard_core::model::Metric;
use parts::{Flight, Retry};
use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;

/// Time between two looks whether the document has changed.
const REFRESH_MS: u32 = 5 * 60_000;
/// Time between two reports of how much has arrived.
const PROGRESS_MS: f64 = 50.0;
/// News for the page.
pub enum FeedEvent {
    /// A document, with one part more or wholly new, and all of it as it was received.
    Document(Box<Document>, Vec<Piece>),
    /// What stands before the figures of the first document, while they arrive.
    Opening(Box<Document>),
    /// The document of an earlier visit, while the source gives none, and all of it.
    Kept(Box<Document>, Vec<Piece>),
    /// What came after the opening is no document, so that it is not one either.
    Withdrawn,
    /// A change of status.
    Status(FeedStatus),
}

/// Who is told all news, and says whether it shows what it is given.
type Sink = Rc<dyn Fn(FeedEvent) -> bool>;

/// A running feed. Dropping the last copy ends it, and what it is fetching.
#[derive(Clone)]
pub struct Feed {
    commands: UnboundedSender<Command>,
    /// Dropped with the last copy, of which the work hears.
    _running: Rc<oneshot::Sender<()>>,
}

impl Feed {
    /// Starts to load what is asked for; `sink` is told all news, never before this returns, and
    /// says whether it shows what it is given. Of `before`, a document and all of it as it was
    /// received, those parts are not asked for again that a newer one names alike.
    pub fn start(
        request: SourceRequest,
        before: Option<(Document, Vec<Piece>)>,
        sink: impl Fn(FeedEvent) -> bool + 'static,
    ) -> Self {
        let (commands, inbox) = unbounded();
        let (running, ended) = oneshot::channel();
        let work = async move {
            match request.resolve() {
                Ok(source) => {
                    let mut worker = Worker::new(source, inbox, Rc::new(sink));
                    worker.authority = request.authority;
                    if let Some((document, received)) = before {
                        (worker.before, worker.received) = (Some(document), received);
                    }
                    worker.keeps = request.of_page;
                    if request.of_page {
                        worker.openings = Openings::Wanted;
                    }
                    worker.run().await;
                }
                Err(error) => {
                    sink(FeedEvent::Withdrawn);
                    sink(FeedEvent::Status(FeedStatus::refused(error)));
                }
            }
        };
        wasm_bindgen_futures::spawn_local(async move {
            select(ended, pin!(work)).await;
        });
        Self {
            commands,
            _running: Rc::new(running),
        }
    }

    /// Looks for a newer document now.
    pub fn refresh(&self) {
        drop(self.refreshed());
    }

    /// The same; ends when that look and its parts are over, or where there will be none.
    pub fn refreshed(&self) -> oneshot::Receiver<()> {
        let (over, ended) = oneshot::channel();
        self.send(Command::Refresh(over));
        ended
    }

    /// The page has become visible.
    pub fn visible(&self) {
        self.send(Command::Visible);
    }

    /// The network has come back.
    pub fn online(&self) {
        self.send(Command::Online);
    }

    /// Loads the parts that hold `metric`.
    pub fn need(&self, metric: Metric) {
        self.send(Command::Need(metric));
    }

    /// Looks so often from now on.
    pub fn every(&self, refresh_ms: u32) {
        self.send(Command::Every(refresh_ms));
    }

    /// Whether to ask for nothing until somebody is there again.
    pub fn sleep(&self, sleeps: bool) {
        self.send(Command::Sleep(sleeps));
    }

    fn send(&self, command: Command) {
        // Fails only when the address was refused: then there is nobody to command.
        drop(self.commands.unbounded_send(command));
    }
}

struct Worker {
    source: Source,
    authority: Option<Authority>,
    /// Whether what was shown is kept, and shown again where nothing comes.
    keeps: bool,
    openings: Openings,
    refresh_ms: u32,
    sleeps: bool,
    inbox: UnboundedReceiver<Command>,
    sink: Sink,
    status: FeedStatus,
    document: Option<Document>,
    /// What was shown before there was a document.
    before: Option<Document>,
    /// All of the one or the other.
    received: Vec<Piece>,
    etag: Option<String>,
    attempt: u32,
    /// Moments are counted from the start of the page: the viewer's clock may be set.
    last_try_ms: f64,
    /// The same by the viewer's clock.
    last_try_at_ms: f64,
    next_look_ms: f64,
    /// Who waits for the end of the next look and of its parts.
    waiting: Vec<oneshot::Sender<()>>,
    /// Until when the server has asked to be left alone.
    asked_until_ms: f64,
    wanted: Vec<Metric>,
    /// The metric of those that was chosen last, since this version came.
    chosen: Option<Metric>,
    parts: Retry,
    flight: Option<Flight>,
}

impl Worker {
    fn new(source: Source, inbox: UnboundedReceiver<Command>, sink: Sink) -> Self {
        Self {
            source,
            authority: None,
            keeps: false,
            openings: Openings::Unwanted,
            refresh_ms: REFRESH_MS,
            sleeps: false,
            inbox,
            sink,
            status: FeedStatus::default(),
            document: None,
            before: None,
            received: Vec::new(),
            etag: None,
            attempt: 0,
            last_try_ms: 0.0,
            last_try_at_ms: 0.0,
            next_look_ms: 0.0,
            waiting: Vec::new(),
            asked_until_ms: 0.0,
            wanted: Vec::new(),
            chosen: None,
            parts: Retry::default(),
            flight: None,
        }
    }

    async fn run(mut self) {
        loop {
            let pause_ms = self.look().await;
            self.next_look_ms = now_ms() + pause_ms;
            if !self.rest().await {
                return;
            }
        }
    }

    /// Asks the server once; gives the milliseconds until the next look.
    async fn look(&mut self) -> f64 {
        self.last_try_ms = now_ms();
        self.last_try_at_ms = page::now_ms();
        let is_first = self.document.is_none();
        match self.fetch_document().await {
            Ok(()) => {
                self.attempt = 0;
                self.asked_until_ms = 0.0;
                self.status.error = None;
                self.review_failed_parts();
                self.status.checked_ms = Some(page::now_ms());
                self.set_phase(Phase::Idle);
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
        self.etag = body.etag;
        let main = Piece::new("", &body.bytes);
        self.keep_document(&document, main.as_ref(), body.may_be_kept);
        let carried = self.carried_pieces(&document);
        self.received = main.into_iter().chain(carried).collect();
        self.chosen = None;
        self.show(document);
        Ok(())
    }

    /// The version before the one that is awaited.
    fn before(&self) -> Option<&Document> {
        self.document.as_ref().or(self.before.as_ref())
    }

    fn show(&mut self, document: Document) {
        let news = FeedEvent::Document(Box::new(document.clone()), self.received.clone());
        (self.sink)(news);
        self.document = Some(document);
        self.before = None;
    }

    fn set_phase(&mut self, phase: Phase) {
        self.status.phase = phase;
        self.tell_status();
    }

    fn tell_status(&self) {
        (self.sink)(FeedEvent::Status(self.status.clone()));
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
