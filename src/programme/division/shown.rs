//! What a page shows of a list: all, the groups that it falls in, or a portion.

use super::Division;
use super::listing::Listing;
use super::portion::Portion;
use crate::programme::collection::Id;
use crate::programme::site::Site;

/// What a page shows of a list.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// All of it.
    All,
    /// The groups that it falls in, and none of its entries.
    Groups(&'a Division),
    /// Nothing but how much it is.
    None,
    /// A portion, by its place.
    Portion(&'a Division, usize),
}

impl<'a> Shown<'a> {
    /// What the list's own page shows.
    #[must_use]
    pub fn first(list: Listing, site: &'a Site) -> Self {
        match site.division(list) {
            None => Self::All,
            Some(division) if division.has_groups() => Self::Groups(division),
            Some(division) => Self::Portion(division, 0),
        }
    }

    /// The places of the entries, of which there are `count` in all.
    #[must_use]
    pub fn places(self, count: usize) -> Vec<usize> {
        match self {
            Self::All => (0..count).collect(),
            Self::Groups(_) | Self::None => Vec::new(),
            Self::Portion(division, place) => {
                division.entries(place).iter().map(|entry| *entry as usize).collect()
            }
        }
    }

    /// The entries; `all` are those of the whole list.
    #[must_use]
    pub fn of<T, I: IntoIterator<Item = Id<T>>>(self, all: impl FnOnce() -> I) -> Vec<Id<T>> {
        match self {
            Self::All => all().into_iter().collect(),
            _ => self.places(0).into_iter().map(Id::new).collect(),
        }
    }
}

impl<'a> From<(Portion, &'a Site)> for Shown<'a> {
    fn from((portion, site): (Portion, &'a Site)) -> Self {
        Self::Portion(portion.division(site), portion.place)
    }
}
