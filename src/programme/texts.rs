//! The prose of a programme, apart from its facts. It changes more often than they do, and each
//! text is shown on one page only, so that page alone depends on it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::claims::Statements;
use super::localized::Localized;
use super::prose::Prose;
use super::section::Section;
use super::site::Site;
use super::thing::Thing;
use crate::memo::Fingerprint;
use crate::proofread::Trail;
use crate::values::{OutputPath, SourcePath};

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
    /// The words of the text in each of these languages, and the files they stand in.
    pub(super) trails: Vec<(SourcePath, Arc<Trail>)>,
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
        self.stories().flat_map(|(subject, story)| {
            story.statements.iter().map(move |statements| (subject, statements))
        })
    }

    /// The words of all texts, in the order of their files; what is archived may stand elsewhere
    /// too.
    pub(super) fn trails(&self, site: &Site) -> Vec<(&SourcePath, &Trail)> {
        let kept = |subject| matches!(subject, Subject::Thing(thing) if site.is_archived(thing));
        let stories = self.stories().filter(|(subject, _)| !kept(*subject));
        let mut trails: Vec<_> = stories
            .flat_map(|(_, story)| story.trails.iter().map(|(file, trail)| (file, &**trail)))
            .collect();
        trails.sort_by_key(|(file, _)| *file);
        trails
    }

    /// Lets go of what only judging needs: of many texts it would take as much room as the texts.
    pub(super) fn end_judging(&mut self) {
        let things = self.of_things.values_mut().chain(self.of_sections.values_mut());
        for story in things.chain(&mut self.home) {
            story.statements = Vec::new();
            story.trails = Vec::new();
        }
    }

    /// The published files of all pictures that texts show.
    pub fn pictures(&self) -> impl Iterator<Item = &OutputPath> {
        self.stories()
            .flat_map(|(_, story)| story.prose.values())
            .flat_map(|prose| prose.pictures())
    }

    /// Every text, and what it is about.
    fn stories(&self) -> impl Iterator<Item = (Subject, &Story)> {
        let things = self.of_things.iter().map(|(thing, story)| (Subject::Thing(*thing), story));
        let sections =
            self.of_sections.iter().map(|(section, story)| (Subject::Section(*section), story));
        let home = self.home.iter().map(|story| (Subject::Home, story));
        things.chain(sections).chain(home)
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
