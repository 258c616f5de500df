//! Keeps one document fresh: first load, parts, refresh on an interval and on becoming visible,
//! retries. Whatever fails, the document that was there stays.

mod commands;
mod looks;
mod offline;
mod opening;
mod parts;
mod status;

pub use status::{FeedError, FeedStatus, Phase};

use super::authority::Authority;
use super::document::Document;
use super::source::{Source, SourceRequest};
use crate::browser::copy::Piece;
use crate::browser::page;
use crate::browser::timing::now_ms;
use commands::Command;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::channel::oneshot;
use futures::future::select;
use opening::Openings;
use paceboard_core::model::Metric;
use parts::{Flight, Retry};
use std::pin::pin;
use std::rc::Rc;

/// Time between two looks whether the document has changed.
const REFRESH_MS: u32 = 5 * 60_000;

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
        page::spawn(async move {
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
            // One look answers all that was asked for before it.
            while let Ok(command) = self.inbox.try_recv() {
                self.obey(command);
            }
            let pause_ms = self.look().await;
            self.next_look_ms = now_ms() + pause_ms;
            if !self.rest().await {
                return;
            }
        }
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
