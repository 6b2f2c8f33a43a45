//! What binds two cities or more.

mod front_matter;
mod view;
mod words;

use super::collection::Id;
use super::guide::Progress;
use super::timeline::Moment;
use super::{Area, City, Committee, Contact, Document, Event, Organization};
use crate::values::date::Day;
use crate::values::{Date, Slug, SourcePath, Words};

pub(super) use front_matter::{RelationshipFrontMatter, RelationshipWords, ShortForm};
pub use view::{ChangeView, InvolvedView, RelationshipView};
pub use words::{RelationshipKind, Status};

/// A bond between cities.
#[derive(Debug)]
pub struct Relationship {
    /// The name of its file, or the id of the city that tells of it.
    pub id: Slug,
    /// Its file.
    pub file: SourcePath,
    /// Whether it has a file, and so a page, of its own.
    pub has_page: bool,
    /// What it is called, where it has a name of its own.
    pub title: Option<Words>,
    /// The cities it binds.
    pub parties: Vec<Id<City>>,
    /// What it is.
    pub kind: RelationshipKind,
    /// When it was established, where that is known.
    pub established: Option<Date>,
    /// How its status changed.
    pub history: Vec<Change>,
    /// Who keeps it alive.
    pub committees: Vec<Id<Committee>>,
    /// What it is about.
    pub focus: Vec<Id<Area>>,
    /// Who else has a part in it.
    pub organizations: Vec<Involved>,
    /// The document that was signed.
    pub agreement: Option<Id<Document>>,
    /// The criteria of the programme that the partner meets.
    pub criteria: Vec<Words>,
    /// The other partners that it has in this country; nothing, if nobody has asked.
    pub other_partners: Option<Vec<Words>>,
    /// Whom to ask about it.
    pub contacts: Vec<Id<Contact>>,
    /// The step of a guide that it has reached.
    pub progress: Option<Progress>,
    /// One or two sentences.
    pub summary: Option<Words>,
    /// Small events without a page of their own.
    pub timeline: Vec<Moment>,
}

/// A change of status.
#[derive(Debug, Clone)]
pub struct Change {
    /// The new status.
    pub to: Status,
    /// When, where that is known.
    pub date: Option<Date>,
    /// Why.
    pub because: Vec<Words>,
    /// The event that tells the same.
    pub event: Option<Id<Event>>,
}

/// An organization that has a part in a relationship.
#[derive(Debug, Clone)]
pub struct Involved {
    /// The organization.
    pub organization: Id<Organization>,
    /// Its part.
    pub role: Option<Words>,
}

impl Relationship {
    /// The last change of status that is not in the future.
    #[must_use]
    pub fn current(&self, today: Day) -> Option<&Change> {
        let begun =
            |change: &&Change| !change.date.as_ref().is_some_and(|date| date.is_future(today));
        self.history.iter().rev().find(begun)
    }

    /// The status of today; one whose first change is still to come is proposed.
    #[must_use]
    pub fn status(&self, today: Day) -> Status {
        self.current(today).map_or(Status::Proposed, |change| change.to)
    }
}
