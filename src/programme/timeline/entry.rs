//! An entry of the timeline as a template sees it.

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::strip::StripView;
use super::{Moment, Occasion, What};
use crate::programme::city::links;
use crate::programme::event::DelegationView;
use crate::programme::lens::{DateView, Lens, LinkView, TextView};
use crate::programme::relationship::Status;
use crate::programme::thing::Thing;
use crate::values::Date;
use crate::values::date::Length;

/// An entry of the timeline as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TimelineEntry {
    /// When it was; nothing means that this is not recorded.
    pub date: Option<DateView>,
    /// What a date cannot say.
    pub date_note: Option<TextView>,
    /// Whether it goes on.
    pub open: bool,
    /// What stands for the date in the picture: `day`, `month`, `season`, `year`, `decade`,
    /// `century`, `range`, `within` (some time in a range), `since`, `until`, `from` (the end is not known), `to` (the beginning is
    /// not), `one-of` or `undated`.
    pub mark: &'static str,
    /// Whether the date is marked as approximate or uncertain.
    pub approximate: bool,
    /// How long it lasted, where that is told or follows from the date.
    pub length: Option<LengthView>,
    /// Where in its year or years it lies.
    pub strip: Option<StripView>,
    /// What happened. Nothing for what the program tells by itself: a relationship `established`,
    /// or one that became what `status` says.
    pub title: Option<TextView>,
    /// `delegation-out`, `council-vote` …; `established` or `status` for what has no title.
    pub kind: &'static str,
    /// The relationship it is told of, if that has a page of its own.
    pub relationship: Option<LinkView>,
    /// The status that a relationship has from then on.
    pub status: Option<&'static str>,
    /// Why, for a change of status.
    pub reasons: Vec<TextView>,
    /// The event's own page.
    pub url: Option<String>,
    /// Which delegation it is among those of its city, if it is one.
    pub delegation: Option<DelegationView>,
    /// `planned`, `cancelled` or `postponed`, where an event was not simply held.
    pub event_status: Option<&'static str>,
    /// Whether the event's page is kept for the record only.
    pub archived: bool,
    /// The cities it concerns.
    #[schemars(with = "Vec<LinkView>")]
    pub cities: Vec<Value>,
    /// The ids of those that the site's timeline can be narrowed to.
    pub choices: Vec<String>,
}

/// How long something lasted.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LengthView {
    /// How many.
    pub count: u32,
    /// `hour`, `day`, `week`, `month` or `year`.
    pub unit: &'static str,
    /// Whether it may be a little more or less.
    pub approximate: bool,
}

impl LengthView {
    fn new(length: Length) -> Self {
        let Length { duration, approximate } = length;
        Self { count: duration.count, unit: duration.unit.as_str(), approximate }
    }
}

impl TimelineEntry {
    pub(in crate::programme) fn new(occasion: &Occasion, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let date = occasion.date.as_ref();
        let entry = Self {
            date: date.map(|date| lens.date(date)),
            date_note: None,
            open: date.is_some_and(Date::is_open_ended),
            mark: occasion.mark(site).as_str(),
            approximate: date.is_some_and(|date| date.is_approximate() || date.is_uncertain()),
            length: occasion.length(site).map(LengthView::new),
            strip: date.and_then(StripView::of),
            title: None,
            kind: occasion.kind.as_str(),
            relationship: match occasion.what {
                What::Established(id) | What::Changed(id, _) | What::RelationshipMoment(id, _)
                    if site.relationships[id].has_page =>
                {
                    Some(lens.link(Thing::Relationship(id)))
                }
                _ => None,
            },
            status: occasion.status.map(Status::as_str),
            reasons: Vec::new(),
            url: None,
            delegation: None,
            event_status: None,
            archived: false,
            cities: links(&occasion.cities, lens),
            choices: occasion
                .cities
                .iter()
                .filter(|city| site.timeline_cities().binary_search(city).is_ok())
                .map(|city| site.cities[*city].id.to_string())
                .collect(),
        };
        let moment =
            |moment: &Moment, entry: Self| Self { title: Some(lens.words(&moment.title)), ..entry };
        match occasion.what {
            What::Established(_) => entry,
            What::Changed(relationship, number) => {
                let change = &site.relationships[relationship].history[number];
                Self { reasons: lens.all_words(&change.because), ..entry }
            }
            What::CityMoment(city, number) => moment(&site.cities[city].timeline[number], entry),
            What::RelationshipMoment(id, number) => {
                moment(&site.relationships[id].timeline[number], entry)
            }
            What::Event(event) => {
                let data = &site.events[event];
                let status = data.status.as_str();
                Self {
                    title: Some(lens.words(&data.title)),
                    date_note: data.date_note.as_ref().map(|note| lens.words(note)),
                    url: Some(lens.url(Thing::Event(event))),
                    delegation: site.delegation(event),
                    event_status: (status != "held").then_some(status),
                    archived: site.is_archived(Thing::Event(event)),
                    ..entry
                }
            }
        }
    }
}
