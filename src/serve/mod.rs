//! The preview: builds in memory, watches the site's folder, and shows each browser the newest
//! state of the page it looks at.
//!
//! One thread makes the site (`workshop`), one answers browsers (`http`), one watches
//! (`watch`). What the first two share is the newest [`Edition`], which is never changed, only
//! replaced.
#![expect(clippy::disallowed_methods, reason = "a loop that waits has to know the time")]

mod doubt;
mod edition;
mod http;
mod watch;
mod workshop;

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

pub use edition::{Edition, Preview};
pub use http::{BindError, Bound, Editor, Hosting, OpenPages, Prefix, bind};
pub use watch::{Changes, PollReason};
pub use workshop::Workshop;

use crate::memo::Archive;
use crate::pipeline::Options;
use crate::shelf::Shelf;
use crate::studio::Studio;
use crate::values::date::Day;
use doubt::{Doubt, Verdict};
use watch::{Burst, Sighting};

/// What is previewed, and how.
pub struct Settings {
    /// The site's folder: absolute, and without symbolic links in it.
    pub root: PathBuf,
    /// Where what was made is kept from one run to the next.
    pub shelf: Shelf,
    /// How the site is built. The day is asked for again with each change.
    pub options: Options,
    /// Says which day it is.
    pub today: Box<dyn Fn() -> Day>,
    /// How often to look through the folder, if the system is not to be relied on.
    pub poll: Option<Duration>,
}

/// What there is to tell the person who started the preview.
pub enum Notice<'a> {
    /// The system does not tell of changes; the folder is looked through again and again.
    Polling(&'a PollReason),
    /// A newer edition is shown.
    Shown(&'a Edition),
    /// It is over.
    Stopping,
}

/// Why a preview ended that should have gone on.
#[derive(Debug)]
pub struct ServeError(io::Error);

/// Everything that can happen.
enum Event {
    /// Something may have changed.
    Sighted(Sighting),
    /// What has changed is complete.
    Quiet(Changes),
    /// Somebody wants it to end.
    Quit,
    /// The side that answers browsers has ended by itself.
    Fell(io::Error),
}

/// Previews a site until somebody wants it to end. `quit` is given the means to say so.
pub fn run(
    settings: Settings,
    bound: Bound,
    quit: impl FnOnce(Box<dyn Fn() + Send>),
    mut tell: impl FnMut(Notice<'_>),
) -> Result<(), ServeError> {
    let Settings { root, shelf, options, today, poll } = settings;
    let (outbox, inbox) = mpsc::channel();
    // Nobody hears these any more once the loop has ended.
    let report = {
        let outbox = outbox.clone();
        move |sighting| drop(outbox.send(Event::Sighted(sighting)))
    };
    // What changes from now on is told; what there is now is read after this.
    let _watch = watch::watch(&root, poll, report);
    let (preview, open_pages) = (Preview::new(), OpenPages::default());
    let studio = Arc::new(Studio::new(&root, shelf));
    let (stop, stopped) = oneshot::channel::<()>();
    let server = {
        let (preview, open_pages, outbox) = (preview.clone(), open_pages.clone(), outbox.clone());
        let studio = Arc::clone(&studio);
        thread::spawn(move || {
            let stopped = async { drop(stopped.await) };
            if let Err(error) = http::answer(bound, studio, preview, open_pages, stopped) {
                drop(outbox.send(Event::Fell(error)));
            }
        })
    };
    quit(Box::new(move || drop(outbox.send(Event::Quit))));

    // The preview of before may have been ended at any moment.
    studio.shelf().sweep();
    let kept = studio.shelf().pack_to_read().map(|pack| Archive::kept_by(pack));
    let mut workshop = Workshop::new(root, options).with_archive(kept);
    let mut burst = Burst::default();
    let mut doubt = Doubt::default();
    let mut event = Event::Quiet(Changes { paths: Vec::new(), everything: true });
    let fell = loop {
        match event {
            Event::Sighted(sighting) => {
                if let Sighting::Polling(reason) = &sighting {
                    tell(Notice::Polling(reason));
                }
                burst.add(sighting, Instant::now());
            }
            Event::Quiet(changes) => {
                let mut show = |edition: Edition| tell(Notice::Shown(&preview.show(edition)));
                let mut settled = None;
                let mut take = |edition: Edition| match edition.settled {
                    true => settled = Some(edition),
                    false => show(edition),
                };
                workshop.rebuild(&changes, today(), &open_pages.paths(), &mut take);
                match doubt.judge(settled) {
                    Verdict::Show(edition) => show(edition),
                    Verdict::LookAgain => burst.add(changes.into(), Instant::now()),
                    Verdict::Nothing => {}
                }
            }
            Event::Quit => break None,
            Event::Fell(error) => break Some(error),
        }
        event = next(&inbox, &mut burst);
    };
    tell(Notice::Stopping);
    // It has ended already if it does not hear this.
    let _ = stop.send(());
    match (fell, server.join()) {
        (Some(error), _) => Err(ServeError(error)),
        (None, Ok(())) => Ok(()),
        (None, Err(_)) => Err(ServeError(io::Error::other("it ended in the middle of its work"))),
    }
}

/// Waits for what happens next.
fn next(inbox: &Receiver<Event>, burst: &mut Burst) -> Event {
    loop {
        let now = Instant::now();
        if let Some(changes) = burst.take(now) {
            return Event::Quiet(changes);
        }
        let received = match burst.deadline() {
            Some(deadline) => inbox.recv_timeout(deadline - now),
            None => inbox.recv().map_err(RecvTimeoutError::from),
        };
        match received {
            Ok(event) => return event,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Event::Quit,
        }
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the preview cannot go on: {}", self.0)
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}
