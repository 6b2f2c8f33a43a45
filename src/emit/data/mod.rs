//! The facts as data, in `data/`: JSON with its schemas, CSV, GeoJSON, and statements for Wikidata.

mod answers;
mod csv;
mod geojson;
mod json;
mod page;
mod statements;
mod tables;

use std::borrow::Cow;
use std::sync::Arc;

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::{Context, Emitter, Plan};
use crate::diagnostic::Diagnosed;
use crate::memo::Fingerprint;
use crate::output::{Contents, Origin, OutputFile, Visibility};
use crate::programme::Thing;
use crate::programme::open_data::{
    AreaRecord, CityRecord, CommitteeRecord, DocumentRecord, EventRecord, OccasionRecord,
    OrganizationRecord, RelationshipRecord,
};
use crate::progress::Stage;
use crate::values::Route;
use json::Edition;

pub(super) use page::{DatasetView, FormatView, LicenceView, downloads, variables};

pub(super) const EMITTER: Emitter = Emitter { stage: Stage::Data, emit };

/// The version of the data: it changes if a key goes or comes to mean something else, and never
/// because one is added.
pub(super) const VERSION: u32 = 1;

/// All records of one kind, in all their formats.
#[derive(Serialize, Deserialize)]
struct Dataset {
    /// What it is called in addresses; also the key of the section that shows the same.
    key: Cow<'static, str>,
    /// How many records there are.
    records: usize,
    /// The same in several formats.
    files: Vec<DataFile>,
    /// What the keys mean.
    schema: DataFile,
}

/// A file of data.
#[derive(Serialize, Deserialize)]
struct DataFile {
    /// Its address.
    address: String,
    /// `json`, `csv`, `geojson`, `quickstatements` or `schema`.
    format: Cow<'static, str>,
    /// What is in it.
    bytes: Bytes,
}

/// All datasets: what is made from facts alone, and what is made from texts too.
pub(super) struct Data {
    facts: Arc<Vec<Dataset>>,
    answers: Arc<Option<Dataset>>,
}

impl Data {
    /// Makes the data, unless the same has been made before.
    pub(super) fn make(context: &Context<'_>) -> Self {
        let memory = context.memory;
        let texts = context.site.faqs.ids().filter_map(|id| context.texts.of(Thing::Faq(id)));
        let with_texts = || {
            let texts = Fingerprint::of_all(texts.map(|story| story.fingerprint));
            Fingerprint::of(&(context.fingerprint, texts))
        };
        Self {
            facts: memory.newest_kept("facts as data", || context.fingerprint, || facts(context)),
            answers: memory
                .newest_kept("answers as data", with_texts, || answers::dataset(context)),
        }
    }

    /// The datasets that have records.
    fn datasets(&self) -> impl Iterator<Item = &Dataset> {
        self.facts.iter().chain(self.answers.iter())
    }
}

fn emit(context: &Context<'_>, plan: &Plan) -> Diagnosed<Vec<OutputFile>> {
    let data = plan.data(context);
    let files = data.datasets().flat_map(|dataset| dataset.files.iter().chain([&dataset.schema]));
    let files = files.map(|file| OutputFile {
        path: Route::new(&file.address).output_path(),
        contents: Contents::Bytes(file.bytes.clone()),
        origin: Origin::Program("the facts as data"),
        visibility: Visibility::Public,
    });
    Diagnosed::fine(files.collect())
}

/// The datasets that are made from facts alone. A kind without records makes none.
fn facts(context: &Context<'_>) -> Vec<Dataset> {
    let edition = Edition::of(context);
    // About as much work on each side.
    let (of_places, of_times) =
        rayon::join(|| of_places(context, &edition), || of_times(context, &edition));
    let [cities, relationships, areas] = of_places;
    let [events, timeline, committees, documents, organizations] = of_times;
    let datasets =
        [cities, relationships, events, timeline, committees, documents, organizations, areas];
    datasets.into_iter().flatten().collect()
}

/// Cities, relationships and what these are about.
fn of_places(context: &Context<'_>, edition: &Edition<'_>) -> [Option<Dataset>; 3] {
    let site = context.site;
    let lens = context.own_lens();
    let languages = context.config.languages.as_slice();

    let cities: Vec<_> = site.cities.ids().map(|id| CityRecord::new(id, site)).collect();
    let mut of_cities = edition.dataset("cities", &cities);
    if let Some(dataset) = &mut of_cities {
        dataset.files.push(csv::file("cities", &tables::cities(&cities, &lens, languages)));
        dataset.files.extend(geojson::file(&cities, site));
    }

    let ids = site.relationships.ids();
    let relationships: Vec<_> = ids.map(|id| RelationshipRecord::new(id, site)).collect();
    let mut of_relationships = edition.dataset("relationships", &relationships);
    if let Some(dataset) = &mut of_relationships {
        let table = tables::relationships(&relationships, &cities, &lens, languages);
        dataset.files.push(csv::file("relationships", &table));
        dataset.files.extend(statements::file(site, context.base_url));
    }

    let areas: Vec<_> = site.areas.ids().map(|id| AreaRecord::new(id, site)).collect();
    [of_cities, of_relationships, edition.dataset("areas", &areas)]
}

/// What happened, and who was part of it.
fn of_times(context: &Context<'_>, edition: &Edition<'_>) -> [Option<Dataset>; 5] {
    let site = context.site;
    let languages = context.config.languages.as_slice();

    let in_order = site.events_by_date().iter();
    let events: Vec<_> = in_order.map(|id| EventRecord::new(*id, site)).collect();
    let mut of_events = edition.dataset("events", &events);
    if let Some(dataset) = &mut of_events {
        dataset.files.push(csv::file("events", &tables::events(&events, languages)));
    }

    let occasions = site.occasions().iter();
    let timeline: Vec<_> = occasions.map(|occasion| OccasionRecord::new(occasion, site)).collect();
    let committees = site.committees.ids().map(|id| CommitteeRecord::new(id, site));
    let committees: Vec<_> = committees.collect();

    let in_order = site.documents_by_date().iter();
    let documents: Vec<_> = in_order.map(|id| DocumentRecord::new(*id, site)).collect();
    let mut of_documents = edition.dataset("documents", &documents);
    if let Some(dataset) = &mut of_documents {
        dataset.files.push(csv::file("documents", &tables::documents(&documents, languages)));
    }

    let organizations = site.organizations.ids().map(|id| OrganizationRecord::new(id, site));
    let organizations: Vec<_> = organizations.collect();
    [
        of_events,
        edition.dataset("timeline", &timeline),
        edition.dataset("committees", &committees),
        of_documents,
        edition.dataset("organizations", &organizations),
    ]
}
