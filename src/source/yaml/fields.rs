//! The keys that a type reads, asked of the type itself.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, Visitor};

/// The keys of a block, in the order of its type's fields.
#[must_use]
pub fn fields_of<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut fields: &'static [&'static str] = &[];
    // The decoder looks at what is asked for and refuses to answer.
    let refused = T::deserialize(Introspection { fields: &mut fields });
    debug_assert!(refused.is_err(), "introspection never yields a value");
    fields
}

struct Introspection<'a> {
    fields: &'a mut &'static [&'static str],
}

#[derive(Debug)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("only the keys were asked for")
    }
}

impl std::error::Error for Refused {}

impl serde::de::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for Introspection<'_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Refused> {
        Err(Refused::custom("not a block"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Refused> {
        *self.fields = fields;
        Err(Refused::custom("only the keys were asked for"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
