//! A date that keeps its precision.

use super::Refusal;

/// A date, a span of time, or one of several dates, in EDTF.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Date(String);

impl Date {
    /// Reads a date.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        Ok(Self(text.to_owned()))
    }
}

super::deserialize_by_parse!(Date);
