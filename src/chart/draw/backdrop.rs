//! What figures are read against: bands, grid, axis, goals, today, words.

use super::Drawn;
use super::pen::Pen;
use crate::chart::layout::{Rect, band_place};
use crate::chart::model::ChartModel;
use crate::chart::surface::Surface;
use plotters::style::Color;

/// Length of the marks where months begin.
const MARK_PX: f64 = 5.0;
/// Height of the mark of the window in force.
const WINDOW_PX: f64 = 3.0;
/// Thickness of goals.
const GOAL_PX: f64 = 1.5;
/// Between two festivals.
const APART_PX: f64 = 1.0;
/// Dots of the line at today.
const TODAY_DASH: (f64, f64) = (2.0, 3.0);

/// Festivals, behind everything; one that follows another keeps apart from it.
pub fn bands<S: Surface>(pen: &Pen<'_, S>, model: &ChartModel) -> Drawn<S> {
    for band in &model.bands {
        if let Some(mut place) = band_place(band, model, pen.layout) {
            let mut others = model.bands.iter();
            if others.any(|other| other.range.to() == band.range.from()) {
                place.left += APART_PX;
            }
            pen.rect(place, pen.palette.band)?;
        }
    }
    Ok(())
}

/// Horizontal lines.
pub fn grid<S: Surface>(pen: &Pen<'_, S>) -> Drawn<S> {
    for y in &pen.layout.rows {
        pen.row(*y, pen.palette.grid)?;
    }
    Ok(())
}

/// The line at zero, the marks of the x axis, the window in force.
pub fn axis<S: Surface>(pen: &Pen<'_, S>, model: &ChartModel) -> Drawn<S> {
    let layout = pen.layout;
    let ink = pen.palette.text_muted.mix(0.55);
    let bottom = layout.plot.bottom;
    let zero = if model.ranks { bottom } else { layout.y(0.0) };
    pen.row(zero, ink)?;
    for x in &layout.columns {
        pen.column(*x, (bottom, bottom + MARK_PX), ink)?;
    }
    let Some(window) = model.window.map(|window| window.intersect(model.days)) else {
        return Ok(());
    };
    let x =
        |day: paceboard_core::model::Day| layout.x(f64::from(day.days_since(model.days.from())));
    if window.is_empty() || window == model.days {
        return Ok(());
    }
    let (left, right) = (x(window.from()), x(window.to()));
    pen.rect(
        Rect {
            left,
            right,
            top: bottom,
            bottom: bottom + WINDOW_PX,
        },
        pen.palette.accent,
    )
}

/// Goals.
pub fn goals<S: Surface>(pen: &Pen<'_, S>, model: &ChartModel) -> Drawn<S> {
    for goal in &model.goals {
        let y = pen.layout.y(goal.value as f64);
        let (top, bottom) = (y - GOAL_PX / 2.0, y + GOAL_PX / 2.0);
        pen.rect(
            Rect {
                top,
                bottom,
                ..pen.layout.plot
            },
            pen.palette.goal,
        )?;
    }
    Ok(())
}

/// A dotted upright line at today.
pub fn today<S: Surface>(pen: &Pen<'_, S>, model: &ChartModel) -> Drawn<S> {
    let Some(slot) = model.today.and_then(|today| model.slot(today)) else {
        return Ok(());
    };
    let (low, high) = pen.layout.range;
    let x = slot as f64 + 0.5;
    pen.dashes(
        vec![(x, low), (x, high)],
        pen.palette.text_muted.mix(0.7),
        1.0,
        TODAY_DASH,
    )
}

/// All words, and what stands before those above the plot.
pub fn words<S: Surface>(pen: &Pen<'_, S>) -> Drawn<S> {
    for (place, role) in &pen.layout.pieces {
        pen.rect(*place, pen.palette.role(*role))?;
    }
    for word in &pen.layout.words {
        pen.word(word)?;
    }
    Ok(())
}
