//! User Timing: what the page tells those who measure it.

use js_sys::{Function, Object, Reflect};
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Performance;

/// The first board is painted.
pub const READY: &str = "paceboard:ready";
/// All figures of the first document are painted.
pub const COMPLETE: &str = "paceboard:complete";
const UPDATE: &str = "paceboard:update";
const UPDATE_START: &str = "paceboard:update-start";
/// Measures of one name that are kept, so that a page which is open for weeks does not grow.
const KEPT: u32 = 100;

thread_local! {
    static UPDATING: Cell<bool> = const { Cell::new(false) };
}

/// Marks `name` once the next frame has been painted, and goes on with `then`.
pub fn mark_painted(name: &'static str, then: impl FnOnce() + 'static) {
    after_paint(move || {
        mark(name);
        then();
    });
}

/// Milliseconds since the page was asked for.
pub fn now_ms() -> f64 {
    performance().map_or(0.0, |performance| performance.now())
}

/// Measures `paceboard:update` from now until the next frame has been painted; changes before
/// that frame belong to the same measure.
pub fn measure_update() {
    let Some(performance) = performance().filter(|_| !UPDATING.replace(true)) else {
        return;
    };
    drop(performance.mark(UPDATE_START));
    after_paint(move || {
        UPDATING.set(false);
        measure_since(&performance, UPDATE, UPDATE_START);
    });
}

/// Measures `name` since the mark `start`, which is used up.
fn measure_since(performance: &Performance, name: &str, start: &str) {
    if performance.get_entries_by_name(name).length() >= KEPT {
        performance.clear_measures_with_measure_name(name);
    }
    drop(performance.measure_with_start_mark(name, start));
    performance.clear_marks_with_mark_name(start);
}

/// Does `work` and measures it under `name`.
pub fn span<T>(name: &str, work: impl FnOnce() -> T) -> T {
    started(name);
    let outcome = work();
    finished(name);
    outcome
}

/// Begins to measure `name`.
pub fn started(name: &str) {
    mark(&format!("{name}-start"));
}

fn mark(name: &str) {
    if let Some(performance) = performance() {
        drop(performance.mark(name));
    }
}

/// Measures `name` since it was [`started`] last.
pub fn finished(name: &str) {
    if let Some(performance) = performance() {
        measure_since(&performance, name, &format!("{name}-start"));
    }
}

/// Does `task` once the next frame has been painted: a task queued from within a frame runs after
/// that.
pub fn after_paint(task: impl FnOnce() + 'static) {
    fn boxed(task: Task) {
        let frame = once(Box::new(move || soon(task)));
        if let Some(window) = web_sys::window() {
            drop(window.request_animation_frame(&frame));
        }
    }
    boxed(Box::new(task));
}

/// Does `task` in a task of its own, before what has arrived from the network is handled; where the
/// browser knows no such order, after that.
fn soon(task: Task) {
    let task = once(task);
    if post(&task).is_none() {
        later(move || drop(task.call0(&JsValue::NULL)));
    }
}

/// What all that is to be done later lies in, so that it shares what schedules it.
type Task = Box<dyn FnOnce()>;

/// A function that frees what it holds when it is called, so that a page which is open for weeks
/// does not grow.
fn once(task: Task) -> Function {
    Closure::once_into_js(task).unchecked_into()
}

/// Hands `task` to the browser's scheduler; `None` where it has none.
fn post(task: &JsValue) -> Option<()> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let scheduler = get(&web_sys::window()?.into(), "scheduler")?;
    let post: Function = get(&scheduler, "postTask")?.dyn_into().ok()?;
    let urgent = Object::new();
    Reflect::set(&urgent, &"priority".into(), &"user-blocking".into()).ok()?;
    post.call2(&scheduler, task, &urgent).ok().map(drop)
}

/// Does `task` in a task of its own, after those that are due already.
pub fn later(task: impl FnOnce() + 'static) {
    fn boxed(task: Task) {
        if let Some(window) = web_sys::window() {
            drop(window.set_timeout_with_callback(&once(task)));
        }
    }
    boxed(Box::new(task));
}

fn performance() -> Option<Performance> {
    web_sys::window()?.performance()
}
