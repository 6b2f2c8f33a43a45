//! The forms of values in published data: each is written in one way only.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::programme::collection::{Collection, Id};
use crate::values::{Date, LanguageTag, Slug, Words};

/// A text in each language that it is written in, under the short names of the languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Languages(BTreeMap<String, String>);

impl Languages {
    /// The words in all their languages; `own` is the site's own.
    #[must_use]
    pub fn of(words: &Words, own: &LanguageTag) -> Self {
        let languages = words.languages().chain([own]);
        let texts = languages.filter_map(|language| {
            Some((language.to_string(), words.in_language(language, own)?.to_owned()))
        });
        Self(texts.collect())
    }

    /// Several words.
    #[must_use]
    pub fn all(words: &[Words], own: &LanguageTag) -> Vec<Self> {
        words.iter().map(|words| Self::of(words, own)).collect()
    }

    /// Words that may not be there.
    #[must_use]
    pub fn maybe(words: Option<&Words>, own: &LanguageTag) -> Option<Self> {
        words.map(|words| Self::of(words, own))
    }

    /// The text in a language.
    #[must_use]
    pub fn get(&self, language: &LanguageTag) -> Option<&str> {
        self.0.get(language.as_str()).map(String::as_str)
    }

    /// The text in a language, else in the first there is.
    #[must_use]
    pub fn best(&self, language: &LanguageTag) -> &str {
        self.get(language).or(self.0.values().next().map(String::as_str)).unwrap_or_default()
    }
}

impl FromIterator<(String, String)> for Languages {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
    }
}

/// Makes a form that is written as one text.
macro_rules! texts {
    ($($(#[$doc:meta])+ $name:ident: $schema:tt)+) => {
        $(
            $(#[$doc])+
            #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
            #[serde(transparent)]
            pub struct $name(String);

            impl $name {
                /// A value as text.
                #[must_use]
                pub fn of(value: &impl Display) -> Self {
                    Self(value.to_string())
                }

                /// A value that may not be there.
                #[must_use]
                pub fn maybe(value: Option<&impl Display>) -> Option<Self> {
                    value.map(Self::of)
                }

                /// The text.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!($schema)
                }
            }
        )+
    };
}

texts! {
    /// A date in EDTF.
    Edtf: {
        "title": "date",
        "description": "A date in EDTF (Library of Congress, levels 0 and 1, and `[a, b]`, one of several), \
                        with as much as is known: `1982`, `1982-06`, `1982-06-25`, `2010-21` (spring), \
                        `197X`, `2013-05-23/2013-05-31`, `2019/..` (and goes on), `1957~` (about), \
                        `1957?` (perhaps).",
        "type": "string",
        "pattern": "^[-0-9X?~%/., {}\\[\\]]+$",
    }
    /// The id of a record.
    Reference: {
        "title": "id",
        "description": "The id of a record. It stays the same from one edition to the next.",
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    }
    /// An address somewhere on the web.
    WebAddress: {
        "title": "address",
        "description": "A whole web address.",
        "type": "string",
        "pattern": "^https?://[^\\s]+$",
    }
    /// An address in the site that publishes the data.
    OwnAddress: {
        "title": "address in the site",
        "description": "An address in the site that publishes this, to be put behind the `url` at the top of \
                        the file. In another language than the first, the short name of the language goes \
                        before it: `ht/cities/coimbra/`.",
        "type": "string",
        "pattern": "^[^/\\s][^\\s]*$",
    }
    /// A language.
    Language: {
        "title": "language",
        "description": "The short name of a language (BCP 47): `en`, `ht`, `pt-BR`.",
        "type": "string",
        "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,4})*$",
    }
    /// How long something took.
    Length: {
        "title": "duration",
        "description": "A number and a unit: `5 days`, `1 week`, `2 years`.",
        "type": "string",
        "pattern": "^[0-9]+ (hour|day|week|month|year)s?$",
    }
    /// A time of day.
    Clock: {
        "title": "time",
        "description": "Hours and minutes, in the local time of the place: `18:30`.",
        "type": "string",
        "pattern": "^[0-9]{2}:[0-9]{2}$",
    }
}

impl Edtf {
    /// A date that may not be known.
    #[must_use]
    pub fn known(date: Option<&Date>) -> Option<Self> {
        date.map(|date| Self(date.edtf().to_owned()))
    }
}

impl JsonSchema for Languages {
    fn schema_name() -> Cow<'static, str> {
        "Words".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "words",
            "description": "A text in each language that it is written in, under the short names of the \
                            languages (BCP 47): `{ \"en\": \"Public health\", \"ht\": \"Sante piblik\" }`.",
            "type": "object",
            "propertyNames": { "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,4})*$" },
            "additionalProperties": { "type": "string" },
            "minProperties": 1,
        })
    }
}

/// Something that has an id of its own, so that records can name it.
pub(super) trait Named {
    /// Its id.
    fn id(&self) -> &Slug;
}

macro_rules! named {
    ($($type:ident)+) => {
        $(impl Named for crate::programme::$type {
            fn id(&self) -> &Slug {
                &self.id
            }
        })+
    };
}

named! { Area City Committee Document Event Guide Organization }

impl Reference {
    /// The id of a thing.
    pub(super) fn to<T: Named>(id: Id<T>, all: &Collection<T>) -> Self {
        Self::of(all[id].id())
    }

    /// The ids of several.
    pub(super) fn to_all<T: Named>(ids: &[Id<T>], all: &Collection<T>) -> Vec<Self> {
        ids.iter().map(|id| Self::to(*id, all)).collect()
    }

    /// The id of a thing that may not be there.
    pub(super) fn to_maybe<T: Named>(id: Option<Id<T>>, all: &Collection<T>) -> Option<Self> {
        id.map(|id| Self::to(id, all))
    }
}

/// A value that may say nothing; then its key is left out.
pub(crate) trait Unsaid {
    /// Whether it says nothing.
    fn is_unsaid(&self) -> bool {
        false
    }
}

impl<T> Unsaid for Option<T> {
    fn is_unsaid(&self) -> bool {
        self.is_none()
    }
}

impl<T> Unsaid for Vec<T> {
    fn is_unsaid(&self) -> bool {
        self.is_empty()
    }
}

impl Unsaid for bool {
    fn is_unsaid(&self) -> bool {
        !self
    }
}

macro_rules! always_said {
    ($($type:ty)+) => { $(impl $crate::programme::open_data::form::Unsaid for $type {})+ };
}
pub(super) use always_said;

always_said! {
    u32 u64 String Languages Edtf Reference WebAddress OwnAddress Language Length Clock
}
