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

use crate::values::SourcePath;

pub use locate::locate;
pub use read::{ReadError, read};
pub use text::decode_text;

/// The files of a site, in the order of their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: BTreeMap<SourcePath, Source>,
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

    /// The files below a folder, in order.
    pub fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a SourcePath, &'a Source)> + 'a {
        self.files.iter().filter(move |(path, _)| path.strip_folder(folder).is_some())
    }
}
