//! The partner cities by status and by country: the same numbers as the directory's.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::programme::directive::Filter;
use crate::programme::directory::{DirectoryView, GroupView, Grouping};
use crate::programme::lens::{Lens, TextView};
use crate::programme::relationship::Status;

/// The partner cities, counted.
#[derive(Debug, Serialize)]
pub struct PartnersView {
    /// How many there are.
    pub total: usize,
    /// How many countries they lie in.
    pub countries: usize,
    /// By the statuses under which the directory lists them; they add up to `total`.
    pub by_status: Vec<Tally>,
    /// By country; they add up to `total`.
    pub by_country: Vec<Tally>,
}

/// How many there are of something.
#[derive(Debug, Serialize)]
pub struct Tally {
    /// `active`, `delegation-out` …, or made from the name.
    pub id: String,
    /// What it is called; nothing for statuses and kinds, whose names are strings of the theme.
    pub label: Option<TextView>,
    /// How many.
    pub count: usize,
    /// Those among them whose own status is another than that of the group: the paused ones, where
    /// the directory lists them with the active ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of_them: Vec<Tally>,
}

impl PartnersView {
    pub(super) fn new(lens: &Lens<'_>) -> Self {
        let directory = |grouping| DirectoryView::new(grouping, &Filter::default(), lens);
        let by_status = directory(Grouping::Status);
        let apart = listed_otherwise(lens);
        let tally = |group: GroupView| {
            let of_them = apart.iter().filter(|((of, _), _)| of.as_str() == group.id);
            let of_them = of_them.map(|((_, status), count)| Tally {
                id: status.as_str().to_owned(),
                label: None,
                count: *count,
                of_them: Vec::new(),
            });
            let of_them = of_them.collect();
            Tally { id: group.id, label: group.label, count: group.count, of_them }
        };
        let tallies = |groups: Vec<GroupView>| groups.into_iter().map(&tally).collect();
        Self {
            total: by_status.total,
            countries: by_status.countries,
            by_status: tallies(by_status.groups),
            by_country: tallies(directory(Grouping::Country).groups),
        }
    }
}

/// How many cities the directory lists under another status than their own, by both.
fn listed_otherwise(lens: &Lens<'_>) -> BTreeMap<(Status, Status), usize> {
    let site = lens.site;
    let bonds = site.partners().iter().filter_map(|city| site.principal_relationship(*city));
    let mut counts = BTreeMap::new();
    for status in bonds.map(|bond| site.relationships[bond].status(site.today)) {
        let group = site.group(status);
        if group != status {
            *counts.entry((group, status)).or_insert(0) += 1;
        }
    }
    counts
}
