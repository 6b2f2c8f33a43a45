//! Events, and the meetings of committees, as entries of a calendar.

use std::collections::BTreeMap;

use super::{Scope, in_order, text, told};
use crate::calendar::{Entry, Moment, Standing};
use crate::emit::Context;
use crate::emit::appointment::{self, Appointment, exact_days};
use crate::emit::identity::uuid;
use crate::emit::sitemap::absolute;
use crate::programme::committee::Committee;
use crate::programme::event::EventStatus;
use crate::programme::{Event, Id, Lens, Site, Thing};
use crate::values::date::Day;
use crate::values::duration::Unit;
use crate::values::{Duration, SourcePath};

/// The entries of a calendar, the earliest first.
pub(super) fn of(
    scope: Scope,
    meetings: &Meetings,
    context: &Context<'_>,
    lens: &Lens<'_>,
) -> Vec<Entry> {
    let site = context.site;
    let events = events(scope, site).iter().filter_map(|id| event(*id, context, lens));
    let meetings = committees(scope, site).into_iter().flat_map(|id| meetings.of_committee(id));
    in_order(events.chain(meetings.cloned()).collect())
}

/// The meetings of all committees.
pub(super) struct Meetings {
    /// By the places of the committees.
    entries: Vec<Vec<Entry>>,
}

impl Meetings {
    pub(super) fn of(context: &Context<'_>, lens: &Lens<'_>) -> Self {
        let committees = context.site.committees.ids();
        Self { entries: committees.map(|id| meetings(id, context, lens)).collect() }
    }

    fn of_committee(&self, id: Id<Committee>) -> &[Entry] {
        &self.entries[id.index()]
    }
}

/// The events that a calendar may tell of.
pub(super) fn events(scope: Scope, site: &Site) -> &[Id<Event>] {
    match scope {
        Scope::Whole => site.events_by_date(),
        Scope::City(city) => site.events_of(city),
        Scope::Committee(committee) => site.events_of_committee(committee),
    }
}

/// The committees whose meetings it may tell of.
pub(super) fn committees(scope: Scope, site: &Site) -> Vec<Id<Committee>> {
    match scope {
        Scope::Whole => site.committees.ids().collect(),
        Scope::City(city) => {
            let bonds = site.relationships_of(city).iter().map(|id| &site.relationships[*id]);
            let mut committees: Vec<_> = bonds.flat_map(|bond| bond.committees.clone()).collect();
            committees.sort_unstable();
            committees.dedup();
            committees
        }
        Scope::Committee(committee) => vec![committee],
    }
}

fn event(id: Id<Event>, context: &Context<'_>, lens: &Lens<'_>) -> Option<Entry> {
    let site = context.site;
    let data = &site.events[id];
    let appointment = appointment::of_event(id, context)?;
    let strings = &context.theme.strings;
    let mut title = text(&data.title, lens);
    let (standing, word) = match data.status {
        EventStatus::Held => (Standing::Confirmed, None),
        EventStatus::Planned => (Standing::Tentative, None),
        EventStatus::Cancelled => (Standing::Cancelled, Some("event-status-cancelled")),
        // It will be at another time, and at this one it is not.
        EventStatus::Postponed => (Standing::Cancelled, Some("event-status-postponed")),
    };
    // Many programs do not show the status.
    if let Some(word) = word {
        title.text.push_str(&format!(" ({})", strings.text(lens.language, word)));
    }
    let kind = strings.text(lens.language, &format!("event-{}", data.kind.as_str()));
    Some(Entry {
        uid: uuid(site, &["event", data.id.as_str()]),
        stamp: stamp(&data.file, appointment.first, context),
        moment: moment(&appointment, data.duration),
        yearly: false,
        title,
        description: data.summary.as_ref().map(|summary| text(summary, lens)),
        location: location(data, lens).map(|place| told(place, lens.language)),
        category: Some(told(kind, lens.language)),
        standing,
        url: url(Thing::Event(id), context, lens),
    })
}

/// The meetings of a committee that are known to the day.
fn meetings(id: Id<Committee>, context: &Context<'_>, lens: &Lens<'_>) -> Vec<Entry> {
    let site = context.site;
    let data = &site.committees[id];
    let strings = &context.theme.strings;
    let meeting_word = strings.text(lens.language, "event-meeting");
    // One that is moved to another time of its day is the same.
    let mut of_day: BTreeMap<Day, usize> = BTreeMap::new();
    let mut entries = Vec::new();
    for meeting in &data.meetings.list {
        let Some(appointment) = appointment::of_meeting(meeting, data, context) else { continue };
        let number = of_day.entry(appointment.first).or_default();
        *number += 1;
        let (day, number) = (appointment.first.to_string(), number.to_string());
        let mut title = text(&data.name, lens);
        title.text.push_str(&format!(": {meeting_word}"));
        let mut standing = Standing::Confirmed;
        if meeting.cancelled {
            let word = strings.text(lens.language, "event-status-cancelled");
            title.text.push_str(&format!(" ({word})"));
            standing = Standing::Cancelled;
        }
        let place = meeting.place.as_ref().or(data.meetings.place.as_ref());
        entries.push(Entry {
            uid: uuid(site, &["meeting", data.id.as_str(), &day, &number]),
            stamp: stamp(&data.file, appointment.first, context),
            moment: moment(&appointment, None),
            yearly: false,
            title,
            description: None,
            location: place.map(|place| text(place, lens)),
            category: Some(told(meeting_word.clone(), lens.language)),
            standing,
            url: url(Thing::Committee(id), context, lens),
        });
    }
    entries
}

fn moment(appointment: &Appointment<'_>, duration: Option<Duration>) -> Moment {
    let Some((time, zone)) = appointment.time else {
        return Moment::Days(appointment.first, appointment.last);
    };
    let hours = duration.filter(|duration| duration.unit == Unit::Hour && duration.count > 0);
    let minutes = hours.map(|hours| hours.count.saturating_mul(60));
    match zone {
        Some(zone) => {
            let (day, time) = zone.in_greenwich(appointment.first, time);
            Moment::At { day, time, utc: true, minutes }
        }
        None => Moment::At { day: appointment.first, time, utc: false, minutes },
    }
}

/// As of which day something is told: when its file was last looked through, else its own day. The
/// day of the build would make another file of the same facts.
pub(super) fn stamp(file: &SourcePath, own: Day, context: &Context<'_>) -> Day {
    let reviewed = context.site.upkeep.of(file).and_then(|upkeep| upkeep.reviewed.as_ref());
    let reviewed = reviewed.and_then(exact_days).map(|(first, _)| first);
    reviewed.unwrap_or(own)
}

/// The whole address of the page about something, if that is known.
pub(super) fn url(thing: Thing, context: &Context<'_>, lens: &Lens<'_>) -> Option<String> {
    context.base_url.map(|base_url| absolute(base_url, &lens.url(thing)))
}

/// Where an event is: its houses, each with its city and country.
fn location(event: &Event, lens: &Lens<'_>) -> Option<String> {
    let site = lens.site;
    let place = |place: &crate::programme::event::EventPlace| {
        let venue = place.venue.map(|venue| lens.words(&site.organizations[venue].name).text);
        let city = place.city.map(|city| &site.cities[city]);
        let names = city.map(|city| [lens.words(&city.name), lens.country(&city.country)]);
        let names = names.into_iter().flatten().map(|name| name.text);
        venue.into_iter().chain(names).collect::<Vec<_>>().join(", ")
    };
    let places: Vec<String> = event.places.iter().map(place).collect();
    let places: Vec<String> = places.into_iter().filter(|place| !place.is_empty()).collect();
    (!places.is_empty()).then(|| places.join("; "))
}
