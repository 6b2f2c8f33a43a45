//! Removes a site that has been replaced, or was left half prepared: exactly what is ours.
//!
//! All else is a second name of a file that is in the present site, or came too late to be
//! carried over; then it is moved there. Nothing is ever lost.

use std::fs::Metadata;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::compare::{Buffers, same_files};
use super::error::{PublishError, Result};
use super::manifest::{self, Manifest};
use super::target::Target;
use super::{disk, listing};

/// Clears the folders beside the output folder that this build or a killed one has left.
pub(super) fn clear(target: &Target) -> Result<()> {
    // A swap must have reached the disk before what it replaced is taken apart.
    disk::flush(&target.parent)?;
    for folder in [&target.staging, &target.retired] {
        if folder.symlink_metadata().is_ok() {
            remove(folder, &target.folder)?;
        }
    }
    Ok(())
}

fn remove(leftover: &Path, site: &Path) -> Result<()> {
    let Some(manifest) = manifest_of(leftover)? else {
        return Err(PublishError::StrangeLeftover { folder: leftover.to_owned() });
    };
    let present = Manifest::read(site)?.unwrap_or_default();
    for entry in WalkDir::new(leftover).min_depth(1).contents_first(true) {
        let entry = entry.map_err(|error| listing::unreadable(leftover, error))?;
        let path = entry.path().strip_prefix(leftover).expect("a walk stays in its folder");
        if entry.file_type().is_dir() {
            disk::remove_folder(entry.path())?;
        } else if path == Path::new(manifest::NAME) {
            // Ours, and needed until all else is gone.
        } else if entry.file_type().is_file()
            && path.to_str().is_some_and(|path| manifest.lists(path))
        {
            disk::remove_file(entry.path())?;
        } else {
            rescue(&entry, path, site, &present)?;
        }
    }
    let list = leftover.join(manifest::NAME);
    if list.symlink_metadata().is_ok() {
        disk::remove_file(&list)?;
    }
    disk::remove_folder(leftover)
}

/// The list of a leftover, if it is ours. Before anything else is put in a folder its list is
/// written, so that a folder without a good one is empty, or not ours.
fn manifest_of(leftover: &Path) -> Result<Option<Manifest>> {
    let reading = PublishError::io("read", leftover);
    let only_a_list = || -> std::io::Result<bool> {
        Ok(leftover.read_dir()?.flatten().all(|entry| entry.file_name() == manifest::NAME))
    };
    match Manifest::read(leftover) {
        Ok(Some(manifest)) => Ok(Some(manifest)),
        Ok(None) | Err(PublishError::BadManifest { .. }) => {
            Ok(only_a_list().map_err(reading)?.then(Manifest::default))
        }
        Err(error) => Err(error),
    }
}

/// Moves a file that is not ours to the present site, unless it is there already.
///
/// If the site has another file of that name, both stay: the one that was written last keeps the
/// name, except that a page is never replaced.
fn rescue(entry: &DirEntry, path: &Path, site: &Path, present: &Manifest) -> Result<()> {
    let (here, there) = (entry.path(), site.join(path));
    let Ok(rival) = there.symlink_metadata() else {
        disk::create_folders(there.parent().expect("it is in the site"))?;
        return disk::rename(here, &there);
    };
    let found = entry.metadata().map_err(|error| listing::unreadable(here, error))?;
    if is_twin(&found, &rival) || is_copy(&found, here, &rival, &there) {
        return disk::remove_file(here);
    }
    let spare = spare_name(&there);
    let is_page = path.to_str().is_some_and(|path| present.lists(path));
    if is_page || rival.is_dir() || found.modified().ok() <= rival.modified().ok() {
        return disk::rename(here, &spare);
    }
    disk::rename(&there, &spare)?;
    disk::rename(here, &there)
}

/// Whether these are two names of one file.
#[cfg(unix)]
fn is_twin(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_twin(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// Whether these are two files or links that say the same.
fn is_copy(one: &Metadata, path: &Path, other: &Metadata, other_path: &Path) -> bool {
    if one.is_symlink() && other.is_symlink() {
        return path.read_link().ok() == other_path.read_link().ok();
    }
    one.is_file()
        && other.is_file()
        && one.len() == other.len()
        && same_files(path, other_path, &mut Buffers::default())
}

/// A free name beside a file: `CNAME.kept`, `CNAME.kept-2`.
fn spare_name(path: &Path) -> PathBuf {
    let name = |count: usize| {
        let mut name = path.as_os_str().to_owned();
        name.push(".kept");
        if count > 1 {
            name.push(format!("-{count}"));
        }
        PathBuf::from(name)
    };
    (1..).map(name).find(|name| name.symlink_metadata().is_err()).expect("numbers do not run out")
}
