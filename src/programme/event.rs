//! Something that happened or will: what its file says, what it is, what a template may see of it.

use serde::{Deserialize, Serialize};
use tera::Value;

use super::area::Area;
use super::city::{City, links};
use super::collection::{Id, Identified, Key};
use super::committee::Committee;
use super::document::Document;
use super::lens::{DateView, Lens, LinkView, TextView};
use super::localized::Localized;
use super::organization::{Organization, OrganizationView};
use super::prose::Prose;
use super::record::Record;
use super::resolver::{Resolver, Thing};
use super::when::When;
use crate::values::{Date, Duration, OneOrMany, Slug, SourcePath, Words};

/// What an event's file says.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct EventFrontMatter {
    title: Option<Words>,
    kind: Option<EventKind>,
    date: Option<When>,
    date_note: Option<Words>,
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
    summary: Option<Words>,
    pub(super) draft: bool,
}

/// What a translation of an event's, a news item's or a page's file says.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct TitleWords {
    pub(super) title: Option<String>,
    pub(super) summary: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct PlaceFile {
    city: Option<Key<City>>,
    venue: Option<Key<Organization>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct PartnerFile {
    organization: Option<Key<Organization>>,
    role: Option<PartnerRole>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct OutcomeFile {
    label: Option<Words>,
    count: Option<u64>,
    qualifier: Qualifier,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DecisionFile {
    body: Option<Key<Organization>>,
    reference: Option<String>,
    quote: Option<Words>,
    document: Option<Key<Document>>,
    in_favour: Option<u32>,
    against: Option<u32>,
}

macro_rules! words_of_a_file {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word as it is written in a file.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

words_of_a_file! {
    /// What kind of event it is.
    EventKind {
        /// A delegation from here to there.
        DelegationOut = "delegation-out",
        /// A delegation from there to here.
        DelegationIn = "delegation-in",
        /// A visit that is no delegation.
        Visit = "visit",
        /// A training.
        Training = "training",
        /// An exchange of students, professionals, officials or artists.
        Exchange = "exchange",
        /// An order of a council.
        CouncilOrder = "council-order",
        /// A vote of a council.
        CouncilVote = "council-vote",
        /// Somebody is appointed.
        Appointment = "appointment",
        /// A report is given.
        Report = "report",
        /// An agreement is signed.
        Signing = "signing",
        /// Something begins.
        Launch = "launch",
        /// An anniversary is kept.
        Anniversary = "anniversary",
        /// Something is given.
        Gift = "gift",
        /// A project.
        Project = "project",
        /// Help in need.
        Relief = "relief",
        /// A disaster.
        Disaster = "disaster",
        /// A relationship rests.
        Pause = "pause",
        /// A relationship is taken up again.
        Resumption = "resumption",
        /// A meeting.
        Meeting = "meeting",
        /// A festival.
        Festival = "festival",
        /// Money is raised.
        Fundraiser = "fundraiser",
        /// Anything else.
        Other = "other",
    }
}

// `Default` is for moments in a timeline that do not say what they are.
#[expect(clippy::derivable_impls, reason = "the macro that makes the enum knows of no default")]
impl Default for EventKind {
    fn default() -> Self {
        Self::Other
    }
}

impl EventKind {
    /// Whether it is a delegation, in either direction.
    #[must_use]
    pub fn is_delegation(self) -> bool {
        matches!(self, Self::DelegationOut | Self::DelegationIn)
    }
}

words_of_a_file! {
    /// What a partner organization did.
    PartnerRole {
        /// Paid for it.
        Funder = "funder",
        /// Received it.
        Host = "host",
        /// Arranged it.
        Organizer = "organizer",
        /// Provided what it needed.
        Supplier = "supplier",
        /// Had another part in it.
        Partner = "partner",
    }
}

/// Whether an event took place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventStatus {
    /// It did, or is expected to.
    #[default]
    Held,
    /// It is planned, and not certain.
    Planned,
    /// It did not.
    Cancelled,
    /// It will at another time.
    Postponed,
}

impl EventStatus {
    /// The word as it is written in a file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Planned => "planned",
            Self::Cancelled => "cancelled",
            Self::Postponed => "postponed",
        }
    }
}

/// How exact a number is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// As it stands.
    #[default]
    Exact,
    /// Roughly.
    About,
    /// That many or more.
    AtLeast,
    /// More.
    MoreThan,
    /// Some dozens; nobody counted.
    Dozens,
}

impl Qualifier {
    fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::MoreThan => "more-than",
            Self::Dozens => "dozens",
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

impl<'de> Deserialize<'de> for Participants {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ParticipantsVisitor;
        impl<'de> serde::de::Visitor<'de> for ParticipantsVisitor {
            type Value = Participants;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a group of people, or `{ group: paramedics, count: 4 }`,")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Participants, E> {
                Ok(Participants { group: Words::plain(text.trim()), count: None })
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
    /// One or two sentences.
    pub summary: Option<Words>,
    /// Its story.
    pub prose: Localized<Prose>,
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

impl Identified for Event {
    fn id(&self) -> &Slug {
        &self.id
    }
}

impl Event {
    pub(super) fn resolve(
        record: Record<EventFrontMatter, TitleWords>,
        resolver: &mut Resolver<'_>,
        prose: Localized<Prose>,
    ) -> Self {
        let title =
            resolver.require(record.front.title.clone(), "title", "what happened, in a few words");
        let title = title.unwrap_or_else(|| Words::plain(record.id.as_str()));
        let title = record
            .translated(Some(title), |words| words.title.as_ref())
            .expect("there was one to translate");
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
            summary,
            prose,
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
            reference: self.reference,
            quote: self.quote,
            document: resolver.maybe(self.document.as_ref(), "decision.document"),
            in_favour: self.in_favour,
            against: self.against,
        }
    }
}

/// An event in a list.
#[derive(Debug, Serialize)]
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
    /// `held`, `planned`, `cancelled` or `postponed`.
    pub status: &'static str,
    /// Whether it is still to come.
    pub upcoming: bool,
    /// Which delegation it is among those of its city, if it is one.
    pub delegation: Option<DelegationView>,
    /// The cities it concerns.
    pub cities: Vec<LinkView>,
    /// One or two sentences.
    pub summary: Option<TextView>,
}

/// Which delegation an event is among those of its city.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct DelegationView {
    /// Its number, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

impl EventCard {
    pub(super) fn new(event: Id<Event>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.events[event];
        Self {
            id: data.id.to_string(),
            title: lens.words(&data.title),
            url: lens.url(Thing::Event(event)),
            kind: data.kind.as_str(),
            date: data.date.as_ref().map(|date| lens.date(date)),
            date_note: data.date_note.as_ref().map(|note| lens.words(note)),
            status: data.status.as_str(),
            upcoming: lens.site.is_upcoming(event),
            delegation: lens.site.delegation(event),
            cities: links(&data.cities, lens),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
        }
    }
}

/// An event on its own page.
#[derive(Debug, Serialize)]
pub struct EventView {
    /// What lists show of it.
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
    pub documents: Vec<Value>,
}

/// How long an event took.
#[derive(Debug, Serialize)]
pub struct DurationView {
    /// How many.
    pub count: u32,
    /// `hour`, `day`, `week`, `month` or `year`.
    pub unit: &'static str,
}

/// Where an event was.
#[derive(Debug, Serialize)]
pub struct PlaceView {
    /// The city.
    pub city: Option<LinkView>,
    /// The house.
    pub venue: Option<OrganizationView>,
}

/// People who took part in an event.
#[derive(Debug, Serialize)]
pub struct ParticipantsView {
    /// Who they are.
    pub group: TextView,
    /// How many, where that is known.
    pub count: Option<String>,
}

/// An organization that helped with an event.
#[derive(Debug, Serialize)]
pub struct PartnerView {
    /// The organization.
    pub organization: LinkView,
    /// `funder`, `host`, `organizer`, `supplier` or `partner`.
    pub role: &'static str,
}

/// A number that came of an event.
#[derive(Debug, Serialize)]
pub struct OutcomeView {
    /// What was counted.
    pub label: TextView,
    /// How many, as it is printed.
    pub count: Option<String>,
    /// `exact`, `about`, `at-least`, `more-than` or `dozens`.
    pub qualifier: &'static str,
}

/// What was decided at an event.
#[derive(Debug, Serialize)]
pub struct DecisionView {
    /// Who decided.
    pub body: Option<LinkView>,
    /// Its number, as printed.
    pub reference: Option<String>,
    /// Its text, word for word.
    pub quote: Option<TextView>,
    /// The paper.
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
            card: lens.cards.event(event),
            duration: data.duration.map(|duration| DurationView {
                count: duration.count,
                unit: duration.unit.as_str(),
            }),
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
            participants: data
                .participants
                .iter()
                .map(|participants| ParticipantsView {
                    group: lens.words(&participants.group),
                    count: participants.count.map(|count| lens.number(count)),
                })
                .collect(),
            partners: data
                .partners
                .iter()
                .map(|(id, role)| PartnerView {
                    organization: organization(id),
                    role: role.as_str(),
                })
                .collect(),
            outcomes: data
                .outcomes
                .iter()
                .map(|outcome| OutcomeView {
                    label: lens.words(&outcome.label),
                    count: outcome.count.map(|count| lens.number(count)),
                    qualifier: outcome.qualifier.as_str(),
                })
                .collect(),
            decision: data.decision.as_ref().map(|decision| DecisionView {
                body: decision.body.as_ref().map(organization),
                reference: decision.reference.clone(),
                quote: decision.quote.as_ref().map(|quote| lens.words(quote)),
                document: decision.document.map(|document| lens.cards.document(document)),
                in_favour: decision.in_favour,
                against: decision.against,
            }),
            causes: lens.all_words(&data.causes),
            areas: data.focus.iter().map(|area| lens.link(Thing::Area(*area))).collect(),
            documents: data
                .documents
                .iter()
                .map(|document| lens.cards.document(*document))
                .collect(),
        }
    }
}
