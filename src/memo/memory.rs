//! What was made before.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Archive, Fingerprint};

type Value = Arc<dyn Any + Send + Sync>;

/// What was made before.
#[derive(Default)]
pub struct Memory {
    /// Nothing, if this memory remembers nothing.
    known: Option<Mutex<Known>>,
    /// What outlives the program, if anything does.
    archive: Option<Archive>,
}

#[derive(Default)]
struct Known {
    /// Results of which there are many of a kind.
    many: HashMap<(TypeId, Fingerprint), Remembered>,
    /// Results of which only the newest can be of use, by their names.
    newest: HashMap<(TypeId, String), (Fingerprint, Remembered)>,
}

struct Remembered {
    value: Value,
    /// Whether it was of use in this round.
    is_of_use: bool,
    /// Whether it was in the last round that came to its end.
    was_of_use: bool,
}

impl Remembered {
    fn new(value: Value) -> Self {
        Self { value, is_of_use: true, was_of_use: false }
    }

    fn recall<V: Any + Send + Sync>(&mut self) -> Arc<V> {
        self.is_of_use = true;
        Arc::clone(&self.value).downcast().expect("the type is part of the key")
    }

    /// Ends a round; tells whether it is still to be remembered.
    fn outlives(&mut self, whole: bool) -> bool {
        if whole {
            self.was_of_use = self.is_of_use;
        }
        std::mem::take(&mut self.is_of_use) || self.was_of_use
    }
}

impl Memory {
    /// A memory that remembers nothing.
    #[must_use]
    pub fn none() -> Self {
        Self { known: None, archive: None }
    }

    /// A memory that is still empty.
    #[must_use]
    pub fn new() -> Self {
        Self { known: Some(Mutex::default()), archive: None }
    }

    /// The same with an archive, if there is one.
    #[must_use]
    pub fn with_archive(self, archive: Option<Archive>) -> Self {
        Self { archive, ..self }
    }

    /// Whether it remembers anything for as long as the program runs.
    #[must_use]
    pub fn remembers(&self) -> bool {
        self.known.is_some()
    }

    /// What outlives the program, if anything does.
    #[must_use]
    pub fn archive(&self) -> Option<&Archive> {
        self.archive.as_ref()
    }

    /// Lets go of the archive: from now on this memory is all there is.
    pub fn leave_archive(&mut self) {
        self.archive = None;
    }

    /// The result for a fingerprint of everything that it is made from, made only if it is not
    /// known. Results of different types do not get into each other's way.
    pub fn recall<V: Any + Send + Sync>(
        &self,
        key: impl FnOnce() -> Fingerprint,
        make: impl FnOnce() -> V,
    ) -> Arc<V> {
        let Some(known) = &self.known else { return Arc::new(make()) };
        let key = (TypeId::of::<V>(), key());
        if let Some(remembered) = lock(known).many.get_mut(&key) {
            return remembered.recall();
        }
        // Made without holding the lock: two threads may make the same, which is the same.
        let value = Arc::new(make());
        let remembered = Remembered::new(Arc::clone(&value) as Value);
        lock(known).many.insert(key, remembered);
        value
    }

    /// The same for a result that outlives the program, if anything does. Of what went wrong only
    /// this memory knows.
    pub fn recall_kept<V, E>(
        &self,
        kind: &str,
        key: Fingerprint,
        make: impl FnOnce() -> Result<V, E>,
    ) -> Arc<Result<V, E>>
    where
        V: Any + Send + Sync + Serialize + DeserializeOwned,
        E: Any + Send + Sync,
    {
        self.recall(|| key, || self.kept(kind, key, make))
    }

    /// A result from the archive, or made and put there; what went wrong is not kept.
    fn kept<V: Serialize + DeserializeOwned, E>(
        &self,
        kind: &str,
        key: Fingerprint,
        make: impl FnOnce() -> Result<V, E>,
    ) -> Result<V, E> {
        let Some(archive) = &self.archive else { return make() };
        if let Some(kept) = archive.get(kind, key) {
            return Ok(kept);
        }
        let made = make()?;
        archive.put(kind, key, &made);
        Ok(made)
    }

    /// The same for a result of which only the newest is kept, under its name.
    pub fn newest<V: Any + Send + Sync>(
        &self,
        name: &str,
        key: impl FnOnce() -> Fingerprint,
        make: impl FnOnce() -> V,
    ) -> Arc<V> {
        let Some(known) = &self.known else { return Arc::new(make()) };
        let (slot, key) = ((TypeId::of::<V>(), name.to_owned()), key());
        if let Some((of, remembered)) = lock(known).newest.get_mut(&slot)
            && *of == key
        {
            return remembered.recall();
        }
        // What nobody will ask for again makes room while its successor is made, and nobody waits:
        // to let go of many small things takes as long as to make them.
        let older = lock(known).newest.remove(&slot);
        rayon::spawn(move || drop(older));
        let value = Arc::new(make());
        let remembered = Remembered::new(Arc::clone(&value) as Value);
        lock(known).newest.insert(slot, (key, remembered));
        value
    }

    /// The same for a result that outlives the program, if anything does.
    pub fn newest_kept<V: Any + Send + Sync + Serialize + DeserializeOwned>(
        &self,
        name: &str,
        key: impl FnOnce() -> Fingerprint,
        make: impl FnOnce() -> V,
    ) -> Arc<V> {
        let key = self.fingerprint(key);
        let make = || -> Result<V, Infallible> { Ok(make()) };
        let kept = || {
            let Ok(value) = self.kept(name, key, make);
            value
        };
        self.newest(name, || key, kept)
    }

    /// A fingerprint, if there is a memory that needs it.
    pub fn fingerprint(&self, fingerprint: impl FnOnce() -> Fingerprint) -> Fingerprint {
        let is_of_use = self.known.is_some() || self.archive.is_some();
        if is_of_use { fingerprint() } else { Fingerprint::default() }
    }

    /// Ends a round of building and forgets what was of use neither in it nor in the last whole
    /// one. A round is whole when it came to its end, so that everything of use was used.
    pub fn end_round(&mut self, whole: bool) {
        let Some(known) = &mut self.known else { return };
        let known = known.get_mut().unwrap_or_else(PoisonError::into_inner);
        known.many.retain(|_, remembered| remembered.outlives(whole));
        known.newest.retain(|_, (_, remembered)| remembered.outlives(whole));
    }

    /// How many results are remembered.
    #[must_use]
    pub fn len(&self) -> usize {
        let Some(known) = &self.known else { return 0 };
        let known = lock(known);
        known.many.len() + known.newest.len()
    }

    /// Whether nothing is remembered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn lock(known: &Mutex<Known>) -> MutexGuard<'_, Known> {
    known.lock().unwrap_or_else(PoisonError::into_inner)
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory").field("len", &self.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn key(number: u8) -> Fingerprint {
        Fingerprint::of(&number)
    }

    #[test]
    fn what_was_made_is_not_made_again() {
        let (memory, made) = (Memory::new(), Cell::new(0));
        let recall = |number| {
            *memory.recall(
                || key(number),
                || {
                    made.set(made.get() + 1);
                    u32::from(number) * 2
                },
            )
        };
        assert_eq!([recall(1), recall(2), recall(1)], [2, 4, 2]);
        assert_eq!(made.get(), 2);
    }

    #[test]
    fn a_memory_that_is_none_remembers_nothing_and_takes_no_fingerprint() {
        let memory = Memory::none();
        for number in 0..2 {
            let value = memory.recall(|| unreachable!("nobody asks"), || number);
            assert_eq!(*value, number);
        }
        assert!(memory.is_empty());
    }

    #[test]
    fn types_do_not_get_into_each_others_way() {
        let memory = Memory::new();
        assert_eq!(*memory.recall(|| key(1), || 1u8), 1);
        assert_eq!(*memory.recall(|| key(1), || "one"), "one");
    }

    #[test]
    fn only_the_newest_of_a_name_is_kept() {
        let memory = Memory::new();
        assert_eq!(*memory.newest("site", || key(1), || 1), 1);
        assert_eq!(*memory.newest("site", || key(1), || 2), 1);
        assert_eq!(*memory.newest("site", || key(2), || 3), 3);
        assert_eq!(memory.len(), 1);
    }

    #[test]
    fn what_is_of_no_use_is_forgotten_after_a_whole_round() {
        let mut memory = Memory::new();
        memory.recall(|| key(1), || 'a');
        memory.recall(|| key(2), || 'b');
        memory.end_round(true);
        memory.recall(|| key(1), || 'a');
        // This round was broken off: what it did not come to may still be of use.
        memory.end_round(false);
        assert_eq!(memory.len(), 2);
        memory.recall(|| key(1), || 'a');
        memory.end_round(true);
        assert_eq!(memory.len(), 1);
    }

    #[test]
    fn what_the_last_whole_round_needed_outlives_all_that_are_broken_off() {
        let mut memory = Memory::new();
        memory.recall(|| key(1), || 'a');
        memory.newest("site", || key(1), || 'a');
        memory.end_round(true);
        // A mistake is found late, then one is found early, then another.
        memory.recall(|| key(1), || 'b');
        for _ in 0..3 {
            memory.end_round(false);
        }
        assert_eq!(*memory.recall(|| key(1), || 'b'), 'a');
        assert_eq!(*memory.newest("site", || key(1), || 'b'), 'a');
    }

    #[test]
    fn rounds_that_are_broken_off_leave_nothing_behind() {
        let mut memory = Memory::new();
        memory.recall(|| key(1), || 'a');
        memory.end_round(true);
        for number in 2..100 {
            memory.recall(|| key(number), || 'b');
            memory.end_round(false);
        }
        assert_eq!(*memory.recall(|| key(1), || -> char { unreachable!("it is remembered") }), 'a');
        assert!(memory.len() <= 2, "{memory:?}");
    }
}
