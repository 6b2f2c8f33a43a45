//! A document: what its entry says, what it is, what a template may see of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tera::Value;

use super::city::{City, links};
use super::collection::{Id, Key};
use super::committee::Committee;
use super::lens::{DateView, Lens, LinkView, TextView};
use super::list::Entry;
use super::organization::Organization;
use super::provenance::{Source, SourceFile, SourceView};
use super::resolver::Resolver;
use super::thing::Thing;
use super::vocabulary::vocabulary;
use crate::diagnostic::{Code, Diagnostic};
use crate::values::{Date, LanguageTag, OneOrMany, OutputPath, Slug, Text, Url, Words};

/// What an entry of `documents.yaml` says.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct DocumentFile {
    /// Its id, by which other files name it: `council-order-1996`. It is also its anchor.
    #[schemars(extend("needed" = true))]
    id: Option<Slug>,
    /// What it is called.
    #[schemars(extend("needed" = true))]
    title: Option<Words>,
    /// What it is: an agreement, a policy order, a report …
    r#type: Option<DocumentType>,
    /// When it is from; a report may have no date.
    date: Option<Date>,
    /// When its term ends, such as that of an agreement: `2031-06`.
    until: Option<Date>,
    /// The id of the organization it comes from.
    body: Option<Key<Organization>>,
    /// Its number, as printed: `Policy Order 0-5`.
    reference: Option<Text>,
    /// Its text, or a part of it, word for word.
    quote: Option<Words>,
    /// Who signed it.
    signatories: Vec<SignatoryFile>,
    /// How many voted for it.
    in_favour: Option<u32>,
    /// How many voted against it.
    against: Option<u32>,
    /// Its file, by its path in `content/files/`: `order.pdf`.
    file: Option<String>,
    /// Its address elsewhere on the web, in place of `file`.
    url: Option<Url>,
    /// How many pages it has.
    pages: Option<u32>,
    /// Whether everybody can read the file, with a screen reader too: `yes`, `partial` or `no`.
    accessible: Option<Accessibility>,
    /// The language it is in: `en`.
    language: Option<LanguageTag>,
    /// The ids of the cities it is about.
    cities: OneOrMany<Key<City>>,
    /// The id of the committee it is about.
    committee: Option<Key<Committee>>,
    /// What else there is to say.
    note: Option<Words>,
    /// Where what is told of it comes from: a list of texts, or of `{ title: …, url: … }`.
    sources: OneOrMany<SourceFile>,
    /// `true` for what is kept for the record only.
    archived: bool,
}

/// Somebody who signed a document.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct SignatoryFile {
    /// The person's name.
    #[schemars(extend("needed" = true))]
    name: Option<Text>,
    /// For what office: `Mayor of Cambridge`.
    office: Option<Words>,
    /// The id of the city that the person signed for.
    city: Option<Key<City>>,
}

vocabulary! {
    /// What a document is.
    #[derive(Default)]
    #[expect(missing_docs, reason = "the names say all there is to say")]
    DocumentType {
        Agreement = "agreement",
        Resolution = "resolution",
        PolicyOrder = "policy-order",
        Ordinance = "ordinance",
        Proclamation = "proclamation",
        Policy = "policy",
        Minutes = "minutes",
        Agenda = "agenda",
        Report = "report",
        Newsletter = "newsletter",
        Bylaws = "bylaws",
        Letter = "letter",
        Map = "map",
        #[default]
        Other = "other",
    }
}

vocabulary! {
    /// Whether everybody can read a file.
    #[expect(missing_docs, reason = "the names say all there is to say")]
    Accessibility {
        Yes = "yes",
        Partial = "partial",
        No = "no",
    }
}

/// A paper.
#[derive(Debug)]
pub struct Document {
    /// Its id.
    pub id: Slug,
    /// Where its entry stands in the file of documents, for remarks on it.
    pub(super) field: String,
    /// What it is called.
    pub title: Words,
    /// What it is.
    pub r#type: DocumentType,
    /// When it is from.
    pub date: Option<Date>,
    /// When its term ends.
    pub until: Option<Date>,
    /// Who it is from.
    pub body: Option<Id<Organization>>,
    /// Its number, as printed.
    pub reference: Option<String>,
    /// Its text, word for word.
    pub quote: Option<Words>,
    /// Who signed it.
    pub signatories: Vec<Signatory>,
    /// Votes for it.
    pub in_favour: Option<u32>,
    /// Votes against it.
    pub against: Option<u32>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// Whether everybody can read its file.
    pub accessible: Option<Accessibility>,
    /// Where it can be had.
    pub location: Option<Location>,
    /// The language it is in.
    pub language: Option<LanguageTag>,
    /// The cities it is about.
    pub cities: Vec<Id<City>>,
    /// The committee it is about.
    pub committee: Option<Id<Committee>>,
    /// What else there is to say.
    pub note: Option<Words>,
    /// Where what is told of it comes from.
    pub sources: Vec<Source>,
    /// Whether it says by itself that it is kept for the record only.
    pub archived: bool,
}

/// Somebody who signed a document.
#[derive(Debug, Clone)]
pub struct Signatory {
    /// The person's name.
    pub name: String,
    /// The office.
    pub office: Option<Words>,
    /// The city that the person signed for.
    pub city: Option<Id<City>>,
}

/// Where a document can be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In the site's own files.
    File {
        /// Its path in the published site.
        path: OutputPath,
        /// Its size in bytes.
        size: u64,
    },
    /// Elsewhere.
    Elsewhere(Url),
}

impl Entry for DocumentFile {
    type Thing = Document;

    fn id(&self) -> Option<&Slug> {
        self.id.as_ref()
    }

    fn sources(&self) -> &[SourceFile] {
        &self.sources.0
    }

    fn resolve(self, id: Slug, field: &str, resolver: &mut Resolver<'_>) -> Document {
        let title = resolver.require(self.title, &format!("{field}.title"), "what it is called");
        if self.file.is_some() && self.url.is_some() {
            let diagnostic = Diagnostic::new(
                Code::DuplicateKey,
                "a document is a `file` of the site or has a `url` elsewhere, not both",
            )
            .help("remove one of the two");
            resolver.report(diagnostic, &format!("{field}.url"));
        }
        let file = self.file.and_then(|file| resolver.asset(&file, &format!("{field}.file")));
        Document {
            title: title.unwrap_or_else(|| Words::plain(id.as_str())),
            r#type: self.r#type.unwrap_or_default(),
            date: self.date,
            until: self.until,
            body: resolver.maybe(self.body.as_ref(), &format!("{field}.body")),
            reference: self.reference.map(String::from),
            quote: self.quote,
            signatories: resolve_signatories(self.signatories, field, resolver),
            in_favour: self.in_favour,
            against: self.against,
            pages: self.pages,
            accessible: self.accessible,
            location: file.or(self.url.map(Location::Elsewhere)),
            language: self.language,
            cities: resolver.ids(&self.cities.0, &format!("{field}.cities")),
            committee: resolver.maybe(self.committee.as_ref(), &format!("{field}.committee")),
            note: self.note,
            sources: Source::resolve_all(self.sources.0, &format!("{field}.sources"), resolver),
            archived: self.archived,
            field: field.to_owned(),
            id,
        }
    }
}

fn resolve_signatories(
    files: Vec<SignatoryFile>,
    field: &str,
    resolver: &mut Resolver<'_>,
) -> Vec<Signatory> {
    let files = files.into_iter().enumerate();
    files
        .filter_map(|(index, file)| {
            let field = format!("{field}.signatories[{index}]");
            let city = resolver.maybe(file.city.as_ref(), &format!("{field}.city"));
            let name = resolver.require(file.name, &format!("{field}.name"), "A. Person")?;
            Some(Signatory { name: name.into(), office: file.office, city })
        })
        .collect()
}

/// A document as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentView {
    /// Its id, and its anchor on the page of documents.
    pub id: String,
    /// What it is called.
    pub title: TextView,
    /// Its entry on the page of documents.
    pub url: String,
    /// `agreement`, `policy-order` …
    pub r#type: &'static str,
    /// When it is from.
    pub date: Option<DateView>,
    /// When its term ends, or ended.
    pub until: Option<DateView>,
    /// Whether that is over.
    pub ended: bool,
    /// Who it is from.
    pub body: Option<LinkView>,
    /// Its number, as printed.
    pub reference: Option<String>,
    /// Its text, word for word.
    pub quote: Option<TextView>,
    /// Who signed it.
    pub signatories: Vec<SignatoryView>,
    /// Votes for it.
    pub in_favour: Option<u32>,
    /// Votes against it.
    pub against: Option<u32>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// Whether everybody can read its file: `yes`, `partial` or `no`.
    pub accessible: Option<&'static str>,
    /// The file itself: an address in the site.
    pub file: Option<FileView>,
    /// The file elsewhere on the web.
    pub link: Option<String>,
    /// What is there, as people say it, if the address tells: `PDF`.
    pub format: Option<String>,
    /// The tag of the language it is in, if that is not the page's.
    pub language: Option<String>,
    /// The cities it is about.
    #[schemars(with = "Vec<LinkView>")]
    pub cities: Vec<Value>,
    /// The committee it is about.
    pub committee: Option<LinkView>,
    /// What else there is to say.
    pub note: Option<TextView>,
    /// Where what is told of it comes from.
    pub sources: Vec<SourceView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

/// Somebody who signed a document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SignatoryView {
    /// The person's name.
    pub name: String,
    /// The office.
    pub office: Option<TextView>,
    /// The city that the person signed for.
    pub city: Option<LinkView>,
}

/// A file that can be fetched.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FileView {
    /// Its address in the site.
    pub url: String,
    /// What it is, as people say it: `PDF`.
    pub format: String,
    /// Its size, as people say it: `120 kB`.
    pub size: String,
}

impl DocumentView {
    pub(super) fn new(document: Id<Document>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.documents[document];
        let (mut file, mut link) = (None, None);
        match &data.location {
            Some(Location::File { path, size }) => {
                let format = path.as_str().rsplit('.').next().unwrap_or_default().to_uppercase();
                file = Some(FileView { url: path.href(), format, size: size_in_words(*size) });
            }
            Some(Location::Elsewhere(url)) => link = Some(url.to_string()),
            None => {}
        }
        Self {
            id: data.id.to_string(),
            title: lens.words(&data.title),
            url: lens.url(Thing::Document(document)),
            r#type: data.r#type.as_str(),
            date: data.date.as_ref().map(|date| lens.date(date)),
            until: data.until.as_ref().map(|date| lens.date(date)),
            ended: data.until.as_ref().is_some_and(|date| date.is_past(lens.site.today)),
            body: data.body.map(|body| lens.link(Thing::Organization(body))),
            reference: data.reference.clone(),
            quote: data.quote.as_ref().map(|quote| lens.words(quote)),
            signatories: data
                .signatories
                .iter()
                .map(|signatory| SignatoryView {
                    name: signatory.name.clone(),
                    office: signatory.office.as_ref().map(|office| lens.words(office)),
                    city: signatory.city.map(|city| lens.link(Thing::City(city))),
                })
                .collect(),
            in_favour: data.in_favour,
            against: data.against,
            pages: data.pages,
            accessible: data.accessible.map(Accessibility::as_str),
            file,
            format: link.as_deref().and_then(format_of_address),
            link,
            language: data
                .language
                .as_ref()
                .filter(|tag| *tag != lens.language)
                .map(ToString::to_string),
            cities: links(&data.cities, lens),
            committee: data.committee.map(|committee| lens.link(Thing::Committee(committee))),
            note: data.note.as_ref().map(|note| lens.words(note)),
            sources: SourceView::all(&data.sources, lens),
            archived: lens.site.is_archived(Thing::Document(document)),
        }
    }
}

/// The format of what is at an address, where the address ends as files of that format do.
fn format_of_address(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let ending = path.rsplit('/').next()?.rsplit_once('.')?.1;
    let known = ["pdf", "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "zip"];
    known.contains(&ending.to_lowercase().as_str()).then(|| ending.to_uppercase())
}

/// A size in units of 1000 bytes, as file managers print it.
#[must_use]
pub fn size_in_words(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
