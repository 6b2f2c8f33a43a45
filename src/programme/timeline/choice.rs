//! What the site's timeline can be narrowed to: the occasions of one city, or of one kind.

use schemars::JsonSchema;
use serde::Serialize;

use crate::programme::city::City;
use crate::programme::collection::Id;
use crate::programme::event::EventKind;
use crate::programme::kind::Kind;
use crate::programme::lens::{Lens, TextView};
use crate::programme::section::Section;
use crate::programme::site::Site;
use crate::programme::thing::Thing;

/// Cities to choose from are all told on each page that one chooses on. Where there are more than
/// this, nobody would look for one in that list, and the pages would grow with the square of the
/// cities: the directory leads to each city's own timeline there.
pub(in crate::programme) const MOST_CITIES: usize = 100;

/// What kind of occasion something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccasionKind {
    /// A relationship was established.
    Established,
    /// The status of a relationship changed.
    Status,
    /// An event or a moment of this kind.
    Event(EventKind),
}

impl OccasionKind {
    /// Its name in addresses and in the theme's strings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Established => "established",
            Self::Status => "status",
            Self::Event(kind) => kind.as_str(),
        }
    }

    /// The kind of a name.
    fn from_word(word: &str) -> Option<Self> {
        let events = EventKind::ALL.iter().copied().map(Self::Event);
        [Self::Established, Self::Status]
            .into_iter()
            .chain(events)
            .find(|kind| kind.as_str() == word)
    }
}

/// What the site's timeline is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// What concerns a city.
    City(Id<City>),
    /// What is of a kind.
    Kind(OccasionKind),
}

impl Choice {
    /// Every choice there is. Where there is but one city or kind, there is nothing to choose.
    pub fn all(site: &Site) -> impl Iterator<Item = Self> + '_ {
        let cities = site.timeline_cities().iter().copied().map(Self::City);
        cities.chain(site.timeline_kinds().map(Self::Kind))
    }

    /// Whether it is one of those.
    #[must_use]
    pub fn is_offered(self, site: &Site) -> bool {
        match self {
            Self::City(city) => site.timeline_cities().binary_search(&city).is_ok(),
            Self::Kind(kind) => site.timeline_kinds().any(|other| other == kind),
        }
    }

    /// Its address, without the language.
    #[must_use]
    pub fn address(self, site: &Site) -> String {
        let section = Section::Timeline.key();
        match self {
            Self::City(city) => format!("{section}/city/{}/", site.cities[city].id),
            Self::Kind(kind) => format!("{section}/kind/{}/", kind.as_str()),
        }
    }

    /// The choice at an address without its last stroke.
    #[must_use]
    pub fn at(address: &str, site: &Site) -> Option<Self> {
        let choice = address.strip_prefix(Section::Timeline.key())?.strip_prefix('/')?;
        let (by, word) = choice.split_once('/')?;
        match by {
            "city" => match site.find(Kind::City, word) {
                Ok(Thing::City(city)) => Some(Self::City(city)),
                _ => None,
            },
            "kind" => OccasionKind::from_word(word).map(Self::Kind),
            _ => None,
        }
    }

    /// The places of what it leaves, among all occasions.
    pub(in crate::programme) fn occasions(self, site: &Site) -> &[u32] {
        match self {
            Self::City(city) => site.occasions_of(city),
            Self::Kind(kind) => site.occasions_of_kind(kind),
        }
    }
}

/// What the site's timeline can be narrowed to, as a template sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChoicesView {
    /// How many entries there are in all.
    pub total: usize,
    /// The address of the whole timeline.
    pub url: String,
    /// Whether this is the whole.
    pub whole: bool,
    /// The cities by name; none, where there is nothing to choose.
    pub cities: Vec<ChoiceView>,
    /// The kinds; none, where there is nothing to choose.
    pub kinds: Vec<ChoiceView>,
}

/// A city or a kind that the timeline can be narrowed to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChoiceView {
    /// The city's id; of a kind, the word that is the end of the key of its string: `event-visit`.
    pub id: String,
    /// The city's name.
    pub label: Option<TextView>,
    /// The address of its page.
    pub url: String,
    /// How many entries it leaves.
    pub count: usize,
    /// Whether this is its page.
    pub current: bool,
}

impl ChoicesView {
    pub(in crate::programme) fn new(current: Option<Choice>, lens: &Lens<'_>) -> Self {
        let site = lens.site;
        let prefix = site.prefix(lens.language);
        let view = |choice: Choice, id: String, label: Option<TextView>| ChoiceView {
            id,
            label,
            url: format!("{prefix}{}", choice.address(site)),
            count: choice.occasions(site).len(),
            current: current == Some(choice),
        };
        let mut cities = site.timeline_cities().to_vec();
        cities.sort_by_key(|city| site.sort_key(*city));
        let cities = cities.into_iter().map(|city| {
            let data = &site.cities[city];
            view(Choice::City(city), data.id.to_string(), Some(lens.words(&data.name)))
        });
        let kinds = site.timeline_kinds();
        let kinds = kinds.map(|kind| view(Choice::Kind(kind), kind.as_str().to_owned(), None));
        Self {
            total: site.occasions().len(),
            url: format!("{prefix}{}/", Section::Timeline.key()),
            whole: current.is_none(),
            cities: cities.collect(),
            kinds: kinds.collect(),
        }
    }
}
