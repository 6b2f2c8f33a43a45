//! The partner cities in groups: by status, by country, by decade, from A to Z.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::city::{City, CityCard};
use super::collection::Id;
use super::directive::Filter;
use super::lens::{Lens, LinkView, TextView};
use super::relationship::Status;
use super::thing::Thing;
use crate::values::Date;
use crate::values::date::{Precision, When};

/// What the directory can be grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// How many cities are in it.
    pub count: usize,
    /// The cities.
    #[schemars(with = "Vec<CityCard>")]
    pub cities: Vec<Value>,
}

impl DirectoryView {
    /// The partner cities that a filter means, in groups.
    #[must_use]
    pub fn new(grouping: Grouping, filter: &Filter, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let cities: Vec<Id<City>> = site.partners_where(filter).collect();
        let groups = match grouping {
            Grouping::Status => by_status(&cities, filter.status, lens),
            Grouping::Country => by_country(&cities, lens),
            Grouping::Decade => by_decade(&cities, lens),
            Grouping::Alphabet => by_letter(&cities, lens),
        };
        Self {
            grouping: grouping.as_str(),
            groups,
            total: cities.len(),
            countries: lens.countries(cities.iter().copied()),
        }
    }
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
        let Some(relationship) = site.principal_relationship(*city) else {
            unbound.push(*city);
            continue;
        };
        let status = site.relationships[relationship].status(site.today);
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
        let key = super::index::sort_key(&name.text);
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
        let relationship = site.principal_relationship(*city).map(|id| &site.relationships[id]);
        let established = relationship.and_then(|relationship| relationship.established.as_ref());
        // Of a century, nobody knows the decade.
        let decade = established
            .filter(|date| date.precision() > Precision::Century)
            .map(|date| date.year().div_euclid(10));
        groups.entry(decade).or_default().push(*city);
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
