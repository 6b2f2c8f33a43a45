//! What real programmes publish has its place: each structure and fact of the five documents that
//! the project started from is a row here, by its number, with the page on which a visitor finds it.
//!
//! The documents are Cambridge's overview (0), its page on Les Cayes (1), New Haven's site (2), the
//! guide (3) and the questions (4) of Sister Cities International; X rows are about several of them.

mod across;
mod guide;
mod les_cayes;
mod new_haven;
mod overview;
mod questions;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use crate::program::repository;
use crate::site_test::{Built, SiteTest, site, whole_site_in};

/// All rows, one list for each document.
const DOCUMENTS: [&[Row]; 6] =
    [overview::ROWS, les_cayes::ROWS, new_haven::ROWS, guide::ROWS, questions::ROWS, across::ROWS];

/// How many rows each document has.
const NUMBERS: [(&str, u32); 6] = [("0", 26), ("1", 29), ("2", 32), ("3", 19), ("4", 17), ("X", 4)];

/// A structure or a fact that one of the documents holds.
pub(super) struct Row {
    /// As in `0.7`: the document, and the place in its list.
    number: &'static str,
    /// What it is about.
    about: &'static str,
    /// Where it is found; each of these must hold.
    seen: &'static [Seen],
}

/// A way in which a row can be seen.
pub(super) enum Seen {
    /// A visitor of a page reads these texts, in this order.
    Read(Place, &'static [&'static str]),
    /// A visitor of a page reads this nowhere.
    Hidden(Place, &'static str),
    /// A page has a link to this address, as it is written there.
    Link(Place, &'static str),
    /// The HTML of a page, or another file, holds this: what only a machine reads.
    Held(Place, &'static str),
    /// It is deliberately a finding of this code: the fixture makes the mistake, and expects it.
    Finding(&'static str, &'static str),
    /// What a table cannot say.
    Proof(fn()),
}

/// A page of one of the three sites, by its address.
#[derive(Clone, Copy)]
pub(super) struct Place(Site, &'static str);

/// The three sites that are made of what the documents tell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    Cambridge,
    NewHaven,
    SisterCitiesInternational,
}

/// A page of the site of Cambridge, which is this repository's example.
pub(super) const fn cambridge(address: &'static str) -> Place {
    Place(Site::Cambridge, address)
}

/// A page of New Haven's site.
pub(super) const fn new_haven(address: &'static str) -> Place {
    Place(Site::NewHaven, address)
}

/// A page of the site of Sister Cities International.
pub(super) const fn international(address: &'static str) -> Place {
    Place(Site::SisterCitiesInternational, address)
}

impl Site {
    /// The site as its folder holds it, for a proof that changes it.
    pub(super) fn test(self) -> SiteTest {
        let folder = match self {
            Self::Cambridge => ".",
            Self::NewHaven => "tests/sites/new-haven",
            Self::SisterCitiesInternational => "tests/sites/sister-cities-international",
        };
        whole_site_in(&repository().join(folder))
    }

    /// The finished site. It is built once, and must be built without a warning.
    pub(super) fn built(self) -> &'static Built {
        static CAMBRIDGE: LazyLock<Built> = LazyLock::new(|| Site::Cambridge.test().builds());
        static NEW_HAVEN: LazyLock<Built> = LazyLock::new(|| Site::NewHaven.test().builds());
        static INTERNATIONAL: LazyLock<Built> =
            LazyLock::new(|| Site::SisterCitiesInternational.test().builds());
        match self {
            Self::Cambridge => &CAMBRIDGE,
            Self::NewHaven => &NEW_HAVEN,
            Self::SisterCitiesInternational => &INTERNATIONAL,
        }
    }
}

impl Seen {
    /// Fails if the row cannot be seen so.
    fn check(&self) {
        match self {
            Self::Read(Place(site, address), texts) => {
                site.built().page(address).shows_in_order(texts);
            }
            Self::Hidden(Place(site, address), text) => {
                site.built().page(address).hides(text);
            }
            Self::Link(Place(site, address), target) => {
                let links = site.built().page(address).attributes("href");
                assert!(
                    links.contains(target),
                    "`/{address}` has no link to `{target}`: {links:?}"
                );
            }
            Self::Held(Place(site, path), text) => {
                let path = if path.is_empty() || path.ends_with('/') {
                    format!("{path}index.html")
                } else {
                    (*path).to_owned()
                };
                let file = site.built().file(&path);
                assert!(file.contains(text), "`{path}` does not hold `{text}`");
            }
            Self::Finding(code, fixture) => {
                let expected = format!("[{code}]: ");
                assert!(fixture.contains(&expected), "the fixture expects no `{code}`: {fixture}");
                site(fixture).reports();
            }
            Self::Proof(proof) => proof(),
        }
    }
}

/// Checks all rows of a document, and tells of each that fails.
#[track_caller]
fn check(rows: &[Row]) {
    let failed = rows.iter().filter_map(|row| {
        let seen = AssertUnwindSafe(|| row.seen.iter().for_each(Seen::check));
        let panic = catch_unwind(seen).err()?;
        let reason = panic.downcast_ref::<String>().map_or("", String::as_str);
        let reason = reason.trim_start().lines().next().unwrap_or_default();
        Some(format!("\n{} {}: {reason}", row.number, row.about))
    });
    let failed: String = failed.collect();
    assert!(failed.is_empty(), "these rows are not seen, for the reasons above:{failed}");
}

#[test]
fn the_overview_of_cambridge_is_seen() {
    check(overview::ROWS);
}

#[test]
fn the_page_on_les_cayes_is_seen() {
    check(les_cayes::ROWS);
}

#[test]
fn the_site_of_new_haven_is_seen() {
    check(new_haven::ROWS);
}

#[test]
fn the_guide_is_seen() {
    check(guide::ROWS);
}

#[test]
fn the_questions_are_seen() {
    check(questions::ROWS);
}

#[test]
fn what_is_across_the_documents_is_seen() {
    check(across::ROWS);
}

#[test]
fn each_row_stands_in_its_place_once_and_looks_at_something() {
    for rows in DOCUMENTS {
        let places: Vec<(&str, u32)> = rows.iter().map(|row| place(row.number)).collect();
        assert!(places.is_sorted_by(|one, next| one.0 == next.0 && one.1 < next.1), "{places:?}");
        for row in rows {
            assert!(!row.seen.is_empty(), "{} {} looks at nothing", row.number, row.about);
        }
    }
}

#[test]
fn no_row_is_missing() {
    let there: Vec<(&str, u32)> =
        DOCUMENTS.into_iter().flatten().map(|row| place(row.number)).collect();
    let all =
        NUMBERS.iter().flat_map(|(document, last)| (1..=*last).map(|place| (*document, place)));
    let missing: Vec<_> = all.clone().filter(|row| !there.contains(row)).collect();
    assert!(missing.is_empty(), "these rows are missing: {missing:?}");
    assert_eq!(there.len(), all.count(), "there are rows that no document has");
}

/// The document of a row, and its place in that document's list.
fn place(number: &str) -> (&str, u32) {
    let (document, place) = number.split_once('.').unwrap_or_else(|| number.split_at(1));
    (document, place.parse().unwrap_or_else(|_| panic!("`{number}` is no number of a row")))
}
