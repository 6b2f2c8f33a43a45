//! Records as JSON, and the schema that says what their keys mean.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use super::{DataFile, Dataset, VERSION};
use crate::emit::Context;
use crate::emit::sitemap::absolute;
use crate::programme::open_data::{Languages, Reference, WebAddress};
use crate::values::schema::published_schema_of;
use crate::values::{LanguageTag, Url};

/// What all files of an edition of the data say before their records.
pub(super) struct Edition<'a> {
    context: &'a Context<'a>,
}

/// A file of data about a sister-city programme.
#[derive(Serialize, JsonSchema)]
struct Published<'a, T> {
    /// The schema of this file, relative to its own address.
    #[serde(rename = "$schema")]
    schema: String,
    /// The version of the data: it changes if a key goes or comes to mean something else. Keys may be
    /// added without a change of version.
    version: u32,
    /// What the programme is called.
    programme: Languages,
    /// The short name of the language that the originals are in (BCP 47).
    language: &'a str,
    /// The short names of all languages of the site, that of the originals first.
    languages: Vec<&'a str>,
    /// The home city, a record in `cities.json`; left out, the programme has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    home: Option<Reference>,
    /// The address of the site, which goes before every `page` and `file`; left out, it was not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<WebAddress>,
    /// On what terms the data may be used; left out, nothing is said about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<LicenceRecord>,
    /// The records.
    records: Records<T>,
}

/// On what terms the data may be used.
#[derive(Serialize, JsonSchema)]
struct LicenceRecord {
    /// What the licence is called.
    name: Languages,
    /// Where it is to be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<WebAddress>,
}

/// A place for records, which are written one by one.
struct Records<T>(std::marker::PhantomData<T>);

impl<T> Serialize for Records<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(std::iter::empty::<()>())
    }
}

impl<T: JsonSchema> JsonSchema for Records<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}-records", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}

impl<'a> Edition<'a> {
    pub(super) fn of(context: &'a Context<'a>) -> Self {
        Self { context }
    }

    /// The records of a kind and their schema; nothing, if there are no records.
    pub(super) fn dataset<T: Serialize + JsonSchema>(
        &self,
        key: &'static str,
        records: &[T],
    ) -> Option<Dataset> {
        if records.is_empty() {
            return None;
        }
        let schema = format!("schema/{VERSION}/{key}.json");
        let head = self.head::<T>(&schema);
        let json = DataFile {
            address: format!("data/{key}.json"),
            format: "json".into(),
            bytes: written(&head, records).into(),
        };
        let address = format!("data/{schema}");
        let id = self.context.base_url.map(|base_url| absolute(base_url, &address));
        let schema = published_schema_of::<Published<'_, T>>(key, id.as_deref());
        let schema = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        let schema = DataFile { address, format: "schema".into(), bytes: schema.into() };
        Some(Dataset { key: key.into(), records: records.len(), files: vec![json], schema })
    }

    fn head<T>(&self, schema: &str) -> Published<'a, T> {
        let site = self.context.site;
        let own = &site.language;
        let licence = site.profile.data_licence.as_ref();
        Published {
            schema: schema.to_owned(),
            version: VERSION,
            programme: Languages::of(&site.name, own),
            language: own.as_str(),
            languages: self.context.config.languages.iter().map(LanguageTag::as_str).collect(),
            home: site.home.map(|home| Reference::of(&site.cities[home].id)),
            url: self.context.base_url.map(root),
            licence: licence.map(|licence| LicenceRecord {
                name: Languages::of(&licence.name, own),
                url: WebAddress::maybe(licence.url.as_ref()),
            }),
            records: Records(std::marker::PhantomData),
        }
    }
}

/// The address of the site, so that another can be put behind it.
fn root(base_url: &Url) -> WebAddress {
    WebAddress::of(&absolute(base_url, ""))
}

/// A line for each record, so that two editions can be compared line by line.
fn written<T: Serialize>(head: &Published<'_, T>, records: &[T]) -> String {
    let head = text(head);
    let head = head.strip_suffix("]}").expect("the records come last, and there are none yet");
    let records: Vec<String> = records.iter().map(text).collect();
    format!("{head}\n{}\n]}}\n", records.join(",\n"))
}

fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("records have text for keys, and are written to memory")
}
