//! The finished site as a value: a tree of files, every path claimed once.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::picture::{Card, Recipe};
use crate::search::IndexFile;
use crate::values::{OutputPath, Route, SourcePath};

pub use crate::values::Visibility;

/// One published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Where it is published.
    pub path: OutputPath,
    /// What is in it.
    pub contents: Contents,
    /// Where it comes from, to name in a clash.
    pub origin: Origin,
    /// Whether the public may see it yet.
    pub visibility: Visibility,
}

/// A former address: the file that stands there leads on, and a web server may do it at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The former address.
    pub from: Route,
    /// Where it leads, seen from the site's root; or a whole address.
    pub to: String,
    /// Whether parts of the former page have goals of their own, which only its file knows: no
    /// server is told what stands behind `#`.
    pub has_parts: bool,
}

/// What is in a published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// These bytes.
    Bytes(Bytes),
    /// The bytes of a file in the site's folder, copied when publishing.
    CopyOf(SourcePath),
    /// A picture, made when it is published or asked for: never while pages are made.
    Drawn(Drawing),
    /// A part of the search's index, made likewise.
    Indexed(IndexFile),
}

/// A picture that is still to be made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Drawing {
    /// From another.
    Developed {
        /// The file in the site's folder that it is made from.
        original: SourcePath,
        /// How it is made.
        recipe: Recipe,
    },
    /// From words.
    Card(Arc<Card>),
}

/// What made a published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file of the site.
    Source(SourcePath),
    /// The program itself: what it makes, such as `the sitemap`.
    Program(&'static str),
}

impl Origin {
    /// What it is called in a message.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Source(path) => format!("`{path}`"),
            Self::Program(what) => (*what).to_owned(),
        }
    }
}

/// The finished site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Output {
    files: BTreeMap<OutputPath, OutputFile>,
    redirects: Vec<Redirect>,
}

impl Output {
    /// Gathers files into a tree. Two files that claim one path, or paths that differ only in
    /// letter case (one file on many disks), are an error that names both origins.
    #[must_use]
    pub fn collect(files: impl IntoIterator<Item = OutputFile>) -> (Self, Vec<Diagnostic>) {
        let mut output = Self::default();
        let mut diagnostics = Vec::new();
        let mut folded: BTreeMap<String, OutputPath> = BTreeMap::new();
        for file in files {
            let twin = folded.insert(file.path.as_str().to_lowercase(), file.path.clone());
            if let Some(first) = twin.and_then(|path| output.files.get(&path)) {
                diagnostics.push(clash(first, &file));
                continue;
            }
            output.files.insert(file.path.clone(), file);
        }
        (output, diagnostics)
    }

    /// The same with the knowledge which of its files only lead on.
    #[must_use]
    pub fn leading_on(self, redirects: Vec<Redirect>) -> Self {
        Self { redirects, ..self }
    }

    /// The same site with other files, of which no two may have one path.
    #[must_use]
    pub fn with_files(self, files: impl IntoIterator<Item = OutputFile>) -> Self {
        let files = files.into_iter().map(|file| (file.path.clone(), file)).collect();
        Self { files, ..self }
    }

    /// The same with further files; what is there already stays as it is.
    #[must_use]
    pub fn joined_by(mut self, files: impl IntoIterator<Item = OutputFile>) -> Self {
        for file in files {
            self.files.entry(file.path.clone()).or_insert(file);
        }
        self
    }

    /// The former addresses, which lead on.
    #[must_use]
    pub fn redirects(&self) -> &[Redirect] {
        &self.redirects
    }

    /// The files in the order of their paths.
    pub fn files(&self) -> impl ExactSizeIterator<Item = &OutputFile> + Clone {
        self.files.values()
    }

    /// The pages among them.
    pub fn pages(&self) -> impl Iterator<Item = &OutputFile> {
        self.files().filter(|file| file.path.as_str().ends_with(".html"))
    }

    /// The file at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&OutputFile> {
        self.files.get(path)
    }
}

impl std::borrow::Borrow<str> for OutputPath {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

fn clash(first: &OutputFile, second: &OutputFile) -> Diagnostic {
    let route = second.path.route();
    let mut diagnostic = Diagnostic::new(
        Code::AddressClash,
        format!(
            "two files want the address `/{route}`: {} and {}",
            first.origin.name(),
            second.origin.name()
        ),
    )
    .help("rename one of them; a file's name is its address");
    if let Origin::Source(path) = &second.origin {
        diagnostic = diagnostic.at(Place::file(path));
    }
    if let Origin::Source(path) = &first.origin {
        diagnostic = diagnostic.related(Place::file(path), "the first to claim it");
    }
    diagnostic
}
