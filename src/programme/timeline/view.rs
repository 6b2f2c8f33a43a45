//! A timeline as a template sees it: its years, and the picture of all of them.

use std::collections::{BTreeMap, BTreeSet};

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
use crate::programme::division::{Division, GroupName, Listing, Portion, Shown};
use crate::programme::lens::Lens;
use crate::programme::relationship::Relationship;
use crate::values::Date;
use crate::values::date::{Shape, When};

/// More years than this are reached by their decades.
const MANY_YEARS: usize = 15;

/// So many of the latest entries stand beside all years of a timeline that is too long for one page.
const LATEST: usize = 20;

/// A timeline.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TimelineView {
    /// How many entries it has.
    pub count: usize,
    /// How many of them stand here: the latest, or a portion, where there are too many for one page.
    pub shown: usize,
    /// The years that have entries here.
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
        None => match Shown::first(Listing::Timeline(None), lens.site) {
            Shown::Groups(division) => latest(division, None, lens),
            _ => view(0..lens.site.occasions().len(), lens),
        },
    }
}

/// What a page shows of the site's timeline, or of what a choice leaves of it.
pub(in crate::programme) fn shown(
    choice: Option<Choice>,
    shown: Shown<'_>,
    lens: &Lens<'_>,
) -> Value {
    match (shown, choice) {
        (Shown::All, None) => view(0..lens.site.occasions().len(), lens),
        (Shown::All, Some(choice)) => view(places(choice.occasions(lens.site)), lens),
        (Shown::None, _) => Value::none(),
        (Shown::Groups(division), _) => {
            let overview = overview(choice, division, lens);
            latest(division, overview, lens)
        }
        (Shown::Portion(division, place), _) => {
            let entries = Entries::of(places(division.entries(place)), lens);
            // All years at a glance would be those of this page; the list's own page has all.
            entries.view(division.total(), None, Vec::new())
        }
    }
}

/// The latest entries of a timeline that is too long for one page.
fn latest(division: &Division, overview: Option<OverviewView>, lens: &Lens<'_>) -> Value {
    let dated = division.groups().filter(|(name, ..)| *name != GroupName::Undated);
    let count = dated.map(|(_, count, _)| count).sum::<usize>();
    let entries = &division.order()[..count];
    let entries = Entries::of(places(&entries[count.saturating_sub(LATEST)..]), lens);
    entries.view(division.total(), overview, Vec::new())
}

/// All years of a timeline whose entries stand on other pages.
fn overview(choice: Option<Choice>, division: &Division, lens: &Lens<'_>) -> Option<OverviewView> {
    let list = Listing::Timeline(choice);
    let mut years: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    for (place, number) in division.order().iter().enumerate() {
        let occasion = &lens.site.occasions()[*number as usize];
        if let Group::Year(year) = Group::of(occasion.date.as_ref()) {
            years.entry(year).or_insert((place, 0)).1 += 1;
        }
    }
    let page = |year: i32| {
        let (place, _) = years.get(&year)?;
        let place = division.portion_of(*place);
        Some(Portion { list, place }.url(lens))
    };
    let counted: Vec<(i32, usize)> =
        years.iter().map(|(year, (_, count))| (*year, *count)).collect();
    OverviewView::new(&counted, page, lens)
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

/// Entries by year, and what is known of their years.
#[derive(Default)]
struct Entries {
    years: Vec<TimelineYear>,
    /// The years, each with the number of its entries.
    dated: Vec<(i32, usize)>,
    decades: Vec<(i32, DecadeView)>,
    marks: Vec<Mark>,
}

/// Some occasions, which are in the order of their dates; nothing, where there are none.
fn view(indexes: impl Iterator<Item = usize>, lens: &Lens<'_>) -> Value {
    let mut entries = Entries::of(indexes, lens);
    if entries.years.is_empty() {
        return Value::none();
    }
    let overview = OverviewView::new(&entries.dated, |_| None, lens);
    // Where the columns are decades, they lead there already.
    let is_by_year = overview.as_ref().is_none_or(|overview| overview.unit == "year");
    let has_many = entries.years.len() > MANY_YEARS && is_by_year;
    let decades = if has_many { std::mem::take(&mut entries.decades) } else { Vec::new() };
    let count = entries.marks.len();
    entries.view(count, overview, decades.into_iter().map(|(_, view)| view).collect())
}

impl Entries {
    fn of(indexes: impl Iterator<Item = usize>, lens: &Lens<'_>) -> Self {
        let mut entries = Self::default();
        let mut last = None;
        for index in indexes {
            let occasion = &lens.site.occasions()[index];
            let group = Group::of(occasion.date.as_ref());
            if last != Some(group) {
                last = Some(group);
                entries.begin(group, lens);
            }
            if let (Group::Year(_), Some((_, count))) = (group, entries.dated.last_mut()) {
                *count += 1;
            }
            entries.marks.push(occasion.mark(lens.site));
            let year = entries.years.last_mut().expect("a year has just been added");
            year.entries.push(lens.entry(index));
        }
        entries
    }

    fn begin(&mut self, group: Group, lens: &Lens<'_>) {
        let id = group.anchor();
        if let Group::Year(year) = group {
            self.dated.push((year, 0));
            let decade = year.div_euclid(10) * 10;
            if self.decades.last().is_none_or(|(last, _)| *last != decade) {
                let label = lens.lexicon.say(When::Decade(decade));
                self.decades.push((decade, DecadeView { id: id.clone(), label }));
            }
        }
        self.years.push(TimelineYear { id, label: group.label(lens), entries: Vec::new() });
    }

    /// The entries of a timeline that has a `count` of them.
    fn view(
        mut self,
        count: usize,
        overview: Option<OverviewView>,
        decades: Vec<DecadeView>,
    ) -> Value {
        let shown = self.marks.len();
        self.marks.sort_unstable();
        self.marks.dedup();
        Value::from_serializable(&TimelineView {
            count,
            shown,
            years: self.years,
            overview,
            decades,
            marks: self.marks.into_iter().map(Mark::as_str).collect(),
        })
    }
}
