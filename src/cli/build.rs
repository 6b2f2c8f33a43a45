//! `jumelage build`.
#![expect(clippy::disallowed_methods, reason = "the summary says how long it took")]

use std::path::Path;
use std::time::Instant;

use super::account::{self, Account};
use super::args::{Build, Format};
use super::tell::{build_and_tell, list_withheld, options, read, tell};
use super::work::at_work;
use super::{Exit, complain, failed, say};
use crate::diagnostic::human;
use crate::hosting::{self, Deployment};
use crate::output::Output;
use crate::pipeline::Options;
use crate::progress::{Progress, Stage};
use crate::publish::{self, PublishError, Report};
use crate::source::Sources;
use crate::studio::{Reason, Studio, StudioError};

pub(super) fn run(arguments: &Build) -> Result<Exit, Exit> {
    at_work(&arguments.site, |progress| build(arguments, progress))
}

fn build(arguments: &Build, progress: Progress<'_>) -> Result<Exit, Exit> {
    let started = Instant::now();
    let root = &arguments.site.folder;
    let target = arguments.output.clone().unwrap_or_else(|| root.join("public"));
    let sources = read(root)?;
    if let Some(host) = arguments.host.filter(|host| arguments.compress && !host.sends_compressed())
    {
        let message = format!("{} compresses by itself, and would send no copies", host.name());
        return Err(failed(Exit::Misuse, &message, Some("leave `--compress` out")));
    }
    // A folder that cannot be published into is better known before the work than after it.
    publish::check(root, &target).map_err(|error| refused(&error))?;
    let studio = Studio::new(root, arguments.site.cache.shelf(root));
    let options = options(&arguments.site);
    let key = account::key(&sources, &options, arguments, &studio);
    let known = key.and_then(|key| account::still_true(key, &studio, &target, progress));
    let (account, report) = match known {
        Some((account, report)) => {
            progress.begins(Stage::Telling);
            tell(&account.findings, &account.withheld, arguments.site.format)?;
            (account, report)
        }
        None => {
            let (account, output, report) =
                build_anew(&sources, &options, arguments, &studio, &target, progress)?;
            if let Some(key) = key {
                progress.begins(Stage::Keeping);
                account::write_down(&account, &output, key, &studio);
            }
            (account, report)
        }
    };
    progress.begins(Stage::Telling);
    if let Some(leftover) = &report.leftover {
        complain(&format!("warning: {leftover}\n   help: {}\n", leftover.help()));
    }
    if arguments.site.format == Format::Human {
        list_withheld(&account.withheld)?;
        say(&format!("{}\n", line(account.pages, &report, &target, started)))?;
        let remarks = human::summary(&account.findings);
        if !remarks.is_empty() {
            complain(&format!("{remarks}: have a look at what is said above\n"));
        }
    }
    Ok(Exit::Good)
}

/// Builds the site and publishes it.
fn build_anew(
    sources: &Sources,
    options: &Options,
    arguments: &Build,
    studio: &Studio,
    target: &Path,
    progress: Progress<'_>,
) -> Result<(Account, Output, Report), Exit> {
    let mut build = build_and_tell(sources, options, arguments.site.format, studio, progress)?;
    if let Some(host) = arguments.host {
        progress.begins(Stage::Hosting);
        let base_url = build.base_url.as_ref();
        if let Some(Err(refusal)) = base_url.map(hosting::judge_base) {
            return Err(failed(Exit::ContentErrors, &refusal.message, refusal.help.as_deref()));
        }
        let deployment = Deployment { host, base_url, compress: arguments.compress };
        build.output = build.output.map(|output| hosting::prepare(output, deployment));
    }
    let Some(output) = build.output else {
        let remarks = human::summary(&build.findings);
        complain(&format!("{remarks}: nothing was written, {}\n", as_it_was(target)));
        return Err(Exit::ContentErrors);
    };
    let report =
        publish::publish(&output, studio, target, progress).map_err(|error| refused(&error))?;
    let pages = output.pages().count();
    let account = Account { findings: build.findings, withheld: build.withheld, pages };
    Ok((account, output, report))
}

fn line(pages: usize, report: &Report, target: &Path, started: Instant) -> String {
    let plural = if pages == 1 { "" } else { "s" };
    let seconds = started.elapsed().as_secs_f32();
    let changes = if report.written == 0 && report.removed == 0 {
        "nothing has changed".to_owned()
    } else {
        let Report { written, unchanged, removed, .. } = report;
        let files = if *written == 1 { "file" } else { "files" };
        format!("{written} {files} written, {unchanged} unchanged, {removed} removed")
    };
    format!("{pages} page{plural} in {}: {changes}, in {seconds:.2} s", target.display())
}

fn as_it_was(target: &Path) -> String {
    if target.exists() {
        format!("the pages in {} are as they were", target.display())
    } else {
        "there are no pages yet".to_owned()
    }
}

fn refused(error: &PublishError) -> Exit {
    let exit = match error {
        // The machine would have done it; the folder should be another one.
        PublishError::NotOurs { .. }
        | PublishError::Protected { .. }
        | PublishError::NotAFolder { .. } => Exit::Misuse,
        // What is damaged is for the owner to mend.
        PublishError::Picture(StudioError { reason: Reason::Spoilt(_), .. }) => Exit::ContentErrors,
        _ => Exit::MachineFailed,
    };
    failed(exit, error, Some(&error.help()))
}
