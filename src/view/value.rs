//! Values of attributes: fixed, or following signals.

use crate::reactive::{Memo, RwSignal, Signal};

/// The value of an attribute; `None` takes the attribute away.
pub enum Value {
    /// Never changes.
    Fixed(Option<String>),
    /// Is asked for again whenever what it reads has changed.
    Live(Box<dyn Live>),
}

/// A value that follows others.
pub trait Live {
    /// The value as it is now.
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
    /// The value.
    fn into_value(self) -> Value;
}

impl<F, T> IntoValue for F
where
    F: Fn() -> T + 'static,
    T: Text,
{
    fn into_value(self) -> Value {
        Value::Live(Box::new(self))
    }
}

macro_rules! fixed {
    ($($kind:ty),*) => {$(
        impl IntoValue for $kind {
            fn into_value(self) -> Value {
                Value::Fixed(self.text())
            }
        }
    )*};
}
fixed!(String, &'static str, bool, usize, Option<String>);

macro_rules! live {
    ($($kind:ty),*) => {$(
        impl Live for $kind {
            fn value(&self) -> Option<String> {
                self.get().text()
            }
        }

        impl IntoValue for $kind {
            fn into_value(self) -> Value {
                Value::Live(Box::new(self))
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
