//! Small things that several views are made of.

mod icon;
mod names;
mod popover;
mod segmented;

pub use icon::{CLOSE, PAUSE, PLAY, SEARCH, icon};
pub use names::{localized, metric_name, range_text};
pub use popover::{menu_item, popover};
pub use segmented::segment;
