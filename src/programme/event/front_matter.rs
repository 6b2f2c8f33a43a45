//! What an event's file says, and how that becomes an event.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
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
use crate::programme::{Area, City, Committee, Contact, Document, Organization};
use crate::values::{Duration, OneOrMany, Refusal, Text, Time, Url, Words};

front_matter! {
    /// What an event's file says.
    pub(in crate::programme) struct EventFrontMatter {
        /// What the event is called.
        #[schemars(extend("needed" = true))]
        title: Option<Words>,
        /// What kind of event it is.
        #[schemars(extend("needed" = true))]
        kind: Option<EventKind>,
        /// When it was or will be; or `unknown`.
        #[schemars(extend("needed" = true))]
        date: Option<When>,
        /// Words for the date, only where a date cannot say it: `late spring`.
        date_note: Option<Words>,
        /// When on its day it begins: `"18:00"`.
        time: Option<Time>,
        /// How long it took.
        duration: Option<Duration>,
        /// Whether it took place; `held` if left out.
        status: EventStatus,
        /// The cities that it is about.
        cities: OneOrMany<Key<City>>,
        /// Where it was.
        places: Vec<PlaceFile>,
        /// The committee whose doing it was.
        committee: Option<Key<Committee>>,
        /// Who arranged it.
        organizers: OneOrMany<Key<Organization>>,
        /// Who took part: `City staff`, or `{ group: paramedics, count: 4 }`.
        participants: OneOrMany<Participants>,
        /// Who helped.
        partners: Vec<PartnerFile>,
        /// What came of it.
        outcomes: Vec<OutcomeFile>,
        /// What was decided, where it is an order or a vote.
        decision: Option<DecisionFile>,
        /// What it came from, one cause or a list.
        causes: OneOrMany<Words>,
        /// What it was about.
        focus: OneOrMany<Key<Area>>,
        /// The documents that belong to it.
        documents: OneOrMany<Key<Document>>,
        /// Where one can register for it, while it is still to come.
        registration: Option<Url>,
        /// Whom to ask about it: ids of contacts.
        contact: OneOrMany<Key<Contact>>,
        /// One or two sentences about it.
        summary: Option<Words>,
    }
}

/// What a translation of an event's, a news item's or a page's file says.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::programme) struct TitleWords {
    /// What it is called.
    pub(in crate::programme) title: Option<Text>,
    /// One or two sentences about it.
    pub(in crate::programme) summary: Option<Text>,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct PlaceFile {
    /// The city.
    city: Option<Key<City>>,
    /// The house: the id of an organization.
    venue: Option<Key<Organization>>,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct PartnerFile {
    /// Which one.
    #[schemars(extend("needed" = true))]
    organization: Option<Key<Organization>>,
    /// What it did.
    role: Option<PartnerRole>,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("anyOf" = [
    { "required": ["count"] },
    { "required": ["qualifier"], "properties": { "qualifier": { "const": "dozens" } } },
]))]
struct OutcomeFile {
    /// What is counted: `trainings`.
    #[schemars(extend("needed" = true))]
    label: Option<Words>,
    /// How many; left out where nobody counted `dozens`.
    count: Option<u64>,
    /// How exact the number is; `exact` if left out.
    qualifier: Qualifier,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct DecisionFile {
    /// Who decided.
    body: Option<Key<Organization>>,
    /// Its number, as printed: `Policy Order 0-5`.
    reference: Option<Text>,
    /// The text of the decision, word for word.
    quote: Option<Words>,
    /// The document that holds it.
    document: Option<Key<Document>>,
    /// How many voted for it.
    in_favour: Option<u32>,
    /// How many voted against it.
    against: Option<u32>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct ParticipantsFile {
    /// Who they are.
    #[schemars(extend("needed" = true))]
    group: Option<Words>,
    /// How many.
    count: Option<u64>,
}

impl JsonSchema for Participants {
    fn schema_name() -> Cow<'static, str> {
        "Participants".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let group = generator.subschema_for::<Text>();
        let counted = generator.subschema_for::<ParticipantsFile>();
        json_schema!({ "anyOf": [group, counted] })
    }
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
                let map = serde::de::value::MapAccessDeserializer::new(map);
                let file = ParticipantsFile::deserialize(map)?;
                let group = file.group.ok_or_else(|| {
                    let refusal = Refusal::new("missing-key", "participants need a `group`")
                        .help("write `{ group: paramedics, count: 4 }`");
                    serde::de::Error::custom(refusal.to_wire())
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
            contacts: resolver.ids(&front.contact.0, "contact"),
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
