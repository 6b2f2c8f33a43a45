//! The programme's terms: what an entry says, what it is, what a template may see of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::collection::Id;
use super::lens::{Lens, TextView};
use super::list::Entry;
use super::provenance::{Source, SourceFile, SourceView};
use super::relationship::{RelationshipKind, Status};
use super::resolver::Resolver;
use super::site::Site;
use super::thing::Thing;
use crate::values::{LanguageTag, OneOrMany, Slug, Text, Words};

/// What an entry of `glossary.yaml` says.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct TermFile {
    /// The name by which other files refer to it: `friendship-city`.
    #[schemars(extend("needed" = true))]
    id: Option<Slug>,
    /// The term: `Friendship city`.
    #[schemars(extend("needed" = true))]
    term: Option<Words>,
    /// What it means.
    definition: Option<Words>,
    /// What the same is called in other languages and places.
    also: Vec<AlsoFile>,
    /// The status of relationships that it explains: `emeritus`. Wherever that status is shown, it
    /// leads here.
    status: Option<Status>,
    /// The kind of relationships that it explains: `friendship`.
    kind: Option<RelationshipKind>,
    /// Where this comes from: a list of texts, or of `{ title: …, url: … }`.
    sources: OneOrMany<SourceFile>,
}

/// The same in another language or place.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
struct AlsoFile {
    /// What it is called there: `Partnerstadt`.
    #[schemars(extend("needed" = true))]
    text: Option<Text>,
    /// The language that it is in: `de`.
    lang: Option<LanguageTag>,
    /// Where it is called so: `Germany`.
    r#where: Option<Words>,
}

/// A term of the programme.
#[derive(Debug)]
pub struct Term {
    /// Its id.
    pub id: Slug,
    /// The term.
    pub term: Words,
    /// What it means.
    pub definition: Option<Words>,
    /// What the same is called elsewhere.
    pub also: Vec<AlsoTerm>,
    /// The status of relationships that it explains.
    pub status: Option<Status>,
    /// The kind of relationships that it explains.
    pub kind: Option<RelationshipKind>,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

/// What a term is called elsewhere.
#[derive(Debug)]
pub struct AlsoTerm {
    /// The word.
    pub text: String,
    /// Its language; nothing, if it is the site's own.
    pub lang: Option<LanguageTag>,
    /// Where it is called so.
    pub place: Option<Words>,
}

impl Entry for TermFile {
    type Thing = Term;

    fn id(&self) -> Option<&Slug> {
        self.id.as_ref()
    }

    fn sources(&self) -> &[SourceFile] {
        &self.sources.0
    }

    fn resolve(self, id: Slug, field: &str, resolver: &mut Resolver<'_>) -> Term {
        let term = resolver.require(self.term, &format!("{field}.term"), "Friendship city");
        let also = self.also.into_iter().enumerate().filter_map(|(index, also)| {
            let field = format!("{field}.also[{index}].text");
            let text = resolver.require(also.text, &field, "Partnerstadt")?;
            Some(AlsoTerm { text: text.into(), lang: also.lang, place: also.r#where })
        });
        Term {
            also: also.collect(),
            term: term.unwrap_or_else(|| Words::plain(id.as_str())),
            definition: self.definition,
            status: self.status,
            kind: self.kind,
            sources: Source::resolve_all(self.sources.0, &format!("{field}.sources"), resolver),
            id,
        }
    }
}

impl Site {
    /// The term that explains a status.
    #[must_use]
    pub fn term_of_status(&self, status: Status) -> Option<Id<Term>> {
        self.terms.iter().find(|(_, term)| term.status == Some(status)).map(|(id, _)| id)
    }

    /// The term that explains a kind of relationships.
    #[must_use]
    pub fn term_of_kind(&self, kind: RelationshipKind) -> Option<Id<Term>> {
        self.terms.iter().find(|(_, term)| term.kind == Some(kind)).map(|(id, _)| id)
    }
}

impl Lens<'_> {
    /// The address of the term that explains a status.
    pub(super) fn explained_status(&self, status: Status) -> Option<String> {
        self.site.term_of_status(status).map(|term| self.url(Thing::Term(term)))
    }

    /// The address of the term that explains a kind of relationships.
    pub(super) fn explained_kind(&self, kind: RelationshipKind) -> Option<String> {
        self.site.term_of_kind(kind).map(|term| self.url(Thing::Term(term)))
    }
}

/// A term as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TermView {
    /// Its id, and its anchor on the page of the glossary.
    pub id: String,
    /// The term.
    pub term: TextView,
    /// What it means.
    pub definition: Option<TextView>,
    /// What the same is called elsewhere.
    pub also: Vec<AlsoTermView>,
    /// The status that it explains: `emeritus` …
    pub status: Option<&'static str>,
    /// The kind that it explains: `friendship` …
    pub kind: Option<&'static str>,
    /// Where this comes from.
    pub sources: Vec<SourceView>,
}

/// What a term is called elsewhere, as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoTermView {
    /// The word, marked with its language.
    pub text: TextView,
    /// Where it is called so.
    pub place: Option<TextView>,
}

impl TermView {
    /// What a template may see of a term.
    #[must_use]
    pub fn new(term: Id<Term>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.terms[term];
        let also = data.also.iter().map(|also| AlsoTermView {
            text: lens.foreign(&also.text, also.lang.as_ref().unwrap_or(&lens.site.language)),
            place: also.place.as_ref().map(|place| lens.words(place)),
        });
        Self {
            id: data.id.to_string(),
            term: lens.words(&data.term),
            definition: data.definition.as_ref().map(|definition| lens.words(definition)),
            also: also.collect(),
            status: data.status.map(Status::as_str),
            kind: data.kind.map(RelationshipKind::as_str),
            sources: SourceView::all(&data.sources, lens),
        }
    }
}
