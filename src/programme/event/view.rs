//! What a template may see of an event.

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::{Event, Outcome, Participants};
use crate::programme::city::links;
use crate::programme::collection::Id;
use crate::programme::contact::ContactView;
use crate::programme::document::DocumentView;
use crate::programme::lens::{DateView, Lens, LinkView, TextView, TimeView};
use crate::programme::organization::{Organization, OrganizationView};
use crate::programme::thing::Thing;
use crate::values::Duration;

/// An event in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EventCard {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: TextView,
    /// Its address.
    pub url: String,
    /// `delegation-out`, `council-vote` …
    pub kind: &'static str,
    /// When it was; nothing means that this is not recorded.
    pub date: Option<DateView>,
    /// What a date cannot say.
    pub date_note: Option<TextView>,
    /// When on its day it begins.
    pub time: Option<TimeView>,
    /// `held`, `planned`, `cancelled` or `postponed`.
    pub status: &'static str,
    /// Whether it is still to come.
    pub upcoming: bool,
    /// Where one can register for it, while it is still to come.
    pub registration: Option<String>,
    /// Which delegation it is among those of its city, if it is one.
    pub delegation: Option<DelegationView>,
    /// The cities it concerns.
    #[schemars(with = "Vec<LinkView>")]
    pub cities: Vec<Value>,
    /// One or two sentences.
    pub summary: Option<TextView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

/// Which delegation an event is among those of its city.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct DelegationView {
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

impl EventCard {
    pub(in crate::programme) fn new(event: Id<Event>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.events[event];
        let upcoming = lens.site.is_upcoming(event);
        Self {
            id: data.id.to_string(),
            title: lens.words(&data.title),
            url: lens.url(Thing::Event(event)),
            kind: data.kind.as_str(),
            date: data.date.as_ref().map(|date| lens.date(date)),
            date_note: data.date_note.as_ref().map(|note| lens.words(note)),
            time: data.time.map(TimeView::new),
            status: data.status.as_str(),
            upcoming,
            registration: data.registration.as_ref().filter(|_| upcoming).map(ToString::to_string),
            delegation: lens.site.delegation(event),
            cities: links(&data.cities, lens),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
            archived: lens.site.is_archived(Thing::Event(event)),
        }
    }
}

/// An event on its own page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EventView {
    /// What lists show of it.
    #[schemars(with = "EventCard")]
    pub card: Value,
    /// How long it took.
    pub duration: Option<DurationView>,
    /// Where it was.
    pub places: Vec<PlaceView>,
    /// The committee that had it in hand.
    pub committee: Option<LinkView>,
    /// Who arranged it.
    pub organizers: Vec<LinkView>,
    /// Who took part.
    pub participants: Vec<ParticipantsView>,
    /// Who helped; the role is `funder`, `host`, `organizer`, `supplier` or `partner`.
    pub partners: Vec<PartnerView>,
    /// What came of it.
    pub outcomes: Vec<OutcomeView>,
    /// What was decided.
    pub decision: Option<DecisionView>,
    /// Why it happened, or did not.
    pub causes: Vec<TextView>,
    /// What it was about.
    pub areas: Vec<LinkView>,
    /// Papers that belong to it.
    #[schemars(with = "Vec<DocumentView>")]
    pub documents: Vec<Value>,
    /// Whom to ask about it.
    pub contacts: Vec<ContactView>,
}

/// How long an event took.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DurationView {
    /// How many.
    pub count: u32,
    /// `hour`, `day`, `week`, `month` or `year`.
    pub unit: &'static str,
}

impl DurationView {
    pub(in crate::programme) fn new(duration: Duration) -> Self {
        Self { count: duration.count, unit: duration.unit.as_str() }
    }
}

/// Where an event was.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlaceView {
    /// The city.
    pub city: Option<LinkView>,
    /// The house.
    pub venue: Option<OrganizationView>,
}

/// People who took part in an event.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ParticipantsView {
    /// Who they are.
    pub group: TextView,
    /// How many, where that is known.
    pub count: Option<String>,
}

impl ParticipantsView {
    /// All who took part in an event.
    pub(in crate::programme) fn all(event: &Event, lens: &Lens<'_>) -> Vec<Self> {
        let view = |participants: &Participants| Self {
            group: lens.words(&participants.group),
            count: participants.count.map(|count| lens.number(count)),
        };
        event.participants.iter().map(view).collect()
    }
}

/// An organization that helped with an event.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PartnerView {
    /// The organization.
    pub organization: LinkView,
    /// `funder`, `host`, `organizer`, `supplier` or `partner`.
    pub role: &'static str,
}

/// A number that came of an event.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OutcomeView {
    /// What was counted.
    pub label: TextView,
    /// How many, as it is printed.
    pub count: Option<String>,
    /// `exact`, `about`, `at-least`, `more-than` or `dozens`.
    pub qualifier: &'static str,
}

impl OutcomeView {
    /// All that came of an event.
    pub(in crate::programme) fn all(event: &Event, lens: &Lens<'_>) -> Vec<Self> {
        let view = |outcome: &Outcome| Self {
            label: lens.words(&outcome.label),
            count: outcome.count.map(|count| lens.number(count)),
            qualifier: outcome.qualifier.as_str(),
        };
        event.outcomes.iter().map(view).collect()
    }
}

/// What was decided at an event.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DecisionView {
    /// Who decided.
    pub body: Option<LinkView>,
    /// Its number, as printed.
    pub reference: Option<String>,
    /// Its text, word for word.
    pub quote: Option<TextView>,
    /// The paper.
    #[schemars(with = "Option<DocumentView>")]
    pub document: Option<Value>,
    /// Votes for it.
    pub in_favour: Option<u32>,
    /// Votes against it.
    pub against: Option<u32>,
}

impl EventView {
    /// What a template may see of an event.
    #[must_use]
    pub fn new(event: Id<Event>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.events[event];
        let organization = |id: &Id<Organization>| lens.link(Thing::Organization(*id));
        Self {
            card: lens.event_card(event),
            duration: data.duration.map(DurationView::new),
            places: data
                .places
                .iter()
                .map(|place| PlaceView {
                    city: place.city.map(|city| lens.link(Thing::City(city))),
                    venue: place.venue.map(|venue| OrganizationView::new(venue, lens)),
                })
                .collect(),
            committee: data.committee.map(|committee| lens.link(Thing::Committee(committee))),
            organizers: data.organizers.iter().map(organization).collect(),
            participants: ParticipantsView::all(data, lens),
            partners: data
                .partners
                .iter()
                .map(|(id, role)| PartnerView {
                    organization: organization(id),
                    role: role.as_str(),
                })
                .collect(),
            outcomes: OutcomeView::all(data, lens),
            decision: data.decision.as_ref().map(|decision| DecisionView {
                body: decision.body.as_ref().map(organization),
                reference: decision.reference.clone(),
                quote: decision.quote.as_ref().map(|quote| lens.words(quote)),
                document: decision.document.map(|document| lens.document_card(document)),
                in_favour: decision.in_favour,
                against: decision.against,
            }),
            causes: lens.all_words(&data.causes),
            contacts: ContactView::all(&data.contacts, lens),
            areas: data.focus.iter().map(|area| lens.link(Thing::Area(*area))).collect(),
            documents: data
                .documents
                .iter()
                .map(|document| lens.document_card(*document))
                .collect(),
        }
    }
}
