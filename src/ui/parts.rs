//! Small things that several views are made of.

mod fold;
mod icon;
mod names;
mod popover;
mod segmented;
mod sheet;

pub use fold::{fold, is_open, turn};
pub use icon::{CHECK, CLOSE, LINK, OPEN, PAUSE, PLAY, SEARCH, icon};
pub use names::{localized, metric_name, progress_text, range_text, with_unit};
pub use popover::{menu_item, popover};
pub use segmented::segment;
pub use sheet::sheet;
