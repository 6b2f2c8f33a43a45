//! The preview as browsers see it: answers requests from the newest edition, and tells open pages
//! when there is a newer one.
//!
//! A request goes through `guard`, which turns foreign ones away, and is looked up in the edition's
//! table of files (`lookup`); what it finds is answered by `file` and, if it is a page, gets the
//! script element of `page`. `events` is the stream that open pages listen to.

mod address;
mod bulletin;
mod connections;
mod copy;
mod editor;
mod events;
mod file;
mod guard;
mod lookup;
mod open_pages;
mod page;
mod prefix;
mod qr;
mod report;
mod router;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;

pub use address::{BindError, Bound, Hosting, bind};
pub use editor::Editor;
pub use open_pages::OpenPages;
pub use prefix::Prefix;

use super::Preview;
use crate::studio::Studio;
use bulletin::Bulletin;
use connections::Limits;

/// How long threads that read files may still take once everything else has stopped.
const LAST_READ: Duration = Duration::from_millis(200);

/// What all requests of a run have in common.
struct Server {
    hosting: Hosting,
    /// Makes the pictures that somebody looks at.
    studio: Arc<Studio>,
    preview: Preview,
    open_pages: OpenPages,
    bulletin: Bulletin,
    /// What nobody knows who has not been given a page of this run.
    session: String,
    stopping: watch::Sender<bool>,
}

/// Answers browsers until `stop` is there, on the calling thread.
pub(super) fn answer(
    bound: Bound,
    studio: Arc<Studio>,
    preview: Preview,
    open_pages: OpenPages,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let answered = catch_unwind(AssertUnwindSafe(|| {
        answer_within(Limits::default(), bound, studio, preview, open_pages, stop)
    }));
    // Whoever waits for pages to be asked for must learn that none will be any more.
    answered.unwrap_or_else(|_| Err(io::Error::other("it ended in the middle of its work")))
}

fn answer_within(
    limits: Limits,
    bound: Bound,
    studio: Arc<Studio>,
    preview: Preview,
    open_pages: OpenPages,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let Bound { listener, hosting, .. } = bound;
    let session = session()?;
    let (stopping, stopped) = watch::channel(false);
    let bulletin = Bulletin::default();
    let server =
        Arc::new(Server { hosting, studio, preview, open_pages, bulletin, session, stopping });
    let router = router::router(Arc::clone(&server));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let answered = runtime.block_on(async {
        let listener = TcpListener::from_std(listener)?;
        let stop = async {
            stop.await;
            server.stopping.send_replace(true);
        };
        tokio::join!(connections::accept(listener, router, limits, stopped), stop);
        Ok(())
    });
    runtime.shutdown_timeout(LAST_READ);
    answered
}

/// Makes the token of a run.
fn session() -> io::Result<String> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)?;
    Ok(random.iter().map(|byte| format!("{byte:02x}")).collect())
}
