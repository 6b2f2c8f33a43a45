//! A date, or the word that says it is not known.

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

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(|refusal| serde::de::Error::custom(refusal.to_wire()))
    }
}
