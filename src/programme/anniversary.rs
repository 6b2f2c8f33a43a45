//! Anniversaries: what has a round number of years within the coming twelve months.
//!
//! Only what is known to the month or the day has one: of a year alone nobody can say when it comes
//! round. An anniversary is round if its years are a multiple of five; the first is kept too.

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::city::links;
use super::collection::Id;
use super::lens::{DateView, Lens, LinkView};
use super::relationship::Relationship;
use super::site::Site;
use super::thing::Thing;
use crate::values::Date;
use crate::values::date::{Day, Shape, When};

/// A round number of years since something began.
#[derive(Debug, Clone)]
pub struct Anniversary {
    /// What began.
    pub of: Beginning,
    /// How many years it will be.
    pub years: u32,
    /// When it is: the next time that the day or month comes round, today and this month among them.
    pub date: Date,
}

/// What can have an anniversary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// The programme was founded.
    Programme,
    /// A relationship was established.
    Relationship(Id<Relationship>),
}

/// What has anniversaries, and when it began. What is over or never came to be has none.
pub fn beginnings(site: &Site) -> impl Iterator<Item = (Beginning, &Date)> {
    let founded = site.profile.founded.as_ref().map(|date| (Beginning::Programme, date));
    let alive = site.relationships.iter().filter(|(_, bond)| !bond.status(site.today).is_over());
    let established = alive
        .filter_map(|(id, bond)| Some((Beginning::Relationship(id), bond.established.as_ref()?)));
    // What has not begun does not come round.
    founded.into_iter().chain(established).filter(|(_, date)| !date.is_future(site.today))
}

/// The anniversaries of the coming twelve months, the earliest first.
pub(super) fn coming(site: &Site) -> Vec<Anniversary> {
    let today = site.today;
    let mut anniversaries: Vec<Anniversary> = beginnings(site)
        .filter_map(|(of, began)| {
            let (years, date) = next(began, today)?;
            (years % 5 == 0 || years == 1).then_some(Anniversary { of, years, date })
        })
        .collect();
    // Stable: what shares a date keeps the order of ids. A month comes before its days.
    anniversaries.sort_by_cached_key(|anniversary| anniversary.date.sort_key());
    anniversaries
}

/// The next time that a date comes round, and how many years it is then.
fn next(began: &Date, today: Day) -> Option<(u32, Date)> {
    let Shape::Single(point) = began.shape() else { return None };
    let first = point.when.earliest();
    let in_year = |year: i32| match point.when {
        When::Month(_, month) => {
            Date::parse(&format!("{year:04}-{month:02}")).ok().map(|date| (year, date))
        }
        When::Day(day) => {
            // The 29th of February is kept on the last day of the month.
            let day = Day::new(year, day.month(), day.day())
                .unwrap_or_else(|| When::Month(year, day.month()).latest());
            Date::parse(&day.to_string()).ok().map(|date| (year, date))
        }
        _ => None,
    };
    let is_exact = point.is_exact();
    let candidates = [today.year(), today.year() + 1].into_iter().filter_map(in_year);
    let (year, date) = candidates.filter(|_| is_exact).find(|(_, date)| !date.is_past(today))?;
    let years = u32::try_from(year - first.year()).ok()?;
    (years > 0).then_some((years, date))
}

/// An anniversary as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AnniversaryView {
    /// How many years it will be.
    pub years: u32,
    /// When it is, at the precision of what began.
    pub date: DateView,
    /// The cities that are bound; none for the programme itself.
    #[schemars(with = "Vec<LinkView>")]
    pub cities: Vec<Value>,
    /// The relationship, if it has a page of its own.
    pub relationship: Option<LinkView>,
    /// `sister`, `friendship` …; nothing for the programme itself.
    pub kind: Option<&'static str>,
    /// How the relationship stands today.
    pub status: Option<&'static str>,
    /// When it began.
    pub began: Option<DateView>,
}

impl AnniversaryView {
    /// What a template may see of an anniversary.
    #[must_use]
    pub fn new(anniversary: &Anniversary, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let (years, date) = (anniversary.years, lens.date(&anniversary.date));
        let Beginning::Relationship(id) = anniversary.of else {
            let began = site.profile.founded.as_ref().map(|date| lens.date(date));
            let (cities, relationship, kind, status) = (Vec::new(), None, None, None);
            return Self { years, date, cities, relationship, kind, status, began };
        };
        let bond = &site.relationships[id];
        let partners: Vec<_> =
            bond.parties.iter().copied().filter(|city| !site.is_home(*city)).collect();
        Self {
            years,
            date,
            cities: links(&partners, lens),
            relationship: bond.has_page.then(|| lens.link(Thing::Relationship(id))),
            kind: Some(bond.kind.as_str()),
            status: Some(bond.status(site.today).as_str()),
            began: bond.established.as_ref().map(|date| lens.date(date)),
        }
    }
}
