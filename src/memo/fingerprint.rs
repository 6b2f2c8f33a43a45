//! What stands for a value.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::io;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3Default, xxh3_128};

use super::digest;

/// Stands for a value: values with equal fingerprints are equal (128 bits of XXH3, so that chance
/// cannot make it untrue; somebody who tries could, and would deceive only their own site).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct Fingerprint(u128);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl Fingerprint {
    /// The fingerprint of some bytes.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }

    /// The fingerprint of all bytes that can be read.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub fn of_reader(mut reader: impl io::Read) -> io::Result<Self> {
        let mut hasher = Wide::default();
        io::copy(&mut reader, &mut hasher)?;
        Ok(hasher.fingerprint())
    }

    /// The fingerprint of a value, or of several in a tuple.
    ///
    /// ```
    /// use jumelage::memo::Fingerprint;
    ///
    /// assert_eq!(Fingerprint::of(&("a", 1)), Fingerprint::of(&("a", 1)));
    /// assert_ne!(Fingerprint::of(&("ab", "c")), Fingerprint::of(&("a", "bc")));
    /// ```
    #[must_use]
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut hasher = Wide::default();
        value.hash(&mut hasher);
        hasher.fingerprint()
    }

    /// The fingerprint of what a template may see.
    #[must_use]
    pub fn of_view(view: &impl Serialize) -> Self {
        Self::of_bytes(&digest::bytes_of(view).expect("a view does not refuse to be taken apart"))
    }

    /// The fingerprint of many values in their order.
    pub fn of_all(fingerprints: impl IntoIterator<Item = Self>) -> Self {
        let mut hasher = Wide::default();
        for fingerprint in fingerprints {
            fingerprint.hash(&mut hasher);
        }
        hasher.fingerprint()
    }

    /// The same as a number.
    #[must_use]
    pub fn as_u128(self) -> u128 {
        self.0
    }

    /// The fingerprint that was written down as a number.
    #[must_use]
    pub fn from_u128(number: u128) -> Self {
        Self(number)
    }
}

/// A hasher of which all 128 bits are used.
#[derive(Default)]
struct Wide(Xxh3Default);

impl Wide {
    fn fingerprint(&self) -> Fingerprint {
        Fingerprint(self.0.digest128())
    }
}

impl Hasher for Wide {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.digest()
    }
}

impl io::Write for Wide {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
