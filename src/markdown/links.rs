//! Links, pictures, marked languages and HTML that may not be there.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::compile::{Events, LANGUAGE_SCHEME, Writer};
use super::html::{HARMLESS, escape, percent_decoded};
use super::{Destination, Piece, Target};
use crate::diagnostic::Code;
use crate::values::LanguageTag;

/// Schemes of addresses outside the site.
const EXTERNAL: [&str; 5] = ["http", "https", "mailto", "tel", "geo"];

impl Writer<'_> {
    pub(super) fn link(&mut self, address: &str, title: &str, span: Range<usize>) {
        if let Some(tag) = address.strip_prefix(LANGUAGE_SCHEME) {
            return self.language(tag, &span);
        }
        self.language_spans.push(false);
        self.html("<a href=\"");
        let target = self.target(address, &span);
        let external = matches!(&target.to, Destination::External(url) if url.starts_with("http"));
        self.piece(Piece::Address(target));
        self.html(if external { "\" rel=\"external" } else { "" });
        if !title.is_empty() {
            self.html(&format!("\" title=\"{}", escape(title)));
        }
        self.html("\">");
    }

    fn language(&mut self, tag: &str, span: &Range<usize>) {
        let length = "{lang=}".len() + tag.len();
        self.skip = span.end..span.end + length;
        self.language_spans.push(true);
        match LanguageTag::parse(tag) {
            Ok(tag) => {
                let direction = tag.direction().as_str();
                self.html(&format!("<span lang=\"{tag}\" dir=\"{direction}\">"));
            }
            Err(refusal) => {
                self.html("<span>");
                let help = refusal.help.unwrap_or_default();
                self.report(Code::BadLanguage, refusal.message, help, &self.skip.clone());
            }
        }
    }

    /// Reads what a link or picture points to.
    fn target(&mut self, address: &str, span: &Range<usize>) -> Target {
        let in_file = self.in_file(span);
        let (path, fragment) = match address.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment.to_owned()).filter(|f| !f.is_empty())),
            None => (address, None),
        };
        let scheme = path.split_once(':').filter(|(scheme, _)| {
            !scheme.is_empty()
                && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
        });
        let to = match scheme {
            Some((scheme, _)) if EXTERNAL.contains(&scheme.to_ascii_lowercase().as_str()) => {
                return Target {
                    to: Destination::External(address.to_owned()),
                    fragment: None,
                    span: in_file,
                };
            }
            Some((kind, id)) => Destination::Named { kind: kind.to_owned(), id: id.to_owned() },
            None if path.is_empty() => Destination::Here,
            None if path.starts_with("//") => {
                let help = "write the whole address, with `https:` before it";
                self.report(Code::BadLink, format!("`{address}` has no scheme"), help, span);
                Destination::Here
            }
            None if path.starts_with('/') => Destination::Route(path[1..].to_owned()),
            None => match self.prose.file.join(&percent_decoded(path)) {
                Some(file) => Destination::File(file),
                None => {
                    let help = "link to a file inside the site's folder";
                    self.report(
                        Code::BrokenLink,
                        format!("`{address}` leads out of the site"),
                        help,
                        span,
                    );
                    Destination::Here
                }
            },
        };
        Target { to, fragment, span: in_file }
    }

    pub(super) fn image(&mut self, address: &str, span: Range<usize>, following: &Events<'_>) {
        let described = following
            .iter()
            .take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Image)))
            .any(|(event, _)| matches!(event, Event::Text(text) | Event::Code(text) if !text.trim().is_empty()));
        if !described {
            let help = format!(
                "say what it shows, for who cannot see it: `![The mayors at tea]({address})`"
            );
            self.report(Code::MissingAlt, "the picture has no text alternative", help, &span);
        }
        self.html("<img src=\"");
        let target = self.target(address, &span);
        match &target.to {
            Destination::External(url) => {
                let message = format!("the picture `{url}` lies elsewhere");
                let help =
                    "copy it into `content/files/`: the site asks no other computer for anything";
                self.report(Code::BadLink, message, help, &span);
            }
            _ => self.piece(Piece::Address(target)),
        }
        self.html("\" loading=\"lazy\" decoding=\"async\" alt=\"");
        self.alt = Some(String::new());
    }

    pub(super) fn end_image(&mut self) {
        let alt = self.alt.take().unwrap_or_default();
        self.escaped(&alt);
        self.html("\">");
    }

    /// HTML within a paragraph. The end of an element that has been refused is not worth another
    /// word.
    pub(super) fn inline_html(&mut self, html: &str, span: Range<usize>) {
        let refused = self.refused.iter().rposition(|element| *element == element_of(html));
        match refused.filter(|_| html.starts_with("</")) {
            Some(at) => {
                self.refused.remove(at);
                self.escaped(html);
            }
            None => self.raw_html(html, span),
        }
    }

    /// A block of HTML; it is refused once, and not line by line.
    pub(super) fn html_block(&mut self, span: Range<usize>) {
        let prose = self.prose;
        self.raw_html(&prose.text[span.clone()], span);
        self.refused.clear();
    }

    fn raw_html(&mut self, html: &str, span: Range<usize>) {
        let text = html.trim();
        if text.is_empty() || (text.starts_with("<!--") && text.ends_with("-->")) {
            return;
        }
        if HARMLESS.contains(&inside_of(text)) && text.matches('<').count() == 1 {
            return self.html(text);
        }
        let element = element_of(text);
        let line = text.lines().next().unwrap_or_default();
        let span = span.start..span.start + line.len();
        self.report(
            Code::RawHtml,
            format!("HTML cannot be used in prose: `{line}`"),
            instead(element),
            &span,
        );
        self.refused.push(element.to_owned());
        self.escaped(html);
    }
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
fn instead(element: &str) -> &'static str {
    match element {
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
        _ => "write it in Markdown, or put a backslash before the `<`",
    }
}
