//! A surface that remembers what is drawn on it, for tests.

use super::ink::{Face, Ink};
use super::layout::Rect;
use super::surface::{Grain, Surface};
use plotters::style::{Color, FontStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::cell::RefCell;
use std::fmt::Error;
use std::rc::Rc;

/// A stroke, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Stroke {
    Path {
        points: Vec<(f64, f64)>,
        ink: Ink,
        dashed: bool,
    },
    Area {
        corners: Vec<(f64, f64)>,
        ink: Ink,
    },
    Rect {
        place: Rect,
        ink: Ink,
    },
    Dot {
        at: (f64, f64),
        ink: Ink,
    },
    Word {
        text: String,
        place: Rect,
        ink: Ink,
        halo: bool,
    },
}

/// The surface.
pub struct Recorder {
    pub strokes: Vec<Stroke>,
    size: (f64, f64),
    grain: Grain,
    dashed: bool,
    halo: bool,
}

type Done = Result<(), DrawingErrorKind<Error>>;

/// Widths of words as a typeface might have them.
pub fn ruler(text: &str, face: Face) -> f64 {
    let em = f64::from(face.size_px);
    text.chars()
        .map(|letter| if letter.is_ascii() { em * 0.55 } else { em })
        .sum()
}

impl Recorder {
    pub fn new(size: (f64, f64), dpr: f64) -> Rc<RefCell<Self>> {
        let grain = Grain { dpr };
        Rc::new(RefCell::new(Self {
            strokes: Vec::new(),
            size,
            grain,
            dashed: false,
            halo: false,
        }))
    }

    fn px(&self, at: BackendCoord) -> (f64, f64) {
        (self.grain.px(at.0), self.grain.px(at.1))
    }

    fn all_px(&self, points: impl IntoIterator<Item = BackendCoord>) -> Vec<(f64, f64)> {
        points.into_iter().map(|point| self.px(point)).collect()
    }
}

fn ink(colour: BackendColor) -> Ink {
    let (red, green, blue) = colour.rgb;
    plotters::style::RGBAColor(red, green, blue, colour.alpha)
}

fn face<T: BackendTextStyle>(style: &T) -> Face {
    Face {
        size_px: style.size() as u32,
        bold: matches!(style.style(), FontStyle::Bold),
    }
}

impl Surface for Recorder {
    fn grain(&self) -> Grain {
        self.grain
    }

    fn set_dash(&mut self, dash: Option<(f64, f64)>) {
        self.dashed = dash.is_some();
    }

    fn set_halo(&mut self, halo: Option<Ink>) {
        self.halo = halo.is_some();
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        (
            self.grain.units(self.size.0) as u32,
            self.grain.units(self.size.1) as u32,
        )
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Done {
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        _: bool,
    ) -> Done {
        let ((left, top), (right, bottom)) = (self.px(from), self.px(to));
        let place = Rect {
            left,
            top,
            right,
            bottom,
        };
        self.strokes.push(Stroke::Rect {
            place,
            ink: ink(style.color()),
        });
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        let (points, dashed) = (self.all_px(path), self.dashed);
        self.strokes.push(Stroke::Path {
            points,
            ink: ink(style.color()),
            dashed,
        });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        let corners = self.all_px(path);
        self.strokes.push(Stroke::Area {
            corners,
            ink: ink(style.color()),
        });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        _: u32,
        style: &S,
        _: bool,
    ) -> Done {
        let at = self.px(centre);
        self.strokes.push(Stroke::Dot {
            at,
            ink: ink(style.color()),
        });
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Done {
        let (left, middle) = self.px(at);
        let face = face(style);
        let place = Rect::line(left, middle, ruler(text, face), face);
        let (text, ink, halo) = (text.to_owned(), ink(style.color()), self.halo);
        self.strokes.push(Stroke::Word {
            text,
            place,
            ink: ink.to_rgba(),
            halo,
        });
        Ok(())
    }
}
