//! A chart or plate as a picture to take away: drawn anew, finer than most screens, with its name and where
//! its figures come from.

use super::ruler::{Ruler, css_font};
use super::surface::{CanvasSurface, context_of, css};
use crate::browser::page;
use crate::chart::draw::{draw_chart, draw_plate};
use crate::chart::ink::{Face, Ink, Palette};
use crate::chart::layout::Layout;
use crate::chart::model::ChartModel;
use crate::chart::plate::Plate;
use crate::chart::wrap::wrapped;
use crate::reactive::Signal;
use plotters::style::Color;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Pixels of a picture in a CSS pixel.
const FINENESS: f64 = 2.0;
/// The smallest chart that reads well on its own.
const LEAST_PX: (f64, f64) = (640.0, 260.0);
/// Around everything.
const MARGIN_PX: f64 = 24.0;
/// Between the words and the chart.
const GAP_PX: f64 = 12.0;

const TITLE: Face = Face {
    size_px: 17,
    bold: true,
};
const SENTENCE: Face = Face {
    size_px: 13,
    bold: false,
};

/// A surface as drawing takes it.
type SharedSurface = Rc<RefCell<CanvasSurface>>;

/// What a picture says besides what it shows. The page provides it as a context.
#[derive(Clone, Copy)]
pub struct Credit {
    /// As-of day and source of the figures.
    pub line: Signal<String>,
    /// How the names of files begin.
    pub file: Signal<String>,
}

/// What pictures are made with.
pub struct Picture<'a> {
    /// Colours.
    pub palette: &'a Palette,
    /// Measures words.
    pub ruler: &'a Rc<Ruler>,
    /// As-of day and source.
    pub credit: &'a str,
}

impl Picture<'_> {
    /// Draws a chart that has that size on the page.
    pub fn of_chart(&self, model: &ChartModel, size: (f64, f64)) -> Option<HtmlCanvasElement> {
        let size = (size.0.max(LEAST_PX.0), size.1.max(LEAST_PX.1));
        let width_px = |text: &str, face| self.ruler.width_px(text, face);
        let layout = Layout::new(model, size, &width_px);
        let (canvas, surface) = self.surface(size)?;
        draw_chart(&surface, model, &layout, self.palette).ok()?;
        self.framed([&model.title, &model.summary], size, &canvas)
    }

    /// Draws a plate.
    pub fn of_plate(&self, plate: &Plate) -> Option<HtmlCanvasElement> {
        let width_px = |text: &str, face| self.ruler.width_px(text, face);
        let layout = plate.layout(&width_px);
        let (canvas, surface) = self.surface(plate.size)?;
        draw_plate(&surface, plate, &layout, self.palette).ok()?;
        self.framed([&plate.title, &plate.summary], plate.size, &canvas)
    }

    /// Puts the words above and below what has been drawn.
    fn framed(
        &self,
        [title, sentence]: [&str; 2],
        size: (f64, f64),
        drawn: &HtmlCanvasElement,
    ) -> Option<HtmlCanvasElement> {
        let (strong, muted) = (self.palette.text, self.palette.text_muted);
        let words = |text: &str, face, ink| {
            let width_px = |text: &str| self.ruler.width_px(text, face);
            let lines = wrapped(text, size.0, &width_px);
            Words { face, ink, lines }
        };
        let above = [
            words(title, TITLE, strong),
            words(sentence, SENTENCE, muted),
        ];
        let below = words(self.credit, Face::AXIS, muted);
        let chart_top = MARGIN_PX + above.iter().map(Words::height_px).sum::<f64>() + GAP_PX;
        let credit_top = chart_top + size.1 + GAP_PX;
        let height_px = credit_top + below.height_px() + MARGIN_PX;
        let (canvas, context) = self.paper((size.0 + 2.0 * MARGIN_PX, height_px))?;
        let mut top = MARGIN_PX;
        for words in &above {
            top = self.write(&context, words, top);
        }
        context
            .draw_image_with_html_canvas_element_and_dw_and_dh(
                drawn, MARGIN_PX, chart_top, size.0, size.1,
            )
            .ok()?;
        self.write(&context, &below, credit_top);
        Some(canvas)
    }

    /// A canvas of that size with nothing on it but its ground.
    fn paper(&self, size: (f64, f64)) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
        let canvas = blank()?;
        canvas.set_width((size.0 * FINENESS) as u32);
        canvas.set_height((size.1 * FINENESS) as u32);
        let context = context_of(&canvas)?;
        context.scale(FINENESS, FINENESS).ok()?;
        context.set_fill_style_str(&css(self.palette.surface.to_backend_color()));
        context.fill_rect(0.0, 0.0, size.0, size.1);
        Some((canvas, context))
    }

    fn surface(&self, size: (f64, f64)) -> Option<(HtmlCanvasElement, SharedSurface)> {
        let canvas = blank()?;
        let surface = CanvasSurface::new(&canvas, size, FINENESS, Rc::clone(self.ruler))?;
        Some((canvas, Rc::new(RefCell::new(surface))))
    }

    /// Writes from `top` on; gives where the next words would begin.
    fn write(&self, context: &CanvasRenderingContext2d, words: &Words, top: f64) -> f64 {
        context.set_font(&css_font(words.face, &self.palette.font));
        context.set_fill_style_str(&css(words.ink.to_backend_color()));
        context.set_text_baseline("middle");
        let line_px = words.line_px();
        let mut middle = top + line_px / 2.0;
        for line in &words.lines {
            context.fill_text(line, MARGIN_PX, middle).ok();
            middle += line_px;
        }
        middle - line_px / 2.0
    }
}

/// Lines of one face.
struct Words {
    face: Face,
    ink: Ink,
    lines: Vec<String>,
}

impl Words {
    fn line_px(&self) -> f64 {
        self.face.line_px() + 4.0
    }

    fn height_px(&self) -> f64 {
        self.lines.len() as f64 * self.line_px()
    }
}

/// A canvas that stands nowhere.
pub fn blank() -> Option<HtmlCanvasElement> {
    page::document()
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()
}
