//! Looks through a text for what it says of the facts, in one pass.

use std::ops::Range;

use super::count::counts;
use super::date::dates;
use super::list::{self, Heading, Line};
use super::name::Names;
use super::sentence::Sentence;
use super::standing::{before, established, said};
use super::token::tokens;
use super::vocabulary::Vocabulary;
use super::{Claim, What};
use crate::diagnostic::{Diagnosed, Diagnostic};
use crate::markdown::{Passage, PassageKind};
use crate::values::{Date, SourcePath};

/// How many claims of a text are kept. An author who wrote more has other worries.
const MOST: usize = 1_000;

/// What a text says of the facts, and what is wrong with it whatever the facts are.
pub(in crate::programme) fn find(
    file: &SourcePath,
    passages: &[Passage],
    vocabulary: &Vocabulary,
) -> Diagnosed<Vec<Claim>> {
    let mut finder = Finder {
        file,
        vocabulary,
        claims: Vec::new(),
        diagnostics: Vec::new(),
        heading: Heading::default(),
        open: None,
    };
    if vocabulary.is_known() {
        for passage in passages {
            finder.passage(passage);
        }
        finder.end_list();
    }
    Diagnosed { value: finder.claims, diagnostics: finder.diagnostics }
}

struct Finder<'a> {
    file: &'a SourcePath,
    vocabulary: &'a Vocabulary,
    claims: Vec<Claim>,
    diagnostics: Vec<Diagnostic>,
    /// What the words before say of a list that may follow.
    heading: Heading,
    /// The list that is being read: its number, its heading, and its lines so far; nothing in
    /// place of an entry that is more than a name and a date.
    open: Option<(usize, Heading, Vec<Option<Line>>)>,
}

impl Finder<'_> {
    fn passage(&mut self, passage: &Passage) {
        match passage.kind {
            PassageKind::Item { list, .. } if !passage.quoted => self.item(passage, list),
            PassageKind::Paragraph | PassageKind::Definition if !passage.quoted => {
                self.end_list();
                self.paragraph(passage);
            }
            PassageKind::Heading(_) => {
                self.end_list();
                let tokens = tokens(&passage.text, self.vocabulary);
                let last = Sentence::all(&passage.text, &tokens).last();
                self.heading = last.map_or_else(Heading::default, |last| list::heading(&last));
            }
            _ => {
                self.end_list();
                self.heading = Heading::default();
            }
        }
    }

    fn item(&mut self, passage: &Passage, number: usize) {
        let tokens = tokens(&passage.text, self.vocabulary);
        if tokens.is_empty() {
            return;
        }
        let whole = Sentence { text: &passage.text, tokens: &tokens };
        let line = list::line(&whole, passage.place(whole.span()));
        if line.is_none() {
            self.prose(passage, 0..passage.text.len());
        }
        match &mut self.open {
            Some((open, _, lines)) if *open == number => lines.push(line),
            _ => {
                self.end_list();
                self.open = Some((number, self.heading, vec![line]));
            }
        }
    }

    fn end_list(&mut self) {
        let Some((_, heading, lines)) = self.open.take() else { return };
        self.heading = Heading::default();
        let all: Option<Vec<Line>> = lines.into_iter().collect();
        if let Some(lines) = all {
            self.list(lines, heading);
        }
    }

    fn list(&mut self, lines: Vec<Line>, heading: Heading) {
        let (list, diagnostics) = list::list(lines, heading, self.file);
        self.diagnostics.extend(diagnostics);
        if let Some(list) = list {
            let place = list.entries[0].place.start..list.entries[list.entries.len() - 1].place.end;
            self.claims.push(Claim { place, what: What::List(list) });
        }
    }

    /// A paragraph is prose; but where three of its lines or more are a name and a date each, these
    /// are a list that has lost its signs.
    fn paragraph(&mut self, passage: &Passage) {
        let text = &passage.text;
        let ends = text.match_indices('\n').map(|(at, _)| at).chain([text.len()]);
        let mut starts = 0;
        let lines: Vec<(usize, usize)> = ends
            .map(|end| {
                let line = (starts, end);
                starts = end + 1;
                line
            })
            .collect();
        let read: Vec<Option<Line>> = if lines.len() < list::FEWEST {
            vec![None; lines.len()]
        } else {
            lines.iter().map(|(start, end)| self.line(passage, *start, *end)).collect()
        };
        let mut done = 0;
        for run in list::runs(&read) {
            let (start, end) = (lines[run.start].0, lines[run.end - 1].1);
            self.prose(passage, done..start);
            self.list(read[run].iter().flatten().cloned().collect(), self.heading);
            self.heading = Heading::default();
            done = end;
        }
        self.prose(passage, done..text.len());
    }

    fn line(&self, passage: &Passage, start: usize, end: usize) -> Option<Line> {
        let text = &passage.text[start..end];
        // A line without a digit has no date.
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let tokens = tokens(text, self.vocabulary);
        let sentence = Sentence { text, tokens: &tokens };
        let span =
            sentence.tokens.first()?.at.start + start..sentence.tokens.last()?.at.end + start;
        list::line(&sentence, passage.place(span))
    }

    fn prose(&mut self, passage: &Passage, range: Range<usize>) {
        let text = &passage.text[..range.end];
        let tokens = tokens_from(text, range.start, self.vocabulary);
        let sentences: Vec<Sentence<'_>> = Sentence::all(text, &tokens).collect();
        let mut date: Option<Date> = None;
        let claims = &mut self.claims;
        for (index, sentence) in sentences.iter().enumerate() {
            if claims.len() >= MOST {
                break;
            }
            let names = || Names::of(&sentences[..=index], passage);
            let parts = sentence.parts();
            if parts.number && parts.noun {
                for (place, count) in counts(sentence) {
                    claims.push(Claim { place: passage.place(place), what: What::Count(count) });
                }
            }
            if parts.standing
                && let Some((place, said)) = said(sentence, names)
            {
                claims.push(Claim { place: passage.place(place), what: What::Standing(said) });
            }
            if parts.beginning
                && parts.number
                && let Some((place, date, of)) = established(sentence, names)
            {
                claims.push(Claim {
                    place: passage.place(place),
                    what: What::Established { date, of },
                });
            }
            if parts.previous && parts.noun && parts.number {
                for (place, before) in before(sentence, date.as_ref(), names) {
                    claims.push(Claim { place: passage.place(place), what: What::Before(before) });
                }
            }
            // ISO dates are no numbers, but hardly stand in a sentence.
            if parts.number {
                date = dates(sentence).pop().map(|(_, date, _)| date).or(date);
            }
        }
        if let Some(last) = sentences.last() {
            self.heading = list::heading(last);
        }
    }
}

/// The words of a part of a text, at their places in the whole.
fn tokens_from(text: &str, start: usize, vocabulary: &Vocabulary) -> Vec<super::token::Token> {
    let mut tokens = tokens(&text[start..], vocabulary);
    for token in &mut tokens {
        token.at = token.at.start + start..token.at.end + start;
    }
    tokens
}
