//! The newest edition as all open pages are told of it: written down once, not for each of them.

use std::sync::{Arc, Weak};

use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

use super::Server;
use super::connections::FromHere;
use super::report::report;
use crate::serve::Edition;

/// The reports of the newest edition: for this machine, with links into an editor, and for others.
#[derive(Debug, Default)]
pub(super) struct Bulletin {
    here: Mutex<Last>,
    elsewhere: Mutex<Last>,
}

/// The report that was made last, and of which edition.
#[derive(Debug, Default)]
struct Last {
    edition: Weak<Edition>,
    report: Arc<str>,
}

/// The report of an edition, unless the preview ends. Whoever asks while it is being made waits
/// for it.
pub(super) async fn told(
    server: &Arc<Server>,
    edition: &Arc<Edition>,
    FromHere(from_here): FromHere,
) -> Option<Arc<str>> {
    let bulletin = &server.bulletin;
    let mut last = if from_here { &bulletin.here } else { &bulletin.elsewhere }.lock().await;
    if !Weak::ptr_eq(&last.edition, &Arc::downgrade(edition)) {
        let (server, edition) = (Arc::clone(server), Arc::clone(edition));
        let newest = Arc::downgrade(&edition);
        // It may be long, and asks the disk for the files that it names.
        let made = spawn_blocking(move || {
            let links = server.hosting.links(from_here);
            report(&edition, &server.session, &server.hosting.prefix, links)
        });
        *last = Last { edition: newest, report: made.await.ok()?.into() };
    }
    Some(Arc::clone(&last.report))
}
