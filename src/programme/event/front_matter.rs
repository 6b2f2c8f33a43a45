//! What an event's file says, and how that becomes an event.

use serde::Deserialize;

use super::{
    Decision, Event, EventKind, EventPlace, EventStatus, Outcome, Participants, PartnerRole,
    Qualifier,
};
use crate::programme::collection::{Id, Key};
use crate::programme::front_matter::front_matter;
use crate::programme::record::Record;
use crate::programme::resolver::Resolver;
use crate::programme::when::When;
use crate::programme::{Area, City, Committee, Document, Organization};
use crate::values::{Duration, OneOrMany, Text, Time, Url, Words};

front_matter! {
    /// What an event's file says.
    pub(in crate::programme) struct EventFrontMatter {
        title: Option<Words>,
        kind: Option<EventKind>,
        date: Option<When>,
        date_note: Option<Words>,
        /// When on its day it begins: `"18:00"`.
        time: Option<Time>,
        duration: Option<Duration>,
        status: EventStatus,
        cities: OneOrMany<Key<City>>,
        places: Vec<PlaceFile>,
        committee: Option<Key<Committee>>,
        organizers: OneOrMany<Key<Organization>>,
        participants: OneOrMany<Participants>,
        partners: Vec<PartnerFile>,
        outcomes: Vec<OutcomeFile>,
        decision: Option<DecisionFile>,
        causes: OneOrMany<Words>,
        focus: OneOrMany<Key<Area>>,
        documents: OneOrMany<Key<Document>>,
        /// Where one can register for it, while it is still to come.
        registration: Option<Url>,
        summary: Option<Words>,
    }
}

/// What a translation of an event's, a news item's or a page's file says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(in crate::programme) struct TitleWords {
    pub(in crate::programme) title: Option<Text>,
    pub(in crate::programme) summary: Option<Text>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct PlaceFile {
    city: Option<Key<City>>,
    venue: Option<Key<Organization>>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct PartnerFile {
    organization: Option<Key<Organization>>,
    role: Option<PartnerRole>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct OutcomeFile {
    label: Option<Words>,
    count: Option<u64>,
    qualifier: Qualifier,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DecisionFile {
    body: Option<Key<Organization>>,
    reference: Option<Text>,
    quote: Option<Words>,
    document: Option<Key<Document>>,
    in_favour: Option<u32>,
    against: Option<u32>,
}

impl<'de> Deserialize<'de> for Participants {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ParticipantsVisitor;
        impl<'de> serde::de::Visitor<'de> for ParticipantsVisitor {
            type Value = Participants;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a group of people, or `{ group: paramedics, count: 4 }`,")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Participants, E> {
                let text = Text::parse(text).map_err(|refusal| E::custom(refusal.to_wire()))?;
                Ok(Participants { group: Words::plain(text), count: None })
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<Participants, A::Error> {
                #[derive(Default, Deserialize)]
                #[serde(default, deny_unknown_fields)]
                struct File {
                    group: Option<Words>,
                    count: Option<u64>,
                }
                let file = File::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                let group = file.group.ok_or_else(|| {
                    serde::de::Error::custom(
                        "participants are written as `{ group: paramedics, count: 4 }`",
                    )
                })?;
                Ok(Participants { group, count: file.count })
            }
        }
        deserializer.deserialize_any(ParticipantsVisitor)
    }
}

impl Event {
    pub(in crate::programme) fn resolve(
        record: Record<EventFrontMatter, TitleWords>,
        resolver: &mut Resolver<'_>,
    ) -> Self {
        let title =
            resolver.require(record.front.title.clone(), "title", "what happened, in a few words");
        let title = record.named(title, |words| words.title.as_ref());
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        let front = record.front;
        let places: Vec<EventPlace> = front
            .places
            .into_iter()
            .enumerate()
            .map(|(index, place)| EventPlace {
                city: resolver.maybe(place.city.as_ref(), &format!("places[{index}].city")),
                venue: resolver.maybe(place.venue.as_ref(), &format!("places[{index}].venue")),
            })
            .collect();
        let mut cities = resolver.ids(&front.cities.0, "cities");
        for city in places.iter().filter_map(|place| place.city) {
            if !cities.contains(&city) {
                cities.push(city);
            }
        }
        Self {
            title,
            kind: resolver.require(front.kind, "kind", "delegation-out").unwrap_or_default(),
            date: resolver
                .require(front.date, "date", "2013-05-23/2013-05-31` or `date: unknown")
                .and_then(When::date),
            date_note: front.date_note,
            time: front.time,
            duration: front.duration,
            status: front.status,
            cities,
            places,
            committee: resolver.maybe(front.committee.as_ref(), "committee"),
            organizers: resolver.ids(&front.organizers.0, "organizers"),
            participants: front.participants.0,
            partners: resolve_partners(front.partners, resolver),
            outcomes: resolve_outcomes(front.outcomes, resolver),
            decision: front.decision.map(|decision| decision.resolve(resolver)),
            causes: front.causes.0,
            focus: resolver.ids(&front.focus.0, "focus"),
            documents: resolver.ids(&front.documents.0, "documents"),
            registration: front.registration,
            summary,
            id: record.id,
            file: record.file,
        }
    }
}

fn resolve_partners(
    files: Vec<PartnerFile>,
    resolver: &mut Resolver<'_>,
) -> Vec<(Id<Organization>, PartnerRole)> {
    let files = files.into_iter().enumerate();
    files
        .filter_map(|(index, file)| {
            let field = format!("partners[{index}].organization");
            let key = resolver.require(file.organization, &field, "the id of an organization")?;
            Some((resolver.id(&key, &field)?, file.role.unwrap_or(PartnerRole::Partner)))
        })
        .collect()
}

fn resolve_outcomes(files: Vec<OutcomeFile>, resolver: &mut Resolver<'_>) -> Vec<Outcome> {
    let files = files.into_iter().enumerate();
    files
        .filter_map(|(index, file)| {
            if file.qualifier != Qualifier::Dozens {
                resolver.require(file.count, &format!("outcomes[{index}].count"), "100");
            }
            let label =
                resolver.require(file.label, &format!("outcomes[{index}].label"), "attendees")?;
            Some(Outcome { label, count: file.count, qualifier: file.qualifier })
        })
        .collect()
}

impl DecisionFile {
    fn resolve(self, resolver: &mut Resolver<'_>) -> Decision {
        Decision {
            body: resolver.maybe(self.body.as_ref(), "decision.body"),
            reference: self.reference.map(String::from),
            quote: self.quote,
            document: resolver.maybe(self.document.as_ref(), "decision.document"),
            in_favour: self.in_favour,
            against: self.against,
        }
    }
}
