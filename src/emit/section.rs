//! What the page of a section shows: all things of a kind, or all that happened.

use serde::Serialize;
use tera::Value;

use super::search;
use crate::programme::anniversary::AnniversaryView;
use crate::programme::area::AreaView;
use crate::programme::contact::ContactView;
use crate::programme::faq::FaqCard;
use crate::programme::glossary::TermView;
use crate::programme::guide::GuideCard;
use crate::programme::organization::{OrganizationEntry, OrganizationView};
use crate::programme::relationship::RelationshipView;
use crate::programme::timeline::Choice;
use crate::programme::{Lens, Section};

/// The template of a section's page, and what it is given beside what every template is given.
pub(super) fn variables(
    section: Section,
    lens: &Lens<'_>,
) -> (&'static str, Vec<(&'static str, Value)>) {
    let site = lens.site;
    let (template, name, things) = match section {
        Section::Cities => unreachable!("the directory has a page for each grouping"),
        // What it shows are the files of data, which no lens knows.
        Section::Data => return ("data.html", Vec::new()),
        Section::Join => return ("join.html", Vec::new()),
        Section::Events => {
            let (upcoming, past) =
                (("upcoming", events(true, lens)), ("past", events(false, lens)));
            return ("events.html", vec![upcoming, past]);
        }
        Section::Relationships => ("relationships.html", "relationships", relationships(lens)),
        Section::Timeline => return timeline(None, lens),
        Section::Anniversaries => {
            ("anniversaries.html", "anniversaries", anniversaries(usize::MAX, lens))
        }
        Section::Search => return search::page(None, lens),
        Section::Committees => {
            let cards = site.committees.ids().map(|id| lens.committee_card(id));
            ("committees.html", "committees", cards.collect::<Vec<_>>().into())
        }
        Section::Areas => {
            let areas = site.areas.ids().map(|id| AreaView::new(id, lens));
            ("areas.html", "areas", list(areas))
        }
        Section::Documents => {
            let cards = site.documents_by_date().iter().map(|id| lens.document_card(*id));
            ("documents.html", "documents", cards.collect::<Vec<_>>().into())
        }
        Section::Organizations => ("organizations.html", "organizations", organizations(lens)),
        Section::News => {
            let cards = site.news_by_date().iter().rev().map(|id| lens.news_card(*id));
            ("news.html", "news", cards.collect::<Vec<_>>().into())
        }
        Section::Faq => {
            let groups = site.faqs_in_order().into_iter().map(|id| FaqCard::new(id, lens));
            ("faq.html", "groups", list(groups))
        }
        Section::Guides => {
            let guides = site.guides.ids().map(|id| GuideCard::new(id, lens));
            ("guides.html", "guides", list(guides))
        }
        Section::Glossary => {
            let terms = site.terms_by_name(lens.language).into_iter();
            ("glossary.html", "terms", list(terms.map(|id| TermView::new(id, lens))))
        }
        Section::Contacts => {
            let contacts = site.contacts.ids().map(|id| ContactView::new(id, lens));
            ("contacts.html", "contacts", list(contacts))
        }
    };
    (template, vec![(name, things)])
}

/// The timeline, or what a choice leaves of it.
pub(super) fn timeline(
    choice: Option<Choice>,
    lens: &Lens<'_>,
) -> (&'static str, Vec<(&'static str, Value)>) {
    let timeline = match choice {
        Some(choice) => lens.chosen_timeline(choice),
        None => lens.timeline(None),
    };
    let choices = Value::from_serializable(&lens.timeline_choices(choice));
    ("timeline.html", vec![("timeline", timeline), ("choices", choices)])
}

fn list(views: impl Iterator<Item = impl Serialize>) -> Value {
    Value::from_serializable(&views.collect::<Vec<_>>())
}

/// What is to come, the earliest first; or what was, the latest first.
fn events(upcoming: bool, lens: &Lens<'_>) -> Value {
    let site = lens.site;
    let ids = site.events_by_date().iter().filter(|id| site.is_upcoming(**id) == upcoming);
    let mut cards: Vec<Value> = ids.map(|id| lens.event_card(*id)).collect();
    if !upcoming {
        cards.reverse();
    }
    Value::from(cards)
}

fn relationships(lens: &Lens<'_>) -> Value {
    let with_page =
        lens.site.relationships.iter().filter(|(_, relationship)| relationship.has_page);
    list(with_page.map(|(id, _)| RelationshipView::new(id, lens)))
}

fn organizations(lens: &Lens<'_>) -> Value {
    let site = lens.site;
    let ids = site.organizations_by_name(lens.language).into_iter();
    list(ids.map(|id| OrganizationEntry {
        organization: OrganizationView::new(id, lens),
        events:
            site.events_of_organization(id).iter().map(|event| lens.event_card(*event)).collect(),
    }))
}

/// The next anniversaries, as many as are asked for.
pub(super) fn anniversaries(count: usize, lens: &Lens<'_>) -> Value {
    let next = lens.site.anniversaries().iter().take(count);
    list(next.map(|anniversary| AnniversaryView::new(anniversary, lens)))
}
