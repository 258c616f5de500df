//! Work that is done at most once before each repaint.

use gloo_render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;

/// Does `task` once, before the next repaint.
pub fn before_paint(task: impl FnOnce() + 'static) {
    std::mem::forget(request_animation_frame(|_| task()));
}

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
