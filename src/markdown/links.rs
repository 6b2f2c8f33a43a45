//! Links, pictures and marked languages.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::compile::{Paragraph, Writer};
use super::html::escape;
use super::{Destination, PictureMark, Piece, Target};
use crate::diagnostic::Code;
use crate::values::{LanguageTag, percent};

/// Schemes of addresses outside the site.
const EXTERNAL: [&str; 5] = ["http", "https", "mailto", "tel", "geo"];

impl Writer<'_> {
    pub(super) fn link(
        &mut self,
        link_type: LinkType,
        address: &str,
        title: &str,
        span: Range<usize>,
    ) {
        if link_type == LinkType::ShortcutUnknown {
            return self.language(address, &span);
        }
        self.language_spans.push(false);
        let target = match link_type {
            LinkType::Email => self.target(&format!("mailto:{address}"), &span),
            _ => self.target(address, &span),
        };
        let external = target.as_ref().is_some_and(
            |target| matches!(&target.to, Destination::External(url) if url.starts_with("http")),
        );
        self.html("<a href=\"");
        self.sink().extend(target.map(Piece::Address));
        self.html(if external { "\" rel=\"external" } else { "" });
        if !title.is_empty() {
            self.html(&format!("\" title=\"{}", escape(title)));
        }
        self.html("\">");
    }

    fn language(&mut self, tag: &str, span: &Range<usize>) {
        self.skip_language_mark(tag, span);
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

    /// The mark behind a phrase in another language is not text.
    pub(super) fn skip_language_mark(&mut self, tag: &str, phrase: &Range<usize>) {
        self.skip = phrase.end..phrase.end + "{lang=}".len() + tag.len();
    }

    /// Reads what a link or picture points to; none if that has been refused.
    fn target(&mut self, address: &str, span: &Range<usize>) -> Option<Target> {
        let in_file = self.in_file(span);
        let (path, fragment) = match address.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment.to_owned()).filter(|f| !f.is_empty())),
            None => (address, None),
        };
        let scheme = path.split_once(':').filter(|(scheme, _)| {
            !scheme.is_empty()
                && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
        });
        if scheme.is_some_and(|(scheme, _)| EXTERNAL.contains(&&*scheme.to_ascii_lowercase())) {
            let to = Destination::External(address.to_owned());
            return Some(Target { to, fragment: None, span: in_file });
        }
        if let Some((message, help)) = slip_in_address(address, scheme.is_some()) {
            self.report(Code::BadLink, message, help, span);
            return None;
        }
        let to = match scheme {
            Some((kind, id)) => Destination::Named { kind: kind.to_owned(), id: id.to_owned() },
            None if path.is_empty() => Destination::Here,
            None if path.starts_with('/') => Destination::Route(path[1..].to_owned()),
            None => {
                let Some(file) = self.prose.file.join(&percent::decoded(path)) else {
                    let message = format!("`{address}` leads out of the site");
                    let help = "link to a file inside the site's folder";
                    self.report(Code::BrokenLink, message, help, span);
                    return None;
                };
                Destination::File(file)
            }
        };
        Some(Target { to, fragment, span: in_file })
    }

    pub(super) fn image(&mut self, link_type: LinkType, address: &str, span: &Range<usize>) {
        if address.is_empty() || link_type == LinkType::ShortcutUnknown {
            if !address.is_empty() {
                self.skip_language_mark(address, span);
            }
            let help = "write it in parentheses: `![what it shows](../files/name.jpg)`";
            self.report(Code::BadLink, "the picture has no address", help, span);
        } else {
            let target = self.target(address, span);
            self.picture = self.file_of_picture(target, span);
        }
        self.alt = Some(String::new());
    }

    /// Where a picture is: in a file of the site, and nowhere else.
    fn file_of_picture(&mut self, target: Option<Target>, span: &Range<usize>) -> Option<Target> {
        let target = target?;
        match &target.to {
            Destination::External(url) => {
                let message = format!("the picture `{url}` lies elsewhere");
                let help =
                    "copy it into `content/files/`: the site asks no other computer for anything";
                self.report(Code::BadLink, message, help, span);
            }
            Destination::File(file) if !file.as_str().ends_with(".md") => return Some(target),
            _ => {
                let help = "a picture is a file: `![what it shows](../files/name.jpg)`";
                self.report(Code::BadLink, "this is not a picture", help, span);
            }
        }
        None
    }

    pub(super) fn end_image(&mut self) {
        let alt = self.alt.take().unwrap_or_default().trim().to_owned();
        let Some(target) = self.picture.take() else { return };
        let (alone, caption) = match &self.paragraph {
            Paragraph::Picture(caption) => (true, caption.clone()),
            Paragraph::Words | Paragraph::Directive => (false, String::new()),
        };
        self.piece(Piece::Picture(Box::new(PictureMark { target, alt, caption, alone })));
    }
}

/// What is wrong with how an address is written, and what to write instead.
fn slip_in_address(address: &str, has_scheme: bool) -> Option<(String, String)> {
    if address.is_empty() {
        let help = "write it between the parentheses, as in `[Gaeta](city:gaeta)`";
        return Some(("the link has no address".to_owned(), help.to_owned()));
    }
    if address.contains('\\') {
        let message = format!("`{address}` has backslashes");
        return Some((message, "write `/` instead of `\\`".to_owned()));
    }
    if address.starts_with("//") {
        let help = "write the whole address, with `https:` before it";
        return Some((format!("`{address}` has no scheme"), help.to_owned()));
    }
    if !has_scheme && address.contains('@') && !address.contains('/') {
        let message = format!("`{address}` is an e-mail address without its scheme");
        return Some((message, format!("write `mailto:{address}`")));
    }
    None
}
