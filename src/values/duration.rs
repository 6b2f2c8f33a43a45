//! How long something took, as somebody would say it.

use super::Refusal;

/// A number of days, weeks, months or years. It keeps the unit it was told in: a week is not
/// seven days to somebody who says "a week".
///
/// ```
/// use jumelage::values::{Duration, duration::Unit};
///
/// assert_eq!(Duration::parse("5 days").unwrap(), Duration { count: 5, unit: Unit::Day });
/// assert!(Duration::parse("a while").is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// What a duration counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Unit {
    /// The unit's name in messages of the theme.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl Duration {
    /// How many days that is, more or less; what is shorter than a day counts as one.
    #[must_use]
    pub fn days(self) -> u64 {
        let count = u64::from(self.count);
        match self.unit {
            Unit::Hour => count.div_ceil(24),
            Unit::Day => count,
            Unit::Week => count * 7,
            Unit::Month => count * 30,
            Unit::Year => count * 365,
        }
    }

    /// Reads a number and a unit.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let parsed = text.split_once(' ').and_then(|(count, unit)| {
            let count = count.parse().ok().filter(|&count| count > 0)?;
            let unit = match unit.trim().trim_end_matches('s') {
                "hour" => Unit::Hour,
                "day" => Unit::Day,
                "week" => Unit::Week,
                "month" => Unit::Month,
                "year" => Unit::Year,
                _ => return None,
            };
            Some(Self { count, unit })
        });
        parsed.ok_or_else(|| {
            Refusal::new("bad-duration", format!("`{text}` is not a duration"))
                .help("write a number and a unit: `5 days`, `1 week`, `2 years`")
        })
    }
}

impl std::fmt::Display for Duration {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.count, self.unit.as_str())
    }
}

super::deserialize_by_parse!(Duration);
