//! The JSON shapes of the small rest of a document, read by serde. They stay private: what leaves
//! the contract is the model. Unknown fields are ignored, so that later minor versions can add.

use super::deserializer::At;
use super::kinds::{Field, Kind, Value};

/// A string with its place.
pub(super) type Text = At<String>;
/// A whole number with its place.
pub(super) type Whole = At<i64>;

/// What a value can be read into.
pub(super) trait Readable: Sized {
    /// The values that fit.
    const KIND: Kind;

    /// Takes a value of that kind; no other fits.
    fn of(value: Value) -> Option<Self>;
}

/// What a field can be read into.
pub(super) trait Slot: Sized {
    /// The values that fit.
    const KIND: Kind;
    /// Whether there must be one.
    const REQUIRED: bool;

    /// Takes what stands in the field.
    fn of(value: Option<At<Value>>) -> Option<Self>;
}

impl<T: Readable> Slot for At<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = true;

    fn of(value: Option<At<Value>>) -> Option<Self> {
        let At { offset, value } = value?;
        T::of(value).map(|value| At { offset, value })
    }
}

impl<T: Readable> Slot for Option<At<T>> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;

    fn of(value: Option<At<Value>>) -> Option<Self> {
        Some(match value {
            Some(value) => Some(At::of(Some(value))?),
            None => None,
        })
    }
}

impl<T: Readable> Readable for Vec<At<T>> {
    const KIND: Kind = Kind::List(&T::KIND);

    fn of(value: Value) -> Option<Self> {
        let Value::List(items) = value else {
            return None;
        };
        items.into_iter().map(|item| At::of(Some(item))).collect()
    }
}

macro_rules! readable {
    ($($type:ty = $kind:ident,)+) => {$(
        impl Readable for $type {
            const KIND: Kind = Kind::$kind;

            fn of(value: Value) -> Option<Self> {
                match value {
                    Value::$kind(value) => Some(value),
                    _ => None,
                }
            }
        }
    )+};
}
readable!(String = Text, i64 = Whole, bool = Flag,);

/// Declares the shape of an object: its fields in the order in which a missing one is reported.
macro_rules! shape {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(super) struct $name {
            $(pub $field: $type,)+
        }

        impl Readable for $name {
            const KIND: Kind = Kind::Object(&[$(Field {
                name: stringify!($field),
                kind: <$type as Slot>::KIND,
                required: <$type as Slot>::REQUIRED,
            },)+]);

            fn of(value: Value) -> Option<Self> {
                let Value::Object(fields) = value else {
                    return None;
                };
                let mut fields = fields.into_iter();
                Some(Self { $($field: Slot::of(fields.next()?)?,)+ })
            }
        }
    };
}
#[cfg(test)]
pub(super) use shape;

shape!(Provenance {
    source: Option<Text>,
    synthetic: Option<At<bool>>,
    licence: Option<Text>,
});

shape!(Calendar {
    timezone: Text,
    fiscal_year_start: Text,
});

shape!(Currency {
    code: Text,
    scale: Whole,
    display: Option<At<Vec<At<DisplayCurrency>>>>,
});

shape!(DisplayCurrency {
    code: Text,
    per_unit: Text,
    date: Option<Text>,
});

shape!(Programme {
    name: Text,
    metric: Text,
    channel_goal: Option<Whole>,
    target_channels: Option<Whole>,
    partner_goal: Option<Whole>,
    target_partners: Option<Whole>,
    refund_days: Option<Whole>,
});

shape!(Category {
    id: Text,
    name: Text,
    alias: Option<Text>,
});

shape!(Partner {
    id: Text,
    name: Text,
    alias: Option<Text>,
    goal: Option<Whole>,
});

shape!(Part {
    first_day: Text,
    days: Whole,
    channels: At<Vec<Whole>>,
    metrics: At<Vec<Text>>,
    href: Text,
    bytes: Whole,
    sha256: Text,
});

shape!(Event {
    kind: Text,
    name: Text,
    alias: Option<Text>,
    from: Text,
    to: Text,
});

shape!(HistoryPoint {
    date: Text,
    channels_over: Whole,
});

shape!(
    /// Support of any kind; which of the numbers belong to it depends on the kind.
    Support {
    kind: Text,
    id: Option<Text>,
    name: Option<Text>,
    alias: Option<Text>,
    committed: Option<Whole>,
    spent: Option<Whole>,
    before_days: Option<Whole>,
    now_days: Option<Whole>,
    before_bp: Option<Whole>,
    now_bp: Option<Whole>,
});
