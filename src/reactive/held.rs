//! Values of any type, behind a pointer. What is never inlined here would be, in each memo and signal
//! with its type.

use std::any::Any;
use std::sync::Arc;

/// A shared value of a type that its handle knows.
#[derive(Clone)]
pub struct Held(Arc<dyn Any + Send + Sync>);

impl Held {
    /// Holds `value`.
    #[inline(never)]
    pub fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self(Arc::new(value))
    }

    /// The value.
    pub fn get<T: 'static>(&self) -> &T {
        of_type(&*self.0)
    }
}

/// The same, to be compared with others.
#[derive(Clone)]
pub struct Compared(Arc<dyn Value>);

impl Compared {
    /// Holds `value`.
    #[inline(never)]
    pub fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self(Arc::new(value))
    }

    /// The value.
    pub fn get<T: 'static>(&self) -> &T {
        of_type(&*self.0)
    }
}

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.is_same(&*other.0)
    }
}

trait Value: Any + Send + Sync {
    /// Whether it is the same as another of its type.
    fn is_same(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn is_same(&self, other: &dyn Any) -> bool {
        self == of_type::<T>(other)
    }
}

/// The value as what it is. Kept apart: types are told by numbers that no compression makes shorter,
/// and each stands here only.
///
/// # Panics
/// Where it is of another type: handles are typed, so that cannot be.
#[inline(never)]
#[expect(clippy::expect_used, reason = "a handle holds what it was made with")]
fn of_type<T: 'static>(value: &dyn Any) -> &T {
    value.downcast_ref().expect("a value of its handle's type")
}
