//! How jumelage talks about mistakes in a site.
//!
//! A [`Diagnostic`] is plain data that travels beside the value it is about; a [`Finding`] is the
//! same with its place worked out, so that it can be drawn without the sources. Drawing is in
//! [`human`] and [`machine`], and [`explain`] tells more about a kind; nothing here prints.

pub mod code;
pub mod explain;
pub mod finding;
pub mod human;
mod level;
pub mod machine;
#[cfg(test)]
mod sample;
mod visible;
mod withheld;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::values::SourcePath;

pub use code::Code;
pub use finding::{Excerpt, Finding};
pub use level::{Level, Levels};
pub use withheld::Withheld;

/// How bad a mistake is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Something to know; nothing is wrong.
    Note,
    /// Something to look at; the site can be published.
    Warning,
    /// Something that must be mended before the site can be published.
    Error,
}

impl Severity {
    /// The word that begins the message.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A remark on the site's content, settings or theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How bad it is; from the code, unless the site's settings say otherwise.
    pub severity: Severity,
    /// What kind of mistake it is.
    pub code: Code,
    /// What is wrong: lower case, no full stop, the author's words in backticks.
    pub message: String,
    /// Where it is.
    pub place: Option<Place>,
    /// What the place has to do with it, in a few words.
    pub label: Option<String>,
    /// Other places that are part of the story.
    pub related: Vec<Related>,
    /// What to do.
    pub help: Vec<String>,
}

/// A second place that a diagnostic speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Where it is.
    pub place: Place,
    /// What it has to do with the mistake.
    pub label: String,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub file: SourcePath,
    /// The spot in it.
    pub at: At,
}

/// A spot in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum At {
    /// The file as a whole.
    File,
    /// These bytes of its text.
    Bytes(Range<usize>),
    /// The value of a field in its YAML, such as `relationship.history[2].to`. Which bytes these
    /// are is looked up only when there is something to report.
    Value(String),
    /// The name of such a field.
    Key(String),
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(file: &SourcePath) -> Self {
        Self { file: file.clone(), at: At::File }
    }

    /// Some bytes of a file.
    #[must_use]
    pub fn bytes(file: &SourcePath, bytes: Range<usize>) -> Self {
        Self { file: file.clone(), at: At::Bytes(bytes) }
    }

    /// The value of a field in a file's YAML.
    #[must_use]
    pub fn value(file: &SourcePath, field: impl Into<String>) -> Self {
        Self { file: file.clone(), at: At::Value(field.into()) }
    }

    /// The name of a field in a file's YAML.
    #[must_use]
    pub fn key(file: &SourcePath, field: impl Into<String>) -> Self {
        Self { file: file.clone(), at: At::Key(field.into()) }
    }
}

impl Diagnostic {
    /// A remark of a kind, as severe as that kind is.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            severity: code.severity(),
            code,
            message: message.into(),
            place: None,
            label: None,
            related: Vec::new(),
            help: Vec::new(),
        }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Where it is, if that is known.
    #[must_use]
    pub fn maybe_at(mut self, place: Option<Place>) -> Self {
        self.place = place;
        self
    }

    /// Says what the place has to do with it.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Points to another place as well.
    #[must_use]
    pub fn related(mut self, place: Place, label: impl Into<String>) -> Self {
        self.related.push(Related { place, label: label.into() });
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Says what to do, when there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<impl Into<String>>) -> Self {
        self.help.extend(help.map(Into::into));
        self
    }
}

/// A value and what there is to say about how it came to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosed<T> {
    /// The best value that could be had.
    pub value: T,
    /// The remarks.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Diagnosed<T> {
    /// A value without a remark.
    pub fn fine(value: T) -> Self {
        Self { value, diagnostics: Vec::new() }
    }

    /// Takes the value and hands the remarks on.
    pub fn report_to(self, diagnostics: &mut Vec<Diagnostic>) -> T {
        diagnostics.extend(self.diagnostics);
        self.value
    }
}

/// The known name that somebody probably meant, if one is near.
///
/// ```
/// use jumelage::diagnostic::nearest;
///
/// assert_eq!(nearest("haitii", ["haiti", "coimbra"]), Some("haiti"));
/// assert_eq!(nearest("oslo", ["haiti", "coimbra"]), None);
/// ```
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let (length, letters) = (written.chars().count(), letters_of(&written));
    let distance = |name: &str| {
        let allowed = (name.chars().count().max(3) / 3).min(3);
        // Most names are told from what was written without measuring the distance, which is slow.
        let new_letters = (letters_of(name) & !letters).count_ones();
        if name.chars().count().abs_diff(length) > allowed || new_letters as usize > allowed {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&written, &name.to_lowercase());
        (distance <= allowed).then_some(distance)
    };
    known
        .into_iter()
        .filter_map(|name| distance(name).map(|distance| (distance, name)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The letters of a text, whatever their case, as bits; two letters may share one.
fn letters_of(text: &str) -> u64 {
    text.chars().flat_map(char::to_lowercase).fold(0, |bits, c| bits | 1 << (u32::from(c) % 64))
}
