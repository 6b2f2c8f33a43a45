//! Whom to ask: what an entry says, what it is, what a template may see of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::collection::{Id, Key};
use super::lens::{Lens, LinkView, TextView};
use super::list::Entry;
use super::organization::Organization;
use super::provenance::{Source, SourceFile, SourceView};
use super::resolver::Resolver;
use super::thing::Thing;
use crate::language::Lexicon;
use crate::values::{Email, LanguageTag, OneOrMany, Phone, Slug, Text, Url, Words};

/// What an entry of `contacts.yaml` says.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ContactFile {
    /// The name by which other files refer to it: `membership`.
    #[schemars(extend("needed" = true))]
    id: Option<Slug>,
    /// What it is called: `Membership`.
    #[schemars(extend("needed" = true))]
    name: Option<Words>,
    /// What to ask here.
    about: Option<Words>,
    /// Who answers.
    person: Option<Text>,
    /// The id of the organization that answers.
    organization: Option<Key<Organization>>,
    /// The mailbox: `peace@example.org`.
    email: Option<Email>,
    /// The telephone number: `+1 617 555 0100`.
    phone: Option<Phone>,
    /// Where to write to or go to: one text, or a list of lines.
    address: OneOrMany<Words>,
    /// When somebody is there: `Monday to Thursday, 9 to 5`.
    hours: Option<Words>,
    /// The address of its page elsewhere.
    url: Option<Url>,
    /// The address of a form elsewhere.
    form: Option<Url>,
    /// The languages that are spoken: `[en, es]`.
    languages: OneOrMany<LanguageTag>,
    /// Where this comes from: a list of texts, or of `{ title: …, url: … }`.
    sources: OneOrMany<SourceFile>,
}

/// Whom to ask about something.
#[derive(Debug)]
pub struct Contact {
    /// Its id.
    pub id: Slug,
    /// What it is called.
    pub name: Words,
    /// What to ask here.
    pub about: Option<Words>,
    /// Who answers.
    pub person: Option<String>,
    /// The organization that answers.
    pub organization: Option<Id<Organization>>,
    /// The mailbox.
    pub email: Option<Email>,
    /// The telephone number.
    pub phone: Option<Phone>,
    /// Where to write to or go to, line by line.
    pub address: Vec<Words>,
    /// When somebody is there.
    pub hours: Option<Words>,
    /// Its page elsewhere.
    pub url: Option<Url>,
    /// A form elsewhere.
    pub form: Option<Url>,
    /// The languages that are spoken.
    pub languages: Vec<LanguageTag>,
    /// Where this comes from.
    pub sources: Vec<Source>,
}

impl Entry for ContactFile {
    type Thing = Contact;

    fn id(&self) -> Option<&Slug> {
        self.id.as_ref()
    }

    fn sources(&self) -> &[SourceFile] {
        &self.sources.0
    }

    fn resolve(self, id: Slug, field: &str, resolver: &mut Resolver<'_>) -> Contact {
        let name = resolver.require(self.name, &format!("{field}.name"), "Membership");
        Contact {
            name: name.unwrap_or_else(|| Words::plain(id.as_str())),
            about: self.about,
            person: self.person.map(String::from),
            organization: resolver
                .maybe(self.organization.as_ref(), &format!("{field}.organization")),
            email: self.email,
            phone: self.phone,
            address: self.address.0,
            hours: self.hours,
            url: self.url,
            form: self.form,
            languages: self.languages.0,
            sources: Source::resolve_all(self.sources.0, &format!("{field}.sources"), resolver),
            id,
        }
    }
}

/// A contact as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ContactView {
    /// Its id, and its anchor on the page of contacts.
    pub id: String,
    /// What it is called.
    pub name: TextView,
    /// Its address in the site.
    pub link: String,
    /// What to ask here.
    pub about: Option<TextView>,
    /// Who answers.
    pub person: Option<String>,
    /// The organization that answers.
    pub organization: Option<LinkView>,
    /// The mailbox.
    pub email: Option<String>,
    /// The telephone number, and the value of a link that dials it.
    pub phone: Option<PhoneView>,
    /// Where to write to or go to, line by line.
    pub address: Vec<TextView>,
    /// When somebody is there.
    pub hours: Option<TextView>,
    /// Its page elsewhere.
    pub url: Option<String>,
    /// A form elsewhere.
    pub form: Option<String>,
    /// The languages that are spoken, each called as its speakers call it.
    pub languages: Vec<TextView>,
    /// Where this comes from.
    pub sources: Vec<SourceView>,
}

/// A telephone number as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PhoneView {
    /// As it is written.
    pub text: String,
    /// `tel:` and the digits.
    pub href: String,
}

impl ContactView {
    /// What a template may see of a contact.
    #[must_use]
    pub fn new(contact: Id<Contact>, lens: &Lens<'_>) -> Self {
        let data = &lens.site.contacts[contact];
        let language = |tag: &LanguageTag| {
            let lexicon = Lexicon::built_in(tag);
            lens.foreign(lexicon.as_ref().map_or(tag.as_str(), Lexicon::name), tag)
        };
        Self {
            id: data.id.to_string(),
            name: lens.words(&data.name),
            link: lens.url(Thing::Contact(contact)),
            about: data.about.as_ref().map(|about| lens.words(about)),
            person: data.person.clone(),
            organization: data.organization.map(|id| lens.link(Thing::Organization(id))),
            email: data.email.as_ref().map(ToString::to_string),
            phone: data
                .phone
                .as_ref()
                .map(|phone| PhoneView { text: phone.to_string(), href: phone.href() }),
            address: lens.all_words(&data.address),
            hours: data.hours.as_ref().map(|hours| lens.words(hours)),
            url: data.url.as_ref().map(ToString::to_string),
            form: data.form.as_ref().map(ToString::to_string),
            languages: data.languages.iter().map(language).collect(),
            sources: SourceView::all(&data.sources, lens),
        }
    }

    /// Several contacts.
    #[must_use]
    pub fn all(contacts: &[Id<Contact>], lens: &Lens<'_>) -> Vec<Self> {
        contacts.iter().map(|contact| Self::new(*contact, lens)).collect()
    }
}
