//! The lists that may be long: where each has its page, and what stands in it, in which order.

use std::collections::{BTreeMap, BTreeSet};

use super::group::{GroupName, country_word};
use super::{Division, MOST};
use crate::programme::area::Area;
use crate::programme::city::City;
use crate::programme::collection::Id;
use crate::programme::directory::{self, Grouping};
use crate::programme::section::Section;
use crate::programme::site::Site;
use crate::programme::thing::Thing;
use crate::programme::timeline::Choice;
use crate::values::{CountryCode, Date};

/// A decade with more entries than this falls into its years: of more pages than five, nobody knows on which
/// a year is.
const LONG_DECADE: usize = 5 * MOST;

/// A list that has a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Listing {
    /// The partner cities, in groups.
    Directory(Grouping),
    /// All that happened, or what a choice leaves of it.
    Timeline(Option<Choice>),
    /// All things of another kind.
    Section(Section),
    /// The cities and the events of an area.
    Area(Id<Area>),
}

impl Listing {
    /// Every list that there may be.
    pub(super) fn all(site: &Site) -> impl Iterator<Item = Self> + '_ {
        let sections = Section::ALL.into_iter();
        let sections =
            sections.filter(|section| !matches!(section, Section::Cities | Section::Timeline));
        (Grouping::ALL.into_iter().map(Self::Directory))
            .chain([Self::Timeline(None)])
            .chain(Choice::all(site).map(|choice| Self::Timeline(Some(choice))))
            .chain(sections.map(Self::Section))
            .chain(site.areas.ids().map(Self::Area))
    }

    /// The folder of its portions, without the language.
    pub(super) fn folder(self, site: &Site) -> String {
        match self {
            // In the folder of the directory itself are the cities.
            Self::Directory(Grouping::Status) => "cities/by-status/".to_owned(),
            Self::Directory(grouping) => grouping.address().to_owned(),
            Self::Timeline(None) => format!("{}/", Section::Timeline.key()),
            Self::Timeline(Some(choice)) => choice.address(site),
            Self::Section(section) => format!("{}/", section.key()),
            Self::Area(area) => site.address(Thing::Area(area)),
        }
    }

    /// Whether one reads on from a group to the next.
    pub(super) fn is_read_on(self) -> bool {
        !matches!(self, Self::Directory(Grouping::Status | Grouping::Country))
    }

    /// How it is divided, if it is too long for one page.
    pub(super) fn division(self, site: &Site) -> Option<Division> {
        match self {
            Self::Directory(grouping) => of_partners(grouping, site),
            Self::Timeline(choice) => of_occasions(choice, site),
            Self::Section(section) => of_section(section, site),
            Self::Area(area) => {
                let count = site.cities_of_area(area).len() + site.events_of_area(area).len();
                Division::row(0..count)
            }
        }
    }
}

fn of_partners(grouping: Grouping, site: &Site) -> Option<Division> {
    let partners = site.partners();
    if partners.len() <= MOST {
        return None;
    }
    let groups = match grouping {
        Grouping::Country => by_country(partners, site),
        Grouping::Status => gather(partners.iter().map(|city| {
            let status = directory::status(*city, site).map(|status| site.group(status));
            (status.map_or(GroupName::Unbound, GroupName::Status), city.index())
        })),
        Grouping::Decade => gather(partners.iter().map(|city| {
            let decade = directory::decade(*city, site);
            let name = decade.map(|decade| GroupName::Years(decade * 10, 10));
            (name.unwrap_or(GroupName::Undated), city.index())
        })),
        Grouping::Alphabet => {
            let mut sorted = partners.to_vec();
            sorted.sort_by_key(|city| site.sort_key(*city));
            gather(sorted.into_iter().map(|city| {
                let letter = site.letter(city, &site.language).chars().next();
                (GroupName::Letter(letter.unwrap_or('#')), city.index())
            }))
        }
    };
    Division::of(groups)
}

/// Cities whose countries are printed alike are together, and those that have only the code with them
/// if there is no doubt: England and Scotland have one code and are two countries to who prints them so.
fn by_country(cities: &[Id<City>], site: &Site) -> BTreeMap<GroupName, Vec<u32>> {
    let country = |city: &Id<City>| &site.cities[*city].country;
    let mut printed: BTreeMap<CountryCode, BTreeSet<String>> = BTreeMap::new();
    for country in cities.iter().map(country).filter(|country| country.name.is_some()) {
        if let Some(code) = country.code {
            printed.entry(code).or_default().insert(country_word(country, site));
        }
    }
    let mut groups: BTreeMap<String, (Id<City>, Vec<u32>)> = BTreeMap::new();
    for city in cities {
        let words = country(city).code.and_then(|code| printed.get(&code));
        let only = words.filter(|words| words.len() == 1).and_then(BTreeSet::first);
        let word = only.cloned().unwrap_or_else(|| country_word(country(city), site));
        let (named_by, cities) = groups.entry(word).or_insert_with(|| (*city, Vec::new()));
        if country(named_by).name.is_none() {
            *named_by = *city;
        }
        cities.push(city.index() as u32);
    }
    groups.into_values().map(|(city, cities)| (GroupName::Country(city), cities)).collect()
}

fn of_occasions(choice: Option<Choice>, site: &Site) -> Option<Division> {
    let occasions = site.occasions();
    let numbers: Vec<usize> = match choice {
        Some(choice) => choice.occasions(site).iter().map(|number| *number as usize).collect(),
        None => (0..occasions.len()).collect(),
    };
    if numbers.len() <= MOST {
        return None;
    }
    let year = |number: usize| occasions[number].date.as_ref().map(Date::year);
    let decade = |year: i32| year.div_euclid(10) * 10;
    let mut lengths: BTreeMap<i32, usize> = BTreeMap::new();
    for year in numbers.iter().filter_map(|number| year(*number)) {
        *lengths.entry(decade(year)).or_default() += 1;
    }
    let group = |number: usize| match year(number) {
        Some(year) if lengths[&decade(year)] > LONG_DECADE => GroupName::Years(year, 1),
        Some(year) => GroupName::Years(decade(year), 10),
        None => GroupName::Undated,
    };
    Division::of(gather(numbers.into_iter().map(|number| (group(number), number))))
}

fn of_section(section: Section, site: &Site) -> Option<Division> {
    fn row<T>(ids: impl IntoIterator<Item = Id<T>>) -> Option<Division> {
        Division::row(ids.into_iter().map(Id::index))
    }
    match section {
        Section::Relationships => {
            let with_page = site.relationships.iter().filter(|(_, bond)| bond.has_page);
            row(with_page.map(|(id, _)| id))
        }
        Section::Events => row(site.events_in_order()),
        Section::Committees => row(site.committees.ids()),
        Section::Areas => row(site.areas.ids()),
        Section::Documents => row(site.documents_by_date().iter().copied()),
        Section::Organizations => row(site.organizations_by_name(&site.language)),
        Section::News => row(site.news_by_date().iter().rev().copied()),
        Section::Faq => row(site.faqs_in_order()),
        Section::Guides => row(site.guides.ids()),
        Section::Glossary => row(site.terms_by_name(&site.language)),
        Section::Contacts => row(site.contacts.ids()),
        Section::Anniversaries => Division::row(0..site.anniversaries().len()),
        // The first two are lists of other forms, and the others are no lists of things.
        Section::Cities | Section::Timeline | Section::Join | Section::Data | Section::Search => {
            None
        }
    }
}

fn gather(entries: impl Iterator<Item = (GroupName, usize)>) -> BTreeMap<GroupName, Vec<u32>> {
    let mut groups: BTreeMap<GroupName, Vec<u32>> = BTreeMap::new();
    for (group, entry) in entries {
        groups.entry(group).or_default().push(entry as u32);
    }
    groups
}
