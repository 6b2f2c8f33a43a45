//! Tells two states of a file apart without reading it.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::walk::{Seen, tops, walk};

/// A file may change twice while a disk's clock stands still: of one that has changed less than so many
/// nanoseconds ago, the stamp is not to be relied on.
const YOUNG: i128 = 3_000_000_000;

/// What the disk knows of a file's state. The default is the stamp of what is on no disk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Stamp {
    size: u64,
    /// Nanoseconds since 1970, as are those below. A file can be replaced by one that is older.
    modified: i128,
    /// When name, rights or content were last changed, where the system knows.
    changed: i128,
    inode: u64,
}

impl Stamp {
    /// The file's size in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The stamp of a file.
    pub(super) fn of(metadata: &Metadata) -> Self {
        let stamp = Self { size: metadata.len(), ..Self::of_system(metadata) };
        // The times of a folder tell of files that nobody reads, such as editors' backups.
        if metadata.is_dir() { Self { inode: stamp.inode, ..Self::default() } } else { stamp }
    }

    #[cfg(unix)]
    fn of_system(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let nanoseconds =
            |seconds: i64, rest: i64| i128::from(seconds) * 1_000_000_000 + i128::from(rest);
        Self {
            size: 0,
            modified: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
        }
    }

    #[cfg(not(unix))]
    fn of_system(metadata: &Metadata) -> Self {
        let since = metadata.modified().ok().and_then(|time| {
            time.duration_since(std::time::UNIX_EPOCH).ok().map(|time| time.as_nanos())
        });
        let modified = since.and_then(|since| i128::try_from(since).ok()).unwrap_or_default();
        Self { modified, ..Self::default() }
    }

    /// Whether a file that changes from now on has another stamp. One whose date lies in the future
    /// counts as settled: it would never be.
    #[must_use]
    pub fn is_settled(&self, now: SystemTime) -> bool {
        let now = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
        let age = i128::try_from(now).ok().and_then(|now| now.checked_sub(self.modified));
        age.is_none_or(|age| !(0..YOUNG).contains(&age))
    }

    /// The stamp of what cannot be looked at.
    const UNREADABLE: Self = Self { size: u64::MAX, modified: 0, changed: 0, inode: 0 };
}

/// The stamps of all files and folders that reading the site would look at, by their paths on the
/// disk.
#[must_use]
pub fn stamps(root: &Path) -> BTreeMap<PathBuf, Stamp> {
    let Ok(root) = root.canonicalize() else { return BTreeMap::new() };
    let mut stamps = Vec::new();
    for top in tops(&root) {
        walk(&root, &top, |seen| stamps.push((root.join(&seen.place), stamp(&seen))));
    }
    stamps.into_iter().collect()
}

fn stamp(seen: &Seen) -> Stamp {
    let Some(entry) = &seen.entry else { return Stamp::UNREADABLE };
    let metadata = if seen.problem.is_some() {
        // A link out of the site is not followed.
        entry.path().symlink_metadata().ok()
    } else {
        entry.metadata().ok()
    };
    metadata.map_or(Stamp::UNREADABLE, |metadata| Stamp::of(&metadata))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn whatever_the_date_of_a_file_its_stamp_is_doubtful_for_a_moment_only() {
        let now = UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let is_settled = |age: i128| {
            let modified = 1_700_000_000_000_000_000 - age;
            Stamp { modified, ..Stamp::default() }.is_settled(now)
        };
        assert!(!is_settled(0) && !is_settled(YOUNG / 2));
        assert!(is_settled(YOUNG) && is_settled(-YOUNG));
        // Disks may tell of absurd dates.
        assert!(
            [i128::MIN, i128::MAX]
                .into_iter()
                .all(|modified| { Stamp { modified, ..Stamp::default() }.is_settled(now) })
        );
    }
}
