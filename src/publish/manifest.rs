//! The list of what we published, which makes a folder ours.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::disk;
use super::error::{PublishError, Result};
use crate::output::Output;

/// Where the list lies in a published folder.
pub(super) const NAME: &str = ".jumelage-manifest";

const HEADER: &str = "jumelage manifest 1";

/// The paths of the files that we published to a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest(BTreeSet<String>);

impl Manifest {
    /// What an output will have published.
    pub(super) fn of(output: &Output) -> Self {
        Self(output.files().map(|file| file.path.as_str().to_owned()).collect())
    }

    /// Reads the list in a folder; `None` if there is none, or no folder.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>> {
        let path = folder.join(NAME);
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(PublishError::io("read", &path)(error)),
        };
        let mut text = String::new();
        match file.read_to_string(&mut text) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::InvalidData => text.clear(),
            Err(error) => return Err(PublishError::io("read", &path)(error)),
        }
        Self::parse(&text).map(Some).ok_or(PublishError::BadManifest { manifest: path })
    }

    /// Writes the list to a folder and waits until it would survive a power cut: whatever else
    /// is then found there, we can tell whose it is.
    pub(super) fn write(&self, folder: &Path) -> Result<()> {
        let path = folder.join(NAME);
        disk::write(&path, self.print().as_bytes())?;
        disk::flush(&path)
    }

    /// The paths in their order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether we published this path.
    pub(super) fn lists(&self, path: &str) -> bool {
        self.0.contains(path)
    }

    /// Whether we published anything in this folder.
    pub(super) fn lists_in(&self, folder: &str) -> bool {
        let inside = format!("{folder}/");
        self.0.range(inside.clone()..).next().is_some_and(|path| path.starts_with(&inside))
    }

    fn print(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for path in &self.0 {
            text.push_str(path);
            text.push('\n');
        }
        text
    }

    fn parse(text: &str) -> Option<Self> {
        // A missing last line break means that the list was cut short.
        let mut lines = text.strip_suffix('\n')?.split('\n');
        if lines.next()? != HEADER {
            return None;
        }
        // A path that leaves the folder was not written by us, and must never be followed.
        let inside = |path: &&str| path.split('/').all(|part| !matches!(part, "" | "." | ".."));
        lines
            .map(|path| Some(path).filter(inside).map(str::to_owned))
            .collect::<Option<_>>()
            .map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(paths: &[&str]) -> Manifest {
        Manifest(paths.iter().map(|&path| path.to_owned()).collect())
    }

    #[test]
    fn what_is_printed_can_be_read() {
        for paths in [&[][..], &["404.html"], &["index.html", "cities/kobe/index.html"]] {
            let manifest = manifest(paths);
            assert_eq!(Manifest::parse(&manifest.print()), Some(manifest));
        }
    }

    #[test]
    fn a_list_of_another_version_or_cut_short_or_leading_outside_is_refused() {
        for text in ["", "\n", "jumelage manifest 2\n", "jumelage manifest 1\nindex.ht"] {
            assert_eq!(Manifest::parse(text), None, "{text:?}");
        }
        for path in ["../x", "/etc/passwd", "a//b", "a/./b", ""] {
            assert_eq!(Manifest::parse(&format!("{HEADER}\n{path}\n")), None, "{path:?}");
        }
    }

    #[test]
    fn a_folder_is_known_by_what_we_published_in_it() {
        let manifest = manifest(&["cities-of-japan.html", "cities/kobe/index.html"]);
        assert!(manifest.lists_in("cities") && manifest.lists_in("cities/kobe"));
        assert!(!manifest.lists_in("cities/ko") && !manifest.lists_in("cities-of-japan.html"));
    }
}
