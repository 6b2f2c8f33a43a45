//! The rules of the house, so that nobody need remember them.

mod layers;
mod rust;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::sync::LazyLock;

use crate::program::repository;
use rust::{Source, bare, sources};

/// The paths of all files of this repository that git knows, or would.
static TRACKED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = git.current_dir(repository()).output().expect("git is installed");
    let listed = String::from_utf8(listed.stdout).expect("paths are UTF-8");
    let paths = listed.split_terminator('\0').filter(|path| repository().join(path).is_file());
    let paths: BTreeSet<_> = paths.map(str::to_owned).collect();
    assert!(paths.len() > 100, "git lists the files of this repository");
    paths.into_iter().collect()
});

/// The files of the program, without their tests.
static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| sources(&TRACKED));

/// A file's text; nothing, if it is a picture or the like.
fn text(path: &str) -> Option<String> {
    String::from_utf8(fs::read(repository().join(path)).expect("git lists it")).ok()
}

/// All tracked files that are text, but for this one, which must name what it forbids.
fn texts() -> impl Iterator<Item = (&'static str, String)> {
    let others = TRACKED.iter().filter(|path| *path != "tests/suite/tidy/mod.rs");
    others.filter_map(|path| Some((&**path, text(path)?)))
}

#[test]
fn every_file_says_what_it_is_for() {
    for (path, text) in texts().filter(|(path, _)| path.ends_with(".rs")) {
        assert!(
            text.starts_with("//! "),
            "{path}: say in a first line, after `//!`, what it is for"
        );
    }
}

#[test]
fn nothing_is_left_for_later() {
    for (path, text) in texts().filter(|(path, _)| path.ends_with(".rs")) {
        let code = bare(&text);
        for unfinished in ["todo!", "unimplemented!", "dbg!", "#[ignore"] {
            assert!(!code.contains(unfinished), "{path}: finish it, without `{unfinished}`");
        }
    }
}

#[test]
fn the_name_of_the_program_covers_all_that_is_built_into_it() {
    let named = text("build.rs").expect("it is a text");
    let parts = named.split_once("for part in [").expect("it names what it reads").1;
    let parts = parts.split_once(']').expect("the list has an end").0;
    let mut found = 0;
    let built_in = ["str", "bytes", "dir"].map(|what| format!("include_{what}!(\""));
    for (path, text) in texts().filter(|(path, _)| path.starts_with("src/")) {
        for rest in built_in.iter().flat_map(|begin| text.split(begin).skip(1)) {
            let (file, _) = rest.split_once('"').expect("a path has an end");
            let folder = match file.strip_prefix("$CARGO_MANIFEST_DIR/") {
                Some(file) => file.split('/').next().expect("a text has a first part"),
                None => "src",
            };
            found += 1;
            assert!(!file.contains(".."), "{path}: `{file}` may lie anywhere");
            assert!(
                parts.contains(&format!("\"{folder}\"")),
                "{path}: let build.rs read `{folder}` too, for `{file}` is a part of the program"
            );
        }
    }
    assert!(found > 5, "what is built in was not found");
}

#[test]
fn only_the_shell_touches_the_disk_the_clock_and_the_environment() {
    let shell =
        ["source/read/", "shelf/", "studio/", "publish/", "external/", "serve/", "cli/", "main.rs"];
    let pure = SOURCES.iter().filter(|file| !shell.iter().any(|part| file.path.starts_with(part)));
    for file in pure {
        for world in ["std::fs", "std::env", "std::net", "std::process", "SystemTime", "Instant"] {
            assert!(
                !file.code.contains(world),
                "src/{}: the same input gives the same bytes, so the world is handed in: let \
                 source::read, shelf, studio, publish, external, serve or cli use `{world}`",
                file.path
            );
        }
    }
}

#[test]
fn only_the_programme_and_its_formats_know_sister_cities() {
    let domain = ["programme/", "emit/", "cli/"];
    // The names of mistakes are data.
    let ignorant = SOURCES.iter().filter(|file| {
        !domain.iter().any(|part| file.path.starts_with(part)) && file.path != "diagnostic/code.rs"
    });
    for file in ignorant {
        let names = file.code.split(|c: char| !c.is_alphanumeric() && c != '_');
        for name in names.filter(|name| !name.contains("capacity")) {
            let lower = name.to_lowercase();
            let telling = ["city", "cities", "relationship", "committee", "delegation"];
            assert!(
                !telling.iter().any(|word| lower.contains(word)),
                "src/{}: `{name}` belongs to programme or emit, so that the rest could build \
                 another kind of site",
                file.path
            );
        }
    }
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    for (path, text) in texts() {
        let prose = ["content/", "docs/", "README.md", "themes/"];
        let is_prose = prose.iter().any(|part| path.starts_with(part));
        let folders = ["/work/", "/root/", "/tmp/"].iter();
        for folder in folders.filter(|folder| is_prose || **folder != "/tmp/") {
            assert!(!text.contains(folder), "{path} names a folder of one machine, `{folder}`");
        }
    }
}

#[test]
fn packages_come_from_the_registries_that_everybody_has() {
    for (path, text) in texts() {
        assert!(
            !path.ends_with(".npmrc") && !path.starts_with(".cargo/"),
            "{path}: for one machine"
        );
        let (begin, registry) = match path.rsplit('/').next() {
            Some("Cargo.lock") => {
                ("source = ", "registry+https://github.com/rust-lang/crates.io-index")
            }
            Some("package-lock.json") => ("\"resolved\": ", "https://registry.npmjs.org/"),
            _ => continue,
        };
        for line in text.lines().map(str::trim).filter(|line| line.starts_with(begin)) {
            assert!(line[begin.len()..].starts_with(&format!("\"{registry}")), "{path}: {line}");
        }
    }
}

#[test]
fn every_document_is_found_from_the_front_page() {
    let mut found = BTreeSet::from(["README.md".to_owned()]);
    let mut waiting = vec!["README.md".to_owned()];
    while let Some(path) = waiting.pop() {
        let text = text(&path).unwrap_or_default();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for target in links(&text) {
            let target = beside(folder, &target);
            assert!(
                repository().join(&target).exists(),
                "{path} links to {target}, which is not there"
            );
            if found.insert(target.clone()) && target.ends_with(".md") {
                waiting.push(target);
            }
        }
    }
    for path in TRACKED.iter().filter(|path| path.starts_with("docs/")) {
        assert!(found.contains(path), "{path}: link to it from the README or another document");
    }
}

/// What a path leads to from a folder.
fn beside(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The paths that a document links to, but for examples in code.
fn links(text: &str) -> Vec<String> {
    let outside = |text: &str, fence: &str| -> String {
        text.split(fence).step_by(2).collect::<Vec<_>>().join(" ")
    };
    let prose = outside(&outside(text, "```"), "`");
    let targets = prose.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let here = targets.filter(|target| !target.contains("://") && !target.starts_with('#'));
    here.map(|target| target.split('#').next().unwrap_or(target).to_owned()).collect()
}
