//! An event, where its date can be told as schema.org tells dates.

use serde_json::{Value, json};

use super::address::Addresses;
use super::{city, moment, one_or_many, organization, set};
use crate::emit::{Context, appointment};
use crate::programme::event::{EventPlace, EventStatus, PartnerRole};
use crate::programme::{Event, Id, Lens, Thing};

/// An event as its own page tells of it; nothing where nobody knows when it was, or only roughly.
pub(super) fn whole(
    id: Id<Event>,
    context: &Context<'_>,
    lens: &Lens<'_>,
    addresses: &Addresses<'_>,
) -> Option<Value> {
    let data = &lens.site.events[id];
    if data.lay_within_its_date() {
        return None;
    }
    let (mut start, end) = moment::span(data.date.as_ref()?)?;
    let appointment = appointment::of_event(id, context);
    if let Some((day, (time, zone))) = appointment.and_then(|it| Some((it.first, it.time?))) {
        let difference = zone.map(|zone| zone.difference(day, time)).unwrap_or_default();
        start.push_str(&format!("T{time}:00{difference}"));
    }
    let url = addresses.of(&lens.url(Thing::Event(id)));
    let mut node = json!({
        "@type": "Event",
        "@id": format!("{url}#event"),
        "url": url,
        "name": lens.words(&data.title).text,
        "startDate": start,
    });
    set(&mut node, "endDate", end);
    set(&mut node, "eventStatus", status(data.status));
    set(&mut node, "description", data.summary.as_ref().map(|words| lens.words(words).text));
    let places = data.places.iter().filter_map(|place| location(*place, lens));
    set(&mut node, "location", one_or_many(places));
    let committee = data.committee.map(|committee| {
        let link = lens.link(Thing::Committee(committee));
        let id = format!("{}#committee", addresses.of(&link.url));
        json!({ "@type": "Organization", "@id": id, "name": link.label.text })
    });
    let of_role = |role: PartnerRole| {
        let partners = data.partners.iter().filter(move |(_, other)| *other == role);
        partners.map(|(partner, _)| organization::named(*partner, lens))
    };
    let organizers = data.organizers.iter().map(|id| organization::named(*id, lens));
    let organizers = committee.into_iter().chain(organizers).chain(of_role(PartnerRole::Organizer));
    set(&mut node, "organizer", one_or_many(organizers));
    set(&mut node, "funder", one_or_many(of_role(PartnerRole::Funder)));
    let helped = [PartnerRole::Host, PartnerRole::Supplier, PartnerRole::Partner];
    set(&mut node, "contributor", one_or_many(helped.into_iter().flat_map(of_role)));
    let cities = data.cities.iter().map(|id| city::named(*id, lens, addresses));
    set(&mut node, "about", one_or_many(cities));
    Some(node)
}

/// What schema.org has a word for; of what is only planned it has none.
fn status(status: EventStatus) -> Option<&'static str> {
    match status {
        EventStatus::Held => Some("https://schema.org/EventScheduled"),
        EventStatus::Cancelled => Some("https://schema.org/EventCancelled"),
        EventStatus::Postponed => Some("https://schema.org/EventPostponed"),
        EventStatus::Planned => None,
    }
}

fn location(place: EventPlace, lens: &Lens<'_>) -> Option<Value> {
    let site = lens.site;
    let city = place.city.map(|id| &site.cities[id]);
    let city_name = city.map(|city| lens.words(&city.name).text);
    let venue = place.venue.map(|id| lens.words(&site.organizations[id].name).text);
    let mut node = json!({ "@type": "Place", "name": venue.or_else(|| city_name.clone())? });
    let address = city.map(|city| {
        json!({
            "@type": "PostalAddress",
            "addressLocality": city_name,
            "addressCountry": lens.country(&city.country).text,
        })
    });
    set(&mut node, "address", address);
    Some(node)
}
