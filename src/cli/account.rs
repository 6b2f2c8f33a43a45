//! What a build came to, so that the same need not be built again where nothing has changed since.
#![expect(clippy::disallowed_methods, reason = "what has just changed may change again")]

use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::args::Build;
use super::tell::options;
use crate::diagnostic::{Finding, Withheld};
use crate::memo::Fingerprint;
use crate::progress::{Progress, Stage};
use crate::publish::{self, Receipt, Report};
use crate::source::Sources;
use crate::studio::Studio;

/// What was told, and what was published.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Account {
    pub(super) findings: Vec<Finding>,
    pub(super) withheld: Vec<Withheld>,
    /// How many pages there are.
    pub(super) pages: usize,
    /// The published files; nothing, if not all of them are known.
    pub(super) receipt: Option<Receipt>,
}

/// The name of what is written down.
const ACCOUNT: &str = "what a build came to";

/// What an earlier build of the same came to, if it still lies in its folder. If not, or if that
/// cannot be found out, the site is to be built: then there will be something to say.
pub(super) fn still_true(
    key: Fingerprint,
    studio: &Studio,
    target: &Path,
    progress: Progress<'_>,
) -> Option<(Account, Report)> {
    let account: Account = studio.shelf().read(ACCOUNT, key)?;
    progress.begins(Stage::Comparing);
    let report = publish::confirm(account.receipt.as_ref()?, studio.site_root(), target).ok()??;
    Some((account, report))
}

/// Writes down what a build came to.
pub(super) fn write_down(account: &Account, key: Fingerprint, studio: &Studio) {
    if account.receipt.is_some() {
        studio.shelf().write(ACCOUNT, key, account);
    }
}

/// Stands for all that is published and told, beside the program. Nothing, if that may be about to
/// change: it is asked for as soon as the files have been read.
pub(super) fn key(sources: &Sources, arguments: &Build) -> Option<Fingerprint> {
    let Build { host, compress, ref site, .. } = *arguments;
    Some(Fingerprint::of(&(sources.state(SystemTime::now())?, options(site), host, compress)))
}
