//! What templates see of a page as such, of the home page and of the ways to group the directory.

use schemars::JsonSchema;
use serde::Serialize;
use tera::Value;

use super::chrome::{AlternateView, LanguageView, MenuItem};
use super::social::SocialView;
use super::subscription::SubscriptionView;
use super::text::ContentsEntry;
use crate::programme::anniversary::AnniversaryView;
use crate::programme::city::CityCard;
use crate::programme::directory::GroupView;
use crate::programme::division::PortionsView;
use crate::programme::event::EventCard;
use crate::programme::lens::TextView;
use crate::programme::map::MapView;
use crate::programme::page::NewsCard;
use crate::programme::picture::PictureView;
use crate::programme::relationship::RelationshipView;
use crate::programme::upkeep::UpkeepView;

/// What a template may see of its page.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PageView {
    /// What it is: `home`, `city`, `event` …, or the key of a section.
    pub(super) kind: &'static str,
    /// What it is called.
    pub(super) title: TextView,
    /// One or two sentences for search engines.
    pub(super) description: Option<String>,
    /// Its address.
    pub(super) url: String,
    /// The `section` of the menu's entry that it belongs to.
    pub(super) section: String,
    /// The way its language runs: `ltr` or `rtl`.
    pub(super) direction: &'static str,
    /// The same page in every language; none, if there is one language.
    pub(super) languages: Vec<LanguageView>,
    /// The way from the home page to the page above this one.
    pub(super) breadcrumbs: Vec<MenuItem>,
    /// Its whole address, if that is known.
    pub(super) canonical: Option<String>,
    /// What is shown of it where somebody shares it.
    pub(super) social: Option<SocialView>,
    /// The feeds and calendars that it offers.
    pub(super) subscriptions: Vec<SubscriptionView>,
    /// What the page is about, for search engines: JSON-LD in the vocabulary of schema.org, to be
    /// printed with `safe` in a `<script type="application/ld+json">`.
    pub(super) structured: Option<String>,
    /// The whole addresses of the same page in every language, and of that for all other readers,
    /// `x-default`.
    pub(super) alternates: Vec<AlternateView>,
    /// Its place in a list that is too long for one page: on the page of the list, and on those of its
    /// portions.
    pub(super) portions: Option<PortionsView>,
    /// The headings of its text.
    pub(super) contents: Vec<ContentsEntry>,
    /// Its text as HTML, to be printed with `safe`.
    #[schemars(with = "Option<String>")]
    pub(super) body: Option<Value>,
    /// The language of the text, if it is not the page's.
    pub(super) body_lang: Option<String>,
    /// The way that language runs.
    pub(super) body_dir: Option<&'static str>,
    /// The name of the language that the body is in, if it is not the page's.
    pub(super) untranslated: Option<String>,
    /// The pictures of the page: the first leads it.
    pub(super) pictures: Vec<PictureView>,
    /// How it is kept.
    pub(super) upkeep: UpkeepView,
}

/// A way to look at the directory.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct GroupingView {
    /// `by-status`, `by-country`, `by-decade` or `a-z`.
    pub(super) id: &'static str,
    /// Its address.
    pub(super) url: String,
    /// Whether this page shows it.
    pub(super) current: bool,
}

/// What the home page shows.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct HomeView {
    /// The two cities, where the site is about a pair.
    pub(super) pair: Option<PairView>,
    /// What there is how many of.
    pub(super) counts: CountsView,
    /// The partner city that was the last to be bound.
    #[schemars(with = "Option<CityCard>")]
    pub(super) newest: Option<Value>,
    /// The partner cities, by status.
    pub(super) groups: Vec<GroupView>,
    /// The map of the partner cities, if anything is known of where they lie.
    #[schemars(with = "Option<MapView>")]
    pub(super) map: Value,
    /// The next three events.
    #[schemars(with = "Vec<EventCard>")]
    pub(super) upcoming: Vec<Value>,
    /// The last five events.
    #[schemars(with = "Vec<EventCard>")]
    pub(super) recent: Vec<Value>,
    /// The latest three news items.
    #[schemars(with = "Vec<NewsCard>")]
    pub(super) news: Vec<Value>,
    /// The next three anniversaries.
    #[schemars(with = "Vec<AnniversaryView>")]
    pub(super) anniversaries: Value,
}

/// The home city and its only partner.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PairView {
    /// The two, the home city first.
    #[schemars(with = "Vec<CityCard>")]
    pub(super) cities: [Value; 2],
    /// What binds them.
    pub(super) relationship: Option<RelationshipView>,
}

/// How many there are.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CountsView {
    /// How many partner cities.
    pub(super) partners: usize,
    /// How many countries they lie in.
    pub(super) countries: usize,
}
