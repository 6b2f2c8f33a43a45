//! The programme as a whole: complete, immutable, and able to answer questions across its parts.

mod of_thing;

use std::sync::Arc;

use super::anniversary::Anniversary;
use super::area::Area;
use super::asset::Asset;
use super::city::City;
use super::collection::{Collection, Id};
use super::committee::Committee;
use super::contact::Contact;
use super::directive::Filter;
use super::division::{Division, Divisions, Listing};
use super::document::Document;
use super::event::{DelegationView, Event, EventStatus};
use super::faq::{self, Faq};
use super::glossary::Term;
use super::guide::Guide;
use super::index::{Index, sort_key};
use super::kind::Kind;
use super::names::Names;
use super::organization::Organization;
use super::page::{HomePage, News, Page};
use super::picture::Pictures;
use super::profile::Profile;
use super::redirect::Redirect;
use super::relationship::{Relationship, Status};
use super::section::{Section, SectionWords};
use super::thing::Thing;
use super::timeline::{Occasion, OccasionKind};
use super::upkeep::Upkeeps;
use crate::config::{PausedGroup, Shape};
use crate::diagnostic::{Diagnostic, Withheld};
use crate::memo::Fingerprint;
use crate::output::Visibility;
use crate::values::date::Day;
use crate::values::{Duration, LanguageTag, SourcePath, Words};

/// Everything that is published, with every reference resolved.
#[derive(Debug)]
pub struct Site {
    /// What the programme is called.
    pub name: Words,
    /// A motto.
    pub tagline: Option<Words>,
    /// One or two sentences about the programme.
    pub summary: Option<Words>,
    /// The language of the originals.
    pub language: LanguageTag,
    /// What the site is about.
    pub shape: Shape,
    /// The home city; a register has none.
    pub home: Option<Id<City>>,
    /// The organization that is responsible.
    pub operator: Option<Id<Organization>>,
    /// The sections' own words.
    pub sections: Vec<SectionWords>,
    /// What the programme says of itself.
    pub profile: Profile,
    /// How long after its last review a file should be looked through again.
    pub(super) review_after: Option<Duration>,
    /// The home page's own words.
    pub home_page: Option<HomePage>,
    /// The home city and its partners.
    pub cities: Collection<City>,
    /// What binds them.
    pub relationships: Collection<Relationship>,
    /// Who keeps the bonds alive.
    pub committees: Collection<Committee>,
    /// What happened or will.
    pub events: Collection<Event>,
    /// Dated prose.
    pub news: Collection<News>,
    /// Any other pages.
    pub pages: Collection<Page>,
    /// Bodies that the others name.
    pub organizations: Collection<Organization>,
    /// What relationships are about.
    pub areas: Collection<Area>,
    /// Papers.
    pub documents: Collection<Document>,
    /// Questions in groups.
    pub faqs: Collection<Faq>,
    /// How something is done, step by step.
    pub guides: Collection<Guide>,
    /// What words mean.
    pub terms: Collection<Term>,
    /// Whom to ask.
    pub contacts: Collection<Contact>,
    /// The photographs and documents of the site, in the order of their paths.
    pub assets: Vec<Asset>,
    /// What is said of the pictures among them, and which belong to pages.
    pub pictures: Pictures,
    /// Former addresses, and where they lead.
    pub redirects: Vec<Redirect>,
    /// The day for which the site is made.
    pub today: Day,
    pub(super) paused: PausedGroup,
    pub(super) occasions: Vec<Occasion>,
    pub(super) index: Index,
    pub(super) divisions: Divisions,
    pub(super) names: Arc<Names>,
    /// How the files are kept.
    pub upkeep: Upkeeps,
    /// Stands for all of this.
    pub fingerprint: Fingerprint,
}

impl Site {
    /// The same with who belongs to whom, and then how long lists are divided.
    pub(super) fn worked_out(self) -> Self {
        let site = Self { index: Index::of(&self), ..self };
        Self { divisions: Divisions::of(&site), ..site }
    }

    /// A section's own words.
    #[must_use]
    pub fn section_words(&self, section: Section) -> Option<&SectionWords> {
        self.sections.iter().find(|words| words.section == section)
    }

    /// Whether the public may see what a file, or the original of a translation, describes.
    #[must_use]
    pub fn is_public(&self, file: &SourcePath) -> bool {
        self.names.is_public(file)
    }

    /// Whether a city is the home city.
    #[must_use]
    pub fn is_home(&self, city: Id<City>) -> bool {
        self.home == Some(city)
    }

    /// Whether a relationship is one that cities are listed by: with the home city, if there is one.
    pub(super) fn lists_by(&self, relationship: &Relationship) -> bool {
        self.home.is_none_or(|home| relationship.parties.contains(&home))
    }

    /// The partner city of a pair.
    #[must_use]
    pub fn pair(&self) -> Option<(Id<City>, Id<City>)> {
        match (self.shape, self.home, self.partners()) {
            (Shape::Pair, Some(home), [partner]) => Some((home, *partner)),
            _ => None,
        }
    }

    /// The relationships of a city, the most alive first.
    #[must_use]
    pub fn relationships_of(&self, city: Id<City>) -> &[Id<Relationship>] {
        &self.index.relationships_of_city[city.index()]
    }

    /// The relationship by which a city is listed: with the home city, if there is one.
    #[must_use]
    pub fn principal_relationship(&self, city: Id<City>) -> Option<Id<Relationship>> {
        self.index.principal[city.index()]
    }

    /// The partner cities, in the order in which their relationships were established; in a register,
    /// all cities. Those whose proposal was declined are not among them.
    #[must_use]
    pub fn partners(&self) -> &[Id<City>] {
        &self.index.partners
    }

    /// The partner cities that a filter means.
    pub fn partners_where<'a>(&'a self, filter: &'a Filter) -> impl Iterator<Item = Id<City>> + 'a {
        self.partners().iter().copied().filter(move |city| self.matches(*city, filter))
    }

    fn matches(&self, city: Id<City>, filter: &Filter) -> bool {
        let relationship = self.principal_relationship(city).map(|id| &self.relationships[id]);
        let status = relationship.map(|relationship| relationship.status(self.today));
        let kind = relationship.map(|relationship| relationship.kind);
        let group = status.map(|status| self.group(status));
        filter.status.is_none_or(|wanted| status == Some(wanted) || group == Some(wanted))
            && filter.kind.is_none_or(|wanted| kind == Some(wanted))
            && filter.country.is_none_or(|wanted| self.cities[city].country.code == Some(wanted))
    }

    /// The status under which the directory lists relationships of a status.
    #[must_use]
    pub fn group(&self, status: Status) -> Status {
        match (status, self.paused) {
            (Status::Paused, PausedGroup::WithActive) => Status::Active,
            (status, _) => status,
        }
    }

    /// What a city is sorted by.
    #[must_use]
    pub fn sort_key(&self, city: Id<City>) -> &str {
        &self.index.sort_keys[city.index()]
    }

    /// The letter under which a city is listed.
    #[must_use]
    pub fn letter(&self, city: Id<City>, language: &LanguageTag) -> String {
        let name = self.cities[city].name.best(language, &self.language).0;
        let key = sort_key(name);
        let letter = key.chars().find(char::is_ascii_alphabetic).unwrap_or('#');
        letter.to_ascii_uppercase().to_string()
    }

    /// The events of a city, the earliest first.
    #[must_use]
    pub fn events_of(&self, city: Id<City>) -> &[Id<Event>] {
        &self.index.events_of_city[city.index()]
    }

    /// The documents about a city, the earliest first.
    #[must_use]
    pub fn documents_of(&self, city: Id<City>) -> &[Id<Document>] {
        &self.index.documents_of_city[city.index()]
    }

    /// The news about a city, the latest first.
    #[must_use]
    pub fn news_of(&self, city: Id<City>) -> &[Id<News>] {
        &self.index.news_of_city[city.index()]
    }

    /// The cities whose relationships a committee keeps alive.
    #[must_use]
    pub fn cities_of_committee(&self, committee: Id<Committee>) -> &[Id<City>] {
        &self.index.cities_of_committee[committee.index()]
    }

    /// The events that a committee had in hand, the earliest first.
    #[must_use]
    pub fn events_of_committee(&self, committee: Id<Committee>) -> &[Id<Event>] {
        &self.index.events_of_committee[committee.index()]
    }

    /// The papers of a committee, the earliest first.
    #[must_use]
    pub fn documents_of_committee(&self, committee: Id<Committee>) -> &[Id<Document>] {
        &self.index.documents_of_committee[committee.index()]
    }

    /// The cities whose relationships are about an area.
    #[must_use]
    pub fn cities_of_area(&self, area: Id<Area>) -> &[Id<City>] {
        &self.index.cities_of_area[area.index()]
    }

    /// The events that were about an area, the earliest first.
    #[must_use]
    pub fn events_of_area(&self, area: Id<Area>) -> &[Id<Event>] {
        &self.index.events_of_area[area.index()]
    }

    /// The events that an organization had a part in, the earliest first.
    #[must_use]
    pub fn events_of_organization(&self, organization: Id<Organization>) -> &[Id<Event>] {
        &self.index.events_of_organization[organization.index()]
    }

    /// All events, the earliest first.
    #[must_use]
    pub fn events_by_date(&self) -> &[Id<Event>] {
        &self.index.events_by_date
    }

    /// All events in the order of their list: what is to come, the earliest first, then what was, the
    /// latest first.
    #[must_use]
    pub fn events_in_order(&self) -> Vec<Id<Event>> {
        let is_upcoming = |id: &Id<Event>| self.is_upcoming(*id);
        let events = self.events_by_date().iter().copied();
        let (upcoming, past): (Vec<_>, Vec<_>) = events.partition(is_upcoming);
        upcoming.into_iter().chain(past.into_iter().rev()).collect()
    }

    /// All news, the earliest first.
    #[must_use]
    pub fn news_by_date(&self) -> &[Id<News>] {
        &self.index.news_by_date
    }

    /// All documents, the earliest first.
    #[must_use]
    pub fn documents_by_date(&self) -> &[Id<Document>] {
        &self.index.documents_by_date
    }

    /// What has a round number of years within the coming twelve months, the earliest first.
    #[must_use]
    pub fn anniversaries(&self) -> &[Anniversary] {
        &self.index.anniversaries
    }

    /// Everything that happened, the earliest first.
    #[must_use]
    pub fn occasions(&self) -> &[Occasion] {
        &self.occasions
    }

    /// The places of a city's occasions among all of them.
    pub(super) fn occasions_of(&self, city: Id<City>) -> &[u32] {
        &self.index.occasions_of_city[city.index()]
    }

    /// The place of an event among all occasions.
    pub(super) fn occasion_of(&self, event: Id<Event>) -> u32 {
        self.index.occasion_of_event[event.index()]
    }

    /// The places of the occasions of a kind among all of them.
    pub(super) fn occasions_of_kind(&self, kind: OccasionKind) -> &[u32] {
        self.index.occasions_of_kind.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The cities that the timeline can be narrowed to, in the order of their ids: all partners of
    /// which it tells, unless there is only one, or more than anybody would look through.
    pub(super) fn timeline_cities(&self) -> &[Id<City>] {
        &self.index.timeline_cities
    }

    /// The kinds of occasions that the timeline can be narrowed to: all of which it tells, unless
    /// there is only one.
    pub(super) fn timeline_kinds(&self) -> impl Iterator<Item = OccasionKind> + '_ {
        let kinds = &self.index.occasions_of_kind;
        kinds.keys().copied().filter(move |_| kinds.len() > 1)
    }

    /// How a list is divided, if it is too long for one page.
    #[must_use]
    pub fn division(&self, list: Listing) -> Option<&Division> {
        self.divisions.get(list)
    }

    /// The lists that are too long for one page.
    pub(super) fn divisions(&self) -> impl Iterator<Item = (Listing, &Division)> {
        self.divisions.iter()
    }

    /// Which delegation an event is among those of its partner city, if it is one, concerns no
    /// other partner and was not cancelled.
    #[must_use]
    pub fn delegation(&self, event: Id<Event>) -> Option<DelegationView> {
        self.index.delegations[event.index()].map(|(number, of)| DelegationView { number, of })
    }

    /// Whether an event is still to come.
    #[must_use]
    pub fn is_upcoming(&self, event: Id<Event>) -> bool {
        let event = &self.events[event];
        let ahead = event
            .date
            .as_ref()
            .is_some_and(|date| !date.is_past(self.today) && !date.is_open_ended());
        ahead && event.status != EventStatus::Cancelled
    }

    /// The thing that an id names; else what to say about it, unless it has been said.
    pub fn find(&self, kind: Kind, id: &str) -> Result<Thing, Option<Diagnostic>> {
        self.names.find(kind, id)
    }

    /// Whether the public may see what a file describes.
    #[must_use]
    pub fn visibility(&self, file: &SourcePath) -> Visibility {
        self.names.visibility(file)
    }

    /// What the public may not see, whether it is left out or shown and marked, in the order of
    /// files.
    pub fn hidden(&self) -> impl Iterator<Item = Withheld> + '_ {
        self.names.hidden()
    }

    /// The groups of questions in their order.
    #[must_use]
    pub fn faqs_in_order(&self) -> Vec<Id<Faq>> {
        faq::in_order(&self.faqs, &self.language)
    }

    /// All terms in the order of their letters in a language.
    #[must_use]
    pub fn terms_by_name(&self, language: &LanguageTag) -> Vec<Id<Term>> {
        let mut ids: Vec<Id<Term>> = self.terms.ids().collect();
        ids.sort_by_cached_key(|id| {
            sort_key(self.terms[*id].term.best(language, &self.language).0)
        });
        ids
    }

    /// All organizations in the order of their names in a language.
    #[must_use]
    pub fn organizations_by_name(&self, language: &LanguageTag) -> Vec<Id<Organization>> {
        let mut ids: Vec<Id<Organization>> = self.organizations.ids().collect();
        ids.sort_by_cached_key(|id| {
            sort_key(self.organizations[*id].name.best(language, &self.language).0)
        });
        ids
    }
}
