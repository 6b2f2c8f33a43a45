//! Which partners there are: each bound to the home city, and in a pair only one.

use super::name_of;
use crate::config::{SITE_FILE, Shape};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::site::Site;
use crate::values::SourcePath;

/// Each partner has a relationship.
pub(super) fn without_relationship(site: &Site) -> Vec<Diagnostic> {
    // A register may list cities that are still looking for one another.
    let Some(home) = site.home else { return Vec::new() };
    let cities = site.cities.iter().filter(|(id, _)| *id != home);
    let alone = cities.filter(|(id, _)| site.relationships_of(*id).is_empty());
    alone
        .map(|(id, city)| {
            Diagnostic::new(
                Code::NoRelationship,
                format!("nothing says what binds {} to the home city", name_of(id, site)),
            )
            .at(Place::file(&city.file))
            .help("add `relationship:` with its kind, its status and when it was established")
        })
        .collect()
}

/// A pair has one partner.
pub(super) fn of_pair(site: &Site) -> Vec<Diagnostic> {
    if site.shape != Shape::Pair || site.pair().is_some() {
        return Vec::new();
    }
    let file = SourcePath::new(SITE_FILE).expect("the path is well-formed");
    let count = site.partners().len();
    let message = format!("a pair has one partner, and here there are {count}");
    let help =
        "add the file of the partner, or take out `shape`: then the site is made as that of a hub";
    vec![Diagnostic::new(Code::NotAPair, message).at(Place::value(&file, "shape")).help(help)]
}
