//! Looks through a site's folder again and again.
//!
//! Not by the watcher of `notify` that does this: it keeps whole seconds of times, and so misses
//! the second of two quick saves, and files that are replaced by older ones.
#![expect(clippy::disallowed_methods, reason = "a watch keeps an eye on the clock")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::{Message, Sighting};
use crate::source::{FOLDERS, Stamp, stamps};

/// Tells what is different from `before`, and then from one look to the next, until the watch is
/// stopped.
pub(super) fn poll(
    root: &Path,
    interval: Duration,
    mut before: BTreeMap<PathBuf, Stamp>,
    inbox: &Receiver<Message>,
    report: &impl Fn(Sighting),
) {
    let mut last: BTreeSet<PathBuf> = BTreeSet::new();
    let mut pause = interval;
    while wait(inbox, pause) {
        let begin = Instant::now();
        let after = stamps(root);
        // A slow disk is not kept busy by us alone.
        pause = interval.max(begin.elapsed());
        let different = differences(&before, &after);
        // A disk may keep times so coarsely that a second save has the stamp of the first: what
        // has just changed is worth a second look.
        let touched: Vec<PathBuf> = different.union(&last).cloned().collect();
        if FOLDERS.iter().any(|folder| different.contains(&root.join(folder))) {
            report(Sighting::Everything);
        } else if !touched.is_empty() {
            report(Sighting::Touched(touched));
        }
        (last, before) = (different, after);
    }
}

/// Waits, and tells whether to go on.
fn wait(inbox: &Receiver<Message>, pause: Duration) -> bool {
    let end = Instant::now() + pause;
    loop {
        match inbox.recv_timeout(end.saturating_duration_since(Instant::now())) {
            // What native watching has still to say when it has ended.
            Ok(Message::Told(_)) => {}
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => return true,
        }
    }
}

fn differences(
    before: &BTreeMap<PathBuf, Stamp>,
    after: &BTreeMap<PathBuf, Stamp>,
) -> BTreeSet<PathBuf> {
    let gone_or_different = before.iter().filter(|(path, stamp)| after.get(*path) != Some(*stamp));
    let new = after.iter().filter(|(path, _)| !before.contains_key(*path));
    gone_or_different.chain(new).map(|(path, _)| path.clone()).collect()
}
