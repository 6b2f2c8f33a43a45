//! Everything that happened, merged from relationships, small moments and events.

use serde::Serialize;
use tera::Value;

use super::city::{City, Moment, links};
use super::collection::{Collection, Id};
use super::event::{DelegationView, Event};
use super::lens::{DateView, Lens, LinkView, TextView};
use super::relationship::{Relationship, Status};
use super::resolver::Thing;
use crate::values::Date;
use crate::values::date::When;

/// Something that stands in the timeline.
#[derive(Debug)]
pub struct Occasion {
    /// When it was, where that is known.
    pub date: Option<Date>,
    /// The cities it concerns.
    pub cities: Vec<Id<City>>,
    what: What,
    /// The status that a relationship has from then on.
    status: Option<Status>,
}

#[derive(Debug)]
enum What {
    /// A relationship was established.
    Established(Id<Relationship>),
    /// The status of a relationship changed: the number of the change.
    Changed(Id<Relationship>, usize),
    /// A moment in a city's timeline: its number.
    CityMoment(Id<City>, usize),
    /// A moment in a relationship's timeline: its number.
    RelationshipMoment(Id<Relationship>, usize),
    /// An event.
    Event(Id<Event>),
}

/// Gathers all occasions, in the order of their dates; what has none comes last. What two sources
/// tell is told once: by the event that a change of status names, and by the change that a
/// relationship was established with.
pub(super) fn gather(
    cities: &Collection<City>,
    relationships: &Collection<Relationship>,
    events: &Collection<Event>,
    home: Option<Id<City>>,
) -> Vec<Occasion> {
    let mut occasions = Vec::new();
    let mut told: Vec<Option<Status>> = vec![None; events.len()];
    for (id, relationship) in relationships.iter() {
        let partners: Vec<Id<City>> =
            relationship.parties.iter().copied().filter(|city| Some(*city) != home).collect();
        let mut occasion = |date: Option<&Date>, what, status| {
            occasions.push(Occasion {
                date: date.cloned(),
                cities: partners.clone(),
                what,
                status,
            });
        };
        for (number, change) in relationship.history.iter().enumerate() {
            match change.event {
                Some(event) => told[event.index()] = Some(change.to),
                None if change.date.is_some() => {
                    occasion(change.date.as_ref(), What::Changed(id, number), Some(change.to));
                }
                None => {}
            }
        }
        if let Some(established) = &relationship.established {
            let told_by_change = relationship.history.iter().any(|change| {
                change.to == Status::Active
                    && change.date.as_ref().is_some_and(|date| date.is_compatible_with(established))
            });
            if !told_by_change {
                occasion(Some(established), What::Established(id), None);
            }
        }
        for (number, moment) in relationship.timeline.iter().enumerate() {
            occasion(moment.date.as_ref(), What::RelationshipMoment(id, number), None);
        }
    }
    for (id, city) in cities.iter() {
        for (number, moment) in city.timeline.iter().enumerate() {
            occasions.push(Occasion {
                date: moment.date.clone(),
                cities: vec![id],
                what: What::CityMoment(id, number),
                status: None,
            });
        }
    }
    for (id, event) in events.iter() {
        occasions.push(Occasion {
            date: event.date.clone(),
            cities: event.cities.clone(),
            what: What::Event(id),
            status: told[id.index()],
        });
    }
    // Stable: what shares a date keeps the order of ids.
    occasions.sort_by_cached_key(|occasion| {
        (occasion.date.is_none(), occasion.date.as_ref().map(Date::sort_key))
    });
    occasions
}

/// An entry of the timeline as a template sees it.
#[derive(Debug, Serialize)]
pub struct TimelineEntry {
    /// When it was; nothing means that this is not recorded.
    pub date: Option<DateView>,
    /// What a date cannot say.
    pub date_note: Option<TextView>,
    /// Whether it goes on.
    pub open: bool,
    /// What happened. Nothing for what the program tells by itself: a relationship `established`,
    /// or one that became what `status` says.
    pub title: Option<TextView>,
    /// `delegation-out`, `council-vote` …; `established` or `status` for what has no title.
    pub kind: &'static str,
    /// The relationship it is told of, if that has a page of its own.
    pub relationship: Option<LinkView>,
    /// The status that a relationship has from then on.
    pub status: Option<&'static str>,
    /// Why, for a change of status.
    pub reasons: Vec<TextView>,
    /// The event's own page.
    pub url: Option<String>,
    /// Which delegation it is among those of its city, if it is one.
    pub delegation: Option<DelegationView>,
    /// `planned`, `cancelled` or `postponed`, where an event was not simply held.
    pub event_status: Option<&'static str>,
    /// Whether the event's page is kept for the record only.
    pub archived: bool,
    /// The cities it concerns.
    pub cities: Vec<Value>,
}

impl TimelineEntry {
    pub(super) fn new(occasion: &Occasion, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let entry = Self {
            date: occasion.date.as_ref().map(|date| lens.date(date)),
            date_note: None,
            open: occasion.date.as_ref().is_some_and(Date::is_open_ended),
            title: None,
            kind: "established",
            relationship: match occasion.what {
                What::Established(id) | What::Changed(id, _) | What::RelationshipMoment(id, _)
                    if site.relationships[id].has_page =>
                {
                    Some(lens.link(Thing::Relationship(id)))
                }
                _ => None,
            },
            status: occasion.status.map(Status::as_str),
            reasons: Vec::new(),
            url: None,
            delegation: None,
            event_status: None,
            archived: false,
            cities: links(&occasion.cities, lens),
        };
        let moment = |moment: &Moment, entry: Self| Self {
            title: Some(lens.words(&moment.title)),
            kind: moment.kind.as_str(),
            ..entry
        };
        match occasion.what {
            What::Established(_) => entry,
            What::Changed(relationship, number) => {
                let change = &site.relationships[relationship].history[number];
                Self { kind: "status", reasons: lens.all_words(&change.because), ..entry }
            }
            What::CityMoment(city, number) => moment(&site.cities[city].timeline[number], entry),
            What::RelationshipMoment(id, number) => {
                moment(&site.relationships[id].timeline[number], entry)
            }
            What::Event(event) => {
                let data = &site.events[event];
                let status = data.status.as_str();
                Self {
                    title: Some(lens.words(&data.title)),
                    kind: data.kind.as_str(),
                    date_note: data.date_note.as_ref().map(|note| lens.words(note)),
                    url: Some(lens.url(Thing::Event(event))),
                    delegation: site.delegation(event),
                    event_status: (status != "held").then_some(status),
                    archived: site.is_archived(Thing::Event(event)),
                    ..entry
                }
            }
        }
    }
}

/// The occasions of one year.
#[derive(Debug, Serialize)]
struct TimelineYear {
    /// The year as it is printed; nothing for what has no date.
    label: Option<String>,
    /// The occasions, shared with other pages.
    entries: Vec<Value>,
}

/// What happened, by year: in one city, or everywhere.
pub(super) fn by_year(city: Option<Id<City>>, lens: &Lens<'_>) -> Value {
    let site = lens.site;
    match city {
        Some(city) => years(site.occasions_of(city).iter().map(|index| *index as usize), lens),
        None => years(0..site.occasions().len(), lens),
    }
}

/// What is told of a relationship, and the events of all its parties together, by year.
pub(super) fn of_relationship(relationship: Id<Relationship>, lens: &Lens<'_>) -> Value {
    let site = lens.site;
    let data = &site.relationships[relationship];
    let told = |occasion: &Occasion| match occasion.what {
        What::Established(id) | What::Changed(id, _) | What::RelationshipMoment(id, _) => {
            id == relationship
        }
        What::CityMoment(..) => false,
        What::Event(id) => {
            let named = data.history.iter().any(|change| change.event == Some(id));
            let partners = data.parties.iter().filter(|city| !site.is_home(**city));
            named
                || (data.parties.len() > 2
                    && partners.clone().all(|city| occasion.cities.contains(city)))
        }
    };
    years((0..site.occasions().len()).filter(|index| told(&site.occasions()[*index])), lens)
}

/// Some occasions, which are in the order of their dates, by year.
fn years(indexes: impl Iterator<Item = usize>, lens: &Lens<'_>) -> Value {
    let mut years: Vec<TimelineYear> = Vec::new();
    let mut last = None;
    for index in indexes {
        let year = lens.site.occasions()[index].date.as_ref().map(Date::year);
        if last != Some(year) {
            let label = year.map(|year| lens.lexicon.say(When::Year(year)));
            years.push(TimelineYear { label, entries: Vec::new() });
            last = Some(year);
        }
        years.last_mut().expect("a year has just been added").entries.push(lens.entry(index));
    }
    Value::from_serializable(&years)
}
