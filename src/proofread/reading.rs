//! A passage with its words told apart.

use std::ops::Range;

use memchr::memchr_iter;

use super::Manuscript;
use crate::markdown::{OBJECT, Passage, PassageKind};

/// How many words of a sentence are looked at in each direction.
const FAR: usize = 60;

/// How many bytes to look back for the beginning of a quotation.
const LONGEST_QUOTATION: usize = 600;

/// A passage that is being looked through.
pub(super) struct Reading<'a> {
    pub(super) passage: &'a Passage,
    /// The first part of the language's tag, such as `en`.
    pub(super) language: &'a str,
    /// Whether it is read as of its date.
    pub(super) dated: bool,
    /// Its text in small letters, byte for byte; letters beyond ASCII stay as they are.
    pub(super) lower: String,
    /// The bytes of its words: letters and digits, with hyphens and apostrophes between them.
    pub(super) words: Vec<Range<usize>>,
    /// The bytes of its lines, without blanks around them.
    pub(super) lines: Vec<Range<usize>>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(passage: &'a Passage, manuscript: &Manuscript<'a>) -> Self {
        Self {
            passage,
            language: manuscript.language.primary(),
            dated: manuscript.dated,
            lower: passage.text.to_ascii_lowercase(),
            words: words_of(&passage.text),
            lines: lines_of(&passage.text),
        }
    }

    /// The text as it is written.
    pub(super) fn text(&self) -> &'a str {
        &self.passage.text
    }

    pub(super) fn is_english(&self) -> bool {
        self.language == "en"
    }

    /// Whether these are the author's own words in running text.
    pub(super) fn is_own_prose(&self) -> bool {
        !self.passage.quoted && self.passage.kind != PassageKind::Alternative
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.passage.kind, PassageKind::Heading(_))
    }

    /// A word in small letters; none beyond the ends.
    pub(super) fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| &self.lower[word.clone()])
    }

    /// A word as it is written.
    pub(super) fn written(&self, index: usize) -> &'a str {
        self.words.get(index).map_or("", |word| &self.passage.text[word.clone()])
    }

    /// What stands between a word and the next.
    pub(super) fn gap(&self, index: usize) -> &str {
        let Some(word) = self.words.get(index) else { return "" };
        let next = self.words.get(index + 1).map_or(self.lower.len(), |next| next.start);
        &self.lower[word.end..next]
    }

    /// Whether the words follow one another with nothing but a blank or a line's end between them.
    pub(super) fn is_phrase(&self, words: Range<usize>) -> bool {
        words.end > words.start
            && (words.start..words.end - 1).all(|index| self.gap(index).chars().all(is_blank))
    }

    /// Whether the words at an index are these.
    pub(super) fn says(&self, index: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(at, word)| self.word(index + at) == *word)
            && self.is_phrase(index..index + phrase.len())
    }

    /// The bytes of some words.
    pub(super) fn bytes(&self, words: Range<usize>) -> Range<usize> {
        self.words[words.start].start..self.words[words.end - 1].end
    }

    /// The words of the sentence around a word; of a very long one, those around it.
    pub(super) fn sentence(&self, index: usize) -> Range<usize> {
        let before = (index.saturating_sub(FAR)..index).rev();
        let start = before.take_while(|at| !self.ends_sentence(*at)).last().unwrap_or(index);
        let behind = index..(index + FAR).min(self.words.len());
        let last = behind.clone().find(|at| self.ends_sentence(*at));
        start..last.map_or(behind.end, |last| last + 1)
    }

    /// Whether a sentence ends behind a word.
    pub(super) fn ends_sentence(&self, index: usize) -> bool {
        let gap = self.gap(index);
        index + 1 >= self.words.len()
            || gap.find(['.', '!', '?']).is_some_and(|sign| gap[sign..].contains(is_blank))
    }

    /// Whether some bytes lie in a link.
    pub(super) fn is_linked(&self, bytes: &Range<usize>) -> bool {
        let links = &self.passage.links;
        links.iter().any(|link| link.text.start < bytes.end && bytes.start < link.text.end)
    }

    /// Whether some bytes lie in a phrase that is marked with another language.
    pub(super) fn is_foreign(&self, bytes: &Range<usize>) -> bool {
        let foreign = &self.passage.foreign;
        foreign.iter().any(|phrase| phrase.start < bytes.end && bytes.start < phrase.end)
    }

    /// Whether a byte stands between quotation marks: somebody else is speaking there, or a form of
    /// words is shown.
    pub(super) fn is_in_quotation_marks(&self, at: usize) -> bool {
        let mut from = at.saturating_sub(LONGEST_QUOTATION);
        while !self.lower.is_char_boundary(from) {
            from += 1;
        }
        let before = &self.lower[from..at];
        let opened = before.rfind(['“', '«', '„']);
        let curly = opened.is_some_and(|open| !before[open..].contains(['”', '»']));
        curly || before.matches('"').count() % 2 == 1
    }
}

/// A blank that may break a line or not, or a line's end.
pub(super) fn is_blank(c: char) -> bool {
    c == '\u{a0}' || c.is_whitespace()
}

fn lines_of(text: &str) -> Vec<Range<usize>> {
    let ends = memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut next = 0;
    let lines = ends.map(|end| {
        let line = &text[next..end];
        let start = next + (line.len() - line.trim_start().len());
        next = end + 1;
        start..start + line.trim().len()
    });
    lines.collect()
}

fn words_of(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while at < text.len() {
        let word = at..end_of_word(text, at);
        at = word.end;
        if word.is_empty() {
            at += Sign::at(text, at).map_or(1, |sign| sign.length);
        } else {
            words.push(word);
        }
    }
    words
}

/// Where the word ends that begins at a byte; there, if none does.
fn end_of_word(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    loop {
        while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        }
        let Some(Sign { is_letter, joins, length }) = Sign::at(text, end) else { return end };
        let is_followed = || Sign::at(text, end + length).is_some_and(|behind| behind.is_letter);
        let goes_on = is_letter || (joins && end > start && is_followed());
        if !goes_on {
            return end;
        }
        end += length;
    }
}

/// What a sign of a text is to words.
struct Sign {
    /// A letter or a digit.
    is_letter: bool,
    /// Between letters it is a part of their word.
    joins: bool,
    /// How many bytes it takes.
    length: usize,
}

impl Sign {
    /// The sign that begins at a byte. Most are ASCII, and need no look into tables.
    fn at(text: &str, at: usize) -> Option<Self> {
        let byte = *text.as_bytes().get(at)?;
        if byte.is_ascii() {
            let joins = matches!(byte, b'-' | b'\'');
            return Some(Self { is_letter: byte.is_ascii_alphanumeric(), joins, length: 1 });
        }
        let c = text[at..].chars().next()?;
        Some(Self { is_letter: c.is_alphanumeric(), joins: c == '’', length: c.len_utf8() })
    }
}

/// Whether there is something in a text that is not words, and may stand for a date or a link.
pub(super) fn has_object(text: &str) -> bool {
    text.contains(OBJECT)
}
