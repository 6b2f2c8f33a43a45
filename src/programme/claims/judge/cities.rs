//! Which city a name in a text means.

use std::collections::HashMap;

use super::Text;
use crate::programme::City;
use crate::programme::claims::name::Names;
use crate::programme::collection::Id;
use crate::programme::index::sort_key;
use crate::programme::place::Country;
use crate::programme::site::Site;
use crate::values::Words;

/// The cities by all names that they have.
#[derive(Debug, Default)]
pub(super) struct Cities {
    /// Nothing for a name that two cities have.
    by_name: HashMap<String, Option<Id<City>>>,
    /// The names of the programme itself.
    ours: Vec<String>,
}

impl Cities {
    pub(super) fn of(site: &Site) -> Self {
        let mut cities = Self { ours: keys(&site.name).collect(), ..Self::default() };
        for (id, city) in site.cities.iter() {
            cities.add(city.id.to_string(), id);
            for key in keys(&city.name) {
                cities.add(key, id);
            }
            for name in city.native.iter().map(|name| &name.text).chain(&city.also_called) {
                cities.add(sort_key(name), id);
            }
        }
        cities
    }

    fn add(&mut self, key: String, city: Id<City>) {
        let known = self.by_name.entry(key).or_insert(Some(city));
        if *known != Some(city) {
            *known = None;
        }
    }

    /// The city that a name means, or that its last words do: "City of Gaeta".
    fn named(&self, name: &str) -> Option<Id<City>> {
        self.ends(name).find_map(|key| self.by_name.get(&key).copied().flatten())
    }

    /// Whether a name is that of the programme.
    fn is_ours(&self, name: &str) -> bool {
        self.ends(name).any(|key| self.ours.contains(&key))
    }

    fn ends<'a>(&self, name: &'a str) -> impl Iterator<Item = String> + 'a {
        let starts = std::iter::once(0)
            .chain(name.match_indices(char::is_whitespace).map(|(at, space)| at + space.len()));
        starts.take(6).map(|start| {
            let words: Vec<&str> = name[start..].split_whitespace().collect();
            sort_key(&words.join(" "))
        })
    }
}

fn keys(words: &Words) -> impl Iterator<Item = String> + '_ {
    words.texts().map(sort_key)
}

impl Text<'_> {
    /// Whether a country has a name, as the programme prints it or in one of the site's languages.
    pub(super) fn is_country(&self, country: &Country, name: &str) -> bool {
        let printed = country.name.iter().flat_map(Words::texts);
        let known = |code| {
            let lexicon = match &self.statements.language {
                Some(language) => self.lexicons.of(language),
                None => self.lexicons.own(),
            };
            lexicon.country_named(name) == Some(code)
        };
        printed.into_iter().any(|printed| sort_key(printed) == sort_key(name))
            || country.code.is_some_and(known)
    }

    /// The partner city that a name means.
    pub(super) fn partner(&self, name: &str) -> Option<Id<City>> {
        self.cities.named(name).filter(|city| Some(*city) != self.site.home)
    }

    /// Whether some names are those of the programme or the home city, and of nobody else.
    pub(super) fn is_home(&self, names: &[String]) -> bool {
        let is_home = |name: &String| {
            let city = self.cities.named(name);
            self.cities.is_ours(name) || city.is_some() && city == self.site.home
        };
        names.is_empty()
            || names.iter().any(is_home) && names.iter().all(|name| self.partner(name).is_none())
    }

    /// The one partner city that a sentence speaks of: one that it names, or the page's, or the
    /// last that was named before. None, if it names two.
    pub(super) fn spoken_of(&self, names: &Names) -> Option<Id<City>> {
        let mut here = names.here.iter().filter_map(|name| self.partner(name));
        if let Some(city) = here.next() {
            return here.all(|other| other == city).then_some(city);
        }
        if names.exact {
            return None;
        }
        self.city.or_else(|| names.before.iter().find_map(|name| self.partner(name)))
    }
}
