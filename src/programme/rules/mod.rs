//! Common sense: what is well-formed and still cannot be meant. One file for each rule.

mod agreement;
mod cause;
mod date;
mod history;
mod partner;
mod picture;
mod policy;
mod question;
mod review;
mod term;

pub(super) use agreement::agreements_that_end;
pub(super) use cause::difference;
pub(super) use date::agree;
pub(super) use policy::before;
pub(super) use review::files_to_review;

use super::collection::Id;
use super::document::Document;
use super::kind::Kind;
use super::list::list_file;
use super::relationship::Relationship;
use super::site::Site;
use crate::diagnostic::{Diagnostic, Place};

/// Looks at the facts, and says what is wrong with them.
type Rule = fn(&Site) -> Vec<Diagnostic>;

const RULES: &[Rule] = &[
    partner::without_relationship,
    partner::of_pair,
    history::odd,
    date::of_establishment,
    date::of_events,
    date::of_pauses,
    date::of_decisions,
    term::ended,
    cause::in_two_records,
    review::overdue,
    agreement::expiring,
    picture::without_credit,
    question::repeated,
    policy::one_partner_per_country,
    policy::agreement_on_file,
    policy::dues_paid,
    policy::no_other_partner,
    policy::review_interval,
    policy::criteria_met,
];

/// Judges the programme as a whole.
pub(super) fn judge(site: &Site) -> Vec<Diagnostic> {
    RULES.iter().flat_map(|rule| rule(site)).collect()
}

/// A field of a relationship, in the file that tells of it.
pub(super) fn place_in(relationship: &Relationship, field: &str) -> Place {
    let prefix = if relationship.has_page { "" } else { "relationship." };
    Place::value(&relationship.file, format!("{prefix}{field}"))
}

/// A field of a document, in the list of all of them.
fn place_in_documents(document: &Document, field: &str) -> Place {
    Place::value(&list_file(Kind::Document), format!("{}.{field}", document.field))
}

/// A city's name in the site's own language.
pub(super) fn name_of(city: Id<super::City>, site: &Site) -> &str {
    site.cities[city].name.best(&site.language, &site.language).0
}
