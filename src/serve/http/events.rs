//! The stream by which an open page learns of newer editions.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::Server;
use super::bulletin::told;
use super::connections::FromHere;
use super::lookup::{decoded, published};
use crate::serve::Edition;

/// How often something is sent when there is no news, so that a lost connection is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// Answers with the newest edition, and then with every newer one until the page is closed or
/// the preview stops.
pub(super) async fn events(
    State(server): State<Arc<Server>>,
    Extension(from_here): Extension<FromHere>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    if value("session") != Some(server.session.as_str()) {
        let sentence = "this page belongs to an earlier run of the preview; load it again\n";
        return (StatusCode::FORBIDDEN, sentence).into_response();
    }
    let page = value("page").and_then(decoded).and_then(|path| {
        let inside = path.strip_prefix(server.hosting.prefix.as_str())?;
        Some(server.open_pages.open(published(inside)?))
    });
    // `None` ends the stream.
    let stopped = WatchStream::new(server.stopping.subscribe()).filter(|stop| *stop).map(|_| None);
    let editions =
        WatchStream::new(server.preview.editions()).filter(|edition| edition.revision > 0);
    let events = editions.then(move |edition| {
        // The page is open as long as the stream that this closure belongs to.
        let _open = &page;
        let server = Arc::clone(&server);
        async move { event(&server, &edition, from_here).await }
    });
    let events = events.merge(stopped).map_while(|event| event).map(Ok::<_, Infallible>);
    let keep_alive = KeepAlive::new().interval(KEEP_ALIVE);
    Sse::new(events).keep_alive(keep_alive).into_response()
}

async fn event(server: &Arc<Server>, edition: &Arc<Edition>, from_here: FromHere) -> Option<Event> {
    let data = told(server, edition, from_here).await?;
    Some(Event::default().event("edition").id(edition.revision.to_string()).data(data))
}
