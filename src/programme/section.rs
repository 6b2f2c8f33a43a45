//! A part of the site that has a page for all that is in it: which there are, and their own words.

use super::event::TitleWords;
use super::kind::Kind;
use super::page::PageFrontMatter;
use super::record::Record;
use super::site::Site;
use crate::values::{SourcePath, Words};

/// A part of the site that has a page of its own for all that is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The partner cities, in several groupings.
    Cities,
    /// The relationships with pages of their own.
    Relationships,
    /// All that happened.
    Timeline,
    /// What will happen, and what did.
    Events,
    /// The committees.
    Committees,
    /// The areas of focus.
    Areas,
    /// Agreements, orders, reports.
    Documents,
    /// The bodies that have a part in it.
    Organizations,
    /// Dated prose.
    News,
    /// Questions and their answers.
    Faq,
    /// How something is done, step by step.
    Guides,
    /// The programme's terms.
    Glossary,
    /// Whom to ask.
    Contacts,
    /// How to take part.
    Join,
    /// What has its day again.
    Anniversaries,
    /// The facts as data.
    Data,
    /// Where everything is found.
    Search,
}

/// The sections of what there is data of, beside the home city.
const OF_DATA: [Section; 7] = [
    Section::Cities,
    Section::Relationships,
    Section::Events,
    Section::Committees,
    Section::Documents,
    Section::Organizations,
    Section::Faq,
];

impl Section {
    /// Every section, in the order of the menu.
    pub const ALL: [Self; 17] = [
        Self::Cities,
        Self::Relationships,
        Self::Timeline,
        Self::Events,
        Self::Committees,
        Self::Areas,
        Self::Documents,
        Self::Organizations,
        Self::News,
        Self::Faq,
        Self::Guides,
        Self::Glossary,
        Self::Contacts,
        Self::Join,
        Self::Anniversaries,
        Self::Data,
        Self::Search,
    ];

    /// What it is called in the owner's menu; also the first part of its address, and the name of
    /// the file of its own words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Cities => "cities",
            Self::Relationships => "relationships",
            Self::Timeline => "timeline",
            Self::Events => "events",
            Self::Committees => "committees",
            Self::Areas => "areas",
            Self::Documents => "documents",
            Self::Organizations => "organizations",
            Self::News => "news",
            Self::Faq => "faq",
            Self::Guides => "guides",
            Self::Glossary => "glossary",
            Self::Contacts => "contacts",
            Self::Join => "join",
            Self::Anniversaries => "anniversaries",
            Self::Data => "data",
            Self::Search => "search",
        }
    }

    /// The theme's string that names it, where its own words do not.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Cities => "title-cities",
            Self::Relationships => "title-relationships",
            Self::Timeline => "title-timeline",
            Self::Events => "title-events",
            Self::Committees => "title-committees",
            Self::Areas => "title-areas",
            Self::Documents => "title-documents",
            Self::Organizations => "title-organizations",
            Self::News => "title-news",
            Self::Faq => "title-faq",
            Self::Guides => "title-guides",
            Self::Glossary => "title-glossary",
            Self::Contacts => "title-contacts",
            Self::Join => "title-join",
            Self::Anniversaries => "title-anniversaries",
            Self::Data => "title-data",
            Self::Search => "title-search",
        }
    }

    /// Whether there is something in it. Its own words alone do not make a page, save that of how
    /// to take part, which may need no more. A page of the owner's may stand where the search would.
    #[must_use]
    pub fn is_present(self, site: &Site) -> bool {
        match self {
            Self::Cities => !site.partners().is_empty(),
            Self::Relationships => site.relationships.iter().any(|(_, bond)| bond.has_page),
            Self::Timeline => !site.occasions().is_empty(),
            Self::Events => !site.events.is_empty(),
            Self::Committees => !site.committees.is_empty(),
            Self::Areas => !site.areas.is_empty(),
            Self::Documents => !site.documents.is_empty(),
            Self::Organizations => !site.organizations.is_empty(),
            Self::News => !site.news.is_empty(),
            Self::Join => site.section_words(self).is_some() || site.profile.tells_how_to_join(),
            Self::Faq => !site.faqs.is_empty(),
            Self::Guides => !site.guides.is_empty(),
            Self::Glossary => !site.terms.is_empty(),
            Self::Contacts => !site.contacts.is_empty(),
            Self::Anniversaries => !site.anniversaries().is_empty(),
            // What there are no records of makes no file, and then no page is needed.
            Self::Data => !site.cities.is_empty() || OF_DATA.iter().any(|of| of.is_present(site)),
            Self::Search => site.find(Kind::Page, self.key()).is_err(),
        }
    }

    /// The sections that have something in them.
    #[must_use]
    pub fn present(site: &Site) -> Vec<Self> {
        Self::ALL.into_iter().filter(|section| section.is_present(site)).collect()
    }

    /// The section of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.key() == key)
    }

    /// The section of all things of a kind, if there is one.
    #[must_use]
    pub fn of_kind(kind: Kind) -> Option<Self> {
        Self::from_key(kind.folder())
    }
}

/// What a section's own file says of it, beside its prose.
#[derive(Debug)]
pub struct SectionWords {
    /// The section.
    pub section: Section,
    /// Its file.
    pub file: SourcePath,
    /// Its title, if not the theme's.
    pub title: Option<Words>,
    /// One or two sentences.
    pub summary: Option<Words>,
}

impl SectionWords {
    pub(super) fn resolve(record: Record<PageFrontMatter, TitleWords>) -> Self {
        let section = Section::from_key(record.id.as_str());
        Self {
            section: section.expect("only a section's file is read as one"),
            title: record.translated(record.front.title.clone(), |words| words.title.as_ref()),
            summary: record
                .translated(record.front.summary.clone(), |words| words.summary.as_ref()),
            file: record.file,
        }
    }
}
