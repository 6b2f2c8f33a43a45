//! The site as it is seen in one language: what turns entities into views.

use std::sync::{Arc, OnceLock};

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::city::{City, CityCard};
use super::collection::Id;
use super::committee::{Committee, CommitteeCard};
use super::directive::{Filter, Noun};
use super::division::Shown;
use super::document::{Document, DocumentView};
use super::event::{Event, EventCard};
use super::index::sort_key;
use super::locator::Globes;
use super::map::MapView;
use super::page::{News, NewsCard};
use super::place::Country;
use super::relationship::Relationship;
use super::site::Site;
use super::thing::Thing;
use super::timeline::{self, Choice, ChoicesView, TimelineEntry};
use crate::language::Lexicon;
use crate::markdown::html::escape;
use crate::values::date::Shape;
use crate::values::{Date, LanguageTag, Time, Words};

/// The site in one language.
#[derive(Clone)]
pub struct Lens<'a> {
    /// The site.
    pub site: &'a Site,
    /// The language.
    pub language: &'a LanguageTag,
    /// The language's words for dates, numbers and countries.
    pub lexicon: &'a Lexicon,
    /// The site's own language's words, where this one has none.
    own_lexicon: &'a Lexicon,
    /// What pages share.
    cards: Arc<Cards>,
    /// What pages of all languages share.
    globes: Arc<Globes>,
}

/// What many pages show of a thing, made once for each language, when a page first asks for it; to
/// use it again costs nothing.
#[derive(Debug, Default)]
pub struct Cards {
    links: Vec<OnceLock<Value>>,
    cities: Vec<OnceLock<Value>>,
    events: Vec<OnceLock<Value>>,
    committees: Vec<OnceLock<Value>>,
    documents: Vec<OnceLock<Value>>,
    news: Vec<OnceLock<Value>>,
    entries: Vec<OnceLock<Value>>,
    map: OnceLock<Value>,
    countries: OnceLock<usize>,
}

/// Words as a template sees them.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct TextView {
    /// The words.
    pub text: String,
    /// Their language, if it is not the page's.
    pub lang: Option<String>,
    /// The way they run, where their language is named.
    pub dir: Option<&'static str>,
}

/// A date as a template sees it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DateView {
    /// In words, at its own precision.
    pub text: String,
    /// The same with `<time>` around what HTML can understand of it.
    pub html: String,
    /// In EDTF.
    pub edtf: String,
}

/// A time of day as a template sees it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TimeView {
    /// As a clock of 24 hours shows it: `18:30`.
    pub clock: String,
    /// The hour of a clock of 12 hours: `6`.
    pub hour: u8,
    /// The minute, with two digits: `30`.
    pub minute: String,
    /// `am` or `pm`.
    pub half: &'static str,
}

impl TimeView {
    pub(super) fn new(time: Time) -> Self {
        Self {
            clock: time.to_string(),
            hour: match time.hour() % 12 {
                0 => 12,
                hour => hour,
            },
            minute: format!("{:02}", time.minute()),
            half: if time.hour() < 12 { "am" } else { "pm" },
        }
    }
}

/// A thing and its address.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LinkView {
    /// What it is called.
    pub label: TextView,
    /// Its address in the site.
    pub url: String,
}

impl<'a> Lens<'a> {
    /// Looks at a site in a language, without what pages share: enough to write a name or an
    /// address.
    #[must_use]
    pub fn bare(
        site: &'a Site,
        language: &'a LanguageTag,
        lexicon: &'a Lexicon,
        own_lexicon: &'a Lexicon,
    ) -> Self {
        let (cards, globes) = (Arc::default(), Arc::default());
        Self { site, language, lexicon, own_lexicon, cards, globes }
    }

    /// The same with what pages share.
    #[must_use]
    pub fn with_cards(self, cards: Arc<Cards>) -> Self {
        Self { cards, ..self }
    }

    /// The same with globes that others may have drawn.
    #[must_use]
    pub fn with_globes(self, globes: Arc<Globes>) -> Self {
        Self { globes, ..self }
    }

    pub(super) fn globes(&self) -> &Globes {
        &self.globes
    }

    /// Words in this language, or in another that is then named.
    #[must_use]
    pub fn words(&self, words: &Words) -> TextView {
        let (text, language) = words.best(self.language, &self.site.language);
        self.foreign(text, language)
    }

    /// Several words.
    #[must_use]
    pub fn all_words(&self, words: &[Words]) -> Vec<TextView> {
        words.iter().map(|words| self.words(words)).collect()
    }

    /// A text in a language that is known.
    #[must_use]
    pub fn foreign(&self, text: &str, language: &LanguageTag) -> TextView {
        let is_foreign = language != self.language;
        TextView {
            text: text.to_owned(),
            lang: is_foreign.then(|| language.to_string()),
            dir: is_foreign.then(|| language.direction().as_str()),
        }
    }

    /// A date in words.
    #[must_use]
    pub fn date(&self, date: &Date) -> DateView {
        let shown = self.lexicon.date(date);
        DateView { text: shown.text, html: shown.html, edtf: date.edtf().to_owned() }
    }

    /// The time since a date: `2019` becomes "since 2019".
    #[must_use]
    pub fn since(&self, date: &Date) -> DateView {
        match date.shape() {
            Shape::Single(_) => {
                let open = Date::parse(&format!("{}/..", date.edtf()));
                self.date(open.as_ref().unwrap_or(date))
            }
            _ => self.date(date),
        }
    }

    /// A number as it is printed.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        self.lexicon.number(number)
    }

    /// Several texts as one list.
    #[must_use]
    pub fn list(&self, texts: &[String]) -> String {
        self.lexicon.list(texts)
    }

    /// A country's name as the programme prints it, or the usual one.
    #[must_use]
    pub fn country(&self, country: &Country) -> TextView {
        match (&country.name, country.code) {
            (Some(name), code) => {
                // The usual name in this language is better than a printed name in another.
                let printed = self.words(name);
                let usual = code
                    .filter(|_| printed.lang.is_some())
                    .and_then(|code| self.lexicon.country(code));
                usual.map_or(printed, |usual| self.foreign(usual, self.language))
            }
            (None, Some(code)) => {
                match (self.lexicon.country(code), self.own_lexicon.country(code)) {
                    (Some(name), _) => self.foreign(name, self.language),
                    (None, Some(name)) => self.foreign(name, &self.site.language),
                    (None, None) => self.foreign(code.as_str(), self.language),
                }
            }
            (None, None) => self.foreign("", self.language),
        }
    }

    /// What a city lies in, from the inner to the outer, with the country last.
    #[must_use]
    pub fn chain(&self, city: &City) -> Vec<TextView> {
        let mut chain = self.all_words(&city.within);
        chain.push(self.country(&city.country));
        chain
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self, noun: Noun, filter: &Filter) -> usize {
        match noun {
            Noun::Countries => self.countries(self.site.partners_where(filter)),
            noun => self.site.count(noun, filter),
        }
    }

    /// How many countries some cities lie in, by the names that are printed: England and Scotland
    /// have one code and are two countries to who prints them so.
    pub(super) fn countries(&self, cities: impl Iterator<Item = Id<City>>) -> usize {
        let name = |city| sort_key(&self.country(&self.site.cities[city].country).text);
        cities.map(name).collect::<std::collections::BTreeSet<_>>().len()
    }

    /// How many countries all partner cities lie in.
    #[must_use]
    pub(super) fn all_countries(&self) -> usize {
        let count = || self.countries(self.site.partners().iter().copied());
        *self.cards.countries.get_or_init(count)
    }

    /// The address of a thing in this language.
    #[must_use]
    pub fn url(&self, thing: Thing) -> String {
        format!("{}{}", self.site.prefix(self.language), self.site.address(thing))
    }

    /// A thing and its address.
    #[must_use]
    pub fn link(&self, thing: Thing) -> LinkView {
        LinkView { label: self.words(self.site.label(thing)), url: self.url(thing) }
    }

    /// What happened in one city; or everywhere, of which it is the latest if it is much. Nothing, if nothing did.
    #[must_use]
    pub fn timeline(&self, city: Option<Id<City>>) -> Value {
        timeline::of_city(city, self)
    }

    /// What a page shows of the site's timeline, or of what a choice leaves of it.
    #[must_use]
    pub fn shown_timeline(&self, choice: Option<Choice>, shown: Shown<'_>) -> Value {
        timeline::shown(choice, shown, self)
    }

    /// What the site's timeline can be narrowed to.
    #[must_use]
    pub fn timeline_choices(&self, current: Option<Choice>) -> ChoicesView {
        ChoicesView::new(current, self)
    }

    /// What happened between the parties of a relationship; nothing, if nothing did.
    #[must_use]
    pub fn relationship_timeline(&self, relationship: Id<Relationship>) -> Value {
        timeline::of_relationship(relationship, self)
    }

    /// A text as HTML, with its language marked.
    #[must_use]
    pub fn html(&self, text: &TextView) -> String {
        match &text.lang {
            Some(lang) => {
                let dir = text.dir.unwrap_or("auto");
                format!("<span lang=\"{lang}\" dir=\"{dir}\">{}</span>", escape(&text.text))
            }
            None => escape(&text.text),
        }
    }
}

impl Cards {
    /// Cards for a site, none of which has been made yet.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let blank = |count| std::iter::repeat_with(OnceLock::new).take(count).collect();
        Self {
            links: blank(site.cities.len()),
            cities: blank(site.cities.len()),
            events: blank(site.events.len()),
            committees: blank(site.committees.len()),
            documents: blank(site.documents.len()),
            news: blank(site.news.len()),
            entries: blank(site.occasions().len()),
            map: OnceLock::new(),
            countries: OnceLock::new(),
        }
    }
}

fn card<V: Serialize>(cards: &[OnceLock<Value>], index: usize, view: impl FnOnce() -> V) -> Value {
    let made = || Value::from_serializable(&view());
    match cards.get(index) {
        Some(card) => card.get_or_init(made).clone(),
        // A bare lens has no cards.
        None => made(),
    }
}

impl Lens<'_> {
    /// A link to a city.
    #[must_use]
    pub fn city_link(&self, id: Id<City>) -> Value {
        card(&self.cards.links, id.index(), || self.link(Thing::City(id)))
    }

    /// A city in a list.
    #[must_use]
    pub fn city_card(&self, id: Id<City>) -> Value {
        card(&self.cards.cities, id.index(), || CityCard::new(id, self))
    }

    /// An event in a list.
    #[must_use]
    pub fn event_card(&self, id: Id<Event>) -> Value {
        card(&self.cards.events, id.index(), || EventCard::new(id, self))
    }

    /// A committee in a list.
    #[must_use]
    pub fn committee_card(&self, id: Id<Committee>) -> Value {
        card(&self.cards.committees, id.index(), || CommitteeCard::new(id, self))
    }

    /// A document.
    #[must_use]
    pub fn document_card(&self, id: Id<Document>) -> Value {
        card(&self.cards.documents, id.index(), || DocumentView::new(id, self))
    }

    /// A news item in a list.
    #[must_use]
    pub fn news_card(&self, id: Id<News>) -> Value {
        card(&self.cards.news, id.index(), || NewsCard::new(id, self))
    }

    /// The whole programme on a map; nothing, if it is not known where its cities lie.
    #[must_use]
    pub fn map(&self) -> Value {
        let made = || Value::from_serializable(&MapView::new(&Filter::default(), self));
        self.cards.map.get_or_init(made).clone()
    }

    /// An entry of the timeline, by its place among the site's occasions.
    pub(super) fn entry(&self, index: usize) -> Value {
        let occasion = || TimelineEntry::new(&self.site.occasions()[index], self);
        card(&self.cards.entries, index, occasion)
    }
}
