//! Another program on the page. It keeps state in its own memory and passes texts both ways, so a
//! mix-up of two programs' glue or memories would show in what it says.

use wasm_bindgen::prelude::wasm_bindgen;

/// Counts, and says so.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Counter {
    pressed: u32,
}

#[wasm_bindgen]
impl Counter {
    /// A counter that stands at zero.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one more, and says how often `who` has pressed.
    pub fn press(&mut self, who: &str) -> String {
        self.pressed += 1;
        format!("{who}: {}", self.pressed)
    }
}
