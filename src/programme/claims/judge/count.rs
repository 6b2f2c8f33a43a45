//! A number in a text, against the number that the facts give.

use std::collections::HashSet;

use super::Text;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::Event;
use crate::programme::city::City;
use crate::programme::claims::{Count, Counted, Standing};
use crate::programme::collection::Id;
use crate::programme::event::EventStatus;
use crate::programme::place::Country;
use crate::programme::relationship::{Relationship, RelationshipKind, Status};
use crate::programme::site::Site;

impl Text<'_> {
    /// Whether the facts count otherwise, in every way of counting that the words allow.
    pub(super) fn count(&self, count: &Count, place: Place) -> Option<Diagnostic> {
        // Without a home city there is nobody who could have partners.
        if self.site.home.is_none() || !self.is_home(&count.subject) {
            return None;
        }
        let counted = match count.noun {
            Counted::Committees if count.place.is_none() && count.since.is_none() => {
                let committees = self.site.committees.iter().map(|(_, committee)| committee);
                let existing = committees.filter(|committee| committee.dissolved.is_none()).count();
                vec![existing, self.site.committees.len()]
            }
            Counted::Delegations => self.delegations(count)?,
            Counted::Cities | Counted::Relationships | Counted::Countries => {
                self.partners(count)?
            }
            Counted::Committees => return None,
        };
        // A programme that records none has not begun to count them.
        let first = *counted.first().filter(|first| **first > 0)?;
        if counted.iter().any(|counted| *counted as u64 == count.number) {
            return None;
        }
        let Count { words, .. } = count;
        Some(
            Diagnostic::new(
                Code::CountDisagrees,
                format!("the text says `{words}`, but the records count {first}"),
            )
            .at(place)
            .help(match directive(count) {
                Some(directive) => {
                    format!("write `{directive}`, which always agrees, or complete the records")
                }
                None => "correct the number, or complete the records".to_owned(),
            }),
        )
    }

    /// Partner cities or their countries, in each way of counting that the words allow; none, if
    /// they speak of a country that no partner is in.
    fn partners(&self, count: &Count) -> Option<Vec<usize>> {
        let site = self.site;
        let is_there = |city: &Id<City>| match &count.place {
            Some(place) => self.is_country(&site.cities[*city].country, place),
            None => true,
        };
        let is_since = |bond: &Relationship| match (&count.since, &bond.established) {
            (Some(since), Some(date)) => date.sort_key() >= since.sort_key(),
            (since, _) => since.is_none(),
        };
        let partners: Vec<(Id<City>, &Relationship)> = site
            .partners()
            .iter()
            .filter(|city| is_there(city))
            .filter_map(|city| Some((*city, self.principal(*city)?)))
            .filter(|(_, bond)| is_since(bond))
            .collect();
        if partners.is_empty() {
            return None;
        }
        let mut counted = Vec::new();
        for way in ways(count.standing) {
            let cities = partners.iter().filter(|(_, bond)| way(site, bond)).map(|(city, _)| *city);
            if count.noun != Counted::Countries {
                counted.push(cities.count());
                continue;
            }
            let countries: Vec<&Country> = cities.map(|city| &site.cities[city].country).collect();
            // England and Wales are one country or two.
            let codes: HashSet<_> = countries
                .iter()
                .map(|country| match country.code {
                    Some(code) => code.as_str().to_owned(),
                    None => format!("{:?}", country.name),
                })
                .collect();
            let names: HashSet<_> = countries
                .iter()
                .map(|country| format!("{:?} {:?}", country.code, country.name))
                .collect();
            counted.extend([codes.len(), names.len()]);
        }
        let is_whole = count.standing.is_none() && count.place.is_none() && count.since.is_none();
        if count.noun == Counted::Relationships && is_whole {
            // Two relationships with one city are two.
            counted.push(site.relationships.len());
        }
        Some(counted)
    }

    fn principal(&self, city: Id<City>) -> Option<&Relationship> {
        self.site.principal_relationship(city).map(|id| &self.site.relationships[id])
    }

    /// Delegations of a kind, with a city that is named.
    fn delegations(&self, count: &Count) -> Option<Vec<usize>> {
        let city = match &count.place {
            Some(place) => Some(self.partner(place)?),
            None => None,
        };
        if count.since.is_some() || count.standing.is_some() {
            return None;
        }
        let of = |which: &dyn Fn(&Event) -> bool| {
            let events = self.site.events.iter().map(|(_, event)| event);
            events
                .filter(|event| event.kind.is_delegation())
                .filter(|event| event.status != EventStatus::Cancelled)
                .filter(|event| city.is_none_or(|city| event.cities.contains(&city)))
                .filter(|event| which(event))
                .count()
        };
        let in_direction = of(&|event| count.direction.is_none_or(|kind| event.kind == kind));
        let is_over =
            |event: &Event| event.date.as_ref().is_none_or(|date| !date.is_future(self.site.today));
        Some(vec![
            in_direction,
            of(&|_| true),
            of(&|event| is_over(event) && count.direction.is_none_or(|kind| event.kind == kind)),
        ])
    }
}

/// Whether a partner is meant.
type Way = fn(&Site, &Relationship) -> bool;

/// The ways of counting that some words allow, the plainest first.
fn ways(standing: Option<Standing>) -> Vec<Way> {
    fn status(site: &Site, bond: &Relationship) -> Status {
        bond.status(site.today)
    }
    fn is_listed_active(site: &Site, bond: &Relationship) -> bool {
        site.group(status(site, bond)) == Status::Active
    }
    let active: Way = |site, bond| status(site, bond) == Status::Active;
    match standing {
        None => vec![
            |_, _| true,
            |site, bond| !status(site, bond).is_over(),
            |site, bond| !matches!(status(site, bond), Status::Proposed | Status::Developing),
            |_, bond| bond.kind == RelationshipKind::Sister,
            |site, bond| !status(site, bond).is_over() && bond.kind == RelationshipKind::Sister,
            active,
            is_listed_active,
        ],
        Some(Standing::Active) => vec![is_listed_active, active],
        Some(Standing::Inactive) => vec![
            |site, bond| status(site, bond) == Status::Inactive,
            |site, bond| !is_listed_active(site, bond) && !status(site, bond).is_over(),
            |site, bond| !is_listed_active(site, bond),
        ],
        Some(Standing::Paused) => {
            vec![|site, bond| status(site, bond) == Status::Paused, |site, bond| {
                matches!(status(site, bond), Status::Paused | Status::Suspended)
            }]
        }
        Some(Standing::Ended) => {
            vec![|site, bond| status(site, bond) == Status::Ended, |site, bond| {
                status(site, bond).is_over()
            }]
        }
    }
}

/// What to write in place of the number.
fn directive(count: &Count) -> Option<String> {
    if count.since.is_some() || count.place.is_some() {
        return None;
    }
    let noun = match count.noun {
        Counted::Cities | Counted::Relationships => "cities",
        Counted::Countries => "countries",
        Counted::Committees => "committees",
        Counted::Delegations => "delegations",
    };
    let status = match count.standing {
        None => "",
        Some(Standing::Active) => " status=active",
        Some(Standing::Inactive) => " status=inactive",
        Some(Standing::Paused) => " status=paused",
        Some(Standing::Ended) => " status=ended",
    };
    let words = if count.in_words { " as=words" } else { "" };
    Some(format!("{{count {noun}{status}{words}}}"))
}
