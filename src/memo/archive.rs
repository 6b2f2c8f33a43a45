//! Results as bytes, which outlive the program: what one run adds is there in the next.
//!
//! An archive knows no disk: it packs and unpacks, and somebody else keeps the bytes. What cannot be
//! read is as good as not there.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Fingerprint;

/// Keeps bytes from one run to the next, and fails at nothing: what it has lost, it does not find.
pub trait Keeper: Send + Sync {
    /// The bytes that an earlier run has added, if they are whole.
    fn find(&self, key: Fingerprint) -> Option<Vec<u8>>;

    /// Whether it takes anything for the next run.
    fn takes(&self) -> bool;

    /// Adds bytes for the next run.
    fn add(&self, key: Fingerprint, bytes: &[u8]);
}

/// Results of earlier runs, and of this one for the next.
#[derive(Clone)]
pub struct Archive(Arc<dyn Keeper>);

impl Archive {
    /// The archive whose bytes somebody keeps.
    #[must_use]
    pub fn kept_by(keeper: Arc<dyn Keeper>) -> Self {
        Self(keeper)
    }

    /// The result of a kind for a fingerprint of everything that it is made from, if it is here.
    pub fn get<V: DeserializeOwned>(&self, kind: &str, key: Fingerprint) -> Option<V> {
        let packed = self.0.find(name(kind, key))?;
        postcard::from_bytes(&unpacked(&packed)?).ok()
    }

    /// Adds a result. One that cannot be written down is not kept.
    pub fn put<V: Serialize>(&self, kind: &str, key: Fingerprint, value: &V) {
        if !self.0.takes() {
            return;
        }
        let Ok(bytes) = postcard::to_allocvec(value) else { return };
        PACKED.with_borrow_mut(|packed| {
            if let Some(packed) = pack(&bytes, packed) {
                self.0.add(name(kind, key), packed);
            }
        });
    }
}

thread_local! {
    /// Room for packed bytes, which is always large enough after some results.
    static PACKED: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Packs bytes, with their number in front; nothing, if there are too many to be numbered.
fn pack<'a>(bytes: &[u8], room: &'a mut Vec<u8>) -> Option<&'a [u8]> {
    let size = u32::try_from(bytes.len()).ok()?.to_le_bytes();
    let most = size.len() + lz4_flex::block::get_maximum_output_size(bytes.len());
    if room.len() < most {
        room.resize(most, 0);
    }
    room[..size.len()].copy_from_slice(&size);
    let packed = lz4_flex::compress_into(bytes, &mut room[size.len()..]).ok()?;
    Some(&room[..size.len() + packed])
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

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::sync::Mutex;

    use super::*;

    #[derive(Default)]
    struct InMemory(Mutex<HashMap<Fingerprint, Vec<u8>>>);

    impl Keeper for InMemory {
        fn find(&self, key: Fingerprint) -> Option<Vec<u8>> {
            self.0.lock().unwrap().get(&key).cloned()
        }

        fn takes(&self) -> bool {
            true
        }

        fn add(&self, key: Fingerprint, bytes: &[u8]) {
            self.0.lock().unwrap().insert(key, bytes.to_owned());
        }
    }

    #[test]
    fn what_was_put_there_is_found_by_its_kind_and_key() {
        let archive = Archive::kept_by(Arc::new(InMemory::default()));
        let key = Fingerprint::of(&1);
        archive.put("text", key, &("words ".repeat(100), 7));
        assert_eq!(archive.get("text", key), Some(("words ".repeat(100), 7)));
        assert_eq!(archive.get::<(String, i32)>("text", Fingerprint::of(&2)), None);
        assert_eq!(archive.get::<(String, i32)>("name", key), None);
    }

    #[test]
    fn bytes_that_nobody_has_packed_are_nothing() {
        let keeper = Arc::new(InMemory::default());
        let archive = Archive::kept_by(Arc::clone(&keeper) as Arc<dyn Keeper>);
        let key = Fingerprint::of(&1);
        for bytes in [&b""[..], b"abc", b"\xff\xff\xff\xffabc", b"\x02\0\0\0\x20ab"] {
            keeper.add(name("text", key), bytes);
            assert_eq!(archive.get::<String>("text", key), None, "{bytes:?}");
        }
    }
}
