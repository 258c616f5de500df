//! Drawing on a canvas: plotters' own canvas backend, in finer units and with its words measured
//! and set by the canvas.

use super::ruler::{Ruler, css_font};
use crate::browser::length::px;
use crate::chart::ink::{Face, Ink};
use crate::chart::surface::{Grain, Surface};
use plotters::style::{Color, FontStyle, RGBAColor, ShapeStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Width of the halo around words.
const HALO_PX: f64 = 4.0;

/// What the canvas backend fails with.
type Failure = DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>;

/// A canvas whose coordinates are fractions of its device pixels.
pub struct CanvasSurface {
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
    ruler: Rc<Ruler>,
    grain: Grain,
    size: (u32, u32),
    halo: Option<Ink>,
}

impl CanvasSurface {
    /// A surface of that size in CSS pixels. The canvas gets a pixel for each device pixel and is
    /// wiped.
    pub fn new(
        canvas: &HtmlCanvasElement,
        size: (f64, f64),
        dpr: f64,
        ruler: Rc<Ruler>,
    ) -> Option<Self> {
        let context = context_of(canvas)?;
        fit(canvas, &context, size, dpr);
        let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
        let grain = Grain { dpr };
        let size = (grain.units(size.0) as u32, grain.units(size.1) as u32);
        let surface = Self {
            backend,
            context,
            ruler,
            grain,
            size,
            halo: None,
        };
        surface.use_units();
        surface.context.set_line_join("round");
        surface.context.set_text_baseline("middle");
        surface.context.set_text_align("left");
        Some(surface)
    }

    /// Coordinates in units.
    fn use_units(&self) {
        let scale = self.grain.dpr / self.grain.units_per_px();
        self.context
            .set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0)
            .ok();
    }

    /// Coordinates in CSS pixels.
    fn use_px(&self) {
        let dpr = self.grain.dpr;
        self.context
            .set_transform(dpr, 0.0, 0.0, dpr, 0.0, 0.0)
            .ok();
    }

    fn set_word(&self, text: &str, colour: BackendColor, (x, y): (f64, f64)) {
        if let Some(halo) = self.halo {
            self.context
                .set_stroke_style_str(&css(halo.to_backend_color()));
            self.context.set_line_width(HALO_PX);
            self.context.stroke_text(text, x, y).ok();
        }
        self.context.set_fill_style_str(&css(colour));
        self.context.fill_text(text, x, y).ok();
    }
}

/// The context of a canvas.
pub fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// Gives the canvas a pixel for each device pixel and wipes it.
pub fn fit(
    canvas: &HtmlCanvasElement,
    context: &CanvasRenderingContext2d,
    size: (f64, f64),
    dpr: f64,
) {
    let (width, height) = ((size.0 * dpr).round() as u32, (size.1 * dpr).round() as u32);
    if (canvas.width(), canvas.height()) == (width, height) {
        context.reset_transform().ok();
        context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        return;
    }
    canvas.set_width(width);
    canvas.set_height(height);
    let style = web_sys::HtmlElement::style(canvas);
    style
        .set_property("width", &px(f64::from(width) / dpr))
        .ok();
    style
        .set_property("height", &px(f64::from(height) / dpr))
        .ok();
}

/// A colour as canvases take it.
pub fn css(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    format!("rgba({red},{green},{blue},{})", colour.alpha)
}

impl Surface for CanvasSurface {
    fn grain(&self) -> Grain {
        self.grain
    }

    fn set_dash(&mut self, dash: Option<(f64, f64)>) {
        let units = self.grain.units_per_px();
        let dash = dash.map(|(on, off)| [on * units, off * units]);
        let list: js_sys::Array = dash
            .iter()
            .flatten()
            .copied()
            .map(js_sys::Number::from)
            .collect();
        self.context.set_line_dash(&list).ok();
    }

    fn set_halo(&mut self, halo: Option<Ink>) {
        self.halo = halo;
    }
}

impl DrawingBackend for CanvasSurface {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Result<(), Failure> {
        self.backend.draw_pixel(at, colour)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        self.backend.draw_rect(from, to, &plain(style), fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), Failure> {
        let path: Vec<BackendCoord> = path.into_iter().collect();
        self.backend.draw_path(path, &plain(style))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Result<(), Failure> {
        let corners: Vec<BackendCoord> = corners.into_iter().collect();
        self.backend.fill_polygon(corners, &plain(style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Failure> {
        self.backend
            .draw_circle(centre, radius, &plain(style), fill)
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        at: BackendCoord,
    ) -> Result<(), Failure> {
        self.context
            .set_font(&css_font(face(style), style.family().as_str()));
        self.use_px();
        self.set_word(
            text,
            style.color(),
            (self.grain.px(at.0), self.grain.px(at.1)),
        );
        self.use_units();
        Ok(())
    }

    /// The canvas backend would put a `<span>` into the page to measure words.
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), Failure> {
        let face = face(style);
        let units = |px: f64| self.grain.units(px.ceil()) as u32;
        Ok((
            units(self.ruler.width_px(text, face)),
            units(face.line_px()),
        ))
    }
}

/// A style of one type: the canvas backend is compiled once for each that it is given.
fn plain<S: BackendStyle>(style: &S) -> ShapeStyle {
    let BackendColor { alpha, rgb } = style.color();
    ShapeStyle {
        color: RGBAColor(rgb.0, rgb.1, rgb.2, alpha),
        filled: false,
        stroke_width: style.stroke_width(),
    }
}

fn face<T: BackendTextStyle>(style: &T) -> Face {
    Face {
        size_px: style.size() as u32,
        bold: matches!(style.style(), FontStyle::Bold),
    }
}
