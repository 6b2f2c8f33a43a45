//! Runs the real program as its users do, and looks at what it says and what it leaves on the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The day on which the sites of these tests are built.
pub(crate) const TODAY: &str = "2026-05-01";

/// Settings of whoever runs the tests that would change what the program does.
const SETTINGS: [&str; 6] =
    ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "SOURCE_DATE_EPOCH", "RAYON_NUM_THREADS"];

/// A folder of this repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The program, as it is called in a folder.
pub(crate) fn jumelage(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jumelage"));
    command.current_dir(folder).stdin(Stdio::null());
    for setting in SETTINGS {
        command.env_remove(setting);
    }
    command
}

/// A temporary folder in which the program is run.
pub(crate) struct Folder {
    disk: TempDir,
}

impl Folder {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self { disk: tempfile::tempdir().expect("a temporary folder") }
    }

    /// An empty one in memory, if there is a place for it: there the program need not wait for
    /// the disk each time it makes sure that a page is stored.
    pub(crate) fn in_memory() -> Self {
        let disk = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        Self { disk: disk.expect("a temporary folder") }
    }

    /// One with the site `twins`, as `jumelage init` makes it.
    #[track_caller]
    pub(crate) fn with_starter() -> Self {
        let folder = Self::new();
        folder.run("init twins").ends(0);
        folder
    }

    /// A path in it.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.disk.path().join(path)
    }

    /// The text of a file in it.
    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Writes a file in it.
    #[track_caller]
    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("it is in the folder")).expect("a new folder");
        fs::write(path, text).expect("a new file");
    }

    /// Writes other words into a file in it.
    #[track_caller]
    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} does not hold `{old}`:\n{text}");
        self.write(path, &text.replace(old, new));
    }

    /// The names of what lies in a folder in it, hidden or not.
    #[track_caller]
    pub(crate) fn names(&self, path: &str) -> Vec<String> {
        let entries = fs::read_dir(self.at(path)).expect("it is a folder");
        let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<_> = entries.map(|entry| name(entry.expect("it can be read"))).collect();
        names.sort();
        names
    }

    /// Runs the program in it; the words of the command are separated by spaces.
    pub(crate) fn run(&self, arguments: &str) -> Said {
        Said::by(jumelage(self.disk.path()).args(arguments.split_whitespace()))
    }
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Said {
    /// The exit status; none, if it was killed.
    pub(crate) status: Option<i32>,
    /// Its answer.
    pub(crate) stdout: String,
    /// What it said beside that.
    pub(crate) stderr: String,
}

impl Said {
    /// Runs a command to its end.
    pub(crate) fn by(command: &mut Command) -> Self {
        let Output { status, stdout, stderr } = command.output().expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Self { status: status.code(), stdout: text(stdout), stderr: text(stderr) }
    }

    /// Expects an exit status.
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}\n{}", self.stdout, self.stderr);
        self
    }

    /// Expects words in what is said beside the answer.
    #[track_caller]
    pub(crate) fn complains(self, words: &str) -> Self {
        assert!(self.stderr.contains(words), "`{words}` is not in:\n{}", self.stderr);
        self
    }
}

/// The files of a folder: their paths, and what is in them.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// Reads a folder; one that does not exist is empty.
pub(crate) fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    visit(folder, "", &mut |path, file| {
        tree.insert(path.to_owned(), fs::read(file).expect("it can be read"));
    });
    tree
}

/// Calls a function with every file below a folder: its path from there, and its path on the disk.
pub(crate) fn visit(folder: &Path, prefix: &str, see: &mut impl FnMut(&str, &Path)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let entry = entry.expect("it can be read");
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().expect("it can be told").is_dir() {
            visit(&entry.path(), &format!("{path}/"), see);
        } else {
            see(&path, &entry.path());
        }
    }
}

/// Expects two folders to hold the same, and names the files that differ.
#[track_caller]
pub(crate) fn assert_same(one: &Tree, other: &Tree, what: &str) {
    let paths = one.keys().chain(other.keys());
    let differing: Vec<_> = paths.filter(|path| one.get(*path) != other.get(*path)).collect();
    assert!(differing.is_empty(), "{what}: these differ: {differing:?}");
    assert!(!one.is_empty(), "{what}: there is nothing to compare");
}
