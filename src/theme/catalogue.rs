//! The themes that a site can choose.

use super::{files, manifest};
use crate::source::Sources;

/// A theme that a site can choose.
#[derive(Debug)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// What it says it is for.
    pub description: Option<String>,
    /// The theme that it builds on.
    pub parent: Option<String>,
    /// The version of the contract that it follows.
    pub api: Option<u32>,
    /// Whether it is in the program.
    pub is_built_in: bool,
    /// How many files of it lie in the site's folder.
    pub files_of_site: usize,
}

/// All themes, in the order of their names.
#[must_use]
pub fn catalogue(sources: &Sources) -> Vec<Entry> {
    files::names(sources).into_iter().map(|name| entry(sources, name)).collect()
}

/// A theme by its name.
pub(super) fn entry(sources: &Sources, name: &str) -> Entry {
    let manifest = manifest::of(sources, name);
    Entry {
        name: name.to_owned(),
        description: manifest.description,
        parent: manifest.parent,
        api: manifest.api,
        is_built_in: files::built_in_names().any(|built_in| built_in == name),
        files_of_site: sources.below(&format!("themes/{name}")).count(),
    }
}
