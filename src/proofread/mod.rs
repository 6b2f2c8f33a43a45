//! Rules about words alone, and what authors allow.
//!
//! What can be wrong with a text whoever reads it: words that are true for a day, and what copying
//! from web pages and printed documents leaves behind. Nothing here knows a fact of the site. A
//! rule is a function in the table `RULES`; it is silent where it is not sure, since a false
//! alarm costs more trust than a mistake unseen. Each takes a time that grows with the text's
//! length and no faster.

mod address;
pub mod allowance;
mod blank;
mod furniture;
mod heading;
mod label;
mod link;
mod list;
mod number;
mod reading;
mod repeat;
mod sentence;
mod settle;
mod time;
mod word;

use std::ops::Range;

use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::markdown::Passage;
use crate::values::{LanguageTag, SourcePath};
use reading::Reading;

pub use repeat::{Trail, repeated};
pub use settle::settle;

/// A text to look through.
#[derive(Debug)]
pub struct Manuscript<'a> {
    /// The file.
    pub file: &'a SourcePath,
    /// The language it is written in.
    pub language: &'a LanguageTag,
    /// Whether it is read as of its date, as news and events are: "this month" is clear in it.
    pub dated: bool,
    /// Its passages, in order.
    pub passages: &'a [Passage],
}

/// What a rule looks at.
enum Look {
    /// One passage after the other.
    Passage(fn(&Reading<'_>, &mut Findings<'_>)),
    /// The whole text.
    Text(fn(&[Reading<'_>], &mut Findings<'_>)),
}

/// A rule: the code of its findings, and how it looks for them.
struct Rule {
    code: Code,
    look: Look,
}

const fn passage(code: Code, look: fn(&Reading<'_>, &mut Findings<'_>)) -> Rule {
    Rule { code, look: Look::Passage(look) }
}

const fn text(code: Code, look: fn(&[Reading<'_>], &mut Findings<'_>)) -> Rule {
    Rule { code, look: Look::Text(look) }
}

/// The rules, in the order of the manual.
const RULES: &[Rule] = &[
    passage(Code::RelativeTime, time::relative),
    passage(Code::LinkText, link::says_nothing),
    text(Code::HeadingOrder, heading::order),
    text(Code::RepeatedTitle, heading::repeated),
    passage(Code::DeadLabel, label::dead),
    passage(Code::HiddenAddress, address::hidden),
    passage(Code::CutAddress, address::cut),
    passage(Code::BareAddress, address::bare),
    passage(Code::HttpLink, address::without_encryption),
    text(Code::JoinedWords, word::joined),
    passage(Code::DoubledWords, word::doubled),
    text(Code::TornSentence, sentence::torn),
    passage(Code::BulletSign, list::bullet_signs),
    passage(Code::RunOnBullets, list::run_on),
    passage(Code::NoBreakSpace, blank::no_break),
    passage(Code::StrayBlank, blank::stray),
    text(Code::PageFurniture, furniture::of_page),
];

/// Looks through a text, and reduces it to its trail.
#[must_use]
pub fn proofread(manuscript: &Manuscript<'_>) -> Diagnosed<Trail> {
    let readings: Vec<Reading<'_>> =
        manuscript.passages.iter().map(|passage| Reading::of(passage, manuscript)).collect();
    let mut findings = Findings { file: manuscript.file, diagnostics: Vec::new() };
    for rule in RULES {
        match rule.look {
            Look::Passage(look) => readings.iter().for_each(|reading| look(reading, &mut findings)),
            Look::Text(look) => look(&readings, &mut findings),
        }
        debug_assert!(rule.code.is_rule(), "{:?} is in the table of rules", rule.code);
    }
    Diagnosed { value: Trail::of(&readings), diagnostics: findings.diagnostics }
}

/// What has been found in a file.
struct Findings<'a> {
    file: &'a SourcePath,
    diagnostics: Vec<Diagnostic>,
}

impl Findings<'_> {
    /// Adds a finding about some bytes of a passage's words.
    fn add(
        &mut self,
        code: Code,
        (reading, words): (&Reading<'_>, Range<usize>),
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add_at(code, reading.passage.place(words), message, help);
    }

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

    /// Points from the last finding to other words, which are part of the story.
    fn related(&mut self, reading: &Reading<'_>, words: Range<usize>, label: &str) {
        let place = Place::bytes(self.file, reading.passage.place(words));
        if let Some(last) = self.diagnostics.pop() {
            self.diagnostics.push(last.related(place, label));
        }
    }
}
