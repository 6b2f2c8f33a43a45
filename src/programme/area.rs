//! An area of focus: what its entry says, what it is, what a template may see of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tera::Value;

use super::city::CityCard;
use super::collection::Id;
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
    /// The cities whose relationships are about it.
    #[schemars(with = "Vec<CityCard>")]
    pub cities: Vec<Value>,
    /// The events that were about it.
    #[schemars(with = "Vec<EventCard>")]
    pub events: Vec<Value>,
}

impl AreaView {
    /// What a template may see of an area.
    #[must_use]
    pub fn new(area: Id<Area>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let data = &site.areas[area];
        Self {
            name: lens.words(&data.name),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
            url: lens.url(Thing::Area(area)),
            archived: site.is_archived(Thing::Area(area)),
            cities: site.cities_of_area(area).iter().map(|id| lens.city_card(*id)).collect(),
            events: site.events_of_area(area).iter().map(|id| lens.event_card(*id)).collect(),
        }
    }
}
