//! Partners that nothing binds to the home city.

use super::name_of;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::site::Site;

/// Each city has a relationship.
pub(super) fn without_relationship(site: &Site) -> Vec<Diagnostic> {
    let cities = site.cities.iter().filter(|(id, _)| *id != site.home);
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
