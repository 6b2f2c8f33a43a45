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
    /// Questions in groups, with their answers.
    Faq,
    /// How something is done, step by step.
    Guide,
    /// What a word means.
    Term,
    /// Whom to ask.
    Contact,
}

impl Kind {
    /// Every kind, in the order of the manual.
    pub const ALL: [Self; 13] = [
        Self::City,
        Self::Relationship,
        Self::Committee,
        Self::Event,
        Self::News,
        Self::Page,
        Self::Organization,
        Self::Area,
        Self::Document,
        Self::Faq,
        Self::Guide,
        Self::Term,
        Self::Contact,
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
            Self::Faq => "faq",
            Self::Guide => "guide",
            Self::Term => "term",
            Self::Contact => "contact",
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
            Self::Faq => "a group of questions",
            Self::Guide => "a guide",
            Self::Term => "a term",
            Self::Contact => "a contact",
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
            Self::Faq => "faq",
            Self::Guide => "guides",
            Self::Term => "glossary",
            Self::Contact => "contacts",
        }
    }

    /// Whether each has a file of its own, or all stand in one list.
    #[must_use]
    pub fn is_listed(self) -> bool {
        matches!(
            self,
            Self::Organization | Self::Area | Self::Document | Self::Term | Self::Contact
        )
    }

    /// Whether each is a part of the page of all, instead of a page of its own.
    #[must_use]
    pub fn is_anchor(self) -> bool {
        matches!(self, Self::Organization | Self::Document | Self::Term | Self::Contact)
    }

    /// Whether a text of this kind is made of parts that other texts name: questions, steps. Its
    /// headings of the second level are facts, then.
    #[must_use]
    pub fn has_parts(self) -> bool {
        matches!(self, Self::Faq | Self::Guide)
    }

    /// What a part of a text of this kind is called.
    #[must_use]
    pub fn part_word(self) -> &'static str {
        match self {
            Self::Faq => "question",
            Self::Guide => "step",
            _ => "heading",
        }
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
            Self::Faq => Code::UnknownFaq,
            Self::Guide => Code::UnknownGuide,
            Self::Term => Code::UnknownTerm,
            Self::Contact => Code::UnknownContact,
        }
    }
}
