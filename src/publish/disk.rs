//! Every change that publishing makes on the disk: each function is one step, and names itself
//! and its path when it fails.
#![expect(clippy::disallowed_methods, reason = "publishing writes, and removes what it wrote")]

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::error::{PublishError, Result};

#[cfg(test)]
use super::fault;

/// Makes a folder that does not exist.
pub(super) fn create_folder(folder: &Path) -> Result<()> {
    step().and_then(|()| fs::create_dir(folder)).map_err(PublishError::io("create", folder))
}

/// Makes a folder and those it lies in, where they do not exist.
pub(super) fn create_folders(folder: &Path) -> Result<()> {
    step().and_then(|()| fs::create_dir_all(folder)).map_err(PublishError::io("create", folder))
}

/// Writes a file that does not exist.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<u64> {
    step()
        .and_then(|()| File::create_new(path)?.write_all(bytes))
        .map_err(PublishError::io("write", path))?;
    Ok(bytes.len() as u64)
}

/// Writes a file that does not exist, with the bytes of another, and tells how many.
///
/// Permissions stay behind: a picture that only its owner may read is published for all.
pub(super) fn copy(from: &Path, to: &Path) -> Result<u64> {
    let mut source = File::open(from).map_err(PublishError::io("read", from))?;
    step()
        .and_then(|()| io::copy(&mut source, &mut File::create_new(to)?))
        .map_err(PublishError::io("write", to))
}

/// Gives a file or symbolic link a second name; where the disk has no such thing, makes a copy
/// that is as old.
pub(super) fn link(from: &Path, to: &Path) -> Result<()> {
    let linked = step().and_then(|()| {
        let Err(refused) = fs::hard_link(from, to) else { return Ok(()) };
        match refused.kind() {
            ErrorKind::NotFound | ErrorKind::AlreadyExists | ErrorKind::StorageFull => Err(refused),
            _ => duplicate(from, to),
        }
    });
    linked.map_err(PublishError::io("link", to))
}

fn duplicate(from: &Path, to: &Path) -> io::Result<()> {
    let metadata = fs::symlink_metadata(from)?;
    if metadata.is_symlink() {
        return symlink(&fs::read_link(from)?, to);
    }
    let copy = File::create_new(to)?;
    io::copy(&mut File::open(from)?, &mut &copy)?;
    copy.set_modified(metadata.modified()?)?;
    copy.set_permissions(metadata.permissions())
}

#[cfg(unix)]
fn symlink(points_to: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(points_to, link)
}

#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Lets the same people into a folder as before.
pub(super) fn set_permissions(folder: &Path, permissions: &Permissions) -> Result<()> {
    step()
        .and_then(|()| fs::set_permissions(folder, permissions.clone()))
        .map_err(PublishError::io("set the permissions of", folder))
}

/// Renames a file or folder.
pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    step().and_then(|()| fs::rename(from, to)).map_err(PublishError::io("rename", from))
}

/// Swaps two folders in one step; `false` where this system or disk cannot.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(one: &Path, other: &Path) -> Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    #[cfg(test)]
    if fault::cannot_exchange() {
        return Ok(false);
    }
    step().map_err(PublishError::io("swap", other))?;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(false),
        Err(errno) => Err(PublishError::io("swap", other)(errno.into())),
    }
}

/// Swaps two folders in one step; `false` where this system or disk cannot.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(_: &Path, _: &Path) -> Result<bool> {
    Ok(false)
}

/// Removes a file or symbolic link.
pub(super) fn remove_file(path: &Path) -> Result<()> {
    step().and_then(|()| fs::remove_file(path)).map_err(PublishError::io("remove", path))
}

/// Removes a folder that has become empty.
pub(super) fn remove_folder(folder: &Path) -> Result<()> {
    step().and_then(|()| fs::remove_dir(folder)).map_err(PublishError::io("remove", folder))
}

/// Waits until a file's bytes, or a folder's names, would survive a power cut.
pub(super) fn flush(path: &Path) -> Result<()> {
    if cfg!(windows) && path.is_dir() {
        return Ok(()); // Windows keeps its folders by itself, and does not open them as files.
    }
    step()
        .and_then(|()| File::open(path)?.sync_all())
        .map_err(PublishError::io("finish writing", path))
}

/// Waits until all that is in a folder would survive a power cut.
#[cfg(target_os = "linux")]
pub(super) fn flush_tree(folder: &Path) -> Result<()> {
    // One call for the whole disk: thousands of `fsync` would take minutes.
    step()
        .and_then(|()| Ok(rustix::fs::syncfs(File::open(folder)?)?))
        .map_err(PublishError::io("finish writing", folder))
}

/// Waits until all that is in a folder would survive a power cut.
#[cfg(not(target_os = "linux"))]
pub(super) fn flush_tree(folder: &Path) -> Result<()> {
    for entry in walkdir::WalkDir::new(folder).contents_first(true) {
        let entry = entry.map_err(|error| PublishError::io("read", folder)(error.into()))?;
        if !entry.file_type().is_symlink() {
            flush(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
fn step() -> io::Result<()> {
    fault::step()
}

#[cfg(not(test))]
const fn step() -> io::Result<()> {
    Ok(())
}
