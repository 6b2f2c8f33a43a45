//! Different reasons for one change.

use super::place_in;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::relationship::Status;
use crate::programme::site::Site;
use crate::values::Words;

/// A change for the worse and the event that tells of it give the same reasons, if both give any.
/// (What an order or a vote was caused by is another question than why a relationship began.)
pub(super) fn in_two_records(site: &Site) -> Vec<Diagnostic> {
    let own = |words: &Words| words.best(&site.language, &site.language).0.to_owned();
    let mut diagnostics = Vec::new();
    for (_, relationship) in site.relationships.iter() {
        for (number, change) in relationship.history.iter().enumerate() {
            if matches!(change.to, Status::Proposed | Status::Developing | Status::Active) {
                continue;
            }
            let Some(event) = change.event.map(|event| &site.events[event]) else { continue };
            let ours: Vec<String> = change.because.iter().map(own).collect();
            let theirs: Vec<String> = event.causes.iter().map(own).collect();
            let Some(difference) = difference(&ours, &theirs) else { continue };
            diagnostics.push(
                Diagnostic::new(
                    Code::CausesDisagree,
                    format!("this record and the event give different reasons: {difference}"),
                )
                .at(place_in(relationship, &format!("history[{number}].because")))
                .related(Place::value(&event.file, "causes"), "the reasons that the event gives")
                .help("write the same reasons in both, or only in one of them"),
            );
        }
    }
    diagnostics
}

/// What only one of two lists of reasons holds, if both hold any and they differ.
pub(in crate::programme) fn difference(ours: &[String], theirs: &[String]) -> Option<String> {
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    let only = |some: &[String], others: &[String]| {
        let missing = some.iter().filter(|cause| !others.iter().any(|other| alike(cause, other)));
        missing.map(|cause| format!("`{cause}`")).collect::<Vec<_>>()
    };
    let (here, there) = (only(ours, theirs), only(theirs, ours));
    match (here.is_empty(), there.is_empty()) {
        (true, true) => None,
        (false, true) => Some(format!("only the first names {}", here.join(", "))),
        (true, false) => Some(format!("only the second names {}", there.join(", "))),
        (false, false) => Some(format!("{} and {}", here.join(", "), there.join(", "))),
    }
}

/// Whether two reasons share a word that says something: "the pandemic" and "COVID-19 pandemic".
fn alike(ours: &str, theirs: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
    };
    let theirs = words(theirs);
    words(ours).iter().any(|word| theirs.contains(word))
}
