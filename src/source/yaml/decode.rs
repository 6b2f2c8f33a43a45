//! Decodes a tree by the same types as the fast way, and goes on after a mistake.
//!
//! `serde` stops at the first mistake. Here the mistake is reported with its place, what was
//! wrong is cut out of the tree, and the decoding begins again, until nothing is wrong any more.

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, Visitor,
};

use super::tree::{Kind, Node, join};
use crate::diagnostic::{Code, nearest};
use crate::values::Refusal;

/// No file deserves more remarks than this at once.
const MAX_MISTAKES: usize = 50;

/// What is wanted where there should be keys and values.
const BLOCK: &str = "a block of `key: value`";

/// Something wrong with a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) span: Range<usize>,
    /// The path of the field that was cut out.
    pub(super) field: String,
}

/// Decodes a tree; what is wrong is cut out of it.
pub(super) fn decode<T: DeserializeOwned>(tree: &mut Node) -> (Option<T>, Vec<Mistake>) {
    let mut mistakes = Vec::new();
    cut_duplicate_keys(tree, "", &mut mistakes);
    loop {
        let error = match T::deserialize(Decoder { node: tree }) {
            Ok(value) if !cut_off_lists(tree) => return (Some(value), mistakes),
            // What followed a cut in a list has been looked at for its mistakes.
            Ok(_) => continue,
            Err(error) => error,
        };
        let trail: Vec<Step> = error.trail.iter().rev().copied().collect();
        let field = field_path(tree, &trail);
        let span = error.span.unwrap_or_else(|| tree.span.clone());
        match mistakes.iter_mut().find(|cause| is_within(&cause.field, &field)) {
            // What is wrong because a part of it has been cut out is no mistake of its own.
            Some(cause) => cause.field = field,
            None => mistakes.push(Mistake {
                code: error.code,
                message: error.message,
                help: error.help,
                span,
                field,
            }),
        }
        if !cut(tree, &trail) || mistakes.len() >= MAX_MISTAKES {
            return (None, mistakes);
        }
    }
}

fn cut_duplicate_keys(node: &mut Node, path: &str, mistakes: &mut Vec<Mistake>) {
    match &mut node.kind {
        Kind::Scalar { .. } => {}
        Kind::Sequence(items) => {
            for (index, item) in items.iter_mut().flatten().enumerate() {
                cut_duplicate_keys(item, &format!("{path}[{index}]"), mistakes);
            }
        }
        Kind::Mapping(entries) => {
            let mut seen = HashSet::new();
            let mut kept: Vec<(Node, Node)> = Vec::new();
            for (key, mut value) in entries.drain(..) {
                let field = join(path, &key);
                if !seen.insert(field.clone()) {
                    let name = field.rsplit('.').next().unwrap_or_default();
                    mistakes.push(Mistake {
                        code: Code::DuplicateKey,
                        message: format!("the key `{name}` stands here a second time"),
                        help: Some(
                            "remove one of the two, or put both values into one list".to_owned(),
                        ),
                        span: key.span.clone(),
                        field,
                    });
                    continue;
                }
                cut_duplicate_keys(&mut value, &field, mistakes);
                kept.push((key, value));
            }
            *entries = kept;
        }
    }
}

/// Whether a field lies in another: `population.count` in `population`.
fn is_within(field: &str, outer: &str) -> bool {
    field.strip_prefix(outer).is_some_and(|rest| rest.starts_with(['.', '[']))
}

/// A step from a list or map to something in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step(usize);

fn field_path(tree: &Node, trail: &[Step]) -> String {
    let mut path = String::new();
    let mut node = tree;
    for &Step(index) in trail {
        match &node.kind {
            Kind::Scalar { .. } => break,
            Kind::Sequence(items) => {
                path = format!("{path}[{index}]");
                let Some(item) = &items[index] else { break };
                node = item;
            }
            Kind::Mapping(entries) => {
                path = join(&path, &entries[index].0);
                node = &entries[index].1;
            }
        }
    }
    path
}

/// Cuts out what the trail leads to. An item of a list leaves a gap, so that the places of those
/// after it stay right.
fn cut(tree: &mut Node, trail: &[Step]) -> bool {
    let Some((&Step(last), before)) = trail.split_last() else { return false };
    let mut node = tree;
    for &Step(index) in before {
        node = match &mut node.kind {
            Kind::Scalar { .. } => return false,
            Kind::Sequence(items) => match &mut items[index] {
                Some(item) => item,
                None => return false,
            },
            Kind::Mapping(entries) => &mut entries[index].1,
        };
    }
    match &mut node.kind {
        Kind::Scalar { .. } => return false,
        Kind::Sequence(items) => items[last] = None,
        Kind::Mapping(entries) => {
            entries.remove(last);
        }
    }
    true
}

/// Cuts lists off at their first gap: a decoded list has no gaps, and the items behind one would
/// be taken for others. Tells whether there was a gap.
fn cut_off_lists(node: &mut Node) -> bool {
    match &mut node.kind {
        Kind::Scalar { .. } => false,
        Kind::Sequence(items) => {
            let gap = items.iter().position(Option::is_none);
            items.truncate(gap.unwrap_or(items.len()));
            let inside = items.iter_mut().flatten().map(cut_off_lists);
            inside.fold(gap.is_some(), |any, found| any | found)
        }
        Kind::Mapping(entries) => {
            let inside = entries.iter_mut().map(|(_, value)| cut_off_lists(value));
            inside.fold(false, |any, found| any | found)
        }
    }
}

#[derive(Debug)]
struct Error {
    code: Code,
    message: String,
    help: Option<String>,
    /// The wrong bytes within the value, until the value's own place is known.
    part: Option<Range<usize>>,
    span: Option<Range<usize>>,
    /// The way to the value, innermost step first.
    trail: Vec<Step>,
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
struct Decoder<'a> {
    node: &'a Node,
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
