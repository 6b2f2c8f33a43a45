//! Parses a text and writes its HTML, event by event.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};

use super::anchors::Anchors;
use super::elements::Open;
use super::gather::gather;
use super::inline::{Run, language_mark};
use super::passage::{Comment, Passage};
use super::{Markdown, Piece, Quotes, Target};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::values::SourcePath;

/// A text to compile.
pub struct Prose<'a> {
    /// The file it stands in.
    pub file: &'a SourcePath,
    /// Where in the file it begins.
    pub offset: usize,
    /// The text.
    pub text: &'a str,
}

/// What one look at a text gives.
#[derive(Debug, Default)]
pub struct Compiled {
    /// The HTML with its holes.
    pub markdown: Markdown,
    /// The words, to be looked through.
    pub passages: Vec<Passage>,
    /// What authors noted for themselves.
    pub comments: Vec<Comment>,
}

/// Compiles a text.
#[must_use]
pub fn compile(prose: &Prose<'_>, quotes: &Quotes) -> Diagnosed<Compiled> {
    if prose.text.trim().is_empty() {
        return Diagnosed::fine(Compiled::default());
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let broken: RefCell<Vec<Diagnostic>> = RefCell::default();
    let parser = Parser::new_with_broken_link_callback(
        prose.text,
        options,
        Some(|link: BrokenLink<'_>| on_broken_link(prose, &link, &broken)),
    );
    let events: Vec<_> = parser.into_offset_iter().collect();
    let mut writer = Writer::new(prose, quotes, Anchors::written_in(&events));
    for (index, (event, span)) in events.iter().enumerate() {
        writer.event(event, span.clone(), &events[index + 1..]);
    }
    let Diagnosed { value: markdown, mut diagnostics } = writer.finish();
    diagnostics.extend(broken.into_inner());
    let (passages, comments) = gather(prose, &events);
    Diagnosed { value: Compiled { markdown, passages, comments }, diagnostics }
}

/// `[Okay]{lang=ht}` looks to the parser like a reference to a link that is nowhere defined. It gets
/// the tag for an address; its type, which nothing else has, tells it from links.
fn on_broken_link<'a>(
    prose: &Prose<'_>,
    link: &BrokenLink<'_>,
    broken: &RefCell<Vec<Diagnostic>>,
) -> Option<(CowStr<'a>, CowStr<'a>)> {
    if link.link_type == LinkType::Shortcut {
        let tag = language_mark(&prose.text[link.span.end..])?;
        return Some((tag.to_owned().into(), "".into()));
    }
    let reference = link.reference.trim();
    let message = format!("no link is called `{reference}`");
    let help =
        format!("write a line `[{reference}]: https://…` below, or the address in parentheses");
    let place =
        Place::bytes(prose.file, link.span.start + prose.offset..link.span.end + prose.offset);
    broken.borrow_mut().push(Diagnostic::new(Code::BrokenLink, message).at(place).help(help));
    None
}

pub(super) type Events<'e> = [(Event<'e>, Range<usize>)];

/// Writes one text; its further methods are in `blocks` and `links`.
pub(super) struct Writer<'a> {
    pub(super) prose: &'a Prose<'a>,
    pub(super) quotes: &'a Quotes,
    /// What is being written: the text, and above it a footnote.
    pub(super) sinks: Vec<Vec<Piece>>,
    pub(super) markdown: Markdown,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) run: Run,
    /// The character before the run, for quotation marks.
    pub(super) before: char,
    /// Source bytes that have been read as a mark and are not text.
    pub(super) skip: Range<usize>,
    pub(super) anchors: Anchors,
    /// Labels of footnotes in the order of their first reference, and how often each is referred to.
    pub(super) references: Vec<(String, usize)>,
    /// Where among the references a label is.
    pub(super) reference_of: HashMap<String, usize>,
    /// Labels of footnotes that have no text.
    pub(super) missing_footnotes: HashSet<String>,
    /// The texts of footnotes, and where they stand.
    pub(super) footnotes: BTreeMap<String, (Vec<Piece>, Range<usize>)>,
    /// Labels of the footnotes that are being written.
    pub(super) open_footnotes: Vec<(String, Range<usize>)>,
    pub(super) alignments: Vec<Alignment>,
    pub(super) in_table_head: bool,
    pub(super) cell: usize,
    /// The text alternative of the picture that is being read.
    pub(super) alt: Option<String>,
    /// What that picture is.
    pub(super) picture: Option<Target>,
    /// How many pictures are open within the text alternative.
    pictures_in_alt: usize,
    pub(super) paragraph: Paragraph,
    /// Which of the open links mark a language.
    pub(super) language_spans: Vec<bool>,
    /// Markup and HTML elements that have begun in this block and not ended.
    pub(super) open: Vec<Open>,
    pub(super) in_code: bool,
    pub(super) in_lead: bool,
    /// How many lists, quotations and their like are open.
    pub(super) depth: usize,
    /// The headings that have begun, by their place among all.
    pub(super) open_headings: Vec<usize>,
}

/// What a paragraph turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Paragraph {
    /// Words.
    Words,
    /// One directive and nothing else.
    Directive,
    /// One picture and nothing else, and its caption.
    Picture(String),
}

impl<'a> Writer<'a> {
    fn new(prose: &'a Prose<'a>, quotes: &'a Quotes, anchors: Anchors) -> Self {
        Self {
            prose,
            quotes,
            sinks: vec![Vec::new()],
            markdown: Markdown::default(),
            diagnostics: Vec::new(),
            run: Run::default(),
            before: ' ',
            skip: 0..0,
            anchors,
            references: Vec::new(),
            reference_of: HashMap::new(),
            missing_footnotes: HashSet::new(),
            footnotes: BTreeMap::new(),
            open_footnotes: Vec::new(),
            alignments: Vec::new(),
            in_table_head: false,
            cell: 0,
            alt: None,
            picture: None,
            pictures_in_alt: 0,
            paragraph: Paragraph::Words,
            language_spans: Vec::new(),
            open: Vec::new(),
            in_code: false,
            in_lead: false,
            depth: 0,
            open_headings: Vec::new(),
        }
    }

    fn event(&mut self, event: &Event<'_>, span: Range<usize>, following: &Events<'_>) {
        if let Event::Text(text) = event
            && !self.in_code
        {
            return self.text(text, span);
        }
        self.end_run();
        if self.alt.is_some() && self.is_markup_of_alt(event, &span) {
            return;
        }
        self.nesting(event);
        match event {
            Event::Start(tag) => self.start(tag, span, following),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => self.escaped(text),
            Event::Code(code) => {
                self.lead(code);
                if let Some(alt) = &mut self.alt {
                    alt.push_str(code);
                } else {
                    self.html("<code>");
                    self.escaped(code);
                    self.html("</code>");
                }
                self.before = 'x';
            }
            Event::InlineHtml(html) => self.inline_html(html, span),
            // The block has been written as a whole where it began.
            Event::Html(_) => {}
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => self.html("<hr>\n"),
            Event::TaskListMarker(done) => {
                let (word, sign) = if *done { ("task-done", "☑") } else { ("task-open", "☐") };
                self.html("<span class=\"task\" role=\"img\" aria-label=\"");
                self.piece(Piece::Word(word.into()));
                self.html(&format!("\">{sign}</span> "));
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// Keeps account of what is open, so that HTML ends where it began.
    fn nesting(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(tag) if is_inline(&tag.to_end()) => self.open.push(Open::Markup),
            Event::End(tag) if is_inline(tag) => self.close_markup(),
            Event::Start(_) | Event::End(_) => self.close_all(),
            _ => {}
        }
        match event {
            Event::Start(tag) if is_container(&tag.to_end()) => self.depth += 1,
            Event::End(tag) if is_container(tag) => self.depth -= 1,
            _ => {}
        }
    }

    /// Whether an event is markup within a text alternative, which has only words.
    fn is_markup_of_alt(&mut self, event: &Event<'_>, span: &Range<usize>) -> bool {
        match event {
            Event::Start(Tag::Image { .. }) => {
                self.pictures_in_alt += 1;
                true
            }
            Event::End(TagEnd::Image) => {
                let inner = self.pictures_in_alt > 0;
                self.pictures_in_alt -= usize::from(inner);
                inner
            }
            Event::Start(Tag::Link { link_type: LinkType::ShortcutUnknown, dest_url, .. }) => {
                self.skip_language_mark(dest_url, span);
                true
            }
            Event::Start(_) | Event::End(_) | Event::FootnoteReference(_) => true,
            _ => false,
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Range<usize>, following: &Events<'_>) {
        match tag {
            Tag::Paragraph => self.paragraph(&span, following),
            Tag::Heading { level, id, classes, attrs } => {
                if !classes.is_empty() || !attrs.is_empty() {
                    let message = "the braces at the end of a heading give its anchor";
                    self.report(
                        Code::BadDirective,
                        message,
                        "write `{#anchor}`; a directive cannot end a heading",
                        &span,
                    );
                }
                self.heading(*level, id.as_deref(), &span, following);
            }
            Tag::BlockQuote(kind) => self.quotation(*kind, &span),
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::List(None) => self.html("<ul>\n"),
            Tag::List(Some(1)) => self.html("<ol>\n"),
            Tag::List(Some(start)) => self.html(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => {
                self.before = ' ';
                self.html("<li>");
            }
            Tag::FootnoteDefinition(label) => {
                self.open_footnotes.push((label.to_string(), span));
                self.sinks.push(Vec::new());
            }
            Tag::DefinitionList => self.html("<dl>\n"),
            Tag::DefinitionListTitle => self.html("<dt>"),
            Tag::DefinitionListDefinition => self.html("<dd>"),
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                self.html("<div class=\"table\" tabindex=\"0\"><table>\n");
            }
            Tag::TableHead => {
                self.in_table_head = true;
                self.cell = 0;
                self.html("<thead><tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.html("<tr>");
            }
            Tag::TableCell => self.table_cell(),
            Tag::Emphasis => self.html("<em>"),
            Tag::Strong => self.html("<strong>"),
            Tag::Strikethrough => self.html("<del>"),
            Tag::Superscript => self.html("<sup>"),
            Tag::Subscript => self.html("<sub>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.link(*link_type, dest_url, title, span);
            }
            Tag::Image { link_type, dest_url, .. } => {
                self.image(*link_type, dest_url, &span);
            }
            Tag::HtmlBlock => self.html_block(span),
            Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                self.in_lead = false;
                match std::mem::replace(&mut self.paragraph, Paragraph::Words) {
                    Paragraph::Words => self.html("</p>\n"),
                    Paragraph::Directive | Paragraph::Picture(_) => self.html("\n"),
                }
            }
            TagEnd::Heading(_) => {
                let heading = self.open_headings.pop().expect("a heading ends after it began");
                self.piece(Piece::HeadingEnd(heading));
            }
            TagEnd::BlockQuote(None) => self.html("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.html("</div>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.html("</code></pre>\n");
            }
            TagEnd::List(ordered) => self.html(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.html("</li>\n"),
            TagEnd::FootnoteDefinition => {
                let pieces = self.sinks.pop().expect("a footnote ends after it began");
                let (label, span) =
                    self.open_footnotes.pop().expect("a footnote ends after it began");
                self.footnotes.insert(label, (pieces, span));
            }
            TagEnd::DefinitionList => self.html("</dl>\n"),
            TagEnd::DefinitionListTitle => self.html("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.html("</dd>\n"),
            TagEnd::Table => self.html("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.in_table_head = false;
                self.html("</tr></thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => self.html(if self.in_table_head { "</th>" } else { "</td>" }),
            TagEnd::Emphasis => self.html("</em>"),
            TagEnd::Strong => self.html("</strong>"),
            TagEnd::Strikethrough => self.html("</del>"),
            TagEnd::Superscript => self.html("</sup>"),
            TagEnd::Subscript => self.html("</sub>"),
            TagEnd::Link => {
                let language = self.language_spans.pop().unwrap_or(false);
                self.html(if language { "</span>" } else { "</a>" });
            }
            TagEnd::Image => self.end_image(),
            TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {}
        }
    }
}

/// Whether a tag stands around blocks.
fn is_container(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::Table
    )
}

/// Whether a tag stands within a paragraph and not around it.
fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
    )
}

/// A heading of the first level has been refused; it must not seem to be the page's second title.
pub(super) fn shown_level(level: HeadingLevel) -> HeadingLevel {
    level.max(HeadingLevel::H2)
}
