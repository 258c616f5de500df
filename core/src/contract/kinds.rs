//! What the values of the small rest of a document may be, and one serde seed that reads any of
//! them: a shape is a table of its fields. Visitors derived for each shape would do the same, and
//! be carried to the browser a dozen times.

use super::deserializer::{AT, At};
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// What a value may be.
pub(super) enum Kind {
    Text,
    Whole,
    Flag,
    List(&'static Kind),
    Object(&'static [Field]),
}

/// A field of an object; one that is not required may be null or absent.
pub(super) struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
}

/// A value that is of its kind. Objects hold the fields of their shape in order, `None` where an
/// optional one is absent.
#[derive(Debug)]
pub(super) enum Value {
    Text(String),
    Whole(i64),
    Flag(bool),
    List(Vec<At<Value>>),
    Object(Vec<Option<At<Value>>>),
}

/// Reads a value that must be there, with its place.
pub(super) struct Required(pub &'static Kind);

/// Reads a value that may be null.
pub(super) struct Optional(pub &'static Kind);

impl<'de> DeserializeSeed<'de> for Required {
    type Value = At<Value>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<At<Value>, D::Error> {
        source.deserialize_struct(AT, &[], self)
    }
}

impl<'de> Visitor<'de> for Required {
    type Value = At<Value>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<At<Value>, A::Error> {
        let missing = || de::Error::custom("expected a value with its place");
        let offset = seq.next_element::<u64>()?.ok_or_else(missing)? as usize;
        let value = seq.next_element_seed(Bare(self.0))?.ok_or_else(missing)?;
        Ok(At { offset, value })
    }
}

impl<'de> DeserializeSeed<'de> for Optional {
    type Value = Option<At<Value>>;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        source.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Optional {
    type Value = Option<At<Value>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, source: D) -> Result<Self::Value, D::Error> {
        Required(self.0).deserialize(source).map(Some)
    }
}

/// Reads a value without its place.
struct Bare(&'static Kind);

impl<'de> DeserializeSeed<'de> for Bare {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        match self.0 {
            Kind::Text => source.deserialize_string(self),
            Kind::Whole => source.deserialize_i64(self),
            Kind::Flag => source.deserialize_bool(self),
            Kind::List(_) => source.deserialize_seq(self),
            Kind::Object(_) => source.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Bare {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of its kind")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, whole: i64) -> Result<Value, E> {
        Ok(Value::Whole(whole))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        if let Kind::List(kind) = self.0 {
            while let Some(item) = seq.next_element_seed(Required(kind))? {
                items.push(item);
            }
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
        match self.0 {
            Kind::Object(fields) => object(fields, map).map(Value::Object),
            _ => Err(de::Error::custom("expected no object")),
        }
    }
}

/// The fields of an object in the order of its shape, each at most once; others are skipped.
fn object<'de, A: MapAccess<'de>>(
    fields: &'static [Field],
    mut map: A,
) -> Result<Vec<Option<At<Value>>>, A::Error> {
    let mut seen = vec![false; fields.len()];
    let mut values: Vec<Option<At<Value>>> = fields.iter().map(|_| None).collect();
    while let Some(key) = map.next_key::<String>()? {
        let Some(at) = fields.iter().position(|field| field.name == key) else {
            map.next_value::<IgnoredAny>()?;
            continue;
        };
        let field = &fields[at];
        if std::mem::replace(&mut seen[at], true) {
            return Err(de::Error::duplicate_field(field.name));
        }
        values[at] = if field.required {
            Some(map.next_value_seed(Required(&field.kind))?)
        } else {
            map.next_value_seed(Optional(&field.kind))?
        };
    }
    let mut known = fields.iter().zip(&values);
    match known.find(|(field, value)| field.required && value.is_none()) {
        Some((field, _)) => Err(de::Error::missing_field(field.name)),
        None => Ok(values),
    }
}
