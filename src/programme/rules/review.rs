//! Files that somebody should have looked through again.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::site::Site;

/// A date of review that has passed. What is archived is not looked through any more.
pub(super) fn overdue(site: &Site) -> Vec<Diagnostic> {
    let kept = site.upkeep.iter().filter(|(file, _)| !site.upkeep.is_archived(file));
    kept.filter_map(|(file, upkeep)| {
        let review_by = upkeep.review_by.as_ref().filter(|date| date.is_past(site.today))?;
        let owner = upkeep.owner.as_ref().map(|owner| owner.best(&site.language, &site.language).0);
        let whose = owner.map_or(String::new(), |owner| format!(" by `{owner}`"));
        Some(
            Diagnostic::new(
                Code::ReviewOverdue,
                format!("this was to be looked through{whose} until `{}`", review_by.edtf()),
            )
            .at(Place::value(file, "review_by"))
            .help("look through it, then write today into `reviewed` and a later date here"),
        )
    })
    .collect()
}
