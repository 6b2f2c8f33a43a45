//! The delegations of a year, and what came of them.

use serde::Serialize;

use super::period::{Share, share_of};
use super::sum::{SumView, Sums};
use crate::programme::collection::Id;
use crate::programme::event::{DelegationView, Event, EventStatus, OutcomeView, ParticipantsView};
use crate::programme::lens::{DateView, Lens, LinkView};
use crate::programme::thing::Thing;

/// The delegations of a year.
#[derive(Debug, Serialize)]
pub struct DelegationsView {
    /// Those that were in the year, or will be; none that was cancelled or postponed.
    pub entries: Vec<DelegationEntry>,
    /// Those that may have been, or may have been in another year: their dates leave it open. Their
    /// numbers are in none of the sums.
    pub possible: Vec<DelegationEntry>,
    /// What came of those that were held in the year.
    pub outcomes: Vec<SumView>,
    /// How many people took part in those; nothing, if nobody counted any.
    pub participants: Option<u64>,
    /// Whether there were others whom nobody counted.
    pub more_participants: bool,
}

/// A delegation.
#[derive(Debug, Serialize)]
pub struct DelegationEntry {
    /// What it is called, and its page.
    pub title: LinkView,
    /// `delegation-out` or `delegation-in`.
    pub kind: &'static str,
    /// When it was.
    pub date: Option<DateView>,
    /// Whether it is still to come.
    pub upcoming: bool,
    /// Which it is among those of its city.
    pub number: Option<DelegationView>,
    /// The cities it concerned.
    pub cities: Vec<LinkView>,
    /// Who took part.
    pub participants: Vec<ParticipantsView>,
    /// What came of it.
    pub outcomes: Vec<OutcomeView>,
}

impl DelegationsView {
    pub(super) fn new(year: i32, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let mut view = Self {
            entries: Vec::new(),
            possible: Vec::new(),
            outcomes: Vec::new(),
            participants: None,
            more_participants: false,
        };
        let mut outcomes = Sums::default();
        for id in site.events_by_date().iter().copied() {
            let event = &site.events[id];
            if !event.kind.is_delegation() || !took_place(event) {
                continue;
            }
            match share_of(event, year) {
                Share::None => {}
                Share::Possible => view.possible.push(DelegationEntry::new(id, lens)),
                Share::Certain => {
                    view.entries.push(DelegationEntry::new(id, lens));
                    if site.is_upcoming(id) {
                        continue;
                    }
                    for outcome in &event.outcomes {
                        outcomes.of(&outcome.label, lens).add(outcome.count, outcome.qualifier);
                    }
                    let counts = event.participants.iter().map(|group| group.count);
                    view.more_participants |= counts.clone().any(|count| count.is_none());
                    view.participants = counts.flatten().fold(view.participants, |sum, count| {
                        Some(sum.unwrap_or(0_u64).saturating_add(count))
                    });
                }
            }
        }
        view.outcomes = outcomes.views(lens);
        view
    }
}

/// Whether an event was held, or is to be.
pub(super) fn took_place(event: &Event) -> bool {
    !matches!(event.status, EventStatus::Cancelled | EventStatus::Postponed)
}

impl DelegationEntry {
    fn new(id: Id<Event>, lens: &Lens<'_>) -> Self {
        let event = &lens.site.events[id];
        Self {
            title: lens.link(Thing::Event(id)),
            kind: event.kind.as_str(),
            date: event.date.as_ref().map(|date| lens.date(date)),
            upcoming: lens.site.is_upcoming(id),
            number: lens.site.delegation(id),
            cities: super::year::cities(&event.cities, lens),
            participants: ParticipantsView::all(event, lens),
            outcomes: OutcomeView::all(event, lens),
        }
    }
}
