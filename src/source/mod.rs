//! The site's folder as a value.
//!
//! [`read()`] is the only reader of a site's files. Everything after it works on [`Sources`], so
//! that the same files give the same site wherever they come from: a disk, a test, a preview.

pub mod front_matter;
mod locate;
mod part;
mod read;
mod text;
pub mod yaml;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::Bound;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::memo::Fingerprint;
use crate::picture::{Nature, look};
use crate::values::SourcePath;

pub use locate::{locate, places};
pub(crate) use read::{FOLDERS, is_looked_at};
pub use read::{ReadError, Stamp, open_copy, read, stamps};
pub use text::Text;
use text::decode_text;

/// The files of a site, in the order of their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: BTreeMap<SourcePath, Source>,
    /// What was wrong with single files and folders when they were read, by their paths in the
    /// site's folder: a name that is not UTF-8 has no [`SourcePath`].
    problems: BTreeMap<PathBuf, Vec<Diagnostic>>,
    /// Whether what a path leads to may depend on another path: there is a symbolic link, or
    /// something that could not be looked at.
    entangled: bool,
}

/// One file of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Something we read: content, settings, templates, styles. Its line ends are `\n`.
    Text(Text),
    /// Something we pass on as it is, such as a photograph or a PDF file.
    Opaque {
        /// Its size in bytes.
        size: u64,
        /// What tells its states apart.
        stamp: Stamp,
        /// Whether it is a picture.
        nature: Nature,
    },
    /// Something that should have been text and is not; the reason has been reported.
    Unusable,
}

impl Sources {
    /// Adds or replaces a file.
    pub fn insert(&mut self, path: SourcePath, source: Source) {
        self.problems.remove(Path::new(path.as_str()));
        self.files.insert(path, source);
    }

    /// Adds a file of text from its bytes; what is wrong with them is remembered.
    pub fn insert_text(&mut self, path: SourcePath, bytes: Vec<u8>) {
        let read = decode_text(&path, bytes).map(Source::Text);
        self.insert_read(path, read);
    }

    /// Adds a file that is passed on as it is, from its bytes.
    pub fn insert_opaque(&mut self, path: SourcePath, bytes: &[u8]) {
        let size = bytes.len() as u64;
        let nature = look(path.as_str(), size, &mut Cursor::new(bytes)).unwrap_or(Nature::Other);
        self.insert(path, Source::Opaque { size, stamp: Stamp::default(), nature });
    }

    /// Adds what came of reading a file.
    fn insert_read(&mut self, path: SourcePath, read: Result<Source, Diagnostic>) {
        match read {
            Ok(source) => self.insert(path, source),
            Err(problem) => {
                let place = PathBuf::from(path.as_str());
                self.insert(path, Source::Unusable);
                self.problems.insert(place, vec![problem]);
            }
        }
    }

    /// What was wrong with single files when they were read, in the order of their paths.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems.values().flatten()
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &SourcePath) {
        self.problems.remove(Path::new(path.as_str()));
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
            Source::Text(text) => Some(text.as_str()),
            Source::Opaque { .. } | Source::Unusable => None,
        }
    }

    /// Stands for the text of the file at a path, if it is text.
    #[must_use]
    pub fn fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        match self.files.get(path)? {
            Source::Text(text) => Some(text.fingerprint()),
            Source::Opaque { .. } | Source::Unusable => None,
        }
    }

    /// The files below a folder, in order.
    pub fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a SourcePath, &'a Source)> + 'a {
        let first = format!("{folder}/");
        let from = self.files.range::<str, _>((Bound::Included(first.as_str()), Bound::Unbounded));
        from.take_while(move |(path, _)| path.strip_folder(folder).is_some())
    }
}
