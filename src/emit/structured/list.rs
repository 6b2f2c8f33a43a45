//! Lists of pages: their places and addresses, for the names are on the page.

use serde_json::{Value, json};

use super::address::Addresses;
use super::{event, set};
use crate::emit::Context;
use crate::programme::division::Shown;
use crate::programme::{Entity, Id, Lens, Section, Thing};

/// What a page shows of the list of a section, if that leads to pages. Of what is to come it tells all that is
/// known.
pub(super) fn of_section(
    section: Section,
    shown: Shown<'_>,
    context: &Context<'_>,
    lens: &Lens<'_>,
    addresses: &Addresses<'_>,
) -> Option<Value> {
    fn things<T: Entity>(ids: Vec<Id<T>>) -> Vec<Thing> {
        ids.into_iter().map(T::thing).collect()
    }
    let site = lens.site;
    let things = match section {
        Section::Cities => things(shown.of(|| site.partners().iter().copied())),
        Section::Relationships => {
            let with_page = || site.relationships.iter().filter(|(_, bond)| bond.has_page);
            things(shown.of(|| with_page().map(|(id, _)| id)))
        }
        Section::Committees => things(shown.of(|| site.committees.ids())),
        Section::Areas => things(shown.of(|| site.areas.ids())),
        Section::News => things(shown.of(|| site.news_by_date().iter().rev().copied())),
        Section::Faq => things(shown.of(|| site.faqs_in_order())),
        Section::Guides => things(shown.of(|| site.guides.ids())),
        Section::Events => things(shown.of(|| site.events_in_order())),
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
    if things.is_empty() {
        return None;
    }
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
    let mut list = json!({ "@type": "ItemList", "numberOfItems": count });
    set(&mut list, "itemListElement", Some(items.collect::<Vec<_>>()));
    Some(list)
}
