//! Files that somebody should have looked through again.

use super::policy::before;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::programme::site::Site;
use crate::programme::upkeep::Upkeep;
use crate::values::{Date, SourcePath};

/// Files whose date of review has passed, or whose last review is longer ago than the settings allow,
/// in the order of paths. What is archived is not looked through any more.
pub(in crate::programme) fn files_to_review(
    site: &Site,
) -> impl Iterator<Item = (&SourcePath, &Upkeep)> {
    let due = site.review_after.map(|after| before(site.today, after));
    let kept = site.upkeep.iter().filter(|(file, _)| !site.upkeep.is_archived(file));
    kept.filter(move |(_, upkeep)| match (&upkeep.review_by, &upkeep.reviewed) {
        (Some(by), _) => by.is_past(site.today),
        (None, Some(last)) => last.latest().zip(due).is_some_and(|(last, due)| last < due),
        (None, None) => false,
    })
}

/// Says so of each of them.
pub(super) fn overdue(site: &Site) -> Vec<Diagnostic> {
    let told = files_to_review(site).map(|(file, upkeep)| {
        let owner = upkeep.owner.as_ref().map(|owner| owner.best(&site.language, &site.language).0);
        let whose = owner.map_or(String::new(), |owner| format!(" by `{owner}`"));
        let edtf = |date: &Option<Date>| {
            date.as_ref().map(Date::edtf).unwrap_or_default().to_owned()
        };
        let (field, message) = match &upkeep.review_by {
            Some(by) => (
                "review_by",
                format!("this was to be looked through{whose} until `{}`", by.edtf()),
            ),
            None => (
                "reviewed",
                format!("this was last looked through{whose} `{}`", edtf(&upkeep.reviewed)),
            ),
        };
        Diagnostic::new(Code::ReviewOverdue, message)
            .at(Place::value(file, field))
            .help("look through it, and write today into `reviewed`, with a later `review_by` if there is one")
    });
    told.collect()
}
