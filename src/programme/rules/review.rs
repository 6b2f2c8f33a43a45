//! Files that somebody should have looked through again.

use super::policy::before;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::site::Site;

/// A date of review that has passed, or a last review that is longer ago than the settings allow.
/// What is archived is not looked through any more.
pub(super) fn overdue(site: &Site) -> Vec<Diagnostic> {
    let due = site.review_after.map(|after| before(site.today, after));
    let kept = site.upkeep.iter().filter(|(file, _)| !site.upkeep.is_archived(file));
    kept.filter_map(|(file, upkeep)| {
        let owner = upkeep.owner.as_ref().map(|owner| owner.best(&site.language, &site.language).0);
        let whose = owner.map_or(String::new(), |owner| format!(" by `{owner}`"));
        let (field, message) = match (&upkeep.review_by, &upkeep.reviewed) {
            (Some(by), _) if by.is_past(site.today) => (
                "review_by",
                format!("this was to be looked through{whose} until `{}`", by.edtf()),
            ),
            (None, Some(last)) if last.latest().zip(due).is_some_and(|(last, due)| last < due) => {
                ("reviewed", format!("this was last looked through{whose} `{}`", last.edtf()))
            }
            _ => return None,
        };
        Some(
            Diagnostic::new(Code::ReviewOverdue, message)
                .at(Place::value(file, field))
                .help("look through it, and write today into `reviewed`, with a later `review_by` if there is one"),
        )
    })
    .collect()
}
