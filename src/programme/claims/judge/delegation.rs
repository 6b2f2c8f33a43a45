//! "The three previous delegations", against the delegations that are recorded.

use super::Text;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::claims::Before;
use crate::programme::collection::Id;
use crate::programme::event::EventStatus;
use crate::programme::rules::{agree, name_of};
use crate::programme::{City, Event};

impl Text<'_> {
    /// Whether another number of delegations went before.
    pub(super) fn delegations_before(&self, before: &Before, place: Place) -> Option<Diagnostic> {
        let site = self.site;
        let city = self.spoken_of(&before.of)?;
        let delegations = self.delegations_of(city);
        let (counted, of) = match self.event() {
            Some(event) if before.of.here.iter().all(|name| self.partner(name).is_none()) => {
                (vec![delegations.iter().position(|other| *other == event)?], event)
            }
            _ => self.before_date(&delegations, before)?,
        };
        if counted.iter().any(|counted| *counted as u64 == before.number) {
            return None;
        }
        let (name, expected) = (name_of(city, site), counted[0]);
        let number = match expected {
            0 => "none is recorded".to_owned(),
            1 => "one is recorded".to_owned(),
            expected => format!("{expected} are recorded"),
        };
        Some(
            Diagnostic::new(
                Code::DelegationCount,
                format!(
                    "the text says `{}`, but {number} with {name} before this one",
                    before.words
                ),
            )
            .at(place)
            .related(
                Place::value(&site.events[of].file, "date"),
                "the delegation that is spoken of",
            )
            .help("correct the number, or record the delegation that is missing"),
        )
    }

    /// The delegations of a city, the earliest first.
    fn delegations_of(&self, city: Id<City>) -> Vec<Id<Event>> {
        let events = self.site.events_of(city).iter().copied();
        events
            .filter(|id| {
                let event = &self.site.events[*id];
                event.kind.is_delegation() && event.status != EventStatus::Cancelled
            })
            .collect()
    }

    /// How many came before the delegations of some dates.
    fn before_date(
        &self,
        delegations: &[Id<Event>],
        before: &Before,
    ) -> Option<(Vec<usize>, Id<Event>)> {
        let numbers: Vec<usize> = (0..delegations.len())
            .filter(|number| {
                let other = self.site.events[delegations[*number]].date.as_ref();
                other.is_some_and(|other| before.dates.iter().any(|date| agree(other, date)))
            })
            .collect();
        let first = *numbers.first()?;
        Some((numbers, delegations[first]))
    }
}
