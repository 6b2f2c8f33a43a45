//! Works out the places of diagnostics, once there is something to report.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use super::{Sources, front_matter, yaml};
use crate::diagnostic::finding::Lines;
use crate::diagnostic::{At, Diagnostic, Excerpt, Finding, Place, Severity};
use crate::values::SourcePath;

/// So many findings of one kind are told of one file; nobody reads more of them.
const MAX_OF_A_KIND: usize = 100;

/// Turns diagnostics into findings: places become lines and columns, in the order of files and
/// lines, the worst first where they share a place. `texts` knows the texts that are not in the
/// sources, such as a built-in theme's.
pub fn locate(
    diagnostics: Vec<Diagnostic>,
    sources: &Sources,
    texts: impl Fn(&SourcePath) -> Option<&'static str>,
) -> Vec<Finding> {
    let mut files = Files { sources, texts, indexed: BTreeMap::new() };
    let mut located: Vec<_> = diagnostics
        .into_iter()
        .map(|diagnostic| {
            let bytes = diagnostic.place.as_ref().and_then(|place| {
                let file = files.indexed(&place.file)?;
                file.bytes_of(&place.at)
            });
            (bytes, diagnostic)
        })
        .collect();
    located.sort_by(|a, b| order(a).cmp(&order(b)));
    located.dedup();

    let mut findings = Vec::new();
    for of_a_file in located.chunk_by(|(_, a), (_, b)| file_of(a) == file_of(b)) {
        let mut counts = BTreeMap::new();
        for (_, diagnostic) in of_a_file {
            let (count, worst) = counts.entry(diagnostic.code.name()).or_insert((0, diagnostic));
            *count += 1;
            if *count <= MAX_OF_A_KIND || diagnostic.place.is_none() {
                findings.push(files.finding(diagnostic));
            } else if diagnostic.severity > worst.severity {
                *worst = diagnostic;
            }
        }
        for (count, worst) in counts.into_values() {
            if let Some(file) = file_of(worst)
                && count > MAX_OF_A_KIND
            {
                findings.push(rest(file, worst, count - MAX_OF_A_KIND));
            }
        }
    }
    findings.dedup();
    findings
}

/// Works out which bytes a place is, file by file as they are asked for.
pub fn places(sources: &Sources) -> impl FnMut(&Place) -> Option<Range<usize>> {
    let mut files = Files { sources, texts: |_: &SourcePath| None, indexed: BTreeMap::new() };
    move |place| files.indexed(&place.file)?.bytes_of(&place.at)
}

/// Findings without a place come last: they are about the site as a whole.
fn order(
    (bytes, diagnostic): &(Option<Range<usize>>, Diagnostic),
) -> (bool, Option<&SourcePath>, Option<usize>, Reverse<Severity>) {
    let file = file_of(diagnostic);
    let start = bytes.as_ref().map(|bytes| bytes.start);
    (file.is_none(), file, start, Reverse(diagnostic.severity))
}

fn file_of(diagnostic: &Diagnostic) -> Option<&SourcePath> {
    diagnostic.place.as_ref().map(|place| &place.file)
}

/// Says that there are more findings of a kind than are told.
fn rest(file: &SourcePath, worst: &Diagnostic, count: usize) -> Finding {
    let count = match (count / 1000, count % 1000) {
        (0, count) => count.to_string(),
        (thousands, count) => format!("{thousands},{count:03}"),
    };
    Finding {
        severity: worst.severity,
        code: worst.code,
        message: format!("and {count} more of this kind in this file"),
        excerpts: vec![Excerpt { file: file.to_string(), spot: None, label: None }],
        help: Vec::new(),
    }
}

/// The files that there is something to say about.
struct Files<'a, T> {
    sources: &'a Sources,
    texts: T,
    indexed: BTreeMap<SourcePath, Option<Indexed<'a>>>,
}

impl<'a, T: Fn(&SourcePath) -> Option<&'static str>> Files<'a, T> {
    fn finding(&mut self, diagnostic: &Diagnostic) -> Finding {
        let main = diagnostic.place.iter().map(|place| (place, diagnostic.label.as_ref()));
        let related =
            diagnostic.related.iter().map(|related| (&related.place, Some(&related.label)));
        Finding {
            severity: diagnostic.severity,
            code: diagnostic.code,
            message: diagnostic.message.clone(),
            excerpts: main
                .chain(related)
                .map(|(place, label)| self.excerpt(place, label))
                .collect(),
            help: diagnostic.help.clone(),
        }
    }

    fn excerpt(&mut self, place: &Place, label: Option<&String>) -> Excerpt {
        let spot = self.indexed(&place.file).and_then(|file| {
            let bytes = file.bytes_of(&place.at)?;
            Some(file.lines.spot(&bytes))
        });
        Excerpt { file: place.file.to_string(), spot, label: label.cloned() }
    }

    fn indexed(&mut self, path: &SourcePath) -> Option<&mut Indexed<'a>> {
        let index = || {
            let text = self.sources.text(path).or_else(|| (self.texts)(path))?;
            Some(Indexed { path: path.clone(), text, lines: Lines::of(text), facts: None })
        };
        self.indexed.entry(path.clone()).or_insert_with(index).as_mut()
    }
}

/// A text whose lines have been counted and, once they are asked for, whose fields are known.
struct Indexed<'a> {
    path: SourcePath,
    text: &'a str,
    lines: Lines<'a>,
    facts: Option<Facts>,
}

/// Where the fields of a file's YAML stand.
struct Facts {
    /// The byte of the file that the YAML begins at.
    start: usize,
    spans: yaml::SpanIndex,
}

impl Facts {
    fn of(path: &SourcePath, text: &str) -> Self {
        let yaml_part = match path.extension() {
            Some("md") => front_matter::split(path, text).map_or(0..0, |parts| parts.yaml),
            _ => 0..text.len(),
        };
        Self { start: yaml_part.start, spans: yaml::SpanIndex::of(&text[yaml_part]) }
    }
}

impl Indexed<'_> {
    fn bytes_of(&mut self, at: &At) -> Option<Range<usize>> {
        let (field, is_key) = match at {
            At::File => return None,
            At::Bytes(bytes) => return Some(bytes.clone()),
            At::Value(field) => (field, false),
            At::Key(field) => (field, true),
        };
        let Facts { start, spans } =
            self.facts.get_or_insert_with(|| Facts::of(&self.path, self.text));
        let span = if is_key { spans.key(field) } else { spans.value(field) };
        // A field that is not written stands nowhere: its parent does, or the top of the facts.
        let span = span.or_else(|| {
            let (parent, part) = field.split_at(field.rfind(['.', '['])?);
            // A list of one may be written without its brackets.
            let own_value = part.starts_with('[').then(|| spans.value(parent)).flatten();
            own_value.or_else(|| spans.key(parent)).or_else(|| spans.value(parent))
        });
        match span {
            Some(span) => Some(span.start + *start..span.end + *start),
            None if *start > 0 => Some(0..3),
            None => None,
        }
    }
}
