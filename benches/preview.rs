//! How long it takes from closing a file to having the new page in the browser, what the preview
//! costs while nothing happens, and what it keeps in memory: `cargo bench --bench preview`.
//!
//! The browser is a plain HTTP client that does what the preview's script does: it listens to the
//! stream of editions, and asks for its page again when there is a newer one. The quiet that the
//! preview waits for after a save (50 ms) is told apart. Two numbers may follow `--`: cities, and
//! edits for the memory's sake.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it plays an editor, looks at the clock and prints what it saw"
)]

mod corpus;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use corpus::{Corpus, LAYOUTS};

/// How many edits a median is taken of.
const EDITS: usize = 20;

/// How long the preview waits after a save whether there is more to come.
const QUIET: Duration = Duration::from_millis(50);

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse().ok());
    let (cities, edits) = (numbers.next().unwrap_or(10_000), numbers.next().unwrap_or(1_000));
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    let (_, files) = LAYOUTS[0];
    let corpus = files(&Corpus::new(cities));
    // A city in the middle, with its story.
    let city = corpus[corpus.len() / 3].path.clone();
    for file in corpus {
        save(&folder.path().join(&file.path), &file.text);
    }
    let mut preview = Preview::start(folder.path());
    println!("{cities} cities, first build after {:?}", preview.began.elapsed());

    let path = folder.path().join(&city);
    let id = path.file_stem().and_then(|stem| stem.to_str()).expect("the corpus has good names");
    let browser = Browser::open(preview.address, &format!("/cities/{id}/"));
    let original = fs::read_to_string(&path).expect("it has just been written");
    let (front, story) = original[4..].split_once("\n---\n").expect("a city has facts and a story");
    let style = folder.path().join("themes/civic/assets/site.css");
    let template = folder.path().join("themes/civic/templates/404.html");
    browser.measure("a text", EDITS, |word| {
        save(&path, &format!("---\n{front}\n---\n{word}\n\n{story}"));
    });
    browser.measure("a fact", EDITS, |word| {
        let front = front.replacen("name: \"", &format!("name: \"{word} "), 1);
        save(&path, &format!("---\n{front}\n---\n{story}"));
    });
    browser.measure("a style", EDITS, |word| save(&style, &format!("/* {word} */")));
    let not_found = include_str!("../themes/civic/templates/404.html");
    browser.measure("a template", EDITS.min(5), |word| {
        save(&template, &format!("{not_found}{{# {word} #}}"));
    });

    let before = preview.processor_time();
    thread::sleep(Duration::from_secs(10));
    println!("processor time in 10 s of rest: {:?}", preview.processor_time() - before);

    println!("memory: {} MiB", preview.memory());
    for number in 1..=edits {
        save(&path, &format!("---\n{front}\n---\nedit-{number}\n\n{story}"));
        browser.settled();
        if number % (edits / 4).max(1) == 0 {
            println!("after {number} edits: {} MiB", preview.memory());
        }
    }
    preview.stop();
}

/// Saves a file; when this returns it is closed.
fn save(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a new folder");
    fs::write(path, text).expect("it can be written");
}

/// A preview that runs.
struct Preview {
    program: Child,
    address: SocketAddr,
    began: Instant,
}

impl Preview {
    fn start(folder: &Path) -> Self {
        let began = Instant::now();
        let mut program = Command::new(env!("CARGO_BIN_EXE_jumelage"))
            .args(["serve", "--port", "0"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program has been built");
        let stdout = BufReader::new(program.stdout.take().expect("it is a pipe"));
        let address = stdout
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                line.trim().strip_prefix("http://")?.trim_end_matches('/').parse().ok()
            })
            .expect("it says where it listens");
        while !get(address, "/").starts_with("HTTP/1.1 200") {
            thread::sleep(Duration::from_millis(20));
        }
        Self { program, address, began }
    }

    /// What it has cost so far; in hundredths of a second, as Linux counts.
    fn processor_time(&self) -> Duration {
        let stat =
            fs::read_to_string(format!("/proc/{}/stat", self.program.id())).unwrap_or_default();
        let fields: Vec<&str> = stat.rsplit(") ").next().unwrap_or_default().split(' ').collect();
        let ticks =
            |field: usize| fields.get(field).and_then(|ticks| ticks.parse().ok()).unwrap_or(0);
        Duration::from_millis(10 * (ticks(11) + ticks(12)))
    }

    /// What it holds in memory now, in MiB.
    fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.program.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("0");
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0) / 1024
    }

    fn stop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A page that is open.
struct Browser {
    address: SocketAddr,
    page: String,
    editions: Receiver<String>,
}

impl Browser {
    fn open(address: SocketAddr, page: &str) -> Self {
        let html = get(address, page);
        let session = html.split("data-session=\"").nth(1).and_then(|rest| rest.split('"').next());
        let session = session.expect("a page of the preview has a session");
        let target = format!("/.jumelage/events?session={session}&page={page}");
        let stream = BufReader::new(ask(address, &target));
        let (outbox, editions) = mpsc::channel();
        thread::spawn(move || {
            for line in stream.lines().map_while(Result::ok) {
                // Nobody listens any more when the measurements are over.
                if let Some(data) = line.strip_prefix("data:") {
                    let _ = outbox.send(data.to_owned());
                }
            }
        });
        let browser = Self { address, page: page.to_owned(), editions };
        browser.settled();
        browser
    }

    /// Waits for an edition of which no more is to follow.
    fn settled(&self) {
        while !self.next().contains("\"settled\":true") {}
    }

    fn next(&self) -> String {
        self.editions.recv_timeout(Duration::from_secs(60)).expect("an edition follows each edit")
    }

    /// The median time from the end of an edit to the first edition after it, with the page if the
    /// edit shows in it.
    fn measure(&self, what: &str, edits: usize, edit: impl Fn(&str)) {
        let mut shown = Vec::new();
        let mut settled = Vec::new();
        for number in 0..edits {
            edit(&format!("w{number}{}", what.len()));
            let closed = Instant::now();
            let first = self.next();
            let page = get(self.address, &self.page);
            shown.push(closed.elapsed().saturating_sub(QUIET));
            assert!(page.starts_with("HTTP/1.1 200"), "the page is there");
            assert!(
                !what.ends_with("text") || page.contains(&format!("w{number}{}", what.len())),
                "the page shows what was saved"
            );
            if !first.contains("\"settled\":true") {
                self.settled();
            }
            settled.push(closed.elapsed().saturating_sub(QUIET));
        }
        println!(
            "{what}: in the browser after {:?}, all pages after {:?} (medians of {edits}, without {QUIET:?} of quiet)",
            median(shown),
            median(settled),
        );
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    let micros = times[times.len() / 2].as_micros() as u64;
    Duration::from_micros(micros / 100 * 100)
}

fn ask(address: SocketAddr, target: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("the preview listens");
    let request = format!("GET {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("it takes requests");
    stream
}

fn get(address: SocketAddr, target: &str) -> String {
    let mut answer = Vec::new();
    ask(address, target).read_to_end(&mut answer).expect("it answers");
    String::from_utf8_lossy(&answer).into_owned()
}
