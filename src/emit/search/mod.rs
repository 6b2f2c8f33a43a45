//! What the search finds: told by each page when it is printed, gathered into an index for each
//! language, and listed from A to Z for who has no JavaScript.

mod catalogue;
mod findable;
pub(super) mod letters;
mod words;

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tera::Value;

use self::findable::Findable;
use self::words::facts_of;
use super::request::Subject;
use super::text::PageText;
use crate::markdown::html::text_of;
use crate::output::{Contents, Origin, OutputFile, Visibility};
use crate::programme::directory::Grouping;
use crate::programme::division::{Listing, Portion};
use crate::programme::faq::QuestionId;
use crate::programme::{Kind, Lens, Section, Thing, sort_key};
use crate::search::{Document, Index, Name};
use crate::theme::Theme;
use crate::values::OutputPath;

pub(super) use catalogue::{Catalogue, CatalogueView, page, portions};

/// Something that a page tells of, and its place among the answers that are as good.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Found {
    rank: (u8, String),
    document: Arc<Document>,
}

/// A page that is printed: what can be found of it.
pub(super) struct Printed<'a> {
    pub(super) subject: Subject,
    /// Its text as it is shown.
    pub(super) text: &'a PageText,
    /// What its template is given.
    pub(super) variables: &'a [(&'static str, Value)],
    /// What it says in a line or two.
    pub(super) summary: Option<String>,
    pub(super) lens: &'a Lens<'a>,
    pub(super) theme: &'a Theme,
}

impl Printed<'_> {
    /// What can be found of the page: itself, and what has an address on it.
    pub(super) fn found(&self) -> Vec<Found> {
        match self.subject {
            Subject::Home => vec![self.whole(Findable::Home, Vec::new())],
            Subject::Directory(Grouping::Status) => {
                vec![self.whole(Findable::Section(Section::Cities), Vec::new())]
            }
            Subject::Section(Section::Search)
            | Subject::Directory(_)
            | Subject::Chosen(_)
            | Subject::Letter(..)
            | Subject::NotFound => Vec::new(),
            Subject::Portion(Portion { list: Listing::Section(section), .. }) => {
                self.entries_of(section).collect()
            }
            Subject::Portion(_) => Vec::new(),
            Subject::Section(section) => {
                let whole = self.whole(Findable::Section(section), Vec::new());
                [whole].into_iter().chain(self.entries_of(section)).collect()
            }
            Subject::Thing(thing @ (Thing::Faq(_) | Thing::Guide(_))) => {
                let whole = self.whole(Findable::Thing(thing), Vec::new());
                [whole].into_iter().chain(self.parts(thing)).collect()
            }
            Subject::Thing(thing) => {
                let facts = self.variables.iter().map(|(_, value)| value);
                vec![self.whole(Findable::Thing(thing), self.facts(facts))]
            }
        }
    }

    /// The page as a whole.
    fn whole(&self, findable: Findable, facts: Vec<String>) -> Found {
        let is_apart = matches!(self.subject, Subject::Thing(Thing::Faq(_) | Thing::Guide(_)));
        let headings = self.text.contents.iter().filter(|_| !is_apart);
        let body = self.text.body.as_ref().and_then(Value::as_str).unwrap_or_default();
        self.tell(
            findable,
            Document {
                headings: headings.map(|heading| heading.text.clone()).collect(),
                summary: self.summary.clone().unwrap_or_default(),
                facts,
                body: text_of(body),
                ..self.named(findable)
            },
        )
    }

    /// The things of a section that stand on the page.
    fn entries_of(&self, section: Section) -> impl Iterator<Item = Found> {
        let kinds = Kind::ALL.into_iter().filter(|kind| kind.is_anchor());
        let kinds = kinds.filter(move |kind| Section::of_kind(*kind) == Some(section));
        kinds.flat_map(|kind| self.entries(kind))
    }

    /// The things of a kind that stand on the page.
    fn entries(&self, kind: Kind) -> impl Iterator<Item = Found> {
        let lists = self.variables.iter().filter_map(|(_, list)| list.as_array());
        lists.flatten().filter_map(move |entry| {
            let thing = self.lens.site.find(kind, text_at(entry, "id")?).ok()?;
            let findable = Findable::Thing(thing);
            let facts = self.facts([entry]);
            Some(self.tell(findable, Document { facts, ..self.named(findable) }))
        })
    }

    /// The questions of a group, or the steps of a guide.
    fn parts(&self, thing: Thing) -> impl Iterator<Item = Found> {
        let site = self.lens.site;
        let lists = self.variables.iter().filter_map(|(_, list)| list.as_array());
        lists.flatten().filter_map(move |part| {
            let anchor = text_at(part, "id")?;
            let findable = match thing {
                Thing::Faq(faq) => {
                    let mut questions = site.faqs[faq].questions.iter();
                    let index = questions.position(|question| question.anchor == anchor)?;
                    Findable::Question(QuestionId { faq, index })
                }
                Thing::Guide(guide) => {
                    let mut steps = site.guides[guide].steps.iter();
                    Findable::Step(guide, steps.position(|step| step.anchor == anchor)?)
                }
                _ => return None,
            };
            let body = text_of(text_at(part, "body").unwrap_or_default());
            let facts = self.facts([part]);
            Some(self.tell(findable, Document { facts, body, ..self.named(findable) }))
        })
    }

    fn facts<'v>(&self, values: impl IntoIterator<Item = &'v Value>) -> Vec<String> {
        facts_of(values, |key| {
            let word = self.theme.strings.plain(self.lens.language.as_str(), key);
            word.and_then(Value::as_str).map(str::to_owned)
        })
    }

    /// What is called what it is called, and stands where it stands.
    fn named(&self, findable: Findable) -> Document {
        let strings = &self.theme.strings;
        let word = |key: &str| strings.text(self.lens.language, key);
        let name =
            |name: crate::programme::lens::TextView| Name { text: name.text, lang: name.lang };
        Document {
            title: name(findable.title(self.lens, word)),
            names: findable.names(self.lens).into_iter().map(name).collect(),
            kind: word(findable.kind()),
            url: findable.url(self.lens),
            headings: Vec::new(),
            summary: String::new(),
            facts: Vec::new(),
            body: String::new(),
        }
    }

    fn tell(&self, findable: Findable, mut document: Document) -> Found {
        document.facts.retain(|fact| *fact != document.title.text);
        let rank = (findable.rank(), sort_key(&document.title.text));
        Found { rank, document: Arc::new(document) }
    }
}

fn text_at<'v>(value: &'v Value, key: &'static str) -> Option<&'v str> {
    value.get_from_path(key)?.as_str()
}

/// The index of a language.
pub(super) fn files(mut found: Vec<Found>, lens: &Lens<'_>) -> Vec<OutputFile> {
    if !Section::Search.is_present(lens.site) {
        return Vec::new();
    }
    found.sort_by(|one, other| one.rank.cmp(&other.rank));
    let index = Index::of(found.into_iter().map(|found| found.document).collect());
    let folder = format!("{}{}/index", lens.site.prefix(lens.language), Section::Search.key());
    let files = index.files().filter_map(|file| {
        Some(OutputFile {
            path: OutputPath::new(&format!("{folder}/{}", file.name()))?,
            contents: Contents::Indexed(file),
            origin: Origin::Program("the index of the search"),
            visibility: Visibility::Public,
        })
    });
    files.collect()
}
