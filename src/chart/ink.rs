//! Colours and type, as plain values. [`super::palette`] reads them from the page.

use super::model::{PEERS_MOST, Role};
use plotters::style::{Color, FontFamily, FontStyle, FontTransform, RGBAColor};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle};

/// What words have to stand out by: WCAG asks for 4.5, the rest is for the approximation.
const LEGIBLE: f64 = 4.6;

/// The one type of colours.
pub type Ink = RGBAColor;

/// The colours of a chart and its typeface.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    /// What the chart is about.
    pub accent: Ink,
    /// What it is compared with.
    pub muted: Ink,
    /// What was planned.
    pub plan: Ink,
    /// Equals that are held against each other.
    pub peers: [Ink; PEERS_MOST],
    /// What adds to a value.
    pub gain: Ink,
    /// What takes from a value.
    pub loss: Ink,
    /// Lines at goals.
    pub goal: Ink,
    /// Spans of days.
    pub band: Ink,
    /// The grid.
    pub grid: Ink,
    /// Words that matter.
    pub text: Ink,
    /// Words of the axes.
    pub text_muted: Ink,
    /// What the chart lies on.
    pub surface: Ink,
    /// The typeface, as CSS names it.
    pub font: String,
}

/// The colour of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// That of a series.
    Role(Role),
    /// That of goals.
    Goal,
    /// That of words that matter.
    Text,
    /// That of the axes.
    Muted,
}

/// Size and weight of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Face {
    /// Height in CSS pixels.
    pub size_px: u32,
    /// Whether it is set in bold.
    pub bold: bool,
}

impl Face {
    /// Words of the axes.
    pub const AXIS: Self = Self {
        size_px: 12,
        bold: false,
    };
    /// Labels of lines.
    pub const LABEL: Self = Self {
        size_px: 12,
        bold: true,
    };
    /// Names of bands.
    pub const SMALL: Self = Self {
        size_px: 11,
        bold: false,
    };

    /// Height of a line of text.
    pub fn line_px(self) -> f64 {
        f64::from(self.size_px) + 4.0
    }
}

impl Palette {
    /// The colour of a series.
    pub fn role(&self, role: Role) -> Ink {
        match role {
            Role::Accent => self.accent,
            Role::Muted => self.muted,
            Role::Plan => self.plan,
            Role::Peer(number) => self.peers[usize::from(number) % PEERS_MOST],
            Role::Later => self.text,
        }
    }

    /// The colour of a box that is so far from nothing, 0, to the most, 4; below that it has a hue
    /// of its own.
    pub fn shade(&self, level: i8) -> Ink {
        if level < 0 {
            return self.peers[1];
        }
        mixed(self.grid, self.accent, f64::from(level) / 4.0)
    }

    /// The colour of a word.
    pub fn paint(&self, paint: Paint) -> Ink {
        match paint {
            Paint::Role(role) => self.legible(self.role(role)),
            Paint::Goal => self.legible(self.goal),
            Paint::Text => self.text,
            Paint::Muted => self.text_muted,
        }
    }
}

impl Palette {
    /// A colour that is light enough for a line may be too light for a word: it is mixed with the
    /// colour of words until it stands out from the surface.
    fn legible(&self, ink: Ink) -> Ink {
        let mixes = (0..=10).map(|tenths| mixed(ink, self.text, f64::from(tenths) / 10.0));
        let stands_out = |ink: &Ink| contrast(*ink, self.surface) >= LEGIBLE;
        mixes.into_iter().find(stands_out).unwrap_or(self.text)
    }
}

/// `share` of one colour in another.
fn mixed(ink: Ink, other: Ink, share: f64) -> Ink {
    let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
    RGBAColor(
        mix(ink.0, other.0),
        mix(ink.1, other.1),
        mix(ink.2, other.2),
        1.0,
    )
}

/// The contrast of two colours as WCAG has it, from 1 to 21.
fn contrast(a: Ink, b: Ink) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance. The curve is a polynomial close to that of sRGB.
fn luminance(ink: Ink) -> f64 {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        share * (0.012_523 + share * (0.682_171 + share * 0.305_306))
    };
    0.2126 * linear(ink.0) + 0.7152 * linear(ink.1) + 0.0722 * linear(ink.2)
}

/// A face in a colour, as plotters asks for it. Words are set from their left, centred in height.
pub struct Lettering<'a> {
    /// Size and weight.
    pub face: Face,
    /// The colour.
    pub ink: Ink,
    /// The typeface.
    pub font: &'a str,
}

impl BackendTextStyle for Lettering<'_> {
    type FontError = std::fmt::Error;

    fn color(&self) -> BackendColor {
        self.ink.to_backend_color()
    }

    fn size(&self) -> f64 {
        f64::from(self.face.size_px)
    }

    fn transform(&self) -> FontTransform {
        FontTransform::None
    }

    fn style(&self) -> FontStyle {
        if self.face.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        }
    }

    fn anchor(&self) -> Pos {
        Pos::new(HPos::Left, VPos::Center)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(self.font)
    }

    /// Surfaces measure words themselves.
    fn layout_box(&self, _: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        Err(std::fmt::Error)
    }

    /// Surfaces set words themselves.
    fn draw<E, Draw: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: Draw,
    ) -> Result<Result<(), E>, Self::FontError> {
        Err(std::fmt::Error)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ink, LEGIBLE, Paint, Palette, contrast};
    use crate::chart::model::Role;

    const fn ink(rgb: u32) -> Ink {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Ink {
            0: red,
            1: green,
            2: blue,
            3: 1.0,
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let check = |a: u32, b: u32, exact: f64| {
            let found = contrast(ink(a), ink(b));
            assert!((found / exact - 1.0).abs() < 0.04, "{found} {exact}");
        };
        check(0xff_ffff, 0x00_0000, 21.0);
        check(0xff_ffff, 0x76_7676, 4.54);
        check(0xff_ffff, 0x3a_50c9, 6.67);
        check(0x14_171b, 0x7d_8695, 4.88);
    }

    #[test]
    fn words_are_legible_in_the_colour_of_any_line() {
        for (surface, text) in [(0xff_ffff, 0x15_181e), (0x14_171b, 0xec_eef1)] {
            for line in [
                0x8d_95a3, 0x12_9488, 0x3a_50c9, 0x7d_8695, 0x33_3333, 0xff_ee00,
            ] {
                let palette = Palette {
                    muted: ink(line),
                    surface: ink(surface),
                    text: ink(text),
                    ..Palette::default()
                };
                let word = palette.paint(Paint::Role(Role::Muted));
                assert!(contrast(word, palette.surface) >= LEGIBLE);
            }
        }
    }
}
