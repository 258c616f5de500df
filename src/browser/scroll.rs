//! Scrolling elements, and lengths that only the style sheet knows.

use super::page::{after, window};
use super::timing;
use gloo_events::EventListener;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// In which a frame has taken the height of what is in it.
const FRAME_GROWS_MS: u32 = 1_000;

/// How far the element has been scrolled down.
pub fn top_px(element: &Element) -> f64 {
    f64::from(element.scroll_top())
}

/// Scrolls the element down to there.
pub fn to(element: &Element, top_px: f64) {
    element.set_scroll_top(top_px as i32);
}

/// Height of the window below the element's upper edge.
pub fn room_px(element: &Element) -> f64 {
    let window_px = window().inner_height().ok().and_then(|px| px.as_f64());
    window_px.unwrap_or_default() - element.get_bounding_client_rect().top()
}

/// Scrolls the page as little as it takes to see all of the element.
pub fn into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls as little as it takes to see what `selector` finds in `root`, once that is drawn; nothing
/// where it finds none. A frame that then grows with it is back at its start, and scrolls again.
pub fn reveal(root: &Element, selector: &'static str) {
    let root = root.clone();
    let show = move || {
        if let Ok(Some(found)) = root.query_selector(selector) {
            into_view(&found);
        }
    };
    let again = show.clone();
    let grown = EventListener::once(&window(), "resize", move |_| again());
    timing::later(show);
    after(FRAME_GROWS_MS, move || drop(grown)).forget();
}

/// Scrolls the element alone, so that what `selector` finds in it stands in its middle once it is
/// drawn; nothing where it finds none.
pub fn centre(element: &Element, selector: &'static str) {
    let element = element.clone();
    timing::later(move || {
        if let Ok(Some(found)) = element.query_selector(selector) {
            let (frame, place) = (
                element.get_bounding_client_rect(),
                found.get_bounding_client_rect(),
            );
            let above = place.top() - frame.top() + place.height() / 2.0;
            to(&element, top_px(&element) + above - frame.height() / 2.0);
        }
    });
}

/// Width and height of what the element shows of its content.
pub fn size_px(element: &Element) -> (f64, f64) {
    (
        f64::from(element.client_width()),
        f64::from(element.client_height()),
    )
}

/// A custom property that holds a length in pixels, such as `--row-height`.
pub fn length_px(element: &Element, property: &str) -> Option<f64> {
    let style = window().get_computed_style(element).ok()??;
    let value = style.get_property_value(property).ok()?;
    let px = js_sys::parse_float(&value);
    px.is_finite().then_some(px)
}
