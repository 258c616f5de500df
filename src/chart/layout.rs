//! Where everything in a chart stands, in CSS pixels, computed before anything is drawn.

mod days;
mod ends;
mod field;
mod frame;
mod legend;
mod names;

pub use names::band_place;

use super::ink::{Face, Paint};
use super::model::{ChartModel, Role, Series, SeriesKind};
use super::points;
use field::Field;

/// Measures words: their width in CSS pixels.
pub type Ruler<'a> = &'a dyn Fn(&str, Face) -> f64;

/// Radius of the dot at the end of a line that has come to today.
pub const END_DOT_PX: f64 = 3.5;
/// The widest bar of a day.
const BAR_MOST_PX: f64 = 24.0;

/// A rectangle in CSS pixels; y grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// What it says.
    pub text: String,
    /// Where it stands; the text starts at its left edge.
    pub place: Rect,
    /// Size and weight.
    pub face: Face,
    /// Colour.
    pub paint: Paint,
    /// Whether it stands among lines and so needs a halo.
    pub halo: bool,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width and height of the whole.
    pub size: (f64, f64),
    /// Where figures are drawn.
    pub plot: Rect,
    /// Figures at the lower and the upper edge of the plot.
    pub range: (f64, f64),
    /// Days on the x axis.
    pub slots: usize,
    /// Heights of the horizontal grid lines.
    pub rows: Vec<f64>,
    /// Where months (or weeks, or days) begin.
    pub columns: Vec<f64>,
    /// All words.
    pub words: Vec<Word>,
    /// Pieces of lines before their names, where these stand above the plot.
    pub pieces: Vec<(Rect, Role)>,
    /// How many days a bar stands for.
    pub bar_days: usize,
    /// Width of the widest bar.
    pub bar_most_px: f64,
    /// The slot from which on bars stand apart.
    pub apart: usize,
}

impl Layout {
    /// Lays `model` out in a space of that size.
    pub fn new(model: &ChartModel, size: (f64, f64), ruler: Ruler<'_>) -> Self {
        let (frame, mut words) = frame::frame(model, size, ruler);
        words.extend(frame.legend.words);
        let mut layout = Self {
            size,
            plot: frame.plot,
            range: frame.range,
            slots: model.days.len().max(1),
            rows: Vec::new(),
            columns: Vec::new(),
            words,
            pieces: frame.legend.pieces,
            bar_days: 1,
            // Bars of neighbouring ranges touch.
            bar_most_px: model.slots.as_ref().map_or(BAR_MOST_PX, |_| size.0),
            apart: model.slots.as_ref().map_or(usize::MAX, |slots| slots.alike),
        };
        layout.bar_days = points::bar_days(layout.slot_px());
        layout.rows = frame.ticks.iter().map(|tick| layout.y(*tick)).collect();
        layout.add_days(model, ruler);
        layout.add_names(model, ruler);
        layout
    }

    /// Pixels in a day.
    pub fn slot_px(&self) -> f64 {
        self.plot.width() / self.slots as f64
    }

    /// The left edge of a slot; its middle at + 0.5.
    pub fn x(&self, slot: f64) -> f64 {
        self.plot.left + slot * self.slot_px()
    }

    /// The height of a figure.
    pub fn y(&self, figure: f64) -> f64 {
        let (low, high) = self.range;
        self.plot.bottom - (figure - low) / (high - low) * self.plot.height()
    }

    /// The slot at a position, where that is on the plot or just beside it.
    pub fn slot_at(&self, x_px: f64) -> usize {
        let slot = ((x_px - self.plot.left) / self.slot_px()).floor().max(0.0) as usize;
        slot.min(self.slots - 1)
    }

    fn add_days(&mut self, model: &ChartModel, ruler: Ruler<'_>) {
        let (columns, words) = days::days(model, self, ruler);
        self.columns = columns;
        self.words.extend(words);
    }

    fn add_names(&mut self, model: &ChartModel, ruler: Ruler<'_>) {
        let mut field = self.field(model);
        let bands = names::bands(model, self, &mut field, ruler);
        self.words.extend(bands);
        let gutter = ends::in_gutter(model, self, &mut field, ruler);
        self.words.extend(gutter);
        let goals = names::goals(model, self, &mut field, ruler);
        self.words.extend(goals);
        let inside = ends::inside(model, self, &mut field, ruler);
        self.words.extend(inside);
    }

    /// What words must not cover.
    fn field(&self, model: &ChartModel) -> Field {
        let right = self.size.0;
        let mut field = Field::new(Rect { right, ..self.plot });
        for word in &self.words {
            field.add_word(word.place);
        }
        for goal in &model.goals {
            field.add_rule(self.y(goal.value as f64));
        }
        for series in &model.series {
            if series.kind == SeriesKind::Bars {
                self.add_bars(&mut field, &series.values);
            } else {
                self.add_lines(&mut field, &series.values);
                self.add_end_dot(&mut field, model, series);
            }
        }
        field
    }

    fn add_lines(&self, field: &mut Field, values: &[Option<i64>]) {
        for run in points::runs(values) {
            let line: Vec<_> = points::thinned(run, self.slot_px())
                .iter()
                .map(|point| (self.x(point.0), self.y(point.1)))
                .collect();
            field.add_line(line);
        }
    }

    /// No name hides where a line has come to.
    fn add_end_dot(&self, field: &mut Field, model: &ChartModel, series: &Series) {
        if let Some((slot, figure)) = model.come_to_today(series) {
            let middle = (self.x(slot as f64 + 0.5), self.y(figure as f64));
            field.add_word(Rect::around(middle, END_DOT_PX));
        }
    }

    fn add_bars(&self, field: &mut Field, values: &[Option<i64>]) {
        for bar in points::bars(values, self.bar_days) {
            let x = self.x(f64::midpoint(bar.from as f64, bar.to as f64));
            field.add_line(vec![(x, self.y(0.0)), (x, self.y(bar.peak))]);
        }
    }
}

impl Rect {
    /// A place for a word of that width, from `left`, centred on the height `middle`.
    pub fn line(left: f64, middle: f64, width: f64, face: Face) -> Self {
        let half = face.line_px() / 2.0;
        Self {
            left,
            top: middle - half,
            right: left + width,
            bottom: middle + half,
        }
    }

    /// The square that a dot of that radius fills.
    fn around((x, y): (f64, f64), radius: f64) -> Self {
        Self {
            left: x - radius,
            top: y - radius,
            right: x + radius,
            bottom: y + radius,
        }
    }

    /// Width.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Height of the middle.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }

    /// Whether the two have an area in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.common_area(other) > 0.0
    }

    /// The area that two have in common.
    pub fn common_area(&self, other: &Self) -> f64 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        width.max(0.0) * height.max(0.0)
    }

    /// How far it stands out of `bounds`.
    pub fn outside(&self, bounds: &Self) -> f64 {
        let sides = [
            bounds.left - self.left,
            self.right - bounds.right,
            bounds.top - self.top,
            self.bottom - bounds.bottom,
        ];
        sides.into_iter().map(|side| side.max(0.0)).sum()
    }
}

#[cfg(test)]
mod tests;
