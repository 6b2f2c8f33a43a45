//! The one walk through a site's folder, so that whoever reads it looks at the same files.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::SourcePath;

/// The folders of a site that are read.
pub(crate) const FOLDERS: [&str; 2] = ["content", "themes"];

/// Files that file managers leave behind.
const DROPPINGS: [&str; 3] = ["Thumbs.db", "desktop.ini", "Icon\r"];

/// Something that the walk has come to.
pub(super) struct Seen {
    /// Where it is in the site's folder.
    pub(super) place: PathBuf,
    /// What it is, unless it cannot be looked at.
    pub(super) entry: Option<DirEntry>,
    /// The file to read, if it is one.
    pub(super) file: Option<SourcePath>,
    /// What is wrong with it.
    pub(super) problem: Option<Diagnostic>,
    /// Whether what is read here may depend on another place.
    pub(super) entangled: bool,
}

/// The folders to read that are there.
pub(super) fn tops(root: &Path) -> Vec<PathBuf> {
    let there = FOLDERS.into_iter().filter(|folder| root.join(folder).is_dir());
    there.map(PathBuf::from).collect()
}

/// Goes through what is at a place in a site's folder and below it, in the order of names. What is
/// not there is passed over. `root` has no link in it.
pub(super) fn walk(root: &Path, place: &Path, mut visit: impl FnMut(Seen)) {
    let walk = WalkDir::new(root.join(place)).follow_links(true).sort_by_file_name();
    let mut walk = walk
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_dropping(entry.file_name()));
    while let Some(entry) = walk.next() {
        match entry {
            Ok(entry) => {
                let is_folder = entry.file_type().is_dir();
                let (seen, is_open) = look_at(root, entry);
                visit(seen);
                if is_folder && !is_open {
                    walk.skip_current_dir();
                }
            }
            Err(error) => {
                let place = error.path().and_then(|path| path.strip_prefix(root).ok());
                let place = place.unwrap_or(Path::new("")).to_owned();
                // Emacs locks a file with a hidden link to nothing.
                let is_passed_over = !place.as_os_str().is_empty() && !is_looked_at(&place);
                if !is_passed_over && !has_gone(&error) {
                    let problem = Some(unreadable_entry(root, &error));
                    visit(Seen { place, entry: None, file: None, problem, entangled: true });
                }
            }
        }
    }
}

/// Whether a path in a site's folder is below the folders that are read, and nothing on the way to
/// it is passed over.
pub(crate) fn is_looked_at(place: &Path) -> bool {
    let mut parts = place.components();
    let top = parts.next().and_then(|part| part.as_os_str().to_str());
    top.is_some_and(|top| FOLDERS.contains(&top))
        && parts.all(|part| matches!(part, Component::Normal(name) if !is_dropping(name)))
}

/// The path of a file in the site's folder, if its name is UTF-8.
pub(in crate::source) fn source_path(place: &Path) -> Option<SourcePath> {
    let parts: Option<Vec<&str>> = place.iter().map(|part| part.to_str()).collect();
    SourcePath::new(&parts?.join("/"))
}

/// Hidden files, editors' backups and file managers' leavings are nobody's content.
pub(super) fn is_dropping(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with("~$")
        || (name.starts_with('#') && name.ends_with('#'))
        || DROPPINGS.contains(&&*name)
}

/// Judges an entry. Tells also whether what is in it, if it is a folder, may be read.
fn look_at(root: &Path, entry: DirEntry) -> (Seen, bool) {
    let place = entry.path().strip_prefix(root).expect("the walk began in the root").to_owned();
    let entangled = entry.path_is_symlink();
    let kind = entry.file_type();
    let (mut file, mut problem, mut is_open) = (None, None, false);
    match source_path(&place) {
        None => problem = Some(not_utf8(&place)),
        Some(path) => {
            let target = entangled.then(|| forbidden_target(root, entry.path())).flatten();
            is_open = target.is_none();
            if let Some(target) = target {
                problem = Some(leaves_site(&path, target));
            } else if kind.is_file() {
                file = Some(path);
            } else if kind.is_dir() {
                let like_a_file = matches!(path.extension(), Some("md" | "yaml"));
                problem = like_a_file.then(|| named_like_a_file(&path));
            } else {
                problem = Some(not_ordinary(&path));
            }
        }
    }
    (Seen { place, entry: Some(entry), file, problem, entangled }, is_open)
}

/// Whether something was taken away while the walk came to it. A link to nothing is still there.
fn has_gone(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == ErrorKind::NotFound)
        && error.path().is_some_and(|path| !path.is_symlink())
}

fn not_utf8(place: &Path) -> Diagnostic {
    let lossy = place.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    Diagnostic::new(Code::BadId, format!("the name of `{lossy}` is not UTF-8"))
        .help("rename it, with letters a to z, digits and hyphens")
}

fn leaves_site(path: &SourcePath, target: &str) -> Diagnostic {
    Diagnostic::new(Code::LinkLeavesSite, format!("`{path}` is a link to {target}"))
        .at(Place::file(path))
        .help("copy the file here instead of linking to it")
}

fn named_like_a_file(path: &SourcePath) -> Diagnostic {
    Diagnostic::new(Code::NotAFile, format!("`{path}` is a folder, but is named like a file"))
        .at(Place::file(path))
        .help("rename the folder, or move its files up and remove it")
}

fn not_ordinary(path: &SourcePath) -> Diagnostic {
    Diagnostic::new(Code::NotAFile, format!("`{path}` is not an ordinary file"))
        .at(Place::file(path))
        .help("remove it")
}

/// What a link leads to, if that is none of the site's content: what is not read where it stands
/// must not be published by way of a link either.
pub(super) fn forbidden_target(root: &Path, link: &Path) -> Option<&'static str> {
    let target = link.canonicalize().ok();
    let Some(inside) = target.as_ref().and_then(|target| target.strip_prefix(root).ok()) else {
        return Some("something outside the site");
    };
    if !FOLDERS.iter().any(|folder| inside.starts_with(folder)) {
        return Some("something outside `content/` and `themes/`");
    }
    inside.iter().any(is_dropping).then_some("something hidden, or left behind by a program")
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
