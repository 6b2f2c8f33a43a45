//! Which pages there are, and where.

use crate::programme::directory::Grouping;
use crate::programme::{Kind, Site, Thing};
use crate::values::{LanguageTag, Route};

/// A page that will be made, in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Request {
    pub(super) subject: Subject,
}

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    /// The programme.
    Home,
    /// All partner cities.
    Directory(Grouping),
    /// All things of another kind, or all that happened.
    Section(Section),
    /// A thing.
    Thing(Thing),
    /// An address that does not exist.
    NotFound,
}

/// A part of the site that has a page of its own for all that is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Section {
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
}

impl Section {
    /// Every section, in the order of the menu.
    pub(super) const ALL: [Self; 9] = [
        Self::Cities,
        Self::Relationships,
        Self::Timeline,
        Self::Events,
        Self::Committees,
        Self::Areas,
        Self::Documents,
        Self::Organizations,
        Self::News,
    ];

    /// What it is called in the owner's menu; also the first part of its address.
    pub(super) fn key(self) -> &'static str {
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
        }
    }

    /// The theme's string that names it.
    pub(super) fn title(self) -> &'static str {
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
        }
    }

    /// Whether there is something in it.
    fn is_present(self, site: &Site) -> bool {
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
        }
    }

    /// The sections that have something in them.
    pub(super) fn present(site: &Site) -> Vec<Self> {
        Self::ALL.into_iter().filter(|section| section.is_present(site)).collect()
    }

    /// The section of a key.
    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.key() == key)
    }

    /// The section of all things of a kind, if there is one.
    pub(super) fn of_kind(kind: Kind) -> Option<Self> {
        Self::from_key(kind.folder())
    }
}

impl Request {
    /// The page at an address, and its language. The address is taken apart as `url` puts it
    /// together.
    pub(super) fn find<'a>(
        site: &Site,
        languages: &'a [LanguageTag],
        address: &str,
    ) -> Option<(Self, &'a LanguageTag)> {
        let candidates = languages.iter().filter_map(|language| {
            let inside = address.strip_prefix(&site.prefix(language))?;
            let subject = Subject::at(inside, site).filter(|subject| subject.is_planned(site))?;
            Some((Self { subject }, language))
        });
        let mut candidates = candidates.collect::<Vec<_>>().into_iter();
        candidates.find(|(request, language)| request.url(site, language) == address)
    }

    /// The page's address in a language.
    pub(super) fn url(&self, site: &Site, language: &LanguageTag) -> String {
        let address = match self.subject {
            Subject::Home => String::new(),
            Subject::Directory(grouping) => grouping.address().to_owned(),
            Subject::Section(section) => format!("{}/", section.key()),
            Subject::Thing(thing) => site.address(thing),
            Subject::NotFound => "404.html".to_owned(),
        };
        format!("{}{address}", site.prefix(language))
    }

    pub(super) fn route(&self, site: &Site, language: &LanguageTag) -> Route {
        Route::new(&self.url(site, language))
    }

    /// Whether search engines should know of the page.
    pub(super) fn is_listed(&self) -> bool {
        !matches!(self.subject, Subject::NotFound)
    }
}

impl Subject {
    /// Whether there is a page about it, as `plan` has it.
    fn is_planned(self, site: &Site) -> bool {
        match self {
            Self::Home | Self::NotFound => true,
            Self::Directory(_) => Section::Cities.is_present(site),
            Self::Section(section) => section != Section::Cities && section.is_present(site),
            Self::Thing(Thing::Relationship(id)) => site.relationships[id].has_page,
            Self::Thing(Thing::Organization(_) | Thing::Document(_)) => false,
            Self::Thing(_) => true,
        }
    }

    /// What the page at an address without a language is about, as far as its form tells.
    fn at(address: &str, site: &Site) -> Option<Self> {
        if address == "404.html" {
            return Some(Self::NotFound);
        }
        let Some(address) = address.strip_suffix('/') else {
            return address.is_empty().then_some(Self::Home);
        };
        let grouping = Grouping::ALL
            .into_iter()
            .find(|grouping| grouping.address().trim_end_matches('/') == address);
        if let Some(grouping) = grouping {
            return Some(Self::Directory(grouping));
        }
        if let Some(section) = Section::from_key(address) {
            return Some(Self::Section(section));
        }
        let of_kind = address.split_once('/').and_then(|(folder, id)| {
            let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
            site.find(kind, id).ok()
        });
        of_kind.or_else(|| site.find(Kind::Page, address).ok()).map(Self::Thing)
    }
}

/// Every page there will be. A section with nothing in it makes none.
pub(super) fn plan(site: &Site) -> Vec<Request> {
    let mut subjects = vec![Subject::Home];
    for section in Section::present(site) {
        match section {
            Section::Cities => subjects.extend(Grouping::ALL.map(Subject::Directory)),
            section => subjects.push(Subject::Section(section)),
        }
    }
    let with_page = site.relationships.iter().filter(|(_, relationship)| relationship.has_page);
    let things = (site.cities.ids().map(Thing::City))
        .chain(with_page.map(|(id, _)| Thing::Relationship(id)))
        .chain(site.committees.ids().map(Thing::Committee))
        .chain(site.events.ids().map(Thing::Event))
        .chain(site.news.ids().map(Thing::News))
        .chain(site.areas.ids().map(Thing::Area))
        .chain(site.pages.ids().map(Thing::Page));
    subjects.extend(things.map(Subject::Thing));
    subjects.push(Subject::NotFound);
    subjects.into_iter().map(|subject| Request { subject }).collect()
}
