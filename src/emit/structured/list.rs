//! Lists of pages: their places and addresses, for the names are on the page.

use serde_json::{Value, json};

use super::address::Addresses;
use super::event;
use crate::emit::Context;
use crate::programme::{Event, Id, Lens, Section, Thing};

/// The list of a section, if it leads to pages. Of what is to come it tells all that is known.
pub(super) fn of_section(
    section: Section,
    context: &Context<'_>,
    lens: &Lens<'_>,
    addresses: &Addresses<'_>,
) -> Option<Value> {
    let site = lens.site;
    let things: Vec<Thing> = match section {
        Section::Cities => site.partners().iter().map(|id| Thing::City(*id)).collect(),
        Section::Relationships => {
            let with_page = site.relationships.iter().filter(|(_, bond)| bond.has_page);
            with_page.map(|(id, _)| Thing::Relationship(id)).collect()
        }
        Section::Committees => site.committees.ids().map(Thing::Committee).collect(),
        Section::Areas => site.areas.ids().map(Thing::Area).collect(),
        Section::News => site.news_by_date().iter().rev().map(|id| Thing::News(*id)).collect(),
        Section::Faq => site.faqs_in_order().into_iter().map(Thing::Faq).collect(),
        Section::Guides => site.guides.ids().map(Thing::Guide).collect(),
        Section::Events => {
            let upcoming = |id: &&_| site.is_upcoming(**id);
            let (next, past): (Vec<_>, Vec<_>) = site.events_by_date().iter().partition(upcoming);
            next.into_iter()
                .chain(past.into_iter().rev())
                .map(|id: &Id<Event>| Thing::Event(*id))
                .collect()
        }
        Section::Timeline
        | Section::Documents
        | Section::Organizations
        | Section::Glossary
        | Section::Contacts
        | Section::Join
        | Section::Anniversaries
        | Section::Data
        | Section::Search => return None,
    };
    let count = things.len();
    let items = (1..).zip(things).map(|(position, thing)| {
        let whole = match thing {
            Thing::Event(id) if site.is_upcoming(id) => event::whole(id, context, lens, addresses),
            _ => None,
        };
        match whole {
            Some(item) => json!({ "@type": "ListItem", "position": position, "item": item }),
            None => {
                let url = addresses.of(&lens.url(thing));
                json!({ "@type": "ListItem", "position": position, "url": url })
            }
        }
    });
    Some(json!({
        "@type": "ItemList",
        "numberOfItems": count,
        "itemListElement": items.collect::<Vec<_>>(),
    }))
}
