//! Labels at the ends of lines: beside the plot where lines reach its right edge, around their ends
//! where they stop before. Where there is no room beside the plot, all of them stand in rows above it.

use super::field::{Field, spread};
use super::legend::Legend;
use super::{Layout, Rect, Ruler, Word};
use crate::chart::ink::{Face, Paint};
use crate::chart::model::{ChartModel, EndLabel, Series, SeriesKind};

/// The margin beside the plot without labels.
const BARE_PX: f64 = 12.0;
/// From a line's end to its label.
const FROM_END_PX: f64 = 8.0;
/// From a line's end up or down to the middle of its label.
const BESIDE_PX: f64 = 13.0;
/// The same past one or two labels that stand beside other lines' ends.
const CLEAR_PX: [f64; 2] = [32.0, 50.0];
/// Narrower charts have no labels beside the plot.
const ROOMY_PX: f64 = 480.0;
/// Labels beside the plot take no more than this part of the width.
const MOST: f64 = 0.24;

/// A label to be placed.
pub struct End<'a> {
    /// What it names.
    pub series: &'a Series,
    /// What it says.
    pub text: String,
    slot: usize,
    figure: i64,
}

fn ends(model: &ChartModel) -> impl Iterator<Item = End<'_>> {
    model
        .series
        .iter()
        .filter(|series| series.kind != SeriesKind::Bars)
        .filter_map(|series| {
            let (slot, figure) = series.last()?;
            let text = match series.label {
                EndLabel::Hidden => return None,
                EndLabel::Name => series.name.clone(),
                EndLabel::NameAndValue => format!("{} {}", series.name, model.beside_axis(figure)),
                EndLabel::Value => model.beside_axis(figure),
            };
            Some(End {
                series,
                text,
                slot,
                figure,
            })
        })
}

/// Whether a line goes on to the right edge.
fn reaches_edge(end: &End<'_>, model: &ChartModel) -> bool {
    (end.slot + 1) * 50 >= model.days.len() * 49
}

/// The margin to the right of the plot; and the rows above it, where labels belong into that margin
/// but find no room there.
pub fn margins(model: &ChartModel, width: f64, ruler: Ruler<'_>) -> (f64, Legend) {
    let widest = ends(model)
        .filter(|end| reaches_edge(end, model))
        .map(|end| ruler(&end.text, Face::LABEL).ceil() + FROM_END_PX + 2.0)
        .fold(BARE_PX, f64::max);
    let has_room = (width >= ROOMY_PX || model.ranks) && widest <= width * MOST;
    if has_room || widest <= BARE_PX {
        (widest, Legend::default())
    } else {
        // The main line is drawn last, and named first.
        let all: Vec<End<'_>> = ends(model).collect();
        let legend = Legend::new(all.into_iter().rev(), width, ruler);
        (BARE_PX, legend)
    }
}

fn has_gutter(layout: &Layout) -> bool {
    layout.size.0 - layout.plot.right > BARE_PX
}

/// Labels beside the plot, moved apart where their lines end close together.
pub fn in_gutter(
    model: &ChartModel,
    layout: &Layout,
    field: &mut Field,
    ruler: Ruler<'_>,
) -> Vec<Word> {
    if !has_gutter(layout) {
        return Vec::new();
    }
    let ends: Vec<End<'_>> = ends(model).filter(|end| reaches_edge(end, model)).collect();
    let wanted: Vec<f64> = ends.iter().map(|end| layout.y(end.figure as f64)).collect();
    let limits = (
        layout.plot.top - FROM_END_PX,
        layout.plot.bottom + FROM_END_PX,
    );
    let middles = spread(&wanted, Face::LABEL.line_px(), limits);
    let place = |(end, middle): (End<'_>, f64)| {
        let width = ruler(&end.text, Face::LABEL);
        let place = Rect::line(layout.plot.right + FROM_END_PX, middle, width, Face::LABEL);
        field.add_word(place);
        word(end, place)
    };
    ends.into_iter().zip(middles).map(place).collect()
}

/// Labels of lines that stop within the plot, the main line's first, then those that tell a figure.
pub fn inside(
    model: &ChartModel,
    layout: &Layout,
    field: &mut Field,
    ruler: Ruler<'_>,
) -> Vec<Word> {
    if !layout.pieces.is_empty() {
        return Vec::new();
    }
    let all: Vec<End<'_>> = ends(model)
        .filter(|end| !reaches_edge(end, model))
        .collect();
    let tells = |end: &End<'_>| end.series.label == EndLabel::NameAndValue;
    let (telling, others): (Vec<_>, Vec<_>) = all.into_iter().rev().partition(tells);
    let place = |end: End<'_>| {
        let places = places(&end, layout, ruler(&end.text, Face::LABEL));
        Some(word(end, field.settle(&places)?))
    };
    telling
        .into_iter()
        .chain(others)
        .filter_map(place)
        .collect()
}

/// Places around a line's end, best first.
fn places(end: &End<'_>, layout: &Layout, width: f64) -> Vec<Rect> {
    let (x, y) = (layout.x(end.slot as f64 + 0.5), layout.y(end.figure as f64));
    let mut places = vec![
        (x + FROM_END_PX, y),
        (x - width, y - BESIDE_PX),
        (x + FROM_END_PX, y + BESIDE_PX),
        (x + FROM_END_PX, y - BESIDE_PX),
        (x - width, y + BESIDE_PX),
    ];
    for clear in CLEAR_PX {
        places.extend([(x - width, y + clear), (x - width, y - clear)]);
        places.extend([(x + FROM_END_PX, y + clear), (x + FROM_END_PX, y - clear)]);
    }
    places
        .into_iter()
        .map(|(left, middle)| Rect::line(left, middle, width, Face::LABEL))
        .collect()
}

/// The label as a word there.
pub fn word(end: End<'_>, place: Rect) -> Word {
    Word {
        text: end.text,
        place,
        face: Face::LABEL,
        paint: Paint::Role(end.series.role),
        halo: true,
    }
}
