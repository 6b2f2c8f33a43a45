//! A city: what its file says, what it is, and what a template may see of it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tera::Value;

use super::collection::Id;
use super::division::{MOST, latest};
use super::document::DocumentView;
use super::event::EventCard;
use super::front_matter::front_matter;
use super::guide::ComparisonView;
use super::lens::{DateView, Lens, LinkView, TextView};
use super::locator::LocatorView;
use super::page::NewsCard;
use super::place::{Country, NativeName};
use super::record::Record;
use super::relationship::{Relationship, RelationshipView, ShortForm, Status};
use super::resolver::Resolver;
use super::thing::Thing;
use super::timeline::{Moment, MomentFile, TimelineView};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::values::{
    Coordinates, Date, Geonames, OneOrMany, Slug, SourcePath, Text, Url, Wikidata, Words,
};

front_matter! {
    /// What a city's file says.
    pub(super) struct CityFrontMatter {
        /// What the city is called, as you print it.
        #[schemars(extend("needed" = true))]
        name: Option<Words>,
        /// Its name in its own languages.
        native: OneOrMany<NativeName>,
        /// Other names it is known by, or was.
        also_called: OneOrMany<Text>,
        /// What it lies in, from the inner to the outer, without the country.
        within: OneOrMany<Words>,
        /// The country it lies in.
        #[schemars(extend("needed" = true))]
        country: Option<Country>,
        /// Where it lies.
        coordinates: Option<Coordinates>,
        /// Which item of Wikidata it is.
        wikidata: Option<Wikidata>,
        /// Which place of GeoNames it is.
        geonames: Option<Geonames>,
        /// How many live there.
        population: Option<Population>,
        /// Its own website.
        website: Option<Url>,
        /// One or two sentences about it.
        summary: Option<Words>,
        /// What binds it to the home city; not for the home city itself.
        pub(super) relationship: Option<ShortForm>,
        /// Small events without a page of their own.
        timeline: Vec<MomentFile>,
        /// What guides ask of cities, by the ids of their data points: `{ industries: Fishing }`.
        data_points: BTreeMap<String, Words>,
    }
}

/// What a translation of a city's file says.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct CityWords {
    /// What the city is called.
    name: Option<Text>,
    /// One or two sentences about it.
    summary: Option<Text>,
}

/// A city of the programme.
#[derive(Debug)]
pub struct City {
    /// The name of its file.
    pub id: Slug,
    /// Its file.
    pub file: SourcePath,
    /// Its name as the programme prints it.
    pub name: Words,
    /// Its name in its own languages.
    pub native: Vec<NativeName>,
    /// Other names it is known by.
    pub also_called: Vec<String>,
    /// What it lies in, from the inner to the outer, without the country.
    pub within: Vec<Words>,
    /// Its country.
    pub country: Country,
    /// Where it lies.
    pub coordinates: Option<Coordinates>,
    /// Which item of Wikidata it is.
    pub wikidata: Option<Wikidata>,
    /// Which place of GeoNames it is.
    pub geonames: Option<Geonames>,
    /// How many live there.
    pub population: Option<Population>,
    /// Its own website.
    pub website: Option<Url>,
    /// One or two sentences.
    pub summary: Option<Words>,
    /// Small events without a page of their own.
    pub timeline: Vec<Moment>,
    /// What it answers to what guides ask, by the ids of the data points.
    pub data_points: Vec<(String, Words)>,
}

/// How many live in a city, and when that was so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// How many.
    pub count: u64,
    /// When; a number without a year would be wrong before long.
    pub as_of: Date,
}

impl City {
    pub(super) fn resolve(
        record: Record<CityFrontMatter, CityWords>,
        resolver: &mut Resolver<'_>,
    ) -> Self {
        let name =
            resolver.require(record.front.name.clone(), "name", "the city's name as you print it");
        let name = record.named(name, |words| words.name.as_ref());
        let country = resolver.require(record.front.country.clone(), "country", "HT");
        let summary =
            record.translated(record.front.summary.clone(), |words| words.summary.as_ref());
        let front = record.front;
        for id in front.data_points.keys() {
            resolver.data_point(id);
        }
        Self {
            name,
            summary,
            data_points: front.data_points.into_iter().collect(),
            native: front.native.0,
            also_called: front.also_called.0.into_iter().map(String::from).collect(),
            within: front.within.0,
            country: country.unwrap_or_default(),
            coordinates: front.coordinates,
            wikidata: front.wikidata,
            geonames: front.geonames,
            population: front.population,
            website: front.website,
            timeline: Moment::resolve_all(front.timeline, "timeline", resolver),
            id: record.id,
            file: record.file,
        }
    }
}

impl Resolver<'_> {
    /// Reports a data point that no guide asks for.
    fn data_point(&mut self, id: &str) {
        let known = || self.names.data_points();
        if known().any(|known| known == id) {
            return;
        }
        let message = format!("no guide has a data point `{id}`");
        let diagnostic = Diagnostic::new(Code::UnknownKey, message);
        let diagnostic = match nearest(id, known()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help("add it to the `data_points` of a step of a guide"),
        };
        let place = Place::key(self.file, format!("data_points.{id}"));
        self.diagnostics.push(diagnostic.at(place));
    }
}

/// A city in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CityCard {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: TextView,
    /// Its address.
    pub url: String,
    /// What it lies in, from the inner to the outer, with the country last.
    pub within: Vec<TextView>,
    /// Its country.
    pub country: TextView,
    /// The letter it is listed under.
    pub letter: String,
    /// The cities it is bound to, in a register: elsewhere that is the home city.
    #[schemars(with = "Vec<LinkView>")]
    pub bound_to: Vec<Value>,
    /// What binds it to the home city: `sister`, `friendship` …
    pub kind: Option<&'static str>,
    /// The status of that relationship: `active`, `paused` …
    pub status: Option<&'static str>,
    /// Since when it has that status.
    pub since: Option<DateView>,
    /// When the relationship was established.
    pub established: Option<DateView>,
    /// The address of the term that explains that status.
    pub status_term: Option<String>,
    /// One or two sentences.
    pub summary: Option<TextView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

impl CityCard {
    pub(super) fn new(city: Id<City>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let relationship = site.principal_relationship(city).map(|id| &site.relationships[id]);
        let city_data = &site.cities[city];
        let change = relationship.and_then(|relationship| relationship.current(site.today));
        let status = relationship.map(|relationship| relationship.status(site.today));
        // "Active since" would repeat when the relationship was established.
        let since = change
            .filter(|change| change.to != Status::Active)
            .and_then(|change| change.date.as_ref());
        Self {
            id: city_data.id.to_string(),
            name: lens.words(&city_data.name),
            url: lens.url(Thing::City(city)),
            within: lens.chain(city_data),
            country: lens.country(&city_data.country),
            letter: site.letter(city, lens.language),
            bound_to: if site.home.is_none() { bound_to(city, lens) } else { Vec::new() },
            kind: relationship.map(|relationship| relationship.kind.as_str()),
            status: status.map(Status::as_str),
            status_term: status.and_then(|status| lens.explained_status(status)),
            since: since.map(|date| lens.since(date)),
            established: relationship
                .and_then(|relationship| relationship.established.as_ref())
                .map(|date| lens.date(date)),
            summary: city_data.summary.as_ref().map(|summary| lens.words(summary)),
            archived: site.is_archived(Thing::City(city)),
        }
    }
}

/// A city on its own page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CityView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: TextView,
    /// Its name in its own languages.
    pub native: Vec<TextView>,
    /// Other names it is known by.
    pub also_called: Vec<String>,
    /// What it lies in, from the inner to the outer, with the country last.
    pub within: Vec<TextView>,
    /// Its country.
    pub country: TextView,
    /// Where it lies, in words: `18.19° N, 73.75° W`.
    pub coordinates: Option<CoordinatesView>,
    /// The same on a globe, with how far it is from the home city.
    pub locator: Option<LocatorView>,
    /// How many live there.
    pub population: Option<PopulationView>,
    /// Its own website.
    pub website: Option<String>,
    /// One or two sentences.
    pub summary: Option<TextView>,
    /// Whether it is the home city.
    pub is_home: bool,
    /// What binds it to others, the principal relationship first.
    pub relationships: Vec<RelationshipView>,
    /// The home city and this one beside each other, while the relationship goes through the steps
    /// of a guide.
    pub comparison: Option<ComparisonView>,
    /// What happened.
    #[schemars(with = "Option<TimelineView>")]
    pub timeline: Value,
    /// Documents about it.
    #[schemars(with = "Vec<DocumentView>")]
    pub documents: Vec<Value>,
    /// How many earlier documents are left out, where there are too many for one page.
    pub earlier_documents: usize,
    /// Events with a page of their own.
    #[schemars(with = "Vec<EventCard>")]
    pub events: Vec<Value>,
    /// News about it.
    #[schemars(with = "Vec<NewsCard>")]
    pub news: Vec<Value>,
    /// How much earlier news is left out.
    pub earlier_news: usize,
    /// Its partner cities, if it is the home city; the first of them, where there are too many for one page.
    #[schemars(with = "Vec<CityCard>")]
    pub partners: Vec<Value>,
}

/// Where a city lies.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CoordinatesView {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// For people: `18.19° N, 73.75° W`.
    pub text: String,
}

/// How many live in a city.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PopulationView {
    /// How many, as it is printed.
    pub count: String,
    /// When.
    pub as_of: DateView,
}

impl CoordinatesView {
    fn new(coordinates: Coordinates) -> Self {
        let (latitude, longitude) = (coordinates.latitude(), coordinates.longitude());
        let (north, east) =
            (if latitude < 0.0 { 'S' } else { 'N' }, if longitude < 0.0 { 'W' } else { 'E' });
        let text = format!("{:.2}° {north}, {:.2}° {east}", latitude.abs(), longitude.abs());
        Self { latitude, longitude, text }
    }
}

impl CityView {
    /// What a template may see of a city.
    #[must_use]
    pub fn new(city: Id<City>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let data = &site.cities[city];
        let is_home = site.is_home(city);
        let (documents, news) = (site.documents_of(city), site.news_of(city));
        let relationships: Vec<Id<Relationship>> =
            if is_home { Vec::new() } else { site.relationships_of(city).to_vec() };
        Self {
            id: data.id.to_string(),
            name: lens.words(&data.name),
            native: data.native.iter().map(|name| lens.foreign(&name.text, &name.lang)).collect(),
            also_called: data.also_called.clone(),
            within: lens.chain(data),
            country: lens.country(&data.country),
            coordinates: data.coordinates.map(CoordinatesView::new),
            locator: LocatorView::new(city, lens),
            population: data.population.as_ref().map(|population| PopulationView {
                count: lens.number(population.count),
                as_of: lens.date(&population.as_of),
            }),
            website: data.website.as_ref().map(ToString::to_string),
            summary: data.summary.as_ref().map(|summary| lens.words(summary)),
            is_home,
            comparison: relationships
                .first()
                .and_then(|id| site.relationships[*id].progress)
                .filter(|progress| site.guides[progress.guide].data_points().next().is_some())
                .map(|progress| ComparisonView::new(city, progress.guide, lens)),
            relationships: relationships
                .into_iter()
                .map(|id| RelationshipView::new(id, lens))
                .collect(),
            timeline: if is_home { Value::none() } else { lens.timeline(Some(city)) },
            documents: latest(documents).iter().map(|id| lens.document_card(*id)).collect(),
            earlier_documents: documents.len() - latest(documents).len(),
            events: if is_home {
                Vec::new()
            } else {
                site.events_of(city).iter().map(|id| lens.event_card(*id)).collect()
            },
            news: news.iter().take(MOST).map(|id| lens.news_card(*id)).collect(),
            earlier_news: news.len().saturating_sub(MOST),
            partners: if is_home {
                site.partners().iter().take(MOST).map(|id| lens.city_card(*id)).collect()
            } else {
                Vec::new()
            },
        }
    }
}

/// The other parties of all relationships of a city that are not over, each once.
fn bound_to(city: Id<City>, lens: &Lens<'_>) -> Vec<Value> {
    let site = lens.site;
    let bonds = site.relationships_of(city).iter().map(|id| &site.relationships[*id]);
    let mut others: Vec<Id<City>> = Vec::new();
    for bond in bonds.filter(|bond| !bond.status(site.today).is_over()) {
        let new: Vec<Id<City>> = bond
            .parties
            .iter()
            .copied()
            .filter(|party| *party != city && !others.contains(party))
            .collect();
        others.extend(new);
    }
    links(&others, lens)
}

/// Cities as links.
pub(super) fn links(cities: &[Id<City>], lens: &Lens<'_>) -> Vec<Value> {
    cities.iter().map(|city| lens.city_link(*city)).collect()
}
