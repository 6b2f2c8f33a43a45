//! What a template may see as bytes that stand for it: faster than a format that is to be read.

use std::fmt;

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// The bytes of a value. Different values have different bytes: each part says by its first byte
/// what it is, and texts say how long they are.
///
/// # Errors
///
/// If the value refuses to be taken apart.
pub(super) fn bytes_of(value: &impl Serialize) -> Result<Vec<u8>, fmt::Error> {
    let mut digest = Digest(Vec::with_capacity(4096));
    value.serialize(&mut digest)?;
    Ok(digest.0)
}

struct Digest(Vec<u8>);

impl Digest {
    fn part<const N: usize>(&mut self, kind: u8, bytes: [u8; N]) -> Result<(), fmt::Error> {
        self.0.push(kind);
        self.0.extend_from_slice(&bytes);
        Ok(())
    }

    fn text(&mut self, kind: u8, bytes: &[u8]) {
        self.0.push(kind);
        self.0.extend_from_slice(&bytes.len().to_le_bytes());
        self.0.extend_from_slice(bytes);
    }

    fn begin(&mut self, kind: u8) -> &mut Self {
        self.0.push(kind);
        self
    }

    /// Names a variant whose content follows.
    fn variant(&mut self, name: &str, kind: u8) -> &mut Self {
        self.text(b'v', name.as_bytes());
        self.begin(kind)
    }

    fn end(&mut self) -> Result<(), fmt::Error> {
        self.0.push(b'.');
        Ok(())
    }
}

/// Numbers that are written as larger ones of their kind.
macro_rules! widened {
    ($($method:ident($number:ty) $wide:ident),*) => {$(
        fn $method(self, value: $number) -> Result<(), fmt::Error> {
            self.$wide(value.into())
        }
    )*};
}

impl<'a> Serializer for &'a mut Digest {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = &'a mut Digest;
    type SerializeTuple = &'a mut Digest;
    type SerializeTupleStruct = &'a mut Digest;
    type SerializeTupleVariant = &'a mut Digest;
    type SerializeMap = &'a mut Digest;
    type SerializeStruct = &'a mut Digest;
    type SerializeStructVariant = &'a mut Digest;

    widened!(
        serialize_i8(i8) serialize_i64, serialize_i16(i16) serialize_i64,
        serialize_i32(i32) serialize_i64, serialize_u8(u8) serialize_u64,
        serialize_u16(u16) serialize_u64, serialize_u32(u32) serialize_u64,
        serialize_f32(f32) serialize_f64
    );

    fn serialize_bool(self, value: bool) -> Result<(), fmt::Error> {
        self.part(b'b', [u8::from(value)])
    }

    fn serialize_i64(self, value: i64) -> Result<(), fmt::Error> {
        self.part(b'i', value.to_le_bytes())
    }

    fn serialize_i128(self, value: i128) -> Result<(), fmt::Error> {
        self.part(b'I', value.to_le_bytes())
    }

    fn serialize_u64(self, value: u64) -> Result<(), fmt::Error> {
        self.part(b'u', value.to_le_bytes())
    }

    fn serialize_u128(self, value: u128) -> Result<(), fmt::Error> {
        self.part(b'U', value.to_le_bytes())
    }

    fn serialize_f64(self, value: f64) -> Result<(), fmt::Error> {
        self.part(b'f', value.to_bits().to_le_bytes())
    }

    fn serialize_char(self, value: char) -> Result<(), fmt::Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), fmt::Error> {
        self.text(b's', value.as_bytes());
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), fmt::Error> {
        self.text(b'B', value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), fmt::Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), fmt::Error> {
        self.part(b'o', [])?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), fmt::Error> {
        self.part(b'n', [])
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), fmt::Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), fmt::Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        self.text(b'v', variant.as_bytes());
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        Ok(self.begin(b'['))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, fmt::Error> {
        Ok(self.begin(b'['))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        Ok(self.begin(b'['))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, fmt::Error> {
        Ok(self.variant(variant, b'['))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        Ok(self.begin(b'{'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        Ok(self.begin(b'{'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, fmt::Error> {
        Ok(self.variant(variant, b'{'))
    }
}

/// Entries of something that is a row of values.
macro_rules! row {
    ($($trait:ident :: $entry:ident),*) => {$(
        impl $trait for &mut Digest {
            type Ok = ();
            type Error = fmt::Error;

            fn $entry<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), fmt::Error> {
                Digest::end(self)
            }
        }
    )*};
}

/// Entries of something whose values have names.
macro_rules! named {
    ($($trait:ident),*) => {$(
        impl $trait for &mut Digest {
            type Ok = ();
            type Error = fmt::Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), fmt::Error> {
                self.text(b's', name.as_bytes());
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), fmt::Error> {
                Digest::end(self)
            }
        }
    )*};
}

row!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);
named!(SerializeStruct, SerializeStructVariant);

impl SerializeMap for &mut Digest {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), fmt::Error> {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), fmt::Error> {
        Digest::end(self)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn what_looks_alike_is_told_apart() {
        let values = [
            json!(1),
            json!(true),
            json!("1"),
            json!(-1),
            json!(1.0),
            json!(null),
            json!(""),
            json!([]),
            json!({}),
            json!([[]]),
            json!(["ab", "c"]),
            json!(["a", "bc"]),
            json!([["a"], "bc"]),
            json!(["a", ["bc"]]),
            json!({"a": "bc"}),
            json!({"a": null}),
        ];
        let bytes: BTreeSet<_> =
            values.iter().map(|value| bytes_of(value).expect("it is JSON")).collect();
        assert_eq!(bytes.len(), values.len());
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i8>().prop_map(Value::from),
            "[a-c]{0,3}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 12, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-c]{0,2}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn bytes_are_equal_where_values_are(one in values(), other in values()) {
            prop_assert_eq!(bytes_of(&one) == bytes_of(&other), one == other);
        }
    }
}
