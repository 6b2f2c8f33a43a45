//! Calendars to subscribe to (`*.ics`): the whole programme's, each partner city's, each committee's,
//! and what comes round every year; each in every language.
//!
//! What is known less exactly than to the day is in none of them: it would be a day that nobody knows.

mod anniversaries;
mod entries;

use super::appointment;
use super::sitemap::absolute;
use super::subscription::Subscription;
use super::{Context, Emitter, Plan};
use crate::calendar::{Calendar, Entry, Text};
use crate::diagnostic::Diagnosed;
use crate::output::{Contents, Origin, OutputFile, Visibility};
use crate::programme::committee::Committee;
use crate::programme::{City, Event, Id, Lens, Section, Thing};
use crate::progress::Stage;
use crate::values::{LanguageTag, Route, Words};

pub(super) use anniversaries::has_anniversaries;
use entries::Meetings;

pub(super) const EMITTER: Emitter = Emitter { stage: Stage::Calendars, emit };

/// Of what a calendar tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// The whole programme.
    Whole,
    /// What concerns a city.
    City(Id<City>),
    /// What a committee does.
    Committee(Id<Committee>),
}

fn emit(context: &Context<'_>, _: &Plan) -> Diagnosed<Vec<OutputFile>> {
    let site = context.site;
    let calendars = Subscription::calendars(context);
    let mut files = Vec::new();
    for language in &context.config.languages {
        let lens = context.lens(language);
        // Those of a committee stand in the calendars of all its cities.
        let meetings = Meetings::of(context, &lens);
        for &subscription in &calendars {
            let (entries, name, page) = match subscription {
                Subscription::Calendar(scope) => (
                    entries::of(scope, &meetings, context, &lens),
                    name(scope, context, &lens),
                    page(scope, &lens),
                ),
                Subscription::Anniversaries => (
                    anniversaries::entries(context, &lens),
                    anniversaries::name(context, &lens),
                    section(Section::Anniversaries, &lens),
                ),
                Subscription::News | Subscription::Changes => continue,
            };
            let url = subscription.url(site, language);
            let whole = |url: &str| context.base_url.map(|base_url| absolute(base_url, url));
            let calendar = Calendar { name, url: whole(&page), source: whole(&url), entries };
            files.push(OutputFile {
                path: Route::new(&url).output_path(),
                contents: Contents::Bytes(calendar.write().into_bytes().into()),
                origin: Origin::Program("a calendar"),
                visibility: visibility(subscription, context),
            });
        }
    }
    Diagnosed::fine(files)
}

/// Whether there is anything in a calendar.
pub(super) fn has_entries(scope: Scope, context: &Context<'_>) -> bool {
    let site = context.site;
    let event = |id: &Id<Event>| appointment::of_event(*id, context).is_some();
    let meets = |id: Id<Committee>| {
        let committee = &site.committees[id];
        let mut meetings = committee.meetings.list.iter();
        meetings.any(|meeting| appointment::of_meeting(meeting, committee, context).is_some())
    };
    entries::events(scope, site).iter().any(event)
        || entries::committees(scope, site).into_iter().any(meets)
}

/// What a calendar is called among many others: by whose it is first.
fn name(scope: Scope, context: &Context<'_>, lens: &Lens<'_>) -> String {
    let programme = lens.words(&lens.site.name).text;
    let of_thing = |thing| format!("{} · {programme}", lens.words(lens.site.label(thing)).text);
    match scope {
        Scope::Whole => {
            let events = context.theme.strings.text(lens.language, Section::Events.title());
            format!("{programme}: {events}")
        }
        Scope::City(city) => of_thing(Thing::City(city)),
        Scope::Committee(committee) => of_thing(Thing::Committee(committee)),
    }
}

/// The address of the page that shows what is in a calendar.
fn page(scope: Scope, lens: &Lens<'_>) -> String {
    match scope {
        Scope::Whole => section(Section::Events, lens),
        Scope::City(city) => lens.url(Thing::City(city)),
        Scope::Committee(committee) => lens.url(Thing::Committee(committee)),
    }
}

/// The address of a section's page; that of the home page, while there is nothing in it.
fn section(section: Section, lens: &Lens<'_>) -> String {
    let prefix = lens.site.prefix(lens.language);
    if section.is_present(lens.site) { format!("{prefix}{}/", section.key()) } else { prefix }
}

fn visibility(subscription: Subscription, context: &Context<'_>) -> Visibility {
    let site = context.site;
    match subscription {
        Subscription::Calendar(Scope::City(city)) => site.visibility(&site.cities[city].file),
        Subscription::Calendar(Scope::Committee(committee)) => {
            site.visibility(&site.committees[committee].file)
        }
        _ => Visibility::Public,
    }
}

/// Words in the language of a calendar, or in another that is named.
fn text(words: &Words, lens: &Lens<'_>) -> Text {
    let (text, language) = words.best(lens.language, &lens.site.language);
    told(text.to_owned(), language)
}

fn told(text: String, language: &LanguageTag) -> Text {
    Text { text, language: language.clone() }
}

/// In the order of days, and of ids within a day: the same for every language.
fn in_order(mut entries: Vec<Entry>) -> Vec<Entry> {
    let day = |entry: &Entry| match entry.moment {
        crate::calendar::Moment::Days(first, _) => first,
        crate::calendar::Moment::At { day, .. } => day,
    };
    entries.sort_by(|one, other| (day(one), &one.uid).cmp(&(day(other), &other.uid)));
    entries
}
