//! Whatever an editor or a program does to a site's folder, what the watch tells is enough to know
//! the folder as it is.
#![expect(clippy::disallowed_methods, reason = "these tests do what editors do to a disk")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use notify::{ErrorKind, RecursiveMode, Watcher, WatcherKind};
use tempfile::TempDir;

use super::native::{AnyWatcher, Handler, recommended};
use super::{Burst, Changes, PollReason, Sighting, Watch, watch_by};
use crate::source::{Sources, read};

/// Longer than any machine should need.
const PATIENCE: Duration = Duration::from_secs(60);

const EVERY_20_MS: Option<Duration> = Some(Duration::from_millis(20));

/// A site, and what is known of it through its watch.
struct Watched {
    folder: TempDir,
    watch: Option<Watch>,
    sightings: Receiver<Sighting>,
    sources: Sources,
    burst: Burst,
    takes: Vec<Changes>,
    reasons: Vec<PollReason>,
}

impl Watched {
    fn new(interval: Option<Duration>) -> Self {
        Self::by(recommended, interval)
    }

    fn by(
        make: impl FnOnce(Handler) -> notify::Result<AnyWatcher>,
        interval: Option<Duration>,
    ) -> Self {
        let folder = TempDir::new().unwrap();
        for path in ["content/home.md", "content/cities/a.md", "content/cities/b.md", "site.txt"] {
            write(&folder.path().join(path), "one");
        }
        let (outbox, sightings) = mpsc::channel();
        let watch = watch_by(make, folder.path(), interval, move |sighting| {
            let _ = outbox.send(sighting);
        });
        let sources = read(folder.path()).unwrap();
        let (burst, takes, reasons) = (Burst::default(), Vec::new(), Vec::new());
        Self { folder, watch: Some(watch), sightings, sources, burst, takes, reasons }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        write(&self.path(path), text);
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// Acts as the preview will, until the sources are those on the disk.
    #[track_caller]
    fn settles(&mut self) {
        self.settles_when(|watched| {
            read(watched.folder.path()).ok().as_ref() == Some(&watched.sources)
        });
    }

    #[track_caller]
    fn settles_when(&mut self, done: impl Fn(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while self.burst.deadline().is_some() || !done(self) {
            assert!(Instant::now() < end, "nothing tells of the change: {:?}", self.takes);
            self.hear(Duration::from_millis(50));
        }
    }

    /// Listens for a while, and reads again when it is time to.
    fn hear(&mut self, pause: Duration) {
        let until = self.burst.deadline().unwrap_or_else(|| Instant::now() + pause);
        let pause = until.saturating_duration_since(Instant::now());
        if let Ok(sighting) = self.sightings.recv_timeout(pause) {
            assert_ne!(sighting, Sighting::Touched(Vec::new()));
            if let Sighting::Polling(reason) = &sighting {
                self.reasons.push(reason.clone());
            }
            self.burst.add(sighting, Instant::now());
        }
        if let Some(changes) = self.burst.take(Instant::now()) {
            let root = self.folder.path().to_owned();
            let paths = if changes.everything { vec![root.clone()] } else { changes.paths.clone() };
            // The site may be away for a moment.
            let _ = self.sources.refresh(&root, &paths);
            self.takes.push(changes);
        }
    }

    /// Lets the watch say what it still has to say.
    fn calm(&mut self) {
        let mut quiet = 0;
        while quiet < 4 {
            let before = self.takes.len();
            self.hear(Duration::from_millis(50));
            quiet = if self.burst.deadline().is_none() && self.takes.len() == before {
                quiet + 1
            } else {
                0
            };
        }
        self.takes.clear();
    }

    fn told(&self) -> Vec<&Path> {
        self.takes.iter().flat_map(|take| &take.paths).map(PathBuf::as_path).collect()
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Something is done to a site; both ways of watching tell of it, in few takes.
#[track_caller]
fn is_told(most: usize, deed: impl Fn(&Watched)) {
    for interval in [None, EVERY_20_MS] {
        let mut watched = Watched::new(interval);
        watched.calm();
        deed(&watched);
        watched.settles();
        if interval.is_none() {
            let takes = watched.takes.len();
            assert!(takes <= most, "{takes} takes: {:?}", watched.takes);
            assert_eq!(watched.reasons, []);
        } else {
            assert_eq!(watched.reasons, [PollReason::Asked]);
        }
    }
}

#[test]
fn a_plain_write() {
    is_told(1, |site| site.write("content/home.md", "two"));
}

#[test]
fn a_write_that_first_empties_the_file_as_vs_code_does() {
    is_told(2, |site| {
        site.write("content/home.md", "");
        site.write("content/home.md", "two");
    });
}

#[test]
fn a_new_file_in_the_place_of_the_old_as_sed_does() {
    is_told(1, |site| {
        site.write("content/cities/sedX1y2z3", "two");
        site.rename("content/cities/sedX1y2z3", "content/cities/a.md");
    });
}

#[test]
fn a_backup_a_probe_and_a_new_file_as_vim_does() {
    is_told(2, |site| {
        for text in ["two", "three"] {
            site.write("content/cities/4913", "");
            fs::remove_file(site.path("content/cities/4913")).unwrap();
            site.rename("content/cities/a.md", "content/cities/a.md~");
            site.write("content/cities/a.md", text);
            fs::remove_file(site.path("content/cities/a.md~")).unwrap();
        }
    });
}

#[cfg(unix)]
#[test]
fn a_lock_a_copy_and_a_backup_as_emacs_does() {
    is_told(2, |site| {
        let lock = site.path("content/cities/.#a.md");
        std::os::unix::fs::symlink("somebody@somewhere.1234:5678", &lock).unwrap();
        site.write("content/cities/#a.md#", "tw");
        site.rename("content/cities/a.md", "content/cities/a.md~");
        site.write("content/cities/a.md", "two");
        fs::remove_file(site.path("content/cities/#a.md#")).unwrap();
        fs::remove_file(lock).unwrap();
    });
}

#[test]
fn new_folders_in_new_folders_with_files_written_at_once() {
    is_told(3, |site| {
        for number in 0..20 {
            site.write(&format!("content/{number}/x/y/z/page.md"), "one");
            site.write(&format!("content/{number}/x/page.md"), "one");
        }
    });
}

#[test]
fn what_is_written_later_into_new_and_renamed_folders() {
    let mut watched = Watched::new(None);
    watched.write("content/new/inner/page.md", "one");
    watched.rename("content/cities", "content/towns");
    watched.settles();
    for (path, text) in [
        ("content/new/inner/page.md", "two"),
        ("content/towns/a.md", "two"),
        ("content/towns/a.md", "three"),
    ] {
        watched.write(path, text);
        watched.settles();
    }
    assert_eq!(watched.reasons, []);
}

#[test]
fn a_folder_is_renamed() {
    is_told(1, |site| site.rename("content/cities", "content/towns"));
}

#[test]
fn a_folder_is_deleted() {
    is_told(1, |site| fs::remove_dir_all(site.path("content/cities")).unwrap());
}

#[test]
fn the_whole_content_is_moved_away_and_back() {
    for interval in [None, EVERY_20_MS] {
        let mut watched = Watched::new(interval);
        watched.rename("content", "elsewhere");
        watched.settles();
        watched.write("elsewhere/home.md", "two");
        watched.rename("elsewhere", "content");
        watched.settles();
        watched.write("content/cities/a.md", "three");
        watched.settles();
    }
}

#[test]
fn a_folder_of_the_site_appears_later() {
    let mut watched = Watched::new(None);
    watched.write("themes/mine/styles/colours.css", "a");
    watched.settles();
    watched.write("themes/mine/styles/colours.css", "b");
    watched.settles();
    assert_eq!(watched.reasons, []);
}

#[test]
fn five_thousand_files_written_at_once() {
    is_told(40, |site| {
        for number in 0..5_000 {
            site.write(&format!("content/{}/{number}.md", number % 50), "one");
        }
    });
}

#[test]
fn what_nobody_reads_is_not_told() {
    for interval in [None, EVERY_20_MS] {
        let mut watched = Watched::new(interval);
        watched.calm();
        for path in ["public/index.html", "site.txt", "content/.git/index", "content/home.md~"] {
            watched.write(path, "two");
        }
        // Reading is no change.
        fs::read(watched.path("content/home.md")).unwrap();
        // A change after them shows that they have been passed over.
        watched.write("content/cities/a.md", "two");
        watched.settles();
        let changed = watched.path("content/cities/a.md").canonicalize().unwrap();
        let told = watched.told();
        assert!(!told.is_empty() && told.iter().all(|path| *path == changed), "{told:?}");
    }
}

/// A watcher that has reached the limit after some folders.
#[derive(Debug)]
struct Limited(usize);

impl Watcher for Limited {
    fn new<F: notify::EventHandler>(_: F, _: notify::Config) -> notify::Result<Self> {
        Err(notify::Error::new(ErrorKind::MaxFilesWatch))
    }

    fn watch(&mut self, _: &Path, _: RecursiveMode) -> notify::Result<()> {
        self.0 = self.0.checked_sub(1).ok_or(notify::Error::new(ErrorKind::MaxFilesWatch))?;
        Ok(())
    }

    fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
        Err(notify::Error::watch_not_found())
    }

    fn kind() -> WatcherKind {
        WatcherKind::NullWatcher
    }
}

#[test]
fn a_limit_that_is_reached_at_the_start_leads_to_polling() {
    for folders in 0..2 {
        let mut watched = Watched::by(move |_| Ok(Box::new(Limited(folders))), None);
        watched.write("content/home.md", "two");
        watched.settles();
        assert_eq!(watched.reasons, [PollReason::TooManyFolders]);
    }
    let too_many = notify::Error::io(std::io::Error::from_raw_os_error(24));
    let mut watched = Watched::by(move |_| Err(too_many), None);
    watched.write("content/home.md", "two");
    watched.settles();
    assert!(cfg!(not(unix)) || watched.reasons == [PollReason::TooManyWatchers]);
}

/// A watched site, and a way to tell it something as if the system did.
fn with_tongue() -> (Watched, impl Fn(notify::Result<notify::Event>)) {
    let tongue: Arc<Mutex<Option<Handler>>> = Arc::default();
    let kept = Arc::clone(&tongue);
    let speak = |tongue: &Mutex<Option<Handler>>, told| {
        let mut tongue = tongue.lock().expect("no handler panics");
        tongue.as_mut().expect("the watch has begun")(told);
    };
    let watched = Watched::by(
        move |handler| {
            *kept.lock().unwrap() = Some(handler);
            let through = Arc::clone(&kept);
            recommended(Box::new(move |told| speak(&through, told)))
        },
        None,
    );
    (watched, move |told| speak(&tongue, told))
}

#[test]
fn a_limit_that_is_reached_later_leads_to_polling_and_nothing_is_missed() {
    let (mut watched, tell) = with_tongue();
    watched.write("content/home.md", "two");
    watched.settles();
    assert_eq!(watched.reasons, []);
    tell(Err(notify::Error::new(ErrorKind::MaxFilesWatch)));
    watched.write("content/home.md", "three");
    watched.settles_when(|watched| !watched.reasons.is_empty());
    watched.settles();
    assert_eq!(watched.reasons, [PollReason::TooManyFolders]);
    watched.write("content/home.md", "four");
    watched.settles();
}

#[test]
fn when_the_system_loses_count_everything_is_read() {
    let (mut watched, tell) = with_tongue();
    watched.calm();
    let lost = notify::Event::new(notify::EventKind::Other).set_flag(notify::event::Flag::Rescan);
    tell(Ok(lost));
    watched.settles_when(|watched| watched.takes.iter().any(|take| take.everything));
    watched.write("content/cities/a.md", "two");
    watched.settles();
    assert_eq!(watched.reasons, []);
}

#[test]
fn a_watch_that_is_dropped_is_silent_at_once() {
    for interval in [None, EVERY_20_MS, Some(Duration::from_secs(3_600))] {
        let mut watched = Watched::new(interval);
        watched.calm();
        watched.watch = None;
        watched.write("content/home.md", "two");
        // The thread lets go of its end when it ends, long before an hour has passed.
        let end = Instant::now() + PATIENCE;
        loop {
            match watched.sightings.recv_timeout(PATIENCE) {
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
                told => assert!(Instant::now() < end, "{told:?}"),
            }
        }
    }
}

#[test]
fn a_site_that_is_away_for_a_while_is_seen_when_it_is_back() {
    let mut watched = Watched::new(None);
    let root = watched.folder.path().to_owned();
    let away = root.with_extension("away");
    fs::rename(&root, &away).unwrap();
    watched.settles_when(|watched| !watched.reasons.is_empty());
    assert!(matches!(watched.reasons[..], [PollReason::Failed(_)]));
    fs::rename(&away, &root).unwrap();
    watched.write("content/home.md", "two");
    watched.settles();
}

#[cfg(target_os = "linux")]
#[test]
fn another_folder_in_the_place_of_the_site_is_watched_from_then_on() {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    let mut watched = Watched::new(None);
    watched.calm();
    let root = watched.folder.path().to_owned();
    let other = TempDir::new_in(root.parent().unwrap()).unwrap();
    write(&other.path().join("content/home.md"), "another");
    write(&other.path().join("themes/mine/page.html"), "another");
    renameat_with(CWD, &root, CWD, other.path(), RenameFlags::EXCHANGE).unwrap();
    watched.settles();
    for text in ["two", "three"] {
        watched.write("content/home.md", text);
        watched.settles();
        watched.write("themes/mine/page.html", text);
        watched.settles();
    }
    watched.calm();
    write(&other.path().join("content/home.md"), "nobody looks here any more");
    watched.write("content/new/page.md", "one");
    watched.settles();
    let new = watched.path("content/new").canonicalize().unwrap();
    assert!(watched.told().iter().all(|path| path.starts_with(&new)), "{:?}", watched.takes);
    assert_eq!(watched.reasons, []);
}
