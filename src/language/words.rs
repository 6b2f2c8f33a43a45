//! What a file of words holds.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::list::Joiner;
use super::pattern::{Frame, Pattern};
use crate::values::CountryCode;

/// Declares the words once: all of them make a language, any of them change one.
macro_rules! words {
    ($($(#[$doc:meta])* $key:ident: $type:ty,)*) => {
        /// All words of a language.
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Words {
            $($(#[$doc])* pub(super) $key: $type,)*
        }

        /// Some words, to take the place of others.
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Changes {
            $(pub(super) $key: Option<$type>,)*
        }

        impl Words {
            /// Replaces the words that are there.
            pub(super) fn change(&mut self, changes: Changes) {
                $(if let Some(words) = changes.$key {
                    self.$key = words;
                })*
            }
        }
    };
}

words! {
    /// What the language is called by those who speak it.
    name: String,

    /// The months by themselves, as in "June 1982".
    months: [String; 12],
    /// The months after a day, where they take another form, as in Polish "11 stycznia".
    months_with_day: Option<[String; 12]>,
    /// Spring, summer, autumn and winter.
    seasons: [String; 4],
    /// The ordinals of the centuries, from the first.
    centuries: Vec<String>,
    /// The first of a month, where it is not said as the other days are: "1er".
    first_day: Option<String>,

    /// A day: "January 11, 2010".
    day: Pattern,
    /// A month: "June 1982".
    month: Pattern,
    /// A season: "spring 2010".
    season: Pattern,
    /// Ten years: "the 1970s".
    decade: Pattern,
    /// A hundred years: "the 19th century".
    century: Pattern,
    /// A year before the first: "600 BC".
    before_christ: Frame,

    /// Days of one month: "May 23–31, 2013".
    days_in_month: Span,
    /// Days of one year: "May 23 – June 2, 2013".
    days_in_year: Span,
    /// Months of one year: "May–June 2013".
    months_in_year: Span,
    /// What stands between two years.
    years: String,
    /// What stands between any other two dates.
    range: String,

    /// It goes on: "since 2019".
    since: Phrase,
    /// It went on before: "until 2018".
    until: Phrase,
    /// Nobody knows when it began.
    unknown_start: Phrase,
    /// Nobody knows when it ended.
    unknown_end: Phrase,
    /// The date is approximate.
    about: Phrase,
    /// The date is uncertain.
    possibly: Phrase,
    /// There is no date.
    unknown: String,

    /// What stands between the things of a list.
    comma: String,
    /// What stands before the last of them.
    and: Joiner,
    /// What stands before the last of several possible dates.
    or: Joiner,
    /// The marks around what somebody said.
    quotes: Quotes,
    /// How the digits of large numbers are grouped.
    thousands: Thousands,
    /// Zero, one, two, as far as the language's table goes.
    numbers: Vec<String>,
    /// The names of countries, by their code.
    countries: BTreeMap<CountryCode, String>,
}

/// The two sides of a range that share a part, which is said once.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Span {
    pub(super) start: Pattern,
    pub(super) between: String,
    pub(super) end: Pattern,
}

/// Words around a date, where need be other ones around a day, a decade or a century: "seit
/// 2019", but "seit dem 11. Januar 2010" and "seit den 1970er Jahren".
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrase {
    pub(super) any: Frame,
    pub(super) day: Option<Frame>,
    pub(super) decade: Option<Frame>,
    pub(super) century: Option<Frame>,
}

/// The marks around what somebody said, and around what somebody said within it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotes {
    /// Before the words, with its space where the language has one.
    pub open: String,
    /// After the words.
    pub close: String,
    /// Before words within the words.
    pub inner_open: String,
    /// After words within the words.
    pub inner_close: String,
}

/// How the digits of large numbers are grouped.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Thousands {
    pub(super) separator: String,
    /// The smallest number that is grouped.
    pub(super) from: u64,
}
