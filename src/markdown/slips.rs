//! What looks like markup and is only text to the parser, so that it would be published as it
//! stands.

use std::ops::Range;

use memchr::memchr3;

use super::compile::Writer;
use super::inline::Run;
use crate::diagnostic::Code;

/// The longest label of a footnote, in characters.
const LONGEST_LABEL: usize = 100;

/// The notes that there are.
const NOTES: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

impl Writer<'_> {
    /// Looks through a part of a run, which is text and stands on one line.
    pub(super) fn slips(&mut self, run: &Run, range: &Range<usize>) {
        // All of them have one of these signs, and most texts have none.
        if memchr3(b'[', b']', b'{', &run.text().as_bytes()[range.clone()]).is_none() {
            return;
        }
        self.footnotes_without_text(run, range);
        self.open_brace(run, range);
        self.open_parenthesis(run, range);
    }

    /// A reference to a footnote that is not there; each is named once.
    fn footnotes_without_text(&mut self, run: &Run, range: &Range<usize>) {
        for (at, _) in run.text()[range.clone()].match_indices("[^") {
            let open = range.start + at;
            let label = &run.text()[open + "[^".len()..range.end];
            let length: usize = label
                .chars()
                .take(LONGEST_LABEL)
                .take_while(|c| !c.is_whitespace() && !"[]".contains(*c))
                .map(char::len_utf8)
                .sum();
            let closed = label[length..].starts_with(']');
            let label = label[..length].to_owned();
            if label.is_empty() || !closed || !run.is_written(open, self.prose.text) {
                continue;
            }
            if !self.missing_footnotes.insert(label.clone()) {
                continue;
            }
            let source = run.source_at(open);
            let message = format!("the footnote `{label}` has no text");
            let help = format!("write a line `[^{label}]: …` below");
            let span = source..source + label.len() + "[^]".len();
            self.report(Code::BrokenLink, message, help, &span);
        }
    }

    /// A directive without an end. The first in a line is named: the others are mostly its parts.
    fn open_brace(&mut self, run: &Run, range: &Range<usize>) {
        let text = &run.text()[range.clone()];
        let open = text.match_indices('{').map(|(at, _)| range.start + at).find(|at| {
            run.text()[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic())
                && run.is_written(*at, self.prose.text)
        });
        if let Some(open) = open {
            let source = run.source_at(open);
            let message = "the brace is not closed";
            let help = "close it with `}`; a brace that is only a brace is written `\\{`";
            self.report(Code::BadDirective, message, help, &(source..source + 1));
        }
    }

    /// A link that has no end, or has blanks in its address.
    fn open_parenthesis(&mut self, run: &Run, range: &Range<usize>) {
        let text = run.text();
        let mut begins = true;
        let open = text[range.clone()].match_indices(['[', ']']).find_map(|(at, bracket)| {
            let at = range.start + at;
            if bracket == "[" {
                begins = run.is_written(at, self.prose.text);
                return None;
            }
            let is_link = begins
                && text[at..range.end].starts_with("](")
                && run.is_written(at, self.prose.text)
                && run.source_at(at + 1) == run.source_at(at) + 1;
            is_link.then_some(at)
        });
        let Some(open) = open else { return };
        let source = run.source_at(open);
        let span = source..source + "](".len();
        let address = &text[open + "](".len()..range.end];
        let (message, help) = match address.split_once(')') {
            None => (
                "the link's parenthesis is not closed",
                "write `)` behind the address; brackets that are only brackets are written `\\[`"
                    .to_owned(),
            ),
            Some((address, _)) if address.trim().contains(' ') => (
                "the link's address has a blank in it",
                format!("put it between angle brackets: `[words](<{address}>)`"),
            ),
            Some(_) => (
                "this is not a link",
                "a link is `[words](address)` and holds no other link; brackets that are only \
                 brackets are written `\\[`"
                    .to_owned(),
            ),
        };
        self.report(Code::BrokenLink, message, help, &span);
    }

    /// A paragraph that was to be a heading.
    pub(super) fn heading_without_blank(&mut self, span: &Range<usize>) {
        let text = &self.prose.text[span.clone()];
        let words = text.trim_start_matches('#');
        let level = text.len() - words.len();
        if (2..=6).contains(&level) && words.starts_with(char::is_alphabetic) {
            let signs = &text[..level];
            let message = format!("a heading has a blank behind its `{signs}`");
            let word = words.split_whitespace().next().unwrap_or_default();
            let help = format!("write `{signs} {word}`");
            self.report(Code::HeadingLevel, message, help, &(span.start..span.start + level));
        }
    }

    /// A quotation that was to be a note.
    pub(super) fn unknown_note(&mut self, span: &Range<usize>) {
        let prose = self.prose;
        let line = prose.text[span.clone()].lines().next().unwrap_or_default();
        let text = line.trim_start();
        let text = text.strip_prefix('>').unwrap_or(text).trim_start();
        let Some((name, rest)) = text.strip_prefix("[!").and_then(|text| text.split_once(']'))
        else {
            return;
        };
        let is_word = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
        if !is_word || !(rest.is_empty() || rest.starts_with(' ')) {
            return;
        }
        let start = span.start + (line.len() - text.len());
        let span = start..start + name.len() + "[!]".len();
        if NOTES.iter().any(|note| note.eq_ignore_ascii_case(name)) {
            let message = format!("`[!{name}]` stands alone on its line");
            let help = "begin the words on the next line, behind a `>`";
            return self.report(Code::BadDirective, message, help, &span);
        }
        let message = format!("no note is called `{name}`");
        let help = format!("write one of {}", NOTES.map(|note| format!("`[!{note}]`")).join(", "));
        self.report(Code::BadDirective, message, help, &span);
    }
}
