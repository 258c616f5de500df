//! The y axis and the margins around the plot.

use super::ends;
use super::legend::Legend;
use super::{Rect, Ruler, Word};
use crate::chart::ink::{Face, Paint};
use crate::chart::model::ChartModel;
use paceboard_core::format::{Axis, axis, format_amount, unit_label};

/// The strip above the plot, for the unit and the names of bands.
const TOP_PX: f64 = 22.0;
/// The strip below the plot, for days.
const BOTTOM_PX: f64 = 24.0;
/// Between figures of the axis and the plot.
const GAP_PX: f64 = 8.0;
/// Above the highest figure, so that a label fits between it and the strip.
const HEADROOM_PX: f64 = 23.0;
/// One tick of the y axis in so many pixels.
const TICK_PX: f64 = 32.0;
/// The narrowest margins.
const LEFT_LEAST_PX: f64 = 28.0;

/// The plot and its y axis.
pub struct Frame {
    /// Where figures are drawn.
    pub plot: Rect,
    /// Figures at the lower and the upper edge.
    pub range: (f64, f64),
    /// Figures of the grid lines.
    pub ticks: Vec<f64>,
    /// What stands above everything else.
    pub legend: Legend,
}

/// The frame, and the words of the y axis.
pub fn frame(model: &ChartModel, size: (f64, f64), ruler: Ruler<'_>) -> (Frame, Vec<Word>) {
    let (gutter, legend) = ends::margins(model, size.0, ruler);
    let top = TOP_PX + legend.height_px;
    let bottom = (size.1 - BOTTOM_PX).max(top + 1.0);
    let range = range(model, bottom - top);
    let at_most = ((bottom - top) / TICK_PX) as usize + 1;
    let ends = (range.0 as i64, range.1 as i64);
    let (unit, at_most) = (model.unit(), at_most.clamp(3, 7));
    let axis = axis(model.lang, model.measure, unit, ends, at_most);
    let ticks = ticks(&axis, model.ranks);
    let texts: Vec<String> = ticks
        .iter()
        .map(|tick| format_amount(*tick, &axis.style))
        .collect();
    let widest = texts
        .iter()
        .map(|text| ruler(text, Face::AXIS))
        .fold(0.0, f64::max);
    let left = (widest.ceil() + GAP_PX).max(LEFT_LEAST_PX);
    let right = (size.0 - gutter).max(left + 1.0);
    let frame = Frame {
        plot: Rect {
            left,
            top,
            right,
            bottom,
        },
        range,
        ticks: ticks.iter().map(|tick| *tick as f64).collect(),
        legend,
    };
    let words = words(&frame, texts, &axis, ruler);
    (frame, words)
}

/// Ranks begin with the first.
fn ticks(axis: &Axis, ranks: bool) -> Vec<i64> {
    let mut ticks = axis.ticks.clone();
    if ranks {
        for tick in &mut ticks {
            *tick = (*tick).max(1);
        }
        ticks.dedup();
    }
    ticks
}

/// Zero, all figures and all goals, with room for a label above the highest.
fn range(model: &ChartModel, height: f64) -> (f64, f64) {
    let (low, high) = model.extent();
    let (low, high) = (low as f64, high as f64);
    let room = (HEADROOM_PX / height).min(0.3);
    if model.ranks && low <= high {
        let margin = (high - low) * room / 2.0 + 0.5;
        return (high + margin, low - margin);
    }
    if high <= low {
        return (0.0, 1.0);
    }
    let span = (high - low) / (1.0 - room);
    if high > 0.0 {
        (low, low + span)
    } else {
        (high - span, high)
    }
}

fn words(frame: &Frame, texts: Vec<String>, axis: &Axis, ruler: Ruler<'_>) -> Vec<Word> {
    let plot = frame.plot;
    let (low, high) = frame.range;
    let word = |text: String, middle: f64, left_aligned: bool| {
        let width = ruler(&text, Face::AXIS);
        let right_aligned = plot.left - GAP_PX - width;
        let left = if left_aligned {
            right_aligned.max(0.0)
        } else {
            right_aligned
        };
        let place = Rect::line(left, middle, width, Face::AXIS);
        Word {
            text,
            place,
            face: Face::AXIS,
            paint: Paint::Muted,
            halo: false,
        }
    };
    let figures = frame.ticks.iter().zip(texts).map(|(tick, text)| {
        let y = plot.bottom - (tick - low) / (high - low) * plot.height();
        word(text, y, false)
    });
    let mut words: Vec<Word> = figures.collect();
    let unit = unit_label(&axis.style);
    if !unit.is_empty() {
        words.push(word(unit, plot.top - TOP_PX / 2.0 - 2.0, true));
    }
    words
}
