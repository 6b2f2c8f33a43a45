//! An area of focus: what its entry says, what it is, what a template may see of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tera::Value;

use super::city::CityCard;
use super::collection::Id;
use super::division::Shown;
use super::event::EventCard;
use super::lens::{Lens, TextView};
use super::list::Entry;
use super::resolver::Resolver;
use super::thing::Thing;
use crate::values::{Slug, Words};

/// What an entry of `areas.yaml` says.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AreaFile {
    /// The id by which others name it.
    #[schemars(extend("needed" = true))]
    id: Option<Slug>,
    /// What it is called: `Public health`.
    #[schemars(extend("needed" = true))]
    name: Option<Words>,
    /// What it means, in one or two sentences.
    summary: Option<Words>,
}

/// What relationships and events are about.
#[derive(Debug)]
pub struct Area {
    /// Its id.
    pub id: Slug,
    /// What it is called.
    pub name: Words,
    /// What it means.
    pub summary: Option<Words>,
}

impl Entry for AreaFile {
    type Thing = Area;

    fn id(&self) -> Option<&Slug> {
        self.id.as_ref()
    }

    fn resolve(self, id: Slug, field: &str, resolver: &mut Resolver<'_>) -> Area {
        let name = resolver.require(self.name, &format!("{field}.name"), "Public health");
        let name = name.unwrap_or_else(|| Words::plain(id.as_str()));
        Area { id, name, summary: self.summary }
    }
}

/// An area of focus as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AreaView {
    /// What it is called.
    pub name: TextView,
    /// What it means.
    pub summary: Option<TextView>,
    /// Its address.
    pub url: String,
    /// Whether it is kept for the record only.
    pub archived: bool,
    /// How many cities' relationships are about it.
    pub count: usize,
    /// Those cities; none on the page of all areas, where these have too many for one page.
    #[schemars(with = "Vec<CityCard>")]
    pub cities: Vec<Value>,
    /// The events that were about it.
    #[schemars(with = "Vec<EventCard>")]
    pub events: Vec<Value>,
}

impl AreaView {
    /// An area without the cities and events that are about it.
    #[must_use]
    pub fn in_brief(area: Id<Area>, lens: &Lens<'_>) -> Self {
        Self::new(area, Shown::None, lens)
    }

    /// What a page shows of an area.
    #[must_use]
    pub fn new(area: Id<Area>, shown: Shown<'_>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let data = &site.areas[area];
        let (cities, events) = (site.cities_of_area(area), site.events_of_area(area));
        let places = shown.places(cities.len() + events.len());
        // The events stand behind the cities.
        let (of_cities, of_events) =
            places.split_at(places.partition_point(|place| *place < cities.len()));
        Self {
            name: lens.words(&data.name),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
            url: lens.url(Thing::Area(area)),
            archived: site.is_archived(Thing::Area(area)),
            count: cities.len(),
            cities: of_cities.iter().map(|place| lens.city_card(cities[*place])).collect(),
            events: of_events
                .iter()
                .map(|place| lens.event_card(events[*place - cities.len()]))
                .collect(),
        }
    }
}
