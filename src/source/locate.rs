//! Works out the places of diagnostics, once there is something to report.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Sources, front_matter, yaml};
use crate::diagnostic::finding::Spot;
use crate::diagnostic::{At, Diagnostic, Excerpt, Finding, Place};
use crate::values::SourcePath;

/// Turns diagnostics into findings: places become lines and columns, in the order of files and
/// lines, the worst first where they share a place. `texts` knows the texts that are not in the
/// sources, such as a built-in theme's.
pub fn locate(
    diagnostics: Vec<Diagnostic>,
    sources: &Sources,
    texts: impl Fn(&SourcePath) -> Option<&'static str>,
) -> Vec<Finding> {
    let mut indexes = BTreeMap::new();
    let mut excerpt = |place: &Place, label: Option<String>| {
        let text = sources.text(&place.file).or_else(|| texts(&place.file));
        let spot = text.and_then(|text| {
            let bytes = bytes_of(place, text, &mut indexes)?;
            Some(Spot::of(text, &bytes))
        });
        Excerpt { file: place.file.to_string(), spot, label }
    };
    let mut findings: Vec<Finding> = diagnostics
        .into_iter()
        .map(|diagnostic| {
            let mut excerpts = Vec::new();
            if let Some(place) = &diagnostic.place {
                excerpts.push(excerpt(place, diagnostic.label.clone()));
            }
            for related in &diagnostic.related {
                excerpts.push(excerpt(&related.place, Some(related.label.clone())));
            }
            Finding {
                severity: diagnostic.severity,
                code: diagnostic.code,
                message: diagnostic.message,
                excerpts,
                help: diagnostic.help,
            }
        })
        .collect();
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings.dedup();
    findings
}

/// Findings without a place come last: they are about the site as a whole.
fn order(
    finding: &Finding,
) -> (bool, &str, usize, usize, std::cmp::Reverse<crate::diagnostic::Severity>) {
    let first = finding.excerpts.first();
    let spot = first.and_then(|excerpt| excerpt.spot.as_ref());
    (
        first.is_none(),
        first.map_or("", |excerpt| &excerpt.file),
        spot.map_or(0, |spot| spot.line),
        spot.map_or(0, |spot| spot.column),
        std::cmp::Reverse(finding.severity),
    )
}

fn bytes_of(
    place: &Place,
    text: &str,
    indexes: &mut BTreeMap<SourcePath, yaml::SpanIndex>,
) -> Option<Range<usize>> {
    let (field, is_key) = match &place.at {
        At::File => return None,
        At::Bytes(bytes) => return Some(bytes.clone()),
        At::Value(field) => (field, false),
        At::Key(field) => (field, true),
    };
    let yaml_part = if place.file.extension() == Some("md") {
        front_matter::split(&place.file, text).ok()?.yaml
    } else {
        0..text.len()
    };
    let index = indexes
        .entry(place.file.clone())
        .or_insert_with(|| yaml::SpanIndex::of(&text[yaml_part.clone()]));
    let span = if is_key { index.key(field) } else { index.value(field) };
    // A field that is not written stands nowhere: its parent does, or the top of the facts.
    let span = span.or_else(|| {
        let (parent, part) = field.split_at(field.rfind(['.', '['])?);
        // A list of one may be written without its brackets.
        let own_value = part.starts_with('[').then(|| index.value(parent)).flatten();
        own_value.or_else(|| index.key(parent)).or_else(|| index.value(parent))
    });
    match span {
        Some(span) => Some(span.start + yaml_part.start..span.end + yaml_part.start),
        None if yaml_part.start > 0 => Some(0..3),
        None => None,
    }
}
