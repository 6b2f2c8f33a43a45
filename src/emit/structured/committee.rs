//! A committee, with those who are in it today.

use serde_json::{Value, json};

use super::address::Addresses;
use super::{moment, one_or_many, organization, set};
use crate::programme::{Committee, Id, Lens, Thing};

/// A committee as its own page tells of it. Who was in it once, or will be, is left to readers.
pub(super) fn whole(id: Id<Committee>, lens: &Lens<'_>, addresses: &Addresses<'_>) -> Value {
    let data = &lens.site.committees[id];
    let today = lens.site.today;
    let url = addresses.of(&lens.url(Thing::Committee(id)));
    let mut node = json!({
        "@type": "Organization",
        "@id": format!("{url}#committee"),
        "url": url,
        "name": lens.words(&data.name).text,
    });
    set(&mut node, "foundingDate", data.established.as_ref().and_then(moment::whole));
    set(&mut node, "dissolutionDate", data.dissolved.as_ref().and_then(moment::whole));
    let parent = data.organization.map(|id| organization::named(id, lens));
    set(&mut node, "parentOrganization", parent);
    let members = data.members.iter().filter(|member| member.is_current(today));
    let members = members.filter(|_| !data.is_dissolved(today)).filter_map(|member| {
        let mut person = json!({ "@type": "Person", "name": member.name.clone()? });
        let seat = member.seat.map(|seat| &data.seats[seat].role);
        let role = member.role.as_ref().or(seat);
        set(&mut person, "jobTitle", role.map(|role| lens.words(role).text));
        Some(person)
    });
    set(&mut node, "member", one_or_many(members));
    node
}
