//! A relationship as data.

use super::form::{Edtf, Languages, OwnAddress, Reference, always_said};
use super::provenance::UpkeepRecord;
use super::record;
use super::timeline::MomentRecord;
use crate::programme::relationship::{RelationshipKind, Status};
use crate::programme::thing::Thing;
use crate::programme::{Id, Relationship, Site};

record! {
    /// What binds two cities or more.
    RelationshipRecord {
        /// Its id.
        #[schemars(extend("needed" = true))]
        id: Reference,
        /// Its page; where it has none of its own, that of the partner city.
        #[schemars(extend("needed" = true))]
        page: OwnAddress,
        /// What it is called, where it has a name of its own.
        title: Option<Languages>,
        /// The cities that it binds: records in `cities.json`.
        #[schemars(extend("needed" = true))]
        parties: Vec<Reference>,
        /// What kind of relationship it is.
        #[schemars(extend("needed" = true))]
        kind: RelationshipKind,
        /// How it stands on the day on which this was published: where the last change in its history
        /// led that was not in the future then.
        #[schemars(extend("needed" = true))]
        status: Status,
        /// Since when it exists. Left out, it exists and nobody knows since when.
        established: Option<Edtf>,
        /// How it came to stand so, each change in its turn.
        #[schemars(extend("needed" = true))]
        history: Vec<ChangeRecord>,
        /// Who looks after it: records in `committees.json`.
        committee: Vec<Reference>,
        /// What it is about: records in `areas.json`.
        focus: Vec<Reference>,
        /// Who else has a part in it.
        organizations: Vec<InvolvedRecord>,
        /// The document that was signed: a record in `documents.json`.
        agreement: Option<Reference>,
        /// The criteria of the programme that the partner meets.
        criteria: Vec<Languages>,
        /// The other partners that it has in this country, where it has any.
        other_partners: Vec<Languages>,
        /// How far it has come on the way to being established.
        progress: Option<ProgressRecord>,
        /// One or two sentences about it.
        summary: Option<Languages>,
        /// Small events without a page of their own.
        timeline: Vec<MomentRecord>,
        /// How the record is kept.
        #[serde(flatten)]
        upkeep: UpkeepRecord,
    }
}

record! {
    /// A change of status.
    ChangeRecord {
        /// The status from then on.
        #[schemars(extend("needed" = true))]
        to: Status,
        /// When it changed.
        date: Option<Edtf>,
        /// The reasons.
        because: Vec<Languages>,
        /// The event that tells the same: a record in `events.json`.
        event: Option<Reference>,
    }
}

record! {
    /// An organization that has a part in a relationship.
    InvolvedRecord {
        /// Which one: a record in `organizations.json`.
        #[schemars(extend("needed" = true))]
        organization: Reference,
        /// What its part is.
        role: Option<Languages>,
    }
}

record! {
    /// The step of a guide that a relationship has reached.
    ProgressRecord {
        /// The id of the guide; its page is `guides/ID/`.
        #[schemars(extend("needed" = true))]
        guide: Reference,
        /// The anchor of the step on that page.
        #[schemars(extend("needed" = true))]
        step: String,
    }
}

always_said! { RelationshipKind }

impl RelationshipRecord {
    /// A relationship as data.
    #[must_use]
    pub fn new(relationship: Id<Relationship>, site: &Site) -> Self {
        let own = &site.language;
        let data = &site.relationships[relationship];
        let page = match data.parties.last() {
            // What a city's file tells has that city as its last party.
            Some(city) if !data.has_page => Thing::City(*city),
            _ => Thing::Relationship(relationship),
        };
        let others = data.other_partners.as_deref().unwrap_or_default();
        Self {
            id: Reference::of(&data.id),
            page: OwnAddress::of(&site.address(page)),
            title: Languages::maybe(data.title.as_ref(), own),
            parties: Reference::to_all(&data.parties, &site.cities),
            kind: data.kind,
            status: data.status(site.today),
            established: Edtf::known(data.established.as_ref()),
            history: data
                .history
                .iter()
                .map(|change| ChangeRecord {
                    to: change.to,
                    date: Edtf::known(change.date.as_ref()),
                    because: Languages::all(&change.because, own),
                    event: Reference::to_maybe(change.event, &site.events),
                })
                .collect(),
            committee: Reference::to_all(&data.committees, &site.committees),
            focus: Reference::to_all(&data.focus, &site.areas),
            organizations: data
                .organizations
                .iter()
                .map(|involved| InvolvedRecord {
                    organization: Reference::to(involved.organization, &site.organizations),
                    role: Languages::maybe(involved.role.as_ref(), own),
                })
                .collect(),
            agreement: Reference::to_maybe(data.agreement, &site.documents),
            criteria: Languages::all(&data.criteria, own),
            other_partners: Languages::all(others, own),
            progress: data.progress.map(|progress| ProgressRecord {
                guide: Reference::to(progress.guide, &site.guides),
                step: site.guides[progress.guide].steps[progress.step].anchor.clone(),
            }),
            summary: Languages::maybe(data.summary.as_ref(), own),
            timeline: MomentRecord::all(&data.timeline, site),
            // What a city's file tells is kept with the city.
            upkeep: match data.has_page {
                true => UpkeepRecord::of(&data.file, site),
                false => UpkeepRecord::default(),
            },
        }
    }
}
