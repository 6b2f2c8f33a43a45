//! Things of one kind, and references to them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::thing::Entity;

/// A reference as it is written. It may lead nowhere.
pub(super) struct Key<T> {
    /// The id as written.
    pub text: String,
    kind: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), kind: PhantomData }
    }
}

impl<'de, T> Deserialize<'de> for Key<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

impl<T: Entity> JsonSchema for Key<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}-id", T::KIND.word()).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": format!("id of {}", T::KIND.phrase()),
            // An id of digits alone needs no quotes.
            "type": ["string", "integer"],
        })
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        Self::new(self.text.clone())
    }
}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.text)
    }
}

/// A reference as it was found. Only the resolver makes one, so it leads somewhere.
pub struct Id<T> {
    index: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    pub(super) fn new(index: usize) -> Self {
        let index = u32::try_from(index).expect("a site has fewer than four billion things");
        Self { index, kind: PhantomData }
    }

    /// The place of the thing in its collection.
    #[must_use]
    pub fn index(self) -> usize {
        self.index as usize
    }
}

// Derived, these would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// All things of one kind, in the order of their ids.
#[derive(Debug)]
pub struct Collection<T> {
    items: Vec<T>,
}

impl<T> Collection<T> {
    pub(super) fn new(items: Vec<T>) -> Self {
        Self { items }
    }

    /// The things and their references.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Id<T>, &T)> + Clone {
        self.items.iter().enumerate().map(|(index, item)| (Id::new(index), item))
    }

    /// The references alone.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = Id<T>> + use<T> {
        (0..self.items.len()).map(Id::new)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<T> Index<Id<T>> for Collection<T> {
    type Output = T;

    fn index(&self, id: Id<T>) -> &T {
        &self.items[id.index()]
    }
}
