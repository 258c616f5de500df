//! What views may ask of the world behind the state.

use crate::browser::copy::Piece;
use crate::reactive::{LocalStorage, StoredValue, WithValue};

/// What views may ask of the world behind the state.
#[derive(Clone, Copy)]
pub struct Actions {
    refresh: StoredValue<Box<dyn Fn()>, LocalStorage>,
    received: StoredValue<Box<dyn Fn() -> Vec<Piece>>, LocalStorage>,
}

impl Actions {
    /// Actions carried out by these functions.
    pub fn new(refresh: impl Fn() + 'static, received: impl Fn() -> Vec<Piece> + 'static) -> Self {
        Self {
            refresh: StoredValue::new_local(Box::new(refresh)),
            received: StoredValue::new_local(Box::new(received)),
        }
    }

    /// The source's document and its parts, as they were received.
    pub fn received(self) -> Vec<Piece> {
        self.received.with_value(|received| received())
    }

    /// Looks for newer data now.
    pub fn refresh(self) {
        self.refresh.with_value(|refresh| refresh());
    }
}
