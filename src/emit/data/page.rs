//! The page that tells what data there is, and the links to it from elsewhere.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::{Data, DataFile, Dataset};
use crate::emit::Context;
use crate::programme::Section;
use crate::programme::document::size_in_words;
use crate::programme::lens::{Lens, TextView};

/// All records of one kind.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::emit) struct DatasetView {
    /// What it is: `cities`, `relationships` …; also its anchor on the page, and the section that
    /// shows the same.
    id: Cow<'static, str>,
    /// How many records there are.
    records: usize,
    /// The same in several formats.
    files: Vec<FormatView>,
    /// The address of the schema, which says what the keys mean.
    schema: String,
}

/// A file of data.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::emit) struct FormatView {
    /// `json`, `csv`, `geojson` or `quickstatements`.
    format: Cow<'static, str>,
    /// Its address.
    url: String,
    /// Its size, as people say it: `120 kB`.
    size: String,
}

/// On what terms the data may be used.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::emit) struct LicenceView {
    /// What the licence is called.
    name: TextView,
    /// Where it is to be read.
    url: Option<String>,
}

/// What the page is given.
pub(in crate::emit) fn variables(
    data: &Data,
    context: &Context<'_>,
    lens: &Lens<'_>,
) -> Vec<(&'static str, Value)> {
    let datasets: Vec<DatasetView> = data.datasets().map(DatasetView::new).collect();
    let licence = context.site.profile.data_licence.as_ref().map(|licence| LicenceView {
        name: lens.words(&licence.name),
        url: licence.url.as_ref().map(ToString::to_string),
    });
    vec![
        ("datasets", Value::from_serializable(&datasets)),
        ("licence", Value::from_serializable(&licence)),
    ]
}

/// The data of a section, for its own page.
pub(in crate::emit) fn downloads(data: &Data, section: Section) -> Vec<(&'static str, Value)> {
    let dataset = data.datasets().find(|dataset| dataset.key == section.key());
    let files: Vec<FormatView> = dataset.map(formats).unwrap_or_default();
    vec![("downloads", Value::from_serializable(&files))]
}

impl DatasetView {
    fn new(dataset: &Dataset) -> Self {
        Self {
            id: dataset.key.clone(),
            records: dataset.records,
            files: formats(dataset),
            schema: dataset.schema.address.clone(),
        }
    }
}

fn formats(dataset: &Dataset) -> Vec<FormatView> {
    let view = |file: &DataFile| FormatView {
        format: file.format.clone(),
        url: file.address.clone(),
        size: size_in_words(file.bytes.len() as u64),
    };
    dataset.files.iter().map(view).collect()
}
