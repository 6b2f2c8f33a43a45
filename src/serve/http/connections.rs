//! The browsers' connections: how many, how long, and how they end.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::Request;
use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

/// How much a browser may ask of the preview.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// How long a connection may take to send the head of a request.
    pub(super) head_time: Duration,
    /// How many bytes a head may have.
    pub(super) head_size: usize,
    /// How many connections there are at most.
    pub(super) connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { head_time: Duration::from_secs(10), head_size: 16 * 1024, connections: 256 }
    }
}

/// How long what is under way may still take once the preview stops.
const FAREWELL: Duration = Duration::from_millis(500);

/// The address of ours that a request came in at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Local(pub(super) IpAddr);

/// Whether a request comes from this machine, by the address of whoever asks.
#[derive(Debug, Clone, Copy)]
pub(super) struct FromHere(pub(super) bool);

/// Accepts connections and lets the router answer them, until `stopping` says so.
pub(super) async fn accept(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    mut stopping: watch::Receiver<bool>,
) {
    let open = Open::default();
    let mut tasks = JoinSet::new();
    let mut number = 0;
    loop {
        let accepted = tokio::select! {
            _ = stopping.wait_for(|stop| *stop) => break,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, peer)) = accepted else {
            // There may be no descriptor left; those of ours come back in a while.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        while tasks.try_join_next().is_some() {}
        open.make_room(limits.connections);
        number += 1;
        let from_here = FromHere(peer.ip().to_canonical().is_loopback());
        let entry = open.enter(number);
        let served = serve(stream, from_here, router.clone(), limits, stopping.clone(), entry);
        let task = tasks.spawn(async {
            // A browser that goes away in the middle is nothing to speak of.
            let _ = served.await;
        });
        open.started(number, task);
    }
    drop(listener);
    let _ =
        tokio::time::timeout(FAREWELL, async { while tasks.join_next().await.is_some() {} }).await;
}

async fn serve(
    stream: TcpStream,
    from_here: FromHere,
    router: Router,
    limits: Limits,
    mut stopping: watch::Receiver<bool>,
    entry: Entry,
) -> Result<(), hyper::Error> {
    let local = stream.local_addr().map(|address| Local(address.ip()));
    let (Ok(local), Ok(())) = (local, stream.set_nodelay(true)) else { return Ok(()) };
    let router =
        TowerToHyperService::new(router.layer(Extension(local)).layer(Extension(from_here)));
    let service = service_fn(|request: Request<hyper::body::Incoming>| {
        entry.asked();
        hyper::service::Service::call(&router, request)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head_time);
    http.max_header_size(limits.head_size);
    let mut connection = std::pin::pin!(http.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        ended = connection.as_mut() => return ended,
        _ = stopping.wait_for(|stop| *stop) => connection.as_mut().graceful_shutdown(),
    }
    connection.await
}

/// The connections that are open.
#[derive(Debug, Clone, Default)]
struct Open {
    table: Arc<Mutex<Table>>,
}

#[derive(Debug, Default)]
struct Table {
    connections: BTreeMap<u64, State>,
    /// How many requests there were.
    requests: u64,
}

#[derive(Debug, Default)]
struct State {
    /// The number of its newest request, if there was any.
    asked: Option<u64>,
    task: Option<AbortHandle>,
}

/// A connection's place among the open ones, which it leaves when it ends.
#[derive(Debug)]
struct Entry {
    number: u64,
    open: Open,
}

impl Open {
    fn lock(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the connections that matter least while there are too many: first those that have
    /// never asked for anything, and then those that have not for the longest time. So a new
    /// browser never waits for others; a page that loses its stream connects again by itself.
    fn make_room(&self, most: usize) {
        let mut table = self.lock();
        while table.connections.len() >= most {
            let least =
                table.connections.iter().min_by_key(|(number, state)| (state.asked, **number));
            let Some(number) = least.map(|(number, _)| *number) else { return };
            if let Some(task) = table.connections.remove(&number).and_then(|state| state.task) {
                task.abort();
            }
        }
    }

    fn enter(&self, number: u64) -> Entry {
        self.lock().connections.insert(number, State::default());
        Entry { number, open: self.clone() }
    }

    fn started(&self, number: u64, task: AbortHandle) {
        if let Some(state) = self.lock().connections.get_mut(&number) {
            state.task = Some(task);
        }
    }
}

impl Entry {
    fn asked(&self) {
        let mut table = self.open.lock();
        table.requests += 1;
        let request = table.requests;
        if let Some(state) = table.connections.get_mut(&self.number) {
            state.asked = Some(request);
        }
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.open.lock().connections.remove(&self.number);
    }
}
