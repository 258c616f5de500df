//! Measures words with a canvas and remembers them: nothing is put into the page for it.

use crate::chart::ink::Face;
use std::cell::RefCell;
use web_sys::CanvasRenderingContext2d;

/// More words than this are not remembered.
const MOST_WORDS: usize = 200;

/// Measures words in one typeface.
pub struct Ruler {
    context: CanvasRenderingContext2d,
    family: String,
    /// A chart has some forty words, so they are looked for one after the other.
    known: RefCell<Vec<(String, Face, f64)>>,
}

impl Ruler {
    /// A ruler for the typeface, as CSS names it.
    pub fn new(context: CanvasRenderingContext2d, family: String) -> Self {
        Self {
            context,
            family,
            known: RefCell::default(),
        }
    }

    /// Whether it is one for that typeface.
    pub fn measures(&self, family: &str) -> bool {
        self.family == family
    }

    /// Width of a word in CSS pixels.
    pub fn width_px(&self, text: &str, face: Face) -> f64 {
        let same = |known: &&(String, Face, f64)| known.1 == face && known.0 == text;
        if let Some((.., width)) = self.known.borrow().iter().find(same) {
            return *width;
        }
        self.context.set_font(&css_font(face, &self.family));
        let width = self
            .context
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width());
        let mut known = self.known.borrow_mut();
        if known.len() >= MOST_WORDS {
            known.clear();
        }
        known.push((text.to_owned(), face, width));
        width
    }
}

/// A face as the `font` of a canvas.
pub fn css_font(face: Face, family: &str) -> String {
    let weight = if face.bold { 600 } else { 400 };
    format!("{weight} {}px {family}", face.size_px)
}
