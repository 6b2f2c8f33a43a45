//! Puts the prepared site in the old one's place.

use std::io::ErrorKind;

use super::disk;
use super::error::Result;
use super::target::Target;

/// Swaps the staging folder and the output folder. The old site is then in one of the two
/// folders that [`super::leftover`] clears; if this fails, it is where it was.
pub(super) fn swap(target: &Target) -> Result<()> {
    if is_missing(target) {
        return disk::rename(&target.staging, &target.folder);
    }
    if disk::exchange(&target.staging, &target.folder)? {
        return Ok(());
    }
    disk::rename(&target.folder, &target.retired)?;
    disk::rename(&target.staging, &target.folder).inspect_err(|_| {
        // If this fails too, `restore` tries again.
        let _ = disk::rename(&target.retired, &target.folder);
    })
}

/// Brings back the old site if it was set aside, and no other has come in its place.
pub(super) fn restore(target: &Target) -> Result<()> {
    if is_missing(target) && target.retired.is_dir() {
        disk::rename(&target.retired, &target.folder)?;
    }
    Ok(())
}

fn is_missing(target: &Target) -> bool {
    target.folder.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound)
}
