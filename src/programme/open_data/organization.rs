//! An organization as data.

use super::city::NativeRecord;
use super::form::{Languages, OwnAddress, Reference, WebAddress};
use super::provenance::SourceRecord;
use super::record;
use crate::programme::organization::OrganizationType;
use crate::programme::thing::Thing;
use crate::programme::{Id, Organization, Site};

record! {
    /// A body that events, committees and relationships name.
    OrganizationRecord {
        /// Its id.
        #[schemars(extend("needed" = true))]
        id: Reference,
        /// Its place in the list of organizations.
        #[schemars(extend("needed" = true))]
        page: OwnAddress,
        /// What it is called.
        #[schemars(extend("needed" = true))]
        name: Languages,
        /// What it is called in its own languages.
        native: Vec<NativeRecord>,
        /// Its abbreviation.
        short: Option<String>,
        /// What it is.
        r#type: Option<OrganizationType>,
        /// The city where it is: a record in `cities.json`.
        city: Option<Reference>,
        /// The organization that it belongs to: a record in this file.
        parent: Option<Reference>,
        /// Its website.
        website: Option<WebAddress>,
        /// What else there is to say.
        note: Option<Languages>,
        /// Where what is told of it comes from.
        sources: Vec<SourceRecord>,
        /// Whether it is kept for the record only.
        archived: bool,
    }
}

impl OrganizationRecord {
    /// An organization as data.
    #[must_use]
    pub fn new(organization: Id<Organization>, site: &Site) -> Self {
        let own = &site.language;
        let data = &site.organizations[organization];
        let thing = Thing::Organization(organization);
        Self {
            id: Reference::of(&data.id),
            page: OwnAddress::of(&site.address(thing)),
            name: Languages::of(&data.name, own),
            native: NativeRecord::all(&data.native),
            short: data.short.clone(),
            r#type: data.r#type,
            city: Reference::to_maybe(data.city, &site.cities),
            parent: Reference::to_maybe(data.parent, &site.organizations),
            website: WebAddress::maybe(data.website.as_ref()),
            note: Languages::maybe(data.note.as_ref(), own),
            sources: SourceRecord::all(&data.sources, site),
            archived: site.is_archived(thing),
        }
    }
}
