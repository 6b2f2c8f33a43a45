//! Something that can be found, and by what.

use serde::{Deserialize, Serialize};

/// Something that can be found: a page, or a part of one that has an address of its own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Document {
    /// What it is called.
    pub title: Name,
    /// What else it is called, or was.
    pub names: Vec<Name>,
    /// What it is, in the reader's language: `City`.
    pub kind: String,
    /// Its address, from the root of the site.
    pub url: String,
    /// The headings within it.
    pub headings: Vec<String>,
    /// What it says in a line or two.
    pub summary: String,
    /// Facts: dates, places, the names of what it has to do with.
    pub facts: Vec<String>,
    /// Its text.
    pub body: String,
}

/// A name, with its language where that is not the reader's.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Name {
    /// The name.
    pub text: String,
    /// The short name of its language.
    pub lang: Option<String>,
}

/// Where in a document a word stands. Names are no part of the postings: the script reads them all,
/// and takes them apart itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Heading,
    Fact,
    Body,
}

impl Document {
    /// Its texts beside its names, those of most weight first.
    pub(super) fn fields(&self) -> impl Iterator<Item = (Field, &str)> {
        let headings = self.headings.iter().map(|heading| (Field::Heading, heading.as_str()));
        let facts = self.facts.iter().map(|fact| (Field::Fact, fact.as_str()));
        let summary = (Field::Fact, self.summary.as_str());
        headings.chain([summary]).chain(facts).chain([(Field::Body, self.body.as_str())])
    }

    /// What passages are taken from, to show where a word stands.
    pub(super) fn text(&self) -> String {
        let facts = self.facts.join(" · ");
        let parts = [self.summary.as_str(), self.body.as_str(), facts.as_str()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("\n")
    }
}
