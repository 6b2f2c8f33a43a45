//! The sign at which one sees how much of a date is known.

use crate::values::Date;
use crate::values::date::{Precision, Shape};

/// What stands for a date in the picture of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// One day.
    Day,
    /// Some time in a month.
    Month,
    /// Some time in a season.
    Season,
    /// Some time in a year.
    Year,
    /// Some time in ten years.
    Decade,
    /// Some time in a hundred years.
    Century,
    /// From one date to another.
    Range,
    /// Some time between two dates.
    Within,
    /// Since a date, and it goes on.
    Since,
    /// Until a date, and it never began.
    Until,
    /// Since a date, and nobody knows until when.
    From,
    /// Until a date, and nobody knows since when.
    To,
    /// One of several dates.
    OneOf,
    /// Nobody knows when.
    Undated,
}

impl Mark {
    /// The mark of a date.
    #[must_use]
    pub fn of(date: Option<&Date>) -> Self {
        let Some(date) = date else { return Self::Undated };
        match date.shape() {
            Shape::Single(_) => match date.precision() {
                Precision::Day => Self::Day,
                Precision::Month => Self::Month,
                Precision::Season => Self::Season,
                Precision::Year => Self::Year,
                Precision::Decade => Self::Decade,
                Precision::Century => Self::Century,
            },
            Shape::Range(..) => Self::Range,
            Shape::Since(_) => Self::Since,
            Shape::Until(_) => Self::Until,
            Shape::UnknownEnd(_) => Self::From,
            Shape::UnknownStart(_) => Self::To,
            Shape::OneOf(_) => Self::OneOf,
        }
    }

    /// The mark of what is known to have been shorter than the time that its date leaves.
    #[must_use]
    pub(super) fn shorter(self) -> Self {
        if self == Self::Range { Self::Within } else { self }
    }

    /// Its name in classes and in the theme's strings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Range => "range",
            Self::Within => "within",
            Self::Since => "since",
            Self::Until => "until",
            Self::From => "from",
            Self::To => "to",
            Self::OneOf => "one-of",
            Self::Undated => "undated",
        }
    }
}
