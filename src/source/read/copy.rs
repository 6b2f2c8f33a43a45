//! Opens a file that is published as it is.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::Stamp;
use super::walk::{forbidden_target, is_looked_at};
use crate::values::SourcePath;

/// Opens a file of a site that is published as it is: an ordinary one that still lies in the
/// folders that are read, wherever links lead by now. Gives also the stamp of its state.
pub fn open_copy(root: &Path, path: &SourcePath) -> io::Result<(File, Stamp)> {
    let refused = |what: &str| {
        Err(io::Error::new(ErrorKind::PermissionDenied, format!("`{path}` is {what}")))
    };
    let root = root.canonicalize()?;
    let place = Path::new(path.as_str());
    if !is_looked_at(place) {
        return refused("not a file of the site");
    }
    // What the path leads to is opened, not the path, which may lead elsewhere a moment later.
    let target = root.join(place).canonicalize()?;
    if let Some(elsewhere) = forbidden_target(&root, &target) {
        return refused(&format!("a link to {elsewhere}"));
    }
    // Opening a pipe would wait for somebody who writes into it.
    if !target.metadata()?.is_file() {
        return refused("not an ordinary file");
    }
    let file = File::open(target)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return refused("not an ordinary file");
    }
    Ok((file, Stamp::of(&metadata)))
}
