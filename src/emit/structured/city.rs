//! A city: what it is called, what it lies in, and what it is twinned with.

use serde_json::{Value, json};

use super::address::Addresses;
use super::{one_or_many, set};
use crate::programme::place::Country;
use crate::programme::relationship::{RelationshipKind, Status};
use crate::programme::{City, Id, Lens, Relationship, Thing};

/// Wikidata's property for what this site is about; schema.org has none.
const TWINNED: &str = "https://www.wikidata.org/entity/P190";

/// A city as its own page tells of it.
pub(super) fn whole(id: Id<City>, lens: &Lens<'_>, addresses: &Addresses<'_>) -> Value {
    let data = &lens.site.cities[id];
    let mut node = named(id, lens, addresses);
    let name = lens.words(&data.name).text;
    let native = data.native.iter().map(|native| &native.text);
    let mut others: Vec<&String> = Vec::new();
    for other in native.chain(&data.also_called) {
        if *other != name && !others.contains(&other) {
            others.push(other);
        }
    }
    let others = others.into_iter().map(|other| other.as_str().into());
    set(&mut node, "alternateName", one_or_many(others));
    set(&mut node, "containedInPlace", containers(data, lens));
    let geo = data.coordinates.map(|coordinates| {
        json!({
            "@type": "GeoCoordinates",
            "latitude": coordinates.latitude(),
            "longitude": coordinates.longitude(),
        })
    });
    set(&mut node, "geo", geo);
    let known = [data.wikidata.map(|item| item.url()), data.geonames.map(|place| place.url())];
    let known = known.into_iter().flatten().map(Value::from);
    set(&mut node, "sameAs", one_or_many(known));
    set(&mut node, "additionalProperty", one_or_many(twins(id, lens)));
    node
}

/// A city by its name, and by the address of its page.
pub(super) fn named(id: Id<City>, lens: &Lens<'_>, addresses: &Addresses<'_>) -> Value {
    json!({
        "@type": kind(id, lens),
        "@id": addresses.of(&format!("{}#city", lens.url(Thing::City(id)))),
        "name": lens.words(&lens.site.cities[id].name).text,
    })
}

/// What a partner is: the kind of its relationship tells of counties and states.
fn kind(id: Id<City>, lens: &Lens<'_>) -> &'static str {
    let relationship = lens.site.relationships_of(id).first();
    match relationship.map(|id| lens.site.relationships[*id].kind) {
        Some(RelationshipKind::County) => "AdministrativeArea",
        Some(RelationshipKind::State) => "State",
        _ => "City",
    }
}

/// What a city lies in: the innermost, within the next, up to the country.
fn containers(city: &City, lens: &Lens<'_>) -> Option<Value> {
    let outermost = country(&city.country, lens);
    city.within.iter().rev().fold(outermost, |outer, place| {
        let name = lens.words(place).text;
        let mut node = json!({ "@type": "AdministrativeArea", "name": name });
        set(&mut node, "containedInPlace", outer);
        Some(node)
    })
}

/// A country as the programme prints it. Its code is told where that is the usual name: England is
/// printed as a country, and the code says that it is the United Kingdom.
fn country(country: &Country, lens: &Lens<'_>) -> Option<Value> {
    let name = lens.country(country).text;
    if name.is_empty() {
        return None;
    }
    let mut node = json!({ "@type": "Country", "name": name });
    let code = country.code.filter(|_| country.name.is_none());
    set(&mut node, "identifier", code.map(|code| code.as_str().to_owned()));
    Some(node)
}

/// The cities that a partner is bound to by an agreement that is not over. The home city's page
/// leaves them to the partners', of which there may be thousands.
fn twins(id: Id<City>, lens: &Lens<'_>) -> Vec<Value> {
    let site = lens.site;
    if site.is_home(id) {
        return Vec::new();
    }
    let bonds = site.relationships_of(id).iter().map(|id| &site.relationships[*id]);
    let others = bonds.filter(|bond| is_twinning(bond, lens)).flat_map(|bond| &bond.parties);
    let mut twins: Vec<Id<City>> = others.copied().filter(|other| *other != id).collect();
    twins.sort_unstable();
    twins.dedup();
    let property = |twin: Id<City>| {
        let twin = &site.cities[twin];
        // There are many Cambridges.
        let mut name = lens.words(&twin.name).text;
        for place in lens.chain(twin) {
            name.push_str(&format!(", {}", place.text));
        }
        json!({
            "@type": "PropertyValue",
            "propertyID": TWINNED,
            "name": "twinned administrative body",
            "value": name,
        })
    };
    twins.into_iter().map(property).collect()
}

/// Whether a relationship is a twinning that holds, and not one that is asked for, is over, or is
/// something less.
fn is_twinning(bond: &Relationship, lens: &Lens<'_>) -> bool {
    use RelationshipKind::{County, Friendship, Partner, Ring, Sister, State};
    let holds = matches!(
        bond.status(lens.site.today),
        Status::Active | Status::Paused | Status::Suspended | Status::Inactive
    );
    holds && matches!(bond.kind, Sister | Friendship | County | State | Partner | Ring)
}
