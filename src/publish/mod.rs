//! The finished site onto the disk, all or nothing.
//!
//! The new site is prepared in a folder beside the old one (`stage`) and the two are swapped in
//! one step (`swap`); then the old one is taken apart (`leftover`). Whoever looks, and whenever
//! the machine stops, there is one whole site. Rejected: writing into the folder, which shows a
//! mixture while it lasts; and a symbolic link to the newest of several folders, which makes the
//! output something that a volunteer cannot copy. The price: a server that was started inside the
//! folder, or a container that mounts it, goes on looking at the old one; they must be given the
//! folder above it.
//!
//! A published folder carries a list of what we put there (`manifest`). That list makes it ours,
//! and nothing that is not on it is ever removed.

mod compare;
mod disk;
mod error;
mod leftover;
mod listing;
mod lock;
mod manifest;
mod plan;
mod receipt;
mod stage;
mod swap;
mod target;

#[cfg(test)]
mod fault;
#[cfg(test)]
mod interruption;

use std::path::Path;

pub use error::PublishError;
pub use receipt::Receipt;

use crate::output::{Contents, Output};
use crate::progress::{Progress, Stage};
use crate::studio::Studio;
use error::Result;
use listing::Listing;
use lock::Lock;
use manifest::Manifest;
use plan::{Plan, Published};
use target::Target;

/// What publishing came to.
#[derive(Debug, Default)]
pub struct Report {
    /// How many files are new or have changed.
    pub written: usize,
    /// How many files stayed as they were, with their modification times.
    pub unchanged: usize,
    /// How many files are no longer there.
    pub removed: usize,
    /// How many bytes were written.
    pub bytes: u64,
    /// Why something of the old site is still beside the new one, if it is. The new site is
    /// published all the same, and the next build tries again.
    pub leftover: Option<PublishError>,
}

/// Tells whether a site may be published to a folder, and touches nothing.
///
/// # Errors
///
/// If the folder is not ours, or holds the site itself.
pub fn check(site_root: &Path, target: &Path) -> Result<()> {
    Target::locate(site_root, target).map(drop)
}

/// Publishes an output to a folder. The studio knows where the files lie that it copies; who wants to
/// know how far the work is hears of `progress`.
///
/// # Errors
///
/// If the folder is not ours, another build is at work, or the machine fails. Then the folder is
/// as it was.
pub fn publish(
    output: &Output,
    studio: &Studio,
    target: &Path,
    progress: Progress<'_>,
) -> Result<Report> {
    let target = Target::locate(studio.site_root(), target)?;
    // What takes long is done before others have to wait.
    progress.begins(Stage::Index);
    for file in output.files() {
        if let Contents::Indexed(part) = &file.contents {
            let _made = part.bytes();
        }
    }
    progress.begins(Stage::Pictures);
    studio.prepare(output)?;
    progress.begins(Stage::Comparing);
    let _lock = Lock::take(&target)?;
    recover(&target)?;

    let folder = &target.folder;
    let manifest = Manifest::read(folder)?;
    let unchanged = compare::unchanged(output, studio, folder)?;
    if unchanged.len() == output.files().len() && manifest == Some(Manifest::of(output)) {
        studio.shelf().tidy();
        return Ok(Report { unchanged: unchanged.len(), ..Report::default() });
    }
    progress.begins(Stage::Writing);
    let old = Published { manifest: manifest.unwrap_or_default(), listing: Listing::read(folder)? };
    let plan = Plan::new(output, &old, &unchanged, folder)?;
    let mut report = Report {
        written: plan.written.len(),
        unchanged: plan.kept.len(),
        removed: plan.removed,
        ..Report::default()
    };
    let swapped = stage::stage(&plan, studio, &target).and_then(|bytes| {
        report.bytes = bytes;
        swap::swap(&target)
    });
    let recovered = recover(&target);
    swapped?;
    report.leftover = recovered.err();
    studio.shelf().tidy();
    Ok(report)
}

/// Looks whether a folder still holds what a receipt tells of; nothing, if it does not, and the site
/// is to be published again.
///
/// # Errors
///
/// If the folder is not ours, another build is at work, or the machine fails.
pub fn confirm(receipt: &Receipt, site_root: &Path, target: &Path) -> Result<Option<Report>> {
    let target = Target::locate(site_root, target)?;
    let _lock = Lock::take(&target)?;
    recover(&target)?;
    let manifest = Manifest::read(&target.folder)?;
    let is_there = manifest.is_some_and(|manifest| receipt.is_for(&target.folder, &manifest));
    Ok(is_there.then(|| Report { unchanged: receipt.len(), ..Report::default() }))
}

/// Makes the output folder one whole site, the old or the new, with nothing of ours beside it.
fn recover(target: &Target) -> Result<()> {
    swap::restore(target)?;
    leftover::clear(target)
}
