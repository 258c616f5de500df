//! Work that is done at most once before each repaint.

use super::timing::now_ms;
use gloo_render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;

/// Runs a task before the next repaint, however often it is asked for until then. Dropping the
/// last copy calls off what is still due.
#[derive(Clone)]
pub struct OncePerFrame {
    due: Rc<RefCell<Option<AnimationFrame>>>,
    task: Rc<dyn Fn()>,
}

impl OncePerFrame {
    /// Prepares `task`.
    pub fn new(task: impl Fn() + 'static) -> Self {
        Self {
            due: Rc::default(),
            task: Rc::new(task),
        }
    }

    /// Asks for the task before the next repaint.
    pub fn request(&self) {
        let mut due = self.due.borrow_mut();
        if due.is_some() {
            return;
        }
        let (slot, task) = (Rc::downgrade(&self.due), Rc::clone(&self.task));
        *due = Some(request_animation_frame(move |_| {
            // The handle must outlive its own callback, so it is taken out after the task.
            let done = slot.upgrade().map(|slot| slot.take());
            task();
            drop(done);
        }));
    }
}

/// Calls a task before each repaint while it runs. Dropping it ends it.
pub struct EachFrame {
    beat: Rc<RefCell<Option<OncePerFrame>>>,
    start: Rc<dyn Fn() -> OncePerFrame>,
}

impl EachFrame {
    /// Prepares `task`, which is given the milliseconds since the last ones that it has used up,
    /// and gives how many it uses up now. Frames that come late do not add up: no more than a
    /// second passes at once.
    pub fn new(task: impl Fn(f64) -> f64 + 'static) -> Self {
        let task: Rc<dyn Fn(f64) -> f64> = Rc::new(task);
        let beat: Rc<RefCell<Option<OncePerFrame>>> = Rc::default();
        let slot = Rc::downgrade(&beat);
        let start = move || {
            let (task, slot) = (Rc::clone(&task), slot.clone());
            let used_until = std::cell::Cell::new(now_ms());
            OncePerFrame::new(move || {
                let passed = (now_ms() - used_until.get()).min(1_000.0);
                used_until.set(now_ms() - passed + task(passed));
                let next = slot.upgrade().and_then(|beat| beat.borrow().clone());
                if let Some(next) = next {
                    next.request();
                }
            })
        };
        Self {
            beat,
            start: Rc::new(start),
        }
    }

    /// Begins or ends the calls.
    pub fn run(&self, on: bool) {
        let beat = on.then(|| (self.start)());
        if let Some(beat) = &beat {
            beat.request();
        }
        *self.beat.borrow_mut() = beat;
    }
}
