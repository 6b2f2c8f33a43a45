//! `jumelage check`.

use std::collections::{BTreeMap, BTreeSet};

use super::args::{Check, Format};
use super::tell::{build_and_tell, list_withheld, options, read, tell};
use super::today::today;
use super::work::at_work;
use super::{Exit, complain, failed, say};
use crate::check::{addresses_elsewhere, report_elsewhere};
use crate::diagnostic::{Severity, human};
use crate::external::{Known, Verdict, is_example, visit};
use crate::pipeline::Build;
use crate::progress::{Progress, Stage};
use crate::source::{Sources, locate};
use crate::studio::Studio;
use crate::values::{OutputPath, Url};
use crate::{config, theme};

pub(super) fn run(arguments: &Check) -> Result<Exit, Exit> {
    at_work(&arguments.site, |progress| {
        let site = &arguments.site;
        let sources = read(&site.folder)?;
        let studio = Studio::new(&site.folder, site.cache.shelf(&site.folder));
        if arguments.external {
            return check_with_external(arguments, &sources, &studio, progress);
        }
        let build = build_and_tell(&sources, &options(site), site.format, &studio, progress)?;
        finish(&build, arguments, &studio)
    })
}

fn finish(build: &Build, arguments: &Check, studio: &Studio) -> Result<Exit, Exit> {
    if build.output.is_some() {
        // All that is of use has been looked at.
        studio.shelf().tidy();
    }
    let remarks = human::summary(&build.findings);
    let human = arguments.site.format == Format::Human;
    if human {
        list_withheld(&build.withheld)?;
    }
    if human && remarks.is_empty() {
        say("no mistakes found\n")?;
    } else if human {
        complain(&format!("{remarks}\n"));
    }
    Ok(if build.output.is_some() { Exit::Good } else { Exit::ContentErrors })
}

/// The same with what other websites say. Everything is told at once, at the end.
fn check_with_external(
    arguments: &Check,
    sources: &Sources,
    studio: &Studio,
    progress: Progress<'_>,
) -> Result<Exit, Exit> {
    let mut build = super::tell::build(sources, &options(&arguments.site), studio, progress);
    progress.begins(Stage::Visiting);
    if let Some(output) = &build.output {
        let config = config::parse(sources).value;
        let mut pages = addresses_elsewhere(output, build.base_url.as_ref());
        let all = pages.len();
        let is_unchecked = |address: &Url| {
            let mut unchecked = config.unchecked_links.iter();
            unchecked.any(|beginning| address.as_str().starts_with(beginning.as_str()))
        };
        pages.retain(|address, _| !is_example(address) && !is_unchecked(address));
        let Some(verdicts) = ask_elsewhere(&pages, arguments) else {
            tell(&build.findings, &build.withheld, arguments.site.format)?;
            let help = "see whether this computer is connected to the internet, and try again";
            let message =
                format!("none of the other websites could be reached: {} addresses", pages.len());
            return Err(failed(Exit::MachineFailed, &message, Some(help)));
        };
        if arguments.site.format == Format::Human {
            say(&tally(&verdicts, all - pages.len()))?;
        }
        let mut told = report_elsewhere(&verdicts, &pages, sources);
        if arguments.site.strict && told.iter().any(|remark| remark.severity == Severity::Warning) {
            let warnings = told.iter_mut().filter(|remark| remark.severity == Severity::Warning);
            warnings.for_each(|remark| remark.severity = Severity::Error);
            build.output = None;
        }
        let findings = locate(told, sources, theme::built_in_text);
        build.findings.extend(findings);
    }
    tell(&build.findings, &build.withheld, arguments.site.format)?;
    finish(&build, arguments, studio)
}

/// Visits what is not known to be well already. Where not a single server answers, it is probably
/// this computer that is not connected, and nothing can be said.
fn ask_elsewhere(
    pages: &BTreeMap<Url, OutputPath>,
    arguments: &Check,
) -> Option<BTreeMap<Url, Verdict>> {
    let known = Known::of(&arguments.site.folder, today());
    let (mut verdicts, mut unknown) = (BTreeMap::new(), BTreeSet::new());
    for address in pages.keys() {
        match known.recall(address) {
            Some(verdict) => drop(verdicts.insert(address.clone(), verdict)),
            None => drop(unknown.insert(address.clone())),
        }
    }
    let visited = visit(&unknown, arguments.timeout);
    if visited.len() > 1 && !visited.values().any(Verdict::is_answer) {
        return None;
    }
    known.remember(&visited);
    verdicts.extend(visited);
    Some(verdicts)
}

/// How many addresses are what, for people.
fn tally(verdicts: &BTreeMap<Url, Verdict>, unvisited: usize) -> String {
    let count = |is: fn(&Verdict) -> bool| verdicts.values().filter(|verdict| is(verdict)).count();
    let counts = [
        (count(|verdict| matches!(verdict, Verdict::Alive)), "well"),
        (count(|verdict| matches!(verdict, Verdict::Moved(_))), "moved"),
        (count(|verdict| matches!(verdict, Verdict::Broken(_))), "broken"),
        (count(|verdict| matches!(verdict, Verdict::Unverified(_))), "could not be checked"),
        (unvisited, "not visited"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, what)| format!("{count} {what}")).collect();
    let counts = if counts.is_empty() { "none".to_owned() } else { counts.join(", ") };
    format!("addresses of other websites: {counts}\n")
}
