//! An area of focus as data.

use super::form::{Languages, OwnAddress, Reference};
use super::record;
use crate::programme::thing::Thing;
use crate::programme::{Area, Id, Site};

record! {
    /// What relationships and events are about.
    AreaRecord {
        /// Its id.
        #[schemars(extend("needed" = true))]
        id: Reference,
        /// Its page.
        #[schemars(extend("needed" = true))]
        page: OwnAddress,
        /// What it is called.
        #[schemars(extend("needed" = true))]
        name: Languages,
        /// What it means.
        summary: Option<Languages>,
    }
}

impl AreaRecord {
    /// An area as data.
    #[must_use]
    pub fn new(area: Id<Area>, site: &Site) -> Self {
        let data = &site.areas[area];
        Self {
            id: Reference::of(&data.id),
            page: OwnAddress::of(&site.address(Thing::Area(area))),
            name: Languages::of(&data.name, &site.language),
            summary: Languages::maybe(data.summary.as_ref(), &site.language),
        }
    }
}
