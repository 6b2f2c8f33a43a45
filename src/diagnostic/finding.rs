//! A diagnostic with its place worked out.

use super::{Code, Severity};

/// A remark that can be drawn, printed or sent without the sources at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of mistake it is.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// Where it is, first the main place and then the related ones.
    pub excerpts: Vec<Excerpt>,
    /// What to do.
    pub help: Vec<String>,
}

/// A place in a file, with the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The file, relative to the site's folder.
    pub file: String,
    /// The spot in it, unless the whole file is meant.
    pub spot: Option<Spot>,
    /// What the place has to do with the mistake.
    pub label: Option<String>,
}

/// A spot in a text. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The line it begins in.
    pub line: usize,
    /// The column it begins at.
    pub column: usize,
    /// The line it ends in.
    pub end_line: usize,
    /// The column just behind it.
    pub end_column: usize,
    /// The text of the line it begins in, without its end.
    pub text: String,
}

impl Spot {
    /// Works out lines and columns of some bytes of a text. Bytes out of range or inside a
    /// character are moved to the nearest boundary before them.
    #[must_use]
    pub fn of(text: &str, bytes: &std::ops::Range<usize>) -> Self {
        let start = floor_char_boundary(text, bytes.start);
        let end = floor_char_boundary(text, bytes.end).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
        let line = text[..start].matches('\n').count() + 1;
        let last_line_start = text[..end].rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line,
            column: text[line_start..start].chars().count() + 1,
            end_line: line + text[start..end].matches('\n').count(),
            end_column: text[last_line_start..end].chars().count() + 1,
            text: text[line_start..line_end].to_owned(),
        }
    }
}

fn floor_char_boundary(text: &str, mut index: usize) -> usize {
    index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}
