//! What a word in braces may be: the closed list of what prose can ask of the facts.

mod read;

use super::city::City;
use super::collection::Id;
use super::relationship::{RelationshipKind, Status};
use super::{Contact, Faq, Guide};
use crate::values::{CountryCode, Date, OutputPath};

/// Something that is computed and stands in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Fact {
    /// How many there are.
    Count {
        /// Of what.
        noun: Noun,
        /// Which of them.
        filter: Filter,
        /// As a word instead of digits.
        in_words: bool,
    },
    /// A date in words.
    Date(Date),
    /// How many full years have passed.
    Years {
        /// Since when.
        since: Date,
        /// As a word instead of digits.
        in_words: bool,
    },
    /// A city's name, as a link.
    City(Id<City>),
    /// When the relationship with a city was established.
    Established(Id<City>),
}

/// A part of a page that the theme draws.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Partner cities, in groups.
    Directory(Filter),
    /// Partner cities, on a map.
    Map(Filter),
    /// What happened.
    Timeline(Option<Id<City>>),
    /// Questions and their answers: those of a group, or one of them.
    Questions {
        /// The group.
        faq: Id<Faq>,
        /// The anchor of the one question.
        only: Option<String>,
    },
    /// Pictures beside each other.
    Gallery(Vec<OutputPath>),
    /// Whom to ask.
    Contact(Id<Contact>),
    /// The home city and another beside each other.
    Comparison {
        /// The other city.
        city: Id<City>,
        /// The guide that says what is compared.
        guide: Id<Guide>,
    },
}

/// What can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// Partner cities.
    Cities,
    /// The countries they lie in.
    Countries,
    /// Relationships.
    Relationships,
    /// Committees.
    Committees,
    /// Events with a page of their own.
    Events,
    /// Delegations among them.
    Delegations,
    /// Organizations.
    Organizations,
    /// Documents.
    Documents,
}

impl Noun {
    const ALL: [(&'static str, Self); 8] = [
        ("cities", Self::Cities),
        ("countries", Self::Countries),
        ("relationships", Self::Relationships),
        ("committees", Self::Committees),
        ("events", Self::Events),
        ("delegations", Self::Delegations),
        ("organizations", Self::Organizations),
        ("documents", Self::Documents),
    ];

    /// The settings that narrow its count.
    fn filters(self) -> &'static [&'static str] {
        match self {
            Self::Cities | Self::Countries | Self::Relationships => &["status", "country", "kind"],
            Self::Events | Self::Delegations | Self::Documents | Self::Committees => &["city"],
            Self::Organizations => &[],
        }
    }
}

/// Which of the things are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those of a status, or listed under it in the directory.
    pub status: Option<Status>,
    /// Those in a country.
    pub country: Option<CountryCode>,
    /// Those bound by a kind of relationship.
    pub kind: Option<RelationshipKind>,
    /// Those that concern a city.
    pub city: Option<Id<City>>,
}
