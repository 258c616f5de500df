//! Icons: one path each, drawn in the colour of the text.

use crate::view::{View, view};

/// A tick.
pub const CHECK: &str = "M3.5 8.5l3 3 6-7";
/// Opens downwards.
pub const CHEVRON: &str = "M4.5 6.5L8 10l3.5-3.5";
/// Closes or removes.
pub const CLOSE: &str = "M4.5 4.5l7 7M11.5 4.5l-7 7";
/// Holds rows against each other.
pub const COMPARE: &str = "M2.5 12l3.5-4.5 3 2.5 4.5-6M2.5 6l3.5 1 3.5 4.5h4";
/// Copies a link.
pub const LINK: &str = "M6.5 9.5l3-3M7 4.5l1.2-1.2a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.2 1.2a3 3 0 0 1-4.3-4.3L4.7 7.2";
/// Opens a file.
pub const OPEN: &str = "M2 12.5v-9h4l1.5 2H14v7z";
/// Halts what runs.
pub const PAUSE: &str = "M5.5 3.5v9M10.5 3.5v9";
/// Lets it run.
pub const PLAY: &str = "M5 3.2v9.6l7.5-4.8z";
/// Looks for something newer.
pub const REFRESH: &str = "M13 4.5v3.2H9.8M12.7 7.5A5 5 0 1 0 12.4 10.5";
/// Searches.
pub const SEARCH: &str = "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5L13.5 13.5";

/// Light.
pub const SUN: &str = "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9";
/// Dark.
pub const MOON: &str = "M13 9.6A5.5 5.5 0 1 1 6.4 3a4.4 4.4 0 0 0 6.6 6.6z";
/// As the system has it.
pub const SYSTEM: &str = "M2 3h12v8H2zM5.5 13.5h5M8 11v2.5";

/// The icon with that path.
pub fn icon(path: &'static str) -> View {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
            <path d=path />
        </svg>
    }
}
