//! A date, or the word that says it is not known.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use crate::values::Date;

/// What may be written where a date is needed: `1982-06`, or `unknown`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    /// A date.
    Known(Date),
    /// There is one, and nobody knows it.
    Unknown,
}

impl When {
    pub(super) fn date(self) -> Option<Date> {
        match self {
            Self::Known(date) => Some(date),
            Self::Unknown => None,
        }
    }
}

impl When {
    fn parse(text: &str) -> Result<Self, crate::values::Refusal> {
        if text.trim() == "unknown" {
            Ok(Self::Unknown)
        } else {
            Date::parse(text).map(Self::Known)
        }
    }
}

impl JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "date",
            "anyOf": [generator.subschema_for::<Date>(), { "const": "unknown" }],
        })
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(|refusal| serde::de::Error::custom(refusal.to_wire()))
    }
}
