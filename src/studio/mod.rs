//! Makes the pictures that an output promises, and keeps them on a shelf from one build to the next.
//!
//! A picture's bytes depend on its original and its recipe alone, so the shelf never changes what
//! is published. Who cannot write to it makes the pictures all the same.

mod identity;

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use rayon::prelude::*;

use crate::memo::Fingerprint;
use crate::output::{Contents, Drawing, Output};
use crate::picture::{Card, MADE_WITH, MAX_BYTES, Recipe, Spoilt, develop};
use crate::shelf::Shelf;
use crate::source::{Stamp, open_copy};
use crate::values::SourcePath;

/// Where the pictures of a site are made.
#[derive(Debug)]
pub struct Studio {
    site_root: PathBuf,
    shelf: Shelf,
    /// What could not be put on the shelf.
    held: Mutex<BTreeMap<Fingerprint, Bytes>>,
    /// The originals as they were when they were last looked at.
    known: Mutex<BTreeMap<SourcePath, (Stamp, Fingerprint)>>,
}

/// Why a picture could not be made.
#[derive(Debug)]
pub struct StudioError {
    /// The file that it is made from.
    pub original: SourcePath,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong with an original.
#[derive(Debug)]
pub enum Reason {
    /// It cannot be read.
    Unreadable(io::Error),
    /// It can be read, and makes no picture.
    Spoilt(Spoilt),
}

/// An original and what stands for its bytes.
struct Original {
    bytes: Vec<u8>,
    content: Fingerprint,
}

impl Studio {
    /// The studio of the site in a folder, and the shelf that it uses.
    #[must_use]
    pub fn new(site_root: &Path, shelf: Shelf) -> Self {
        Self {
            site_root: site_root.to_owned(),
            shelf,
            held: Mutex::default(),
            known: Mutex::default(),
        }
    }

    /// The folder of the site.
    #[must_use]
    pub fn site_root(&self) -> &Path {
        &self.site_root
    }

    /// The shelf that it uses.
    #[must_use]
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Makes all pictures of an output that are not there yet, on every core; each original is
    /// decoded once. Gives how many were made.
    ///
    /// # Errors
    ///
    /// If an original cannot be read, or is damaged: the first in the order of paths.
    pub fn prepare(&self, output: &Output) -> Result<usize, StudioError> {
        let cards = output.files().filter_map(|file| match &file.contents {
            Contents::Drawn(Drawing::Card(card)) => Some(card.as_ref()),
            _ => None,
        });
        let cards: Vec<&Card> = cards.collect();
        let missing = cards.into_par_iter().filter(|card| !self.has(key_of_card(card)));
        let painted: usize = missing.map(|card| self.paint(card).len().min(1)).sum();
        let developed = self.develop_each(output);
        developed.into_iter().try_fold(painted, |sum, made| Ok(sum + made?))
    }

    /// Makes all pictures of an output that are made from originals and not there yet, and gives the
    /// originals that turn out to be damaged, in the order of paths.
    #[must_use]
    pub fn damaged(&self, output: &Output) -> Vec<StudioError> {
        let failed = self.develop_each(output).into_iter().filter_map(Result::err);
        failed.filter(|error| matches!(error.reason, Reason::Spoilt(_))).collect()
    }

    /// How many pictures were made of each original, in the order of paths.
    fn develop_each(&self, output: &Output) -> Vec<Result<usize, StudioError>> {
        let mut wanted: BTreeMap<&SourcePath, Vec<Recipe>> = BTreeMap::new();
        for file in output.files() {
            if let Contents::Drawn(Drawing::Developed { original, recipe }) = &file.contents {
                wanted.entry(original).or_default().push(*recipe);
            }
        }
        wanted
            .into_par_iter()
            .map(|(original, recipes)| self.make_missing(original, &recipes))
            .collect()
    }

    fn make_missing(&self, path: &SourcePath, recipes: &[Recipe]) -> Result<usize, StudioError> {
        let content = self.content(path)?;
        let is_there = |recipe: &&Recipe| self.has(key(content, **recipe));
        if recipes.iter().all(|recipe| is_there(&recipe)) {
            return Ok(0);
        }
        let original = self.read(path)?;
        let missing = recipes.iter().filter(|recipe| {
            // It may have changed a moment ago.
            original.content != content || !is_there(recipe)
        });
        let missing: Vec<Recipe> = missing.copied().collect();
        for (made, recipe) in develop(&original.bytes, missing.iter().copied()).zip(&missing) {
            let made = made.map_err(|spoilt| StudioError::spoilt(path, spoilt))?;
            self.keep(key(original.content, *recipe), made.into());
        }
        Ok(missing.len())
    }

    /// The bytes of a picture: from the shelf, else made now.
    ///
    /// # Errors
    ///
    /// If its original cannot be read, or is damaged.
    pub fn bytes(&self, drawing: &Drawing) -> Result<Bytes, StudioError> {
        if let Some(bytes) = self.recall(self.key_of(drawing)?) {
            return Ok(bytes);
        }
        let (path, recipe) = match drawing {
            Drawing::Card(card) => return Ok(self.paint(card)),
            Drawing::Developed { original, recipe } => (original, *recipe),
        };
        let original = self.read(path)?;
        let made = develop(&original.bytes, [recipe]).next().unwrap_or(Err(Spoilt));
        let bytes: Bytes = made.map_err(|spoilt| StudioError::spoilt(path, spoilt))?.into();
        self.keep(key(original.content, recipe), bytes.clone());
        Ok(bytes)
    }

    /// The fingerprint of a picture that has been made; nothing, if that is not known without
    /// making it again.
    #[must_use]
    pub fn fingerprint(&self, drawing: &Drawing) -> Option<Fingerprint> {
        self.shelf.fingerprint(self.key_of(drawing).ok()?)
    }

    /// Stands for a picture.
    fn key_of(&self, drawing: &Drawing) -> Result<Fingerprint, StudioError> {
        match drawing {
            Drawing::Developed { original, recipe } => Ok(key(self.content(original)?, *recipe)),
            Drawing::Card(card) => Ok(key_of_card(card)),
        }
    }

    /// Whether it was made before.
    fn has(&self, key: Fingerprint) -> bool {
        lock(&self.held).contains_key(&key) || self.shelf.has(key)
    }

    /// What was made before.
    fn recall(&self, key: Fingerprint) -> Option<Bytes> {
        let held = lock(&self.held).get(&key).cloned();
        held.or_else(|| self.shelf.get(key))
    }

    fn paint(&self, card: &Card) -> Bytes {
        let bytes = Bytes::from(card.paint());
        self.keep(key_of_card(card), bytes.clone());
        bytes
    }

    fn keep(&self, key: Fingerprint, bytes: Bytes) {
        if !self.shelf.put(key, &bytes) {
            lock(&self.held).insert(key, bytes);
        }
    }

    fn read(&self, path: &SourcePath) -> Result<Original, StudioError> {
        let read = || {
            let (file, _) = open_copy(&self.site_root, path)?;
            let mut bytes = Vec::new();
            // One byte more tells that it is too large, and it is refused as damaged.
            file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let bytes = read().map_err(|error| StudioError::unreadable(path, error))?;
        Ok(Original { content: Fingerprint::of_bytes(&bytes), bytes })
    }
}

/// Stands for a picture: for what it is made from, how, and with which tools.
fn key(content: Fingerprint, recipe: Recipe) -> Fingerprint {
    Fingerprint::of(&(content, recipe, MADE_WITH))
}

fn key_of_card(card: &Card) -> Fingerprint {
    Fingerprint::of(&("card", card, MADE_WITH))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl StudioError {
    fn spoilt(original: &SourcePath, spoilt: Spoilt) -> Self {
        Self { original: original.clone(), reason: Reason::Spoilt(spoilt) }
    }

    fn unreadable(original: &SourcePath, error: io::Error) -> Self {
        Self { original: original.clone(), reason: Reason::Unreadable(error) }
    }
}

impl fmt::Display for StudioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let original = &self.original;
        match &self.reason {
            Reason::Unreadable(error) => write!(f, "cannot read `{original}`: {error}"),
            Reason::Spoilt(spoilt) => write!(f, "cannot show `{original}`: {spoilt}"),
        }
    }
}

impl std::error::Error for StudioError {}
