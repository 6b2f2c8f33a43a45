//! Addresses of other websites, as `check --external` visits them: on servers of our own.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::program::{Folder, Said};

/// A website elsewhere. The path of a request says how it is answered.
struct Elsewhere {
    port: u16,
    seen: Arc<Seen>,
}

/// What has been asked of it.
#[derive(Default)]
struct Seen {
    requests: Mutex<Vec<String>>,
    at_once: AtomicUsize,
    most_at_once: AtomicUsize,
}

impl Elsewhere {
    fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("it listens").port();
        let seen = Arc::new(Seen::default());
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let seen = Arc::clone(&shared);
                thread::spawn(move || answer(stream, &seen));
            }
        });
        Self { port, seen }
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    fn requests(&self) -> Vec<String> {
        self.seen.requests.lock().expect("no thread has panicked").clone()
    }
}

fn answer(mut stream: TcpStream, seen: &Seen) {
    let mut reader = BufReader::new(stream.try_clone().expect("a second handle"));
    let mut line = String::new();
    if reader.read_line(&mut line).unwrap_or(0) == 0 {
        return;
    }
    let mut head = String::new();
    while reader.read_line(&mut head).unwrap_or(0) > 2 {
        head.clear();
    }
    let at_once = seen.at_once.fetch_add(1, Ordering::SeqCst) + 1;
    seen.most_at_once.fetch_max(at_once, Ordering::SeqCst);
    let request = line.trim_end_matches(" HTTP/1.1\r\n").to_owned();
    let (method, path) = request.split_once(" /").unwrap_or_default();
    let earlier = {
        let mut requests = seen.requests.lock().expect("no thread has panicked");
        let earlier = requests.iter().filter(|earlier| **earlier == request).count();
        requests.push(request.clone());
        earlier
    };
    let status = match (path, method) {
        ("gone", _) => "404 Not Found",
        ("no-head", "HEAD") => "405 Method Not Allowed",
        ("shy", "HEAD") => "404 Not Found",
        ("forbidden", _) => "403 Forbidden",
        ("moved", _) => "301 Moved Permanently\r\nLocation: /well",
        ("for-now", _) => "302 Found\r\nLocation: well",
        ("loop", _) => "301 Moved Permanently\r\nLocation: /loop",
        ("busy", _) if earlier == 0 => "429 Too Many Requests\r\nRetry-After: 0",
        ("busy-for-long", _) => "429 Too Many Requests\r\nRetry-After: 3600",
        ("slow", _) => {
            thread::sleep(Duration::from_secs(5));
            "200 OK"
        }
        _ => "200 OK",
    };
    let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    seen.at_once.fetch_sub(1, Ordering::SeqCst);
}

/// A site with a page of links, one in each line from the fourth on.
fn linking(links: &[String]) -> Folder {
    let folder = Folder::with_starter();
    let lines: String =
        links.iter().enumerate().map(|(at, link)| format!("[place {at}]({link})\n\n")).collect();
    folder.write("twins/content/pages/links.md", &format!("---\ntitle: Links\n---\n{lines}"));
    folder
}

fn check(folder: &Folder, more: &str) -> Said {
    folder.run(&format!("check twins --external --timeout 1 {more}"))
}

/// The lines of a remark about an address.
#[track_caller]
fn told<'a>(said: &'a Said, address: &str) -> &'a str {
    let at = said.stderr.find(&format!("`{address}`"));
    let at = at.unwrap_or_else(|| panic!("nothing is told of {address}:\n{}", said.stderr));
    let start = said.stderr[..at].rfind("\n\n").map_or(0, |gap| gap + 2);
    let rest = &said.stderr[start..];
    &rest[..rest.find("\n\n").unwrap_or(rest.len())]
}

#[test]
fn what_leads_nowhere_is_told_apart_from_what_cannot_be_checked() {
    // Each on a website of its own, so that none has to wait for another.
    let sites: Vec<Elsewhere> = (0..11).map(|_| Elsewhere::start()).collect();
    let paths = [
        "well",
        "gone",
        "no-head",
        "shy",
        "forbidden",
        "moved",
        "for-now",
        "loop",
        "busy",
        "busy-for-long",
        "slow",
    ];
    let url = |path: &str| {
        let at = paths.iter().position(|other| *other == path).expect("it is one of them");
        sites[at].url(path)
    };
    let nobody = {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        format!("http://{}/", listener.local_addr().expect("it listens"))
    };
    let mut links: Vec<String> = paths.iter().map(|path| url(path)).collect();
    links.push(nobody.clone());
    let folder = linking(&links);
    let said = check(&folder, "").ends(0);

    assert!(
        said.stdout.contains(
            "addresses of other websites: 5 well, 1 moved, 2 broken, 4 could not be checked"
        ),
        "{}",
        said.stdout
    );
    let gone = told(&said, &url("gone"));
    assert!(gone.starts_with("warning[dead-link]: "), "{gone}");
    assert!(gone.contains("the server says that there is no such page (404)"), "{gone}");
    assert!(
        gone.contains("twins/content/pages/links.md:6:11")
            || gone.contains("content/pages/links.md:6:11"),
        "{gone}"
    );
    assert!(told(&said, &url("loop")).contains("leads on and on"));
    assert!(told(&said, &url("forbidden")).starts_with("note[unverified-link]: "));
    assert!(told(&said, &url("busy-for-long")).contains("has been asked too often (429)"));
    assert!(told(&said, &url("slow")).contains("took too long to answer"));
    assert!(told(&said, &nobody).contains("refuses connections"));
    let moved = told(&said, &url("moved"));
    assert!(moved.starts_with("note[moved-link]: "), "{moved}");
    assert!(moved.contains(&format!("write `{}`", sites[5].url("well"))), "{moved}");
    for well in ["well", "no-head", "shy", "for-now", "busy"] {
        assert!(!said.stderr.contains(&format!("`{}`", url(well))), "{well}: {}", said.stderr);
    }
    assert_eq!(sites[2].requests(), ["HEAD /no-head", "GET /no-head"]);
    // With `--strict`, what leads nowhere is an error; what cannot be checked is none.
    let said = check(&folder, "--strict --format json").ends(1);
    assert_eq!(said.stdout.matches("\"error\"").count(), 2, "{}", said.stdout);
}

#[test]
fn one_host_is_asked_one_thing_at_a_time_and_remembered() {
    let site = Elsewhere::start();
    let links = ["a", "b", "gone"].map(|path| site.url(path));
    let folder = linking(&links);
    check(&folder, "").ends(0);
    assert_eq!(site.seen.most_at_once.load(Ordering::SeqCst), 1);
    assert_eq!(site.requests().len(), 4, "{:?}", site.requests());

    // What was well is not asked again; what was broken may have been mended.
    let said = check(&folder, "").ends(0);
    assert_eq!(site.requests().len(), 6, "{:?}", site.requests());
    assert!(said.stdout.contains("2 well, 1 broken"), "{}", said.stdout);

    // The memory may be damaged at any time.
    folder.write("twins/.jumelage/links.json", "{ \"half");
    check(&folder, "").ends(0);
    assert_eq!(site.requests().len(), 10, "{:?}", site.requests());
}

#[test]
fn what_the_owner_trusts_and_examples_are_not_visited() {
    let site = Elsewhere::start();
    let folder = linking(&[site.url("gone"), "https://port-belle.example/".to_owned()]);
    let settings = folder.read("twins/content/site.yaml");
    let settings = format!("{settings}\nunchecked_links: [\"{}\"]\n", site.url(""));
    folder.write("twins/content/site.yaml", &settings);
    let said = check(&folder, "").ends(0);
    assert_eq!(site.requests(), [""; 0]);
    assert!(said.stdout.contains(" not visited"), "{}", said.stdout);
    assert!(!said.stderr.contains("dead-link"), "{}", said.stderr);
}

#[test]
fn a_build_asks_nobody() {
    let site = Elsewhere::start();
    let folder = linking(&[site.url("well")]);
    folder.run("build twins").ends(0);
    folder.run("check twins").ends(0);
    assert_eq!(site.requests(), [""; 0]);
    folder.run("check twins --timeout 3").ends(2);
}
