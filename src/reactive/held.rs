//! A value of any type, behind a pointer.

use std::any::Any;
use std::sync::Arc;

type Anything = dyn Any + Send + Sync;

/// A shared value that can be compared with others of its type.
#[derive(Clone)]
pub struct Held {
    value: Arc<Anything>,
    same: fn(&Anything, &Anything) -> bool,
}

impl Held {
    /// Holds `value`, which is the same as another where `==` says so.
    pub fn compared<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Arc::new(value),
            same: |a, b| a.downcast_ref::<T>() == b.downcast_ref::<T>(),
        }
    }

    /// Holds `value`, which is never the same as another.
    pub fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self {
            value: Arc::new(value),
            same: |_, _| false,
        }
    }

    /// The value.
    ///
    /// # Panics
    /// Where it is of another type: handles are typed, so that cannot be.
    #[expect(clippy::expect_used, reason = "a handle holds what it was made with")]
    pub fn get<T: 'static>(&self) -> &T {
        self.value
            .downcast_ref()
            .expect("a value of its handle's type")
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value) || (self.same)(&*self.value, &*other.value)
    }
}
