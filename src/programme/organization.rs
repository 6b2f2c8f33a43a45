//! A body that others name: what its entry says, what it is, what a template may see of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tera::Value;

use super::city::City;
use super::collection::{Id, Key};
use super::event::EventCard;
use super::lens::{Lens, LinkView, TextView};
use super::list::Entry;
use super::place::NativeName;
use super::provenance::{Source, SourceFile, SourceView};
use super::resolver::Resolver;
use super::thing::Thing;
use super::vocabulary::vocabulary;
use crate::values::{OneOrMany, Slug, Text, Url, Words};

/// What an entry of `organizations.yaml` says.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OrganizationFile {
    /// The id by which others name it.
    #[schemars(extend("needed" = true))]
    id: Option<Slug>,
    /// What it is called.
    #[schemars(extend("needed" = true))]
    name: Option<Words>,
    /// What it is called in its own languages.
    native: OneOrMany<NativeName>,
    /// Its abbreviation: `CHA`.
    short: Option<Text>,
    /// What it is.
    r#type: Option<OrganizationType>,
    /// The city where it is.
    city: Option<Key<City>>,
    /// The organization that it belongs to.
    parent: Option<Key<Organization>>,
    /// Its website.
    website: Option<Url>,
    /// What else there is to say.
    note: Option<Words>,
    /// Where what is told of it comes from: a list of texts, or of `{ title: …, url: … }`.
    sources: OneOrMany<SourceFile>,
}

vocabulary! {
    /// What an organization is.
    #[expect(missing_docs, reason = "the names say all there is to say")]
    OrganizationType {
        Association = "association",
        Agency = "agency",
        Commission = "commission",
        Company = "company",
        Council = "council",
        Foundation = "foundation",
        Government = "government",
        Hospital = "hospital",
        Nonprofit = "nonprofit",
        School = "school",
        University = "university",
    }
}

/// A body that events, committees and relationships name.
#[derive(Debug)]
pub struct Organization {
    /// Its id.
    pub id: Slug,
    /// What it is called.
    pub name: Words,
    /// What it is called in its own languages.
    pub native: Vec<NativeName>,
    /// Its abbreviation.
    pub short: Option<String>,
    /// What it is.
    pub r#type: Option<OrganizationType>,
    /// Where it is.
    pub city: Option<Id<City>>,
    /// What it belongs to.
    pub parent: Option<Id<Organization>>,
    /// Its website.
    pub website: Option<Url>,
    /// What else there is to say.
    pub note: Option<Words>,
    /// Where what is told of it comes from.
    pub sources: Vec<Source>,
}

impl Entry for OrganizationFile {
    type Thing = Organization;

    fn id(&self) -> Option<&Slug> {
        self.id.as_ref()
    }

    fn sources(&self) -> &[SourceFile] {
        &self.sources.0
    }

    fn resolve(self, id: Slug, field: &str, resolver: &mut Resolver<'_>) -> Organization {
        let name = resolver.require(self.name, &format!("{field}.name"), "what it is called");
        Organization {
            name: name.unwrap_or_else(|| Words::plain(id.as_str())),
            native: self.native.0,
            short: self.short.map(String::from),
            r#type: self.r#type,
            city: resolver.maybe(self.city.as_ref(), &format!("{field}.city")),
            parent: resolver.maybe(self.parent.as_ref(), &format!("{field}.parent")),
            website: self.website,
            note: self.note,
            sources: Source::resolve_all(self.sources.0, &format!("{field}.sources"), resolver),
            id,
        }
    }
}

/// An organization as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OrganizationView {
    /// Its id, and its anchor on the page of organizations.
    pub id: String,
    /// What it is called.
    pub name: TextView,
    /// What it is called in its own languages.
    pub native: Vec<TextView>,
    /// Its abbreviation.
    pub short: Option<String>,
    /// `hospital`, `foundation` …
    pub r#type: Option<&'static str>,
    /// Its address.
    pub url: String,
    /// Where it is.
    pub city: Option<LinkView>,
    /// What it belongs to.
    pub parent: Option<LinkView>,
    /// Its website.
    pub website: Option<String>,
    /// What else there is to say.
    pub note: Option<TextView>,
    /// Where what is told of it comes from.
    pub sources: Vec<SourceView>,
    /// Whether it is kept for the record only.
    pub archived: bool,
}

impl OrganizationView {
    /// What a template may see of an organization.
    #[must_use]
    pub fn new(organization: Id<Organization>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.organizations[organization];
        Self {
            id: data.id.to_string(),
            name: lens.words(&data.name),
            native: data.native.iter().map(|name| lens.foreign(&name.text, &name.lang)).collect(),
            short: data.short.clone(),
            r#type: data.r#type.map(OrganizationType::as_str),
            url: lens.url(Thing::Organization(organization)),
            city: data.city.map(|city| lens.link(Thing::City(city))),
            parent: data.parent.map(|parent| lens.link(Thing::Organization(parent))),
            website: data.website.as_ref().map(ToString::to_string),
            note: data.note.as_ref().map(|note| lens.words(note)),
            sources: SourceView::all(&data.sources, lens),
            archived: lens.site.is_archived(Thing::Organization(organization)),
        }
    }
}

/// An organization in the list of organizations.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OrganizationEntry {
    /// What it is.
    #[serde(flatten)]
    pub organization: OrganizationView,
    /// The events it had a part in.
    #[schemars(with = "Vec<EventCard>")]
    pub events: Vec<Value>,
    /// How many earlier events are left out, where the page has too many.
    pub earlier_events: usize,
}
