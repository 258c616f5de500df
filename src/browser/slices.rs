//! Long work in slices, between which the browser handles input and paints.

use super::page::spawn;
use super::timing::{finished, now_ms, started};
use gloo_timers::future::TimeoutFuture;
use std::rc::Rc;

/// How long a slice lasts at the least; a step that takes longer is a slice of its own.
const SLICE_MS: f64 = 12.0;

/// Work under way. Dropping it ends the work.
pub struct Slices {
    _alive: Rc<()>,
}

/// Calls `step` until it gives a result, and hands that to `done`. All of it is measured under
/// `name`.
pub fn in_slices<T: 'static>(
    name: &'static str,
    mut step: impl FnMut() -> Option<T> + 'static,
    done: impl FnOnce(T) + 'static,
) -> Slices {
    let alive = Rc::new(());
    let watched = Rc::downgrade(&alive);
    spawn(async move {
        started(name);
        loop {
            TimeoutFuture::new(0).await;
            let end_ms = now_ms() + SLICE_MS;
            while now_ms() < end_ms {
                if watched.strong_count() == 0 {
                    return;
                }
                if let Some(result) = step() {
                    finished(name);
                    return done(result);
                }
            }
        }
    });
    Slices { _alive: alive }
}
