//! What the files about a thing say: its facts once, its words and its prose in every language.

mod decode;
mod files;
mod original;

use std::sync::Arc;

use super::claims::Claim;
use crate::markdown::Markdown;
use crate::memo::Fingerprint;
use crate::proofread::Trail;
use crate::values::{self, LanguageTag, Slug, SourcePath, Words};

pub(super) use decode::Reading;
pub(super) use files::{Files, Role};

/// One file, decoded without a look at any other.
#[derive(Debug)]
pub(super) struct Decoded<F> {
    /// What its front matter says.
    front: Arc<F>,
    /// The fields that were wrong and have been left out: they are not missing.
    damaged: Vec<String>,
    /// Its prose.
    body: Arc<Markdown>,
    /// What its prose says of the facts.
    claims: Arc<[Claim]>,
    /// Its words, to be found in other texts.
    trail: Arc<Trail>,
    /// Stands for the front matter.
    facts: Fingerprint,
}

// Derived, this would ask the same of `F`.
impl<F> Clone for Decoded<F> {
    fn clone(&self) -> Self {
        Self {
            front: Arc::clone(&self.front),
            damaged: self.damaged.clone(),
            body: Arc::clone(&self.body),
            claims: Arc::clone(&self.claims),
            trail: Arc::clone(&self.trail),
            facts: self.facts,
        }
    }
}

/// The facts about a thing as its files tell them, with its words in every language.
#[derive(Debug)]
pub(super) struct Record<F, W> {
    pub(super) id: Slug,
    pub(super) file: SourcePath,
    pub(super) front: F,
    pub(super) damaged: Vec<String>,
    pub(super) words: Vec<(LanguageTag, W)>,
    /// The parts of its text, where those are facts.
    pub(super) parts: Vec<NamedPart>,
}

/// A part of a text that others may name: a question, a step.
#[derive(Debug, Clone, Hash)]
pub(super) struct NamedPart {
    /// The anchor of its heading.
    pub(super) anchor: String,
    /// The words of its heading.
    pub(super) text: Words,
}

/// Facts that may be remembered, and so are shared.
pub(super) struct Telling<F, W> {
    id: Slug,
    file: SourcePath,
    front: Arc<F>,
    damaged: Vec<String>,
    words: Vec<(LanguageTag, Arc<W>)>,
    parts: Vec<NamedPart>,
    /// Stands for all of this.
    pub(super) fingerprint: Fingerprint,
}

/// The prose of a thing as its files tell it.
pub(super) struct Body {
    pub(super) own: Text,
    pub(super) translations: Vec<(LanguageTag, Text)>,
}

/// The prose of one file.
pub(super) struct Text {
    pub(super) file: SourcePath,
    pub(super) markdown: Arc<Markdown>,
    /// What it says of the facts.
    pub(super) claims: Arc<[Claim]>,
    /// Its words, to be found in other texts.
    pub(super) trail: Arc<Trail>,
    /// Stands for all that it was decoded from.
    pub(super) fingerprint: Fingerprint,
}

impl<F: Clone, W: Clone> Telling<F, W> {
    /// The facts, copied only if they are remembered.
    pub(super) fn into_record(self) -> Record<F, W> {
        let words = self.words.into_iter();
        Record {
            id: self.id,
            file: self.file,
            front: Arc::unwrap_or_clone(self.front),
            damaged: self.damaged,
            words: words.map(|(language, words)| (language, Arc::unwrap_or_clone(words))).collect(),
            parts: self.parts,
        }
    }
}

impl<F, W> Record<F, W> {
    /// What it is called, with the translations; by its id, if nothing says so.
    pub(super) fn named(
        &self,
        name: Option<Words>,
        text: impl Fn(&W) -> Option<&values::Text>,
    ) -> Words {
        self.translated(name, text).unwrap_or_else(|| Words::plain(self.id.as_str()))
    }

    /// One of its texts with its translations.
    pub(super) fn translated(
        &self,
        words: Option<Words>,
        text: impl Fn(&W) -> Option<&values::Text>,
    ) -> Option<Words> {
        let mut words = words.unwrap_or_default();
        for (language, translation) in &self.words {
            if let Some(text) = text(translation) {
                words.translate(language.clone(), text.as_str().to_owned());
            }
        }
        let written = words.texts().next().is_some();
        written.then_some(words)
    }
}
