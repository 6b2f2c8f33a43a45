//! HTML in prose: a few harmless elements, and the refusal of all others.

use std::ops::Range;

use super::compile::Writer;
use crate::diagnostic::Code;

/// Elements that prose may use without attributes; they mean something and can do no harm.
const HARMLESS: [&str; 11] =
    ["abbr", "br", "cite", "dfn", "kbd", "mark", "q", "small", "sub", "sup", "wbr"];

/// Those of them that have no end.
const VOID: [&str; 2] = ["br", "wbr"];

/// How many open elements to look through for the beginning of one that ends.
const DEEPEST: usize = 16;

/// Something that has begun within a block and not ended.
pub(super) enum Open {
    /// Emphasis, a link and their like, which the parser ends in good order.
    Markup,
    /// An element, and where it begins.
    Element { name: String, span: Range<usize>, refused: bool },
}

impl Writer<'_> {
    /// Ends the innermost markup; an element that began in it should have ended in it.
    pub(super) fn close_markup(&mut self) {
        while let Some(Open::Element { name, span, refused }) = self.open.pop() {
            self.not_closed(&name, &span, refused, "before the markup around it ends");
        }
    }

    /// Nothing stays open over the beginning or end of a block.
    pub(super) fn close_all(&mut self) {
        for open in std::mem::take(&mut self.open) {
            if let Open::Element { name, span, refused } = open {
                self.not_closed(&name, &span, refused, "in this paragraph");
            }
        }
    }

    fn not_closed(&mut self, name: &str, span: &Range<usize>, refused: bool, within: &str) {
        if !refused {
            let message = format!("`<{name}>` is not closed {within}");
            let help = format!("write `</{name}>` behind the last word it is meant for");
            self.report(Code::RawHtml, message, help, span);
        }
    }

    /// HTML within a paragraph.
    pub(super) fn inline_html(&mut self, html: &str, span: Range<usize>) {
        if is_comment(html) {
            return;
        }
        if self.alt.is_some() {
            let message = format!("a text alternative has only words, and not `{html}`");
            let help = "say in plain words what the picture shows";
            return self.report(Code::RawHtml, message, help, &span);
        }
        let element = element_of(html);
        if html.starts_with("</") && !VOID.contains(&element) {
            return self.end_element(html, element, &span);
        }
        if HARMLESS.contains(&inside_of(html)) && !html.starts_with("</") {
            if !VOID.contains(&element) {
                self.open.push(Open::Element { name: element.to_owned(), span, refused: false });
            }
            return self.html(html);
        }
        self.refuse(html, &span, &instead(element));
        self.open.push(Open::Element { name: element.to_owned(), span, refused: true });
    }

    /// The end of an element that has been refused is not worth another word.
    fn end_element(&mut self, html: &str, element: &str, span: &Range<usize>) {
        let mut within = self.open.iter().enumerate().rev().take(DEEPEST);
        let mut inner = None;
        let began = within.find_map(|(at, open)| match open {
            Open::Markup => Some(None),
            Open::Element { name, refused, .. } if name == element => Some(Some((at, *refused))),
            Open::Element { name, refused: false, .. } => {
                inner.get_or_insert_with(|| name.clone());
                None
            }
            Open::Element { .. } => None,
        });
        let Some((at, refused)) = began.flatten() else {
            if !HARMLESS.contains(&element) {
                return self.refuse(html, span, &instead(element));
            }
            let message = format!("`{html}` ends something that has not begun here");
            let help = format!("write `<{element}>` before the first word it is meant for");
            return self.report(Code::RawHtml, message, help, span);
        };
        self.open.remove(at);
        if refused {
            return self.escaped(html);
        }
        if let Some(inner) = inner {
            let message = format!("`{html}` stands before the end of `<{inner}>`");
            let help = format!("what begins last ends first: write `</{inner}>` before `{html}`");
            return self.report(Code::RawHtml, message, help, span);
        }
        self.html(html);
    }

    /// A block of HTML; it is refused once, and not line by line.
    pub(super) fn html_block(&mut self, span: Range<usize>) {
        let prose = self.prose;
        let html = &prose.text[span.clone()];
        let text = html.trim();
        if text.is_empty() || is_comment(text) {
            return;
        }
        let start = span.start + (html.len() - html.trim_start().len());
        let line = text.lines().next().unwrap_or_default().trim_end();
        let help = if HARMLESS.contains(&inside_of(line)) {
            format!("put it into a line of words, where it is allowed: `words {line} words`")
        } else {
            instead(element_of(text))
        };
        self.refuse(line, &(start..start + line.len()), &help);
    }

    fn refuse(&mut self, html: &str, span: &Range<usize>, help: &str) {
        let line = html.lines().next().unwrap_or_default();
        let message = format!("HTML cannot be used in prose: `{line}`");
        self.report(Code::RawHtml, message, help, &(span.start..span.start + line.len()));
        self.escaped(html);
    }
}

/// Whether HTML is one comment and nothing behind it; a comment is for authors.
pub(super) fn is_comment(html: &str) -> bool {
    html.starts_with("<!--") && html.find("-->") == html.len().checked_sub("-->".len())
}

/// What stands between the brackets of a tag.
fn inside_of(tag: &str) -> &str {
    let inside = tag.trim_start_matches('<').trim_start_matches('/');
    inside.trim_end_matches('>').trim_end_matches('/').trim()
}

/// The name of the element that a tag begins or ends.
fn element_of(tag: &str) -> &str {
    inside_of(tag).split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

/// What to write instead of an element.
fn instead(element: &str) -> String {
    let element = element.to_ascii_lowercase();
    let help = match &*element {
        "a" => "a link is `[words](address)`",
        "b" | "strong" => "strong words stand between two asterisks: `**words**`",
        "i" | "em" => "words with stress stand between asterisks: `*words*`",
        "img" | "picture" | "figure" => {
            "a picture is `![what it shows](../files/name.jpg \"caption\")`"
        }
        "span" | "bdi" => "a phrase in another language is `[words]{lang=ht}`",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "a heading is a line that begins with `##`",
        "ul" | "ol" | "li" => "a list is lines that begin with `-` or `1.`",
        "table" | "tr" | "td" | "th" => "a table is lines with `|` between the cells",
        "p" | "div" | "section" => "paragraphs are parted by an empty line",
        "hr" => "a rule is a line of `---`",
        "blockquote" => "a quotation is lines that begin with `>`",
        "code" | "pre" => "code stands between backticks",
        "details" | "summary" => "use a heading; the theme decides what can be folded",
        "script" | "style" | "iframe" | "object" | "embed" | "form" | "input" | "button" => {
            "a page cannot hold this; link to it instead"
        }
        harmless if HARMLESS.contains(&harmless) => {
            return format!("`<{harmless}>` is allowed so: in small letters, without attributes");
        }
        _ => "write it in Markdown, or put a backslash before the `<`",
    };
    help.to_owned()
}
