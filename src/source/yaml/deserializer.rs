//! What `serde` sees of a tree: the same types are decoded as in the fast way, and an error says where
//! it is and which way leads there.

use std::fmt;
use std::ops::Range;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};

use super::tree::{Kind, Node};
use crate::diagnostic::{Code, nearest};
use crate::values::Refusal;

/// What is wanted where there should be keys and values.
const BLOCK: &str = "a block of `key: value`";

/// A step from a list or map to something in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step(pub(super) usize);

/// Something wrong with a value, and the way to it.
#[derive(Debug)]
pub(super) struct Error {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// The wrong bytes within the value, until the value's own place is known.
    part: Option<Range<usize>>,
    pub(super) span: Option<Range<usize>>,
    /// The way to the value, innermost step first.
    pub(super) trail: Vec<Step>,
}

impl Error {
    fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            help: None,
            part: None,
            span: None,
            trail: Vec::new(),
        }
    }

    /// Sets the place, if nothing further in has set it.
    fn within(mut self, node: &Node, step: usize) -> Self {
        if self.span.is_none() {
            self.span = Some(match (self.part.take(), &node.kind) {
                // In a text without quotes and escapes, its bytes are those of the file.
                (Some(part), Kind::Scalar { text, .. }) if text.len() == node.span.len() => {
                    node.span.start + part.start..node.span.start + part.end
                }
                _ => node.span.clone(),
            });
        }
        self.trail.push(Step(step));
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        let Some(refusal) = Refusal::from_wire(&message) else {
            return Self::new(Code::WrongType, message);
        };
        let code = Code::from_name(refusal.code).unwrap_or(Code::WrongType);
        let mut error = Self::new(code, refusal.message);
        error.help = refusal.help.map(str::to_owned);
        error.part = refusal.span;
        error
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Code::WrongType, format!("{expected} belongs here, not {}", in_words(found)))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Code::BadNumber, format!("{expected} belongs here, not {}", in_words(found)))
    }

    fn missing_field(field: &'static str) -> Self {
        let mut error = Self::new(Code::MissingKey, format!("`{field}` is missing"));
        error.help = Some(format!("write `{field}:` and its value"));
        error
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        let mut error = Self::new(Code::UnknownValue, format!("`{variant}` is not known here"));
        error.help = Some(offer(variant, expected));
        error
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        let mut error = Self::new(Code::UnknownKey, format!("the key `{field}` is not known here"));
        error.help = Some(if field.contains(char::is_whitespace) {
            "within braces, a text with a comma in it goes in quotes".to_owned()
        } else if expected.is_empty() {
            "nothing can be said here; remove it".to_owned()
        } else {
            offer(field, expected)
        });
        error
    }
}

fn offer(written: &str, known: &[&'static str]) -> String {
    match nearest(written, known.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => {
            let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            format!("known here: {}", known.join(", "))
        }
    }
}

fn in_words(found: Unexpected<'_>) -> String {
    match found {
        Unexpected::Bool(value) => format!("`{value}`"),
        Unexpected::Unsigned(value) => format!("the number `{value}`"),
        Unexpected::Signed(value) => format!("the number `{value}`"),
        Unexpected::Float(value) => format!("the number `{value}`"),
        Unexpected::Str(text) => format!("`{text}`"),
        Unexpected::Unit | Unexpected::Option => "nothing".to_owned(),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map | Unexpected::StructVariant => "keys and values".to_owned(),
        other => other.to_string(),
    }
}

/// Decodes one node.
pub(super) struct Decoder<'a> {
    pub(super) node: &'a Node,
}

impl<'a> Decoder<'a> {
    fn mismatch(&self, wanted: &str) -> Error {
        let (found, help) = match &self.node.kind {
            Kind::Scalar { .. } if self.node.is_null() => ("nothing".to_owned(), None),
            Kind::Scalar { text, .. } => {
                let help = match wanted {
                    "a list" => Some(format!("write `[{text}]`")),
                    BLOCK => Some(
                        "what belongs to this key is written below it, indented, as `key: value`"
                            .to_owned(),
                    ),
                    _ => None,
                };
                (format!("`{text}`"), help)
            }
            Kind::Sequence(_) if wanted == "a text" => {
                ("a list".to_owned(), Some("a text that begins with `[` goes in quotes".to_owned()))
            }
            Kind::Sequence(_) => ("a list".to_owned(), None),
            Kind::Mapping(_) => ("keys and values".to_owned(), None),
        };
        let mut error = Error::new(Code::WrongType, format!("{wanted} belongs here, not {found}"));
        error.help = help;
        error
    }

    /// The text of a scalar without quotes.
    fn plain(&self) -> Option<&'a str> {
        match &self.node.kind {
            Kind::Scalar { text, plain: true } => Some(text),
            _ => None,
        }
    }

    fn number<N: std::str::FromStr>(&self, wanted: &str) -> Result<N, Error> {
        let Some(text) = self.plain() else { return Err(self.mismatch(wanted)) };
        text.parse().map_err(|_| {
            let digits = text.strip_prefix('-').unwrap_or(text);
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return self.mismatch(wanted);
            }
            let size = if text.starts_with('-') { "small" } else { "large" };
            Error::new(Code::BadNumber, format!("the number `{text}` is too {size} here"))
        })
    }
}

macro_rules! deserialize_number {
    ($($method:ident $visit:ident $wanted:literal;)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.number($wanted)?)
        })+
    };
}

impl<'de> Deserializer<'de> for Decoder<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.kind {
            Kind::Scalar { .. } if self.node.is_null() => visitor.visit_unit(),
            Kind::Scalar { text, plain: true } => match text.as_str() {
                "true" | "True" | "TRUE" => visitor.visit_bool(true),
                "false" | "False" | "FALSE" => visitor.visit_bool(false),
                number if number.parse::<i64>().is_ok() => {
                    visitor.visit_i64(number.parse().expect("just parsed"))
                }
                number
                    if number.parse::<f64>().is_ok()
                        && number.contains(|c: char| c.is_ascii_digit()) =>
                {
                    visitor.visit_f64(number.parse().expect("just parsed"))
                }
                text => visitor.visit_str(text),
            },
            Kind::Scalar { text, plain: false } => visitor.visit_str(text),
            Kind::Sequence(_) => self.deserialize_seq(visitor),
            Kind::Mapping(_) => self.deserialize_map(visitor),
        }
    }

    deserialize_number! {
        deserialize_i8 visit_i8 "a whole number";
        deserialize_i16 visit_i16 "a whole number";
        deserialize_i32 visit_i32 "a whole number";
        deserialize_i64 visit_i64 "a whole number";
        deserialize_u8 visit_u8 "a whole number";
        deserialize_u16 visit_u16 "a whole number";
        deserialize_u32 visit_u32 "a whole number";
        deserialize_u64 visit_u64 "a whole number";
        deserialize_f32 visit_f32 "a number";
        deserialize_f64 visit_f64 "a number";
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.plain() {
            Some("true" | "True" | "TRUE") => visitor.visit_bool(true),
            Some("false" | "False" | "FALSE") => visitor.visit_bool(false),
            _ => Err(self.mismatch("`true` or `false`")),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.kind {
            Kind::Scalar { text, .. } => visitor.visit_str(text),
            Kind::Sequence(_) | Kind::Mapping(_) => Err(self.mismatch("a text")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.node.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.kind {
            Kind::Sequence(items) => visitor.visit_seq(Items { items, next: 0 }),
            Kind::Scalar { .. } if self.node.is_null() => {
                visitor.visit_seq(Items { items: &[], next: 0 })
            }
            Kind::Scalar { .. } | Kind::Mapping(_) => Err(self.mismatch("a list")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.kind {
            Kind::Mapping(entries) => visitor.visit_map(Entries { entries, next: 0 }),
            Kind::Scalar { .. } if self.node.is_null() => {
                visitor.visit_map(Entries { entries: &[], next: 0 })
            }
            Kind::Scalar { .. } | Kind::Sequence(_) => Err(self.mismatch(BLOCK)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match &self.node.kind {
            Kind::Scalar { text, .. } => {
                let variant: StrDeserializer<'_, Error> = text.as_str().into_deserializer();
                visitor.visit_enum(variant)
            }
            Kind::Sequence(_) | Kind::Mapping(_) => Err(self.mismatch("one word")),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    /// A key is text, whatever it looks like.
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

struct Items<'a> {
    items: &'a [Option<Node>],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let mut rest = self.items.iter().enumerate().skip(self.next);
        let found = rest.find_map(|(step, item)| Some((step, item.as_ref()?)));
        let Some((step, node)) = found else { return Ok(None) };
        self.next = step + 1;
        seed.deserialize(Decoder { node }).map(Some).map_err(|error| error.within(node, step))
    }
}

struct Entries<'a> {
    entries: &'a [(Node, Node)],
    next: usize,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((key, _)) = self.entries.get(self.next) else { return Ok(None) };
        seed.deserialize(Decoder { node: key })
            .map(Some)
            .map_err(|error| error.within(key, self.next))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let (key, value) = &self.entries[self.next];
        let step = self.next;
        self.next += 1;
        // A value that is not written has no place of its own: its key has.
        let place = if value.span.is_empty() { key } else { value };
        seed.deserialize(Decoder { node: value }).map_err(|error| error.within(place, step))
    }
}
