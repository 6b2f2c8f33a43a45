//! The site's folder as a value.
//!
//! [`read()`] is the only reader of a site's files. Everything after it works on [`Sources`], so
//! that the same files give the same site wherever they come from: a disk, a test, a preview.

pub mod front_matter;
mod locate;
mod read;
mod text;
pub mod yaml;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::memo::Fingerprint;
use crate::values::SourcePath;

pub use locate::locate;
pub use read::{ReadError, read};
use text::decode_text;

/// The files of a site, in the order of their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: BTreeMap<SourcePath, Source>,
    /// What was wrong with single files when they were read.
    problems: Vec<Diagnostic>,
}

/// One file of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Something we read: content, settings, templates, styles. Its line ends are `\n`.
    Text(String),
    /// Something we pass on as it is, such as a photograph or a PDF file.
    Opaque {
        /// Its size in bytes.
        size: u64,
    },
    /// Something that should have been text and is not; the reason has been reported.
    Unusable,
}

impl Sources {
    /// Adds or replaces a file.
    pub fn insert(&mut self, path: SourcePath, source: Source) {
        self.files.insert(path, source);
    }

    /// Adds a file of text from its bytes; what is wrong with them is remembered.
    pub fn insert_text(&mut self, path: SourcePath, bytes: Vec<u8>) {
        let source = match decode_text(&path, bytes) {
            Ok(text) => Source::Text(text),
            Err(diagnostic) => {
                self.problems.push(diagnostic);
                Source::Unusable
            }
        };
        self.insert(path, source);
    }

    /// What was wrong with single files when they were read.
    #[must_use]
    pub fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &SourcePath) {
        self.files.remove(path);
    }

    /// The file at a path.
    #[must_use]
    pub fn get(&self, path: &SourcePath) -> Option<&Source> {
        self.files.get(path)
    }

    /// The text of the file at a path, if it is text.
    #[must_use]
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        match self.files.get(path)? {
            Source::Text(text) => Some(text),
            Source::Opaque { .. } | Source::Unusable => None,
        }
    }

    /// Stands for the text of the file at a path, if it is text.
    #[must_use]
    pub fn fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        self.text(path).map(|text| Fingerprint::of_bytes(text.as_bytes()))
    }

    /// The files below a folder, in order.
    pub fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a SourcePath, &'a Source)> + 'a {
        self.files.iter().filter(move |(path, _)| path.strip_folder(folder).is_some())
    }
}
