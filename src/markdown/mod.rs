//! Prose: Markdown to HTML with holes.
//!
//! A text is parsed once, when its file is decoded. Where the HTML depends on something else (the
//! address of another page, a count, a word of the theme) it has a hole: a [`Piece`] that says
//! what belongs there. Nothing here knows what can be linked to or counted.

mod anchors;
mod blocks;
mod compile;
mod elements;
mod gather;
pub mod html;
mod inline;
mod links;
mod passage;
mod slips;
mod typography;

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::values::SourcePath;

pub use compile::{Compiled, Prose, compile};
pub use passage::{Comment, OBJECT, Passage, PassageKind, PassageLink};
pub use typography::Quotes;

/// A text that has been parsed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Markdown {
    /// The HTML and its holes, in order.
    pub pieces: Vec<Piece>,
    /// The headings, for a list of contents.
    pub headings: Vec<Heading>,
    /// The footnotes, in the order in which they are referred to.
    pub notes: Vec<Note>,
    /// The first paragraph without markup, unless it has a directive in it; to introduce the page
    /// where no summary is written.
    pub lead: String,
}

/// A part of the HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// HTML as it stands.
    Html(String),
    /// The value of an `href` attribute.
    Address(Target),
    /// A picture.
    Picture(Box<PictureMark>),
    /// A word of the theme, such as the title of a note: the key of its string.
    Word(Cow<'static, str>),
    /// Something that is filled in from the facts.
    Directive(Directive),
    /// Where a heading begins, by its place among the headings.
    HeadingStart(usize),
    /// Where it ends.
    HeadingEnd(usize),
    /// A reference to a footnote.
    NoteMark(NoteMark),
}

/// A reference to a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteMark {
    /// The number of the footnote.
    pub note: usize,
    /// Which of the references to it this is, from 1.
    pub count: usize,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its number.
    pub number: usize,
    /// Its text.
    pub pieces: Vec<Piece>,
}

/// A picture as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureMark {
    /// The file.
    pub target: Target,
    /// What it shows, for who cannot see it; nothing, if that is told elsewhere.
    pub alt: String,
    /// What stands below it, where it is alone.
    pub caption: String,
    /// Whether it is all there is in its paragraph; the HTML has no `<p>` around it then.
    pub alone: bool,
}

/// What a link or picture points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// What it names.
    pub to: Destination,
    /// The part of the page, without `#`.
    pub fragment: Option<String>,
    /// The bytes of the link in its file.
    pub span: Range<usize>,
}

/// What a link names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Destination {
    /// A part of the same page.
    Here,
    /// A thing by its kind and id, as in `city:les-cayes`.
    Named {
        /// What stands before the colon.
        kind: String,
        /// What stands after it.
        id: String,
    },
    /// A file of the site, written as a path relative to the file that links to it.
    File(SourcePath),
    /// An address of the site, written from its root, as in `/cities/`: without the first slash.
    Route(String),
    /// Something elsewhere: a web address, an e-mail address, a telephone number.
    External(String),
}

/// A word in braces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directive {
    /// The first word.
    pub name: String,
    /// The words that follow it and have no `=`.
    pub subjects: Vec<Argument>,
    /// The settings.
    pub settings: Vec<(String, Argument)>,
    /// The bytes of the whole directive in its file.
    pub span: Range<usize>,
    /// Whether it is all there is in its paragraph; the HTML has no `<p>` around it then.
    pub alone: bool,
}

/// A word of a directive, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argument {
    /// The word.
    pub text: String,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

/// A heading in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Whether the anchor is written in the text, and not made from the words.
    pub is_anchored: bool,
    /// Its words without markup.
    pub text: String,
    /// Whether it stands in something else: a list, a quotation, a footnote.
    pub is_nested: bool,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

impl Heading {
    /// Whether it parts the whole text, as those of the second level do.
    #[must_use]
    pub fn parts_the_text(&self) -> bool {
        self.level == 2 && !self.is_nested
    }
}
