//! Many rows at once, darker where more of them stand.

use super::Drawn;
use super::pen::Pen;
use crate::chart::layout::{Layout, Rect};
use crate::chart::model::Density;
use crate::chart::surface::Surface;
use plotters::style::Color;

/// The smallest cell: smaller ones cost time and show nothing.
const CELL_PX: f64 = 3.0;
/// The part of its colour that the fullest cell has.
const FULLEST_ALPHA: f64 = 0.5;

/// A cell and how many rows stand in it.
type Cell = (Rect, u32);

/// The cells that hold any row, as dark as the root of their rows. The fullest of the last day is
/// the darkest: on the first days all stand in the same few, beside which nobody would be seen.
pub fn density<S: Surface>(pen: &Pen<'_, S>, density: &Density) -> Drawn<S> {
    let columns = columns(pen.layout, density);
    let last = columns.last().into_iter().flatten();
    let most = last.map(|(_, rows)| *rows).max().unwrap_or(1);
    for (place, rows) in columns.into_iter().flatten() {
        let shade = (f64::from(rows) / f64::from(most)).sqrt().min(1.0);
        pen.rect(place, pen.palette.accent.mix(shade * FULLEST_ALPHA))?;
    }
    Ok(())
}

/// Where days are narrower than a cell, the last of several stands for them.
fn columns(layout: &Layout, density: &Density) -> Vec<Vec<Cell>> {
    let days: Vec<&[u32]> = density.counts.chunks(density.levels).collect();
    let width = at_least(CELL_PX, layout.slot_px());
    let columns = days.chunks(width).zip((0..).step_by(width));
    let column = |(days, from): (&[&[u32]], usize)| {
        let levels = days.last().copied().unwrap_or_default();
        let to = from + days.len();
        column(layout, density.step as f64, levels, (from, to))
    };
    columns.map(column).collect()
}

/// The cells that hold any row in the days from the first to before the second.
fn column(layout: &Layout, step: f64, levels: &[u32], (from, to): (usize, usize)) -> Vec<Cell> {
    let height = at_least(CELL_PX, layout.y(0.0) - layout.y(step));
    let edge = |level: usize| layout.y(level as f64 * step).max(layout.plot.top);
    let cell = |(levels, first): (&[u32], usize)| {
        let place = Rect {
            left: layout.x(from as f64),
            top: edge(first + height),
            right: layout.x(to as f64),
            bottom: edge(first),
        };
        (place, levels.iter().sum())
    };
    let cells = levels.chunks(height).zip((0..).step_by(height)).map(cell);
    cells
        .filter(|(place, rows)| *rows > 0 && place.height() > 0.0)
        .collect()
}

/// How many pieces of `each` pixels make that many at least.
fn at_least(px: f64, each: f64) -> usize {
    (px / each).ceil().max(1.0) as usize
}
