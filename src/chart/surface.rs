//! What charts are drawn on: a plotters backend that also knows dashes, halos and fine units.

use super::ink::Ink;
use plotters_backend::DrawingBackend;

/// A plotters backend whose coordinates are fractions of a device pixel. Plotters draws between
/// integers; in whole CSS pixels, curves would be visibly stepped on a sharp screen.
pub trait Surface: DrawingBackend {
    /// How fine the coordinates are.
    fn grain(&self) -> Grain;

    /// Dash and gap of the lines that follow, in CSS pixels; `None` for solid ones.
    fn set_dash(&mut self, dash: Option<(f64, f64)>);

    /// The colour around the words that follow; `None` for none.
    fn set_halo(&mut self, halo: Option<Ink>);
}

/// Coordinates of a surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grain {
    /// Device pixels in a CSS pixel.
    pub dpr: f64,
}

/// Units in a device pixel.
pub const UNITS_PER_DEVICE_PX: i32 = 4;

impl Grain {
    /// Units in a CSS pixel.
    pub fn units_per_px(self) -> f64 {
        self.dpr * f64::from(UNITS_PER_DEVICE_PX)
    }

    /// A position in units.
    pub fn units(self, px: f64) -> i32 {
        (px * self.units_per_px()).round() as i32
    }

    /// The position in CSS pixels.
    pub fn px(self, units: i32) -> f64 {
        f64::from(units) / self.units_per_px()
    }

    /// The nearest edge of a device pixel, in units, so that edges are sharp.
    pub fn edge(self, px: f64) -> i32 {
        (px * self.dpr).round() as i32 * UNITS_PER_DEVICE_PX
    }

    /// The width of the finest line that is drawn everywhere: a CSS pixel in whole device pixels.
    pub fn hairline(self) -> i32 {
        (self.dpr.floor().max(1.0)) as i32 * UNITS_PER_DEVICE_PX
    }
}

#[cfg(test)]
mod tests {
    use super::Grain;

    #[test]
    fn edges_fall_on_device_pixels_at_any_ratio() {
        for dpr in [1.0, 1.25, 1.5, 2.0, 3.0] {
            let grain = Grain { dpr };
            for px in [0.0, 0.4, 7.3, 100.7] {
                assert_eq!(grain.edge(px) % 4, 0);
                assert!((grain.px(grain.edge(px)) - px).abs() <= 0.5 / dpr);
                assert!((grain.px(grain.units(px)) - px).abs() <= 0.125 / dpr + 1e-9);
            }
            assert!(grain.px(grain.hairline()) <= 1.0);
        }
    }
}
