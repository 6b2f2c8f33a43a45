//! Everything that happened, merged from relationships, small moments and events.

mod choice;
mod entry;
mod mark;
mod moment;
mod overview;
mod strip;
mod view;

use super::city::City;
use super::collection::{Collection, Id};
use super::event::Event;
use super::relationship::{Relationship, Status};
use super::site::Site;
use crate::values::date::Length;
use crate::values::{Date, Duration, Words};

pub(super) use choice::MOST_CITIES;
pub use choice::{Choice, ChoiceView, ChoicesView, OccasionKind};
pub use entry::{LengthView, TimelineEntry};
pub use mark::Mark;
pub use moment::Moment;
pub(super) use moment::MomentFile;
pub use overview::{ColumnView, OverviewView};
pub use strip::{StripPart, StripView};
pub use view::{DecadeView, TimelineView, TimelineYear};
pub(super) use view::{of_city, of_relationship, shown};

/// Something that stands in the timeline.
#[derive(Debug)]
pub struct Occasion {
    /// When it was, where that is known.
    pub date: Option<Date>,
    /// The cities it concerns.
    pub cities: Vec<Id<City>>,
    /// What kind of occasion it is.
    pub kind: OccasionKind,
    what: What,
    /// The status that a relationship has from then on.
    status: Option<Status>,
}

/// How a relationship came to stand otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It was established.
    Established(Id<Relationship>),
    /// Its status changed: the number of the change.
    Changed(Id<Relationship>, usize),
    /// The event that tells that its status changed, and to what.
    Told(Id<Event>, Status),
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
        let mut occasion = |date: Option<&Date>, kind, what, status| {
            occasions.push(Occasion {
                date: date.cloned(),
                cities: partners.clone(),
                kind,
                what,
                status,
            });
        };
        for (number, change) in relationship.history.iter().enumerate() {
            match change.event {
                Some(event) => told[event.index()] = Some(change.to),
                None if change.date.is_some() => {
                    let what = What::Changed(id, number);
                    occasion(change.date.as_ref(), OccasionKind::Status, what, Some(change.to));
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
                occasion(Some(established), OccasionKind::Established, What::Established(id), None);
            }
        }
        for (number, moment) in relationship.timeline.iter().enumerate() {
            let kind = OccasionKind::Event(moment.kind);
            occasion(moment.date.as_ref(), kind, What::RelationshipMoment(id, number), None);
        }
    }
    for (id, city) in cities.iter() {
        for (number, moment) in city.timeline.iter().enumerate() {
            occasions.push(Occasion {
                date: moment.date.clone(),
                cities: vec![id],
                kind: OccasionKind::Event(moment.kind),
                what: What::CityMoment(id, number),
                status: None,
            });
        }
    }
    for (id, event) in events.iter() {
        occasions.push(Occasion {
            date: event.date.clone(),
            cities: event.cities.clone(),
            kind: OccasionKind::Event(event.kind),
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

impl Occasion {
    /// What stands for its date in the picture.
    fn mark(&self, site: &Site) -> Mark {
        let mark = Mark::of(self.date.as_ref());
        if self.is_within(site) { mark.shorter() } else { mark }
    }

    /// How long it lasted: what is told goes before what follows from the date.
    fn length(&self, site: &Site) -> Option<Length> {
        match self.told_duration(site) {
            Some(duration) => Some(Length { duration, approximate: false }),
            None if self.is_within(site) => None,
            None => self.date.as_ref()?.length(),
        }
    }

    /// Whether it lay somewhere in the time that its date leaves, and did not fill it: a vote that was
    /// between two dates, or a week in two years.
    fn is_within(&self, site: &Site) -> bool {
        match (self.event(), self.kind) {
            (Some(event), _) => site.events[event].lay_within_its_date(),
            (None, OccasionKind::Event(kind)) => kind.is_act(),
            (None, OccasionKind::Established | OccasionKind::Status) => true,
        }
    }

    fn told_duration(&self, site: &Site) -> Option<Duration> {
        site.events[self.event()?].duration
    }

    /// What happened; nothing for what the program tells by itself.
    pub(super) fn title<'a>(&self, site: &'a Site) -> Option<&'a Words> {
        match self.what {
            What::Established(_) | What::Changed(..) => None,
            What::CityMoment(city, number) => Some(&site.cities[city].timeline[number].title),
            What::RelationshipMoment(id, number) => {
                Some(&site.relationships[id].timeline[number].title)
            }
            What::Event(event) => Some(&site.events[event].title),
        }
    }

    /// The status that a relationship has from then on.
    pub(super) fn status(&self) -> Option<Status> {
        self.status
    }

    /// The relationship that it happened to.
    pub(super) fn relationship(&self) -> Option<Id<Relationship>> {
        match self.what {
            What::Established(id) | What::Changed(id, _) | What::RelationshipMoment(id, _) => {
                Some(id)
            }
            What::CityMoment(..) | What::Event(_) => None,
        }
    }

    /// How a relationship came to stand otherwise, if that is what it is.
    #[must_use]
    pub fn turn(&self) -> Option<Turn> {
        match (&self.what, self.status) {
            (What::Established(id), _) => Some(Turn::Established(*id)),
            (What::Changed(id, number), _) => Some(Turn::Changed(*id, *number)),
            (What::Event(event), Some(status)) => Some(Turn::Told(*event, status)),
            _ => None,
        }
    }

    /// The event that it is, if it has a page of its own.
    pub(super) fn event(&self) -> Option<Id<Event>> {
        match self.what {
            What::Event(event) => Some(event),
            _ => None,
        }
    }
}
