//! Charts: figures by day, or by other slots that have names, drawn with plotters on a canvas.
//!
//! A [`ChartModel`] says what to show, and a [`Plate`] what a view that is no chart is saved as. [`layout`] decides where everything stands before anything
//! is drawn; [`draw`] draws that on any plotters backend, so that tests can look at what is drawn;
//! [`canvas`] is the component that puts it on the page. Only `canvas` and `palette` know the
//! browser.

mod canvas;
mod cursor;
mod draw;
mod ink;
mod layout;
mod model;
mod palette;
mod plate;
mod points;
mod reading;
mod surface;
mod wrap;

#[cfg(test)]
mod recorder;
#[cfg(test)]
mod samples;

pub use canvas::{Credit, chart, plate_button};
pub use ink::Paint;
pub use model::{
    Band, ChartModel, Density, EndLabel, ReferenceLine, Role, Series, SeriesKind, SlotNames,
};
pub use plate::{Fill, Plate};

/// The class of a small piece of a line in the colour of `role`, to stand before its name.
pub fn key_class(role: Role) -> String {
    format!("chart__key chart__key--{}", role.name())
}
