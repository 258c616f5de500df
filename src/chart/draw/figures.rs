//! Lines, areas and bars.

use super::Drawn;
use super::pen::Pen;
use crate::chart::ink::Ink;
use crate::chart::layout::{END_DOT_PX, Rect};
use crate::chart::model::{ChartModel, Role, Series, SeriesKind};
use crate::chart::points::{self, Bar, Point};
use crate::chart::surface::Surface;
use plotters::style::Color;

/// Thickness of the main line and of the others.
const MAIN_PX: f64 = 2.25;
const OTHER_PX: f64 = 1.5;
/// Dash and gap.
const DASH: (f64, f64) = (5.0, 3.5);
/// The dot between two gaps.
const LONE_DOT_PX: f64 = 1.5;
/// How much of its colour an area has, and the part of a bar above its mean.
const AREA_ALPHA: f64 = 0.12;
const PEAK_ALPHA: f64 = 0.38;
const FAN_ALPHA: f64 = 0.18;
/// Between two bars, where they are wide enough for it.
const BAR_GAP_PX: f64 = 1.0;
/// The gap before a bar that stands apart.
const APART_PX: f64 = 6.0;
const APART_ALPHA: f64 = 0.7;

/// One line with all its stretches.
pub fn line<S: Surface>(pen: &Pen<'_, S>, series: &Series) -> Drawn<S> {
    let ink = pen.palette.role(series.role);
    if series.kind == SeriesKind::Fan {
        return fan(pen, series, ink);
    }
    for run in points::runs(&series.values) {
        if let [lone] = run[..] {
            pen.dot(lone, LONE_DOT_PX, ink)?;
            continue;
        }
        let run = points::thinned(run, pen.layout.slot_px());
        stretch(pen, series, run, ink)?;
    }
    Ok(())
}

fn stretch<S: Surface>(pen: &Pen<'_, S>, series: &Series, run: Vec<Point>, ink: Ink) -> Drawn<S> {
    let width = match series.role {
        Role::Accent | Role::Peer(_) => MAIN_PX,
        Role::Muted | Role::Plan | Role::Later => OTHER_PX,
    };
    match series.kind {
        SeriesKind::Dashed => pen.dashes(run, ink, width, DASH),
        SeriesKind::Step => pen.path(points::steps(&run), ink, width),
        SeriesKind::Area => {
            pen.area(closed(&run), ink.mix(AREA_ALPHA))?;
            pen.path(run, ink, width)
        }
        SeriesKind::Line | SeriesKind::Bars | SeriesKind::Fan => pen.path(run, ink, width),
    }
}

/// The area between the two edges, wherever both are known.
fn fan<S: Surface>(pen: &Pen<'_, S>, series: &Series, ink: Ink) -> Drawn<S> {
    let spans = (0..series.values.len()).filter_map(|slot| Some((slot, series.span(slot)?)));
    let edges: Vec<(f64, (i64, i64))> = spans
        .map(|(slot, span)| (slot as f64 + 0.5, span))
        .collect();
    let upper = edges.iter().map(|(x, (_, high))| (*x, *high as f64));
    let lower = edges.iter().rev().map(|(x, (low, _))| (*x, *low as f64));
    let corners: Vec<Point> = upper.chain(lower).collect();
    if edges.len() < 2 {
        return Ok(());
    }
    pen.area(corners, ink.mix(FAN_ALPHA))
}

/// A line closed along zero.
fn closed(run: &[Point]) -> Vec<Point> {
    let ends = [run.last(), run.first()].into_iter().flatten();
    run.iter()
        .copied()
        .chain(ends.map(|end| (end.0, 0.0)))
        .collect()
}

/// The dot at the end of a line that has come to today.
pub fn end_dot<S: Surface>(pen: &Pen<'_, S>, series: &Series, model: &ChartModel) -> Drawn<S> {
    match model.come_to_today(series) {
        Some((slot, figure)) => {
            let ink = pen.palette.role(series.role);
            pen.dot((slot as f64 + 0.5, figure as f64), END_DOT_PX, ink)
        }
        None => Ok(()),
    }
}

/// Bars; where one stands for several days, up to their mean in full colour and on to the day
/// furthest from zero in a lighter one.
pub fn bars<S: Surface>(pen: &Pen<'_, S>, series: &Series) -> Drawn<S> {
    for bar in points::bars(&series.values, pen.layout.bar_days) {
        let is_apart = bar.from >= pen.layout.apart;
        let alpha = if is_apart { APART_ALPHA } else { 1.0 };
        let ink = pen.palette.role(series.role).mix(alpha);
        if (bar.peak - bar.mean).abs() > f64::EPSILON {
            pen.rect(
                bar_place(pen, &bar, (bar.mean, bar.peak)),
                ink.mix(PEAK_ALPHA),
            )?;
        }
        pen.rect(bar_place(pen, &bar, (0.0, bar.mean)), ink)?;
    }
    Ok(())
}

fn bar_place<S: Surface>(pen: &Pen<'_, S>, bar: &Bar, (from, to): (f64, f64)) -> Rect {
    let layout = pen.layout;
    let (left, right) = (layout.x(bar.from as f64), layout.x(bar.to as f64));
    let inset = ((right - left - layout.bar_most_px) / 2.0).max(BAR_GAP_PX / 2.0);
    let (a, b) = (layout.y(from), layout.y(to));
    let is_apart = bar.from >= layout.apart;
    let gap = if is_apart { APART_PX } else { inset };
    Rect {
        left: left + gap,
        right: right - inset,
        top: a.min(b),
        bottom: a.max(b),
    }
}
