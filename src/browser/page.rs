//! The page itself: its language, theme and title, and whether anybody sees it.

use gloo_timers::callback::Timeout;
use paceboard_core::model::Day;
use std::pin::Pin;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window of the page.
#[expect(clippy::expect_used, reason = "the program runs in a page")]
pub fn window() -> Window {
    web_sys::window().expect("a window")
}

/// The document of the page.
#[expect(clippy::expect_used, reason = "the program runs in a page")]
pub fn document() -> Document {
    window().document().expect("a document")
}

/// Whether the page is in a hidden tab.
pub fn is_hidden() -> bool {
    document().hidden()
}

/// The root element.
pub fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// Sets the title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The text of `<meta name=…>`, where the page has one.
pub fn meta(name: &str) -> Option<String> {
    let selector = format!("meta[name='{name}']");
    let element = document().query_selector(&selector).ok()??;
    element.get_attribute("content")
}

/// The element that the page keeps for us, emptied of its skeleton.
pub fn emptied_root(id: &str) -> Option<HtmlElement> {
    let root = document().get_element_by_id(id)?;
    root.replace_children_with_node(&js_sys::Array::new());
    root.dyn_into().ok()
}

/// Loads the page anew.
pub fn reload() {
    drop(window().location().reload());
}

/// Now, in milliseconds since 1970 by the viewer's clock: for ages, never for days.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Calls `tick` every half minute, until dropped.
pub fn every_half_minute(tick: impl FnMut() + 'static) -> gloo_timers::callback::Interval {
    gloo_timers::callback::Interval::new(30_000, tick)
}

/// Calls `task` after so many milliseconds, unless dropped before.
pub fn after(ms: u32, task: impl FnOnce() + 'static) -> Timeout {
    fn boxed(ms: u32, task: Box<dyn FnOnce()>) -> Timeout {
        Timeout::new(ms, task)
    }
    boxed(ms, Box::new(task))
}

/// Goes on with `work` whenever what it waits for is there.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    fn boxed(work: Pin<Box<dyn Future<Output = ()>>>) {
        wasm_bindgen_futures::spawn_local(work);
    }
    boxed(Box::pin(work));
}

/// Hours and minutes of a moment in the viewer's zone, as `09:12`.
pub fn clock_time(moment_ms: f64) -> String {
    let date = js_sys::Date::new(&moment_ms.into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The day of a moment in the viewer's zone.
pub fn local_day(moment_ms: f64) -> Option<Day> {
    let date = js_sys::Date::new(&moment_ms.into());
    let (month, day) = (date.get_month() + 1, date.get_date());
    Day::from_ymd(date.get_full_year() as i32, month as u8, day as u8)
}

/// The viewer's zone at a moment, as `UTC+8` or `UTC−3:30`.
pub fn local_zone(moment_ms: f64) -> String {
    let minutes = -js_sys::Date::new(&moment_ms.into()).get_timezone_offset() as i32;
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 {
        format!("UTC{sign}{hours}")
    } else {
        format!("UTC{sign}{hours}:{rest:02}")
    }
}

/// Opens the browser's dialog for printing.
pub fn print() {
    if let Some(window) = web_sys::window() {
        drop(window.print());
    }
}

/// The element that has the keyboard, within shadow roots too.
pub fn active_element() -> Option<Element> {
    let inside = |element: &Element| element.shadow_root()?.active_element();
    std::iter::successors(document().active_element(), inside).last()
}

/// Whether the keyboard is in a text field, so that letters belong to it.
pub fn is_typing() -> bool {
    let Some(active) = active_element() else {
        return false;
    };
    matches!(active.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}
