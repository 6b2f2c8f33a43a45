//! Watches a site's folder, and says which paths may have changed. What has become of them only
//! reading them tells.

mod burst;
mod native;
mod network;
mod poll;
mod reason;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use crate::source::{FOLDERS, stamps};
use native::{AnyWatcher, Handler, Native};

pub(super) use burst::Burst;
pub use burst::Changes;
pub use reason::PollReason;

/// How often the folder is looked through, if nobody says how often.
const INTERVAL: Duration = Duration::from_secs(1);

/// What the watch has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sighting {
    /// These may have changed, files or folders, by their paths on the disk; there is at least one.
    Touched(Vec<PathBuf>),
    /// It cannot say what may have changed: look at everything.
    Everything,
    /// The system does not tell of changes, or no longer; from now on the folder is looked through
    /// again and again.
    Polling(PollReason),
}

impl From<Changes> for Sighting {
    fn from(Changes { paths, everything }: Changes) -> Self {
        if everything { Self::Everything } else { Self::Touched(paths) }
    }
}

/// A folder that is being watched, until this is dropped.
#[derive(Debug)]
pub(super) struct Watch {
    outbox: Sender<Message>,
    stopped: Arc<AtomicBool>,
}

/// What the thread of a watch is told.
enum Message {
    Told(notify::Result<notify::Event>),
    Stop,
}

/// Watches `content/` and `themes/` of a site, and the root for their coming and going. Whatever
/// changes after this has returned is reported, from a thread of the watch's own. With `poll` the
/// folder is looked through that often; otherwise only if the system does not tell of changes.
pub(super) fn watch(
    root: &Path,
    poll: Option<Duration>,
    report: impl Fn(Sighting) + Send + Sync + 'static,
) -> Watch {
    watch_by(native::recommended, root, poll, report)
}

/// The same with a watcher of whatever make.
fn watch_by(
    make: impl FnOnce(Handler) -> notify::Result<AnyWatcher>,
    root: &Path,
    interval: Option<Duration>,
    report: impl Fn(Sighting) + Send + Sync + 'static,
) -> Watch {
    // The system names paths without links in them.
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    let (outbox, inbox) = mpsc::channel();
    let native = match interval {
        Some(_) => Err(PollReason::Asked),
        None => match shared_by(&root) {
            Some(name) => Err(PollReason::NetworkFolder(name)),
            None => Native::start(&root, make, outbox.clone()),
        },
    };
    // What changes from here on is to be told.
    let start = native.map_err(|reason| (reason, stamps(&root)));
    let stopped = Arc::new(AtomicBool::new(false));
    let watch = Watch { outbox, stopped: Arc::clone(&stopped) };
    thread::spawn(move || {
        let report = |sighting| {
            if !stopped.load(Ordering::Acquire) {
                report(sighting);
            }
        };
        let before = match start {
            Ok(native) => {
                let Some(reason) = native.run(&inbox, &report) else { return };
                report(Sighting::Polling(reason));
                let before = stamps(&root);
                // Something may have changed since the system told its last.
                report(Sighting::Everything);
                before
            }
            Err((reason, before)) => {
                report(Sighting::Polling(reason));
                before
            }
        };
        poll::poll(&root, interval.unwrap_or(INTERVAL), before, &inbox, &report);
    });
    watch
}

/// What the site's folder, or one of those in it, is shared by.
fn shared_by(root: &Path) -> Option<&'static str> {
    let folders = FOLDERS.iter().map(|folder| root.join(folder));
    std::iter::once(root.to_owned()).chain(folders).find_map(|path| network::network_name(&path))
}

impl Drop for Watch {
    /// Does not wait for the thread: it may be looking through a slow disk.
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
        // The thread has ended already if nobody hears this.
        let _ = self.outbox.send(Message::Stop);
    }
}
