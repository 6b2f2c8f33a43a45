//! What lies in a published folder.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{Metadata, Permissions};
use std::io::ErrorKind;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::error::{PublishError, Result};
use super::manifest;

/// One thing in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    /// A file.
    File,
    /// A folder, with who may enter it.
    Folder(Permissions),
    /// A symbolic link, which is not followed.
    Link,
    /// A socket, pipe or device.
    Special,
}

/// A folder's contents by their paths in it, folders before what is in them; without our list.
#[derive(Debug, Default)]
pub(super) struct Listing(BTreeMap<OsString, Entry>);

impl Listing {
    /// Lists a folder; one that does not exist is empty.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let Ok(root) = folder.symlink_metadata() else { return Ok(Self::default()) };
        let mut entries = BTreeMap::new();
        for found in WalkDir::new(folder).min_depth(1) {
            let found = found.map_err(|error| unreadable(folder, error))?;
            let path = found.path().strip_prefix(folder).expect("a walk stays in its folder");
            if path == Path::new(manifest::NAME) {
                continue;
            }
            entries.insert(with_slashes(path), entry(&found, &root)?);
        }
        Ok(Self(entries))
    }

    /// What is at a path.
    pub(super) fn get(&self, path: &OsStr) -> Option<&Entry> {
        self.0.get(path)
    }

    /// Everything, in the order of the paths.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&OsStr, &Entry)> {
        self.0.iter().map(|(path, entry)| (path.as_os_str(), entry))
    }
}

fn entry(found: &DirEntry, root: &Metadata) -> Result<Entry> {
    let kind = found.file_type();
    if kind.is_file() {
        return Ok(Entry::File);
    }
    if kind.is_symlink() {
        return Ok(Entry::Link);
    }
    if !kind.is_dir() {
        return Ok(Entry::Special);
    }
    let metadata = found.metadata().map_err(|error| unreadable(found.path(), error))?;
    if is_other_disk(&metadata, root) {
        return Err(PublishError::MountPoint { folder: found.path().to_owned() });
    }
    Ok(Entry::Folder(metadata.permissions()))
}

/// Makes an error of one that was met while walking.
pub(super) fn unreadable(folder: &Path, error: walkdir::Error) -> PublishError {
    let path = error.path().unwrap_or(folder).to_owned();
    let source = error.into_io_error().unwrap_or_else(|| ErrorKind::Other.into());
    PublishError::io("read", &path)(source)
}

#[cfg(not(windows))]
fn with_slashes(path: &Path) -> OsString {
    path.as_os_str().to_owned()
}

#[cfg(windows)]
fn with_slashes(path: &Path) -> OsString {
    path.to_string_lossy().replace('\\', "/").into()
}

#[cfg(unix)]
fn is_other_disk(folder: &Metadata, root: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    folder.dev() != root.dev()
}

#[cfg(not(unix))]
fn is_other_disk(_: &Metadata, _: &Metadata) -> bool {
    false
}
