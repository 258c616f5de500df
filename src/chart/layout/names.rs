//! Names of bands and of goals.

use super::field::Field;
use super::{Layout, Rect, Ruler, Word};
use crate::chart::ink::{Face, Paint};
use crate::chart::model::{Band, ChartModel, ReferenceLine};

/// From the plot's upper edge up to the middle of the names of bands.
const ABOVE_PX: f64 = 9.0;
/// Between the names of two bands.
const APART_PX: f64 = 6.0;
/// From a goal's line to the middle of its name.
const FROM_GOAL_PX: f64 = 10.0;
/// From the sides of the plot to a goal's name.
const FROM_SIDE_PX: f64 = 6.0;

/// The names of bands, above them. The longest bands are named first, of equals the later, which is
/// what the earlier led up to; where a name would touch another it is moved to an edge of its band, and left out where that does not help.
pub fn bands(
    model: &ChartModel,
    layout: &Layout,
    field: &mut Field,
    ruler: Ruler<'_>,
) -> Vec<Word> {
    let length = |band: &Band| band.range.intersect(model.days).len();
    let mut bands: Vec<&Band> = Vec::with_capacity(model.bands.len());
    for band in &model.bands {
        let place = bands.partition_point(|other| length(other) > length(band));
        bands.insert(place, band);
    }
    bands
        .into_iter()
        .filter_map(|band| band_name(band, model, layout, field, ruler))
        .collect()
}

fn band_name(
    band: &Band,
    model: &ChartModel,
    layout: &Layout,
    field: &mut Field,
    ruler: Ruler<'_>,
) -> Option<Word> {
    let shown = band_place(band, model, layout)?;
    let width = ruler(&band.label, Face::SMALL);
    let middle = f64::midpoint(shown.left, shown.right);
    let place_at = |left: f64| {
        let left = left.min(layout.size.0 - width).max(layout.plot.left);
        Rect::line(left, layout.plot.top - ABOVE_PX, width, Face::SMALL)
    };
    let is_free = |place: &Rect| {
        field.is_free(&Rect {
            left: place.left - APART_PX,
            right: place.right + APART_PX,
            ..*place
        })
    };
    // Above its middle, or else with one of its edges.
    let lefts = [middle - width / 2.0, shown.right - width, shown.left];
    let place = lefts.map(place_at).into_iter().find(is_free)?;
    field.add_word(place);
    let text = band.label.clone();
    Some(Word {
        text,
        place,
        face: Face::SMALL,
        paint: Paint::Muted,
        halo: false,
    })
}

/// The part of a band that the chart shows.
pub fn band_place(band: &Band, model: &ChartModel, layout: &Layout) -> Option<Rect> {
    let shown = band.range.intersect(model.days);
    let slot = |day| {
        f64::from(paceboard_core::model::Day::days_since(
            day,
            model.days.from(),
        ))
    };
    let (left, right) = (layout.x(slot(shown.from())), layout.x(slot(shown.to())));
    (!shown.is_empty()).then_some(Rect {
        left,
        right,
        ..layout.plot
    })
}

/// The names of goals, on their lines, where they cover least.
pub fn goals(
    model: &ChartModel,
    layout: &Layout,
    field: &mut Field,
    ruler: Ruler<'_>,
) -> Vec<Word> {
    model
        .goals
        .iter()
        .filter_map(|goal| goal_name(goal, layout, field, ruler))
        .collect()
}

fn goal_name(
    goal: &ReferenceLine,
    layout: &Layout,
    field: &mut Field,
    ruler: Ruler<'_>,
) -> Option<Word> {
    let (plot, y) = (layout.plot, layout.y(goal.value as f64));
    let width = ruler(&goal.label, Face::LABEL);
    let middle = f64::midpoint(plot.left, plot.right) - width / 2.0;
    let lefts = [
        plot.left + FROM_SIDE_PX,
        middle,
        plot.right - FROM_SIDE_PX - width,
    ];
    let places: Vec<Rect> = [-FROM_GOAL_PX, FROM_GOAL_PX]
        .into_iter()
        .flat_map(|from_line| lefts.map(|left| Rect::line(left, y + from_line, width, Face::LABEL)))
        .collect();
    let place = field.settle(&places)?;
    let text = goal.label.clone();
    Some(Word {
        text,
        place,
        face: Face::LABEL,
        paint: Paint::Goal,
        halo: true,
    })
}
