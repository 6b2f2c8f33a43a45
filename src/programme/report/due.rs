//! What falls due: agreements and terms that end, seats that nobody has, reviews.
//!
//! What the rules say of agreements and reviews and what the report lists is found by the same
//! functions, so that `check` and the report agree.

use serde::Serialize;

use crate::programme::lens::{DateView, Lens, LinkView, TextView};
use crate::programme::rules::{agreements_that_end, before, files_to_review};
use crate::programme::thing::Thing;
use crate::values::Duration;
use crate::values::duration::Unit;

/// How long before the end of a term it is listed.
const NOTICE: Duration = Duration { count: 1, unit: Unit::Year };

/// What falls due within a year, or should have been done.
#[derive(Debug, Serialize)]
pub struct DueView {
    /// Agreements that end or have ended while the relationship goes on.
    pub agreements: Vec<AgreementEntry>,
    /// Terms of members that end.
    pub terms: Vec<TermEntry>,
    /// Seats that nobody has.
    pub vacancies: Vec<VacancyEntry>,
    /// Files that should have been looked through again.
    pub reviews: Vec<ReviewEntry>,
}

/// An agreement that ends.
#[derive(Debug, Serialize)]
pub struct AgreementEntry {
    /// What it is called, and where it is listed.
    pub title: LinkView,
    /// The city with which the relationship goes on.
    pub city: LinkView,
    /// When it ends.
    pub until: DateView,
    /// Whether that is past.
    pub ended: bool,
}

/// A term that ends.
#[derive(Debug, Serialize)]
pub struct TermEntry {
    /// The committee.
    pub committee: LinkView,
    /// Whose it is.
    pub name: String,
    /// What the person is in the committee.
    pub role: Option<TextView>,
    /// When it ends.
    pub until: DateView,
}

/// The vacant seats of a committee.
#[derive(Debug, Serialize)]
pub struct VacancyEntry {
    /// The committee.
    pub committee: LinkView,
    /// How many seats.
    pub count: u32,
}

/// A file that should have been looked through again.
#[derive(Debug, Serialize)]
pub struct ReviewEntry {
    /// Its path in the site's folder.
    pub file: String,
    /// Who looks after it.
    pub owner: Option<TextView>,
    /// When it was last looked through.
    pub reviewed: Option<DateView>,
    /// When it should have been, where that is laid down.
    pub review_by: Option<DateView>,
}

impl DueView {
    pub(super) fn new(lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let agreements = agreements_that_end(site).into_iter().filter_map(|(id, city)| {
            let until = site.documents[id].until.as_ref()?;
            Some(AgreementEntry {
                title: lens.link(Thing::Document(id)),
                city: lens.link(Thing::City(city)),
                until: lens.date(until),
                ended: until.is_past(site.today),
            })
        });
        let reviews = files_to_review(site).map(|(file, upkeep)| ReviewEntry {
            file: file.to_string(),
            owner: upkeep.owner.as_ref().map(|owner| lens.words(owner)),
            reviewed: upkeep.reviewed.as_ref().map(|date| lens.date(date)),
            review_by: upkeep.review_by.as_ref().map(|date| lens.date(date)),
        });
        Self {
            agreements: agreements.collect(),
            terms: terms(lens),
            vacancies: vacancies(lens),
            reviews: reviews.collect(),
        }
    }
}

fn terms(lens: &Lens<'_>) -> Vec<TermEntry> {
    let site = lens.site;
    let mut terms = Vec::new();
    for (id, committee) in site.committees.iter() {
        if committee.is_dissolved(site.today) {
            continue;
        }
        for member in &committee.members {
            let (Some(name), Some(to)) = (&member.name, &member.to) else { continue };
            let is_near = to.latest().is_some_and(|last| before(last, NOTICE) <= site.today);
            if is_near && !member.is_former(site.today) {
                let entry = TermEntry {
                    committee: lens.link(Thing::Committee(id)),
                    name: name.clone(),
                    role: member.role.as_ref().map(|role| lens.words(role)),
                    until: lens.date(to),
                };
                terms.push((to, entry));
            }
        }
    }
    terms.sort_by_cached_key(|(to, _)| to.sort_key());
    terms.into_iter().map(|(_, entry)| entry).collect()
}

fn vacancies(lens: &Lens<'_>) -> Vec<VacancyEntry> {
    let committees = lens.site.committees.iter();
    let counted = committees.map(|(id, committee)| VacancyEntry {
        committee: lens.link(Thing::Committee(id)),
        count: committee.all_vacancies(lens.site.today),
    });
    counted.filter(|entry| entry.count > 0).collect()
}
