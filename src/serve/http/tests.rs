//! The preview as a stranger meets it: requests byte by byte, good and hostile ones.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use bytes::Bytes;
use proptest::prelude::*;
use tempfile::TempDir;
use tokio::sync::oneshot;

use super::connections::Limits;
use super::*;
use crate::diagnostic::{Code, Excerpt, Finding};
use crate::output::{Contents, Origin, Output, OutputFile, Visibility};
use crate::serve::Edition;
use crate::values::SourcePath;

/// How long anything may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(20);

/// A preview that runs in a thread of its own until it is dropped.
struct Running {
    address: SocketAddr,
    preview: Preview,
    open_pages: OpenPages,
    asked: Arc<Mutex<Vec<String>>>,
    folder: TempDir,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// An answer, taken apart.
#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

fn file(path: &str, contents: Contents) -> OutputFile {
    OutputFile {
        path: OutputPath::new(path).unwrap(),
        contents,
        origin: Origin::Source(SourcePath::new("content/home.md").unwrap()),
        visibility: Visibility::Public,
    }
}

fn bytes(path: &str, contents: impl Into<Bytes>) -> OutputFile {
    file(path, Contents::Bytes(contents.into()))
}

fn copy_of(path: &str, source: &str) -> OutputFile {
    file(path, Contents::CopyOf(SourcePath::new(source).unwrap()))
}

fn edition(revision: u64, files: impl IntoIterator<Item = OutputFile>) -> Edition {
    let (site, diagnostics) = Output::collect(files);
    assert_eq!(diagnostics, []);
    Edition { revision, site: Arc::new(site), settled: true, current: true, ..Edition::default() }
}

const HOME: &str = "<!doctype html><html><body><h1>Home</h1></body></html>\n";

fn usual() -> Vec<OutputFile> {
    vec![
        bytes("index.html", HOME),
        bytes("404.html", "<html><body>Not here</body></html>"),
        bytes("cities/les-cayes/index.html", "<html><body>Les Cayes</body></html>"),
        bytes("assets/site.css", "body { color: black }"),
        bytes("files/caf\u{e9} 1.txt", "coffee"),
        copy_of("files/market.jpg", "content/files/market.jpg"),
    ]
}

fn run_within(limits: Limits, change: impl FnOnce(&mut Hosting)) -> Running {
    let folder = TempDir::new().unwrap();
    let root = folder.path().canonicalize().unwrap().join("site");
    fs::create_dir_all(root.join("content/files")).unwrap();
    fs::write(root.join("content/files/market.jpg"), "0123456789").unwrap();
    let mut hosting = Hosting {
        host: "127.0.0.1".parse().unwrap(),
        port: Some(0),
        allowed_hosts: Vec::new(),
        prefix: Prefix::default(),
        editor: Editor::default(),
        root,
    };
    change(&mut hosting);
    let bound = bind(hosting).unwrap();
    let address = bound.local;
    let (preview, open_pages) = (Preview::new(), OpenPages::default());
    preview.show(edition(1, usual()));
    let asked: Arc<Mutex<Vec<String>>> = Arc::default();
    let (stop, stopped) = oneshot::channel::<()>();
    let thread = std::thread::spawn({
        let (preview, open_pages, asked) = (preview.clone(), open_pages.clone(), asked.clone());
        let tell = move |path: &OutputPath| asked.lock().unwrap().push(path.to_string());
        let stop = async {
            let _ = stopped.await;
        };
        move || answer_within(limits, bound, preview, open_pages, tell, stop).unwrap()
    });
    let (stop, thread) = (Some(stop), Some(thread));
    Running { address, preview, open_pages, asked, folder, stop, thread }
}

fn run() -> Running {
    run_within(Limits::default(), |_| {})
}

impl Running {
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// What comes back for some bytes before the connection is closed.
    fn raw(&self, request: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // The preview may close the connection before it has read everything.
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let mut piece = [0; 4096];
        while let Ok(read) = stream.read(&mut piece) {
            if read == 0 {
                break;
            }
            answer.extend_from_slice(&piece[..read]);
        }
        answer
    }

    fn send(&self, request: impl AsRef<[u8]>) -> Answer {
        let answer = self.raw(request.as_ref());
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no answer: {}", answer.escape_ascii()));
        let head = String::from_utf8(answer[..end].to_vec()).unwrap();
        let status = head[9..12].parse().unwrap();
        Answer { status, head, body: answer[end + 4..].to_vec() }
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> Answer {
        let port = self.address.port();
        self.send(format!(
            "{method} {target} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n{headers}\r\n"
        ))
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, "")
    }

    fn session(&self) -> String {
        let page = self.get("/");
        let (_, behind) = page.text().split_once("data-session=\"").unwrap();
        behind.split('"').next().unwrap().to_owned()
    }

    fn root(&self) -> std::path::PathBuf {
        self.folder.path().canonicalize().unwrap().join("site")
    }

    /// Opens the stream of editions for a page.
    fn listen(&self, page: &str) -> TcpStream {
        let mut stream = self.connect();
        let session = self.session();
        write!(
            stream,
            "GET /.jumelage/events?session={session}&page={page} HTTP/1.1\r\nHost: localhost\r\n\r\n"
        )
        .unwrap();
        stream
    }

    fn stop(&mut self) {
        self.stop.take().expect("it is stopped once").send(()).unwrap();
        self.thread.take().expect("it is stopped once").join().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.stop.is_some() && !std::thread::panicking() {
            self.stop();
        }
    }
}

/// Reads until a text has come.
fn read_until(stream: &mut TcpStream, text: &str) -> String {
    let mut read = Vec::new();
    let mut piece = [0; 4096];
    while !String::from_utf8_lossy(&read).contains(text) {
        let count = stream.read(&mut piece).unwrap();
        assert_ne!(count, 0, "it ended without `{text}`: {}", read.escape_ascii());
        read.extend_from_slice(&piece[..count]);
    }
    String::from_utf8(read).unwrap()
}

#[track_caller]
fn eventually(what: &str, is_so: impl Fn() -> bool) {
    let begin = Instant::now();
    while !is_so() {
        assert!(begin.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A page without the one script element that the preview adds.
fn without_script(page: &[u8]) -> Vec<u8> {
    let begin = b"<script type=\"module\" src=\"/.jumelage/preview.js\"";
    let at =
        page.windows(begin.len()).rposition(|bytes| bytes == begin).expect("it has the script");
    let end = b"></script>";
    let length = page[at..].windows(end.len()).position(|bytes| bytes == end).expect("it ends");
    [&page[..at], &page[at + length + end.len()..]].concat()
}

#[test]
fn a_page_is_what_was_built_and_the_script() {
    let running = run();
    let page = running.get("/");
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(String::from_utf8(without_script(&page.body)).unwrap(), HOME);
    assert!(
        page.text().contains("data-revision=\"1\" data-base=\"/\" data-source=\"content/home.md\"")
    );
    assert!(page.text().contains("></script></body></html>\n"));
    assert_eq!(running.get("/cities/les-cayes/").status, 200);
    assert_eq!(running.get("/cities/les-cayes/index.html").status, 200);
    assert_eq!(running.get("/files/caf%C3%A9%201.txt").text(), "coffee");
    let asked = running.asked.lock().unwrap().clone();
    assert_eq!(asked[0], "index.html");
    assert_eq!(asked[1], "cities/les-cayes/index.html");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_a_page_is_only_the_script_is_added(
        parts in proptest::collection::vec(
            prop_oneof![
                Just(b"</body>".to_vec()), Just(b"</BoDy>".to_vec()), Just(b"<script>".to_vec()),
                proptest::collection::vec(any::<u8>(), 0..40),
            ],
            0..6,
        )
    ) {
        static RUNNING: std::sync::LazyLock<Mutex<Running>> =
            std::sync::LazyLock::new(|| Mutex::new(run()));
        let running = RUNNING.lock().unwrap();
        let page = parts.concat();
        running.preview.show(edition(2, [bytes("index.html", page.clone())]));
        prop_assert_eq!(without_script(&running.get("/").body), page);
    }
}

#[test]
fn only_what_is_in_the_table_can_be_named() {
    let running = run();
    fs::write(running.root().join("content/secret.txt"), "secret").unwrap();
    fs::write(running.root().parent().unwrap().join("secret.txt"), "secret").unwrap();
    for target in [
        "/../secret.txt",
        "/../../etc/passwd",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%252e%252e/secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "/content/secret.txt",
        "/assets/../../secret.txt",
        "/assets/%2e%2e/index.html",
        "//etc/passwd",
        "///",
        "/.git/config",
        "/.env",
        "/assets/.env",
        "/c:/windows/win.ini",
        "/%00",
        "/index.html%00",
        "/assets%2fsite.css",
        "/assets//site.css",
        "/./index.html",
        "/%",
        "/%f",
        "/%zz",
        "/%ff%fe",
        "/%c0%ae%c0%ae/",
        "/~root",
        "/@fs/etc/passwd",
        "/@fs/x#/../../etc/passwd",
        "/files/",
        "/index.html/",
        "/assets/site.css/",
        "/.jumelage/",
        "/.jumelage/../index.html",
        "/.jumelage/secret.txt",
        "/.jumelage/a/b",
        "/.jumelage/%2e%2e%2fsecret.txt",
        "/%0d%0aSet-Cookie:%20a=b",
        "/INDEX.HTML",
    ] {
        let answer = running.get(target);
        assert_eq!(answer.status, 404, "{target}: {answer:?}");
        assert!(!answer.text().contains("secret") && !answer.text().contains("root:"), "{target}");
    }
}

#[test]
fn a_query_changes_nothing() {
    let running = run();
    for query in ["?", "?raw??", "?import&raw??", "?/../../etc/passwd", "?v=12"] {
        let answer = running.get(&format!("/assets/site.css{query}"));
        assert_eq!((answer.status, answer.text()), (200, "body { color: black }"), "{query}");
    }
}

#[test]
fn the_preview_can_only_be_read() {
    let running = run();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get"] {
        let answer = running.ask(method, "/", "");
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
    let answer = running.ask("POST", "/.jumelage/events", "Content-Length: 3\r\n");
    assert_eq!(answer.status, 405);
    assert_eq!(running.ask("OPTIONS", "*", "").status, 405);
    let port = running.address.port();
    let connect = format!(
        "CONNECT localhost:{port} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    );
    assert_eq!(running.send(connect).status, 405);
}

#[test]
fn a_foreign_host_is_refused_with_a_sentence() {
    let running = run_within(Limits::default(), |hosting| {
        hosting.allowed_hosts = vec!["preview.example".to_owned()];
    });
    let with =
        |hosts: &str| running.send(format!("GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n"));
    for host in ["localhost", "127.0.0.1:99", "[::1]:8000", "preview.example", "LocalHost"] {
        assert_eq!(with(&format!("Host: {host}\r\n")).status, 200, "{host}");
    }
    for host in ["evil.example", "localhost.evil.example:8000", "192.168.1.20", "0.0.0.0"] {
        let answer = with(&format!("Host: {host}\r\n"));
        assert_eq!(answer.status, 403, "{host}");
        assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(answer.text().lines().count(), 1);
    }
    for hosts in [
        "",
        "Host: \r\n",
        "Host: localhost\r\nHost: localhost\r\n",
        "Host: local host\r\n",
        "Host: localhost\r\nHost: evil.example\r\n",
        "Host: localhost/../\r\n",
        "Host: a@localhost\r\n",
        "Host: [\r\n",
        "Host: localhost, evil.example\r\n",
        "Host: http://localhost\r\n",
    ] {
        let answer = with(hosts);
        assert!([400, 403].contains(&answer.status), "{hosts}: {answer:?}");
    }
    let absolute =
        "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assert_eq!(running.send(absolute).status, 400);
    let old = running.send("GET / HTTP/1.0\r\n\r\n");
    assert_eq!(old.status, 400);
}

#[test]
fn in_a_network_our_own_address_is_known_and_no_other() {
    let running =
        run_within(Limits::default(), |hosting| hosting.host = "0.0.0.0".parse().unwrap());
    let address = SocketAddr::new("127.0.0.1".parse().unwrap(), running.address.port());
    let status = |host: &str| {
        let mut stream = TcpStream::connect(address).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        read_until(&mut stream, "\r\n\r\n")[9..12].to_owned()
    };
    assert_eq!(status("127.0.0.1:80"), "200");
    assert_eq!(status("127.0.0.2"), "403");
    assert_eq!(status("0.0.0.0"), "403");
    assert_eq!(status("evil.example"), "403");
}

#[test]
fn a_foreign_origin_is_refused() {
    let running = run();
    let port = running.address.port();
    let own = format!("Origin: http://localhost:{port}\r\n");
    assert_eq!(running.ask("GET", "/", &own).status, 200);
    for origin in
        ["null", "http://evil.example", "https://localhost", "http://localhost", "", "\u{ff}"]
    {
        for target in ["/", "/assets/site.css", "/.jumelage/events", "/nothing"] {
            let answer = running.ask("GET", target, &format!("Origin: {origin}\r\n"));
            assert_eq!(answer.status, 403, "{origin} {target}");
        }
    }
    assert_eq!(running.ask("GET", "/", &format!("{own}{own}")).status, 403);
}

#[test]
fn every_answer_is_for_our_own_pages_alone() {
    let running = run();
    let answers = [
        running.get("/"),
        running.get("/assets/site.css"),
        running.get("/files/market.jpg"),
        running.get("/nothing"),
        running.get("/cities/les-cayes"),
        running.get("/.jumelage/preview.js"),
        running.get("/.jumelage/events"),
        running.ask("POST", "/", ""),
        running.ask("GET", "/", "Origin: http://evil.example\r\n"),
        running.ask("GET", "/assets/site.css", "Range: bytes=900-\r\n"),
    ];
    for answer in answers {
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            Some("same-origin"),
            "{answer:?}"
        );
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{answer:?}");
        let caching = answer.header("cache-control").unwrap();
        assert!(["no-cache", "no-store"].contains(&caching), "{answer:?}");
        assert!(!answer.head.to_lowercase().contains("access-control"), "{answer:?}");
    }
}

#[test]
fn no_bytes_end_the_preview() {
    let running = run();
    let mut hostile: Vec<Vec<u8>> = vec![
        b"\0\0\0\0".to_vec(),
        b"\r\n\r\n\r\n\r\n".to_vec(),
        b"GET\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost: \xff\xfe\x80\r\n\r\n".to_vec(),
        b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: \x01\x7f\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost localhost\r\n\r\n".to_vec(),
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".to_vec(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
    ];
    for header in ["Range", "If-None-Match", "If-Range", "Connection", "Expect", "Upgrade"] {
        for value in
            [&b"\xff"[..], b"\"", b"bytes=\xff-", b"W/", b"*,*,*", b"bytes=--1", b"100-continue"]
        {
            let mut request =
                format!("GET /assets/site.css HTTP/1.1\r\nHost: localhost\r\n{header}: ")
                    .into_bytes();
            request.extend_from_slice(value);
            request.extend_from_slice(b"\r\nConnection: close\r\n\r\n");
            hostile.push(request);
        }
    }
    for request in hostile {
        let mut stream = running.connect();
        let _ = stream.write_all(&request);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert_eq!(running.get("/").status, 200, "{}", request.escape_ascii());
    }
}

#[test]
fn a_large_head_is_refused() {
    let running = run();
    let fits = format!("X-Large: {}\r\n", "a".repeat(12 * 1024));
    assert_eq!(running.ask("GET", "/", &fits).status, 200);
    let large = format!("X-Large: {}\r\n", "a".repeat(16 * 1024));
    assert_eq!(running.ask("GET", "/", &large).status, 431);
    let address = format!("/{}", "a".repeat(17 * 1024));
    assert!([414, 431].contains(&running.get(&address).status));
}

#[test]
fn a_head_that_does_not_come_ends_its_connection() {
    let limits = Limits { head_time: Duration::from_millis(100), ..Limits::default() };
    let running = run_within(limits, |_| {});
    for beginning in [&b""[..], b"GET / HTTP/1.1\r\nHost: loc"] {
        let mut stream = running.connect();
        stream.write_all(beginning).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the preview closes it before the patience ends");
    }
}

#[test]
fn a_flood_of_connections_keeps_nobody_waiting() {
    let limits = Limits { connections: 16, ..Limits::default() };
    let running = run_within(limits, |_| {});
    let mut listening = running.listen("/");
    read_until(&mut listening, "event: edition");
    let mut flood: Vec<_> = (0..100).map(|_| running.connect()).collect();
    for stream in &mut flood {
        let _ = stream.write_all(b"GET / HTTP/1.1\r\n");
    }
    for _ in 0..10 {
        let begin = Instant::now();
        assert_eq!(running.get("/").status, 200);
        assert!(begin.elapsed() < Duration::from_secs(1));
    }
    running.preview.show(edition(2, usual()));
    read_until(&mut listening, "id: 2");
}

#[test]
fn an_address_without_its_slash_leads_to_the_page() {
    let running = run();
    for target in ["/cities/les-cayes", "/cities/les-cayes?a=//evil.example"] {
        let answer = running.get(target);
        assert_eq!((answer.status, answer.header("location")), (307, Some("/cities/les-cayes/")));
    }
    running.preview.show(edition(2, [bytes("evil.example/%0d/index.html", "a")]));
    let answer = running.get("/evil.example/%250d");
    assert_eq!(answer.header("location"), Some("/evil.example/%250d/"));
    assert_eq!(running.get("//evil.example/%250d").status, 404);
}

#[test]
fn an_unknown_address_shows_the_page_that_the_site_has_for_it() {
    let running = run();
    for target in ["/nothing/", "/nothing", "/nothing.jpg", "/../"] {
        let answer = running.get(target);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (404, Some("text/html; charset=utf-8"))
        );
        assert_eq!(without_script(&answer.body), b"<html><body>Not here</body></html>");
    }
    running.preview.show(edition(2, [bytes("index.html", "a")]));
    let answer = running.get("/nothing/");
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (404, Some("text/plain; charset=utf-8"))
    );
}

#[test]
fn a_site_below_a_prefix_is_nowhere_else() {
    let prefixed = |hosting: &mut Hosting| hosting.prefix = Prefix::parse("/sub/path").unwrap();
    let running = run_within(Limits::default(), prefixed);
    assert_eq!(without_script(&running.get("/sub/path/").body), HOME.as_bytes());
    assert!(running.get("/sub/path/").text().contains("data-base=\"/sub/path/\""));
    assert_eq!(running.get("/sub/path").header("location"), Some("/sub/path/"));
    assert_eq!(
        running.get("/sub/path/cities/les-cayes").header("location"),
        Some("/sub/path/cities/les-cayes/")
    );
    for target in ["/", "/cities/les-cayes/", "/sub/pathology", "/assets/site.css"] {
        let answer = running.get(target);
        assert_eq!(answer.status, 404);
        assert_eq!(answer.text(), "nothing is here; the site begins at /sub/path/\n");
    }
    assert_eq!(running.get("/.jumelage/preview.js").status, 200);
}

#[test]
fn before_there_is_a_site_its_pages_wait() {
    let running = run();
    running.preview.show(Edition { revision: 1, settled: true, ..Edition::default() });
    for target in ["/", "/cities/les-cayes/", "/cities", "/404.html"] {
        let answer = running.get(target);
        assert_eq!(
            (answer.status, answer.header("cache-control")),
            (503, Some("no-store")),
            "{target}"
        );
        assert!(answer.text().contains("src=\"/.jumelage/preview.js\""));
    }
    assert_eq!(running.get("/assets/site.css").status, 404);
    let ahead = bytes("cities/les-cayes/index.html", "ahead");
    let ahead = [(ahead.path.clone(), ahead)].into();
    running.preview.show(Edition { revision: 2, ahead, ..Edition::default() });
    assert_eq!(running.get("/cities/les-cayes/").status, 200);
    assert_eq!(running.get("/").status, 503);
    assert!(running.asked.lock().unwrap().contains(&"cities/index.html".to_owned()));
}

#[test]
fn a_file_is_sent_again_only_when_it_has_changed() {
    let running = run();
    for target in ["/assets/site.css", "/files/market.jpg", "/.jumelage/preview.js"] {
        let first = running.get(target);
        assert_eq!(
            (first.status, first.header("cache-control")),
            (200, Some("no-cache")),
            "{target}"
        );
        let etag = first.header("etag").unwrap();
        assert!(!etag.starts_with("W/"));
        for condition in
            [etag.to_owned(), format!("\"other\", {etag}"), format!("W/{etag}"), "*".to_owned()]
        {
            let again = running.ask("GET", target, &format!("If-None-Match: {condition}\r\n"));
            assert_eq!((again.status, again.body.len()), (304, 0), "{target} {condition}");
            assert_eq!(again.header("etag"), Some(etag));
        }
        let other = running.ask("GET", target, "If-None-Match: \"other\"\r\n");
        assert_eq!(other.status, 200);
    }
    let before = running.get("/files/market.jpg").header("etag").unwrap().to_owned();
    fs::write(running.root().join("content/files/market.jpg"), "9876543210").unwrap();
    assert_ne!(running.get("/files/market.jpg").header("etag"), Some(&*before));
    running.preview.show(edition(2, [bytes("assets/site.css", "body { color: green }")]));
    assert!(running.get("/assets/site.css").text().contains("green"));
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let running = run();
    running
        .preview
        .show(edition(2, usual().into_iter().chain([bytes("digits.txt", "0123456789")])));
    for target in ["/digits.txt", "/files/market.jpg"] {
        let part = |range: &str| running.ask("GET", target, &format!("Range: {range}\r\n"));
        let answer = part("bytes=2-4");
        assert_eq!((answer.status, answer.text()), (206, "234"), "{target}");
        assert_eq!(answer.header("content-range"), Some("bytes 2-4/10"));
        assert_eq!(answer.header("content-length"), Some("3"));
        assert_eq!(part("bytes=8-99").text(), "89");
        assert_eq!(part("bytes=-3").text(), "789");
        let beyond = part("bytes=10-");
        assert_eq!((beyond.status, beyond.header("content-range")), (416, Some("bytes */10")));
        assert!(beyond.body.is_empty());
        for whole in ["bytes=0-1,4-5", "bytes=4-2", "lines=1-2", "bytes=x"] {
            assert_eq!((part(whole).status, part(whole).text()), (200, "0123456789"), "{whole}");
        }
        let etag = running.get(target).header("etag").unwrap().to_owned();
        let unless = |condition: &str| {
            running
                .ask("GET", target, &format!("Range: bytes=2-4\r\nIf-Range: {condition}\r\n"))
                .status
        };
        assert_eq!(unless(&etag), 206);
        for changed in
            ["\"other\"", &format!("W/{etag}"), "Sat, 29 Oct 1994 19:43:31 GMT", "nonsense"]
        {
            assert_eq!(unless(changed), 200, "{changed}");
        }
    }
}

#[test]
fn a_head_tells_what_a_get_would() {
    let running = run();
    let bare = |answer: &Answer| {
        let lines = answer.head.lines().filter(|line| !line.starts_with("date:"));
        lines.map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
    };
    for target in [
        "/",
        "/assets/site.css",
        "/files/market.jpg",
        "/nothing/",
        "/cities/les-cayes",
        "/.jumelage/preview.js",
        "/.jumelage/nothing",
    ] {
        let (get, head) = (running.get(target), running.ask("HEAD", target, ""));
        assert_eq!(bare(&head), bare(&get), "{target}");
        assert!(head.body.is_empty(), "{target}");
        assert_eq!(get.header("content-length"), Some(&*get.body.len().to_string()), "{target}");
    }
}

#[test]
fn a_copy_is_read_in_pieces() {
    let running = run();
    let film: Vec<u8> = (0..3_000_001_u32).map(|at| at.to_le_bytes()[at as usize % 4]).collect();
    fs::write(running.root().join("content/files/film.mp4"), &film).unwrap();
    running.preview.show(edition(2, [copy_of("films/film.mp4", "content/files/film.mp4")]));
    let answer = running.get("/films/film.mp4");
    assert_eq!(answer.header("content-type"), Some("video/mp4"));
    assert!(answer.body == film);
    let part = running.ask("GET", "/films/film.mp4", "Range: bytes=1000000-2000000\r\n");
    assert!(part.body == film[1_000_000..=2_000_000]);
}

#[cfg(unix)]
#[test]
fn a_copy_never_leaves_the_site() {
    use std::os::unix::fs::symlink;
    let running = run();
    let root = running.root();
    let outside = root.parent().unwrap().join("secret.txt");
    fs::write(&outside, "secret").unwrap();
    fs::write(root.join("notes.txt"), "secret").unwrap();
    let files = root.join("content/files");
    symlink(&outside, files.join("out.txt")).unwrap();
    symlink(root.parent().unwrap(), files.join("folder")).unwrap();
    symlink("../../notes.txt", files.join("root.txt")).unwrap();
    symlink("market.jpg", files.join("inside.jpg")).unwrap();
    fs::create_dir(files.join("directory.txt")).unwrap();
    let fifo = files.join("pipe.txt");
    assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let _socket = std::os::unix::net::UnixListener::bind(files.join("socket.txt")).unwrap();
    let names = [
        "out.txt",
        "folder/secret.txt",
        "root.txt",
        "directory.txt",
        "pipe.txt",
        "socket.txt",
        "gone.txt",
    ];
    let copies = names
        .iter()
        .chain(&["inside.jpg"])
        .map(|name| copy_of(&format!("files/{name}"), &format!("content/files/{name}")));
    let elsewhere = [copy_of("notes.txt", "notes.txt")];
    running.preview.show(edition(2, copies.chain(elsewhere)));
    for name in names {
        let answer = running.get(&format!("/files/{name}"));
        assert_eq!(answer.status, 404, "{name}");
        assert!(!answer.text().contains("secret"));
    }
    assert_eq!(running.get("/notes.txt").status, 404);
    assert_eq!(running.get("/files/inside.jpg").text(), "0123456789");
}

#[test]
fn only_pages_of_this_run_learn_of_editions() {
    let running = run();
    for query in ["", "?session=", "?session=0", "?page=/", "?session", "?session=%00"] {
        let answer = running.get(&format!("/.jumelage/events{query}"));
        assert_eq!(answer.status, 403, "{query}");
    }
    let session = running.session();
    assert_eq!((session.len(), session == run().session()), (32, false));
}

#[test]
fn an_open_page_learns_of_every_newer_edition() {
    let running = run();
    let mut stream = running.listen("%2Fcities%2Fles-cayes%2F");
    let first = read_until(&mut stream, "\n\n");
    assert!(first.contains("content-type: text/event-stream"), "{first}");
    let first = if first.contains("id: 1") { first } else { read_until(&mut stream, "id: 1") };
    assert!(first.contains("event: edition\n"), "{first}");
    assert!(first.contains("\"revision\":1,"), "{first}");
    let page = OutputPath::new("cities/les-cayes/index.html").unwrap();
    assert_eq!(running.open_pages.paths(), [page]);
    running.preview.show(edition(7, usual()));
    read_until(&mut stream, "id: 7");
    drop(stream);
    eventually("the page was closed", || running.open_pages.paths().is_empty());
}

#[test]
fn before_the_first_edition_nothing_is_told() {
    let running = run();
    running.preview.show(Edition::default());
    let mut stream = running.connect();
    let session = running.session();
    write!(stream, "GET /.jumelage/events?session={session} HTTP/1.1\r\nHost: localhost\r\n\r\n")
        .unwrap();
    let head = read_until(&mut stream, "\r\n\r\n");
    assert!(!head.contains("edition"), "{head}");
    running.preview.show(edition(1, usual()));
    read_until(&mut stream, "id: 1");
}

#[test]
fn what_is_told_of_an_edition_is_as_the_script_expects_it() {
    let root = TempDir::new().unwrap();
    fs::create_dir_all(root.path().join("content")).unwrap();
    fs::write(root.path().join("content/new.md"), "a").unwrap();
    let finding = |file: Option<&str>| Finding {
        severity: Code::UnknownCommittee.severity(),
        code: Code::UnknownCommittee,
        message: "no committee is called `haitii`".to_owned(),
        excerpts: file
            .map(|file| Excerpt { file: file.to_owned(), spot: None, label: None })
            .into_iter()
            .collect(),
        help: Vec::new(),
    };
    let mut findings = vec![finding(None), finding(Some("themes/civic/templates/gone.html"))];
    findings.extend((0..200).map(|_| finding(Some("content/other.md"))));
    findings.push(finding(Some("content/new.md")));
    let edition = Edition {
        findings,
        saved: vec![SourcePath::new("content/new.md").unwrap()],
        assets: Arc::new([(OutputPath::new("files/a #1.jpg").unwrap(), 9)].into()),
        edited: OutputPath::new("new/index.html"),
        took: Duration::from_micros(34_249),
        ..edition(12, [])
    };
    let prefix = Prefix::parse("/sub").unwrap();
    let told = report::report(&edition, "6f", &prefix, &Editor::default(), root.path());
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(
        (&told["session"], &told["revision"], &told["took"]),
        (&"6f".into(), &12.into(), &34.2.into())
    );
    assert_eq!(
        (&told["errors"], &told["warnings"], &told["more"]),
        (&203.into(), &0.into(), &3.into())
    );
    assert_eq!((&told["settled"], &told["current"]), (&true.into(), &true.into()));
    assert_eq!(told["findings"].as_array().unwrap().len(), 200);
    assert_eq!(told["findings"][0]["saved"], true);
    let link = told["findings"][0]["places"][0]["link"].as_str().unwrap();
    assert!(link.starts_with("vscode://file/") && link.ends_with("/content/new.md:1:1"), "{link}");
    assert!(told["findings"][0]["places"][0].get("line").is_none());
    assert_eq!(told["findings"][1]["places"], serde_json::json!([]));
    let not_there = serde_json::json!([{ "file": "themes/civic/templates/gone.html" }]);
    assert_eq!(told["findings"][2]["places"], not_there);
    assert_eq!(told["assets"], serde_json::json!({ "files/a%20%231.jpg": 9 }));
    assert_eq!(
        (&told["edited"], &told["saved"][0]),
        (&"/sub/new/".into(), &"content/new.md".into())
    );
}

#[test]
fn the_preview_stops_at_once_whoever_is_connected() {
    let mut running = run();
    let film = vec![7; 30_000_000];
    fs::write(running.root().join("content/files/film.mp4"), film).unwrap();
    let copy = copy_of("film.mp4", "content/files/film.mp4");
    running.preview.show(edition(2, usual().into_iter().chain([copy])));
    let mut listening = running.listen("/");
    read_until(&mut listening, "id: 2");
    let _half_open = running.connect();
    // Somebody who asks for much and reads nothing.
    let mut stalled = running.connect();
    stalled.write_all(b"GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut first = [0; 12];
    stalled.read_exact(&mut first).unwrap();
    let begin = Instant::now();
    running.stop();
    assert!(begin.elapsed() < Duration::from_secs(1), "it took {:?}", begin.elapsed());
    let mut rest = Vec::new();
    listening.read_to_end(&mut rest).unwrap();
    assert!(TcpStream::connect(running.address).is_err());
}
