//! An edition as the preview's script is told of it: one JSON object.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use super::editor::Editor;
use super::prefix::Prefix;
use crate::diagnostic::{Excerpt, Finding, Severity};
use crate::serve::Edition;
use crate::values::SourcePath;

/// How many findings are told at most: nobody mends more at once, and a page that lists thousands
/// is slow.
const FINDINGS: usize = 200;

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

/// Tells of an edition, with links into an editor for what lies in the site's folder.
pub(super) fn report(
    edition: &Edition,
    session: &str,
    prefix: &Prefix,
    editor: &Editor,
    root: &Path,
) -> String {
    let count =
        |severity| edition.findings.iter().filter(|finding| finding.severity == severity).count();
    let (saved, others): (Vec<_>, Vec<_>) =
        edition.findings.iter().partition(|finding| is_saved(edition, finding));
    let entry = |(finding, saved)| entry(finding, saved, editor, root);
    let ordered = saved.into_iter().map(|finding| (finding, true));
    let ordered = ordered.chain(others.into_iter().map(|finding| (finding, false)));
    let report = Report {
        session,
        revision: edition.revision,
        took: (edition.took.as_secs_f64() * 10_000.0).round() / 10.0,
        settled: edition.settled,
        current: edition.current,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings: ordered.take(FINDINGS).map(entry).collect(),
        more: edition.findings.len().saturating_sub(FINDINGS),
        assets: edition.assets.iter().map(|(path, revision)| (path.as_str(), *revision)).collect(),
        saved: edition.saved.iter().map(SourcePath::as_str).collect(),
        edited: edition.edited.as_ref().map(|path| prefix.address(path)),
    };
    serde_json::to_string(&report).expect("texts, numbers and lists of them can be written as JSON")
}

/// Whether the main place of a finding is in a file that was just saved.
fn is_saved(edition: &Edition, finding: &Finding) -> bool {
    let file = finding.excerpts.first().map(|excerpt| excerpt.file.as_str());
    file.is_some_and(|file| edition.saved.iter().any(|saved| saved.as_str() == file))
}

fn entry<'a>(finding: &'a Finding, saved: bool, editor: &Editor, root: &Path) -> Entry<'a> {
    Entry {
        severity: finding.severity.as_str(),
        code: finding.code.name(),
        meaning: finding.code.sentence(),
        message: &finding.message,
        help: &finding.help,
        saved,
        places: finding.excerpts.iter().map(|excerpt| place(excerpt, editor, root)).collect(),
    }
}

fn place<'a>(excerpt: &'a Excerpt, editor: &Editor, root: &Path) -> Place<'a> {
    let (line, column) = excerpt.spot.as_ref().map_or((1, 1), |spot| (spot.line, spot.column));
    // A file of a built-in theme is called as it would be in the site, but is not there.
    let is_there = SourcePath::new(&excerpt.file).is_some() && root.join(&excerpt.file).is_file();
    let link = is_there.then(|| editor.link(root, &excerpt.file, line, column)).flatten();
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
