//! The preview as a stranger meets it: requests byte by byte, good and hostile ones.

#![expect(clippy::disallowed_methods, reason = "files are laid out for it, and waiting must end")]

mod files;
mod hostile;
mod pages;
mod stream;

use std::fs;
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use bytes::Bytes;
use proptest::prelude::*;
use tempfile::TempDir;
use tokio::sync::oneshot;

use super::connections::Limits;
use super::*;
use crate::diagnostic::{Code, Excerpt, Finding, Severity};
use crate::output::{Contents, Origin, Output, OutputFile, Visibility};
use crate::serve::Edition;
use crate::shelf::Shelf;
use crate::values::{AllowedHost, OutputPath, SourcePath};

/// How long anything may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(20);

/// A preview that runs in a thread of its own until it is dropped.
struct Running {
    address: SocketAddr,
    preview: Preview,
    open_pages: OpenPages,
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
        drafts: true,
    };
    change(&mut hosting);
    let bound = bind(hosting).unwrap();
    let address = bound.local;
    let (preview, open_pages) = (Preview::new(), OpenPages::default());
    let studio = studio_of(&bound.hosting);
    preview.show(edition(1, usual()));
    let (stop, stopped) = oneshot::channel::<()>();
    let thread = std::thread::spawn({
        let (preview, open_pages) = (preview.clone(), open_pages.clone());
        let stop = async {
            let _ = stopped.await;
        };
        move || answer_within(limits, bound, studio, preview, open_pages, stop).unwrap()
    });
    let (stop, thread) = (Some(stop), Some(thread));
    Running { address, preview, open_pages, folder, stop, thread }
}

fn studio_of(hosting: &Hosting) -> Arc<Studio> {
    Arc::new(Studio::new(&hosting.root, Shelf::of(&hosting.root)))
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
