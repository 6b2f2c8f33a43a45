//! Which pages there are, and where.

use super::search::letters::{self, Letters};
use crate::programme::directory::Grouping;
use crate::programme::division::{Listing, Portion, Shown};
use crate::programme::timeline::Choice;
use crate::programme::{Kind, Section, Site, Thing};
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
    /// What happened in one city, or of one kind.
    Chosen(Choice),
    /// A portion of a list that is too long for one page.
    Portion(Portion),
    /// A letter of the list of everything, where that is too long for one page; and which of the letter's
    /// pages.
    Letter(char, usize),
    /// A thing.
    Thing(Thing),
    /// An address that does not exist.
    NotFound,
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
            let subject = Subject::at(inside, site, languages)?;
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
            Subject::Chosen(choice) => choice.address(site),
            Subject::Portion(portion) => portion.address(site),
            Subject::Letter(letter, page) => letters::address(letter, page),
            Subject::Thing(thing) => site.address(thing),
            Subject::NotFound => "404.html".to_owned(),
        };
        format!("{}{address}", site.prefix(language))
    }

    pub(super) fn route(&self, site: &Site, language: &LanguageTag) -> Route {
        Route::new(&self.url(site, language))
    }

    /// Whether it is about something of a day, which is over when it is read.
    pub(super) fn has_date(&self) -> bool {
        matches!(self.subject, Subject::Thing(Thing::News(_) | Thing::Event(_)))
    }

    /// Whether search engines should know of the page.
    pub(super) fn is_listed(&self) -> bool {
        !matches!(self.subject, Subject::NotFound)
    }
}

impl Subject {
    /// The list that a page of its own shows, and which portion of it, if that is told apart.
    pub(super) fn list(self) -> Option<(Listing, Option<usize>)> {
        match self {
            Self::Directory(grouping) => Some((Listing::Directory(grouping), None)),
            Self::Section(Section::Timeline) => Some((Listing::Timeline(None), None)),
            Self::Section(section) => Some((Listing::Section(section), None)),
            Self::Chosen(choice) => Some((Listing::Timeline(Some(choice)), None)),
            Self::Thing(Thing::Area(area)) => Some((Listing::Area(area), None)),
            Self::Portion(Portion { list, place }) => Some((list, Some(place))),
            Self::Home | Self::Letter(..) | Self::Thing(_) | Self::NotFound => None,
        }
    }

    /// What its page shows of its list.
    pub(super) fn shown(self, site: &Site) -> Shown<'_> {
        match self {
            Self::Portion(portion) => Shown::from((portion, site)),
            _ => self.list().map_or(Shown::All, |(list, _)| Shown::first(list, site)),
        }
    }

    /// The page of the whole list, if this is one of a portion.
    pub(super) fn whole(self) -> Self {
        let Self::Portion(portion) = self else { return self };
        match portion.list {
            Listing::Directory(grouping) => Self::Directory(grouping),
            Listing::Timeline(None) => Self::Section(Section::Timeline),
            Listing::Timeline(Some(choice)) => Self::Chosen(choice),
            Listing::Section(section) => Self::Section(section),
            Listing::Area(area) => Self::Thing(Thing::Area(area)),
        }
    }

    /// Whether there is a page about it, as `plan` has it.
    fn is_planned(self, site: &Site, languages: &[LanguageTag]) -> bool {
        match self {
            Self::Home | Self::NotFound => true,
            Self::Directory(_) => Section::Cities.is_present(site),
            Self::Section(section) => section != Section::Cities && section.is_present(site),
            Self::Chosen(choice) => choice.is_offered(site),
            Self::Portion(portion) => portion.is_there(site),
            Self::Letter(letter, page) => {
                let pages = letters::of(site, languages).get(&letter).copied().unwrap_or(0);
                (1..=pages).contains(&page)
            }
            Self::Thing(Thing::Relationship(id)) => site.relationships[id].has_page,
            Self::Thing(thing) if thing.kind().is_anchor() => false,
            Self::Thing(_) => true,
        }
    }

    /// What the page at an address without a language is about. A page of the owner's may stand
    /// where a section would that has nothing in it.
    fn at(address: &str, site: &Site, languages: &[LanguageTag]) -> Option<Self> {
        if address == "404.html" {
            return Some(Self::NotFound);
        }
        let Some(address) = address.strip_suffix('/') else {
            return address.is_empty().then_some(Self::Home);
        };
        let grouping = Grouping::ALL
            .into_iter()
            .find(|grouping| grouping.address().trim_end_matches('/') == address);
        let section = || Section::from_key(address).map(Self::Section);
        let chosen = || Choice::at(address, site).map(Self::Chosen);
        let letter = || letters::at(address).map(|(letter, page)| Self::Letter(letter, page));
        let portion = || Portion::at(&format!("{address}/"), site).map(Self::Portion);
        let of_kind = || {
            let (folder, id) = address.split_once('/')?;
            let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
            site.find(kind, id).ok().map(Self::Thing)
        };
        let page = || site.find(Kind::Page, address).ok().map(Self::Thing);
        let is_planned = |subject: &Self| subject.is_planned(site, languages);
        (grouping.map(Self::Directory).filter(is_planned))
            .or_else(|| section().filter(is_planned))
            .or_else(|| chosen().filter(is_planned))
            .or_else(|| letter().filter(is_planned))
            .or_else(|| of_kind().filter(is_planned))
            .or_else(page)
            .or_else(|| portion().filter(is_planned))
    }
}

/// Every page there will be; `letters` are those that have pages of their own. A section with nothing in it
/// makes none.
pub(super) fn plan(site: &Site, letters: &Letters) -> Vec<Request> {
    let mut subjects = vec![Subject::Home];
    for section in Section::present(site) {
        match section {
            Section::Cities => subjects.extend(Grouping::ALL.map(Subject::Directory)),
            section => subjects.push(Subject::Section(section)),
        }
    }
    subjects.extend(Choice::all(site).map(Subject::Chosen));
    subjects.extend(Portion::all(site).map(Subject::Portion));
    let pages = letters
        .iter()
        .flat_map(|(letter, pages)| (1..=*pages).map(|page| Subject::Letter(*letter, page)));
    subjects.extend(pages);
    let with_page = Thing::all(site).filter(|thing| !thing.kind().is_anchor());
    subjects.extend(with_page.map(Subject::Thing));
    subjects.push(Subject::NotFound);
    subjects.into_iter().map(|subject| Request { subject }).collect()
}
