//! Many small results in one file, which a disk reads and writes much faster than as many files.
//!
//! A pack is written beside its place while the program works, and takes the place of the one before
//! at the end. Its entries stand one behind the other; behind them stands a list of them, and last
//! where that begins. Each entry, and the list, carries what stands for its bytes.
#![expect(clippy::disallowed_methods, reason = "it lies on the disk")]

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use crate::memo::{Fingerprint, Keeper};

/// The bytes at the end of a pack: where its list begins, how long it is, and what stands for it.
const END: usize = 8 + 8 + 16;

/// What earlier runs have left, and what this one adds.
pub struct Pack {
    path: PathBuf,
    /// Where the next one is written; nothing, if none is.
    unfinished: Option<PathBuf>,
    before: HashMap<Fingerprint, Entry>,
    /// How many bytes are kept of what was of no use in this run.
    room: u64,
    state: Mutex<State>,
}

struct State {
    old: Option<File>,
    /// Made when there is something to write.
    new: Option<New>,
    /// Whether it could not be made, or not be written to the end.
    has_failed: bool,
    /// What was found of the old.
    used: HashSet<Fingerprint>,
}

/// A pack that is being written.
struct New {
    file: BufWriter<File>,
    entries: HashMap<Fingerprint, Entry>,
    end: u64,
}

/// Where an entry lies.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Entry {
    start: u64,
    length: u32,
    /// Stands for its bytes.
    content: Fingerprint,
    /// For how many runs it was of no use.
    age: u8,
}

impl Pack {
    /// The pack at a path. `unfinished` is where the next one is written, if one is; of what is of no use
    /// in this run, so many bytes are kept.
    pub(super) fn open(path: PathBuf, unfinished: Option<PathBuf>, room: u64) -> Self {
        let mut old = File::open(&path).ok();
        let before = old.as_mut().and_then(|file| read_list(file).ok().flatten());
        let before = before.unwrap_or_default();
        let state = Mutex::new(State { old, new: None, has_failed: false, used: HashSet::new() });
        Self { path, unfinished, before, room, state }
    }

    /// Ends this run: if something was added, it is there for the next, with what was of use, and of
    /// the rest as much as there is room for, what was of use last before what was not for longer.
    pub fn close(&self) {
        let mut state = self.state();
        let State { old, new, used, .. } = &mut *state;
        let (Some(mut new), Some(unfinished)) = (new.take(), &self.unfinished) else { return };
        let written = self.take_over(&mut new, old.as_mut(), used);
        let written = written.and_then(|()| new.finish());
        if written.and_then(|()| fs::rename(unfinished, &self.path)).is_err() {
            let _ = fs::remove_file(unfinished);
        }
    }

    /// Takes over what is worth it of the pack before.
    fn take_over(
        &self,
        new: &mut New,
        old: Option<&mut File>,
        used: &HashSet<Fingerprint>,
    ) -> io::Result<()> {
        let Some(old) = old else { return Ok(()) };
        let age = |key: &Fingerprint, entry: &Entry| {
            if used.contains(key) { 0 } else { entry.age.saturating_add(1) }
        };
        let mut worth: Vec<(u8, Fingerprint, Entry)> = self
            .before
            .iter()
            .filter(|(key, _)| !new.entries.contains_key(*key))
            .map(|(key, entry)| (age(key, entry), *key, *entry))
            .collect();
        worth.sort_unstable_by_key(|(age, _, entry)| (*age, entry.start));
        let mut room = self.room;
        for (age, key, entry) in worth {
            if age > 0 {
                let Some(rest) = room.checked_sub(entry.length.into()) else { break };
                room = rest;
            }
            if let Some(bytes) = entry.read(old) {
                new.write(key, age, &bytes)?;
            }
        }
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keeper for Pack {
    fn find(&self, key: Fingerprint) -> Option<Vec<u8>> {
        let entry = self.before.get(&key)?;
        let mut state = self.state();
        let bytes = entry.read(state.old.as_mut()?)?;
        state.used.insert(key);
        Some(bytes)
    }

    fn takes(&self) -> bool {
        self.unfinished.is_some()
    }

    fn add(&self, key: Fingerprint, bytes: &[u8]) {
        let Some(unfinished) = &self.unfinished else { return };
        let mut state = self.state();
        let State { new, has_failed, .. } = &mut *state;
        if *has_failed {
            return;
        }
        let written = match new {
            Some(new) => new.write(key, 0, bytes),
            None => New::at(unfinished).and_then(|made| new.insert(made).write(key, 0, bytes)),
        };
        if written.is_err() {
            // Where the disk is full, nothing is kept, and what is published has the room.
            *has_failed = true;
            if new.take().is_some() {
                let _ = fs::remove_file(unfinished);
            }
        }
    }
}

impl Drop for Pack {
    fn drop(&mut self) {
        if let (Some(_), Some(unfinished)) = (self.state().new.take(), &self.unfinished) {
            let _ = fs::remove_file(unfinished);
        }
    }
}

impl New {
    fn at(path: &Path) -> io::Result<Self> {
        let file = BufWriter::new(File::create_new(path)?);
        Ok(Self { file, entries: HashMap::new(), end: 0 })
    }

    fn write(&mut self, key: Fingerprint, age: u8, bytes: &[u8]) -> io::Result<()> {
        // A result of four gigabytes is made anew each time.
        let Ok(length) = u32::try_from(bytes.len()) else { return Ok(()) };
        self.file.write_all(bytes)?;
        let content = Fingerprint::of_bytes(bytes);
        self.entries.insert(key, Entry { start: self.end, length, content, age });
        self.end += u64::from(length);
        Ok(())
    }

    /// Writes the list.
    fn finish(mut self) -> io::Result<()> {
        let mut entries: Vec<_> = self.entries.into_iter().collect();
        entries.sort_unstable_by_key(|(_, entry)| entry.start);
        let list = postcard::to_allocvec(&entries).map_err(io::Error::other)?;
        self.file.write_all(&list)?;
        self.file.write_all(&self.end.to_le_bytes())?;
        self.file.write_all(&(list.len() as u64).to_le_bytes())?;
        self.file.write_all(&Fingerprint::of_bytes(&list).as_u128().to_le_bytes())?;
        self.file.flush()
    }
}

impl Entry {
    /// Its bytes, if they are whole.
    fn read(&self, file: &mut File) -> Option<Vec<u8>> {
        let bytes = read_at(file, self.start, self.length.into()).ok()?;
        (Fingerprint::of_bytes(&bytes) == self.content).then_some(bytes)
    }
}

/// The list of a pack, if that is whole.
fn read_list(file: &mut File) -> io::Result<Option<HashMap<Fingerprint, Entry>>> {
    let size = file.metadata()?.len();
    let Some(end) = size.checked_sub(END as u64) else { return Ok(None) };
    let tail = read_at(file, end, END as u64)?;
    let (start, tail) = tail.split_at(8);
    let (length, content) = tail.split_at(8);
    let number = |bytes: &[u8]| bytes.try_into().map_or(u64::MAX, u64::from_le_bytes);
    let (start, length) = (number(start), number(length));
    if start.checked_add(length) != Some(end) {
        return Ok(None);
    }
    let list = read_at(file, start, length)?;
    if Fingerprint::of_bytes(&list).as_u128().to_le_bytes() != content {
        return Ok(None);
    }
    let entries: Option<Vec<(Fingerprint, Entry)>> = postcard::from_bytes(&list).ok();
    let is_inside = |entry: &Entry| entry.start + u64::from(entry.length) <= start;
    let entries = entries.filter(|entries| entries.iter().all(|(_, entry)| is_inside(entry)));
    Ok(entries.map(|entries| entries.into_iter().collect()))
}

fn read_at(file: &mut File, start: u64, length: u64) -> io::Result<Vec<u8>> {
    let length = usize::try_from(length).map_err(io::Error::other)?;
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = vec![0; length];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

impl fmt::Debug for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pack").field("before", &self.before.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tempfile::TempDir;

    use super::*;

    fn key(number: u8) -> Fingerprint {
        Fingerprint::of(&number)
    }

    fn open(folder: &TempDir) -> Pack {
        open_with(folder, u64::MAX)
    }

    fn open_with(folder: &TempDir, room: u64) -> Pack {
        Pack::open(folder.path().join("pack"), Some(folder.path().join("new")), room)
    }

    fn names(folder: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path()).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn what_was_added_is_found_in_the_next_run() {
        let folder = tempfile::tempdir().unwrap();
        let first = open(&folder);
        first.add(key(1), b"one");
        first.add(key(2), b"");
        assert_eq!(first.find(key(1)), None, "it is for the next run");
        first.close();
        let second = open(&folder);
        assert_eq!(second.find(key(1)).as_deref(), Some(&b"one"[..]));
        assert_eq!(second.find(key(2)).as_deref(), Some(&b""[..]));
        assert_eq!(second.find(key(3)), None);
        second.add(key(3), b"three");
        // Another run has been quicker; each has what was there when it began.
        let third = open(&folder);
        third.add(key(4), b"four");
        second.close();
        assert_eq!(third.find(key(1)).as_deref(), Some(&b"one"[..]));
        drop(third);
        let found = [1, 2, 3, 4].map(|number| open(&folder).find(key(number)).is_some());
        assert_eq!(found, [true, true, true, false]);
        assert_eq!(names(&folder), ["pack"]);
    }

    #[test]
    fn a_run_that_adds_nothing_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        open(&folder).close();
        assert!(names(&folder).is_empty());
    }

    #[test]
    fn what_lies_in_the_way_is_not_touched_and_nothing_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let pack = open(&folder);
        fs::write(folder.path().join("new"), "of another run").unwrap();
        pack.add(key(1), b"one");
        fs::remove_file(folder.path().join("new")).unwrap();
        // It is not tried again.
        pack.add(key(2), b"two");
        pack.close();
        assert!(names(&folder).is_empty());
    }

    #[test]
    fn what_is_of_no_use_goes_when_there_is_no_room_and_the_oldest_first() {
        let folder = tempfile::tempdir().unwrap();
        for number in 1..=5 {
            let pack = open_with(&folder, 200);
            // The first is of use each time.
            pack.find(key(1));
            pack.add(key(number), &[number; 100]);
            pack.close();
        }
        let pack = open(&folder);
        let is_there = |number| pack.find(key(number)).is_some();
        assert_eq!([1, 2, 3, 4, 5].map(is_there), [true, false, true, true, true]);
    }

    proptest! {
        #[test]
        fn a_damaged_pack_gives_what_was_put_there_or_nothing(
            at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in prop::option::of(any::<prop::sample::Index>()),
        ) {
            let folder = tempfile::tempdir().unwrap();
            let pack = open(&folder);
            (0..4).for_each(|number| pack.add(key(number), &[number; 40]));
            pack.close();
            let path = folder.path().join("pack");
            let mut bytes = fs::read(&path).unwrap();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let length = cut.map_or(bytes.len(), |cut| cut.index(bytes.len()));
            bytes.truncate(length);
            fs::write(&path, bytes).unwrap();
            let pack = open(&folder);
            for number in 0..4 {
                let found = pack.find(key(number));
                prop_assert!(found.is_none_or(|found| found == [number; 40]));
            }
            pack.add(key(9), b"new");
            pack.close();
            prop_assert_eq!(open(&folder).find(key(9)), Some(b"new".to_vec()));
        }
    }
}
