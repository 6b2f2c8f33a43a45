//! Runs of text: directives in braces, and the marks that give a phrase its language.

use std::ops::Range;

use super::{Argument, Directive};

/// The longest directive, in characters.
const MAX_LENGTH: usize = 300;

/// A run of text between two pieces of markup: its words, and where each part of them stands in
/// the source (Markdown's escapes and entities part a run).
#[derive(Debug, Default)]
pub(super) struct Run {
    text: String,
    /// Where a part begins in the run, and its bytes in the source: more than it has itself, where
    /// it stands there as an entity.
    parts: Vec<(usize, Range<usize>)>,
}

/// A part of a run.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(Range<usize>),
    Directive(Directive),
}

impl Run {
    pub(super) fn push(&mut self, text: &str, source: Range<usize>) {
        self.parts.push((self.text.len(), source));
        self.text.push_str(text);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.parts.clear();
    }

    /// The source position of a position in the run.
    pub(super) fn source_at(&self, at: usize) -> usize {
        let part = self.parts.partition_point(|(start, _)| *start <= at);
        let (start, source) = &self.parts[part.saturating_sub(1)];
        source.start + (at - start)
    }

    /// The parts of a range, and where in the source each stands.
    pub(super) fn parts_of(
        &self,
        range: &Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
        let range = range.clone();
        let first = self.parts.partition_point(|(start, _)| *start <= range.start);
        let parts = &self.parts[first.saturating_sub(1)..];
        let ends = parts.iter().skip(1).map(|(start, _)| *start).chain([self.text.len()]);
        let before_the_end = parts.iter().zip(ends).take_while(move |(part, _)| part.0 < range.end);
        before_the_end.map(move |((start, source), end)| {
            let (from, to) = (range.start.max(*start), range.end.min(end));
            let begins = source.start + (from - start);
            let ends = if to == end { source.end } else { begins + (to - from) };
            (from..to, begins..ends)
        })
    }

    /// Whether the character at a position stands so in the source, and no backslash makes it one
    /// that means nothing.
    pub(super) fn is_written(&self, at: usize, source: &str) -> bool {
        let source_at = self.source_at(at);
        let before = &source.as_bytes()[..source_at];
        let backslashes = before.iter().rev().take_while(|byte| **byte == b'\\').count();
        source.as_bytes().get(source_at) == self.text.as_bytes().get(at) && backslashes % 2 == 0
    }

    /// Parts the run into text and directives. `offset` is where the source begins in its file.
    pub(super) fn split(&self, source: &str, offset: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut text_from = 0;
        let mut from = 0;
        while let Some(open) = self.text[from..].find('{').map(|at| from + at) {
            from = open + 1;
            let Some(directive) = self.directive_at(open, source, offset) else { continue };
            if open > text_from {
                parts.push(Part::Text(text_from..open));
            }
            from = open + self.text[open..].find('}').expect("a directive has an end") + 1;
            text_from = from;
            parts.push(Part::Directive(directive));
        }
        if text_from < self.text.len() {
            parts.push(Part::Text(text_from..self.text.len()));
        }
        parts
    }

    /// The directive that begins at a brace, if one does: a brace that was not escaped, a word
    /// behind it, and an end before the run's.
    fn directive_at(&self, open: usize, source: &str, offset: usize) -> Option<Directive> {
        if !self.is_written(open, source) {
            return None;
        }
        // A directive is short, stands on one line and holds no other; to look no further keeps a
        // text of nothing but braces from taking forever.
        let rest = self.text[open + 1..].chars().take(MAX_LENGTH);
        let length: usize =
            rest.take_while(|c| !matches!(c, '{' | '}' | '\n')).map(char::len_utf8).sum();
        let inside = &self.text[open + 1..open + 1 + length];
        let ends = self.text[open + 1 + length..].starts_with('}');
        if !ends || !inside.trim_start().starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let span_of = |part: &str| {
            let from = part.as_ptr() as usize - self.text.as_ptr() as usize;
            let start = self.source_at(from) + offset;
            start..start + part.len()
        };
        let mut words = split_words(inside).into_iter();
        let name = words.next()?.to_owned();
        let (mut subjects, mut settings) = (Vec::new(), Vec::new());
        for word in words {
            match word.split_once('=') {
                Some((key, value)) => {
                    let text = value.trim_matches('"').to_owned();
                    settings.push((key.to_owned(), Argument { text, span: span_of(value) }));
                }
                None => subjects.push(Argument { text: word.to_owned(), span: span_of(word) }),
            }
        }
        let start = self.source_at(open) + offset;
        let span = start..start + inside.len() + 2;
        Some(Directive { name, subjects, settings, span, alone: false })
    }
}

/// Words parted by blanks; what is in quotation marks holds together.
fn split_words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = None;
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        if c == '"' {
            quoted = !quoted;
        }
        if c.is_whitespace() && !quoted {
            words.extend(start.take().map(|start| &text[start..at]));
        } else if start.is_none() {
            start = Some(at);
        }
    }
    words.extend(start.map(|start| &text[start..]));
    words
}

/// The mark `{lang=ht}` at the beginning of a text: its tag.
pub(super) fn language_mark(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("{lang=")?;
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    (end > 0 && inside[end..].starts_with('}')).then_some(&inside[..end])
}
