//! What a feed is told between two looks.

use super::parts::Retry;
use super::{Phase, Worker};
use crate::browser::page::{self, is_hidden};
use crate::browser::timing::now_ms;
use futures::StreamExt;
use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use paceboard_core::model::Metric;

/// Shortest time between two looks that the page's becoming visible causes.
const SHORTEST_MS: f64 = 30_000.0;
/// The same after a failure.
const SHORTEST_FAILED_MS: f64 = 5_000.0;

pub(super) enum Command {
    /// Dropped when the look is over that it asks for.
    Refresh(oneshot::Sender<()>),
    Visible,
    Online,
    Need(Metric),
    Every(u32),
    Sleep(bool),
}

impl Worker {
    /// Waits for the next look, and loads parts in between; false when nobody listens any more.
    pub(super) async fn rest(&mut self) -> bool {
        loop {
            if self.load_parts().await {
                return true;
            }
            self.waiting.clear();
            let Some(command) = self
                .command_until(self.next_look_ms.min(self.parts.due_ms))
                .await
            else {
                if now_ms() >= self.next_look_ms {
                    return true;
                }
                if now_ms() >= self.parts.due_ms {
                    self.retry_parts();
                }
                continue;
            };
            match command {
                None => return false,
                Some(command) => {
                    if self.obey(command) {
                        return true;
                    }
                }
            }
        }
    }

    /// The next command, `Some(None)` where there will be none; `None` once `due_ms` has come.
    async fn command_until(&mut self, due_ms: f64) -> Option<Option<Command>> {
        if !self.sleeps {
            // Rounded up: a timer that ends early would only be set again.
            let left_ms = (due_ms - now_ms()).max(0.0).ceil() as u32;
            match select(TimeoutFuture::new(left_ms), self.inbox.next()).await {
                // A hidden page goes on when it becomes visible.
                Either::Left(_) if is_hidden() => {}
                Either::Left(_) => return None,
                Either::Right((command, _)) => return Some(command),
            }
        }
        Some(self.inbox.next().await)
    }

    /// Whether the command asks for a look at the server now.
    pub(super) fn obey(&mut self, command: Command) -> bool {
        // The one clock stands still while a machine sleeps, the other may be set back.
        let slept_ms = page::now_ms() - self.last_try_at_ms;
        let since_ms = (now_ms() - self.last_try_ms).max(slept_ms);
        match command {
            Command::Refresh(over) => {
                self.waiting.push(over);
                self.lose_patience()
            }
            Command::Online => {
                let waits = self.status.error.is_some() || self.parts.waits();
                (waits || since_ms >= SHORTEST_MS) && self.lose_patience()
            }
            Command::Visible => {
                let failed = self.status.error.is_some();
                let shortest_ms = if failed {
                    SHORTEST_FAILED_MS
                } else {
                    SHORTEST_MS
                };
                since_ms >= shortest_ms && self.may_ask()
            }
            Command::Every(refresh_ms) => {
                self.look_every(refresh_ms);
                false
            }
            Command::Sleep(sleeps) => self.sleep(sleeps),
            Command::Need(metric) => {
                self.want(metric);
                false
            }
        }
    }

    fn look_every(&mut self, refresh_ms: u32) {
        self.refresh_ms = refresh_ms;
        let due_ms = self.last_try_ms + f64::from(refresh_ms);
        // A pause after a failure has its own length, and is only ever cut short.
        self.next_look_ms = match self.status.phase {
            Phase::Idle => due_ms,
            _ => self.next_look_ms.min(due_ms).max(self.asked_until_ms),
        };
    }

    /// Falls asleep or wakes; whether that asks for a look now.
    fn sleep(&mut self, sleeps: bool) -> bool {
        let wakes = self.sleeps && !sleeps;
        self.sleeps = sleeps;
        if sleeps {
            self.flight = None;
        }
        // Whoever comes next is told what the next look meets, not what the last one met.
        if sleeps && self.status.error.take().is_some() {
            self.tell_status();
        }
        wakes && self.may_ask()
    }

    fn want(&mut self, metric: Metric) {
        if !self.wanted.contains(&metric) {
            self.wanted.push(metric);
        }
        self.chosen = Some(metric);
    }

    pub(super) fn may_ask(&self) -> bool {
        now_ms() >= self.asked_until_ms
    }

    /// Somebody has asked, or the network is another: no pause counts any more.
    fn lose_patience(&mut self) -> bool {
        self.parts = Retry::default();
        true
    }
}
