//! From what the rules found to what is told: lifted where an author allows it, and as severe as
//! the owner wants it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::allowance::{self, Allowance};
use crate::diagnostic::{At, Code, Diagnosed, Diagnostic, Levels, Place, Severity};
use crate::memo::{Fingerprint, Memory};
use crate::source::{Sources, places};
use crate::values::SourcePath;

/// An allowance, and whether it has lifted something.
struct Used {
    allowance: Allowance,
    lifted: bool,
}

/// Lifts what is allowed, gives all findings of rules their level, and tells which allowances lift
/// nothing. `looked_through` says whether a file was; an allowance in another cannot be idle.
#[must_use]
pub fn settle(
    report: Vec<Diagnostic>,
    sources: &Sources,
    levels: &Levels,
    looked_through: impl Fn(&SourcePath) -> bool,
    memory: &Memory,
) -> Vec<Diagnostic> {
    let mut bytes_of = places(sources);
    let mut settled = Vec::with_capacity(report.len());
    let mut allowances = find_all(sources, memory).report_to(&mut settled);
    for remark in report {
        if !remark.code.is_rule() {
            settled.push(remark);
        } else if !is_lifted(&remark, &mut allowances, &mut bytes_of) {
            settled.extend(levels.weigh(remark));
        }
    }
    let damaged: Vec<SourcePath> = settled
        .iter()
        .filter(|remark| remark.severity == Severity::Error && !remark.code.is_rule())
        .filter_map(|remark| Some(remark.place.as_ref()?.file.clone()))
        .collect();
    for (file, allowances) in &allowances {
        if !damaged.contains(file) && looked_through(file) {
            let idle = allowances.iter().filter(|used| !used.lifted);
            let idle = idle.filter(|used| !levels.is_off(used.allowance.rule));
            settled.extend(idle.filter_map(|used| levels.weigh(is_idle(file, &used.allowance))));
        }
    }
    settled
}

/// The allowances of all files that have any.
fn find_all(sources: &Sources, memory: &Memory) -> Diagnosed<BTreeMap<SourcePath, Vec<Used>>> {
    let texts: Vec<(&SourcePath, &str)> = sources
        .below("content")
        .filter(|(path, _)| matches!(path.extension(), Some("md" | "yaml")))
        .filter_map(|(path, _)| Some((path, sources.text(path)?)))
        .collect();
    let found: Vec<_> = texts
        .into_par_iter()
        .filter(|(_, text)| allowance::may_be_in(text))
        .map(|(path, text)| {
            let key = || Fingerprint::of(&("allowances", path, sources.fingerprint(path)));
            (path, memory.recall(key, || allowance::find(path, text)))
        })
        .collect();
    let mut allowances = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (path, of_file) in found {
        diagnostics.extend_from_slice(&of_file.diagnostics);
        let of_file = of_file.value.iter().cloned();
        let unused = of_file.map(|allowance| Used { allowance, lifted: false }).collect();
        allowances.insert(path.clone(), unused);
    }
    Diagnosed { value: allowances, diagnostics }
}

fn is_lifted(
    remark: &Diagnostic,
    allowances: &mut BTreeMap<SourcePath, Vec<Used>>,
    bytes_of: &mut impl FnMut(&Place) -> Option<std::ops::Range<usize>>,
) -> bool {
    let Some(place) = &remark.place else { return false };
    let Some(allowances) = allowances.get_mut(&place.file) else { return false };
    let bytes = bytes_of(place);
    let mut lifted = false;
    for used in allowances.iter_mut().filter(|used| used.allowance.rule == remark.code) {
        let Allowance { about, of_file, .. } = &used.allowance;
        // What is missing is told of at the line above the facts.
        let of_file = *of_file && bytes.as_ref().is_none_or(|bytes| *bytes == (0..3));
        let of_file = of_file && !matches!(place.at, At::Bytes(_));
        if of_file || bytes.as_ref().is_some_and(|bytes| about.contains(&bytes.start)) {
            (used.lifted, lifted) = (true, true);
        }
    }
    lifted
}

fn is_idle(file: &SourcePath, allowance: &Allowance) -> Diagnostic {
    let rule = allowance.rule.name();
    Diagnostic::new(Code::IdleAllowance, format!("`{rule}` finds nothing here that this allows"))
        .at(Place::bytes(file, allowance.span.clone()))
        .help("delete the comment, or move it to directly before what it is about")
}
