//! The only reader of a site's files.

mod copy;
#[cfg(test)]
mod laws;
mod refresh;
mod stamp;
mod state;
mod walk;

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::text::{MAX_BYTES, Text, decode_text, too_large};
use super::{Source, Sources};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::picture::{Nature, look};
use crate::values::SourcePath;

pub use copy::open_copy;
pub use stamp::{Stamp, stamps};
pub(super) use walk::source_path;
pub(crate) use walk::{FOLDERS, is_looked_at};
use walk::{tops, walk};

/// Endings of files that are text to us; everything else is passed on as it is.
const TEXT: [&str; 11] =
    ["md", "yaml", "yml", "html", "htm", "xml", "ftl", "css", "js", "svg", "txt"];

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
    match root.canonicalize() {
        Ok(root) if root.is_dir() => Ok(read_places(&root, &tops(&root))),
        Ok(_) => Err(failed(ErrorKind::NotADirectory.into())),
        Err(error) => Err(failed(error)),
    }
}

/// Reads what is at some places in a site's folder, and below them.
fn read_places(root: &Path, places: &[PathBuf]) -> Sources {
    let mut sources = Sources::default();
    let mut files = Vec::new();
    for place in places {
        walk(root, place, |seen| {
            sources.entangled |= seen.entangled;
            if let Some(problem) = seen.problem {
                sources.problems.entry(seen.place).or_default().push(problem);
            }
            if let (Some(path), Some(entry)) = (seen.file, seen.entry) {
                files.push((path, entry.into_path()));
            }
        });
    }
    let read: Vec<_> = files
        .into_par_iter()
        .filter_map(|(path, disk_path)| {
            let source = read_file(&path, &disk_path)?;
            Some((path, source))
        })
        .collect();
    for (path, source) in read {
        sources.insert_read(path, source);
    }
    sources
}

/// Reads a text, unless it is longer than any page: then only its size is asked for.
fn read_text(disk_path: &Path, path: &SourcePath) -> io::Result<Result<Text, Diagnostic>> {
    let file = File::open(disk_path)?;
    let size = file.metadata()?.len();
    if let Some(problem) = too_large(path, size) {
        return Ok(Err(problem));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    // It may grow in the meantime; what is too much then is noticed by one byte.
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(decode_text(path, bytes))
}

/// Looks at a file that is passed on as it is: at one among the site's own, whether it is a picture.
fn look_at(disk_path: &Path, path: &SourcePath) -> io::Result<Source> {
    let metadata = std::fs::metadata(disk_path)?;
    let (size, stamp) = (metadata.len(), Stamp::of(&metadata));
    let nature = match path.strip_folder("content/files") {
        Some(name) => look(name, size, &mut BufReader::new(File::open(disk_path)?))?,
        None => Nature::Other,
    };
    Ok(Source::Opaque { size, stamp, nature })
}

/// Reads a file; gives nothing if it has gone since it was listed, as editors' temporary files do.
fn read_file(path: &SourcePath, disk_path: &Path) -> Option<Result<Source, Diagnostic>> {
    let is_text = path.strip_folder("content/files").is_none()
        && path.extension().is_some_and(|extension| TEXT.contains(&extension));
    let read = if is_text {
        read_text(disk_path, path).map(|text| text.map(Source::Text))
    } else {
        look_at(disk_path, path).map(Ok)
    };
    match read {
        Ok(source) => Some(source),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => Some(Err(Diagnostic::new(
            Code::Unreadable,
            format!("`{path}` cannot be read: {error}"),
        )
        .at(Place::file(path)))),
    }
}
