//! An edition as the preview's script is told of it: one JSON object.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::editor::Links;
use super::prefix::Prefix;
use crate::diagnostic::{Excerpt, Finding, Severity};
use crate::serve::edition::{Edition, is_about};
use crate::values::SourcePath;

/// How many findings are told at most: nobody mends more at once, and a page that lists thousands
/// is slow.
const FINDINGS: usize = 200;

/// How many of the files that were saved last are named: they are told in words.
const SAVED: usize = 20;

#[derive(Serialize)]
struct Report<'a> {
    session: &'a str,
    revision: u64,
    /// Milliseconds.
    took: f64,
    settled: bool,
    current: bool,
    errors: usize,
    warnings: usize,
    findings: Vec<Entry<'a>>,
    more: usize,
    /// By their paths in the site as they are, not as an address writes them.
    assets: BTreeMap<&'a str, u64>,
    saved: Vec<&'a str>,
    edited: Option<String>,
}

#[derive(Serialize)]
struct Entry<'a> {
    severity: &'static str,
    code: &'static str,
    meaning: &'static str,
    message: &'a str,
    help: &'a [String],
    saved: bool,
    places: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    #[serde(flatten)]
    spot: Option<Spot<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Spot<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
    text_column: usize,
}

/// Tells of an edition, perhaps with links into an editor for what lies in the site's folder: for
/// these the disk is asked.
pub(super) fn report(
    edition: &Edition,
    session: &str,
    prefix: &Prefix,
    links: Option<Links<'_>>,
) -> String {
    let count =
        |severity| edition.findings.iter().filter(|finding| finding.severity == severity).count();
    let is_saved = is_about(&edition.saved);
    let mut ordered: Vec<_> =
        edition.findings.iter().map(|finding| (finding, is_saved(finding))).collect();
    // No number of warnings may hide an error.
    ordered.sort_by_key(|(finding, is_saved)| Reverse((finding.severity, *is_saved)));
    let entry = |(finding, is_saved)| entry(finding, is_saved, links);
    let report = Report {
        session,
        revision: edition.revision,
        took: (edition.took.as_secs_f64() * 10_000.0).round() / 10.0,
        settled: edition.settled,
        current: edition.current,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings: ordered.into_iter().take(FINDINGS).map(entry).collect(),
        more: edition.findings.len().saturating_sub(FINDINGS),
        assets: edition.assets.iter().map(|(path, revision)| (path.as_str(), *revision)).collect(),
        saved: edition.saved.iter().take(SAVED).map(SourcePath::as_str).collect(),
        edited: edition.edited.as_ref().map(|path| prefix.address(path)),
    };
    serde_json::to_string(&report).expect("texts, numbers and lists of them can be written as JSON")
}

fn entry<'a>(finding: &'a Finding, saved: bool, links: Option<Links<'_>>) -> Entry<'a> {
    Entry {
        severity: finding.severity.as_str(),
        code: finding.code.name(),
        meaning: finding.code.sentence(),
        message: &finding.message,
        help: &finding.help,
        saved,
        places: finding.excerpts.iter().map(|excerpt| place(excerpt, links)).collect(),
    }
}

fn place<'a>(excerpt: &'a Excerpt, links: Option<Links<'_>>) -> Place<'a> {
    let (line, column) = excerpt.spot.as_ref().map_or((1, 1), |spot| (spot.line, spot.column));
    // A file of a built-in theme is called as it would be in the site, but is not there.
    let is_there = |links: &Links<'_>| {
        SourcePath::new(&excerpt.file).is_some() && links.root.join(&excerpt.file).is_file()
    };
    let link = links.filter(is_there).and_then(|links| links.to(&excerpt.file, line, column));
    let spot = excerpt.spot.as_ref().map(|spot| Spot {
        line: spot.line,
        column: spot.column,
        end_line: spot.end_line,
        end_column: spot.end_column,
        text: &spot.text,
        text_column: spot.text_column,
    });
    Place { file: &excerpt.file, spot, label: excerpt.label.as_deref(), link }
}
