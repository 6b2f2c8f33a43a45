//! The words that a template is given: what a page says of facts, whatever the theme makes of it.

use foldhash::{HashSet, HashSetExt};
use tera::Value;

/// Fields whose text is read as it stands.
const SAID: [&str; 6] = ["text", "person", "reference", "author", "short", "email"];

/// Fields that hold one word of a closed list, and what the keys of the theme's strings for them
/// begin with.
const CHOSEN: [(&str, &[&str]); 3] = [
    ("status", &["status"]),
    ("kind", &["event", "kind"]),
    ("type", &["document", "organization", "committee"]),
];

/// Fields that are not about the page's own subject.
const PASSED_OVER: [&str; 4] = ["sources", "map", "locator", "pictures"];

/// What is said by values that a template is given, each thing once. `word` is a string of the theme,
/// by its key.
pub(super) fn facts_of<'v>(
    values: impl IntoIterator<Item = &'v Value>,
    word: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut reader = Reader { word, facts: Vec::new(), seen: HashSet::new() };
    values.into_iter().for_each(|value| reader.read("", value));
    reader.facts
}

struct Reader<W> {
    word: W,
    facts: Vec<String>,
    seen: HashSet<String>,
}

impl<W: Fn(&str) -> Option<String>> Reader<W> {
    fn read(&mut self, field: &str, value: &Value) {
        if let Some(map) = value.as_map() {
            for (key, value) in map {
                let key = key.as_str().unwrap_or_default();
                if !PASSED_OVER.contains(&key) {
                    self.read(key, value);
                }
            }
        } else if let Some(list) = value.as_array() {
            list.iter().for_each(|value| self.read(field, value));
        } else if let Some(text) = value.as_str() {
            if SAID.contains(&field) {
                self.say(text);
            } else if let Some((_, keys)) = CHOSEN.iter().find(|(chosen, _)| *chosen == field) {
                let word = keys.iter().find_map(|key| (self.word)(&format!("{key}-{text}")));
                word.iter().for_each(|word| self.say(word));
            }
        }
    }

    fn say(&mut self, fact: &str) {
        if !fact.is_empty() && !self.seen.contains(fact) {
            self.seen.insert(fact.to_owned());
            self.facts.push(fact.to_owned());
        }
    }
}
