//! What earlier runs have made, on the disk: `.jumelage/cache/` in the site's folder. Bytes under the
//! fingerprint of what they were made from.
//!
//! An entry is a file: the fingerprint of its bytes, then the bytes. It is written beside its place
//! and renamed, so that nobody sees a part of it; one that is damaged all the same is as good as
//! none. Nothing here fails: whoever finds nothing makes it anew. So a shelf may be deleted, shared,
//! or damaged at any time, and two builds may use it at once. A folder that is only a link to one
//! elsewhere is no shelf: files that are not ours may lie there.
#![expect(
    clippy::disallowed_methods,
    reason = "it lies on the disk, and what was not of use for longest goes first"
)]

mod pack;

use std::collections::BTreeSet;
use std::fs::{self, DirEntry, File};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::memo::Fingerprint;
pub use pack::Pack;

/// Stands for the program: another one may make other results of the same.
const PROGRAM: &str = env!("JUMELAGE_PROGRAM");

/// How much the shelf holds, beside what the last build used.
const ROOM: u64 = 512 * 1024 * 1024;

/// How many bytes of the pack are kept that a run had no use for: other branches may need them.
const ROOM_IN_PACK: u64 = 64 * 1024 * 1024;

/// How long an entry is in use before its time is written down again.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The bytes before those of an entry.
const HEAD: usize = 16;

/// The names of files that are being written begin so.
const UNFINISHED: &str = ".new-";

/// What was made before.
#[derive(Debug)]
pub struct Shelf {
    /// Our hidden folder in that of the site; nothing, if nothing is to be kept.
    hidden: Option<PathBuf>,
    folder: PathBuf,
    room: u64,
    used: Mutex<BTreeSet<Fingerprint>>,
    /// Stands for this run among all that write here: in containers, processes have the same numbers.
    run: u64,
    written: AtomicUsize,
}

impl Shelf {
    /// The shelf of the site in a folder.
    #[must_use]
    pub fn of(site_root: &Path) -> Self {
        let hidden = site_root.join(".jumelage");
        Self { folder: hidden.join("cache"), hidden: Some(hidden), ..Self::none() }
    }

    /// A shelf that holds nothing, and takes nothing.
    #[must_use]
    pub fn none() -> Self {
        Self {
            hidden: None,
            folder: PathBuf::new(),
            room: ROOM,
            used: Mutex::default(),
            run: RandomState::new().hash_one(()),
            written: AtomicUsize::new(0),
        }
    }

    /// Whether anything that is put here may be found again.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.hidden.is_some()
    }

    /// The pack of this program, for many small results; nothing, where none can be kept.
    #[must_use]
    pub fn pack(&self) -> Option<Arc<Pack>> {
        if !self.is_there() {
            self.set_up().ok()?;
        }
        let key = pack_key();
        self.note_use(key);
        Some(Arc::new(Pack::open(self.path(key), Some(self.unfinished(key)), ROOM_IN_PACK)))
    }

    /// The same for who only looks into it.
    #[must_use]
    pub fn pack_to_read(&self) -> Option<Arc<Pack>> {
        self.is_there().then(|| Arc::new(Pack::open(self.path(pack_key()), None, ROOM_IN_PACK)))
    }

    /// What this program has written down under a key.
    pub fn read<V: DeserializeOwned>(&self, kind: &str, key: Fingerprint) -> Option<V> {
        postcard::from_bytes(&self.get(note_key(kind, key))?).ok()
    }

    /// Writes something down for the next run.
    pub fn write(&self, kind: &str, key: Fingerprint, value: &impl Serialize) {
        if let Ok(bytes) = postcard::to_allocvec(value) {
            self.put(note_key(kind, key), &bytes);
        }
    }

    /// The bytes of an entry, if they are whole.
    pub(crate) fn get(&self, key: Fingerprint) -> Option<Bytes> {
        if !self.is_there() {
            return None;
        }
        let bytes = Bytes::from(fs::read(self.path(key)).ok()?);
        let head: [u8; HEAD] = bytes.get(..HEAD)?.try_into().ok()?;
        let bytes = bytes.slice(HEAD..);
        if Fingerprint::of_bytes(&bytes).as_u128().to_le_bytes() != head {
            return None;
        }
        self.note_use(key);
        Some(bytes)
    }

    /// The fingerprint of the bytes of an entry, as it was when they were put there.
    pub(crate) fn fingerprint(&self, key: Fingerprint) -> Option<Fingerprint> {
        let mut head = [0; HEAD];
        File::open(self.path(key)).ok().filter(|_| self.is_there())?.read_exact(&mut head).ok()?;
        Some(Fingerprint::from_u128(u128::from_le_bytes(head)))
    }

    /// Whether there is an entry, whole or not.
    pub(crate) fn has(&self, key: Fingerprint) -> bool {
        let is_file = |path: &Path| path.symlink_metadata().is_ok_and(|it| it.is_file());
        let is_kept = self.is_there() && is_file(&self.path(key));
        if is_kept {
            self.note_use(key);
        }
        is_kept
    }

    /// Adds an entry; tells whether it is there now.
    pub(crate) fn put(&self, key: Fingerprint, bytes: &[u8]) -> bool {
        self.used().insert(key);
        self.try_put(key, bytes).is_ok()
    }

    fn try_put(&self, key: Fingerprint, bytes: &[u8]) -> io::Result<()> {
        if !self.is_there() {
            self.set_up()?;
        }
        let unfinished = self.unfinished(key);
        let head = Fingerprint::of_bytes(bytes).as_u128().to_le_bytes();
        let written = fs::write(&unfinished, [&head, bytes].concat())
            .and_then(|()| fs::rename(&unfinished, self.path(key)));
        if written.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
        written
    }

    /// Whether there is a shelf, of two folders that are no links.
    fn is_there(&self) -> bool {
        self.hidden.as_deref().is_some_and(is_folder) && is_folder(&self.folder)
    }

    /// Makes the folders, unless something is in the way.
    fn set_up(&self) -> io::Result<()> {
        let hidden = self.hidden.as_ref().ok_or(ErrorKind::Unsupported)?;
        for folder in [hidden, &self.folder] {
            unless_there(fs::create_dir(folder))?;
            if !is_folder(folder) {
                return Err(ErrorKind::AlreadyExists.into());
            }
        }
        // Nobody's history should have it.
        let ignored = File::create_new(hidden.join(".gitignore"));
        unless_there(ignored.and_then(|mut file| file.write_all(b"*\n")))
    }

    /// Removes what was of no use in this run and not for longest before, until the rest of that has
    /// room; and what [`Self::sweep`] does.
    pub(crate) fn tidy(&self) {
        let mut unused = self.sweep();
        unused.retain(|(_, key, _)| !self.used().contains(key));
        unused.sort_unstable();
        let mut total: u64 = unused.iter().map(|(_, _, size)| size).sum();
        for (_, key, size) in unused {
            if total <= self.room {
                return;
            }
            // Another build may have removed it already.
            let _ = fs::remove_file(self.path(key));
            total -= size;
        }
    }

    /// Removes what runs that were killed have left unfinished, and gives what else is there: when it
    /// was last of use, its key and its size.
    pub(crate) fn sweep(&self) -> Vec<(SystemTime, Fingerprint, u64)> {
        let entries = self.is_there().then(|| fs::read_dir(&self.folder).ok()).flatten();
        entries.into_iter().flatten().flatten().filter_map(|entry| self.look_at(&entry)).collect()
    }

    /// Looks at a file on the shelf. One that has been unfinished for a day is removed; what is not
    /// ours is left alone.
    fn look_at(&self, entry: &DirEntry) -> Option<(SystemTime, Fingerprint, u64)> {
        let name = entry.file_name();
        let name = name.to_str()?;
        let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        let time = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        if name.starts_with(UNFINISHED) {
            if is_old(time, SystemTime::now()) {
                let _ = fs::remove_file(entry.path());
            }
            return None;
        }
        let key = Fingerprint::from_u128(u128::from_str_radix(name, 16).ok()?);
        (self.path(key) == entry.path()).then_some((time, key, metadata.len()))
    }

    /// Notes that an entry was of use; on the disk at most once a day.
    fn note_use(&self, key: Fingerprint) {
        if !self.used().insert(key) {
            return;
        }
        if let Ok(file) = File::options().append(true).open(self.path(key))
            && let Ok(modified) = file.metadata().and_then(|metadata| metadata.modified())
            && is_old(modified, SystemTime::now())
        {
            let _ = file.set_modified(SystemTime::now());
        }
    }

    fn used(&self) -> MutexGuard<'_, BTreeSet<Fingerprint>> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where an entry is written before it takes its place.
    fn unfinished(&self, key: Fingerprint) -> PathBuf {
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let name = format!("{UNFINISHED}{:016x}-{number}-{:032x}", self.run, key.as_u128());
        self.folder.join(name)
    }

    fn path(&self, key: Fingerprint) -> PathBuf {
        self.folder.join(format!("{:032x}", key.as_u128()))
    }
}

fn pack_key() -> Fingerprint {
    Fingerprint::of(&("pack", PROGRAM))
}

fn note_key(kind: &str, key: Fingerprint) -> Fingerprint {
    Fingerprint::of(&("note", PROGRAM, kind, key))
}

/// Whether a path is that of a folder, and not of a link to one.
fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_dir())
}

/// The same, but that it is well if something is there already.
fn unless_there(made: io::Result<()>) -> io::Result<()> {
    match made {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

/// Whether a date is more than a day ago. No sum of dates is made, which an absurd one would break.
fn is_old(date: SystemTime, now: SystemTime) -> bool {
    now.duration_since(date).is_ok_and(|age| age > DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u8) -> Fingerprint {
        Fingerprint::of(&number)
    }

    #[test]
    fn what_was_put_there_is_found_again_and_what_is_damaged_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::of(folder.path());
        assert!(!shelf.has(key(1)) && shelf.get(key(1)).is_none());
        assert!(shelf.put(key(1), b"bytes"));
        let another = Shelf::of(folder.path());
        assert_eq!(another.get(key(1)).as_deref(), Some(&b"bytes"[..]));
        assert_eq!(fs::read_to_string(folder.path().join(".jumelage/.gitignore")).unwrap(), "*\n");
        for damaged in [&b""[..], b"short", &[7; 21]] {
            fs::write(shelf.path(key(1)), damaged).unwrap();
            assert_eq!(another.get(key(1)), None);
        }
        assert!(another.put(key(1), b"bytes") && another.get(key(1)).is_some());
    }

    #[test]
    fn what_was_not_of_use_for_longest_makes_room() {
        let folder = tempfile::tempdir().unwrap();
        let before = Shelf::of(folder.path());
        for number in 0..4 {
            assert!(before.put(key(number), &[number; 84]));
            let file = File::options().append(true).open(before.path(key(number))).unwrap();
            let age = DAY * 2 * (10 - u32::from(number));
            file.set_modified(SystemTime::now() - age).unwrap();
        }
        fs::write(before.folder.join("of-somebody"), [0; 500]).unwrap();
        let shelf = Shelf { room: 150, ..Shelf::of(folder.path()) };
        // The oldest is of use again.
        assert!(shelf.has(key(0)));
        shelf.tidy();
        let left: Vec<bool> = (0..4).map(|number| before.path(key(number)).exists()).collect();
        // What is of use takes none of the room.
        assert_eq!(left, [true, false, false, true]);
        assert!(before.folder.join("of-somebody").exists());
        // The next day knows that it was of use.
        let tomorrow = Shelf { room: 150, ..Shelf::of(folder.path()) };
        tomorrow.tidy();
        assert!(before.path(key(0)).exists() && !before.path(key(3)).exists());
    }

    #[test]
    fn what_is_unfinished_for_a_day_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::of(folder.path());
        assert!(shelf.put(key(1), b"bytes"));
        let [old, young] = [key(2), key(3)].map(|key| shelf.unfinished(key));
        for (path, age) in [(&old, DAY * 2), (&young, DAY / 2)] {
            fs::write(path, "half").unwrap();
            let file = File::options().append(true).open(path).unwrap();
            file.set_modified(SystemTime::now() - age).unwrap();
        }
        assert_eq!(Shelf::of(folder.path()).sweep().len(), 1);
        assert!(!old.exists() && young.exists() && shelf.has(key(1)));
    }

    #[test]
    fn a_shelf_that_cannot_be_written_to_is_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".jumelage"), "in the way").unwrap();
        let shelf = Shelf::of(folder.path());
        assert!(!shelf.put(key(1), b"bytes") && shelf.get(key(1)).is_none());
        shelf.tidy();
    }

    #[test]
    fn what_somebody_else_has_told_git_stays() {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join(".jumelage/.gitignore");
        fs::create_dir(folder.path().join(".jumelage")).unwrap();
        fs::write(&own, "cache\n").unwrap();
        assert!(Shelf::of(folder.path()).put(key(1), b"bytes"));
        assert_eq!(fs::read_to_string(own).unwrap(), "cache\n");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_no_shelf() {
        for link in [".jumelage", ".jumelage/cache"] {
            let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            // Whole entries lie behind the link.
            let other = Shelf::of(elsewhere.path());
            assert!(other.put(key(1), b"bytes"));
            let link = folder.path().join(link);
            fs::create_dir_all(link.parent().unwrap()).unwrap();
            let name = link.strip_prefix(folder.path()).unwrap();
            std::os::unix::fs::symlink(elsewhere.path().join(name), &link).unwrap();
            let shelf = Shelf { room: 0, ..Shelf::of(folder.path()) };
            assert!(!shelf.has(key(1)) && shelf.get(key(1)).is_none());
            assert!(!shelf.put(key(2), b"bytes"));
            shelf.tidy();
            assert!(other.has(key(1)) && !other.has(key(2)), "{}", link.display());
        }
    }

    #[test]
    fn an_absurd_date_is_not_old() {
        let now = SystemTime::UNIX_EPOCH + DAY * 20_000;
        assert!(is_old(now - DAY * 2, now) && !is_old(now, now) && !is_old(now + DAY, now));
        // Not every machine has a date that is so late.
        if let Some(last) = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(i64::MAX as u64))
        {
            assert!(!is_old(last, now));
        }
    }
}
