//! Watching as the system offers it: it tells what has changed, as long as it can.
//!
//! What kind of event it is does not matter, since editors save in many ways; only where it was.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender};

use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use super::{Message, PollReason, Sighting};
use crate::source::{FOLDERS, is_looked_at};

/// Takes what the system tells.
pub(super) type Handler = Box<dyn FnMut(notify::Result<Event>) + Send>;

/// Whoever watches for us.
pub(super) type AnyWatcher = Box<dyn Watcher + Send>;

/// So many events are told at once at most.
const BATCH: usize = 1_024;

/// How often watching a folder is tried again when something in it goes in the meantime.
const ATTEMPTS: usize = 5;

/// The watcher of this system. Links are not followed: those that stay in the site lead to what is
/// watched anyway, and others are not read.
pub(super) fn recommended(handler: Handler) -> notify::Result<AnyWatcher> {
    let config = notify::Config::default().with_follow_symlinks(false);
    Ok(Box::new(notify::RecommendedWatcher::new(handler, config)?))
}

/// A site's folder that is being watched.
pub(super) struct Native {
    root: PathBuf,
    watcher: AnyWatcher,
}

impl Native {
    /// Begins to watch; the system's words go to the outbox.
    pub(super) fn start(
        root: &Path,
        make: impl FnOnce(Handler) -> notify::Result<AnyWatcher>,
        outbox: Sender<Message>,
    ) -> Result<Self, PollReason> {
        // Nobody listens any more once the watch is stopped.
        let handler = move |told| drop(outbox.send(Message::Told(told)));
        let watcher = make(Box::new(handler)).map_err(|error| failed(&error))?;
        let mut native = Self { root: root.to_owned(), watcher };
        native.watch_root()?;
        native.watch_folders()?;
        Ok(native)
    }

    /// Reports what is touched until the watch is stopped, or until the system no longer tells:
    /// then it gives the reason.
    pub(super) fn run(
        mut self,
        inbox: &Receiver<Message>,
        report: &impl Fn(Sighting),
    ) -> Option<PollReason> {
        while let Ok(first) = inbox.recv() {
            let mut news = News::default();
            for message in std::iter::once(first).chain(inbox.try_iter().take(BATCH)) {
                let told = match message {
                    Message::Stop => return None,
                    Message::Told(told) => told,
                };
                match told {
                    Ok(event) => news.add(&self.root, &event),
                    Err(error) => match PollReason::of(&error) {
                        Some(reason) => return Some(reason),
                        None => news.everything = true,
                    },
                }
            }
            if news.root_has_gone && !self.root.is_dir() {
                let gone = "it has been moved or removed".to_owned();
                return Some(PollReason::Failed(gone));
            }
            // Before anything is reported: what is read afterwards is watched by then.
            let renewed = if news.root_has_gone {
                // Another folder stands in its place by now, and nobody watches that one yet.
                self.watch_root().and_then(|()| self.watch_folders())
            } else if news.everything {
                self.watch_folders()
            } else {
                self.watch_new_folders(&news.touched)
            };
            if let Err(reason) = renewed {
                return Some(reason);
            }
            if news.everything || news.root_has_gone {
                report(Sighting::Everything);
            } else if !news.touched.is_empty() {
                report(Sighting::Touched(news.touched.into_iter().collect()));
            }
        }
        None
    }

    /// Watches the root itself, and only for the folders in it, which come and go.
    fn watch_root(&mut self) -> Result<(), PollReason> {
        // What was watched may be another folder that has been moved away.
        let _ = self.watcher.unwatch(&self.root);
        let watched = self.watcher.watch(&self.root, RecursiveMode::NonRecursive);
        watched.map_err(|error| failed(&error))
    }

    /// Watches the folders that are read, as far as they are there, whatever was watched before.
    fn watch_folders(&mut self) -> Result<(), PollReason> {
        for folder in FOLDERS {
            let path = self.root.join(folder);
            // It was not watched, or is no longer there; either is fine.
            let _ = self.watcher.unwatch(&path);
            self.watch_folder(&path)?;
        }
        Ok(())
    }

    /// Where a folder is watched one by one with those in it, the system's library watches new
    /// ones by itself, but a little later, and stops without a word at a folder that goes while it
    /// does so.
    fn watch_new_folders(&mut self, touched: &BTreeSet<PathBuf>) -> Result<(), PollReason> {
        if !cfg!(target_os = "linux") {
            return Ok(());
        }
        let mut last: Option<&Path> = None;
        for path in touched {
            let is_in_last = last.is_some_and(|last| path.starts_with(last));
            if !is_in_last && is_folder(path) {
                self.watch_folder(path)?;
                last = Some(path);
            }
        }
        Ok(())
    }

    fn watch_folder(&mut self, path: &Path) -> Result<(), PollReason> {
        for _ in 0..ATTEMPTS {
            if !is_folder(path) {
                return Ok(());
            }
            let Err(error) = self.watcher.watch(path, RecursiveMode::Recursive) else {
                return Ok(());
            };
            if let Some(reason) = PollReason::of(&error) {
                return Err(reason);
            }
        }
        Err(PollReason::Failed(format!("`{}` keeps changing", path.display())))
    }
}

/// The reason for polling where watching cannot do without what has failed.
fn failed(error: &notify::Error) -> PollReason {
    PollReason::of(error).unwrap_or_else(|| PollReason::Failed(error.to_string()))
}

/// What a number of events come to.
#[derive(Default)]
struct News {
    touched: BTreeSet<PathBuf>,
    everything: bool,
    /// Whether the root has gone, or is another folder than before.
    root_has_gone: bool,
}

impl News {
    fn add(&mut self, root: &Path, event: &Event) {
        self.everything |= event.need_rescan();
        if is_nothing(&event.kind) {
            return;
        }
        for path in &event.paths {
            let Ok(place) = path.strip_prefix(root) else { continue };
            // Some systems tell that a folder is modified when something in it is.
            let inside = matches!(
                event.kind,
                EventKind::Modify(ModifyKind::Any | ModifyKind::Data(_) | ModifyKind::Other)
            );
            if place.as_os_str().is_empty() {
                self.root_has_gone |= !inside;
            } else if FOLDERS.iter().any(|folder| place == Path::new(folder)) {
                self.everything |= !inside;
            } else if is_looked_at(place) {
                self.touched.insert(path.clone());
            }
        }
    }
}

/// Whether an event says only that something was looked at.
fn is_nothing(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(access) => *access != AccessKind::Close(AccessMode::Write),
        EventKind::Modify(ModifyKind::Metadata(metadata)) => *metadata == MetadataKind::AccessTime,
        _ => false,
    }
}

fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_dir())
}
