//! What has to happen so that the new site takes the place of the old one, worked out from names
//! alone.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::Permissions;
use std::path::Path;

use super::error::{PublishError, Result};
use super::listing::{Entry, Listing};
use super::manifest::Manifest;
use crate::output::{Output, OutputFile};

/// The old site: what we published, and what lies there now.
#[derive(Debug)]
pub(super) struct Published {
    /// Our list of it; empty if there was none.
    pub(super) manifest: Manifest,
    /// The folder itself.
    pub(super) listing: Listing,
}

/// The new site, file by file: each is written, kept as it is, or somebody else's.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// The list that goes with it.
    pub(super) manifest: Manifest,
    /// Its folders, each before those in it; with their permissions, if they existed.
    pub(super) folders: BTreeMap<&'a OsStr, Option<&'a Permissions>>,
    /// New and changed files.
    pub(super) written: Vec<&'a OutputFile>,
    /// Files that stay as they are.
    pub(super) kept: Vec<&'a str>,
    /// Files and links that are not ours and stay where they are.
    pub(super) carried: Vec<&'a OsStr>,
    /// How many of the old site's files are gone from the new one.
    pub(super) removed: usize,
}

impl<'a> Plan<'a> {
    /// Plans the way from the old site to an output; `unchanged` are the output's files that the
    /// old site has already.
    ///
    /// Refused if something that is not ours has the name of a file or folder of the output. If
    /// it is that very file, it becomes ours.
    pub(super) fn new(
        output: &'a Output,
        old: &'a Published,
        unchanged: &BTreeSet<&str>,
        folder: &Path,
    ) -> Result<Self> {
        let (kept, written): (Vec<_>, Vec<_>) =
            output.files().partition(|file| unchanged.contains(file.path.as_str()));
        let mut plan = Self {
            manifest: Manifest::of(output),
            folders: BTreeMap::new(),
            written,
            kept: kept.into_iter().map(|file| file.path.as_str()).collect(),
            carried: Vec::new(),
            removed: 0,
        };
        for file in output.files() {
            plan.add_folder(Path::new(file.path.as_str()).parent());
        }
        for (path, entry) in old.listing.iter() {
            // A name that is not Unicode is never ours, and neither is the empty one.
            let name = path.to_str().unwrap_or_default();
            let wanted = output.get(name).is_some();
            let ours = old.manifest.lists(name) || unchanged.contains(name);
            match entry {
                Entry::Special => {
                    return Err(PublishError::SpecialFile { path: folder.join(path) });
                }
                Entry::Folder(_) if old.manifest.lists_in(name) => {}
                Entry::Folder(_) => plan.add_folder(Some(Path::new(path))),
                Entry::File if ours => plan.removed += usize::from(!wanted),
                Entry::File | Entry::Link if wanted => {
                    return Err(PublishError::InTheWay { path: folder.join(path) });
                }
                Entry::File | Entry::Link => {
                    plan.carried.push(path);
                    plan.add_folder(Path::new(path).parent());
                }
            }
        }
        match plan.settle_folders(output, old) {
            Some(path) => Err(PublishError::InTheWay { path: folder.join(path) }),
            None => Ok(plan),
        }
    }

    /// Plans a folder and those it lies in.
    fn add_folder(&mut self, folder: Option<&'a Path>) {
        for folder in folder.into_iter().flat_map(Path::ancestors).map(Path::as_os_str) {
            // Where one exists, so do those it lies in.
            if folder.is_empty() || self.folders.insert(folder, None).is_some() {
                break;
            }
        }
    }

    /// Looks up the permissions of the folders, and returns the first that cannot be one: a page
    /// has that name, or a file or link that is not ours.
    fn settle_folders(&mut self, output: &Output, old: &'a Published) -> Option<&'a OsStr> {
        for (&path, permissions) in &mut self.folders {
            let name = path.to_str().unwrap_or_default();
            match old.listing.get(path) {
                _ if output.get(name).is_some() => return Some(path),
                None => {}
                Some(Entry::Folder(existing)) => *permissions = Some(existing),
                Some(Entry::File) if old.manifest.lists(name) => {}
                Some(Entry::File | Entry::Link | Entry::Special) => return Some(path),
            }
        }
        None
    }
}
