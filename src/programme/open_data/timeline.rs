//! What happened as data: the small events of a city or relationship, and the whole timeline.

use super::form::{Edtf, Languages, OwnAddress, Reference, always_said};
use super::record;
use crate::programme::Site;
use crate::programme::event::EventKind;
use crate::programme::relationship::Status;
use crate::programme::thing::Thing;
use crate::programme::timeline::{Moment, Occasion};

record! {
    /// A small event without a page of its own.
    MomentRecord {
        /// When it was.
        date: Option<Edtf>,
        /// What happened.
        #[schemars(extend("needed" = true))]
        title: Languages,
        /// What kind of event it was.
        #[schemars(extend("needed" = true))]
        kind: EventKind,
    }
}

impl MomentRecord {
    pub(super) fn all(moments: &[Moment], site: &Site) -> Vec<Self> {
        let record = |moment: &Moment| Self {
            date: Edtf::known(moment.date.as_ref()),
            title: Languages::of(&moment.title, &site.language),
            kind: moment.kind,
        };
        moments.iter().map(record).collect()
    }
}

record! {
    /// An entry of the timeline: an event, a small event, or what happened to a relationship. All of
    /// it follows from the other files; here it is in order, and what two of them tell is told once.
    OccasionRecord {
        /// When it was.
        date: Option<Edtf>,
        /// What it was: `established` and `status` for what happened to a relationship, else the kind of
        /// the event.
        #[schemars(extend("needed" = true))]
        kind: String,
        /// What happened; nothing, where `kind` and `status` say it.
        title: Option<Languages>,
        /// The cities it concerns: records in `cities.json`.
        cities: Vec<Reference>,
        /// The status that a relationship has from then on.
        status: Option<Status>,
        /// The relationship that it happened to: a record in `relationships.json`.
        relationship: Option<Reference>,
        /// The event that it is: a record in `events.json`.
        event: Option<Reference>,
        /// The event's page.
        page: Option<OwnAddress>,
    }
}

always_said! { EventKind Status }

impl OccasionRecord {
    /// An entry of the timeline as data.
    #[must_use]
    pub fn new(occasion: &Occasion, site: &Site) -> Self {
        let relationship = occasion.relationship().map(|id| &site.relationships[id].id);
        let event = occasion.event();
        Self {
            date: Edtf::known(occasion.date.as_ref()),
            kind: occasion.kind.as_str().to_owned(),
            title: Languages::maybe(occasion.title(site), &site.language),
            cities: Reference::to_all(&occasion.cities, &site.cities),
            status: occasion.status(),
            relationship: Reference::maybe(relationship),
            event: Reference::to_maybe(event, &site.events),
            page: event.map(|event| OwnAddress::of(&site.address(Thing::Event(event)))),
        }
    }
}
