//! The output folder, and whether a site may be published there.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::error::{PublishError, Result};
use super::manifest::Manifest;

/// Where a site is published, with the names that we use beside it: all in one folder, and so
/// on one disk, where names can be swapped.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The output folder itself, which may not exist yet; never a symbolic link.
    pub(super) folder: PathBuf,
    /// The folder it lies in.
    pub(super) parent: PathBuf,
    /// Where the new site is prepared, and where the old one is after the swap.
    pub(super) staging: PathBuf,
    /// Where the old site is set aside, if folders cannot be swapped in one step.
    pub(super) retired: PathBuf,
    /// The lock file.
    pub(super) lock: PathBuf,
}

impl Target {
    /// Finds the folder that a path means, if a site may be published there.
    pub(super) fn locate(site_root: &Path, path: &Path) -> Result<Self> {
        let site_root = resolve(site_root)?;
        let folder = resolve(path)?;
        let home = std::env::home_dir().and_then(|home| home.canonicalize().ok());
        let sources = [resolve(&site_root.join("content"))?, resolve(&site_root.join("themes"))?];
        if let Some(holds) = protected(&folder, &site_root, &sources, home.as_deref()) {
            return Err(PublishError::Protected { folder, holds });
        }
        let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
            return Err(PublishError::Protected { folder, holds: "the whole disk" });
        };
        let beside = |what: &str| parent.join(sibling(name, what));
        let target = Self {
            parent: parent.to_owned(),
            staging: beside("new"),
            retired: beside("old"),
            lock: beside("lock"),
            folder,
        };
        target.must_be_ours()?;
        Ok(target)
    }

    fn must_be_ours(&self) -> Result<()> {
        let folder = &self.folder;
        let mut entries = match folder.read_dir() {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound && !folder.is_symlink() => {
                return Ok(());
            }
            Err(error)
                if matches!(error.kind(), ErrorKind::NotADirectory | ErrorKind::NotFound) =>
            {
                return Err(PublishError::NotAFolder { folder: folder.clone() });
            }
            Err(error) => return Err(PublishError::io("read", folder)(error)),
        };
        if entries.next().is_some() && Manifest::read(folder)?.is_none() {
            return Err(PublishError::NotOurs { folder: folder.clone() });
        }
        if is_mount_point(folder, &self.parent) {
            return Err(PublishError::MountPoint { folder: folder.clone() });
        }
        Ok(())
    }
}

/// Follows links as far as a path exists, and takes the rest by the letter.
fn resolve(path: &Path) -> Result<PathBuf> {
    let failed = PublishError::io("find", path);
    let absolute = match std::path::absolute(path) {
        Ok(absolute) => absolute,
        Err(error) => return Err(failed(error)),
    };
    let found = absolute.ancestors().find_map(|ancestor| {
        let real = ancestor.canonicalize().ok()?;
        let rest = absolute.strip_prefix(ancestor).ok()?;
        Some((real, rest))
    });
    let Some((mut resolved, rest)) = found else {
        return Err(failed(ErrorKind::NotFound.into()));
    };
    for part in rest.components() {
        match part {
            Component::ParentDir => drop(resolved.pop()),
            part => resolved.push(part),
        }
    }
    Ok(resolved)
}

/// What would be at risk if a folder were replaced.
fn protected(
    folder: &Path,
    site_root: &Path,
    sources: &[PathBuf],
    home: Option<&Path>,
) -> Option<&'static str> {
    if site_root.starts_with(folder) {
        return Some("the folder of the site itself");
    }
    if sources.iter().any(|source| folder.starts_with(source) || source.starts_with(folder)) {
        return Some("the sources of the site");
    }
    home.is_some_and(|home| home.starts_with(folder)).then_some("your home folder")
}

fn sibling(name: &OsStr, what: &str) -> PathBuf {
    let mut sibling = std::ffi::OsString::from(".");
    sibling.push(name);
    sibling.push(".jumelage-");
    sibling.push(what);
    sibling.into()
}

#[cfg(unix)]
fn is_mount_point(folder: &Path, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let device = |path: &Path| path.symlink_metadata().map(|metadata| metadata.dev()).ok();
    device(folder) != device(parent)
}

#[cfg(not(unix))]
fn is_mount_point(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn risk(folder: &str) -> Option<&'static str> {
        let sources = ["/home/ana/site/content".into(), "/srv/themes".into()];
        protected(
            Path::new(folder),
            Path::new("/home/ana/site"),
            &sources,
            Some(Path::new("/home/bo")),
        )
    }

    #[test]
    fn a_folder_that_is_or_holds_something_dear_is_protected() {
        let dear = ["/", "/home", "/home/ana", "/home/ana/site", "/home/ana/site/content"];
        for folder in dear.iter().chain(&["/srv/themes/x", "/srv", "/home/bo"]) {
            assert!(risk(folder).is_some(), "{folder}");
        }
        for folder in ["/home/ana/site/public", "/home/ana/site/contents", "/home/bo/www"] {
            assert_eq!(risk(folder), None, "{folder}");
        }
    }

    #[test]
    fn the_names_beside_a_folder_are_hidden_and_tell_its_name() {
        assert_eq!(sibling(OsStr::new("public"), "new"), Path::new(".public.jumelage-new"));
    }
}
