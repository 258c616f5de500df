//! Draws a chart that has been laid out, on any surface.

mod backdrop;
mod density;
mod figures;
mod overlay;
mod pen;
mod plate;

use super::ink::Palette;
use super::layout::Layout;
use super::model::{ChartModel, SeriesKind};
use super::surface::Surface;
use pen::Pen;
use plotters::drawing::DrawingAreaErrorKind;
use plotters_backend::DrawingBackend;
use std::cell::RefCell;
use std::rc::Rc;

pub use overlay::{Pointed, draw_overlay};
pub use plate::draw_plate;

/// What drawing comes to.
pub type Drawn<S> = Result<(), DrawingAreaErrorKind<<S as DrawingBackend>::ErrorType>>;

/// Draws everything but what follows the pointer.
pub fn draw_chart<S: Surface>(
    surface: &Rc<RefCell<S>>,
    model: &ChartModel,
    layout: &Layout,
    palette: &Palette,
) -> Drawn<S> {
    let pen = Pen::new(surface, layout, palette);
    backdrop::bands(&pen, model)?;
    backdrop::grid(&pen)?;
    if let Some(density) = &model.density {
        density::density(&pen, density)?;
    }
    let (bars, lines): (Vec<_>, Vec<_>) = model
        .series
        .iter()
        .partition(|series| series.kind == SeriesKind::Bars);
    for series in bars {
        figures::bars(&pen, series)?;
    }
    backdrop::axis(&pen, model)?;
    backdrop::goals(&pen, model)?;
    backdrop::today(&pen, model)?;
    for series in &lines {
        figures::line(&pen, series)?;
    }
    for series in &lines {
        figures::end_dot(&pen, series, model)?;
    }
    backdrop::words(&pen)
}

#[cfg(test)]
mod tests;
