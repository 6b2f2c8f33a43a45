//! Which pages are open in a browser at the moment, so that these can be made first.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::values::OutputPath;

/// The pages that browsers show, shared by whoever wants to know.
#[derive(Debug, Clone, Default)]
pub struct OpenPages {
    counted: Arc<Mutex<BTreeMap<OutputPath, usize>>>,
}

/// A page that is open as long as this is kept.
#[derive(Debug)]
pub(super) struct OpenPage {
    path: OutputPath,
    pages: OpenPages,
}

impl OpenPages {
    /// The pages that are open somewhere, in the order of their paths.
    #[must_use]
    pub fn paths(&self) -> Vec<OutputPath> {
        self.lock().keys().cloned().collect()
    }

    pub(super) fn open(&self, path: OutputPath) -> OpenPage {
        *self.lock().entry(path.clone()).or_default() += 1;
        OpenPage { path, pages: self.clone() }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<OutputPath, usize>> {
        // Counting cannot fail half-way, so the count is right whatever happened to its holder.
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let mut counted = self.pages.lock();
        if let Some(count) = counted.get_mut(&self.path) {
            *count -= 1;
            if *count == 0 {
                counted.remove(&self.path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_open_until_its_last_tab_is_closed() {
        let pages = OpenPages::default();
        let path = OutputPath::new("index.html").unwrap();
        let first = pages.open(path.clone());
        let second = pages.open(path.clone());
        drop(first);
        assert_eq!(pages.paths(), [path]);
        drop(second);
        assert!(pages.paths().is_empty());
    }
}
