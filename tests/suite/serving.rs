//! The preview as it is started at the command line, and as a browser's requests meet it. What a
//! person sees of it is tried in a real browser, in `tests/browser`.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use crate::program::{Folder, Said, TODAY, jumelage, repository, tree};

/// How long anything may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_secs(30);

/// A preview that runs.
struct Preview {
    program: Child,
    address: SocketAddr,
    /// What it says, line by line.
    said: Receiver<String>,
}

/// An answer to a request.
struct Answer {
    head: String,
    body: Vec<u8>,
}

impl Preview {
    fn of(site: &Path, options: &[&str]) -> Self {
        Self::by(jumelage(repository()).arg("serve").arg(site).args(["--port", "0"]).args(options))
    }

    fn by(command: &mut Command) -> Self {
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut program = command.spawn().expect("the program has been built");
        let (outbox, said) = mpsc::channel();
        let out: [Box<dyn Read + Send>; 2] = [
            Box::new(program.stdout.take().expect("it is a pipe")),
            Box::new(program.stderr.take().expect("it is a pipe")),
        ];
        for stream in out {
            let outbox = outbox.clone();
            thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    // Nobody may be listening any more.
                    let _ = outbox.send(line);
                }
            });
        }
        let mut preview = Self { program, address: ([127, 0, 0, 1], 0).into(), said };
        let line = preview.says("http://");
        let address = line.trim().trim_start_matches("http://");
        let address = address.split('/').next().and_then(|address| address.parse().ok());
        preview.address = address.expect("it says where it listens");
        preview
    }

    /// Waits for a line with these words.
    #[track_caller]
    fn says(&self, words: &str) -> String {
        let mut lines = Vec::new();
        while let Ok(line) = self.said.recv_timeout(PATIENCE) {
            if line.contains(words) {
                return line;
            }
            lines.push(line);
        }
        panic!("it does not say `{words}`, but:\n{}", lines.join("\n"));
    }

    fn ask(&self, target: &str) -> TcpStream {
        let Self { address, .. } = self;
        let mut stream = TcpStream::connect(address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout can be set");
        let request =
            format!("GET {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it takes requests");
        stream
    }

    fn get(&self, target: &str) -> Answer {
        let mut answer = Vec::new();
        self.ask(target).read_to_end(&mut answer).expect("it answers");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head ends");
        let body = answer.split_off(end + 4);
        Answer { head: String::from_utf8(answer).expect("a head is text"), body }
    }

    /// The data of the editions from now on.
    fn editions(&self) -> impl Iterator<Item = String> + use<> {
        let page = String::from_utf8(self.get("/").body).expect("a page is text");
        let session = page.split("data-session=\"").nth(1).and_then(|rest| rest.split('"').next());
        let session = session.expect("a page of the preview has a session");
        let stream = self.ask(&format!("/.jumelage/events?session={session}&page=/"));
        let lines = BufReader::new(stream).lines().map_while(Result::ok);
        lines.filter_map(|line| line.strip_prefix("data:").map(str::to_owned))
    }

    /// Ends it as Ctrl-C does, and gives the exit status.
    fn interrupt(mut self) -> Option<i32> {
        let id = self.program.id().to_string();
        Command::new("kill").args(["-INT", &id]).status().expect("it can be interrupted");
        self.program.wait().expect("it ends").code()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A page without the preview's own script.
fn without_script(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(page.to_vec()).expect("a page is text");
    let start = text.find("<script type=\"module\" src=\"/.jumelage/preview.js\"");
    let start = start.expect("a page of the preview has its script");
    let end = start + text[start..].find("</script>").expect("it ends") + "</script>".len();
    format!("{}{}", &text[..start], &text[end..]).into_bytes()
}

#[test]
fn every_file_is_served_as_it_would_be_published() {
    let target = Folder::new();
    let mut build = jumelage(repository());
    Said::by(build.args(["build", "--drafts", "--today", TODAY, "-o"]).arg(target.at("public")))
        .ends(0);
    let preview = Preview::of(repository(), &["--today", TODAY]);
    preview.says("up to date");
    let published = tree(&target.at("public"));
    assert!(published.len() > 100);
    for (path, contents) in published.iter().filter(|(path, _)| !path.starts_with('.')) {
        let answer = preview.get(&format!("/{path}"));
        assert!(answer.head.starts_with("HTTP/1.1 200"), "{path}: {}", answer.head);
        let body = match path.ends_with(".html") {
            true => without_script(&answer.body),
            false => answer.body,
        };
        assert!(body == *contents, "`{path}` is served with other bytes than it is published with");
    }
}

#[test]
fn it_ends_at_ctrl_c() {
    let site = Folder::with_starter();
    let preview = Preview::of(&site.at("twins"), &[]);
    preview.says("up to date");
    // An open stream does not keep it.
    let mut editions = preview.editions();
    editions.next().expect("the newest edition comes first");
    assert_eq!(preview.interrupt(), Some(0));
}

#[test]
fn a_taken_port_is_told() {
    let site = Folder::with_starter();
    let holder = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    let port = holder.local_addr().expect("it has an address").port().to_string();
    let said = Said::by(jumelage(&site.at("twins")).args(["serve", "--port", &port])).ends(3);
    said.complains(&format!("error: port {port} is taken by another program"))
        .complains("help: choose another port, or leave out `--port`");
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let said = Said::by(jumelage(repository()).args(["serve", "nowhere"])).ends(2);
    said.complains("error: there is no folder `nowhere`").complains("help: give the folder");
}

#[test]
fn options_that_make_no_sense_are_told() {
    for (options, words) in [
        (&["--as-hosted", "../up"][..], "--as-hosted"),
        (&["--editor", "notepad"], "--editor"),
        (&["--poll=never"], "a number of seconds"),
        (&["--host", "localhost"], "--host"),
    ] {
        let said = Said::by(jumelage(repository()).arg("serve").args(options)).ends(2);
        said.complains(words);
    }
}

#[test]
fn a_broken_site_starts_and_comes_when_it_is_mended() {
    let site = Folder::with_starter();
    let settings = site.read("twins/content/site.yaml");
    site.write("twins/content/site.yaml", "nmae: Broken\n");
    let preview = Preview::of(&site.at("twins"), &[]);
    preview.says("did you mean `name`");
    preview.says("nothing can be shown yet");
    let answer = preview.get("/");
    assert!(answer.head.starts_with("HTTP/1.1 503"), "{}", answer.head);
    site.write("twins/content/site.yaml", &settings);
    preview.says("up to date");
    assert!(preview.get("/").head.starts_with("HTTP/1.1 200"));
}

#[test]
fn thousands_of_files_are_one_change() {
    let site = Folder::with_starter();
    let preview = Preview::of(&site.at("twins"), &[]);
    preview.says("up to date");
    let mut editions = preview.editions();
    editions.next().expect("the newest edition comes first");
    let began = Instant::now();
    for number in 0..5_000 {
        let text = format!("---\ntitle: Page {number}\n---\nOne of many.\n");
        site.write(&format!("twins/content/pages/many/page-{number}.md"), &text);
    }
    // What takes so many files at once waits for a quarter of a second without any. A busy machine may
    // pause for as long, even where this thread does not.
    let pauses = usize::try_from(began.elapsed().as_millis() / 250).expect("it is not for ever");
    let mut revisions = BTreeSet::new();
    let last = loop {
        let edition = editions.next().expect("an edition follows");
        let revision =
            edition.split("\"revision\":").nth(1).and_then(|rest| rest.split(',').next());
        revisions.insert(revision.expect("an edition has a number").to_owned());
        let last = preview.get("/many/page-4999/").head.starts_with("HTTP/1.1 200");
        if last && edition.contains("\"settled\":true") {
            break edition;
        }
    };
    assert!(last.contains("\"errors\":0"), "{last}");
    assert!(revisions.len() <= 2 + pauses, "there were editions {revisions:?}, {pauses} pauses");
    for number in (0..5_000).step_by(499) {
        let head = preview.get(&format!("/many/page-{number}/")).head;
        assert!(head.starts_with("HTTP/1.1 200"), "{number}: {head}");
    }
}

#[test]
fn where_folders_cannot_be_watched_it_says_so_and_looks_for_itself() {
    let site = Folder::with_starter();
    let preview = Preview::of(&site.at("twins"), &["--poll=0.1"]);
    preview.says("up to date");
    preview.says("looked through for changes");
    let home = site.read("twins/content/home.md");
    site.write("twins/content/home.md", &format!("{home}\nA new line.\n"));
    preview.says("content/home.md: ");
    let page = String::from_utf8(preview.get("/").body).expect("a page is text");
    assert!(page.contains("A new line."));
}

/// In a namespace of its own the system lets every user watch two folders. Where namespaces are
/// not for everybody, the tests of `serve::watch`, which simulate the limit, have to do.
#[cfg(target_os = "linux")]
#[test]
fn at_the_limit_of_watched_folders_it_goes_on() {
    let probe = Command::new("unshare").args(["--user", "--map-root-user", "true"]).status();
    if !probe.is_ok_and(|status| status.success()) {
        println!("this system makes no namespaces, so its own limit is not tried");
        return;
    }
    let site = Folder::with_starter();
    let program = env!("CARGO_BIN_EXE_jumelage");
    let script = "echo 2 > /proc/sys/user/max_inotify_watches && exec \"$0\" \"$@\"";
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "sh", "-c", script, program, "serve"]);
    let preview = Preview::by(command.arg(site.at("twins")).args(["--port", "0"]));
    preview.says("up to date");
    preview.says("reached its limit of watched folders");
    preview.says("fs.inotify.max_user_watches");
    let home = site.read("twins/content/home.md");
    site.write("twins/content/home.md", &format!("{home}\nA new line.\n"));
    preview.says("content/home.md: ");
}

#[test]
fn below_a_path_it_is_served_as_its_host_will() {
    let site = Folder::with_starter();
    let preview = Preview::of(&site.at("twins"), &["--as-hosted", "/peace/cities"]);
    preview.says("up to date");
    assert!(preview.get("/peace/cities/").head.starts_with("HTTP/1.1 200"));
    assert!(preview.get("/peace/cities/cities/").head.starts_with("HTTP/1.1 200"));
    assert!(preview.get("/").head.starts_with("HTTP/1.1 404"));
    assert!(preview.get("/cities/").head.starts_with("HTTP/1.1 404"));
}

#[test]
fn nothing_is_written() {
    let site = Folder::with_starter();
    let before = tree(&site.at("twins"));
    let preview = Preview::of(&site.at("twins"), &[]);
    preview.says("up to date");
    assert_eq!(preview.interrupt(), Some(0));
    assert!(tree(&site.at("twins")) == before);
}

#[test]
fn it_uses_no_time_while_nothing_happens() {
    let site = Folder::with_starter();
    let preview = Preview::of(&site.at("twins"), &[]);
    preview.says("up to date");
    let switches = || {
        let tasks = fs::read_dir(format!("/proc/{}/task", preview.program.id()));
        let of = |task: fs::DirEntry| fs::read_to_string(task.path().join("status")).ok();
        let voluntary = |status: String| {
            let line =
                status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            line.and_then(|number| number.trim().parse::<u64>().ok())
        };
        tasks
            .expect("it runs")
            .filter_map(Result::ok)
            .filter_map(of)
            .filter_map(voluntary)
            .sum::<u64>()
    };
    // The last of the first build may still be going on.
    let began = Instant::now();
    let rested = loop {
        let before = switches();
        thread::sleep(Duration::from_secs(2));
        let woken = switches() - before;
        if woken <= 1 || began.elapsed() > PATIENCE {
            break woken;
        }
    };
    assert!(rested <= 1, "it woke {rested} times in two seconds of rest");
}
