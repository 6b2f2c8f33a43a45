//! What the documents say together.

use std::collections::{BTreeMap, BTreeSet};

use jumelage::values::Route;

use super::Seen::{Finding, Held, Hidden, Link, Proof, Read};
use super::{DOCUMENTS, Place, Row, Site, cambridge, new_haven};
use crate::site_test::{Built, Page, followed};

pub(super) const ROWS: &[Row] = &[
    Row {
        number: "X1",
        about: "the overview's list leads to the page on Les Cayes, on one site",
        seen: &[
            Read(cambridge("cities/"), &["Les Cayes Haiti established May 2014 Paused since 2019"]),
            Link(cambridge("cities/"), "../cities/les-cayes/"),
        ],
    },
    Row {
        number: "X2",
        about: "one question, answered by two sources in their own ways, side by side",
        seen: &[
            Read(
                new_haven("faq/sister-cities/"),
                &[
                    "Often it does not.",
                    "Website of New Haven Sister Cities",
                    "Another answer",
                    "a friendship city is the less formal of the two",
                    "Website of Sister Cities International",
                ],
            ),
            Finding("repeated-question", ASKED_TWICE),
        ],
    },
    Row {
        number: "X3",
        about: "all three sites are built without a warning",
        seen: &[Proof(all_sites_are_built)],
    },
    Row {
        number: "X4",
        about: "whatever a row looks at can be found",
        seen: &[Proof(every_page_of_a_row_is_found)],
    },
];

/// Two groups that ask the same and do not know of each other.
const ASKED_TWICE: &str = "
//- content/faq/ours.md
---
title: Ours
---
## What is a friendship city? {#friendship}
Nearly a sister city.
//- content/faq/theirs.md
//! warning[repeated-question]: `What Is a Friendship City?` is asked twice
---
title: Theirs
---
## What Is a Friendship City? {#friendship}
Less than a sister city.
";

/// What is planted in the documents is found by the rows that are findings; their sites have none.
fn all_sites_are_built() {
    for site in [Site::Cambridge, Site::NewHaven, Site::SisterCitiesInternational] {
        assert!(site.built().pages().count() > 10);
    }
}

/// Each page that a row looks at is in the map of its site for search engines, and a visitor comes
/// to it from the home page by links.
fn every_page_of_a_row_is_found() {
    let sites = [Site::Cambridge, Site::NewHaven, Site::SisterCitiesInternational]
        .map(|site| (site, reached(site.built())));
    for Place(site, address) in DOCUMENTS.into_iter().flatten().flat_map(places) {
        let reached = sites.iter().find(|(one, _)| *one == site).map(|(_, reached)| reached);
        let page = Route::new(address).output_path();
        assert!(
            reached.is_some_and(|reached| reached.contains(page.as_str())),
            "no link leads to `/{address}`"
        );
        let map = site.built().file("sitemap.xml");
        assert!(map.contains(&format!("/{address}</loc>")), "`/{address}` is not in the sitemap");
    }
}

/// The pages that a row looks at.
fn places(row: &Row) -> impl Iterator<Item = Place> {
    row.seen.iter().filter_map(|seen| match seen {
        Read(place, _) | Hidden(place, _) | Link(place, _) | Held(place, _) => Some(*place),
        Finding(..) | Proof(_) => None,
    })
}

/// The pages of a site to which a visitor comes from its home page by links.
fn reached(built: &Built) -> BTreeSet<String> {
    let mut pages: BTreeMap<&str, Page<'_>> =
        built.pages().map(|page| (page.address(), page)).collect();
    let mut reached = BTreeSet::new();
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(path) = waiting.pop() {
        let Some(page) = pages.remove(path.as_str()) else { continue };
        let links = page.attributes("href").into_iter().filter(|link| !link.contains(':'));
        waiting.extend(links.map(|link| followed(&path, link)));
        reached.insert(path);
    }
    reached
}
