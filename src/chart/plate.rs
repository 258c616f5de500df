//! Drawings of boxes and words: what views that are no charts are saved as.

use super::ink::{Face, Paint};
use super::layout::{Layout, Rect, Ruler, Word};

/// A drawing, in CSS pixels from its upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plate {
    /// What it shows.
    pub title: String,
    /// The same in a sentence: whose figures, of when, and how to read them.
    pub summary: String,
    /// What tells its file from others of that title.
    pub about: String,
    /// Width and height.
    pub size: (f64, f64),
    /// Boxes.
    pub tiles: Vec<Tile>,
    /// Words over them.
    pub labels: Vec<Label>,
}

/// A box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tile {
    /// Where it stands.
    pub place: Rect,
    /// How it is filled.
    pub fill: Fill,
    /// Whether there is a fine line around it.
    pub framed: bool,
}

/// What a box is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// From 0, nothing, to 4, the most; −1 is below nothing.
    Shade(i8),
    /// What neither gains nor loses.
    Plain,
    /// What adds to a value.
    Gain,
    /// What takes from a value.
    Loss,
    /// Slanting lines: there is no figure.
    Hatch,
    /// What the drawing lies on.
    Nothing,
}

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it says; shortened where it is wider than `most_px`.
    pub text: String,
    /// Its left edge and its middle in height.
    pub at: (f64, f64),
    /// How wide it may be.
    pub most_px: f64,
    /// Whether it ends at the right of that width instead of beginning at the left.
    pub ends: bool,
    /// Colour.
    pub paint: Paint,
}

impl Label {
    /// Size and weight of all of them.
    pub const FACE: Face = Face::AXIS;

    fn word(&self, ruler: Ruler<'_>) -> Word {
        let text = fitted(&self.text, self.most_px, ruler);
        let width = ruler(&text, Self::FACE);
        let indent = if self.ends { self.most_px - width } else { 0.0 };
        Word {
            place: Rect::line(self.at.0 + indent, self.at.1, width, Self::FACE),
            text,
            face: Self::FACE,
            paint: self.paint,
            halo: false,
        }
    }
}

impl Plate {
    /// Puts a box there, of that width and height.
    #[inline(never)]
    pub fn put(&mut self, (left, top): (f64, f64), size: (f64, f64), fill: Fill, framed: bool) {
        let place = Rect {
            left,
            top,
            right: left + size.0,
            bottom: top + size.1,
        };
        self.tiles.push(Tile {
            place,
            fill,
            framed,
        });
    }

    /// Writes a quiet word there.
    #[inline(never)]
    pub fn write(&mut self, text: &str, at: (f64, f64), most_px: f64) -> &mut Label {
        self.labels.push(Label {
            text: text.to_owned(),
            at,
            most_px,
            ends: false,
            paint: Paint::Muted,
        });
        let last = self.labels.len() - 1;
        &mut self.labels[last]
    }

    /// The same as a layout whose slots and figures are CSS pixels, figures below 0 from the upper
    /// edge downwards.
    pub fn layout(&self, ruler: Ruler<'_>) -> Layout {
        let (right, bottom) = self.size;
        Layout {
            size: self.size,
            plot: Rect {
                right,
                bottom,
                ..Rect::default()
            },
            range: (-bottom, 0.0),
            slots: right as usize,
            rows: Vec::new(),
            columns: Vec::new(),
            words: self.labels.iter().map(|label| label.word(ruler)).collect(),
            pieces: Vec::new(),
            bar_days: 1,
            bar_most_px: 0.0,
            apart: 0,
        }
    }
}

/// The text, or as much of it as has room with an ellipsis after it.
fn fitted(text: &str, most_px: f64, ruler: Ruler<'_>) -> String {
    let mut shown = text.to_owned();
    let mut kept = text.to_owned();
    while ruler(&shown, Label::FACE) > most_px && kept.pop().is_some() {
        shown = format!("{kept}…");
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{Plate, fitted};
    use crate::chart::recorder::ruler;

    #[test]
    fn words_that_are_too_wide_end_in_an_ellipsis() {
        // 12 px each, an ellipsis as well.
        assert_eq!(fitted("映礼传媒", 48.0, &ruler), "映礼传媒");
        assert_eq!(fitted("映礼传媒", 47.0, &ruler), "映礼…");
        assert_eq!(fitted("映礼传媒", 5.0, &ruler), "…");
    }

    #[test]
    fn words_end_where_they_are_told_to_and_pixels_are_pixels() {
        let mut plate = Plate {
            size: (200.0, 80.0),
            ..Plate::default()
        };
        plate.write("传媒", (10.0, 8.0), 50.0).ends = true;
        let layout = plate.layout(&ruler);
        let word = &layout.words[0].place;
        assert_eq!((word.left, word.right, word.middle()), (36.0, 60.0, 8.0));
        assert_eq!((layout.x(17.0), layout.y(-31.0)), (17.0, 31.0));
    }
}
