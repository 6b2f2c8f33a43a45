//! What one can subscribe to: which feeds and calendars there are, where, and which pages offer them.

use schemars::JsonSchema;
use serde::Serialize;

use super::calendar::{self, Scope};
use super::request::{Request, Subject};
use super::sitemap::absolute;
use super::{Context, feed};
use crate::programme::{Lens, Section, Site, Thing};
use crate::values::LanguageTag;

/// A feed or a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subscription {
    /// The news, as a feed.
    News,
    /// What has changed in the programme, as a feed.
    Changes,
    /// Events and meetings, as a calendar.
    Calendar(Scope),
    /// What comes round every year, as a calendar.
    Anniversaries,
}

/// What a template may see of a feed or a calendar.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SubscriptionView {
    /// `news`, `changes`, `calendar` or `anniversaries`.
    kind: &'static str,
    /// The address of the file.
    url: String,
    /// Whether it is a feed (Atom), which programs find by `head.html`; else it is a calendar.
    feed: bool,
    /// The address by which a program for calendars subscribes, if it is known where the site will be.
    webcal: Option<String>,
}

impl Subscription {
    /// The feeds that there are.
    pub(super) fn feeds(context: &Context<'_>) -> Vec<Self> {
        let feeds = [Self::News, Self::Changes];
        feeds.into_iter().filter(|feed| feed.is_there(context)).collect()
    }

    /// The calendars that there are.
    pub(super) fn calendars(context: &Context<'_>) -> Vec<Self> {
        let site = context.site;
        let cities = site.cities.ids().filter(|city| !site.is_home(*city)).map(Scope::City);
        let committees = site.committees.ids().map(Scope::Committee);
        let scopes = [Scope::Whole].into_iter().chain(cities).chain(committees);
        let calendars = [Self::Anniversaries].into_iter().chain(scopes.map(Self::Calendar));
        calendars.filter(|calendar| calendar.is_there(context)).collect()
    }

    /// Whether there is anything in it, and it can be made. A feed needs to know where it is.
    fn is_there(self, context: &Context<'_>) -> bool {
        match self {
            Self::News => context.base_url.is_some() && feed::has_news(context.site),
            Self::Changes => context.base_url.is_some() && feed::has_changes(context.site),
            Self::Calendar(scope) => calendar::has_entries(scope, context),
            Self::Anniversaries => calendar::has_anniversaries(context.site),
        }
    }

    /// Where it is.
    pub(super) fn url(self, site: &Site, language: &LanguageTag) -> String {
        let of = |thing| format!("{}calendar.ics", site.address(thing));
        let address = match self {
            Self::News => "feed.xml".to_owned(),
            Self::Changes => "changes.xml".to_owned(),
            Self::Calendar(Scope::Whole) => "calendar.ics".to_owned(),
            Self::Calendar(Scope::City(city)) => of(Thing::City(city)),
            Self::Calendar(Scope::Committee(committee)) => of(Thing::Committee(committee)),
            Self::Anniversaries => "anniversaries.ics".to_owned(),
        };
        format!("{}{address}", site.prefix(language))
    }

    /// Those that a page offers. The home city's calendar would be the whole one.
    fn offered(subject: Subject, site: &Site) -> Vec<Self> {
        match subject {
            Subject::Home => vec![Self::News, Self::Changes],
            Subject::Section(Section::News) | Subject::Thing(Thing::News(_)) => vec![Self::News],
            Subject::Section(Section::Timeline | Section::Documents) => vec![Self::Changes],
            Subject::Section(Section::Events) => vec![Self::Calendar(Scope::Whole)],
            Subject::Section(Section::Anniversaries) => vec![Self::Anniversaries],
            Subject::Thing(Thing::City(city)) if !site.is_home(city) => {
                vec![Self::Calendar(Scope::City(city))]
            }
            Subject::Thing(Thing::Committee(committee)) => {
                vec![Self::Calendar(Scope::Committee(committee))]
            }
            _ => Vec::new(),
        }
    }
}

impl SubscriptionView {
    /// What a page offers.
    pub(super) fn of(request: &Request, context: &Context<'_>, lens: &Lens<'_>) -> Vec<Self> {
        let offered = Subscription::offered(request.subject.whole(), lens.site).into_iter();
        let there = offered.filter(|subscription| subscription.is_there(context));
        there.map(|subscription| Self::new(subscription, context, lens)).collect()
    }

    fn new(subscription: Subscription, context: &Context<'_>, lens: &Lens<'_>) -> Self {
        let url = subscription.url(lens.site, lens.language);
        let (kind, feed) = match subscription {
            Subscription::News => ("news", true),
            Subscription::Changes => ("changes", true),
            Subscription::Calendar(_) => ("calendar", false),
            Subscription::Anniversaries => ("anniversaries", false),
        };
        let webcal = context.base_url.filter(|_| !feed).map(|base_url| {
            let whole = absolute(base_url, &url);
            format!("webcal://{}", whole.split_once("://").map_or("", |(_, rest)| rest))
        });
        Self { kind, url, feed, webcal }
    }
}
