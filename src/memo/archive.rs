//! Results as bytes, which outlive the program: what is left at its end is there at the beginning of
//! the next run.
//!
//! An archive is a value, and knows no disk. Whoever keeps its bytes sees to it that they are whole
//! and of the same program; what cannot be read all the same is as good as not there.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Fingerprint;

/// How many bytes are kept of what was of no use in this run: other branches may need it.
const ROOM: usize = 64 * 1024 * 1024;

/// The bytes before those of an entry: its key, for how many runs it was of no use, and its length.
const HEAD: usize = 16 + 1 + 4;

/// Results of earlier runs, and of this one.
#[derive(Default)]
pub struct Archive {
    bytes: Bytes,
    before: HashMap<Fingerprint, Entry>,
    added: Mutex<HashMap<Fingerprint, Vec<u8>>>,
}

/// A result of an earlier run.
struct Entry {
    place: Range<usize>,
    /// For how many runs it was of no use.
    age: u8,
    is_of_use: AtomicBool,
}

impl Archive {
    /// The archive that was closed to these bytes.
    #[must_use]
    pub fn open(bytes: Bytes) -> Self {
        let mut before = HashMap::new();
        let mut at = 0;
        while let Some((key, entry)) = Entry::read(&bytes, at) {
            at = entry.place.end;
            before.insert(key, entry);
        }
        Self { bytes, before, added: Mutex::default() }
    }

    /// The result of a kind for a fingerprint of everything that it is made from, if it is here.
    pub fn get<V: DeserializeOwned>(&self, kind: &str, key: Fingerprint) -> Option<V> {
        let entry = self.before.get(&name(kind, key))?;
        let packed = self.bytes.get(entry.place.clone())?;
        let value = postcard::from_bytes(&unpacked(packed)?).ok()?;
        entry.is_of_use.store(true, Ordering::Relaxed);
        Some(value)
    }

    /// Adds a result. One that cannot be written down is not kept.
    pub fn put<V: Serialize>(&self, kind: &str, key: Fingerprint, value: &V) {
        if let Ok(bytes) = postcard::to_allocvec(value) {
            let packed = lz4_flex::compress_prepend_size(&bytes);
            let mut added = self.added.lock().unwrap_or_else(PoisonError::into_inner);
            added.insert(name(kind, key), packed);
        }
    }

    /// The bytes for the next run, if they have become others: what was of use, and of the rest as
    /// much as there is room for, what was of use last before what was not for longer.
    #[must_use]
    pub fn close(self) -> Option<Vec<u8>> {
        let added = self.added.into_inner().unwrap_or_else(PoisonError::into_inner);
        if added.is_empty() {
            return None;
        }
        let mut before: Vec<_> = self
            .before
            .into_iter()
            .filter(|(key, _)| !added.contains_key(key))
            .map(|(key, entry)| (entry.age_now(), key, entry.place))
            .collect();
        before.sort_unstable_by_key(|(age, key, _)| (*age, *key));
        let mut added: Vec<_> = added.into_iter().collect();
        added.sort_unstable();

        let mut bytes = Vec::new();
        added.iter().for_each(|(key, packed)| write(&mut bytes, *key, 0, packed));
        let mut room = ROOM;
        for (age, key, place) in before {
            let is_of_use = age == 0;
            if !is_of_use {
                let Some(rest) = room.checked_sub(place.len()) else { break };
                room = rest;
            }
            write(&mut bytes, key, age, &self.bytes[place]);
        }
        Some(bytes)
    }
}

impl Entry {
    /// The entry that begins at a place, if all of it is there.
    fn read(bytes: &[u8], at: usize) -> Option<(Fingerprint, Self)> {
        let start = at.checked_add(HEAD)?;
        let head = bytes.get(at..start)?;
        let (key, head) = head.split_first_chunk::<16>()?;
        let (age, length) = head.split_first()?;
        let length = u32::from_le_bytes(length.try_into().ok()?);
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        bytes.get(start..end)?;
        let entry = Self { place: start..end, age: *age, is_of_use: AtomicBool::new(false) };
        Some((Fingerprint::from_u128(u128::from_le_bytes(*key)), entry))
    }

    /// Its age after this run.
    fn age_now(&self) -> u8 {
        if self.is_of_use.load(Ordering::Relaxed) { 0 } else { self.age.saturating_add(1) }
    }
}

/// The bytes that were packed, if these are packed ones.
fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let (size, packed) = lz4_flex::block::uncompressed_size(packed).ok()?;
    // So much becomes of a byte, and no more: who says otherwise asks for memory in vain.
    let most = packed.len().checked_mul(255)?;
    lz4_flex::decompress(packed, Some(size).filter(|size| *size <= most)?).ok()
}

/// Results of different kinds do not get into each other's way.
fn name(kind: &str, key: Fingerprint) -> Fingerprint {
    Fingerprint::of(&(kind, key))
}

fn write(bytes: &mut Vec<u8>, key: Fingerprint, age: u8, packed: &[u8]) {
    // A result of four gigabytes is made anew each time.
    let Ok(length) = u32::try_from(packed.len()) else { return };
    bytes.extend(key.as_u128().to_le_bytes());
    bytes.push(age);
    bytes.extend(length.to_le_bytes());
    bytes.extend(packed);
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("before", &self.before.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(number: u8) -> Fingerprint {
        Fingerprint::of(&number)
    }

    fn get(archive: &Archive, number: u8) -> Option<String> {
        archive.get("text", key(number))
    }

    fn put(archive: &Archive, number: u8, text: &str) {
        archive.put("text", key(number), &text);
    }

    /// What the next run begins with.
    fn next(archive: Archive) -> Archive {
        Archive::open(archive.close().expect("something was added").into())
    }

    #[test]
    fn what_was_put_there_is_there_in_the_next_run() {
        let archive = Archive::default();
        put(&archive, 1, "one");
        put(&archive, 2, "");
        let archive = next(archive);
        assert_eq!(get(&archive, 1).as_deref(), Some("one"));
        assert_eq!(get(&archive, 2).as_deref(), Some(""));
        assert_eq!(get(&archive, 3), None);
        assert_eq!(archive.get::<String>("name", key(1)), None, "another kind of result");
        assert_eq!(archive.close(), None, "nothing is to be written");
    }

    #[test]
    fn what_is_of_no_use_goes_when_there_is_no_room_and_the_oldest_first() {
        let large = |number: u8| -> Vec<u8> {
            // Nothing that could be packed.
            let words = (0..ROOM / 48).map(|at| Fingerprint::of(&(number, at)).as_u128());
            words.flat_map(u128::to_le_bytes).collect()
        };
        let mut archive = Archive::default();
        for number in 1..=5 {
            archive.put("bytes", key(number), &large(number));
            archive = next(archive);
            // The first is of use each time.
            assert!(archive.get::<Vec<u8>>("bytes", key(1)).is_some());
        }
        put(&archive, 9, "new");
        let archive = next(archive);
        let is_there = |number| archive.get::<Vec<u8>>("bytes", key(number)).is_some();
        assert_eq!([1, 2, 3, 4, 5].map(is_there), [true, false, false, true, true]);
    }

    proptest! {
        #[test]
        fn bytes_that_are_no_archive_do_no_harm(
            at in any::<prop::sample::Index>(), byte in any::<u8>(), length in any::<prop::sample::Index>(),
        ) {
            let archive = Archive::default();
            (0..4).for_each(|number| put(&archive, number, &"text ".repeat(usize::from(number))));
            let mut bytes = archive.close().expect("something was added");
            let (at, length) = (at.index(bytes.len()), length.index(bytes.len()));
            bytes[at] = byte;
            bytes.truncate(length);
            let archive = Archive::open(bytes.into());
            for number in 0..4 {
                let _ = get(&archive, number);
            }
            put(&archive, 9, "new");
            let archive = next(archive);
            prop_assert_eq!(get(&archive, 9), Some("new".to_owned()));
        }
    }
}
