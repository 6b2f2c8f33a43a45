//! How many there are of what the prose asks for.

use super::city::City;
use super::collection::Id;
use super::directive::{Filter, Noun};
use super::event::EventStatus;
use super::site::Site;

impl Site {
    /// How many there are. Countries are counted by the names that a language prints, by
    /// [`Lens::count`](super::Lens::count).
    #[must_use]
    pub(super) fn count(&self, noun: Noun, filter: &Filter) -> usize {
        let concerns = |cities: &[Id<City>]| filter.city.is_none_or(|city| cities.contains(&city));
        match noun {
            Noun::Cities | Noun::Countries => self.partners_where(filter).count(),
            Noun::Relationships => self
                .relationships
                .iter()
                .filter(|(_, relationship)| {
                    let status = relationship.status(self.today);
                    let country = |city: &Id<City>| {
                        !self.is_home(*city) && self.cities[*city].country.code == filter.country
                    };
                    filter
                        .status
                        .is_none_or(|wanted| wanted == status || wanted == self.group(status))
                        && filter.kind.is_none_or(|wanted| wanted == relationship.kind)
                        && (filter.country.is_none() || relationship.parties.iter().any(country))
                })
                .count(),
            Noun::Committees => {
                self.committees.ids().filter(|id| concerns(self.cities_of_committee(*id))).count()
            }
            Noun::Events => self.events.iter().filter(|(_, event)| concerns(&event.cities)).count(),
            Noun::Delegations => self
                .events
                .iter()
                .filter(|(_, event)| {
                    let held = event.kind.is_delegation() && event.status != EventStatus::Cancelled;
                    held && concerns(&event.cities)
                })
                .count(),
            Noun::Organizations => self.organizations.len(),
            Noun::Documents => {
                self.documents.iter().filter(|(_, document)| concerns(&document.cities)).count()
            }
        }
    }
}
