//! What follows the pointer: the crosshair and the days being chosen.

use super::Drawn;
use super::pen::Pen;
use crate::chart::ink::Palette;
use crate::chart::layout::{Layout, Rect};
use crate::chart::model::{ChartModel, SeriesKind};
use crate::chart::surface::Surface;
use plotters::style::Color;
use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

/// Dots where the crosshair meets lines.
const DOT_PX: f64 = 4.0;
/// How much of its colour the shade of chosen days has.
const SHADE_ALPHA: f64 = 0.14;

/// What is pointed at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pointed {
    /// The slot under the crosshair.
    pub slot: Option<usize>,
    /// The slots being chosen.
    pub chosen: Option<RangeInclusive<usize>>,
}

/// Draws the crosshair and the days being chosen.
pub fn draw_overlay<S: Surface>(
    surface: &Rc<RefCell<S>>,
    model: &ChartModel,
    layout: &Layout,
    palette: &Palette,
    pointed: &Pointed,
) -> Drawn<S> {
    let pen = Pen::new(surface, layout, palette);
    if let Some(chosen) = &pointed.chosen {
        shade(&pen, chosen)?;
    }
    match pointed.slot {
        Some(slot) => crosshair(&pen, model, slot),
        None => Ok(()),
    }
}

fn shade<S: Surface>(pen: &Pen<'_, S>, chosen: &RangeInclusive<usize>) -> Drawn<S> {
    let (layout, ink) = (pen.layout, pen.palette.accent);
    let left = layout.x(*chosen.start() as f64);
    let right = layout.x(*chosen.end() as f64 + 1.0);
    pen.rect(
        Rect {
            left,
            right,
            ..layout.plot
        },
        ink.mix(SHADE_ALPHA),
    )?;
    let span = (layout.plot.top, layout.plot.bottom);
    pen.column(left, span, ink)?;
    pen.column(right, span, ink)
}

fn crosshair<S: Surface>(pen: &Pen<'_, S>, model: &ChartModel, slot: usize) -> Drawn<S> {
    let layout = pen.layout;
    let x = layout.x(slot as f64 + 0.5);
    pen.column(
        x,
        (layout.plot.top, layout.plot.bottom),
        pen.palette.text.mix(0.5),
    )?;
    for series in model
        .series
        .iter()
        .filter(|series| !matches!(series.kind, SeriesKind::Bars | SeriesKind::Fan))
    {
        if let Some(figure) = series.at(slot) {
            let at = (slot as f64 + 0.5, figure as f64);
            pen.dot(at, DOT_PX, pen.palette.role(series.role))?;
        }
    }
    Ok(())
}
