//! Values of attributes: fixed, or following signals.

use super::build::Builder;
use crate::reactive::{Memo, RwSignal, Signal};

/// A value that follows others.
pub trait Live {
    /// The value as it is now; `None` takes the attribute away.
    fn value(&self) -> Option<String>;
}

impl<F: Fn() -> T, T: Text> Live for F {
    fn value(&self) -> Option<String> {
        self().text()
    }
}

/// What can stand as the value of an attribute at one moment.
pub trait Text {
    /// The value; an empty one where a flag is set.
    fn text(self) -> Option<String>;
}

impl Text for String {
    fn text(self) -> Option<String> {
        Some(self)
    }
}

impl Text for &'static str {
    fn text(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl Text for bool {
    fn text(self) -> Option<String> {
        self.then(String::new)
    }
}

impl Text for usize {
    fn text(self) -> Option<String> {
        Some(self.to_string())
    }
}

impl<T: Text> Text for Option<T> {
    fn text(self) -> Option<String> {
        self.and_then(Text::text)
    }
}

/// What can be given as the value of an attribute.
pub trait IntoValue {
    /// Gives it to the attribute that stands next in `view`.
    fn give(self, view: Builder) -> Builder;
}

impl<F, T> IntoValue for F
where
    F: Fn() -> T + 'static,
    T: Text,
{
    fn give(self, view: Builder) -> Builder {
        view.live(Box::new(self))
    }
}

macro_rules! fixed {
    ($($kind:ty),*) => {$(
        impl IntoValue for $kind {
            fn give(self, view: Builder) -> Builder {
                view.fixed(self.text().as_deref())
            }
        }
    )*};
}
fixed!(String, bool, usize, Option<String>);

impl IntoValue for &'static str {
    fn give(self, view: Builder) -> Builder {
        view.fixed(Some(self))
    }
}

macro_rules! live {
    ($($kind:ty),*) => {$(
        impl Live for $kind {
            fn value(&self) -> Option<String> {
                self.get().text()
            }
        }

        impl IntoValue for $kind {
            fn give(self, view: Builder) -> Builder {
                view.live(Box::new(self))
            }
        }
    )*};
}
live!(
    Signal<String>,
    Signal<bool>,
    RwSignal<String>,
    RwSignal<bool>,
    Memo<bool>,
    Memo<usize>,
    Memo<String>
);
