//! Several things in one sentence.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Lexicon;

/// The word before the last thing of a list, with its spaces.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Joiner {
    any: String,
    /// Other words for things that begin so; the longest beginning counts.
    #[serde(default)]
    before: BTreeMap<String, String>,
}

impl Joiner {
    /// The word to put before this.
    pub(super) fn before(&self, next: &str) -> &str {
        if self.before.is_empty() {
            return &self.any;
        }
        let next = next.to_lowercase();
        let special = self.before.iter().filter(|(start, _)| next.starts_with(*start));
        special.max_by_key(|(start, _)| start.len()).map_or(&self.any, |(_, word)| word)
    }
}

impl Lexicon {
    /// Things in a row: "Haiti, Italy and Japan".
    #[must_use]
    pub fn list<T: AsRef<str>>(&self, things: &[T]) -> String {
        let Some((last, others)) = things.split_last() else { return String::new() };
        let mut list = String::new();
        for (index, thing) in others.iter().enumerate() {
            if index > 0 {
                list.push_str(&self.words.comma);
            }
            list.push_str(thing.as_ref());
        }
        if !others.is_empty() {
            list.push_str(self.words.and.before(last.as_ref()));
        }
        list.push_str(last.as_ref());
        list
    }
}
