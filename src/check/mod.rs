//! Reads the finished site as a visitor would: every link, anchor, picture and style is there, and
//! every page says its language, its title and its main heading.
//!
//! It looks at the result, and so finds what a theme does wrong too. What the prose does wrong is
//! reported where the prose is written.

mod elsewhere;
mod linked;
mod page;
mod site_map;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::emit::WrittenLink;
use crate::memo::{Fingerprint, Memory};
use crate::output::{Contents, Origin, Output, OutputFile};
use crate::reference::html::unescaped;
use crate::values::{OutputPath, Url};
pub use elsewhere::{addresses_elsewhere, report_elsewhere};
use page::Page;
use site_map::{Problem, SiteMap};

/// Checks the finished site. `base_url` is where it will be, for addresses that begin at the host;
/// `links` are asked for where links stand in the prose, once something is wrong.
#[must_use]
pub fn check(
    output: &Output,
    base_url: Option<&Url>,
    links: impl FnOnce() -> Vec<WrittenLink>,
    memory: &Memory,
) -> Vec<Diagnostic> {
    let files: Vec<&OutputFile> = output.files().collect();
    let pages: Vec<(&OutputPath, Arc<Page>)> = files
        .into_par_iter()
        .filter_map(|file| Some((&file.path, Page::of(file, memory)?)))
        .collect();
    let site = SiteMap::of(output, &pages, base_url);
    let surroundings = memory.fingerprint(|| SiteMap::fingerprint(output, &pages, base_url));
    let problems: Vec<(&OutputPath, Problem)> = pages
        .par_iter()
        .flat_map_iter(|(path, page)| {
            let key = || Fingerprint::of(&(path, page.fingerprint, surroundings));
            let found = memory.recall(key, || site.problems(path, page));
            found.iter().map(|problem| (*path, problem.clone())).collect::<Vec<_>>()
        })
        .collect();
    let mut diagnostics = if problems.is_empty() { Vec::new() } else { report(problems, &links()) };
    diagnostics.extend(of_other_files(output, &site, base_url, surroundings, memory));
    diagnostics
}

/// What is wrong with files that are no pages.
fn of_other_files(
    output: &Output,
    site: &SiteMap<'_>,
    base_url: Option<&Url>,
    surroundings: Fingerprint,
    memory: &Memory,
) -> Vec<Diagnostic> {
    let files: Vec<&OutputFile> = output.files().filter(|file| !is_page(file)).collect();
    let diagnostics = files.into_par_iter().flat_map_iter(|file| {
        let Contents::Bytes(bytes) = &file.contents else { return Vec::new() };
        let key = || Fingerprint::of(&(&file.path, Fingerprint::of_bytes(bytes), surroundings));
        let found = memory.recall(key, || {
            let addresses = linked::addresses(file, base_url).into_iter();
            addresses.filter_map(|address| site.asks(&file.path, &address)).collect::<Vec<_>>()
        });
        let diagnostic = |problem: &Problem| {
            let message = format!("the file `/{}` {}", file.path, problem.what);
            let remark = Diagnostic::new(problem.code, message).maybe_help(problem.help.clone());
            match &file.origin {
                Origin::Source(source) => remark.at(Place::file(source)),
                Origin::Program(_) => remark,
            }
        };
        found.iter().map(diagnostic).collect()
    });
    diagnostics.collect()
}

fn is_page(file: &OutputFile) -> bool {
    file.path.as_str().ends_with(".html")
}

impl Problem {
    /// What is wrong, said to who wrote the link.
    fn of_prose(&self, link: &WrittenLink) -> String {
        match (&self.target, link.written.split_once('#')) {
            (Some(target), Some((_, fragment))) => {
                format!("the page `/{target}` has no `#{fragment}`")
            }
            _ => format!("`{}` does not exist", link.written),
        }
    }
}

/// Says of each mistake where it was written; a mistake of a template, which shows on many pages,
/// once and for the first of them.
fn report(problems: Vec<(&OutputPath, Problem)>, links: &[WrittenLink]) -> Vec<Diagnostic> {
    let written: HashMap<(&str, &str), &WrittenLink> =
        links.iter().map(|link| ((link.page.as_str(), link.href.as_str()), link)).collect();
    let mut diagnostics = Vec::new();
    let mut of_templates: BTreeMap<(Code, String), (&OutputPath, Problem, usize)> = BTreeMap::new();
    for (page, problem) in problems {
        let link = problem.address.as_deref().and_then(|address| {
            let address = unescaped(address);
            written.get(&(page.as_str(), &*address)).copied()
        });
        match link {
            // An untranslated text stands on the page of every language.
            Some(link)
                if diagnostics
                    .iter()
                    .any(|told: &Diagnostic| told.place.as_ref() == Some(&link.place)) => {}
            Some(link) => diagnostics.push(
                Diagnostic::new(problem.code, problem.of_prose(link))
                    .at(link.place.clone())
                    .maybe_help(problem.help),
            ),
            None => {
                let key = (
                    problem.code,
                    problem
                        .what
                        .trim_start_matches("links to `")
                        .trim_start_matches("../")
                        .to_owned(),
                );
                of_templates.entry(key).or_insert((page, problem, 0)).2 += 1;
            }
        }
    }
    diagnostics.extend(of_templates.into_values().map(|(page, problem, count)| {
        let others = match count - 1 {
            0 => String::new(),
            1 => "; so does another page".to_owned(),
            others => format!("; so do {others} other pages"),
        };
        let message = format!("the page `/{}` {}{others}", page.route(), problem.what);
        Diagnostic::new(problem.code, message).maybe_help(problem.help)
    }));
    diagnostics
}
