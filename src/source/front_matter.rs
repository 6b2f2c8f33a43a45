//! Parts a file into its facts and its prose.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::SourcePath;

/// A front matter may be this long.
const MAX_BYTES: usize = 64 * 1024;

/// Where the two parts of a file lie in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The YAML, without the lines of `---` around it.
    pub yaml: Range<usize>,
    /// The Markdown.
    pub body: Range<usize>,
}

/// Finds the front matter between two lines of `---` at the top of a text.
///
/// ```
/// use jumelage::{source::front_matter::split, values::SourcePath};
///
/// let path = SourcePath::new("content/cities/gaeta.md").unwrap();
/// let text = "---\nname: Gaeta\n---\nOn the sea.";
/// let parts = split(&path, text).unwrap();
/// assert_eq!(&text[parts.yaml], "name: Gaeta\n");
/// assert_eq!(&text[parts.body], "On the sea.");
/// ```
pub fn split(path: &SourcePath, text: &str) -> Result<Parts, Diagnostic> {
    if text.trim().is_empty() {
        return Err(Diagnostic::new(Code::MissingFrontMatter, "the file is empty")
            .at(Place::file(path))
            .help("write the facts at its top, between two lines of `---`, or remove the file"));
    }
    let Some(start) = opening(text) else {
        let first_line = text.find('\n').unwrap_or(text.len());
        return Err(Diagnostic::new(
            Code::MissingFrontMatter,
            "the file does not begin with its facts",
        )
        .at(Place::bytes(path, 0..first_line))
        .label("a line of `---` was expected here")
        .help("the first line is `---`, then come the facts, then another line of `---`"));
    };
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            let parts = Parts { yaml: start..at, body: at + line.len()..text.len() };
            return if parts.yaml.len() > MAX_BYTES {
                Err(too_large(path, &parts))
            } else {
                Ok(parts)
            };
        }
        at += line.len();
    }
    Err(Diagnostic::new(Code::UnclosedFrontMatter, "the facts have no end")
        .at(Place::bytes(path, 0..start.min(3)))
        .label("they begin here")
        .help("put a line of `---` by itself between the facts and the prose"))
}

/// The end of the first line, if it is `---`.
fn opening(text: &str) -> Option<usize> {
    let end = text.find('\n').map_or(text.len(), |newline| newline + 1);
    (text[..end].trim_end() == "---").then_some(end)
}

fn too_large(path: &SourcePath, parts: &Parts) -> Diagnostic {
    let kilobytes = parts.yaml.len() / 1024;
    Diagnostic::new(Code::TooLarge, format!("the facts of `{path}` have {kilobytes} kB"))
        .at(Place::file(path))
        .help("facts may have 64 kB; prose belongs below the second line of `---`")
}
