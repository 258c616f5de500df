//! The chart on the page: two canvases (one for the chart, one for what follows the pointer), a
//! tooltip, and a table of the same figures.

mod button;
mod component;
mod picture;
mod pointer;
mod ruler;
mod stage;
mod surface;
mod table;
mod tip;
mod watch;

pub use button::plate_button;
pub use component::chart;
pub use picture::Credit;
