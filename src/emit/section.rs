//! What the page of a section shows: all things of a kind, or all that happened.

use serde::Serialize;
use tera::Value;

use crate::programme::anniversary::AnniversaryView;
use crate::programme::area::AreaView;
use crate::programme::committee::CommitteeCard;
use crate::programme::contact::ContactView;
use crate::programme::division::{MOST, Shown};
use crate::programme::faq::FaqCard;
use crate::programme::glossary::TermView;
use crate::programme::guide::GuideCard;
use crate::programme::organization::{OrganizationEntry, OrganizationView};
use crate::programme::relationship::RelationshipView;
use crate::programme::timeline::Choice;
use crate::programme::{Event, Id, Lens, Organization, Section};

/// So many events stand beside each organization, where there is no room for all of them.
const FEW_EVENTS: usize = 5;

/// The template of a section's page, and what it is given beside what every template is given: what
/// it shows of the list.
pub(super) fn variables(
    section: Section,
    shown: Shown<'_>,
    lens: &Lens<'_>,
) -> (&'static str, Vec<(&'static str, Value)>) {
    let site = lens.site;
    let (template, name, things) = match section {
        Section::Cities => unreachable!("the directory has a page for each grouping"),
        // What it shows are the files of data, which no lens knows.
        Section::Data => return ("data.html", Vec::new()),
        Section::Join => return ("join.html", Vec::new()),
        Section::Events => {
            let (upcoming, past) = events(shown, lens);
            return ("events.html", vec![("upcoming", upcoming), ("past", past)]);
        }
        Section::Relationships => {
            let with_page = || site.relationships.iter().filter(|(_, bond)| bond.has_page);
            let bonds = shown.of(|| with_page().map(|(id, _)| id)).into_iter();
            let views = bonds.map(|id| RelationshipView::new(id, lens));
            ("relationships.html", "relationships", list(views))
        }
        Section::Timeline => return timeline(None, shown, lens),
        Section::Anniversaries => {
            let all = site.anniversaries();
            let places = shown.places(all.len()).into_iter();
            let views = places.map(|place| AnniversaryView::new(&all[place], lens));
            ("anniversaries.html", "anniversaries", list(views))
        }
        Section::Search => unreachable!("the press has the names"),
        Section::Committees => {
            let committees = shown.of(|| site.committees.ids());
            let cities = committees.iter().map(|id| site.cities_of_committee(*id).len());
            let has_room = cities.sum::<usize>() <= MOST;
            let cards = committees.into_iter().map(|id| match has_room {
                true => lens.committee_card(id),
                false => Value::from_serializable(&CommitteeCard::in_brief(id, lens)),
            });
            ("committees.html", "committees", cards.collect::<Vec<_>>().into())
        }
        Section::Areas => {
            let areas = shown.of(|| site.areas.ids());
            let cities = areas.iter().map(|id| site.cities_of_area(*id).len());
            let has_room = cities.sum::<usize>() <= MOST;
            let views = areas.into_iter().map(|id| match has_room {
                true => AreaView::new(id, Shown::All, lens),
                false => AreaView::in_brief(id, lens),
            });
            ("areas.html", "areas", list(views))
        }
        Section::Documents => {
            let documents = shown.of(|| site.documents_by_date().iter().copied()).into_iter();
            let cards = documents.map(|id| lens.document_card(id));
            ("documents.html", "documents", cards.collect::<Vec<_>>().into())
        }
        Section::Organizations => {
            let bodies = shown.of(|| site.organizations_by_name(lens.language));
            let events = bodies.iter().map(|id| site.events_of_organization(*id).len());
            let most = if events.sum::<usize>() > MOST { FEW_EVENTS } else { MOST };
            let views = bodies.into_iter().map(|id| organization(id, most, lens));
            ("organizations.html", "organizations", list(views))
        }
        Section::News => {
            let news = shown.of(|| site.news_by_date().iter().rev().copied()).into_iter();
            let cards = news.map(|id| lens.news_card(id));
            ("news.html", "news", cards.collect::<Vec<_>>().into())
        }
        Section::Faq => {
            let groups = shown.of(|| site.faqs_in_order()).into_iter();
            ("faq.html", "groups", list(groups.map(|id| FaqCard::new(id, lens))))
        }
        Section::Guides => {
            let guides = shown.of(|| site.guides.ids()).into_iter();
            ("guides.html", "guides", list(guides.map(|id| GuideCard::new(id, lens))))
        }
        Section::Glossary => {
            let terms = shown.of(|| site.terms_by_name(lens.language)).into_iter();
            ("glossary.html", "terms", list(terms.map(|id| TermView::new(id, lens))))
        }
        Section::Contacts => {
            let contacts = shown.of(|| site.contacts.ids()).into_iter();
            ("contacts.html", "contacts", list(contacts.map(|id| ContactView::new(id, lens))))
        }
    };
    (template, vec![(name, things)])
}

/// What a page shows of the timeline, or of what a choice leaves of it.
pub(super) fn timeline(
    choice: Option<Choice>,
    shown: Shown<'_>,
    lens: &Lens<'_>,
) -> (&'static str, Vec<(&'static str, Value)>) {
    let choices = Value::from_serializable(&lens.timeline_choices(choice));
    let timeline = lens.shown_timeline(choice, shown);
    ("timeline.html", vec![("timeline", timeline), ("choices", choices)])
}

fn list(views: impl Iterator<Item = impl Serialize>) -> Value {
    Value::from_serializable(&views.collect::<Vec<_>>())
}

/// What is to come, the earliest first; and what was, the latest first.
fn events(shown: Shown<'_>, lens: &Lens<'_>) -> (Value, Value) {
    let site = lens.site;
    let events = shown.of(|| site.events_in_order()).into_iter();
    let (upcoming, past): (Vec<_>, Vec<_>) = events.partition(|id| site.is_upcoming(*id));
    let cards = |ids: Vec<Id<Event>>| ids.into_iter().map(|id| lens.event_card(id)).collect();
    let (upcoming, past): (Vec<Value>, Vec<Value>) = (cards(upcoming), cards(past));
    (upcoming.into(), past.into())
}

/// An organization with the latest of its events.
fn organization(id: Id<Organization>, most: usize, lens: &Lens<'_>) -> OrganizationEntry {
    let events = lens.site.events_of_organization(id);
    let earlier_events = events.len().saturating_sub(most);
    OrganizationEntry {
        organization: OrganizationView::new(id, lens),
        events: events[earlier_events..].iter().map(|event| lens.event_card(*event)).collect(),
        earlier_events,
    }
}

/// The next anniversaries, as many as are asked for.
pub(super) fn anniversaries(count: usize, lens: &Lens<'_>) -> Value {
    let next = lens.site.anniversaries().iter().take(count);
    list(next.map(|anniversary| AnniversaryView::new(anniversary, lens)))
}
