//! Writes words twice: as text, and as HTML.

use std::fmt::Write as _;

use super::ShownDate;
use crate::values::date::When;

/// What has been written so far.
pub(super) struct Ink(ShownDate);

impl Ink {
    /// Nothing yet, with room for a date.
    pub(super) fn new() -> Self {
        Self(ShownDate { text: String::with_capacity(32), html: String::with_capacity(96) })
    }

    /// What was written.
    pub(super) fn into_shown(self) -> ShownDate {
        self.0
    }

    /// Writes words.
    pub(super) fn word(&mut self, word: &str) {
        self.0.text.push_str(word);
        escape(word, &mut self.0.html);
    }

    /// Writes a number.
    pub(super) fn number(&mut self, number: i32) {
        let start = self.0.text.len();
        write(&mut self.0.text, format_args!("{number}"));
        self.0.html.push_str(&self.0.text[start..]);
    }

    /// Writes what was shown elsewhere.
    pub(super) fn shown(&mut self, shown: &ShownDate) {
        self.0.text.push_str(&shown.text);
        self.0.html.push_str(&shown.html);
    }

    /// Writes words for a date that machines can read too, if HTML has a form for it: it has none
    /// for seasons, decades, centuries and years before Christ.
    pub(super) fn time(&mut self, when: When, words: impl FnOnce(&mut Self)) {
        let html = &mut self.0.html;
        match when {
            When::Day(day) if day.year() >= 1 => {
                write(html, format_args!("<time datetime=\"{day}\">"));
            }
            When::Month(year, month) if year >= 1 => {
                write(html, format_args!("<time datetime=\"{year:04}-{month:02}\">"));
            }
            When::Year(year) if year >= 1 => {
                write(html, format_args!("<time datetime=\"{year:04}\">"));
            }
            _ => return words(self),
        }
        words(self);
        self.0.html.push_str("</time>");
    }
}

fn write(to: &mut String, what: std::fmt::Arguments<'_>) {
    to.write_fmt(what).expect("writing to a text cannot fail");
}

fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}
