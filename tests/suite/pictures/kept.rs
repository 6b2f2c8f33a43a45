//! What has been made is kept from one build to the next, and never changes what is published.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, SystemTime};

use jumelage::progress::Progress;

use super::{Site, studio};
use crate::photograph::jpeg;

fn site() -> Site {
    let site = Site::new();
    for (name, height) in [("tea", 500), ("sea", 400)] {
        site.write(&format!("files/{name}.jpg"), &jpeg(700, height));
        // What has just been written may change again, and is looked at again.
        let path = site.at(&format!("content/files/{name}.jpg"));
        let file = fs::File::options().append(true).open(path).expect("it is there");
        file.set_modified(SystemTime::now() - Duration::from_secs(60)).expect("it can be older");
    }
    site.write(
        "pages/about.md",
        b"---\ntitle: About\n---\n![Tea](../files/tea.jpg) ![Sea](../files/sea.jpg)\n",
    );
    site
}

/// All files in a folder of the site.
fn files(site: &Site, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let files =
        walkdir::WalkDir::new(site.at(folder)).into_iter().map(|file| file.expect("it is there"));
    let files = files.filter(|file| file.file_type().is_file());
    files
        .map(|file| (file.path().to_owned(), fs::read(file.path()).expect("it is a file")))
        .collect()
}

fn ages(site: &Site) -> Vec<(PathBuf, SystemTime)> {
    let kept = files(site, ".jumelage/cache").into_keys();
    let age =
        |path: &PathBuf| fs::metadata(path).and_then(|it| it.modified()).expect("it is there");
    kept.map(|path| (path.clone(), age(&path))).collect()
}

#[test]
fn a_second_build_makes_no_picture() {
    let site = site();
    site.publish();
    let before = ages(&site);
    assert!(before.len() >= 8, "{before:?}");
    assert_eq!(site.publish().written, 0);
    assert_eq!(ages(&site), before);
    // In another folder all is written, and still nothing is made.
    fs::rename(site.at("public"), site.at("elsewhere")).expect("it can be moved");
    assert!(site.publish().written > 0);
    assert_eq!(ages(&site), before);
}

#[test]
fn what_is_kept_may_be_lost_or_damaged() {
    let site = site();
    site.publish();
    let first = files(&site, "public");
    for (path, bytes) in files(&site, ".jumelage/cache") {
        fs::write(path, &bytes[..bytes.len() / 2]).expect("it can be damaged");
    }
    assert_eq!(site.publish().written, 0);
    assert_eq!(files(&site, "public"), first);
    fs::remove_dir_all(site.at(".jumelage")).expect("it can be deleted");
    assert_eq!(site.publish().written, 0);
    assert_eq!(files(&site, "public"), first);
    fs::remove_dir_all(site.at(".jumelage")).expect("it can be deleted");
    fs::write(site.at(".jumelage"), "in the way").expect("a new file");
    fs::rename(site.at("public"), site.at("elsewhere")).expect("it can be moved");
    site.publish();
    assert_eq!(files(&site, "public"), first);
}

#[test]
fn a_photograph_that_changes_is_made_anew() {
    let site = site();
    site.publish();
    let before = site.published("files/tea.jpg.480.webp");
    site.write("files/tea.jpg", &jpeg(700, 300));
    site.publish();
    assert_ne!(site.published("files/tea.jpg.480.webp"), before);
}

#[test]
fn two_builds_at_once_do_each_other_no_harm() {
    let site = site();
    let sources = jumelage::source::read(&site.at("")).expect("the folder is there");
    let options = super::options();
    thread::scope(|scope| {
        for target in ["one", "other"] {
            let (sources, options, site) = (&sources, &options, &site);
            scope.spawn(move || {
                let output =
                    jumelage::pipeline::build(sources, options).output.expect("it is built");
                let target = site.at(target);
                jumelage::publish::publish(
                    &output,
                    &studio(&site.at("")),
                    &target,
                    Progress::untold(),
                )
                .expect("it is published");
            });
        }
    });
    let names = |folder: &str| -> Vec<Vec<u8>> { files(&site, folder).into_values().collect() };
    assert_eq!(names("one"), names("other"));
}

#[test]
fn a_photograph_that_cannot_be_decoded_leaves_the_old_site() {
    let site = site();
    site.publish();
    let first = files(&site, "public");
    // The beginning and the end are well, and nothing between them is.
    let mut damaged = jpeg(700, 500);
    let scan = damaged.windows(2).position(|pair| pair == [0xff, 0xc4]).expect("it has tables");
    let end = damaged.len() - 2;
    damaged[scan + 2..end].fill(0x11);
    site.write("files/tea.jpg", &damaged);
    let sources = jumelage::source::read(&site.at("")).expect("the folder is there");
    let output =
        jumelage::pipeline::build(&sources, &super::options()).output.expect("it is built");
    let published = jumelage::publish::publish(
        &output,
        &studio(&site.at("")),
        &site.at("public"),
        Progress::untold(),
    );
    let error = published.expect_err("it cannot be made").to_string();
    assert_eq!(error, "cannot show `content/files/tea.jpg`: the picture is damaged");
    assert_eq!(files(&site, "public"), first);
    // Whoever builds or checks is told as of any mistake, and in every format.
    for arguments in [["check", "--format", "json"], ["build", "--format", "json"]] {
        let mut command = crate::program::jumelage(&site.at(""));
        let said = crate::program::Said::by(command.args(arguments)).ends(1);
        assert!(said.stdout.contains("\"bad-picture\""), "{}", said.stdout);
        assert!(said.stdout.contains("content/files/tea.jpg"), "{}", said.stdout);
    }
    assert_eq!(files(&site, "public"), first);
}

#[test]
fn what_pictures_are_made_with_is_what_the_lock_file_names() {
    let lock = fs::read_to_string(crate::program::repository().join("Cargo.lock")).expect("a text");
    for tool in jumelage::picture::MADE_WITH.split("; ").skip(1) {
        let (name, version) = tool.split_once(' ').expect("a name and a version");
        let entry = format!("name = \"{name}\"\nversion = \"{version}\"");
        assert!(lock.contains(&entry), "write the version of `{name}` into `MADE_WITH`");
    }
}
