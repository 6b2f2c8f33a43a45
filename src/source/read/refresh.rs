//! Reads again what has changed in a site's folder, and only that.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::walk::{is_dropping, source_path};
use super::{FOLDERS, ReadError, read, read_places};
use crate::source::Sources;
use crate::values::SourcePath;

/// Beyond so many paths it is as fast to read everything.
const MANY: usize = 1_000;

impl Sources {
    /// Reads again what lies at some paths on the disk and below them, files or folders, whatever
    /// has become of them: afterwards the sources are what [`read()`] gives, if nothing has changed
    /// elsewhere. Gives the paths of what is new, different or gone; the odd bytes of a name that
    /// is not UTF-8 are replaced in it.
    ///
    /// Where it cannot be sure what a path concerns it reads everything: so the site's own folder
    /// among the paths stands for everything.
    pub fn refresh(
        &mut self,
        root: &Path,
        paths: &[PathBuf],
    ) -> Result<Vec<SourcePath>, ReadError> {
        if let Some((places, newer)) = self.read_again(root, paths) {
            let mut older = Self::default();
            for place in &places {
                older.put(self.take(place));
            }
            let differences = older.differences(&newer);
            self.put(newer);
            return Ok(differences);
        }
        let newer = read(root)?;
        let differences = self.differences(&newer);
        *self = newer;
        Ok(differences)
    }

    /// Reads the places that some paths concern; nothing, if those are not all.
    fn read_again(&self, root: &Path, paths: &[PathBuf]) -> Option<(Vec<PathBuf>, Self)> {
        if self.entangled || paths.len() > MANY {
            return None;
        }
        let canonical = root.canonicalize().ok()?;
        let mut places = Vec::new();
        for path in paths {
            let inside = path.strip_prefix(&canonical).or_else(|_| path.strip_prefix(root));
            places.extend(place_of(&canonical, inside.ok()?).ok()?);
        }
        places.sort_unstable();
        // A folder comes before what is in it.
        places.dedup_by(|later, earlier| later.starts_with(earlier));
        if self.has_another_case(&places) {
            return None;
        }
        let newer = read_places(&canonical, &places);
        (!newer.entangled).then_some((places, newer))
    }

    /// Whether what is new at some places has the name of something known but for capital letters:
    /// on a disk that does not heed case it is the same file, renamed, and no longer has the name
    /// that is known.
    fn has_another_case(&self, places: &[PathBuf]) -> bool {
        let mut new: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for path in places.iter().filter_map(|place| source_path(place)) {
            let is_known =
                self.files.contains_key(&path) || self.below(path.as_str()).next().is_some();
            if let (false, Some((folder, name))) = (is_known, path.as_str().rsplit_once('/'))
                && !new.entry(folder.to_owned()).or_default().insert(name.to_lowercase())
            {
                return true;
            }
        }
        new.iter().any(|(folder, names)| {
            self.below(folder).any(|(path, _)| {
                let inside = path.strip_folder(folder).unwrap_or_default();
                let name = inside.split('/').next().unwrap_or_default();
                names.contains(&name.to_lowercase())
            })
        })
    }
}

/// More than a path may have to be read because of it.
struct Unsure;

/// The place to read because of a path in the site's folder: the path itself, or the first thing
/// on the way to it that is no folder (any more). Nothing, if nobody reads it.
fn place_of(root: &Path, inside: &Path) -> Result<Option<PathBuf>, Unsure> {
    let mut parts = inside.components();
    let top = parts.next().ok_or(Unsure)?.as_os_str();
    let is_read = FOLDERS.iter().any(|folder| top == *folder);
    let is_folder = |metadata: std::fs::Metadata| metadata.is_dir();
    if !is_read || !root.join(top).symlink_metadata().is_ok_and(is_folder) {
        return Err(Unsure);
    }
    let mut place = PathBuf::from(top);
    let mut disk_path = root.join(top);
    for part in parts {
        let Component::Normal(name) = part else { return Err(Unsure) };
        if is_dropping(name) {
            return Ok(None);
        }
        place.push(name);
        disk_path.push(name);
        match disk_path.symlink_metadata() {
            Ok(metadata) if metadata.is_symlink() => return Err(Unsure),
            // A disk that does not heed case finds a file by a name that is not its own.
            Ok(_) if !is_spelled_so(&disk_path) => return Err(Unsure),
            Ok(metadata) if metadata.is_dir() && name.to_str().is_some() => {}
            Ok(_) => return Ok(Some(place)),
            Err(error) if is_gone(error.kind()) => return Ok(Some(place)),
            Err(_) => return Err(Unsure),
        }
    }
    // Of the folders themselves anything may have changed.
    if place.as_os_str() == top { Err(Unsure) } else { Ok(Some(place)) }
}

fn is_spelled_so(path: &Path) -> bool {
    cfg!(target_os = "linux") || path.canonicalize().is_ok_and(|real| real == path)
}

fn is_gone(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}
