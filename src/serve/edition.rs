//! What browsers are shown: the newest edition of the site, and a word when there is a newer one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::diagnostic::Finding;
use crate::output::{Output, OutputFile};
use crate::values::{OutputPath, SourcePath};

/// The site as it is shown at a moment.
#[derive(Debug, Default)]
pub struct Edition {
    /// Counts the editions since the preview was started, from 1; 0 before the first.
    pub revision: u64,
    /// The site as it was when it was last without errors; empty, if it never was.
    pub site: Arc<Output>,
    /// Pages of a newer site whose other pages are still being made, and those that it no longer
    /// has; they go before those of `site`.
    pub ahead: BTreeMap<OutputPath, Option<OutputFile>>,
    /// What there is to say about the sources as they are now: of the files saved last first.
    pub findings: Vec<Finding>,
    /// Whether every page has been made and checked.
    pub settled: bool,
    /// Whether `site` shows the sources as they are now; otherwise something is wrong with them.
    pub current: bool,
    /// The files beside the pages (styles, scripts, pictures) that have changed since the preview
    /// was started, and the revision that brought their newest state.
    pub assets: Arc<BTreeMap<OutputPath, u64>>,
    /// The sources that were saved last.
    pub saved: Vec<SourcePath>,
    /// The page that shows what was saved last.
    pub edited: Option<OutputPath>,
    /// How long it took from reading the change to this edition.
    pub took: Duration,
}

impl Edition {
    /// The file at a path of the published site.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&OutputFile> {
        match self.ahead.get(path) {
            Some(page) => page.as_ref(),
            None => self.site.get(path),
        }
    }
}

/// Tells of a finding whether it is about a file that was saved last.
pub(super) fn is_about(saved: &[SourcePath]) -> impl Fn(&Finding) -> bool + '_ {
    let saved: BTreeSet<&str> = saved.iter().map(SourcePath::as_str).collect();
    move |finding| {
        finding.excerpts.first().is_some_and(|excerpt| saved.contains(excerpt.file.as_str()))
    }
}

/// The newest edition, for whoever shows it.
#[derive(Debug, Clone)]
pub struct Preview {
    newest: watch::Sender<Arc<Edition>>,
}

impl Preview {
    /// A preview without a site as yet.
    #[must_use]
    pub fn new() -> Self {
        Self { newest: watch::Sender::new(Arc::default()) }
    }

    /// The newest edition.
    #[must_use]
    pub fn edition(&self) -> Arc<Edition> {
        Arc::clone(&self.newest.borrow())
    }

    /// Every edition from the newest on; one that is overtaken before it is looked at is left out.
    #[must_use]
    pub fn editions(&self) -> watch::Receiver<Arc<Edition>> {
        self.newest.subscribe()
    }

    /// Puts an edition in the place of the newest.
    pub fn show(&self, edition: Edition) -> Arc<Edition> {
        let edition = Arc::new(edition);
        self.newest.send_replace(Arc::clone(&edition));
        edition
    }
}

impl Default for Preview {
    fn default() -> Self {
        Self::new()
    }
}
