//! Something that happened or will.

mod front_matter;
mod view;
mod words;

use super::collection::Id;
use super::{Area, City, Committee, Contact, Document, Organization};
use crate::values::{Date, Duration, Slug, SourcePath, Time, Url, Words};

pub(super) use front_matter::{EventFrontMatter, TitleWords};
pub use view::{
    DecisionView, DelegationView, DurationView, EventCard, EventView, OutcomeView,
    ParticipantsView, PartnerView, PlaceView,
};
pub use words::{EventKind, EventStatus, PartnerRole, Qualifier};

/// Something that happened or will.
#[derive(Debug)]
pub struct Event {
    /// The name of its file.
    pub id: Slug,
    /// Its file.
    pub file: SourcePath,
    /// What it is called.
    pub title: Words,
    /// What kind of event it is.
    pub kind: EventKind,
    /// When it was, where that is known.
    pub date: Option<Date>,
    /// What a date cannot say.
    pub date_note: Option<Words>,
    /// When on its day it begins.
    pub time: Option<Time>,
    /// How long it took.
    pub duration: Option<Duration>,
    /// Whether it took place.
    pub status: EventStatus,
    /// The cities it concerns, those of its places among them.
    pub cities: Vec<Id<City>>,
    /// Where it was.
    pub places: Vec<EventPlace>,
    /// The committee that had it in hand.
    pub committee: Option<Id<Committee>>,
    /// Who arranged it.
    pub organizers: Vec<Id<Organization>>,
    /// Who took part.
    pub participants: Vec<Participants>,
    /// Who helped, and how.
    pub partners: Vec<(Id<Organization>, PartnerRole)>,
    /// What came of it.
    pub outcomes: Vec<Outcome>,
    /// What was decided.
    pub decision: Option<Decision>,
    /// Why it happened, or did not.
    pub causes: Vec<Words>,
    /// What it was about.
    pub focus: Vec<Id<Area>>,
    /// Papers that belong to it.
    pub documents: Vec<Id<Document>>,
    /// Where one can register for it.
    pub registration: Option<Url>,
    /// Whom to ask about it.
    pub contacts: Vec<Id<Contact>>,
    /// One or two sentences.
    pub summary: Option<Words>,
}

impl Event {
    /// Whether it lay somewhere in the time that its date leaves, and did not fill it: a report that was
    /// between two days, or a week in two years.
    #[must_use]
    pub fn lay_within_its_date(&self) -> bool {
        let Some(length) = self.date.as_ref().and_then(Date::length) else { return false };
        match self.duration {
            Some(told) => length.duration.days() > 2 * told.days(),
            None => self.kind.is_act(),
        }
    }
}

/// People who took part.
#[derive(Debug, Clone)]
pub struct Participants {
    /// Who they are.
    pub group: Words,
    /// How many, where that is known.
    pub count: Option<u64>,
}

/// Where an event was.
#[derive(Debug, Clone, Copy)]
pub struct EventPlace {
    /// The city.
    pub city: Option<Id<City>>,
    /// The house.
    pub venue: Option<Id<Organization>>,
}

/// A number that came of an event.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What was counted.
    pub label: Words,
    /// How many; nothing where nobody counted.
    pub count: Option<u64>,
    /// How exact the number is.
    pub qualifier: Qualifier,
}

/// What was decided at an event.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Who decided.
    pub body: Option<Id<Organization>>,
    /// Its number, as printed.
    pub reference: Option<String>,
    /// Its text, word for word.
    pub quote: Option<Words>,
    /// The paper.
    pub document: Option<Id<Document>>,
    /// Votes for it.
    pub in_favour: Option<u32>,
    /// Votes against it.
    pub against: Option<u32>,
}
