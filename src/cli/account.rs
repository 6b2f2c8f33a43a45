//! What a build came to, so that the same need not be built again where nothing has changed since.
#![expect(clippy::disallowed_methods, reason = "what has just changed may change again")]

use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::args::Build;
use crate::diagnostic::{Finding, Withheld};
use crate::memo::Fingerprint;
use crate::output::Output;
use crate::pipeline::Options;
use crate::progress::{Progress, Stage};
use crate::publish::{self, Receipt, Report};
use crate::source::Sources;
use crate::studio::Studio;

/// What there is to say of a build that was published.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Account {
    pub(super) findings: Vec<Finding>,
    pub(super) withheld: Vec<Withheld>,
    /// How many pages there are.
    pub(super) pages: usize,
}

/// The name of what is written down: an account, and the receipt for what was published.
const ACCOUNT: &str = "what a build came to";

/// Stands for all that is published and told, beside the program. Nothing, if that may be about to
/// change, which is why it is asked for as soon as the files have been read; or if nothing is kept.
pub(super) fn key(
    sources: &Sources,
    options: &Options,
    arguments: &Build,
    studio: &Studio,
) -> Option<Fingerprint> {
    let state = sources.state(SystemTime::now()).filter(|_| studio.shelf().keeps())?;
    Some(Fingerprint::of(&(state, options, arguments.host, arguments.compress)))
}

/// What an earlier build of the same came to, if it still lies in its folder. If not, or if that
/// cannot be found out, the site is to be built: then there will be something to say.
pub(super) fn still_true(
    key: Fingerprint,
    studio: &Studio,
    target: &Path,
    progress: Progress<'_>,
) -> Option<(Account, Report)> {
    let (account, receipt): (Account, Receipt) = studio.shelf().read(ACCOUNT, key)?;
    progress.begins(Stage::Comparing);
    let report = publish::confirm(&receipt, studio.site_root(), target).ok()??;
    Some((account, report))
}

/// Writes down what a build came to, if all that was published is known.
pub(super) fn write_down(account: &Account, output: &Output, key: Fingerprint, studio: &Studio) {
    if let Some(receipt) = Receipt::of(output, studio) {
        studio.shelf().write(ACCOUNT, key, &(account, receipt));
    }
}
