//! Lists that are too long for one page: in which groups they fall, and what stands on which page.
//!
//! Nothing here depends on a language, so that a page is about the same things in all of them.

mod group;
mod listing;
mod portion;
mod shown;
mod view;

use std::collections::BTreeMap;
use std::ops::Range;

use super::directory::Grouping;
use super::index::sort_key;
use super::lens::Lens;
use super::site::Site;
pub use group::GroupName;
pub use listing::Listing;
pub use portion::Portion;
pub use shown::Shown;
pub use view::{PortionGroupView, PortionPageView, PortionsView};

/// Up to so many entries stand on one page. What a small programme has is seen as a whole, with nothing
/// to turn; of more than this nobody reads all, and a page of the timeline already has some 100 kB.
pub const MOST: usize = 200;

/// The latest of what is in the order of dates: as much as there is room for beside other things.
pub(super) fn latest<T>(dated: &[T]) -> &[T] {
    &dated[dated.len().saturating_sub(MOST)..]
}

/// All lists that are too long for one page.
#[derive(Debug, Default)]
pub(super) struct Divisions(BTreeMap<Listing, Division>);

/// How a list is divided.
#[derive(Debug, Default)]
pub struct Division {
    groups: Vec<Group>,
    /// The entries, group by group: the places of cities and other things in their collections, or of
    /// occasions among all.
    order: Vec<u32>,
    portions: Vec<Part>,
    /// Of a row, where each entry stands in the order.
    places: Vec<u32>,
}

/// Entries that belong together.
#[derive(Debug)]
struct Group {
    name: GroupName,
    /// Which of the entries they are.
    entries: Range<usize>,
    /// Its first portion.
    first: usize,
}

/// What stands on one page.
#[derive(Debug)]
struct Part {
    group: usize,
    entries: Range<usize>,
}

impl Divisions {
    /// Divides all lists that are too long.
    pub(super) fn of(site: &Site) -> Self {
        let lists = Listing::all(site);
        Self(lists.filter_map(|list| Some((list, list.division(site)?))).collect())
    }

    pub(super) fn get(&self, list: Listing) -> Option<&Division> {
        self.0.get(&list)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Listing, &Division)> {
        self.0.iter().map(|(list, division)| (*list, division))
    }
}

impl Division {
    /// Entries in groups, if they are too many for one page. A group that is too long itself takes several.
    fn of(entries: BTreeMap<GroupName, Vec<u32>>) -> Option<Self> {
        if entries.values().map(Vec::len).sum::<usize>() <= MOST {
            return None;
        }
        let mut division = Self::default();
        for (group, (name, entries)) in entries.into_iter().enumerate() {
            let start = division.order.len();
            let first = division.portions.len();
            division.order.extend(entries);
            let end = division.order.len();
            division.groups.push(Group { name, entries: start..end, first });
            let parts = (start..end).step_by(MOST);
            let part = |start: usize| Part { group, entries: start..end.min(start + MOST) };
            division.portions.extend(parts.map(part));
        }
        Some(division)
    }

    /// Entries in a row.
    fn row(entries: impl IntoIterator<Item = usize>) -> Option<Self> {
        let entries: Vec<u32> = entries.into_iter().map(|entry| entry as u32).collect();
        let mut places = vec![0; entries.iter().max().map_or(0, |last| *last as usize + 1)];
        for (place, entry) in (0..).zip(&entries) {
            places[*entry as usize] = place;
        }
        let division = Self::of(BTreeMap::from([(GroupName::Whole, entries)]))?;
        Some(Self { places, ..division })
    }

    /// Whether there are groups; otherwise the list's own page is the first portion.
    #[must_use]
    pub fn has_groups(&self) -> bool {
        self.groups.iter().any(|group| group.name != GroupName::Whole)
    }

    /// The entries of a portion, by its place.
    #[must_use]
    pub fn entries(&self, portion: usize) -> &[u32] {
        &self.order[self.portions[portion].entries.clone()]
    }

    /// All entries, group by group.
    #[must_use]
    pub fn order(&self) -> &[u32] {
        &self.order
    }

    /// How many entries there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.order.len()
    }

    /// The groups, each with how many entries it has and its first portion.
    pub fn groups(&self) -> impl Iterator<Item = (GroupName, usize, usize)> {
        self.groups.iter().map(|group| (group.name, group.entries.len(), group.first))
    }

    /// The same in the order in which readers look for them: that of countries is the one of their
    /// names in a language.
    pub(super) fn groups_for_readers(
        &self,
        list: Listing,
        lens: &Lens<'_>,
    ) -> Vec<(GroupName, usize, usize)> {
        let mut groups: Vec<_> = self.groups().collect();
        if list == Listing::Directory(Grouping::Country) {
            groups.sort_by_cached_key(|(name, ..)| name.label(lens).map(|it| sort_key(&it.text)));
        }
        groups
    }

    /// The group of a portion, and how many entries it has.
    #[must_use]
    pub fn group(&self, portion: usize) -> (GroupName, usize) {
        let group = self.group_of(portion);
        (group.name, group.entries.len())
    }

    /// The portion of what stands at a place in the order.
    #[must_use]
    pub fn portion_of(&self, place: usize) -> usize {
        self.portions.partition_point(|part| part.entries.end <= place)
    }

    /// The portion in which an entry of a row stands.
    pub(super) fn portion_of_entry(&self, entry: usize) -> usize {
        self.portion_of(self.places[entry] as usize)
    }

    fn group_of(&self, portion: usize) -> &Group {
        &self.groups[self.portions[portion].group]
    }

    /// The portions of the group of a portion.
    fn siblings(&self, portion: usize) -> Range<usize> {
        let group = self.group_of(portion);
        group.first..group.first + group.entries.len().div_ceil(MOST)
    }
}
