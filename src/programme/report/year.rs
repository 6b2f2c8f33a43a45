//! What happened in a year: changes, delegations and other events, papers, meetings.

use serde::Serialize;

use super::delegations::{DelegationsView, took_place};
use super::period::{Share, share_of, share_of_date};
use crate::programme::City;
use crate::programme::collection::Id;
use crate::programme::lens::{DateView, Lens, LinkView, TextView};
use crate::programme::relationship::{Relationship, Status};
use crate::programme::thing::Thing;
use crate::values::{Date, Words};

/// What happened in a year.
#[derive(Debug, Serialize)]
pub struct YearView {
    /// The relationships whose status changed.
    pub changes: Vec<ChangeEntry>,
    /// The delegations.
    pub delegations: DelegationsView,
    /// All other events with a page of their own, save those that were cancelled or postponed.
    pub events: Vec<DatedEntry>,
    /// The papers of the year.
    pub documents: Vec<DatedEntry>,
    /// How often committees met.
    pub meetings: Vec<MeetingsEntry>,
}

/// A change of status.
#[derive(Debug, Serialize)]
pub struct ChangeEntry {
    /// The cities, without the home city.
    pub cities: Vec<LinkView>,
    /// The new status: `active`, `paused` …; or `established`, where the history does not tell of the
    /// beginning.
    pub to: &'static str,
    /// When.
    pub date: DateView,
    /// Whether it may have been in another year: the date leaves it open.
    pub possible: bool,
    /// Why.
    pub because: Vec<TextView>,
}

/// An event that is no delegation, or a paper.
#[derive(Debug, Serialize)]
pub struct DatedEntry {
    /// What it is called, and its page or where it is listed.
    pub title: LinkView,
    /// `council-vote`, `training` …; of papers `agreement`, `policy-order` …
    pub kind: &'static str,
    /// When.
    pub date: DateView,
    /// Whether it may be of another year: the date leaves it open.
    pub possible: bool,
    /// The cities it concerns.
    pub cities: Vec<LinkView>,
}

/// The meetings of a committee.
#[derive(Debug, Serialize)]
pub struct MeetingsEntry {
    /// The committee.
    pub committee: LinkView,
    /// How many meetings of the year are recorded and past.
    pub held: usize,
    /// How many of the year are still to come.
    pub to_come: usize,
    /// How many were cancelled.
    pub cancelled: usize,
}

impl YearView {
    pub(super) fn new(year: i32, lens: &Lens<'_>) -> Self {
        Self {
            changes: changes(year, lens),
            delegations: DelegationsView::new(year, lens),
            events: events(year, lens),
            documents: documents(year, lens),
            meetings: meetings(year, lens),
        }
    }
}

/// Cities as links.
pub(super) fn cities(cities: &[Id<City>], lens: &Lens<'_>) -> Vec<LinkView> {
    cities.iter().map(|city| lens.link(Thing::City(*city))).collect()
}

fn changes(year: i32, lens: &Lens<'_>) -> Vec<ChangeEntry> {
    let site = lens.site;
    let mut changes: Vec<(&Date, ChangeEntry)> = Vec::new();
    for (_, bond) in site.relationships.iter() {
        let partners: Vec<Id<City>> =
            bond.parties.iter().copied().filter(|city| !site.is_home(*city)).collect();
        for (date, to, because) in told_of(bond) {
            let share = share_of_date(Some(date), year);
            if share == Share::None {
                continue;
            }
            let entry = ChangeEntry {
                cities: cities(&partners, lens),
                to,
                date: lens.date(date),
                possible: share == Share::Possible,
                because: lens.all_words(because),
            };
            changes.push((date, entry));
        }
    }
    changes.sort_by_cached_key(|(date, _)| date.sort_key());
    changes.into_iter().map(|(_, entry)| entry).collect()
}

/// What a relationship tells of its changes: when, what it became, and why.
fn told_of(bond: &Relationship) -> impl Iterator<Item = (&Date, &'static str, &[Words])> {
    let begins = |date: &&Date| {
        !bond.history.iter().any(|change| {
            let same = |told: &Date| told.is_compatible_with(date);
            change.to == Status::Active && change.date.as_ref().is_some_and(same)
        })
    };
    let established = bond.established.as_ref().filter(begins);
    let changes = bond.history.iter().filter_map(|change| {
        Some((change.date.as_ref()?, change.to.as_str(), change.because.as_slice()))
    });
    established.map(|date| (date, "established", [].as_slice())).into_iter().chain(changes)
}

fn events(year: i32, lens: &Lens<'_>) -> Vec<DatedEntry> {
    let events = lens.site.events_by_date().iter().map(|id| (*id, &lens.site.events[*id]));
    let others = events.filter(|(_, event)| !event.kind.is_delegation() && took_place(event));
    let entries = others.filter_map(|(id, event)| {
        let share = share_of(event, year);
        let date = event.date.as_ref().filter(|_| share != Share::None)?;
        Some(DatedEntry {
            title: lens.link(Thing::Event(id)),
            kind: event.kind.as_str(),
            date: lens.date(date),
            possible: share == Share::Possible,
            cities: cities(&event.cities, lens),
        })
    });
    entries.collect()
}

fn documents(year: i32, lens: &Lens<'_>) -> Vec<DatedEntry> {
    let documents = lens.site.documents_by_date().iter().map(|id| (*id, &lens.site.documents[*id]));
    let entries = documents.filter_map(|(id, document)| {
        let share = share_of_date(document.date.as_ref(), year);
        let date = document.date.as_ref().filter(|_| share != Share::None)?;
        Some(DatedEntry {
            title: lens.link(Thing::Document(id)),
            kind: document.r#type.as_str(),
            date: lens.date(date),
            possible: share == Share::Possible,
            cities: cities(&document.cities, lens),
        })
    });
    entries.collect()
}

fn meetings(year: i32, lens: &Lens<'_>) -> Vec<MeetingsEntry> {
    let site = lens.site;
    let mut entries = Vec::new();
    for (id, committee) in site.committees.iter() {
        let in_year = |date| share_of_date(Some(date), year) == Share::Certain;
        let of_year = committee.meetings.list.iter().filter(|meeting| in_year(&meeting.date));
        let (cancelled, others): (Vec<_>, Vec<_>) = of_year.partition(|meeting| meeting.cancelled);
        let held = others.iter().filter(|meeting| meeting.date.is_past(site.today)).count();
        let to_come = others.len() - held;
        if held + to_come + cancelled.len() > 0 {
            let committee = lens.link(Thing::Committee(id));
            entries.push(MeetingsEntry { committee, held, to_come, cancelled: cancelled.len() });
        }
    }
    entries
}
