//! Tells when a chart's space or the page's look has changed. Each watch ends when it is dropped.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Looks that the page may take on while it is open.
const LOOKS: [&str; 4] = [
    "(forced-colors: active)",
    "(prefers-color-scheme: dark)",
    "(prefers-contrast: more)",
    "print",
];

/// How fine charts are drawn on paper.
const PAPER_DPR: f64 = 3.0;

/// Watches the size of an element.
pub struct SizeWatch {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl SizeWatch {
    /// Calls `changed` with the width and height of the inside of `element` in CSS pixels, now and
    /// whenever they change: after the page has been laid out and before it is painted.
    pub fn new(element: &Element, mut changed: impl FnMut(f64, f64) + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                let inside = entry.content_rect();
                changed(inside.width(), inside.height());
            }
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `changed` whenever the page takes on or loses one of [`LOOKS`].
pub fn watch_looks(changed: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    LOOKS
        .iter()
        .filter_map(|look| watch_media(look, changed.clone()))
        .collect()
}

/// Calls `changed` when the screen no longer has `dpr` device pixels in a CSS pixel.
pub fn watch_dpr(dpr: f64, changed: impl Fn() + 'static) -> Option<EventListener> {
    watch_media(&format!("(resolution: {dpr}dppx)"), changed)
}

fn watch_media(query: &str, changed: impl Fn() + 'static) -> Option<EventListener> {
    let media = web_sys::window()?.match_media(query).ok()??;
    Some(EventListener::new(&media, "change", move |_| changed()))
}

/// Whether the page is being laid out for paper.
pub fn is_on_paper() -> bool {
    let media = web_sys::window().and_then(|window| window.match_media("print").ok()?);
    media.is_some_and(|media| media.matches())
}

/// Device pixels in a CSS pixel; paper is finer than most screens.
pub fn dpr() -> f64 {
    let least = if is_on_paper() { PAPER_DPR } else { 0.25 };
    web_sys::window()
        .map_or(1.0, |window| window.device_pixel_ratio())
        .clamp(least, 8.0)
}
