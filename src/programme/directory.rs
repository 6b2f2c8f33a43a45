//! The partner cities in groups: by status, by country, by decade, from A to Z.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::city::{City, CityCard};
use super::collection::Id;
use super::directive::Filter;
use super::division::{self, Division, GroupName, Listing, Portion, Shown};
use super::index::sort_key;
use super::lens::{Lens, LinkView, TextView};
use super::relationship::Status;
use super::site::Site;
use super::thing::Thing;
use crate::values::Date;
use crate::values::date::{Precision, When};

/// What the directory can be grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// How the relationships stand.
    Status,
    /// Where the cities lie.
    Country,
    /// When the relationships were established.
    Decade,
    /// By name.
    Alphabet,
}

impl Grouping {
    /// Every grouping, the directory's own first.
    pub const ALL: [Self; 4] = [Self::Status, Self::Country, Self::Decade, Self::Alphabet];

    /// Its name in the theme's strings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Status => "by-status",
            Self::Country => "by-country",
            Self::Decade => "by-decade",
            Self::Alphabet => "a-z",
        }
    }

    /// Its address, without the language.
    #[must_use]
    pub fn address(self) -> &'static str {
        match self {
            Self::Status => "cities/",
            Self::Country => "cities/by-country/",
            Self::Decade => "cities/by-decade/",
            Self::Alphabet => "cities/a-z/",
        }
    }
}

/// The directory as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DirectoryView {
    /// `by-status`, `by-country`, `by-decade` or `a-z`.
    pub grouping: &'static str,
    /// The groups that have something in them. Their counts add up to `total`.
    pub groups: Vec<GroupView>,
    /// How many cities there are.
    pub total: usize,
    /// Whether these are only the first of them.
    pub is_cut: bool,
    /// How many countries they lie in.
    pub countries: usize,
}

/// A group of the directory.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GroupView {
    /// Its anchor.
    pub id: String,
    /// What it is called; nothing for statuses, for what has no date (`undated`) and for cities of a
    /// register that nothing binds (`unbound`), whose names are strings of the theme.
    pub label: Option<TextView>,
    /// The status of its cities, where it is grouped by status.
    pub status: Option<&'static str>,
    /// The term of the glossary that explains that status.
    pub term: Option<LinkView>,
    /// The address of its own page, where there are too many cities for one page.
    pub url: Option<String>,
    /// How many cities are in it.
    pub count: usize,
    /// The cities; none, if that page has them.
    #[schemars(with = "Vec<CityCard>")]
    pub cities: Vec<Value>,
}

impl DirectoryView {
    /// The partner cities that a filter means, in groups.
    #[must_use]
    pub fn new(grouping: Grouping, filter: &Filter, lens: &Lens<'_>) -> Self {
        let cities: Vec<Id<City>> = lens.site.partners_where(filter).collect();
        let groups = in_groups(grouping, &cities, filter.status, lens);
        Self {
            grouping: grouping.as_str(),
            groups,
            total: cities.len(),
            is_cut: false,
            countries: lens.countries(cities.iter().copied()),
        }
    }

    /// The first of the partner cities that a filter means, as many as there is room for beside a text.
    #[must_use]
    pub fn excerpt(filter: &Filter, lens: &Lens<'_>) -> Self {
        let whole = Self::new(Grouping::Status, filter, lens);
        let mut room = division::MOST;
        let groups = whole.groups.into_iter().map(|mut group| {
            group.cities.truncate(room);
            room -= group.cities.len();
            group
        });
        let groups = groups.filter(|group| !group.cities.is_empty()).collect();
        Self { groups, is_cut: whole.total > division::MOST, ..whole }
    }

    /// What a page of the directory shows of all partner cities.
    #[must_use]
    pub fn shown(grouping: Grouping, shown: Shown<'_>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let cities = shown.of(|| site.partners().iter().copied());
        let groups = match shown {
            Shown::All => in_groups(grouping, &cities, None, lens),
            Shown::None => Vec::new(),
            Shown::Groups(division) => apart(grouping, division, lens),
            Shown::Portion(division, place) => {
                let (name, count) = division.group(place);
                vec![GroupView { count, ..named(name, &cities, lens) }]
            }
        };
        Self {
            grouping: grouping.as_str(),
            groups,
            total: site.partners().len(),
            is_cut: false,
            countries: lens.all_countries(),
        }
    }
}

fn in_groups(
    grouping: Grouping,
    cities: &[Id<City>],
    asked: Option<Status>,
    lens: &Lens<'_>,
) -> Vec<GroupView> {
    match grouping {
        Grouping::Status => by_status(cities, asked, lens),
        Grouping::Country => by_country(cities, lens),
        Grouping::Decade => by_decade(cities, lens),
        Grouping::Alphabet => by_letter(cities, lens),
    }
}

/// The groups of a long directory, which have their cities on pages of their own.
fn apart(grouping: Grouping, division: &Division, lens: &Lens<'_>) -> Vec<GroupView> {
    let list = Listing::Directory(grouping);
    let groups = division.groups_for_readers(list, lens).into_iter().map(|(name, count, place)| {
        let url = Portion { list, place }.url(lens);
        GroupView { url: Some(url), count, ..named(name, &[], lens) }
    });
    groups.collect()
}

/// Cities under the name of a group.
fn named(name: GroupName, cities: &[Id<City>], lens: &Lens<'_>) -> GroupView {
    let status = match name {
        GroupName::Status(status) => Some(status),
        _ => None,
    };
    let label = name.label(lens).map(|label| TextView { text: capitalized(&label.text), ..label });
    group(name.word(lens.site), label, status, cities, lens)
}

/// How the relationship stands by which a city is listed, if there is one.
pub(super) fn status(city: Id<City>, site: &Site) -> Option<Status> {
    site.principal_relationship(city).map(|id| site.relationships[id].status(site.today))
}

/// The decade in which that relationship was established, by ten; of a century, nobody knows it.
pub(super) fn decade(city: Id<City>, site: &Site) -> Option<i32> {
    let relationship = site.principal_relationship(city).map(|id| &site.relationships[id]);
    let established = relationship.and_then(|relationship| relationship.established.as_ref());
    established
        .filter(|date| date.precision() > Precision::Century)
        .map(|date| date.year().div_euclid(10))
}

fn group(
    id: String,
    label: Option<TextView>,
    status: Option<Status>,
    cities: &[Id<City>],
    lens: &Lens<'_>,
) -> GroupView {
    GroupView {
        id,
        label,
        status: status.map(Status::as_str),
        term: status
            .and_then(|status| lens.site.term_of_status(status))
            .map(|term| lens.link(Thing::Term(term))),
        url: None,
        count: cities.len(),
        cities: cities.iter().map(|city| lens.city_card(*city)).collect(),
    }
}

/// `asked` is the status that was asked for: who asks for the paused ones means no others.
fn by_status(cities: &[Id<City>], asked: Option<Status>, lens: &Lens<'_>) -> Vec<GroupView> {
    let site = lens.site;
    let mut groups: BTreeMap<Status, Vec<Id<City>>> = BTreeMap::new();
    let mut unbound = Vec::new();
    for city in cities {
        let Some(status) = status(*city, site) else {
            unbound.push(*city);
            continue;
        };
        let status = if asked == Some(status) { status } else { site.group(status) };
        groups.entry(status).or_default().push(*city);
    }
    let groups = groups.into_iter().map(|(status, cities)| {
        group(status.as_str().to_owned(), None, Some(status), &cities, lens)
    });
    let unbound =
        (!unbound.is_empty()).then(|| group("unbound".to_owned(), None, None, &unbound, lens));
    groups.chain(unbound).collect()
}

fn by_country(cities: &[Id<City>], lens: &Lens<'_>) -> Vec<GroupView> {
    let mut groups: BTreeMap<String, (TextView, Vec<Id<City>>)> = BTreeMap::new();
    for city in cities {
        let name = lens.country(&lens.site.cities[*city].country);
        let key = sort_key(&name.text);
        groups.entry(key).or_insert_with(|| (name, Vec::new())).1.push(*city);
    }
    let groups = groups.into_values();
    groups
        .map(|(name, cities)| group(anchor(&name.text), Some(name), None, &cities, lens))
        .collect()
}

fn by_decade(cities: &[Id<City>], lens: &Lens<'_>) -> Vec<GroupView> {
    let site = lens.site;
    let mut groups: BTreeMap<Option<i32>, Vec<Id<City>>> = BTreeMap::new();
    for city in cities {
        groups.entry(decade(*city, site)).or_default().push(*city);
    }
    let undated = groups.remove(&None);
    let mut views: Vec<GroupView> = groups
        .into_iter()
        .filter_map(|(decade, cities)| {
            let decade = decade?;
            let label = lens
                .foreign(&capitalized(&lens.lexicon.say(When::Decade(decade * 10))), lens.language);
            Some(group(format!("{decade}0s"), Some(label), None, &cities, lens))
        })
        .collect();
    views.extend(undated.map(|cities| group("undated".to_owned(), None, None, &cities, lens)));
    views
}

fn by_letter(cities: &[Id<City>], lens: &Lens<'_>) -> Vec<GroupView> {
    let site = lens.site;
    let mut sorted = cities.to_vec();
    sorted.sort_by_key(|city| site.sort_key(*city));
    let mut groups: BTreeMap<String, Vec<Id<City>>> = BTreeMap::new();
    for city in sorted {
        groups.entry(site.letter(city, lens.language)).or_default().push(city);
    }
    groups
        .into_iter()
        .map(|(letter, cities)| {
            let label = lens.foreign(&letter, lens.language);
            group(letter.to_lowercase(), Some(label), None, &cities, lens)
        })
        .collect()
}

/// "the 1980s" as a heading.
fn capitalized(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn anchor(name: &str) -> String {
    crate::values::Slug::from_words(name)
        .map_or_else(|| "other".to_owned(), |slug| slug.to_string())
}

/// The partner whose relationship is the latest, where dates tell.
#[must_use]
pub fn newest(lens: &Lens<'_>) -> Option<Value> {
    let site = lens.site;
    let dated = |city: &&Id<City>| {
        let relationship = site.principal_relationship(**city).map(|id| &site.relationships[id]);
        relationship.is_some_and(|relationship| relationship.established.is_some())
    };
    site.partners().iter().rev().find(dated).map(|city| lens.city_card(*city))
}

/// When the first relationship was established, where dates tell.
#[must_use]
pub fn first_established(lens: &Lens<'_>) -> Option<Date> {
    let site = lens.site;
    let relationship =
        |city: &Id<City>| site.principal_relationship(*city).map(|id| &site.relationships[id]);
    site.partners()
        .iter()
        .filter_map(relationship)
        .find_map(|relationship| relationship.established.clone())
}
