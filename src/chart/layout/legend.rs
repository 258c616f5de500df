//! The names of lines in rows above the plot, each after a piece of its line: for charts without
//! room for them at the lines' ends, where a name inside the plot would be read as another line's.

use super::ends::{End, word};
use super::{Rect, Ruler, Word};
use crate::chart::ink::Face;
use crate::chart::model::{Role, SeriesKind};

/// Height of a row.
const ROW_PX: f64 = 18.0;
/// Length and thickness of the piece of a line.
const PIECE_PX: (f64, f64) = (14.0, 2.0);
/// Where a dashed piece is drawn, from its left.
const DASHES_PX: [(f64, f64); 2] = [(0.0, 5.0), (9.0, 14.0)];
/// From a piece to its name, and from a name to the next piece.
const GAPS_PX: (f64, f64) = (6.0, 14.0);

/// The rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Legend {
    /// Pieces of lines.
    pub pieces: Vec<(Rect, Role)>,
    /// Their names.
    pub words: Vec<Word>,
    /// Height of all rows.
    pub height_px: f64,
}

impl Legend {
    /// The names in the order given, as many in a row as fit into the width.
    pub fn new<'a>(ends: impl Iterator<Item = End<'a>>, width: f64, ruler: Ruler<'_>) -> Self {
        let mut legend = Self::default();
        let mut left = 0.0;
        for end in ends {
            let long = ruler(&end.text, Face::LABEL);
            let whole = PIECE_PX.0 + GAPS_PX.0 + long;
            if legend.words.is_empty() || left + whole > width {
                legend.height_px += ROW_PX;
                left = 0.0;
            }
            legend.add(end, left, long.min(width - PIECE_PX.0 - GAPS_PX.0));
            left += whole + GAPS_PX.1;
        }
        legend
    }

    fn add(&mut self, end: End<'_>, left: f64, long: f64) {
        let middle = self.height_px - ROW_PX / 2.0;
        let dashes = match end.series.kind {
            SeriesKind::Dashed => &DASHES_PX[..],
            _ => &[(0.0, PIECE_PX.0)],
        };
        let half = PIECE_PX.1 / 2.0;
        let role = end.series.role;
        let piece = |(from, to): &(f64, f64)| {
            let place = Rect {
                left: left + from,
                top: middle - half,
                right: left + to,
                bottom: middle + half,
            };
            (place, role)
        };
        self.pieces.extend(dashes.iter().map(piece));
        let text_left = left + PIECE_PX.0 + GAPS_PX.0;
        let place = Rect::line(text_left, middle, long, Face::LABEL);
        self.words.push(Word {
            halo: false,
            ..word(end, place)
        });
    }
}
