//! Common sense: what is well-formed and still cannot be meant.

use super::site::Site;
use crate::diagnostic::{Code, Diagnostic, Place};

/// Judges the programme as a whole.
pub(super) fn judge(site: &Site) -> Vec<Diagnostic> {
    partners_without_relationship(site).collect()
}

fn partners_without_relationship(site: &Site) -> impl Iterator<Item = Diagnostic> + '_ {
    let cities = site.cities.iter().filter(|(id, _)| *id != site.home);
    cities.filter(|(id, _)| site.relationships_of(*id).is_empty()).map(|(_, city)| {
        let name = city.name.best(&site.language, &site.language).0;
        Diagnostic::new(
            Code::NoRelationship,
            format!("nothing says what binds {name} to the home city"),
        )
        .at(Place::file(&city.file))
        .help("add `relationship:` with its kind, its status and when it was established")
    })
}
