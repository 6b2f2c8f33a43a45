//! Prepares the new site beside the old one, which is not touched.

use std::path::Path;

use super::disk;
use super::error::{PublishError, Result};
use super::plan::Plan;
use super::target::Target;
use crate::output::{Contents, OutputFile};
use crate::studio::Studio;

/// Carries out a plan in the staging folder, which must not exist, and tells how many bytes were
/// written. When it returns, the new site would survive a power cut.
pub(super) fn stage(plan: &Plan, studio: &Studio, target: &Target) -> Result<u64> {
    let (old, new) = (&target.folder, &target.staging);
    disk::create_folder(new)?;
    // First the list: should we be killed, the next build knows which files it may remove.
    plan.manifest.write(new)?;
    for folder in plan.folders.keys() {
        disk::create_folder(&new.join(folder))?;
    }
    for path in &plan.carried {
        disk::link(&old.join(path), &new.join(path))?;
    }
    for path in &plan.kept {
        disk::link(&old.join(path), &new.join(path))?;
    }
    // One after the other: a second thread was no faster, it waits for the disk's own locks.
    let mut bytes = 0;
    for file in &plan.written {
        bytes += write(file, studio, new)?;
    }
    restore_permissions(plan, old, new)?;
    disk::flush_tree(new)?;
    Ok(bytes)
}

fn write(file: &OutputFile, studio: &Studio, new: &Path) -> Result<u64> {
    let to = new.join(file.path.as_str());
    match &file.contents {
        Contents::Bytes(bytes) => disk::write(&to, bytes),
        Contents::CopyOf(source) => disk::copy(&studio.site_root().join(source.as_str()), &to),
        Contents::Indexed(part) => disk::write(&to, part.bytes()),
        Contents::Drawn(drawing) => disk::write(&to, &studio.bytes(drawing)?),
    }
}

/// Folders that existed keep their permissions. Last, because some may not be written to; and
/// from the inside out, because some may not be entered.
fn restore_permissions(plan: &Plan, old: &Path, new: &Path) -> Result<()> {
    let fresh = new.metadata().map_err(PublishError::io("read", new))?.permissions();
    for (folder, permissions) in plan.folders.iter().rev() {
        if let Some(permissions) = permissions.filter(|permissions| **permissions != fresh) {
            disk::set_permissions(&new.join(folder), permissions)?;
        }
    }
    match old.metadata().map(|old| old.permissions()) {
        Ok(permissions) if permissions != fresh => disk::set_permissions(new, &permissions),
        _ => Ok(()),
    }
}
