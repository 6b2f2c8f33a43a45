//! A portion of a long list that has a page of its own, and its address.

use super::Division;
use super::listing::Listing;
use crate::programme::lens::Lens;
use crate::programme::site::Site;

/// What of a long list stands on a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Portion {
    /// The list.
    pub list: Listing,
    /// Which of its portions this is.
    pub place: usize,
}

impl Portion {
    /// All portions that have pages of their own.
    pub fn all(site: &Site) -> impl Iterator<Item = Self> + '_ {
        site.divisions().flat_map(|(list, division)| {
            let first = usize::from(!division.has_groups());
            (first..division.portions.len()).map(move |place| Self { list, place })
        })
    }

    /// Whether there is such a portion.
    #[must_use]
    pub fn is_there(self, site: &Site) -> bool {
        let division = site.division(self.list);
        division.is_some_and(|division| self.place < division.portions.len())
    }

    /// Its division.
    #[must_use]
    pub fn division(self, site: &Site) -> &Division {
        site.division(self.list).expect("only a list that is divided has portions")
    }

    /// What its group is called, and which page of that group it is, from 1.
    #[must_use]
    pub fn name(self, site: &Site) -> (super::GroupName, usize) {
        let division = self.division(site);
        let siblings = division.siblings(self.place);
        (division.group_of(self.place).name, self.place - siblings.start + 1)
    }

    /// The first portion of its group, if this is another that has a page of its own.
    #[must_use]
    pub fn above(self, site: &Site) -> Option<Self> {
        let division = self.division(site);
        let first = division.siblings(self.place).start;
        let is_apart = division.has_groups() && first != self.place;
        is_apart.then_some(Self { place: first, ..self })
    }

    /// Its address, without the language.
    #[must_use]
    pub fn address(self, site: &Site) -> String {
        let mut address = self.list.folder(site);
        let (group, page) = self.name(site);
        let word = group.word(site);
        if !word.is_empty() {
            address.push_str(&word);
            address.push('/');
        }
        if page > 1 {
            // A number alone may be the name of a thing.
            address.push_str(&format!("page-{page}/"));
        }
        address
    }

    /// The portion at an address.
    #[must_use]
    pub fn at(address: &str, site: &Site) -> Option<Self> {
        let lists = site.divisions().filter(|(list, _)| address.starts_with(&list.folder(site)));
        let portions = lists.flat_map(|(list, division)| {
            (0..division.portions.len()).map(move |place| Self { list, place })
        });
        portions.into_iter().find(|portion| portion.address(site) == address)
    }

    /// Its address in a language.
    pub(in crate::programme) fn url(self, lens: &Lens<'_>) -> String {
        format!("{}{}", lens.site.prefix(lens.language), self.address(lens.site))
    }
}
