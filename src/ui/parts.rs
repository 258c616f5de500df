//! Small things that several views are made of.

mod fold;
mod icon;
mod names;
mod player;
mod popover;
mod segmented;
mod sheet;
mod table;

pub use fold::{fold, is_open, turn, turn_summary};
pub use icon::{CHECK, CLOSE, COMPARE, LINK, MOON, OPEN, REFRESH, SEARCH, SUN, SYSTEM, icon};
pub use names::{
    awaited_words, localized, metric_name, name_of, programme_name, progress_text, range_text,
    with_unit,
};
pub use player::{Player, days_a_second, times};
pub use popover::{menu_item, popover};
pub use segmented::segment;
pub use sheet::sheet;
pub use table::{table, table_button, table_of};
