//! A text as it is read: passage by passage, in words without markup.
//!
//! Passages are gathered from the events of the one parse that also gives the HTML. Whoever looks
//! for something in the words of a text (wording, residue of copying, claims about the facts)
//! looks through them, and asks where in the file it stands. They live only while the file is
//! decoded.

use std::ops::Range;

/// Stands in a passage for what is not words: a directive, a piece of code, a picture.
pub const OBJECT: char = '\u{fffc}';

/// A paragraph, or whatever else is read in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Whether it stands in a quotation: the words are somebody else's.
    pub quoted: bool,
    /// Its words: markup is left out, and what is not words is an [`OBJECT`]. Where a line of the
    /// file ends, there is a `\n`.
    pub text: String,
    /// The links among the words.
    pub links: Vec<PassageLink>,
    /// The phrases, as bytes of the words, that are marked with another language.
    pub foreign: Vec<Range<usize>>,
    /// The bytes of the file from its beginning to its end, with markup.
    pub span: Range<usize>,
    /// Where a part begins in the words, and its bytes in the file.
    parts: Vec<(usize, Range<usize>)>,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// A heading, 1 to 6.
    Heading(u8),
    /// A paragraph; also one that follows the first in an entry of a list.
    Paragraph,
    /// The first words of an entry of a list.
    Item {
        /// Whether the list is numbered.
        ordered: bool,
        /// Tells the lists of a text apart; entries of one list share it.
        list: usize,
    },
    /// A cell of a table.
    Cell,
    /// A term that is defined.
    Term,
    /// Its definition.
    Definition,
    /// What a picture shows.
    Alternative,
    /// Words that the four blanks before them have made a block of code.
    Indented,
}

/// A link in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageLink {
    /// Its words, as bytes of the passage's.
    pub text: Range<usize>,
    /// The address as it is written; one between angle brackets may lack its scheme.
    pub address: String,
    /// Whether the address between angle brackets is all there is.
    pub bare: bool,
    /// Its bytes in the file, with the address.
    pub span: Range<usize>,
}

/// A comment, which is for authors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What stands between `<!--` and `-->`.
    pub text: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// The bytes of the file that it belongs to: the block below it, or else the line it ends.
    pub about: Range<usize>,
}

impl Passage {
    pub(super) fn new(kind: PassageKind, quoted: bool) -> Self {
        Self {
            kind,
            quoted,
            text: String::new(),
            links: Vec::new(),
            foreign: Vec::new(),
            span: 0..0,
            parts: Vec::new(),
        }
    }

    /// The bytes of the file that some bytes of the words stand at.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        let start = self.byte(range.start, false);
        start..self.byte(range.end, true).max(start)
    }

    /// The byte of the file for a byte of the words; at the seam of two parts, an end belongs to
    /// the first of them, and a beginning to the second.
    fn byte(&self, at: usize, is_end: bool) -> usize {
        let index = self.parts.partition_point(|(start, _)| *start < at || *start == at && !is_end);
        let Some((start, source)) = self.parts.get(index.saturating_sub(1)) else { return 0 };
        let next = self.parts.get(index).map_or(self.text.len(), |(next, _)| *next);
        if is_end && at >= next {
            source.end
        } else {
            (source.start + (at - start)).min(source.end)
        }
    }

    pub(super) fn push(&mut self, text: &str, source: Range<usize>) {
        if self.parts.is_empty() {
            self.span = source.clone();
        }
        self.span.end = self.span.end.max(source.end);
        self.parts.push((self.text.len(), source));
        self.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::{Compiled, Passage, PassageKind, Prose, Quotes, compile};
    use crate::values::SourcePath;

    const ITEM: PassageKind = PassageKind::Item { ordered: false, list: 1 };

    fn read(text: &str) -> Compiled {
        let file = SourcePath::new("content/pages/about.md").unwrap();
        compile(&Prose { file: &file, offset: 0, text }, &Quotes::default()).value
    }

    fn passages(text: &str) -> Vec<(PassageKind, String)> {
        read(text).passages.into_iter().map(|passage| (passage.kind, passage.text)).collect()
    }

    /// What stands in the file where the passage has these words.
    fn source_of<'a>(source: &'a str, passage: &Passage, words: &str) -> &'a str {
        let at = passage.text.find(words).expect("the words are there");
        &source[passage.place(at..at + words.len())]
    }

    #[test]
    fn every_block_is_a_passage_of_its_kind() {
        let text = "# A\n\nOne *two*\nthree.\n\n- first\n  - inner\n- second\n\n  more\n\n| a | b |\n|---|---|\n| c | d |\n\n    code\n\n```\ncode\n```\n";
        let inner = PassageKind::Item { ordered: false, list: 2 };
        let expected = [
            (PassageKind::Heading(1), "A"),
            (PassageKind::Paragraph, "One two\nthree."),
            (ITEM, "first"),
            (inner, "inner"),
            (ITEM, "second"),
            (PassageKind::Paragraph, "more"),
            (PassageKind::Cell, "a"),
            (PassageKind::Cell, "b"),
            (PassageKind::Cell, "c"),
            (PassageKind::Cell, "d"),
            (PassageKind::Indented, "code\n"),
        ];
        assert_eq!(passages(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn what_is_not_words_is_an_object() {
        let text = "We have {count cities}, `code` and ![a bridge](x.jpg).";
        let expected = [
            (PassageKind::Alternative, "a bridge"),
            (PassageKind::Paragraph, "We have \u{fffc}, \u{fffc} and \u{fffc}."),
        ];
        assert_eq!(passages(text), expected.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn words_have_their_place_in_the_file() {
        let text = "A **bold** R&amp;D \\*plan\\* of [Les Cayes](city:les-cayes) and \
                    [Okay]{lang=ht}, {count cities} in all.";
        let passage = &read(text).passages[0];
        assert_eq!(passage.text, "A bold R&D *plan* of Les Cayes and Okay, \u{fffc} in all.");
        for words in ["bold", "*plan", "of Les Cayes", "in all", "Okay"] {
            let source = source_of(text, passage, words);
            assert!(source.starts_with(words.split(' ').next().unwrap()), "{words}: {source}");
        }
        assert_eq!(source_of(text, passage, "of Les Cayes"), "of [Les Cayes");
        assert_eq!(source_of(text, passage, "\u{fffc}"), "{count cities}");
        assert_eq!(&passage.text[passage.links[0].text.clone()], "Les Cayes");
        assert_eq!(passage.links[0].address, "city:les-cayes");
        assert_eq!(&text[passage.links[0].span.clone()], "[Les Cayes](city:les-cayes)");
        assert_eq!(&passage.text[passage.foreign[0].clone()], "Okay");
    }

    #[test]
    fn a_quotation_is_somebody_elses_words() {
        let quoted: Vec<bool> =
            read("> Theirs.\n\nOurs.").passages.iter().map(|passage| passage.quoted).collect();
        assert_eq!(quoted, [true, false]);
    }

    #[test]
    fn a_comment_is_about_the_block_below_it_or_the_line_it_ends() {
        let text = "<!-- one -->\nFirst\nline.\n\n- a <!-- two -->\n- b\n\n<!-- three -->\n<!-- four -->\n\n---\n\n\
                    > <!-- five -->\n\nLast.\n";
        let compiled = read(text);
        let about = |index: usize| {
            let comment: &super::Comment = &compiled.comments[index];
            (comment.text.trim(), text[comment.about.clone()].trim_end())
        };
        assert_eq!(about(0), ("one", "First\nline."));
        assert_eq!(about(1), ("two", "- a <!-- two -->"));
        assert_eq!(about(2), ("three", "---"));
        assert_eq!(about(3), ("four", "---"));
        assert_eq!(about(4), ("five", ""));
    }
}
