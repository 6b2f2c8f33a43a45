//! One build at a time for each output folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::disk;
use super::error::{PublishError, Result};
use super::target::Target;

/// How often a lock is tried for that vanishes while it is taken.
const MAX_TRIES: usize = 100;

/// The right to publish to a folder, until it is dropped.
///
/// The system itself takes the lock from a process that dies, so that a lock file which a killed
/// build left behind keeps nobody out.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _held: File,
}

impl Lock {
    /// Takes the lock, or says who holds it.
    pub(super) fn take(target: &Target) -> Result<Self> {
        let path = &target.lock;
        disk::create_folders(&target.parent)?;
        for _ in 0..MAX_TRIES {
            let mut file = open(path).map_err(PublishError::io("create", path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(PublishError::Busy {
                        folder: target.folder.clone(),
                        pid: holder(&mut file),
                    });
                }
                Err(TryLockError::Error(error)) => {
                    return Err(PublishError::io("lock", path)(error));
                }
            }
            // The holder before us may have removed the file between our opening and locking it;
            // then our lock is on a file without a name, and the next build would get its own.
            if is_at(&file, path) {
                sign(&mut file).map_err(PublishError::io("write", path))?;
                return Ok(Self { path: path.clone(), _held: file });
            }
        }
        Err(PublishError::io("lock", path)(io::Error::other("it is removed again and again")))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The file goes while the lock is held, so that it is never another's. If it stays, the
        // next build takes it over.
        let _ = disk::remove_file(&self.path);
    }
}

/// Opens the lock file. A link is not followed: it would have us write into a file of somebody's.
fn open(path: &Path) -> io::Result<File> {
    if path.symlink_metadata().is_ok_and(|metadata| !metadata.is_file()) {
        return Err(io::Error::other("it is not an ordinary file; remove it"));
    }
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    writeln!(file, "{}", std::process::id())
}

fn holder(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let (Ok(ours), Ok(there)) = (file.metadata(), path.symlink_metadata()) else { return false };
    (ours.dev(), ours.ino()) == (there.dev(), there.ino())
}

/// Elsewhere a file that is open cannot lose its name.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
