//! The table of addresses, and what stands behind each.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, LOCATION, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use bytes::Bytes;
use include_dir::{Dir, include_dir};
use tokio::task::spawn_blocking;

use super::connections::{FromHere, Local};
use super::file::Source;
use super::lookup::{Named, look_up};
use super::page::Telling;
use super::{Server, copy, events, file, guard, page};
use crate::output::{Contents, OutputFile};
use crate::serve::Edition;
use crate::values::media_type::{is_page, media_type};

/// The preview's own files, which are all below `/.jumelage/`, where no published file can be.
static CLIENT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/serve/client");

const HTML: &str = "text/html; charset=utf-8";
const NO_CACHE: HeaderValue = HeaderValue::from_static("no-cache");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// All that can be asked for.
pub(super) fn router(server: Arc<Server>) -> Router {
    Router::new()
        .route("/.jumelage/events", get(events::events))
        .route("/.jumelage/{*name}", get(client))
        .fallback(published)
        .layer(from_fn_with_state(Arc::clone(&server), guarded))
        .with_state(server)
}

/// Lets only those in who may ask, and gives every answer the headers that keep it to ourselves.
async fn guarded(
    State(server): State<Arc<Server>>,
    Extension(Local(local)): Extension<Local>,
    request: Request,
    next: Next,
) -> Response {
    let allowed = &server.hosting.allowed_hosts;
    let checked = guard::check(request.method(), request.uri(), request.headers(), allowed, local);
    let mut response = match checked {
        Ok(()) => next.run(request).await,
        Err((status, reason)) => plain(status, reason),
    };
    let is_refused_method = response.status() == StatusCode::METHOD_NOT_ALLOWED;
    let headers = response.headers_mut();
    if is_refused_method {
        headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    let same_origin = HeaderName::from_static("cross-origin-resource-policy");
    headers.insert(same_origin, HeaderValue::from_static("same-origin"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(CACHE_CONTROL).or_insert(NO_CACHE);
    response
}

async fn client(uri: Uri, headers: HeaderMap) -> Response {
    let name = uri.path().trim_start_matches("/.jumelage/");
    let Some(script) = CLIENT.get_file(name) else {
        return plain(StatusCode::NOT_FOUND, "the preview has no such file");
    };
    let source = Source::Memory(Bytes::from_static(script.contents()));
    file::answer(&headers, media_type(name), source)
}

async fn published(
    State(server): State<Arc<Server>>,
    Extension(from_here): Extension<FromHere>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let edition = server.preview.edition();
    let asked = Asked { server: &server, edition: &edition, from_here, headers: &headers };
    let prefix = &server.hosting.prefix;
    let is_empty = edition.site.files().len() == 0;
    match look_up(&edition, prefix, uri.path()) {
        Named::File(file) => asked.found(file).await,
        Named::Folder(file) => redirect(&prefix.address(&file.path)),
        Named::Root => redirect(prefix.as_str()),
        Named::Outside => {
            plain(StatusCode::NOT_FOUND, &format!("nothing is here; the site begins at {prefix}"))
        }
        Named::Nothing if is_empty && !edition.settled => {
            plain(StatusCode::SERVICE_UNAVAILABLE, "the site is being made: ask again in a moment")
        }
        Named::NoPage if is_empty => {
            let page = page::waiting(edition.settled);
            asked.shown(StatusCode::SERVICE_UNAVAILABLE, None, page.as_bytes())
        }
        Named::NoPage => asked.no_page(),
        Named::Nothing => asked.nothing(),
    }
}

/// A request for something of the site.
#[derive(Clone, Copy)]
struct Asked<'a> {
    server: &'a Server,
    edition: &'a Edition,
    from_here: FromHere,
    headers: &'a HeaderMap,
}

impl Asked<'_> {
    async fn found(self, file: &OutputFile) -> Response {
        let path = file.path.as_str();
        let media_type = media_type(path);
        match &file.contents {
            Contents::Bytes(bytes) if is_page(path) => {
                let bytes = page::with_script(bytes, &self.script(Some(file)));
                let mut response = file::answer(self.headers, media_type, Source::Memory(bytes));
                response.headers_mut().insert(CACHE_CONTROL, NO_STORE);
                response
            }
            Contents::Bytes(bytes) => {
                file::answer(self.headers, media_type, Source::Memory(bytes.clone()))
            }
            Contents::Drawn(drawing) => {
                let (studio, drawing) = (Arc::clone(&self.server.studio), drawing.clone());
                match spawn_blocking(move || studio.bytes(&drawing)).await {
                    Ok(Ok(bytes)) => file::answer(self.headers, media_type, Source::Memory(bytes)),
                    Ok(Err(error)) => plain(StatusCode::NOT_FOUND, &error.to_string()),
                    Err(_) => self.nothing(),
                }
            }
            Contents::Indexed(part) => {
                let part = part.clone();
                match spawn_blocking(move || part.bytes().clone()).await {
                    Ok(bytes) => file::answer(self.headers, media_type, Source::Memory(bytes)),
                    Err(_) => self.nothing(),
                }
            }
            Contents::CopyOf(source) => {
                let (root, source) = (self.server.hosting.root.clone(), source.clone());
                match spawn_blocking(move || copy::open(&root, &source)).await {
                    Ok(Ok(copy)) => file::answer(self.headers, media_type, Source::Disk(copy)),
                    // It has gone since the edition was made, or was replaced by what is no file.
                    Ok(Err(_)) | Err(_) => self.nothing(),
                }
            }
        }
    }

    /// Where a page could be and is not: the site's own page for that, or else one of ours, which
    /// becomes the page as soon as there is one.
    fn no_page(self) -> Response {
        self.own_page().unwrap_or_else(|| {
            self.shown(StatusCode::NOT_FOUND, None, page::no_such_page().as_bytes())
        })
    }

    /// Where there is nothing, and could be no page either.
    fn nothing(self) -> Response {
        self.own_page()
            .unwrap_or_else(|| plain(StatusCode::NOT_FOUND, "the site has nothing at this address"))
    }

    /// The site's own page for an unknown address, if it has one.
    fn own_page(self) -> Option<Response> {
        let file = self.edition.get("404.html")?;
        let Contents::Bytes(bytes) = &file.contents else { return None };
        Some(self.shown(StatusCode::NOT_FOUND, Some(file), bytes))
    }

    /// A page that is shown for something else than its own address.
    fn shown(self, status: StatusCode, file: Option<&OutputFile>, page: &[u8]) -> Response {
        let page = page::with_script(page, &self.script(file));
        let headers = [(CONTENT_TYPE, HeaderValue::from_static(HTML)), (CACHE_CONTROL, NO_STORE)];
        (status, headers, page).into_response()
    }

    fn script(self, file: Option<&OutputFile>) -> String {
        let FromHere(from_here) = self.from_here;
        let telling = Telling {
            session: &self.server.session,
            revision: self.edition.revision,
            prefix: &self.server.hosting.prefix,
            links: self.server.hosting.links(from_here),
        };
        page::script(&telling, file)
    }
}

/// Sends a browser to another address of ours.
fn redirect(address: &str) -> Response {
    let location = HeaderValue::try_from(address).expect("addresses are plain letters");
    (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, location)], [(CONTENT_LENGTH, "0")])
        .into_response()
}

/// An answer of one sentence.
fn plain(status: StatusCode, sentence: &str) -> Response {
    (status, format!("{sentence}\n")).into_response()
}
