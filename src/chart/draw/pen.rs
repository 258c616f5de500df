//! Strokes in the chart's own measures: slots and figures, or CSS pixels.

use super::Drawn;
use crate::chart::ink::{Ink, Lettering, Palette};
use crate::chart::layout::{Layout, Rect, Word};
use crate::chart::points::Point;
use crate::chart::surface::{Grain, Surface};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Polygon};
use plotters::style::{Color, ShapeStyle};
use plotters_backend::{DrawingBackend, DrawingErrorKind};
use std::cell::RefCell;
use std::rc::Rc;

/// Width of the ring around a dot.
const RING_PX: f64 = 2.0;

/// A surface with the coordinates of a layout.
pub struct Pen<'a, S: Surface> {
    surface: Rc<RefCell<S>>,
    area: DrawingArea<S, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    grain: Grain,
    /// Where things stand.
    pub layout: &'a Layout,
    /// The colours.
    pub palette: &'a Palette,
}

impl<'a, S: Surface> Pen<'a, S> {
    /// A pen for `surface`.
    pub fn new(surface: &Rc<RefCell<S>>, layout: &'a Layout, palette: &'a Palette) -> Self {
        let grain = surface.borrow().grain();
        let (plot, (low, high)) = (layout.plot, layout.range);
        let pixels = (
            grain.units(plot.left)..grain.units(plot.right),
            grain.units(plot.bottom)..grain.units(plot.top),
        );
        let area: DrawingArea<S, Shift> = surface.into();
        let coord = Cartesian2d::new(0.0..layout.slots as f64, low..high, pixels);
        let area = area.apply_coord_spec(coord);
        Self {
            surface: Rc::clone(surface),
            area,
            grain,
            layout,
            palette,
        }
    }

    /// A line through points in slots and figures.
    pub fn path(&self, points: Vec<Point>, ink: Ink, width_px: f64) -> Drawn<S> {
        let width = self.grain.units(width_px).max(1) as u32;
        let style = ShapeStyle {
            color: ink,
            filled: false,
            stroke_width: width,
        };
        self.area.draw(&PathElement::new(points, style))
    }

    /// A dashed line through points in slots and figures.
    pub fn dashes(
        &self,
        points: Vec<Point>,
        ink: Ink,
        width_px: f64,
        dash: (f64, f64),
    ) -> Drawn<S> {
        self.surface.borrow_mut().set_dash(Some(dash));
        let drawn = self.path(points, ink, width_px);
        self.surface.borrow_mut().set_dash(None);
        drawn
    }

    /// A filled area with corners in slots and figures.
    pub fn area(&self, corners: Vec<Point>, ink: Ink) -> Drawn<S> {
        let style = ShapeStyle {
            color: ink,
            filled: true,
            stroke_width: 0,
        };
        self.area.draw(&Polygon::new(corners, style))
    }

    /// A filled rectangle in CSS pixels, its edges on device pixels; at least one of them wide.
    pub fn rect(&self, rect: Rect, ink: Ink) -> Drawn<S> {
        let edge = |px| self.grain.edge(px);
        let (from, to) = (
            (edge(rect.left), edge(rect.top)),
            (edge(rect.right), edge(rect.bottom)),
        );
        let hair = crate::chart::surface::UNITS_PER_DEVICE_PX;
        self.fill(
            from,
            (to.0.max(from.0 + hair), to.1.max(from.1 + hair)),
            ink,
        )
    }

    /// A fine horizontal line across the plot.
    pub fn row(&self, y_px: f64, ink: Ink) -> Drawn<S> {
        let Rect { left, right, .. } = self.layout.plot;
        let (from, hair) = (self.centred(y_px), self.grain.hairline());
        self.fill(
            (self.grain.edge(left), from),
            (self.grain.edge(right), from + hair),
            ink,
        )
    }

    /// A fine upright line.
    pub fn column(&self, x_px: f64, (top, bottom): (f64, f64), ink: Ink) -> Drawn<S> {
        let (from, hair) = (self.centred(x_px), self.grain.hairline());
        self.fill(
            (from, self.grain.edge(top)),
            (from + hair, self.grain.edge(bottom)),
            ink,
        )
    }

    /// A dot at a slot and figure, with a ring of the surface around it.
    pub fn dot(&self, (slot, figure): Point, radius_px: f64, ink: Ink) -> Drawn<S> {
        let at = self.area.map_coordinate(&(slot, figure));
        let mut surface = self.surface.borrow_mut();
        for (radius, ink) in [
            (radius_px + RING_PX, self.palette.surface),
            (radius_px, ink),
        ] {
            let radius = self.grain.units(radius) as u32;
            surface
                .draw_circle(at, radius, &ink.to_backend_color(), true)
                .map_err(failed::<S>)?;
        }
        Ok(())
    }

    /// A word.
    pub fn word(&self, word: &Word) -> Drawn<S> {
        let ink = self.palette.paint(word.paint);
        let style = Lettering {
            face: word.face,
            ink,
            font: &self.palette.font,
        };
        let at = (
            self.grain.units(word.place.left),
            self.grain.units(word.place.middle()),
        );
        let mut surface = self.surface.borrow_mut();
        surface.set_halo(word.halo.then_some(self.palette.surface));
        surface
            .draw_text(&word.text, &style, at)
            .map_err(failed::<S>)
    }

    /// The upper or left edge of a fine line around a position.
    fn centred(&self, px: f64) -> i32 {
        self.grain
            .edge(px - self.grain.px(self.grain.hairline()) / 2.0)
    }

    fn fill(&self, from: (i32, i32), to: (i32, i32), ink: Ink) -> Drawn<S> {
        let mut surface = self.surface.borrow_mut();
        surface
            .draw_rect(from, to, &ink.to_backend_color(), true)
            .map_err(failed::<S>)
    }
}

fn failed<S: Surface>(
    error: DrawingErrorKind<<S as DrawingBackend>::ErrorType>,
) -> DrawingAreaErrorKind<<S as DrawingBackend>::ErrorType> {
    DrawingAreaErrorKind::BackendError(error)
}
