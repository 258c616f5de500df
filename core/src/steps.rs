//! Long calculations that can be interrupted. They are written straight down as `async` functions
//! that [`pause`] now and then; whoever runs them decides whether to go on at once or to let the
//! page answer in between. Nothing here knows a clock.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// A calculation that goes on a step at a time, to the next pause.
pub struct Steps<T>(Pin<Box<dyn Future<Output = T>>>);

impl<T> Steps<T> {
    /// Starts before the first step of `work`.
    pub fn new(work: impl Future<Output = T> + 'static) -> Self {
        Self(Box::pin(work))
    }

    /// Goes one step on; gives the result with the last one, after which there is no other.
    pub fn step(&mut self) -> Option<T> {
        stepped(self.0.as_mut())
    }

    /// Does all of it without a break.
    pub fn finish(self) -> T {
        at_once(self.0)
    }
}

/// Does all of `work` without a break.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Some(result) = stepped(work.as_mut()) {
            return result;
        }
    }
}

/// A place at which a calculation may be interrupted.
pub(crate) async fn pause() {
    let mut has_paused = false;
    poll_fn(move |_| {
        if std::mem::replace(&mut has_paused, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}

fn stepped<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Steps, at_once, pause};

    async fn sum_up_to(last: u32) -> u32 {
        let mut sum = 0;
        for number in 1..=last {
            sum += number;
            pause().await;
        }
        sum
    }

    #[test]
    fn a_step_ends_at_each_pause() {
        let mut steps = Steps::new(sum_up_to(3));
        let results: Vec<_> = (0..4).map(|_| steps.step()).collect();
        assert_eq!(results, [None, None, None, Some(6)]);
    }

    #[test]
    fn all_at_once_gives_the_same() {
        assert_eq!(at_once(sum_up_to(100)), 5_050);
        assert_eq!(Steps::new(sum_up_to(100)).finish(), 5_050);
    }
}
