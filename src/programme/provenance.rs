//! Where what is told comes from: the sources that a file, an entry or a single fact names.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::collection::{Id, Key};
use super::document::Document;
use super::lens::{DateView, Lens, LinkView, TextView};
use super::resolver::Resolver;
use super::thing::Thing;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::source::yaml::SpanIndex;
use crate::values::{Date, Refusal, SourcePath, Text, Url, Words};

/// A source as it is written: a plain text, or its parts.
#[derive(Debug, Clone, Default)]
pub(super) struct SourceFile {
    fields: SourceFields,
}

/// The parts of a source.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("anyOf" = [
    { "required": ["title"] }, { "required": ["url"] }, { "required": ["document"] },
]))]
struct SourceFields {
    /// What it is called: `City of Cambridge, list of sister cities`.
    title: Option<Words>,
    /// Where it is on the web.
    url: Option<Url>,
    /// The id of an entry of `documents.yaml`, if the source is one of the programme's own papers.
    document: Option<Key<Document>>,
    /// When it is from.
    date: Option<Date>,
    /// When somebody last saw it there: `2026-10-03`.
    retrieved: Option<Date>,
    /// The key of this file that it supports, such as `relationship.established`; left out, it
    /// supports the whole.
    r#for: Option<Text>,
}

impl JsonSchema for SourceFile {
    fn schema_name() -> Cow<'static, str> {
        "Source".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let title = generator.subschema_for::<Text>();
        let parts = generator.subschema_for::<SourceFields>();
        json_schema!({ "anyOf": [title, parts] })
    }
}

impl<'de> Deserialize<'de> for SourceFile {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SourceVisitor;
        impl<'de> serde::de::Visitor<'de> for SourceVisitor {
            type Value = SourceFile;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("the name of a source, or `{ title: …, url: … }`,")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<SourceFile, E> {
                let text = Text::parse(text).map_err(|refusal| E::custom(refusal.to_wire()))?;
                let title = Some(Words::plain(text));
                Ok(SourceFile { fields: SourceFields { title, ..SourceFields::default() } })
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                map: A,
            ) -> Result<SourceFile, A::Error> {
                let map = serde::de::value::MapAccessDeserializer::new(map);
                let fields = SourceFields::deserialize(map)?;
                if fields.title.is_none() && fields.url.is_none() && fields.document.is_none() {
                    let message = "a source needs a `title`, a `url` or a `document`";
                    let refusal = Refusal::new("missing-key", message)
                        .help("write `{ title: The city's list, url: https://… }`");
                    return Err(serde::de::Error::custom(refusal.to_wire()));
                }
                Ok(SourceFile { fields })
            }
        }
        deserializer.deserialize_any(SourceVisitor)
    }
}

/// Where something that is told comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// What it is called.
    pub title: Option<Words>,
    /// Where it is on the web.
    pub url: Option<Url>,
    /// The programme's own paper that it is.
    pub document: Option<Id<Document>>,
    /// When it is from.
    pub date: Option<Date>,
    /// When somebody last saw it there.
    pub retrieved: Option<Date>,
    /// The key that it supports; nothing, if it supports the whole.
    pub supports: Option<String>,
}

impl Source {
    /// The sources of a list; `field` is where the list stands in its file.
    pub(super) fn resolve_all(
        files: Vec<SourceFile>,
        field: &str,
        resolver: &mut Resolver<'_>,
    ) -> Vec<Self> {
        let files = files.into_iter().map(|file| file.fields).enumerate();
        files
            .map(|(index, file)| Self {
                title: file.title,
                url: file.url,
                document: resolver
                    .maybe(file.document.as_ref(), &format!("{field}[{index}].document")),
                date: file.date,
                retrieved: file.retrieved,
                supports: file.r#for.map(String::from),
            })
            .collect()
    }
}

/// What is wrong with what sources are said to support: it must be a key that is written. `yaml`
/// is what the file says, `within` the entry of a list that the sources stand in, or nothing.
pub(super) fn judge(
    sources: &[SourceFile],
    file: &SourcePath,
    yaml: &str,
    within: &str,
) -> Vec<Diagnostic> {
    let supports = sources
        .iter()
        .enumerate()
        .filter_map(|(index, source)| Some((index, source.fields.r#for.as_ref()?.as_str())));
    let mut supports = supports.peekable();
    if supports.peek().is_none() {
        return Vec::new();
    }
    let index = SpanIndex::of(yaml);
    let prefix = if within.is_empty() { String::new() } else { format!("{within}.") };
    let inside = |field: &&str| !field.is_empty() && !field.starts_with("sources");
    let mut known: Vec<&str> =
        index.fields().filter_map(|field| field.strip_prefix(&prefix)).filter(inside).collect();
    known.sort_unstable();
    supports
        .filter(|(_, key)| !known.contains(key))
        .map(|(number, key)| {
            let last = |field: &str| field.rsplit('.').next().map(str::to_owned);
            let same_end = || known.iter().copied().find(|field| last(field) == last(key));
            let diagnostic =
                Diagnostic::new(Code::UnknownKey, format!("`{key}` is no key of this file"))
                    .at(Place::value(file, format!("{prefix}sources[{number}].for")));
            match nearest(key, known.iter().copied()).or_else(same_end) {
                Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                None => diagnostic.help(
                    "write the key that the source supports, such as `relationship.established`; \
                     without `for` it supports the whole",
                ),
            }
        })
        .collect()
}

/// A source as a template sees it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceView {
    /// Its place among the sources of its page, from 1.
    pub number: usize,
    /// What it is called; nothing, if only its address is known.
    pub title: Option<TextView>,
    /// Where it is on the web.
    pub url: Option<String>,
    /// The programme's own paper that it is.
    pub document: Option<LinkView>,
    /// When it is from.
    pub date: Option<DateView>,
    /// When somebody last saw it there.
    pub retrieved: Option<DateView>,
    /// The key that it supports, such as `relationship.established`.
    pub supports: Option<String>,
    /// The last part of that key, by which a theme may name it: `established`.
    pub fact: Option<String>,
}

impl SourceView {
    /// Sources in the order in which they are written.
    #[must_use]
    pub fn all(sources: &[Source], lens: &Lens<'_>) -> Vec<Self> {
        let views = sources.iter().enumerate().map(|(index, source)| Self {
            number: index + 1,
            title: source.title.as_ref().map(|title| lens.words(title)),
            url: source.url.as_ref().map(ToString::to_string),
            document: source.document.map(|document| lens.link(Thing::Document(document))),
            date: source.date.as_ref().map(|date| lens.date(date)),
            retrieved: source.retrieved.as_ref().map(|date| lens.date(date)),
            fact: source.supports.as_deref().map(last_name),
            supports: source.supports.clone(),
        });
        views.collect()
    }
}

/// The last name in the path of a key: `date` in `timeline[2].date`, `timeline` in `timeline[2]`.
fn last_name(path: &str) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    last.split('[').next().unwrap_or(last).to_owned()
}
