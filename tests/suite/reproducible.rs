//! The same site gives the same bytes, wherever, whenever and however it is built.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::program::{Folder, Said, TODAY, Tree, assert_same, jumelage, repository, tree, visit};

/// Builds a site, in a world that differs by these variables.
#[track_caller]
fn build(site: &Path, world: &[(&str, &str)]) -> Tree {
    build_from(repository(), site, &["--today", TODAY], world)
}

#[track_caller]
fn build_from(here: &Path, site: &Path, options: &[&str], world: &[(&str, &str)]) -> Tree {
    let target = Folder::new();
    let mut command = jumelage(here);
    command.arg("build").arg(site).arg("-o").arg(target.at("public")).args(options);
    Said::by(command.envs(world.iter().copied())).ends(0);
    tree(&target.at("public"))
}

/// Builds a site in many worlds.
#[track_caller]
fn is_the_same_everywhere(site: &Path) {
    let once = build(site, &[]);
    assert!(once.contains_key("index.html") && once.contains_key(".jumelage-manifest"));
    for world in [
        &[][..],
        &[("RAYON_NUM_THREADS", "1")],
        &[("RAYON_NUM_THREADS", "8")],
        // Here it is tomorrow already, and there still yesterday.
        &[("TZ", "Pacific/Kiritimati"), ("LANG", "C"), ("LC_ALL", "C")],
        // Where a small I has a dot, and so has the capital.
        &[("TZ", "America/New_York"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")],
        &[("HOME", "/nonexistent"), ("NO_COLOR", "1"), ("USER", "somebody")],
    ] {
        assert_same(&once, &build(site, world), &format!("{world:?}"));
    }
}

/// Copies the files of a site, in the opposite order and with the times of another century.
fn copy(site: &Path, to: &Folder) {
    let mut files = Vec::new();
    for folder in ["content", "themes"] {
        let mut list = |path: &str, _: &Path| files.push(path.to_owned());
        visit(&site.join(folder), &format!("{folder}/"), &mut list);
    }
    files.sort();
    for (age, path) in files.iter().rev().enumerate() {
        let copy = to.at(path);
        fs::create_dir_all(copy.parent().expect("it has a folder")).expect("a new folder");
        fs::copy(site.join(path), &copy).expect("it can be copied");
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(977 * age as u64);
        let file = File::options().write(true).open(&copy).expect("it is there");
        file.set_modified(time).expect("a file has a time");
    }
}

#[test]
fn the_example_is_the_same_everywhere() {
    is_the_same_everywhere(repository());
}

#[test]
fn the_starter_is_the_same_everywhere() {
    let folder = Folder::with_starter();
    is_the_same_everywhere(&folder.at("twins"));
}

#[test]
fn the_example_is_the_same_from_another_folder_and_in_another_order() {
    let once = build(repository(), &[]);
    let moved = Folder::new();
    copy(repository(), &moved);
    assert_same(&once, &build(&moved.at(""), &[]), "a copy");

    let here = build_from(&moved.at(""), Path::new("."), &["--today", TODAY], &[]);
    assert_same(&once, &here, "from the folder of the copy");
    let there =
        build_from(&moved.at("content/cities"), Path::new("../.."), &["--today", TODAY], &[]);
    assert_same(&once, &there, "from a folder in the copy");
}

#[test]
fn a_site_that_is_built_over_an_older_one_is_the_same_as_a_new_one() {
    let folder = Folder::with_starter();
    folder.write("twins/content/pages/old.md", "---\ntitle: Old\n---\n\nSoon gone.\n");
    folder.run(&format!("build twins --today {TODAY}")).ends(0);
    assert!(folder.at("twins/public/old/index.html").is_file());
    fs::remove_file(folder.at("twins/content/pages/old.md")).unwrap();
    folder.run(&format!("build twins --today {TODAY}")).ends(0);
    let over = tree(&folder.at("twins/public"));
    assert_same(&over, &build(&folder.at("twins"), &[]), "over an older site");
}

#[test]
fn the_clock_can_be_set() {
    // Noon in Greenwich on the first of May 2026, when it is the second in Kiritimati.
    let world = [("SOURCE_DATE_EPOCH", "1777636800"), ("TZ", "Pacific/Kiritimati")];
    let by_clock = build_from(repository(), repository(), &[], &world);
    assert_same(&by_clock, &build(repository(), &[]), "SOURCE_DATE_EPOCH");
    let other = build_from(repository(), repository(), &[], &[("SOURCE_DATE_EPOCH", "2000000000")]);
    assert_ne!(by_clock, other, "a story that says how long ago something was grows older");
}
