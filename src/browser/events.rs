//! Events of the window and the document.

use gloo_events::EventListener;

/// Calls `handler` on each `name` event of the window, until dropped.
pub fn on_window(name: &'static str, mut handler: impl FnMut() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, name, move |_| handler()))
}

/// Tells `handler` when the page is about to be laid out for paper, and when it is not any more,
/// until dropped. Both events come before the browser lays out; what a preview or a tool switches
/// to is told by the media query alone.
pub fn on_print(handler: impl Fn(bool) + Clone + 'static) -> Option<Vec<EventListener>> {
    let window = web_sys::window()?;
    let media = window.match_media("print").ok()??;
    let [before, after, changed] = [handler.clone(), handler.clone(), handler];
    let asked = media.clone();
    Some(vec![
        EventListener::new(&window, "beforeprint", move |_| before(true)),
        EventListener::new(&window, "afterprint", move |_| after(false)),
        EventListener::new(&media, "change", move |_| changed(asked.matches())),
    ])
}

/// Calls `handler` whenever the page becomes visible, until dropped.
pub fn on_visible(mut handler: impl FnMut() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    let listener = EventListener::new(&document, "visibilitychange", move |_| {
        if !super::page::is_hidden() {
            handler();
        }
    });
    Some(listener)
}
