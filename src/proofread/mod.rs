//! Rules about words alone, and what authors allow.
//!
//! What can be wrong with a text whoever reads it: words that are true for a day, and what copying
//! from web pages and printed documents leaves behind. Nothing here knows a fact of the site. A
//! rule is a function in the table [`RULES`]; it sees passages, and is silent where it is not sure.

mod addresses;
pub mod allowance;
mod settle;

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::markdown::Passage;
use crate::values::SourcePath;

pub use settle::settle;

/// A rule that looks at one passage.
type PassageRule = fn(&Passage, &mut Findings<'_>);

/// The rules, and the codes of what each finds.
const RULES: &[(Code, PassageRule)] = &[(Code::HttpLink, addresses::without_encryption)];

/// A text to look through.
#[derive(Debug)]
pub struct Manuscript<'a> {
    /// The file.
    pub file: &'a SourcePath,
    /// Its passages, in order.
    pub passages: &'a [Passage],
}

/// Looks through a text.
#[must_use]
pub fn proofread(manuscript: &Manuscript<'_>) -> Vec<Diagnostic> {
    let mut findings = Findings { file: manuscript.file, diagnostics: Vec::new() };
    for passage in manuscript.passages {
        for (_, rule) in RULES {
            rule(passage, &mut findings);
        }
    }
    findings.diagnostics
}

/// What has been found in a file.
struct Findings<'a> {
    file: &'a SourcePath,
    diagnostics: Vec<Diagnostic>,
}

impl Findings<'_> {
    /// Adds a finding about some bytes of the file.
    fn add_at(
        &mut self,
        code: Code,
        bytes: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let place = Place::bytes(self.file, bytes);
        self.diagnostics.push(Diagnostic::new(code, message).at(place).help(help));
    }
}
