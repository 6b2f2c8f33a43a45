//! The kinds of content.

use crate::diagnostic::Code;

/// A kind of content. The compiler finds every place that has to know of a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The home city and its partners.
    City,
    /// Bonds between cities that have a file of their own.
    Relationship,
    /// Those who keep a bond alive.
    Committee,
    /// What happened or will.
    Event,
    /// Dated prose.
    News,
    /// Any other page.
    Page,
    /// Bodies that the others name.
    Organization,
    /// What relationships are about.
    Area,
    /// Agreements, orders, reports.
    Document,
}

impl Kind {
    /// Every kind, in the order of the manual.
    pub const ALL: [Self; 9] = [
        Self::City,
        Self::Relationship,
        Self::Committee,
        Self::Event,
        Self::News,
        Self::Page,
        Self::Organization,
        Self::Area,
        Self::Document,
    ];

    /// What one is called, in links and messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Relationship => "relationship",
            Self::Committee => "committee",
            Self::Event => "event",
            Self::News => "news",
            Self::Page => "page",
            Self::Organization => "organization",
            Self::Area => "area",
            Self::Document => "document",
        }
    }

    /// One of it, as in "the id of an event".
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Self::City => "a city",
            Self::Relationship => "a relationship",
            Self::Committee => "a committee",
            Self::Event => "an event",
            Self::News => "a news item",
            Self::Page => "a page",
            Self::Organization => "an organization",
            Self::Area => "an area",
            Self::Document => "a document",
        }
    }

    /// The folder of its files in `content/`, or the name of its list without `.yaml`; also the
    /// first part of its addresses, save a page's.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::City => "cities",
            Self::Relationship => "relationships",
            Self::Committee => "committees",
            Self::Event => "events",
            Self::News => "news",
            Self::Page => "pages",
            Self::Organization => "organizations",
            Self::Area => "areas",
            Self::Document => "documents",
        }
    }

    /// Whether each has a file of its own, or all stand in one list.
    #[must_use]
    pub fn is_listed(self) -> bool {
        matches!(self, Self::Organization | Self::Area | Self::Document)
    }

    /// Whether each is a part of the page of all, instead of a page of its own.
    #[must_use]
    pub fn is_anchor(self) -> bool {
        matches!(self, Self::Organization | Self::Document)
    }

    /// The kind of a word such as `city`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What a reference is that leads nowhere.
    #[must_use]
    pub fn unknown(self) -> Code {
        match self {
            Self::City => Code::UnknownCity,
            Self::Relationship => Code::UnknownRelationship,
            Self::Committee => Code::UnknownCommittee,
            Self::Event => Code::UnknownEvent,
            Self::News => Code::UnknownNews,
            Self::Page => Code::UnknownPage,
            Self::Organization => Code::UnknownOrganization,
            Self::Area => Code::UnknownArea,
            Self::Document => Code::UnknownDocument,
        }
    }
}
