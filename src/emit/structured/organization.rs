//! The programme, and the bodies it names, as organizations.

use serde_json::{Value, json};

use super::address::Addresses;
use super::{moment, one_or_many, set};
use crate::config::profile::JurisdictionKind;
use crate::programme::organization::OrganizationType;
use crate::programme::{Contact, Id, Lens, Organization, Thing};

/// The programme as a whole: what it belongs to, and what it is a member of.
pub(super) fn programme(lens: &Lens<'_>, addresses: &Addresses<'_>) -> Value {
    let site = lens.site;
    let profile = &site.profile;
    let kind = match profile.jurisdiction.as_ref().map(|jurisdiction| jurisdiction.kind) {
        Some(JurisdictionKind::Nonprofit) => "NGO",
        Some(_) => "GovernmentOrganization",
        None => "Organization",
    };
    let mut node = json!({
        "@type": kind,
        "@id": addresses.of("#programme"),
        "name": lens.words(&site.name).text,
        "url": addresses.of(&site.prefix(lens.language)),
    });
    set(&mut node, "foundingDate", profile.founded.as_ref().and_then(moment::whole));
    // An organization that is there for nothing else has the programme's name.
    let is_programme = |id: &Id<Organization>| {
        site.organizations[*id].name.texts().any(|name| site.name.texts().any(|own| own == name))
    };
    let parent = match site.operator {
        Some(operator) if is_programme(&operator) => site.organizations[operator].parent,
        operator => operator,
    };
    set(&mut node, "parentOrganization", parent.map(|parent| with_parents(parent, lens)));
    let bodies = profile.affiliations.iter().map(|affiliation| affiliation.organization);
    set(&mut node, "memberOf", one_or_many(bodies.map(|body| named(body, lens))));
    let accounts = profile.social.iter().map(|account| account.url.as_str().into());
    set(&mut node, "sameAs", one_or_many(accounts));
    node
}

/// How to reach those whom the page of contacts names.
pub(super) fn contact_points(lens: &Lens<'_>) -> Option<Value> {
    let points = lens.site.contacts.ids().filter_map(|contact| contact_point(contact, lens));
    one_or_many(points)
}

fn contact_point(contact: Id<Contact>, lens: &Lens<'_>) -> Option<Value> {
    let data = &lens.site.contacts[contact];
    let (email, phone) = (data.email.as_ref(), data.phone.as_ref());
    if email.is_none() && phone.is_none() {
        return None;
    }
    let name = lens.words(lens.site.label(Thing::Contact(contact))).text;
    let mut node = json!({ "@type": "ContactPoint", "contactType": name });
    set(&mut node, "email", email.map(ToString::to_string));
    set(&mut node, "telephone", phone.map(ToString::to_string));
    let languages = data.languages.iter().map(|language| language.as_str().into());
    set(&mut node, "availableLanguage", one_or_many(languages));
    Some(node)
}

/// An organization by its name.
pub(super) fn named(id: Id<Organization>, lens: &Lens<'_>) -> Value {
    let data = &lens.site.organizations[id];
    let kind = match data.r#type {
        Some(
            OrganizationType::Government
            | OrganizationType::Agency
            | OrganizationType::Commission
            | OrganizationType::Council,
        ) => "GovernmentOrganization",
        Some(OrganizationType::Nonprofit | OrganizationType::Foundation) => "NGO",
        Some(OrganizationType::Hospital) => "Hospital",
        Some(OrganizationType::School) => "School",
        Some(OrganizationType::University) => "CollegeOrUniversity",
        Some(OrganizationType::Association | OrganizationType::Company) | None => "Organization",
    };
    json!({ "@type": kind, "name": lens.words(&data.name).text })
}

/// An organization, and what it belongs to. No further: a chain may be a circle.
fn with_parents(id: Id<Organization>, lens: &Lens<'_>) -> Value {
    let data = &lens.site.organizations[id];
    let mut node = named(id, lens);
    set(&mut node, "url", data.website.as_ref().map(ToString::to_string));
    set(&mut node, "parentOrganization", data.parent.map(|parent| named(parent, lens)));
    node
}
