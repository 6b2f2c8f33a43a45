//! The only reader of a site's files.
#![expect(clippy::disallowed_methods, reason = "this is where a site is read")]

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::text::decode_text;
use super::{Source, Sources};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::SourcePath;

/// The folders of a site that are read.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Endings of files that are text to us; everything else is passed on as it is.
const TEXT: [&str; 11] =
    ["md", "yaml", "yml", "html", "htm", "xml", "ftl", "css", "js", "svg", "txt"];

/// Files that file managers leave behind.
const DROPPINGS: [&str; 3] = ["Thumbs.db", "desktop.ini", "Icon\r"];

/// The machine could not read the site.
#[derive(Debug)]
pub struct ReadError {
    /// What could not be read.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.source.kind() {
            ErrorKind::NotFound => write!(f, "there is no folder `{path}`"),
            ErrorKind::NotADirectory => write!(f, "`{path}` is not a folder"),
            _ => write!(f, "cannot read `{path}`: {}", self.source),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Reads the site in a folder. What is wrong with a single file goes with the sources; only a
/// folder that is not there at all is an error.
pub fn read(root: &Path) -> Result<Sources, ReadError> {
    let failed = |source| ReadError { path: root.to_owned(), source };
    let root = match root.canonicalize() {
        Ok(root) if root.is_dir() => root,
        Ok(_) => return Err(failed(ErrorKind::NotADirectory.into())),
        Err(error) => return Err(failed(error)),
    };
    let mut diagnostics = Vec::new();
    let mut entries = Vec::new();
    for folder in FOLDERS {
        let top = root.join(folder);
        if !top.is_dir() {
            continue;
        }
        let walk = WalkDir::new(&top).follow_links(true).sort_by_file_name();
        let mut walk =
            walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_dropping(entry));
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) => {
                    let is_listed = list(&root, &entry, &mut entries, &mut diagnostics);
                    if !is_listed && entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Err(error) => diagnostics.push(unreadable_entry(&root, &error)),
            }
        }
    }
    let read: Vec<_> = entries
        .into_par_iter()
        .map(|(path, disk_path)| {
            let source = read_file(&path, &disk_path);
            (path, source)
        })
        .collect();
    let mut sources = Sources::default();
    for (path, source) in read {
        let source = source.unwrap_or_else(|diagnostic| {
            diagnostics.push(diagnostic);
            Source::Unusable
        });
        sources.insert(path, source);
    }
    sources.problems = diagnostics;
    Ok(sources)
}

/// Hidden files, editors' backups and file managers' leavings are nobody's content.
fn is_dropping(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
        || DROPPINGS.contains(&&*name)
}

/// Adds an entry to the list of files to read, unless it is a folder or not fit to be read. Tells
/// whether what is in the entry, if it is a folder, may be read.
fn list(
    root: &Path,
    entry: &DirEntry,
    entries: &mut Vec<(SourcePath, PathBuf)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let relative = entry.path().strip_prefix(root).expect("the walk began in the root");
    let Some(path) = source_path(relative) else {
        let lossy = relative.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        diagnostics.push(
            Diagnostic::new(Code::BadId, format!("the name of `{lossy}` is not UTF-8"))
                .help("rename it, with letters a to z, digits and hyphens"),
        );
        return false;
    };
    if entry.path_is_symlink()
        && let Some(target) = forbidden_target(root, entry.path())
    {
        diagnostics.push(
            Diagnostic::new(Code::LinkLeavesSite, format!("`{path}` is a link to {target}"))
                .at(Place::file(&path))
                .help("copy the file here instead of linking to it"),
        );
        return false;
    }
    let kind = entry.file_type();
    if kind.is_dir() {
        if path.extension() == Some("md") || path.extension() == Some("yaml") {
            diagnostics.push(
                Diagnostic::new(
                    Code::NotAFile,
                    format!("`{path}` is a folder, but is named like a file"),
                )
                .at(Place::file(&path))
                .help("rename the folder, or move its files up and remove it"),
            );
        }
    } else if kind.is_file() {
        entries.push((path, entry.path().to_owned()));
    } else {
        diagnostics.push(
            Diagnostic::new(Code::NotAFile, format!("`{path}` is not an ordinary file"))
                .at(Place::file(&path))
                .help("remove it"),
        );
    }
    true
}

/// What a link leads to, if that is none of the site's content: what is not read where it stands
/// must not be published by way of a link either.
fn forbidden_target(root: &Path, link: &Path) -> Option<&'static str> {
    let target = link.canonicalize().ok();
    let Some(inside) = target.as_ref().and_then(|target| target.strip_prefix(root).ok()) else {
        return Some("something outside the site");
    };
    if !FOLDERS.iter().any(|folder| inside.starts_with(folder)) {
        return Some("something outside `content/` and `themes/`");
    }
    let is_hidden = inside.iter().any(|part| part.as_encoded_bytes().starts_with(b"."));
    is_hidden.then_some("something hidden")
}

fn source_path(relative: &Path) -> Option<SourcePath> {
    let parts: Option<Vec<&str>> = relative.iter().map(|part| part.to_str()).collect();
    SourcePath::new(&parts?.join("/"))
}

fn unreadable_entry(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let relative = error.path().and_then(|path| path.strip_prefix(root).ok());
    let path = relative.and_then(source_path);
    let name = relative.unwrap_or(root).display();
    let diagnostic = if error.loop_ancestor().is_some() {
        Diagnostic::new(
            Code::LinkLeavesSite,
            format!("`{name}` is a link to a folder that holds it"),
        )
        .help("remove the link")
    } else {
        let reason = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
        Diagnostic::new(Code::Unreadable, format!("`{name}` cannot be read: {reason}"))
    };
    match path {
        Some(path) => diagnostic.at(Place::file(&path)),
        None => diagnostic,
    }
}

fn read_file(path: &SourcePath, disk_path: &Path) -> Result<Source, Diagnostic> {
    let unreadable = |error: io::Error| {
        Diagnostic::new(Code::Unreadable, format!("`{path}` cannot be read: {error}"))
            .at(Place::file(path))
    };
    let is_text = path.strip_folder("content/files").is_none()
        && path.extension().is_some_and(|extension| TEXT.contains(&extension));
    if is_text {
        let bytes = std::fs::read(disk_path).map_err(unreadable)?;
        decode_text(path, bytes).map(Source::Text)
    } else {
        let size = std::fs::metadata(disk_path).map_err(unreadable)?.len();
        Ok(Source::Opaque { size })
    }
}
