//! Boxes and words.

use super::pen::Pen;
use super::{Drawn, backdrop};
use crate::chart::ink::Palette;
use crate::chart::layout::{Layout, Rect};
use crate::chart::plate::{Fill, Plate, Tile};
use crate::chart::surface::Surface;
use std::cell::RefCell;
use std::rc::Rc;

/// Width of frames and of the lines of a hatched box.
const LINE_PX: f64 = 1.0;

/// Draws a plate that has been laid out.
pub fn draw_plate<S: Surface>(
    surface: &Rc<RefCell<S>>,
    plate: &Plate,
    layout: &Layout,
    palette: &Palette,
) -> Drawn<S> {
    let pen = Pen::new(surface, layout, palette);
    for tile in &plate.tiles {
        draw_tile(&pen, tile)?;
    }
    backdrop::words(&pen)
}

fn draw_tile<S: Surface>(pen: &Pen<'_, S>, tile: &Tile) -> Drawn<S> {
    let (palette, mut place) = (pen.palette, tile.place);
    if tile.framed {
        pen.rect(place, palette.muted)?;
        place = Rect {
            left: place.left + LINE_PX,
            top: place.top + LINE_PX,
            right: place.right - LINE_PX,
            bottom: place.bottom - LINE_PX,
        };
        pen.rect(place, palette.surface)?;
    }
    match tile.fill {
        Fill::Shade(level) => pen.rect(place, palette.shade(level)),
        Fill::Plain => pen.rect(place, palette.muted),
        Fill::Gain => pen.rect(place, palette.gain),
        Fill::Loss => pen.rect(place, palette.loss),
        Fill::Hatch => hatch(pen, place),
        Fill::Nothing => Ok(()),
    }
}

/// The diagonal, and lines beside it from middle to middle of the edges.
fn hatch<S: Surface>(pen: &Pen<'_, S>, place: Rect) -> Drawn<S> {
    let (x, y, half) = (place.left, -place.bottom, place.width() / 2.0);
    for (from, to) in [
        ((0.0, 1.0), (1.0, 2.0)),
        ((0.0, 0.0), (2.0, 2.0)),
        ((1.0, 0.0), (2.0, 1.0)),
    ] {
        let point = |(across, up)| (x + half * across, y + half * up);
        pen.path(vec![point(from), point(to)], pen.palette.muted, LINE_PX)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::draw_plate;
    use crate::chart::layout::Rect;
    use crate::chart::plate::{Fill, Plate};
    use crate::chart::recorder::{Recorder, Stroke, ruler};
    use crate::chart::samples::{ACCENT, palette};

    /// A plate of three boxes of 12 px at (10, 20) and a word.
    fn drawn(fills: [(Fill, bool); 3]) -> Vec<Stroke> {
        let mut plate = Plate {
            size: (100.0, 50.0),
            ..Plate::default()
        };
        for (fill, framed) in fills {
            plate.put((10.0, 20.0), (12.0, 12.0), fill, framed);
        }
        plate.write("Apr", (0.0, 10.0), 40.0);
        let recorder = Recorder::new(plate.size, 2.0);
        draw_plate(&recorder, &plate, &plate.layout(&ruler), &palette()).unwrap();
        std::mem::take(&mut recorder.borrow_mut().strokes)
    }

    #[test]
    fn boxes_are_filled_framed_or_hatched_and_lie_under_words() {
        let strokes = drawn([
            (Fill::Shade(4), false),
            (Fill::Shade(4), true),
            (Fill::Hatch, false),
        ]);
        let filled = |left, top, right, bottom| Stroke::Rect {
            place: Rect {
                left,
                top,
                right,
                bottom,
            },
            ink: ACCENT,
        };
        assert_eq!(strokes[0], filled(10.0, 20.0, 22.0, 32.0));
        // A frame, what lies in it, and the box within.
        assert_eq!(strokes[3], filled(11.0, 21.0, 21.0, 31.0));
        let Stroke::Path { points, .. } = &strokes[5] else {
            panic!("{strokes:?}");
        };
        assert_eq!(*points, [(10.0, 32.0), (22.0, 20.0)]);
        assert!(matches!(&strokes[7], Stroke::Word { text, .. } if text == "Apr"));
        assert_eq!(strokes.len(), 8);
    }

    #[test]
    fn days_to_come_leave_the_ground_as_it_is() {
        let strokes = drawn([
            (Fill::Nothing, false),
            (Fill::Nothing, true),
            (Fill::Nothing, false),
        ]);
        assert_eq!(strokes.len(), 3);
    }
}
