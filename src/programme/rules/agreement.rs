//! Agreements whose term ends while the relationship goes on.

use super::policy::before;
use super::{name_of, place_in_documents};
use crate::diagnostic::{Code, Diagnostic};
use crate::programme::City;
use crate::programme::collection::Id;
use crate::programme::document::{Document, DocumentType};
use crate::programme::relationship::Status;
use crate::programme::site::Site;
use crate::values::Duration;
use crate::values::duration::Unit;

/// How long before the end of a term somebody should think of it.
const NOTICE: Duration = Duration { count: 1, unit: Unit::Year };

/// Says so of each agreement that ends.
pub(super) fn expiring(site: &Site) -> Vec<Diagnostic> {
    let told = agreements_that_end(site).into_iter().filter_map(|(id, city)| {
        let document = &site.documents[id];
        let until = document.until.as_ref()?;
        let (name, ends) =
            (name_of(city, site), if until.is_past(site.today) { "ended" } else { "ends" });
        let message = format!(
            "the agreement with {name} {ends} `{}`, and the relationship is active",
            until.edtf()
        );
        Some(
            Diagnostic::new(Code::AgreementExpires, message)
                .at(place_in_documents(document, "until"))
                .help("add the agreement that renews it, or say in the history what became of the relationship"),
        )
    });
    told.collect()
}

/// The agreements that have ended, or will within a year, and have no other after them, each with
/// a city with which the relationship goes on.
pub(in crate::programme) fn agreements_that_end(site: &Site) -> Vec<(Id<Document>, Id<City>)> {
    let mut ending = Vec::new();
    for (id, document) in site.documents.iter() {
        let Some(until) = &document.until else { continue };
        let is_near = until.latest().is_some_and(|last| before(last, NOTICE) <= site.today);
        if document.r#type != DocumentType::Agreement || document.archived || !is_near {
            continue;
        }
        let of_relationship =
            site.relationships.iter().filter(|(_, bond)| bond.agreement == Some(id));
        let cities = of_relationship.flat_map(|(_, bond)| bond.parties.iter());
        let mut cities: Vec<Id<City>> = document.cities.iter().chain(cities).copied().collect();
        cities.sort();
        cities.dedup();
        let goes_on = |city: &Id<City>| {
            let bond = site.principal_relationship(*city).map(|bond| &site.relationships[bond]);
            Some(*city) != site.home
                && bond.is_some_and(|bond| bond.status(site.today) == Status::Active)
                && !has_later(*city, document, site)
        };
        ending.extend(cities.into_iter().find(goes_on).map(|city| (id, city)));
    }
    ending
}

/// Whether another agreement with a city goes on for longer.
fn has_later(city: Id<City>, document: &Document, site: &Site) -> bool {
    let others = site.documents_of(city).iter().map(|id| &site.documents[*id]);
    let mut agreements = others.filter(|other| other.r#type == DocumentType::Agreement);
    let end = |document: &Document| document.until.as_ref().map(crate::values::Date::latest);
    agreements.any(|other| match (end(other), end(document)) {
        // An agreement without an end renews what was made before it.
        (None, _) => other
            .date
            .as_ref()
            .zip(document.date.as_ref())
            .is_none_or(|(later, earlier)| later.sort_key() > earlier.sort_key()),
        (Some(later), Some(earlier)) => later > earlier,
        (Some(_), None) => false,
    })
}
