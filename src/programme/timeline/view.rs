//! A timeline as a template sees it: its years, and the picture of all of them.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::choice::Choice;
use super::entry::TimelineEntry;
use super::mark::Mark;
use super::overview::{OverviewView, anchor};
use super::{Occasion, What};
use crate::programme::city::City;
use crate::programme::collection::Id;
use crate::programme::lens::Lens;
use crate::programme::relationship::Relationship;
use crate::values::Date;
use crate::values::date::{Shape, When};

/// More years than this are reached by their decades.
const MANY_YEARS: usize = 15;

/// A timeline.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TimelineView {
    /// How many entries it has.
    pub count: usize,
    /// The years that have entries.
    pub years: Vec<TimelineYear>,
    /// All years at a glance, where it is long.
    pub overview: Option<OverviewView>,
    /// Where each decade begins, where there are many years.
    pub decades: Vec<DecadeView>,
    /// The marks of its entries, each once.
    pub marks: Vec<&'static str>,
}

/// The occasions of one year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TimelineYear {
    /// Its anchor.
    pub id: String,
    /// The year as it is printed; nothing for what has no date.
    pub label: Option<String>,
    /// The occasions, shared with other pages.
    #[schemars(with = "Vec<TimelineEntry>")]
    pub entries: Vec<Value>,
}

/// Where a decade begins.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DecadeView {
    /// The anchor of its first year that has entries.
    pub id: String,
    /// The decade as it is printed.
    pub label: String,
}

/// What happened: in one city, or everywhere.
pub(in crate::programme) fn of_city(city: Option<Id<City>>, lens: &Lens<'_>) -> Value {
    match city {
        Some(city) => view(places(lens.site.occasions_of(city)), lens),
        None => view(0..lens.site.occasions().len(), lens),
    }
}

/// What a choice leaves of it.
pub(in crate::programme) fn chosen(choice: Choice, lens: &Lens<'_>) -> Value {
    view(places(choice.occasions(lens.site)), lens)
}

/// What is told of a relationship, and the events of all its parties together.
pub(in crate::programme) fn of_relationship(
    relationship: Id<Relationship>,
    lens: &Lens<'_>,
) -> Value {
    let site = lens.site;
    let data = &site.relationships[relationship];
    let partners = data.parties.iter().filter(|city| !site.is_home(**city));
    let named = data.history.iter().filter_map(|change| change.event);
    let named: BTreeSet<u32> = named.map(|event| site.occasion_of(event)).collect();
    // What is told of the relationship is told of each of its partners: the list of one is enough.
    let lists = partners.clone().map(|city| site.occasions_of(*city));
    let shortest = lists.min_by_key(|list| list.len()).unwrap_or_default();
    let told = |occasion: &Occasion| match occasion.what {
        What::Established(id) | What::Changed(id, _) | What::RelationshipMoment(id, _) => {
            id == relationship
        }
        What::CityMoment(..) => false,
        What::Event(_) => {
            data.parties.len() > 2 && partners.clone().all(|city| occasion.cities.contains(city))
        }
    };
    let told = shortest.iter().copied().filter(|number| told(&site.occasions()[*number as usize]));
    let numbers: BTreeSet<u32> = named.into_iter().chain(told).collect();
    view(numbers.into_iter().map(|number| number as usize), lens)
}

fn places(numbers: &[u32]) -> impl Iterator<Item = usize> {
    numbers.iter().map(|number| *number as usize)
}

/// Under what an occasion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// What never began, by the year of its end: it comes first, apart from that year.
    Until(i32),
    /// A year.
    Year(i32),
    /// What has no date.
    Undated,
}

impl Group {
    fn of(date: Option<&Date>) -> Self {
        match date {
            Some(date) if matches!(date.shape(), Shape::Until(_)) => Self::Until(date.year()),
            Some(date) => Self::Year(date.year()),
            None => Self::Undated,
        }
    }

    fn anchor(self) -> String {
        match self {
            Self::Until(year) => format!("_until-{year}"),
            Self::Year(year) => anchor(year),
            Self::Undated => "_undated".to_owned(),
        }
    }

    fn label(self, lens: &Lens<'_>) -> Option<String> {
        match self {
            Self::Until(year) => Some(lens.lexicon.date(&Date::until_year(year)).text),
            Self::Year(year) => Some(lens.lexicon.say(When::Year(year))),
            Self::Undated => None,
        }
    }
}

/// Some occasions, which are in the order of their dates; nothing, where there are none.
fn view(indexes: impl Iterator<Item = usize>, lens: &Lens<'_>) -> Value {
    let mut years: Vec<TimelineYear> = Vec::new();
    let mut dated: Vec<(i32, usize)> = Vec::new();
    let mut decades: Vec<(i32, DecadeView)> = Vec::new();
    let mut marks: Vec<Mark> = Vec::new();
    let mut last = None;
    for index in indexes {
        let occasion = &lens.site.occasions()[index];
        let date = occasion.date.as_ref();
        let group = Group::of(date);
        if last != Some(group) {
            last = Some(group);
            let id = group.anchor();
            if let Group::Year(year) = group {
                dated.push((year, 0));
                let decade = year.div_euclid(10) * 10;
                if decades.last().is_none_or(|(last, _)| *last != decade) {
                    let label = lens.lexicon.say(When::Decade(decade));
                    decades.push((decade, DecadeView { id: id.clone(), label }));
                }
            }
            years.push(TimelineYear { id, label: group.label(lens), entries: Vec::new() });
        }
        if let (Group::Year(_), Some((_, count))) = (group, dated.last_mut()) {
            *count += 1;
        }
        marks.push(occasion.mark(lens.site));
        years.last_mut().expect("a year has just been added").entries.push(lens.entry(index));
    }
    if years.is_empty() {
        return Value::none();
    }
    let count = marks.len();
    marks.sort_unstable();
    marks.dedup();
    let overview = OverviewView::new(&dated, lens);
    // Where the columns are decades, they lead there already.
    let is_by_year = overview.as_ref().is_none_or(|overview| overview.unit == "year");
    if years.len() <= MANY_YEARS || !is_by_year {
        decades.clear();
    }
    Value::from_serializable(&TimelineView {
        count,
        years,
        overview,
        decades: decades.into_iter().map(|(_, view)| view).collect(),
        marks: marks.into_iter().map(Mark::as_str).collect(),
    })
}
