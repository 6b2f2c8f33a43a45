//! Prose whose links and directives have been understood.
//!
//! Markdown has holes; here each hole gets its meaning. What a directive may be is the closed list
//! in [`directive`](super::directive).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::directive::{Block, Fact};
use super::kind::Kind;
use super::names::Nowhere;
use super::publication::advice;
use super::resolver::Resolver;
use super::thing::Thing;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::markdown::{self, Destination, Heading, Markdown, NoteMark, PictureMark, Target};
use crate::values::{OutputPath, Route, SourcePath};

/// A text that can be filled in without a mistake.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prose {
    /// The HTML and its holes, in order.
    pub pieces: Vec<Piece>,
    /// The headings.
    pub headings: Vec<Heading>,
    /// The footnotes.
    pub notes: Vec<Note>,
    /// The first paragraph without markup, where it can stand for a summary.
    pub lead: String,
}

/// A part of the HTML.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// HTML as it stands.
    Html(String),
    /// The value of an `href` attribute.
    Address(Address),
    /// A picture.
    Picture(Box<ProsePicture>),
    /// A word of the theme, by the key of its string.
    Word(Cow<'static, str>),
    /// Something that is computed; `alone` in its paragraph, which then has no `<p>` yet.
    Fact {
        /// What is computed.
        fact: Fact,
        /// Whether it is all there is in its paragraph.
        alone: bool,
    },
    /// A part of the page that the theme draws.
    Block(Block),
    /// Where a heading begins, by its place among the headings.
    HeadingStart(usize),
    /// Where it ends.
    HeadingEnd(usize),
    /// A reference to a footnote.
    NoteMark(NoteMark),
}

/// A footnote.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Its number.
    pub number: usize,
    /// Its text.
    pub pieces: Vec<Piece>,
}

/// A text taken apart at its headings of the second level.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The heading.
    pub heading: &'a Heading,
    /// What stands in the heading.
    pub title: &'a [Piece],
    /// What stands below it, up to the next.
    pub body: &'a [Piece],
}

/// A picture in a text. What the text does not say of it, the list of pictures does.
#[derive(Debug, Clone, PartialEq)]
pub struct ProsePicture {
    /// The published file.
    pub path: OutputPath,
    /// What it shows, for who cannot see it.
    pub alt: Option<String>,
    /// What stands below it.
    pub caption: Option<String>,
    /// Whether it is all there is in its paragraph.
    pub alone: bool,
}

/// What a link points to.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    /// What it points to.
    pub goal: Goal,
    /// The part of it, without `#`.
    pub fragment: Option<String>,
    /// The bytes of the link in its file.
    pub span: Range<usize>,
}

/// What a link points to.
#[derive(Debug, Clone, PartialEq)]
pub enum Goal {
    /// A part of the same page.
    Here,
    /// A thing of the programme.
    Thing(Thing),
    /// The home page.
    Home,
    /// A file among the site's own.
    File(OutputPath),
    /// An address of the site, as written from its root.
    Route(Route),
    /// Something elsewhere.
    External(String),
}

impl Prose {
    /// Gives every hole its meaning.
    pub(super) fn resolve(markdown: &Markdown, resolver: &mut Resolver<'_>) -> Self {
        let notes = markdown.notes.iter();
        let notes =
            notes.map(|note| Note { number: note.number, pieces: resolver.pieces(&note.pieces) });
        let notes = notes.collect();
        Self {
            pieces: resolver.pieces(&markdown.pieces),
            headings: markdown.headings.clone(),
            notes,
            lead: markdown.lead.clone(),
        }
    }

    /// The groups whose questions it shows.
    pub fn guests(&self) -> impl Iterator<Item = Thing> {
        let of_notes = self.notes.iter().flat_map(|note| &note.pieces);
        self.pieces.iter().chain(of_notes).filter_map(|piece| match piece {
            Piece::Block(Block::Questions { faq, .. }) => Some(Thing::Faq(*faq)),
            _ => None,
        })
    }

    /// The pictures that it shows.
    pub fn pictures(&self) -> impl Iterator<Item = &OutputPath> {
        let of_notes = self.notes.iter().flat_map(|note| &note.pieces);
        self.pieces.iter().chain(of_notes).flat_map(|piece| match piece {
            Piece::Picture(picture) => std::slice::from_ref(&picture.path),
            Piece::Block(Block::Gallery(paths)) => paths,
            _ => &[],
        })
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// What stands before the first heading of the second level.
    #[must_use]
    pub fn introduction(&self) -> &[Piece] {
        let end = self.pieces.iter().position(|piece| self.begins_part(piece).is_some());
        &self.pieces[..end.unwrap_or(self.pieces.len())]
    }

    /// The text taken apart at its headings of the second level; what stands before the first of
    /// them is the introduction.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let begins = |(at, piece)| self.begins_part(piece).map(|heading| (at, heading));
        let starts: Vec<(usize, usize)> =
            self.pieces.iter().enumerate().filter_map(begins).collect();
        let ends: Vec<usize> =
            starts.iter().skip(1).map(|(at, _)| *at).chain([self.pieces.len()]).collect();
        starts.into_iter().zip(ends).map(|((start, heading), end)| {
            let pieces = &self.pieces[start + 1..end];
            let title_ends = pieces.iter().position(|piece| *piece == Piece::HeadingEnd(heading));
            let title_ends = title_ends.expect("a heading ends before the next begins");
            Part {
                heading: &self.headings[heading],
                title: &pieces[..title_ends],
                body: &pieces[title_ends + 1..],
            }
        })
    }

    /// The part that begins at an anchor. Who wants them all takes [`Prose::parts`].
    #[must_use]
    pub fn part(&self, anchor: &str) -> Option<Part<'_>> {
        self.parts().find(|part| part.heading.id == anchor)
    }

    /// The parts by their anchors.
    #[must_use]
    pub fn parts_by_anchor(&self) -> BTreeMap<&str, Part<'_>> {
        self.parts().map(|part| (part.heading.id.as_str(), part)).collect()
    }

    fn begins_part(&self, piece: &Piece) -> Option<usize> {
        match piece {
            Piece::HeadingStart(heading) if self.headings[*heading].parts_the_text() => {
                Some(*heading)
            }
            _ => None,
        }
    }
}

impl Resolver<'_> {
    fn pieces(&mut self, pieces: &[markdown::Piece]) -> Vec<Piece> {
        let pieces = pieces.iter().map(|piece| match piece {
            markdown::Piece::Html(html) => Piece::Html(html.clone()),
            markdown::Piece::Word(word) => Piece::Word(word.clone()),
            markdown::Piece::Address(target) => Piece::Address(self.address(target)),
            markdown::Piece::Picture(mark) => self.picture(mark),
            markdown::Piece::Directive(directive) => self.directive(directive),
            markdown::Piece::HeadingStart(heading) => Piece::HeadingStart(*heading),
            markdown::Piece::HeadingEnd(heading) => Piece::HeadingEnd(*heading),
            markdown::Piece::NoteMark(mark) => Piece::NoteMark(*mark),
        });
        pieces.collect()
    }

    /// A picture that can be shown, and of which somebody says what it shows.
    fn picture(&mut self, mark: &PictureMark) -> Piece {
        let PictureMark { target, alt, caption, alone } = mark;
        let nothing = || Piece::Html(String::new());
        let place = Place::bytes(self.file, target.span.clone());
        let goal = self.address(target).goal;
        let path = match &goal {
            Goal::File(path) => Some(path),
            _ => None,
        };
        if alt.is_empty() && !path.is_some_and(|path| self.names.is_described(path)) {
            let name = path.map_or("name.jpg", |path| path.as_str());
            self.diagnostics.push(
                Diagnostic::new(Code::MissingAlt, "the picture has no text alternative")
                    .at(place.clone())
                    .help(format!(
                        "say what it shows, for who cannot see it: `![The mayors at tea](../{name})`"
                    )),
            );
        }
        let Some(path) = path else { return nothing() };
        match self.names.picture(path) {
            Ok(_) => {}
            Err(remark) => {
                self.diagnostics.extend(remark.map(|remark| remark.at(place)));
                return nothing();
            }
        }
        let written = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        Piece::Picture(Box::new(ProsePicture {
            path: path.clone(),
            alt: written(alt),
            caption: written(caption),
            alone: *alone,
        }))
    }

    fn address(&mut self, target: &Target) -> Address {
        let goal = match &target.to {
            Destination::Here => Ok(Goal::Here),
            Destination::External(url) => Ok(Goal::External(url.clone())),
            Destination::Route(route) => Ok(Goal::Route(Route::new(route))),
            Destination::Named { kind, id } => self.named(kind, id),
            Destination::File(file) => self.linked_file(file),
        };
        let place = || Place::bytes(self.file, target.span.clone());
        if let Destination::Named { kind, id } = &target.to
            && let Some(kind) = Kind::from_word(kind)
            && let Some(remark) = self.names.unpublished(kind, id, self.file)
            && goal.is_ok()
        {
            self.diagnostics.push(remark.at(place()));
        }
        let goal = goal.unwrap_or_else(|nowhere: Nowhere| {
            let place = place();
            self.diagnostics.extend(nowhere.map(|diagnostic| diagnostic.at(place)));
            Goal::Here
        });
        Address { goal, fragment: target.fragment.clone(), span: target.span.clone() }
    }

    fn named(&self, word: &str, id: &str) -> Result<Goal, Nowhere> {
        if let Some(kind) = Kind::from_word(word) {
            return self.names.find(kind, id).map(Goal::Thing);
        }
        let kinds: Vec<String> =
            Kind::ALL.iter().map(|kind| format!("`{}:`", kind.word())).collect();
        let diagnostic = Diagnostic::new(
            Code::BadLink,
            format!("`{word}:` is not something that can be linked to"),
        );
        let near = crate::diagnostic::nearest(word, Kind::ALL.into_iter().map(Kind::word));
        Err(Some(match near {
            Some(near) => diagnostic.help(format!("did you mean `{near}:{id}`?")),
            None => diagnostic.help(format!(
                "link to a thing with {}, to the web with `https:`, to a mailbox with `mailto:`",
                kinds.join(", ")
            )),
        }))
    }

    fn linked_file(&self, file: &SourcePath) -> Result<Goal, Nowhere> {
        if let Some(thing) = self.names.by_file(file) {
            return Ok(Goal::Thing(thing));
        }
        if let Some(section) = self.names.section_by_file(file) {
            return Ok(Goal::Route(Route::new(&format!("{}/", section.key()))));
        }
        match file.strip_folder("content") {
            Some("home.md") => return Ok(Goal::Home),
            Some(path) if path.starts_with("files/") => {
                return self
                    .names
                    .asset(path)
                    .map(|asset| Goal::File(asset.path.clone()))
                    .map_err(Some);
            }
            Some(path) if file.extension() != Some("md") => {
                return Err(self.names.asset(path).err());
            }
            _ => {}
        }
        let diagnostic = Diagnostic::new(Code::BrokenLink, format!("there is no page `{file}`"));
        if let Some(advice) = advice(file.as_str(), self.names.visibility(file)) {
            return Err(Some(diagnostic.help(advice)));
        }
        Err(Some(match self.names.nearest_file(file) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help(
                "a path is read from the file that links; safer is the id, as in `city:les-cayes`",
            ),
        }))
    }
}
