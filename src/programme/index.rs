//! Who belongs to whom, worked out once when the programme is loaded.

use std::collections::{BTreeMap, HashSet};

use super::anniversary::{self, Anniversary};
use super::city::City;
use super::collection::{Collection, Id};
use super::document::Document;
use super::event::{Event, EventStatus};
use super::page::News;
use super::relationship::{Relationship, Status};
use super::site::Site;
use super::timeline::{MOST_CITIES, OccasionKind};
use crate::values::Date;

/// Who belongs to whom, worked out once.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) relationships_of_city: Vec<Vec<Id<Relationship>>>,
    pub(super) principal: Vec<Option<Id<Relationship>>>,
    pub(super) partners: Vec<Id<City>>,
    pub(super) events_of_city: Vec<Vec<Id<Event>>>,
    pub(super) documents_of_city: Vec<Vec<Id<Document>>>,
    pub(super) news_of_city: Vec<Vec<Id<News>>>,
    pub(super) occasions_of_city: Vec<Vec<u32>>,
    pub(super) occasion_of_event: Vec<u32>,
    pub(super) occasions_of_kind: BTreeMap<OccasionKind, Vec<u32>>,
    pub(super) timeline_cities: Vec<Id<City>>,
    pub(super) cities_of_committee: Vec<Vec<Id<City>>>,
    pub(super) events_of_committee: Vec<Vec<Id<Event>>>,
    pub(super) documents_of_committee: Vec<Vec<Id<Document>>>,
    pub(super) cities_of_area: Vec<Vec<Id<City>>>,
    pub(super) events_of_area: Vec<Vec<Id<Event>>>,
    pub(super) events_of_organization: Vec<Vec<Id<Event>>>,
    pub(super) delegations: Vec<Option<(usize, usize)>>,
    pub(super) events_by_date: Vec<Id<Event>>,
    pub(super) news_by_date: Vec<Id<News>>,
    pub(super) documents_by_date: Vec<Id<Document>>,
    pub(super) sort_keys: Vec<String>,
    pub(super) anniversaries: Vec<Anniversary>,
}

fn lists<T>(count: usize) -> Vec<Vec<T>> {
    std::iter::repeat_with(Vec::new).take(count).collect()
}

/// Adds what comes in order, and so can only be the last if it is there already: a look at all of
/// a long list, for each of its items, would take the square of the time.
fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if list.last() != Some(&item) {
        list.push(item);
    }
}

impl Index {
    pub(super) fn of(site: &Site) -> Self {
        let mut index = Self {
            sort_keys: site
                .cities
                .iter()
                .map(|(_, city)| sort_key(city.name.best(&site.language, &site.language).0))
                .collect(),
            events_by_date: by_date(&site.events, |event| event.date.as_ref()),
            news_by_date: by_date(&site.news, |news| news.date.as_ref()),
            documents_by_date: by_date(&site.documents, |document| document.date.as_ref()),
            anniversaries: anniversary::coming(site),
            ..Self::default()
        };
        index.relationships(site);
        index.events(site);
        index.papers(site);
        index.occasions(site);
        index
    }

    fn occasions(&mut self, site: &Site) {
        self.occasions_of_city = lists(site.cities.len());
        self.occasion_of_event = vec![0; site.events.len()];
        for (number, occasion) in (0..).zip(&site.occasions) {
            for city in &occasion.cities {
                add(&mut self.occasions_of_city[city.index()], number);
            }
            if let Some(event) = occasion.event() {
                self.occasion_of_event[event.index()] = number;
            }
            self.occasions_of_kind.entry(occasion.kind).or_default().push(number);
        }
        let told = |city: &Id<City>| !self.occasions_of_city[city.index()].is_empty();
        let partners = site.cities.ids().filter(|city| !site.is_home(*city));
        let cities: Vec<Id<City>> = partners.filter(told).take(MOST_CITIES + 1).collect();
        if (2..=MOST_CITIES).contains(&cities.len()) {
            self.timeline_cities = cities;
        }
    }

    fn relationships(&mut self, site: &Site) {
        self.relationships_of_city = lists(site.cities.len());
        self.cities_of_committee = lists(site.committees.len());
        self.cities_of_area = lists(site.areas.len());
        // The cities do not come in order: one can have several relationships.
        let (mut of_committees, mut of_areas) = (HashSet::new(), HashSet::new());
        for (id, relationship) in site.relationships.iter() {
            for city in &relationship.parties {
                add(&mut self.relationships_of_city[city.index()], id);
            }
            for city in relationship.parties.iter().filter(|city| !site.is_home(**city)) {
                for committee in &relationship.committees {
                    if of_committees.insert((*committee, *city)) {
                        self.cities_of_committee[committee.index()].push(*city);
                    }
                }
                for area in &relationship.focus {
                    if of_areas.insert((*area, *city)) {
                        self.cities_of_area[area.index()].push(*city);
                    }
                }
            }
        }
        for list in &mut self.relationships_of_city {
            // What the city's own file tells leads, unless it is over and another is not; then two
            // cities come before a ring, the more alive before the less, the later before the earlier.
            // In a register, where each may be with another city, the earlier comes first.
            list.sort_by_cached_key(|id| {
                let relationship = &site.relationships[*id];
                let status = relationship.status(site.today);
                let established = relationship.established.as_ref().map(Date::sort_key);
                let (first, last) = match site.home {
                    None => (Some((established.is_none(), established)), None),
                    Some(_) => (None, established),
                };
                (
                    !site.lists_by(relationship),
                    status.is_over(),
                    relationship.has_page,
                    relationship.parties.len() > 2,
                    status,
                    first,
                    std::cmp::Reverse(last),
                )
            });
        }
        let with_home = |id: &&Id<Relationship>| site.lists_by(&site.relationships[**id]);
        self.principal = self
            .relationships_of_city
            .iter()
            .map(|list| list.iter().find(with_home).copied())
            .collect();
        self.partners = site
            .cities
            .ids()
            .filter(|city| !site.is_home(*city))
            .filter(|city| match self.principal[city.index()] {
                Some(id) => site.relationships[id].status(site.today) != Status::Declined,
                // A register lists cities that nothing binds yet.
                None => site.home.is_none(),
            })
            .collect();
        self.partners.sort_by_cached_key(|city| {
            let relationship = self.principal[city.index()].map(|id| &site.relationships[id]);
            let established = relationship
                .and_then(|relationship| relationship.established.as_ref())
                .map(Date::sort_key);
            (established.is_none(), established, self.sort_keys[city.index()].clone())
        });
    }

    fn events(&mut self, site: &Site) {
        self.events_of_city = lists(site.cities.len());
        self.events_of_committee = lists(site.committees.len());
        self.events_of_area = lists(site.areas.len());
        self.events_of_organization = lists(site.organizations.len());
        for id in &self.events_by_date {
            let event = &site.events[*id];
            for city in &event.cities {
                add(&mut self.events_of_city[city.index()], *id);
            }
            if let Some(committee) = event.committee {
                add(&mut self.events_of_committee[committee.index()], *id);
            }
            for area in &event.focus {
                add(&mut self.events_of_area[area.index()], *id);
            }
            let venues = event.places.iter().filter_map(|place| place.venue);
            let partners = event.partners.iter().map(|(organization, _)| *organization);
            let body = event.decision.as_ref().and_then(|decision| decision.body);
            for organization in
                event.organizers.iter().copied().chain(venues).chain(partners).chain(body)
            {
                add(&mut self.events_of_organization[organization.index()], *id);
            }
        }
        self.delegations = vec![None; site.events.len()];
        let partners = site.cities.ids().filter(|city| !site.is_home(*city));
        for city in partners {
            let delegations: Vec<Id<Event>> = self.events_of_city[city.index()]
                .iter()
                .copied()
                .filter(|id| {
                    let event = &site.events[*id];
                    event.kind.is_delegation() && event.status != EventStatus::Cancelled
                })
                .collect();
            for (number, id) in (1..).zip(&delegations) {
                // A delegation to two cities would have two numbers, and so has none.
                let cities = site.events[*id].cities.iter().filter(|city| !site.is_home(**city));
                if cities.count() == 1 {
                    self.delegations[id.index()] = Some((number, delegations.len()));
                }
            }
        }
    }

    fn papers(&mut self, site: &Site) {
        self.documents_of_city = lists(site.cities.len());
        self.documents_of_committee = lists(site.committees.len());
        for id in &self.documents_by_date {
            let document = &site.documents[*id];
            for city in &document.cities {
                add(&mut self.documents_of_city[city.index()], *id);
            }
            if let Some(committee) = document.committee {
                add(&mut self.documents_of_committee[committee.index()], *id);
            }
        }
        self.news_of_city = lists(site.cities.len());
        for id in self.news_by_date.iter().rev() {
            for city in &site.news[*id].cities {
                add(&mut self.news_of_city[city.index()], *id);
            }
        }
    }
}

/// Ids in the order of dates; what has none comes last.
fn by_date<T>(collection: &Collection<T>, date: impl Fn(&T) -> Option<&Date>) -> Vec<Id<T>> {
    let mut ids: Vec<Id<T>> = collection.ids().collect();
    ids.sort_by_cached_key(|id| {
        let key = date(&collection[*id]).map(Date::sort_key);
        (key.is_none(), key)
    });
    ids
}

/// What a name is sorted by: its letters without marks, in Latin script.
#[must_use]
pub fn sort_key(name: &str) -> String {
    deunicode::deunicode(name).to_lowercase()
}
