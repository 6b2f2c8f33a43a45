//! Anchors: the names of a page's parts.

use std::collections::{HashMap, HashSet};

use pulldown_cmark::{Event, Tag};

use super::compile::Events;

/// The anchors of one text. Those that an author wrote are known before the first is given, so that
/// none that is made from a heading's words takes one away.
pub(super) struct Anchors {
    /// Written ones that no heading has taken yet.
    unclaimed: HashSet<String>,
    /// Which are in use or spoken for, and the last number that was added to each.
    taken: HashMap<String, usize>,
}

impl Anchors {
    pub(super) fn written_in(events: &Events<'_>) -> Self {
        let unclaimed: HashSet<String> = events
            .iter()
            .filter_map(|(event, _)| match event {
                Event::Start(Tag::Heading { id: Some(id), .. }) => Some(id.to_string()),
                _ => None,
            })
            .filter(|id| !is_reserved(id))
            .collect();
        let taken = unclaimed.iter().map(|id| (id.clone(), 1)).collect();
        Self { unclaimed, taken }
    }

    /// Whether a heading gets the anchor that is written at it; the first that asks does.
    pub(super) fn claim(&mut self, id: &str) -> bool {
        self.unclaimed.remove(id)
    }

    /// An anchor that the page does not have yet: the second `history` is `history-2`.
    pub(super) fn make(&mut self, id: &str) -> String {
        let mut count = self.taken.get(id).copied().unwrap_or(0);
        let mut unique = id.to_owned();
        while self.taken.contains_key(&unique) || is_reserved(&unique) {
            count = count.max(1) + 1;
            unique = format!("{id}-{count}");
            if is_reserved(&unique) {
                unique.insert_str(0, "section-");
            }
        }
        self.taken.insert(id.to_owned(), count.max(1));
        self.taken.entry(unique.clone()).or_insert(1);
        unique
    }
}

/// Whether a page has this anchor itself: around its content, or at its footnotes.
pub(super) fn is_reserved(id: &str) -> bool {
    let footnote = id.strip_prefix("fn-").or_else(|| id.strip_prefix("fnref-"));
    id == "main" || footnote.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}
