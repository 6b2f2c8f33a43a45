//! An event as data.

use super::form::{Clock, Edtf, Languages, Length, OwnAddress, Reference, WebAddress, always_said};
use super::provenance::UpkeepRecord;
use super::record;
use crate::programme::event::{Decision, EventKind, EventStatus, PartnerRole, Qualifier};
use crate::programme::thing::Thing;
use crate::programme::{Event, Id, Site};

record! {
    /// Something that happened or will, with a page of its own.
    EventRecord {
        /// Its id.
        #[schemars(extend("needed" = true))]
        id: Reference,
        /// Its page.
        #[schemars(extend("needed" = true))]
        page: OwnAddress,
        /// What it is called.
        #[schemars(extend("needed" = true))]
        title: Languages,
        /// What kind of event it is.
        #[schemars(extend("needed" = true))]
        kind: EventKind,
        /// When it was or will be.
        date: Option<Edtf>,
        /// What a date cannot say.
        date_note: Option<Languages>,
        /// When on its day it begins.
        time: Option<Clock>,
        /// How long it took, where that is known.
        duration: Option<Length>,
        /// Whether it took place.
        #[schemars(extend("needed" = true))]
        status: EventStatus,
        /// The cities that it is about: records in `cities.json`.
        cities: Vec<Reference>,
        /// Where it was.
        places: Vec<PlaceRecord>,
        /// The committee whose doing it was: a record in `committees.json`.
        committee: Option<Reference>,
        /// Who arranged it: records in `organizations.json`.
        organizers: Vec<Reference>,
        /// Who took part.
        participants: Vec<ParticipantsRecord>,
        /// Who helped.
        partners: Vec<PartnerRecord>,
        /// What came of it.
        outcomes: Vec<OutcomeRecord>,
        /// What was decided, where it is an order or a vote.
        decision: Option<DecisionRecord>,
        /// What it came from.
        causes: Vec<Languages>,
        /// What it was about: records in `areas.json`.
        focus: Vec<Reference>,
        /// The documents that belong to it: records in `documents.json`.
        documents: Vec<Reference>,
        /// Where one can register for it, while it is still to come.
        registration: Option<WebAddress>,
        /// One or two sentences about it.
        summary: Option<Languages>,
        /// Which delegation it is among those of its city, if it is one.
        delegation: Option<DelegationRecord>,
        /// How the record is kept.
        #[serde(flatten)]
        upkeep: UpkeepRecord,
    }
}

record! {
    /// Where an event was.
    PlaceRecord {
        /// The city: a record in `cities.json`.
        city: Option<Reference>,
        /// The house: a record in `organizations.json`.
        venue: Option<Reference>,
    }
}

record! {
    /// People who took part.
    ParticipantsRecord {
        /// Who they are.
        #[schemars(extend("needed" = true))]
        group: Languages,
        /// How many, where that is known.
        count: Option<u64>,
    }
}

record! {
    /// An organization that helped.
    PartnerRecord {
        /// Which one: a record in `organizations.json`.
        #[schemars(extend("needed" = true))]
        organization: Reference,
        /// What it did.
        #[schemars(extend("needed" = true))]
        role: PartnerRole,
    }
}

record! {
    /// A number that came of an event.
    OutcomeRecord {
        /// What is counted.
        #[schemars(extend("needed" = true))]
        label: Languages,
        /// How many; left out where nobody counted.
        count: Option<u64>,
        /// How exact the number is.
        #[schemars(extend("needed" = true))]
        qualifier: Qualifier,
    }
}

record! {
    /// What was decided.
    DecisionRecord {
        /// Who decided: a record in `organizations.json`.
        body: Option<Reference>,
        /// Its number, as printed.
        reference: Option<String>,
        /// The text of the decision, word for word.
        quote: Option<Languages>,
        /// The document that holds it: a record in `documents.json`.
        document: Option<Reference>,
        /// How many voted for it.
        in_favour: Option<u32>,
        /// How many voted against it.
        against: Option<u32>,
    }
}

record! {
    /// The place of a delegation among those of its city.
    DelegationRecord {
        /// Its number, from 1.
        #[schemars(extend("needed" = true))]
        number: u32,
        /// How many there are.
        #[schemars(extend("needed" = true))]
        of: u32,
    }
}

always_said! { EventStatus PartnerRole Qualifier }

impl EventRecord {
    /// An event as data.
    #[must_use]
    pub fn new(event: Id<Event>, site: &Site) -> Self {
        let own = &site.language;
        let data = &site.events[event];
        let organization = |id| Reference::to(id, &site.organizations);
        Self {
            id: Reference::of(&data.id),
            page: OwnAddress::of(&site.address(Thing::Event(event))),
            title: Languages::of(&data.title, own),
            kind: data.kind,
            date: Edtf::known(data.date.as_ref()),
            date_note: Languages::maybe(data.date_note.as_ref(), own),
            time: Clock::maybe(data.time.as_ref()),
            duration: Length::maybe(data.duration.as_ref()),
            status: data.status,
            cities: Reference::to_all(&data.cities, &site.cities),
            places: data
                .places
                .iter()
                .map(|place| PlaceRecord {
                    city: Reference::to_maybe(place.city, &site.cities),
                    venue: place.venue.map(organization),
                })
                .collect(),
            committee: Reference::to_maybe(data.committee, &site.committees),
            organizers: Reference::to_all(&data.organizers, &site.organizations),
            participants: data
                .participants
                .iter()
                .map(|people| ParticipantsRecord {
                    group: Languages::of(&people.group, own),
                    count: people.count,
                })
                .collect(),
            partners: data
                .partners
                .iter()
                .map(|(id, role)| PartnerRecord { organization: organization(*id), role: *role })
                .collect(),
            outcomes: data
                .outcomes
                .iter()
                .map(|outcome| OutcomeRecord {
                    label: Languages::of(&outcome.label, own),
                    count: outcome.count,
                    qualifier: outcome.qualifier,
                })
                .collect(),
            decision: data.decision.as_ref().map(|decision| DecisionRecord::new(decision, site)),
            causes: Languages::all(&data.causes, own),
            focus: Reference::to_all(&data.focus, &site.areas),
            documents: Reference::to_all(&data.documents, &site.documents),
            registration: WebAddress::maybe(
                data.registration.as_ref().filter(|_| site.is_upcoming(event)),
            ),
            summary: Languages::maybe(data.summary.as_ref(), own),
            delegation: site.delegation(event).map(|delegation| DelegationRecord {
                number: u32::try_from(delegation.number).unwrap_or(u32::MAX),
                of: u32::try_from(delegation.of).unwrap_or(u32::MAX),
            }),
            upkeep: UpkeepRecord::of(&data.file, site),
        }
    }
}

impl DecisionRecord {
    fn new(decision: &Decision, site: &Site) -> Self {
        Self {
            body: Reference::to_maybe(decision.body, &site.organizations),
            reference: decision.reference.clone(),
            quote: Languages::maybe(decision.quote.as_ref(), &site.language),
            document: Reference::to_maybe(decision.document, &site.documents),
            in_favour: decision.in_favour,
            against: decision.against,
        }
    }
}
