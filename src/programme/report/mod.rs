//! The programme's report to a council: how it stands today, what happened in a year, and what
//! falls due.
//!
//! Whatever the directory counts is counted as the directory counts it. What is not known well
//! enough is told apart, and never added up as if it were.

mod delegations;
mod due;
mod partners;
mod period;
mod sum;
mod year;

use serde::Serialize;

use super::anniversary::AnniversaryView;
use super::lens::{DateView, Lens, TextView};
use crate::values::Date;
pub use delegations::{DelegationEntry, DelegationsView};
pub use due::{AgreementEntry, DueView, ReviewEntry, TermEntry, VacancyEntry};
pub use partners::{PartnersView, Tally};
pub use sum::SumView;
pub use year::{ChangeEntry, DatedEntry, MeetingsEntry, YearView};

/// The version of the report's form as JSON. Fields may be added to it; none changes its meaning.
pub const VERSION: u32 = 1;

/// The report of a year.
#[derive(Debug, Serialize)]
pub struct ReportView {
    /// The version of this form.
    pub version: u32,
    /// What the programme is called.
    pub programme: TextView,
    /// The year of which it tells.
    pub year: i32,
    /// The day on which it is made: the state is that of this day.
    pub as_of: DateView,
    /// The partner cities, as the directory has them.
    pub partners: PartnersView,
    /// What happened in the year.
    pub happened: YearView,
    /// What falls due within a year of today, or should have been done.
    pub due: DueView,
    /// What has a round number of years within the coming twelve months.
    pub anniversaries: Vec<AnniversaryView>,
}

impl ReportView {
    /// The report of a year, as the site is today.
    #[must_use]
    pub fn new(year: i32, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let today = Date::parse(&site.today.to_string()).expect("a day is a date");
        Self {
            version: VERSION,
            programme: lens.words(&site.name),
            year,
            as_of: lens.date(&today),
            partners: PartnersView::new(lens),
            happened: YearView::new(year, lens),
            due: DueView::new(lens),
            anniversaries: site
                .anniversaries()
                .iter()
                .map(|anniversary| AnniversaryView::new(anniversary, lens))
                .collect(),
        }
    }
}
