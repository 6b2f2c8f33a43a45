//! A long list as a template sees it: its groups, its pages, the way from one to the next.

use schemars::JsonSchema;
use serde::Serialize;

use super::portion::Portion;
use super::{Division, Listing, MOST};
use crate::programme::lens::{Lens, TextView};

/// So many pages before and after this one are named, beside the first and the last.
const NEAR: usize = 2;

/// What a page of a long list is among the others.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PortionsView {
    /// The groups of the list, each with pages of its own; none where the list is one row.
    pub groups: Vec<PortionGroupView>,
    /// The pages of this group, or of the row: the first, the last, and those near this one. None
    /// where there is one, and where this page shows no entries.
    pub pages: Vec<PortionPageView>,
    /// The number of the first entry here, among those of the group or row; 0 where there is none here.
    pub first: usize,
    /// The number of the last entry here.
    pub last: usize,
    /// How many entries the group or row has.
    pub total: usize,
    /// The address of the page before.
    pub previous: Option<String>,
    /// The address of the page after.
    pub next: Option<String>,
}

/// A group of a long list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PortionGroupView {
    /// What it is called; else `message` is the key of a string.
    pub label: Option<TextView>,
    /// The key of the string that names it.
    pub message: Option<String>,
    /// The address of its first page.
    pub url: String,
    /// How many entries it has.
    pub count: usize,
    /// Whether this page belongs to it.
    pub current: bool,
}

/// A page of a long list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PortionPageView {
    /// Its number.
    pub number: usize,
    /// Its address.
    pub url: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether pages before it are left out.
    pub gap: bool,
}

impl PortionsView {
    /// A page of a list, which shows the portion at a place or, without, what the list's own page
    /// shows; nothing, if all is on one page.
    #[must_use]
    pub fn new(list: Listing, place: Option<usize>, lens: &Lens<'_>) -> Option<Self> {
        let division = lens.site.division(list)?;
        let has_groups = division.has_groups();
        let groups = if has_groups { groups(list, division, place, lens) } else { Vec::new() };
        let Some(place) = place.or_else(|| (!has_groups).then_some(0)) else {
            return Some(Self {
                groups,
                pages: Vec::new(),
                first: 0,
                last: 0,
                total: division.total(),
                previous: None,
                next: None,
            });
        };
        let url = |place: usize| address(list, place, lens);
        let siblings = division.siblings(place);
        let whole = if list.is_read_on() { 0..division.portions.len() } else { siblings.clone() };
        let (_, total) = division.group(place);
        let page = place - siblings.start + 1;
        let row = Self::page(page, MOST, total, |page| url(siblings.start + page - 1));
        Some(Self {
            groups,
            previous: (place > whole.start).then(|| url(place - 1)),
            next: (place + 1 < whole.end).then(|| url(place + 1)),
            ..row
        })
    }

    /// A page of a row of entries, `length` on each; nothing, where one page has all, or this has none. `url` is the
    /// address of a page by its number.
    #[must_use]
    pub fn of_row(
        page: usize,
        length: usize,
        total: usize,
        url: impl Fn(usize) -> String,
    ) -> Option<Self> {
        let has_entries = (page - 1) * length < total;
        (total > length && has_entries).then(|| Self::page(page, length, total, url))
    }

    fn page(page: usize, length: usize, total: usize, url: impl Fn(usize) -> String) -> Self {
        let count = total.div_ceil(length);
        let mut pages: Vec<PortionPageView> = Vec::new();
        for number in 1..=count {
            if number == 1 || number == count || number.abs_diff(page) <= NEAR {
                let gap = pages.last().is_some_and(|page| page.number + 1 < number);
                pages.push(PortionPageView {
                    number,
                    url: url(number),
                    current: number == page,
                    gap,
                });
            }
        }
        if count < 2 {
            pages.clear();
        }
        Self {
            groups: Vec::new(),
            pages,
            first: (page - 1) * length + 1,
            last: total.min(page * length),
            total,
            previous: (page > 1).then(|| url(page - 1)),
            next: (page < count).then(|| url(page + 1)),
        }
    }
}

/// The address of a portion: the first of a row is the list's own page.
fn address(list: Listing, place: usize, lens: &Lens<'_>) -> String {
    Portion { list, place }.url(lens)
}

fn groups(
    list: Listing,
    division: &Division,
    place: Option<usize>,
    lens: &Lens<'_>,
) -> Vec<PortionGroupView> {
    let current = place.map(|place| division.siblings(place).start);
    let groups = division.groups_for_readers(list, lens).into_iter();
    groups
        .map(|(name, count, first)| PortionGroupView {
            label: name.label(lens),
            message: name.message(),
            url: address(list, first, lens),
            count,
            current: current == Some(first),
        })
        .collect()
}
