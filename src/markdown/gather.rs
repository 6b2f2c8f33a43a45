//! From the events of the parser to passages and comments.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::compile::{Events, Prose};
use super::elements::is_comment;
use super::inline::{Part, Run};
use super::passage::{Comment, OBJECT, Passage, PassageKind, PassageLink};

/// Reads the events of a text once more, for its words.
pub(super) fn gather(prose: &Prose<'_>, events: &Events<'_>) -> (Vec<Passage>, Vec<Comment>) {
    let mut gatherer = Gatherer {
        prose,
        passages: Vec::new(),
        comments: Vec::new(),
        waiting: 0,
        line: 0..0,
        run: Run::default(),
        skip: 0..0,
        blocks: Vec::new(),
        open: Vec::new(),
        spans: Vec::new(),
        lists: Vec::new(),
        count_of_lists: 0,
    };
    for (event, span) in events {
        gatherer.event(event, span);
    }
    gatherer.end_passage();
    (gatherer.passages, gatherer.comments)
}

struct Gatherer<'a> {
    prose: &'a Prose<'a>,
    passages: Vec<Passage>,
    comments: Vec<Comment>,
    /// The first of the comments that wait for the block below them.
    waiting: usize,
    /// The line that the last comment ends.
    line: Range<usize>,
    run: Run,
    /// Bytes of the prose that have been read as the mark of a language.
    skip: Range<usize>,
    /// The blocks around what is read.
    blocks: Vec<Block>,
    /// The passage that is being read, and above it the text alternative of a picture in it.
    open: Vec<Passage>,
    /// Links and marked phrases that have begun.
    spans: Vec<Span>,
    /// The lists that have begun: whether each is numbered, and its number.
    lists: Vec<(bool, usize)>,
    count_of_lists: usize,
}

/// A block that has begun.
enum Block {
    /// Something that holds words of a kind.
    Of(PassageKind),
    /// An entry of a list, and whether its first words have been read.
    Item {
        kind: PassageKind,
        begun: bool,
    },
    Quotation,
    /// Something that holds no words of its own, or none that are read.
    Other,
    Code,
}

/// A part of a passage that has begun.
enum Span {
    Link { from: usize, address: String, bare: bool, span: Range<usize> },
    Foreign { from: usize },
}

impl Gatherer<'_> {
    fn event(&mut self, event: &Event<'_>, span: &Range<usize>) {
        if let Event::Text(text) = event {
            return self.text(text, span);
        }
        self.end_run();
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(*tag),
            Event::SoftBreak | Event::HardBreak => self.push("\n", span.clone()),
            Event::Code(_) => self.object(span.clone()),
            Event::InlineHtml(html) if is_comment(html) => {
                if !self.line.contains(&span.start) {
                    let text = self.prose.text;
                    let start = text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
                    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
                    self.line = start..end;
                }
                self.comment(span, self.line.clone());
                self.waiting = self.comments.len();
            }
            Event::Rule => self.block_below(span),
            Event::InlineHtml(html) if html.starts_with("<br") => self.push("\n", span.clone()),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: &Range<usize>) {
        match tag {
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
            Tag::Link { link_type: LinkType::ShortcutUnknown, dest_url, .. } => {
                self.skip = span.end..span.end + "{lang=}".len() + dest_url.len();
                let from = self.length();
                self.spans.push(Span::Foreign { from });
            }
            Tag::Link { link_type, dest_url, .. } => {
                let bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                let (from, address) = (self.length(), dest_url.to_string());
                self.spans.push(Span::Link { from, address, bare, span: self.in_file(span) });
            }
            Tag::Image { link_type, dest_url, .. } => {
                if *link_type == LinkType::ShortcutUnknown {
                    self.skip = span.end..span.end + "{lang=}".len() + dest_url.len();
                }
                self.object(span.clone());
                self.open.push(Passage::new(PassageKind::Alternative, self.is_quoted()));
            }
            _ => {
                self.end_passage();
                if !matches!(tag, Tag::HtmlBlock) {
                    self.block_below(span);
                }
                self.begin_block(tag, span);
            }
        }
    }

    fn begin_block(&mut self, tag: &Tag<'_>, span: &Range<usize>) {
        let block = match tag {
            Tag::Heading { level, .. } => Block::Of(PassageKind::Heading(*level as u8)),
            Tag::Paragraph => Block::Of(self.kind_of_paragraph()),
            Tag::TableCell => Block::Of(PassageKind::Cell),
            Tag::DefinitionListTitle => Block::Of(PassageKind::Term),
            Tag::DefinitionListDefinition => Block::Of(PassageKind::Definition),
            Tag::List(start) => {
                self.count_of_lists += 1;
                self.lists.push((start.is_some(), self.count_of_lists));
                Block::Other
            }
            Tag::Item => {
                let (ordered, list) = self.lists.last().copied().unwrap_or_default();
                Block::Item { kind: PassageKind::Item { ordered, list }, begun: false }
            }
            Tag::BlockQuote(None) => Block::Quotation,
            Tag::CodeBlock(CodeBlockKind::Indented) => Block::Of(PassageKind::Indented),
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Block::Code,
            Tag::HtmlBlock => {
                self.comment_in_block(span);
                Block::Code
            }
            _ => Block::Other,
        };
        self.blocks.push(block);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::Link => self.end_span(),
            TagEnd::Image => {
                // The text alternative stands above the passage it is in.
                if let Some(passage) = self.open.pop()
                    && !passage.text.trim().is_empty()
                {
                    self.passages.push(passage);
                }
            }
            _ => {
                self.end_passage();
                if let TagEnd::List(_) = tag {
                    self.lists.pop();
                }
                self.blocks.pop();
                if tag != TagEnd::HtmlBlock {
                    self.waiting = self.comments.len();
                }
            }
        }
    }

    fn end_span(&mut self) {
        let to = self.length();
        let span = self.spans.pop();
        let Some(passage) = self.open.last_mut() else { return };
        match span {
            Some(Span::Link { from, address, bare, span }) => {
                passage.links.push(PassageLink { text: from.min(to)..to, address, bare, span });
            }
            Some(Span::Foreign { from }) => passage.foreign.push(from.min(to)..to),
            None => {}
        }
    }

    /// The first paragraph of an entry of a list is the entry's words.
    fn kind_of_paragraph(&mut self) -> PassageKind {
        match self.blocks.last_mut() {
            Some(Block::Item { kind, begun: begun @ false }) => {
                *begun = true;
                *kind
            }
            Some(Block::Of(kind @ PassageKind::Definition)) => *kind,
            _ => PassageKind::Paragraph,
        }
    }

    fn is_quoted(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Quotation))
    }

    /// Begins a passage where words come first; none if they are not read.
    fn passage(&mut self) -> Option<&mut Passage> {
        if self.open.is_empty() {
            let kind = match self.blocks.last_mut()? {
                Block::Of(kind) => *kind,
                Block::Item { kind, begun } => {
                    if std::mem::replace(begun, true) {
                        PassageKind::Paragraph
                    } else {
                        *kind
                    }
                }
                Block::Quotation | Block::Other => PassageKind::Paragraph,
                Block::Code => return None,
            };
            let quoted = self.is_quoted();
            self.open.push(Passage::new(kind, quoted));
        }
        self.open.last_mut()
    }

    fn length(&self) -> usize {
        self.open.last().map_or(0, |passage| passage.text.len())
    }

    fn end_passage(&mut self) {
        self.end_run();
        self.spans.clear();
        let ended = self.open.drain(..).filter(|passage| !passage.text.trim().is_empty());
        self.passages.extend(ended);
    }

    fn text(&mut self, text: &str, span: &Range<usize>) {
        let (mut text, mut start) = (text, span.start);
        if self.skip.contains(&start) {
            let skipped = (self.skip.end - start).min(text.len());
            (text, start) = (&text[skipped..], start + skipped);
        }
        if !text.is_empty() {
            self.run.push(text, start..span.end);
        }
    }

    fn end_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        for part in run.split(self.prose.text, self.prose.offset) {
            match part {
                Part::Text(range) => {
                    for (range, source) in run.parts_of(&range) {
                        self.push(&run.text()[range], source);
                    }
                }
                Part::Directive(directive) => {
                    let offset = self.prose.offset;
                    self.object(directive.span.start - offset..directive.span.end - offset);
                }
            }
        }
        self.run = run;
        self.run.clear();
    }

    fn object(&mut self, span: Range<usize>) {
        self.push(OBJECT.encode_utf8(&mut [0; 4]), span);
    }

    fn push(&mut self, text: &str, span: Range<usize>) {
        let source = self.in_file(&span);
        if let Some(passage) = self.passage() {
            passage.push(text, source);
        }
    }

    fn comment_in_block(&mut self, span: &Range<usize>) {
        let html = &self.prose.text[span.clone()];
        let comment = html.trim();
        if is_comment(comment) {
            let start = span.start + (html.len() - html.trim_start().len());
            self.comment(&(start..start + comment.len()), span.end..span.end);
        }
    }

    /// Tells the comments above a block what they are about.
    fn block_below(&mut self, span: &Range<usize>) {
        let span = self.in_file(span);
        for comment in &mut self.comments[self.waiting..] {
            comment.about = span.clone();
        }
        self.waiting = self.comments.len();
    }

    fn comment(&mut self, span: &Range<usize>, about: Range<usize>) {
        let html = &self.prose.text[span.clone()];
        let text = html.trim_start_matches("<!--").trim_end_matches("-->").to_owned();
        self.comments.push(Comment { text, span: self.in_file(span), about: self.in_file(&about) });
    }

    fn in_file(&self, span: &Range<usize>) -> Range<usize> {
        span.start + self.prose.offset..span.end + self.prose.offset
    }
}
