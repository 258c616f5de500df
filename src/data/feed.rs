//! Keeps one document fresh: first load, parts, refresh on an interval and on becoming visible,
//! retries. Whatever fails, the document that was there stays.

mod status;

pub use status::{FeedError, FeedStatus, Phase};

use super::authority::Authority;
use super::document::{Document, DocumentError};
use super::fetch::{Body, FetchError, Request, fetch};
use super::retry::delay_ms;
use super::source::{Source, SourceRequest};
use crate::browser::copy::Piece;
use crate::browser::timing::span;
use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use paceboard_core::contract::{limits, parse};
use paceboard_core::model::{Metric, PartRef};
use std::cell::Cell;
use std::rc::Rc;

/// Time between two looks whether the document has changed.
const REFRESH_MS: u32 = 5 * 60_000;
/// Time between two reports of how much has arrived.
const PROGRESS_MS: f64 = 50.0;
/// Shortest time between two looks that the page's becoming visible causes.
const SHORTEST_MS: f64 = 30_000.0;

/// News for the page.
pub enum FeedEvent {
    /// A document, with one part more or wholly new, and all of it as it was received.
    Document(Box<Document>, Vec<Piece>),
    /// A change of status.
    Status(FeedStatus),
}

enum Command {
    Refresh,
    Visible,
    Need(Metric),
    Every(u32),
    Sleep(bool),
}

/// A running feed. Dropping the last copy ends it.
#[derive(Clone)]
pub struct Feed {
    commands: UnboundedSender<Command>,
}

impl Feed {
    /// Starts to load what is asked for; `sink` is told all news, never before this returns.
    pub fn start(request: SourceRequest, sink: impl Fn(FeedEvent) + 'static) -> Self {
        let (commands, inbox) = unbounded();
        wasm_bindgen_futures::spawn_local(async move {
            match request.resolve() {
                Ok(source) => {
                    let authority = request.authority;
                    Worker::new(source, authority, inbox, Rc::new(sink))
                        .run()
                        .await;
                }
                Err(error) => sink(FeedEvent::Status(FeedStatus::refused(error))),
            }
        });
        Self { commands }
    }

    /// Looks for a newer document now.
    pub fn refresh(&self) {
        self.send(Command::Refresh);
    }

    /// The page has become visible, or the network has come back.
    pub fn wake(&self) {
        self.send(Command::Visible);
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
    refresh_ms: u32,
    sleeps: bool,
    inbox: UnboundedReceiver<Command>,
    sink: Rc<dyn Fn(FeedEvent)>,
    status: FeedStatus,
    document: Option<Document>,
    received: Vec<Piece>,
    etag: Option<String>,
    attempt: u32,
    last_try_ms: f64,
    wanted: Vec<Metric>,
}

impl Worker {
    fn new(
        source: Source,
        authority: Option<Authority>,
        inbox: UnboundedReceiver<Command>,
        sink: Rc<dyn Fn(FeedEvent)>,
    ) -> Self {
        Self {
            source,
            authority,
            refresh_ms: REFRESH_MS,
            sleeps: false,
            inbox,
            sink,
            status: FeedStatus::default(),
            document: None,
            received: Vec::new(),
            etag: None,
            attempt: 0,
            last_try_ms: 0.0,
            wanted: Vec::new(),
        }
    }

    async fn run(mut self) {
        loop {
            let pause_ms = self.look().await;
            if !self.rest(pause_ms).await {
                return;
            }
        }
    }

    /// Asks the server once; gives the time until the next look.
    async fn look(&mut self) -> u32 {
        self.last_try_ms = js_sys::Date::now();
        match self.fetch_document().await {
            Ok(()) => {
                self.attempt = 0;
                self.status.error = None;
                self.status.failed_parts.clear();
                self.status.checked_ms = Some(js_sys::Date::now());
                self.set_phase(Phase::Idle);
                // Parts that failed at the last look are tried again with this one.
                self.load_parts().await;
                self.refresh_ms
            }
            Err(error) => self.fail(error),
        }
    }

    fn fail(&mut self, error: FeedError) -> u32 {
        let pause_ms = match &error {
            FeedError::Fetch(fetch) if fetch.is_temporary() => {
                let asked = match fetch {
                    FetchError::Status { retry_after_ms, .. } => *retry_after_ms,
                    _ => None,
                };
                let pause_ms = delay_ms(self.attempt, js_sys::Math::random(), asked);
                self.attempt += 1;
                self.status.phase = Phase::Waiting { delay_ms: pause_ms };
                pause_ms as u32
            }
            // What is wrong with the document or the address will not mend itself in seconds.
            _ => {
                self.status.phase = Phase::Idle;
                self.refresh_ms
            }
        };
        self.status.error = Some(error);
        self.tell_status();
        pause_ms
    }

    /// Shows what is new, if anything is.
    async fn fetch_document(&mut self) -> Result<(), FeedError> {
        let request = Request {
            url: &self.source.url,
            etag: self.etag.as_deref(),
            limit_bytes: limits::DOCUMENT_BYTES,
            expected_bytes: None,
            hashed: false,
            authority: self.authority.as_ref(),
        };
        let progress = progress_sink(&self.sink, &self.status);
        let Some(body) = fetch(&request, &progress).await? else {
            return Ok(());
        };
        let parsed = span("paceboard:parse", || parse(&body.bytes)).map_err(DocumentError::from)?;
        let document = span("paceboard:sums", || Document::of(parsed))?;
        self.etag = body.etag;
        self.received = Piece::new("", &body.bytes).into_iter().collect();
        self.show(document);
        Ok(())
    }

    fn show(&mut self, document: Document) {
        let news = FeedEvent::Document(Box::new(document.clone()), self.received.clone());
        (self.sink)(news);
        self.document = Some(document);
    }

    /// Loads the parts that are wanted and not here yet, the programme's metric first.
    async fn load_parts(&mut self) {
        while let Some(part) = self.next_part() {
            if let Err(error) = self.load_part(&part).await {
                self.status.failed_parts.push((part.href, error));
                self.tell_status();
            }
        }
    }

    fn next_part(&self) -> Option<PartRef> {
        let document = self.document.as_ref()?;
        let main = document.dataset.programme.metric;
        let failed = |part: &PartRef| {
            self.status
                .failed_parts
                .iter()
                .any(|(href, _)| *href == part.href)
        };
        let wanted = |part: &PartRef| {
            part.metrics.contains(&main)
                || part
                    .metrics
                    .iter()
                    .any(|metric| self.wanted.contains(metric))
        };
        let mut open = document
            .dataset
            .parts
            .iter()
            .filter(|part| wanted(part) && !failed(part) && !document.has_part(part));
        open.next().cloned()
    }

    async fn load_part(&mut self, part: &PartRef) -> Result<(), FeedError> {
        let source = self
            .source
            .part(&part.href)
            .map_err(|_| FetchError::Network)?;
        let request = Request {
            url: &source.url,
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

    /// Waits for the next look; false when nobody listens any more.
    async fn rest(&mut self, pause_ms: u32) -> bool {
        let mut until_ms = js_sys::Date::now() + f64::from(pause_ms);
        loop {
            let command = if self.sleeps {
                self.inbox.next().await
            } else {
                let left_ms = (until_ms - js_sys::Date::now()).max(0.0) as u32;
                match select(TimeoutFuture::new(left_ms), self.inbox.next()).await {
                    // A hidden page looks again when it becomes visible.
                    Either::Left(_) if is_hidden() => {
                        until_ms += f64::from(self.refresh_ms);
                        continue;
                    }
                    Either::Left(_) => return true,
                    Either::Right((command, _)) => command,
                }
            };
            match command {
                None => return false,
                Some(command) => {
                    if self.obey(command).await {
                        return true;
                    }
                    let due_ms = self.last_try_ms + f64::from(self.refresh_ms);
                    // A pause after a failure has its own length, and is only ever cut short.
                    until_ms = match self.status.phase {
                        Phase::Idle => due_ms,
                        _ => until_ms.min(due_ms),
                    };
                }
            }
        }
    }

    /// Whether the command asks for a look at the server now.
    async fn obey(&mut self, command: Command) -> bool {
        match command {
            Command::Refresh => true,
            Command::Visible => {
                let waiting = self.status.error.is_some();
                waiting || js_sys::Date::now() - self.last_try_ms >= SHORTEST_MS
            }
            Command::Every(refresh_ms) => {
                self.refresh_ms = refresh_ms;
                false
            }
            Command::Sleep(sleeps) => {
                let wakes = self.sleeps && !sleeps;
                self.sleeps = sleeps;
                wakes
            }
            Command::Need(metric) => {
                if !self.wanted.contains(&metric) {
                    self.wanted.push(metric);
                }
                self.load_parts().await;
                false
            }
        }
    }

    fn set_phase(&mut self, phase: Phase) {
        self.status.phase = phase;
        self.tell_status();
    }

    fn tell_status(&self) {
        (self.sink)(FeedEvent::Status(self.status.clone()));
    }
}

fn progress_sink(
    sink: &Rc<dyn Fn(FeedEvent)>,
    status: &FeedStatus,
) -> impl Fn(u64, Option<u64>) + use<> {
    let (sink, status) = (Rc::clone(sink), status.clone());
    let told_ms = Cell::new(f64::NEG_INFINITY);
    move |received, total| {
        // Chunks come faster than anybody reads.
        let now_ms = js_sys::Date::now();
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

fn is_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.hidden())
}

fn matches_part(body: &Body, part: &PartRef) -> bool {
    body.bytes.len() as u64 == part.bytes && body.sha256 == Some(part.sha256)
}
