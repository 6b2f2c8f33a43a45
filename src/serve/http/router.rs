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

use super::connections::Local;
use super::file::Source;
use super::lookup::{Named, look_up};
use super::media_type::{is_page, media_type};
use super::page::Telling;
use super::{Server, copy, events, file, guard, page};
use crate::output::{Contents, OutputFile};
use crate::serve::Edition;

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

async fn published(State(server): State<Arc<Server>>, uri: Uri, headers: HeaderMap) -> Response {
    let edition = server.preview.edition();
    let prefix = &server.hosting.prefix;
    let named = look_up(&edition, prefix, uri.path());
    match named {
        Named::File(file) => found(&server, &edition, file, &headers).await,
        Named::Folder(file) => redirect(&prefix.address(&file.path)),
        Named::Root => redirect(prefix.as_str()),
        Named::Outside => {
            plain(StatusCode::NOT_FOUND, &format!("nothing is here; the site begins at {prefix}"))
        }
        Named::Nothing(Some(_)) if edition.site.files().len() == 0 => {
            let page = page::waiting(edition.settled);
            shown(&server, &edition, StatusCode::SERVICE_UNAVAILABLE, None, page.as_bytes())
        }
        Named::Nothing(_) | Named::Never => missing(&server, &edition),
    }
}

async fn found(
    server: &Server,
    edition: &Edition,
    file: &OutputFile,
    headers: &HeaderMap,
) -> Response {
    let media_type = media_type(file.path.as_str());
    match &file.contents {
        Contents::Bytes(bytes) if is_page(file.path.as_str()) => {
            let bytes = page::with_script(bytes, &script(server, edition, Some(file)));
            let mut response = file::answer(headers, media_type, Source::Memory(bytes));
            response.headers_mut().insert(CACHE_CONTROL, NO_STORE);
            response
        }
        Contents::Bytes(bytes) => file::answer(headers, media_type, Source::Memory(bytes.clone())),
        Contents::CopyOf(source) => {
            let (root, source) = (server.hosting.root.clone(), source.clone());
            match spawn_blocking(move || copy::open(&root, &source)).await {
                Ok(Ok(copy)) => file::answer(headers, media_type, Source::Disk(copy)),
                // It has gone since the edition was made, or was replaced by what is no file.
                Ok(Err(_)) | Err(_) => missing(server, edition),
            }
        }
    }
}

/// Sends a browser to another address of ours.
fn redirect(address: &str) -> Response {
    let location = HeaderValue::try_from(address).expect("addresses are plain letters");
    (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, location)], [(CONTENT_LENGTH, "0")])
        .into_response()
}

/// The site's own page for an unknown address, if it has one.
fn missing(server: &Server, edition: &Edition) -> Response {
    let own = edition.get("404.html");
    match own.map(|file| (file, &file.contents)) {
        Some((file, Contents::Bytes(bytes))) => {
            shown(server, edition, StatusCode::NOT_FOUND, Some(file), bytes)
        }
        _ => plain(StatusCode::NOT_FOUND, "the site has nothing at this address"),
    }
}

/// A page that is shown for something else than its own address.
fn shown(
    server: &Server,
    edition: &Edition,
    status: StatusCode,
    file: Option<&OutputFile>,
    page: &[u8],
) -> Response {
    let page = page::with_script(page, &script(server, edition, file));
    let headers = [(CONTENT_TYPE, HeaderValue::from_static(HTML)), (CACHE_CONTROL, NO_STORE)];
    (status, headers, page).into_response()
}

fn script(server: &Server, edition: &Edition, file: Option<&OutputFile>) -> String {
    let hosting = &server.hosting;
    let telling = Telling {
        session: &server.session,
        revision: edition.revision,
        prefix: &hosting.prefix,
        editor: &hosting.editor,
        root: &hosting.root,
    };
    page::script(&telling, file)
}

/// An answer of one sentence.
fn plain(status: StatusCode, sentence: &str) -> Response {
    (status, format!("{sentence}\n")).into_response()
}
