//! serde on top of the scanner, so that shapes are serde's business while numbers, nesting and
//! places are the scanner's as everywhere else.

use super::error::{ContractErrorKind, Counted, JsonType};
use super::fault::Fault;
use super::kinds::{Optional, Required};
use super::limits;
use super::scanner::{Items, Scanner};
use super::shapes::{Readable, Slot};
use serde::de::{
    self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// The name by which [`At`] asks the deserializer for the place of a value.
pub(super) const AT: &str = "paceboard::At";

/// A value with the byte at which it begins.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub offset: usize,
    pub value: T,
}

impl Scanner<'_> {
    /// An object of a shape.
    pub fn shape<T: Readable>(&mut self) -> Result<T, Fault> {
        self.read::<At<T>>().map(|shape| shape.value)
    }

    /// What a field of a shape may hold, at its place.
    pub fn read<T: Slot>(&mut self) -> Result<T, Fault> {
        let value = if T::REQUIRED {
            Required(&T::KIND).deserialize(&mut *self).map(Some)?
        } else {
            Optional(&T::KIND).deserialize(&mut *self)?
        };
        // What has been read is of the kind that was asked for.
        T::of(value).ok_or_else(|| de::Error::custom("expected a value of another kind"))
    }
}

impl<'de> Deserializer<'de> for &mut Scanner<'de> {
    type Error = Fault;

    /// Shapes say what they want; there is none that takes anything.
    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Fault> {
        Err(de::Error::custom(
            "expected a shape of strings, whole numbers, lists and objects",
        ))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.want(JsonType::Boolean)?;
        let value = self.word()?;
        visitor.visit_bool(value == Some(true))
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_i64(self.integer()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_str(&self.string()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.null()? {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let items = self.array()?;
        visitor.visit_seq(Access {
            scanner: self,
            items,
            taken: 0,
            key: None,
        })
    }

    /// Only [`At`] is asked for as a struct.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let offset = Some(self.offset());
        visitor.visit_seq(Place {
            scanner: self,
            offset,
        })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let offset = self.offset();
        let items = self.object()?;
        let mut access = Access {
            scanner: self,
            items,
            taken: 0,
            key: None,
        };
        let shape = visitor.visit_map(&mut access);
        shape.map_err(|fault| fault.or_at(access.key.unwrap_or(offset)))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.skip()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char str bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct enum identifier
    }
}

/// Gives [`At`] first the place, then the value.
struct Place<'s, 'de> {
    scanner: &'s mut Scanner<'de>,
    offset: Option<usize>,
}

impl<'de> SeqAccess<'de> for Place<'_, 'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        match self.offset.take() {
            Some(offset) => seed
                .deserialize((offset as u64).into_deserializer())
                .map(Some),
            None => seed.deserialize(&mut *self.scanner).map(Some),
        }
    }
}

/// The items of an array or object; a shape's lists have few.
struct Access<'s, 'de> {
    scanner: &'s mut Scanner<'de>,
    items: Items,
    taken: usize,
    /// Where the last key of an object stands, until all have come.
    key: Option<usize>,
}

impl<'de> SeqAccess<'de> for Access<'_, 'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        if !self.scanner.more(&mut self.items)? {
            return Ok(None);
        }
        self.taken += 1;
        if self.taken > limits::ENTRIES {
            let kind = ContractErrorKind::TooMany {
                what: Counted::Entries,
                limit: limits::ENTRIES,
            };
            return Err(Fault::new(self.scanner.offset(), kind));
        }
        seed.deserialize(&mut *self.scanner).map(Some)
    }
}

impl<'de> MapAccess<'de> for Access<'_, 'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let key = self.scanner.key(&mut self.items)?;
        self.key = key.as_ref().map(|key| key.offset);
        match key {
            Some(key) => seed.deserialize(key.text.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        seed.deserialize(&mut *self.scanner)
    }
}

#[cfg(test)]
mod tests {
    use super::super::kinds::{Field, Kind, Value};
    use super::super::shapes::shape;
    use super::{At, Readable, Scanner, Slot};
    use serde::Deserialize;
    use serde::de::IgnoredAny;

    shape!(Shape {
        name: At<String>,
        size: Option<At<i64>>,
        list: Option<At<Vec<At<bool>>>>,
    });

    fn read(json: &str) -> Result<At<Shape>, String> {
        let mut scanner = Scanner::new(json.as_bytes());
        let shape = scanner
            .read()
            .and_then(|shape| scanner.finish().map(|()| shape));
        shape.map_err(|fault| fault.in_json(json.as_bytes()).to_string())
    }

    #[test]
    fn shapes_know_their_places() {
        let shape = read(r#"{"x": [1e5, {"y": null}], "name": "a\tb", "size": 7}"#).unwrap();
        let shape = shape.value;
        assert_eq!((shape.name.offset, shape.name.value.as_str()), (34, "a\tb"));
        assert_eq!(
            shape.size.map(|size| (size.offset, size.value)),
            Some((50, 7))
        );
        let list = read(r#"{"name":"","list":[true,false]}"#)
            .unwrap()
            .value
            .list;
        let flags = list
            .unwrap()
            .value
            .iter()
            .map(|flag| flag.value)
            .collect::<Vec<_>>();
        assert_eq!(flags, [true, false]);
        assert!(read(r#"{"name": "", "size": null, "list": null}"#).is_ok());
        assert!(IgnoredAny::deserialize(&mut Scanner::new(b"[1.5]")).is_ok());
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_place() {
        for (json, expected) in [
            ("{}", "$, byte 0: expected the field \"name\", found none"),
            ("[\"a\"]", "$, byte 0: expected an object, found an array"),
            (
                r#"{"name": 1}"#,
                "$.name, byte 9: expected a string, found a number",
            ),
            (
                r#"{"name": null}"#,
                "$.name, byte 9: expected a string, found null",
            ),
            (
                r#"{"name": "a", "size": 1.5}"#,
                "$.size, byte 22: expected a whole number written as digits, found 1.5",
            ),
            (
                r#"{"name": "a", "size": "b"}"#,
                "$.size, byte 22: expected a number, found a string",
            ),
            (
                r#"{"name": "a", "list": {}}"#,
                "$.list, byte 22: expected an array, found an object",
            ),
            (
                r#"{"name": "a", "list": [1]}"#,
                "$.list[0], byte 23: expected true or false, found a number",
            ),
            (
                r#"{"name": "a", "name": "b"}"#,
                "$.name, byte 14: expected each key once, found \"name\" again",
            ),
        ] {
            assert_eq!(read(json).unwrap_err(), expected);
        }
    }
}
