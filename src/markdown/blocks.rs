//! Text, headings, tables and footnotes.

use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::anchors::is_reserved;
use super::compile::{Events, Paragraph, Writer, shown_level};
use super::html::{escape, escape_into};
use super::inline::{Part, Run};
use super::{Heading, Note, NoteMark, Piece};
use crate::diagnostic::{Code, Diagnosed, Diagnostic, Place};
use crate::values::Slug;

/// How long a lead may get, in characters.
const LEAD_LENGTH: usize = 280;

impl Writer<'_> {
    /// Ends the text: what is left are the footnotes, in the order they are referred to.
    pub(super) fn finish(mut self) -> Diagnosed<super::Markdown> {
        self.end_run();
        for (index, (label, _)) in std::mem::take(&mut self.references).into_iter().enumerate() {
            if let Some((pieces, _)) = self.footnotes.remove(&label) {
                self.markdown.notes.push(Note { number: index + 1, pieces });
            }
        }
        for (label, (_, span)) in std::mem::take(&mut self.footnotes) {
            let mark = span.start..(span.start + label.len() + "[^]".len()).min(span.end);
            let message = format!("the footnote `{label}` is referred to nowhere");
            let help = format!("write `[^{label}]` in the text, or remove the footnote");
            self.report(Code::BrokenLink, message, help, &mark);
        }
        self.markdown.pieces = self.sinks.pop().expect("the text's own sink is the last");
        let of_notes = self.markdown.notes.iter_mut().flat_map(|note| &mut note.pieces);
        for piece in self.markdown.pieces.iter_mut().chain(of_notes) {
            if let Piece::Html(html) = piece {
                html.shrink_to_fit();
            }
        }
        Diagnosed { value: self.markdown, diagnostics: self.diagnostics }
    }

    pub(super) fn footnote_reference(&mut self, label: &str) {
        let next = self.references.len();
        let index = *self.reference_of.entry(label.to_owned()).or_insert(next);
        if index == next {
            self.references.push((label.to_owned(), 0));
        }
        self.references[index].1 += 1;
        let count = self.references[index].1;
        self.piece(Piece::NoteMark(NoteMark { note: index + 1, count }));
    }

    pub(super) fn text(&mut self, text: &str, span: Range<usize>) {
        let mut text = text;
        let mut start = span.start;
        if self.skip.contains(&start) {
            let skipped = (self.skip.end - start).min(text.len());
            text = &text[skipped..];
            start += skipped;
        }
        if !text.is_empty() {
            self.run.push(text, start..span.end);
        }
    }

    /// Writes the run of text that has been gathered.
    pub(super) fn end_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        if let Some(alt) = &mut self.alt {
            alt.push_str(run.text());
        } else {
            for part in run.split(self.prose.text, self.prose.offset) {
                match part {
                    Part::Text(range) => {
                        self.slips(&run, &range);
                        let mut set = String::with_capacity(range.len());
                        self.before = self.quotes.set(&run.text()[range], self.before, &mut set);
                        self.lead(&set);
                        self.escaped(&set);
                    }
                    Part::Directive(mut directive) => {
                        // A lead with a hole in it would not read well.
                        if self.in_lead {
                            self.markdown.lead.clear();
                            self.in_lead = false;
                        }
                        directive.alone = self.paragraph == Paragraph::Directive;
                        self.piece(Piece::Directive(directive));
                        self.before = 'x';
                    }
                }
            }
        }
        self.run = run;
        self.run.clear();
    }

    /// Adds to the lead, up to its length and then to the end of a word.
    pub(super) fn lead(&mut self, text: &str) {
        if !self.in_lead {
            return;
        }
        self.markdown.lead.push_str(text);
        if let Some((cut, _)) = self.markdown.lead.char_indices().nth(LEAD_LENGTH) {
            let end = self.markdown.lead[..cut].rfind(' ').unwrap_or(cut);
            self.markdown.lead.truncate(end);
            self.markdown.lead.push('…');
            self.in_lead = false;
        }
    }

    pub(super) fn line_break(&mut self, html: &str) {
        self.before = ' ';
        self.lead(" ");
        match &mut self.alt {
            Some(alt) => alt.push(' '),
            None => self.html(html),
        }
    }

    pub(super) fn paragraph(&mut self, span: &Range<usize>, following: &Events<'_>) {
        self.before = ' ';
        self.heading_without_blank(span);
        self.in_lead = self.markdown.lead.is_empty() && self.sinks.len() == 1;
        self.paragraph = self.look_ahead(following);
        self.html(match &self.paragraph {
            Paragraph::Words => "<p>",
            Paragraph::Directive | Paragraph::Picture(_) => "",
        });
    }

    /// A quotation, or a note, which is written as one.
    pub(super) fn quotation(&mut self, kind: Option<BlockQuoteKind>, span: &Range<usize>) {
        let Some(kind) = kind else {
            self.unknown_note(span);
            return self.html("<blockquote>\n");
        };
        let (name, word) = alert(kind);
        self.html(&format!(
            "<div class=\"alert alert-{name}\" role=\"note\">\n<p class=\"alert-title\">"
        ));
        self.piece(Piece::Word(word.into()));
        self.html("</p>\n");
    }

    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        self.in_code = true;
        self.html("<pre tabindex=\"0\"><code");
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split_whitespace().next()
        {
            self.html(&format!(" class=\"language-{}\"", escape(language)));
        }
        self.html(">");
    }

    /// What the paragraph is that begins before these events.
    fn look_ahead(&self, following: &Events<'_>) -> Paragraph {
        match following {
            [(Event::Text(text), span), ..] if text.starts_with('{') => {
                let mut run = Run::default();
                let mut at = 0;
                while let Some((Event::Text(text), span)) = following.get(at) {
                    run.push(text, span.clone());
                    at += 1;
                }
                let ends = matches!(following.get(at), Some((Event::End(TagEnd::Paragraph), _)));
                let alone = matches!(run.split(self.prose.text, 0)[..], [Part::Directive(_)]);
                let marks_language = self.skip.contains(&span.start);
                if ends && alone && !marks_language {
                    Paragraph::Directive
                } else {
                    Paragraph::Words
                }
            }
            [(Event::Start(Tag::Image { title, .. }), _), rest @ ..] => {
                let end =
                    rest.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Image)));
                let next = end.and_then(|end| rest.get(end + 1));
                if matches!(next, Some((Event::End(TagEnd::Paragraph), _))) {
                    Paragraph::Picture(title.to_string())
                } else {
                    Paragraph::Words
                }
            }
            _ => Paragraph::Words,
        }
    }

    pub(super) fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<&str>,
        span: &Range<usize>,
        following: &Events<'_>,
    ) {
        self.before = ' ';
        if level == HeadingLevel::H1 {
            let help = "the page's title is its first heading; begin with `##`";
            self.report(
                Code::HeadingLevel,
                "headings in the prose begin at the second level",
                help,
                span,
            );
        }
        let words = words_until_heading_ends(following);
        let written = id.filter(|id| !id.is_empty());
        let id = self.anchor(written, &words, span);
        let mut text = String::with_capacity(words.len());
        self.quotes.set(&words, ' ', &mut text);
        let heading = self.markdown.headings.len();
        self.markdown.headings.push(Heading {
            level: shown_level(level) as u8,
            is_anchored: written == Some(id.as_str()),
            id,
            text,
            is_nested: self.depth > 0,
            span: self.in_file(span),
        });
        self.open_headings.push(heading);
        self.piece(Piece::HeadingStart(heading));
    }

    /// The anchor that is written at a heading, or one from its words.
    fn anchor(&mut self, written: Option<&str>, text: &str, span: &Range<usize>) -> String {
        if let Some(id) = written {
            if self.anchors.claim(id) {
                return id.to_owned();
            }
            let message = if is_reserved(id) {
                format!("every page has an anchor `{id}` of its own")
            } else {
                format!("two headings have the anchor `{id}`")
            };
            let help = "give this heading another one, or none: it gets one from its words";
            self.report(Code::BadDirective, message, help, span);
        }
        let slug = Slug::from_words(text);
        self.anchors.make(slug.as_ref().map_or("section", |slug| slug.as_str()))
    }

    pub(super) fn table_cell(&mut self) {
        self.before = ' ';
        let element = if self.in_table_head { "th scope=\"col\"" } else { "td" };
        let class = match self.alignments.get(self.cell) {
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            _ => "",
        };
        self.cell += 1;
        self.html(&format!("<{element}{class}>"));
    }

    pub(super) fn sink(&mut self) -> &mut Vec<Piece> {
        self.sinks.last_mut().expect("the text's own sink is there until the end")
    }

    pub(super) fn piece(&mut self, piece: Piece) {
        self.sink().push(piece);
    }

    /// The HTML at the end of the sink.
    fn tail(&mut self) -> &mut String {
        let sink = self.sink();
        if !matches!(sink.last(), Some(Piece::Html(_))) {
            sink.push(Piece::Html(String::new()));
        }
        match sink.last_mut() {
            Some(Piece::Html(html)) => html,
            _ => unreachable!("HTML has just been pushed"),
        }
    }

    pub(super) fn html(&mut self, html: &str) {
        if !html.is_empty() {
            self.tail().push_str(html);
        }
    }

    pub(super) fn escaped(&mut self, text: &str) {
        escape_into(self.tail(), text);
    }

    pub(super) fn report(
        &mut self,
        code: Code,
        message: impl Into<String>,
        help: impl Into<String>,
        span: &Range<usize>,
    ) {
        let place = Place::bytes(self.prose.file, self.in_file(span));
        self.diagnostics.push(Diagnostic::new(code, message).at(place).help(help));
    }

    /// Bytes of the prose as bytes of its file.
    pub(super) fn in_file(&self, span: &Range<usize>) -> Range<usize> {
        span.start + self.prose.offset..span.end + self.prose.offset
    }
}

fn words_until_heading_ends(following: &Events<'_>) -> String {
    let mut words = String::new();
    for (event, _) in following {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// The class of a note, and the string that is its title.
fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note", "alert-note"),
        BlockQuoteKind::Tip => ("tip", "alert-tip"),
        BlockQuoteKind::Important => ("important", "alert-important"),
        BlockQuoteKind::Warning => ("warning", "alert-warning"),
        BlockQuoteKind::Caution => ("caution", "alert-caution"),
    }
}
