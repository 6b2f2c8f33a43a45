//! The prose of a programme, apart from its facts. It changes more often than they do, and each
//! text is shown on one page only, so that page alone depends on it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::claims::Statements;
use super::localized::Localized;
use super::prose::Prose;
use super::resolver::Thing;
use super::section::Section;
use crate::memo::Fingerprint;
use crate::values::SourcePath;

/// Every text of a programme.
#[derive(Debug, Default)]
pub struct Texts {
    pub(super) of_things: BTreeMap<Thing, Story>,
    pub(super) of_sections: BTreeMap<Section, Story>,
    pub(super) home: Option<Story>,
}

/// What a page has to tell beside the facts.
#[derive(Debug)]
pub struct Story {
    /// The file of the original.
    pub file: SourcePath,
    /// The text in the languages that it is written in.
    pub prose: Localized<Arc<Prose>>,
    /// What the text says of the facts, in each of these languages.
    pub(super) statements: Vec<Statements>,
    /// Stands for the text in all languages.
    pub fingerprint: Fingerprint,
}

/// What a text is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// A thing.
    Thing(Thing),
    /// A section.
    Section(Section),
    /// The programme: the home page's own words.
    Home,
}

impl Texts {
    /// What all texts say of the facts.
    pub(super) fn statements(&self) -> impl Iterator<Item = (Subject, &Statements)> {
        let things = self.of_things.iter().map(|(thing, story)| (Subject::Thing(*thing), story));
        let sections =
            self.of_sections.iter().map(|(section, story)| (Subject::Section(*section), story));
        let home = self.home.iter().map(|story| (Subject::Home, story));
        let stories = things.chain(sections).chain(home);
        stories.flat_map(|(subject, story)| {
            story.statements.iter().map(move |statements| (subject, statements))
        })
    }

    /// The text about a thing.
    #[must_use]
    pub fn of(&self, thing: Thing) -> Option<&Story> {
        self.of_things.get(&thing)
    }

    /// A section's own words.
    #[must_use]
    pub fn of_section(&self, section: Section) -> Option<&Story> {
        self.of_sections.get(&section)
    }

    /// The home page's own words.
    #[must_use]
    pub fn home(&self) -> Option<&Story> {
        self.home.as_ref()
    }
}
