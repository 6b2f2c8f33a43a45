//! What a site's owner may count on when a site is published.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "these tests look at the disk as an owner would")]

use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use jumelage::output::{Contents, Origin, Output, OutputFile, Visibility};
use jumelage::progress::Progress;
use jumelage::publish::{PublishError, Report, check, publish};
use jumelage::values::{OutputPath, SourcePath};

use crate::pictures::studio;

/// A folder with a site in `site`, which is published to `public`.
struct Desk {
    disk: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let disk = tempfile::tempdir().expect("a temporary folder");
        let desk = Self { disk };
        fs::create_dir_all(desk.at("site/content/files")).expect("a new folder");
        desk.write("site/content/files/tea.jpg", "a picture");
        desk
    }

    fn at(&self, path: &str) -> PathBuf {
        self.disk.path().canonicalize().expect("it exists").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a path has a folder")).expect("a new folder");
        fs::write(path, text).expect("a new file");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).expect("the file exists")
    }

    fn publish(&self, pages: &[(&str, &str)]) -> Result<Report, PublishError> {
        self.publish_to("public", pages)
    }

    fn publish_to(&self, folder: &str, pages: &[(&str, &str)]) -> Result<Report, PublishError> {
        publish(&output(pages), &studio(&self.at("site")), &self.at(folder), Progress::untold())
    }

    /// The names in a folder.
    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.at(folder)).expect("the folder exists");
        let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<_> = entries.map(|entry| name(entry.expect("it can be read"))).collect();
        names.sort();
        names
    }
}

/// Pages with their text; `copy of PATH` is a file of the site.
fn output(pages: &[(&str, &str)]) -> Output {
    let page = |&(path, text): &(&str, &str)| OutputFile {
        path: OutputPath::new(path).expect("a good path"),
        contents: match text.strip_prefix("copy of ") {
            Some(source) => Contents::CopyOf(SourcePath::new(source).expect("a good path")),
            None => Contents::Bytes(text.to_owned().into()),
        },
        origin: Origin::Program("a test"),
        visibility: Visibility::Public,
    };
    Output::collect(pages.iter().map(page)).0
}

/// What a sync tool looks at, and which file it is.
fn stamp(path: &Path) -> (u64, i64, i64) {
    let metadata = path.symlink_metadata().expect("the file exists");
    (metadata.ino(), metadata.mtime(), metadata.mtime_nsec())
}

#[test]
fn a_first_site_is_published() {
    let desk = Desk::new();
    let report = desk
        .publish(&[
            ("index.html", "home"),
            ("cities/kobe/index.html", "Kobe"),
            ("files/tea.jpg", "copy of content/files/tea.jpg"),
        ])
        .unwrap();
    assert_eq!((report.written, report.unchanged, report.removed, report.bytes), (3, 0, 0, 17));
    assert!(report.leftover.is_none());
    assert_eq!(desk.read("public/cities/kobe/index.html"), "Kobe");
    assert_eq!(desk.read("public/files/tea.jpg"), "a picture");
    assert_eq!(
        desk.read("public/.jumelage-manifest"),
        "jumelage manifest 1\ncities/kobe/index.html\nfiles/tea.jpg\nindex.html\n"
    );
    assert_eq!(desk.names(""), ["public", "site"]);
}

#[test]
fn a_site_is_published_into_an_empty_folder_and_into_folders_that_do_not_exist() {
    let desk = Desk::new();
    fs::create_dir(desk.at("empty")).unwrap();
    for folder in ["empty", "site/public", "a/b c/d\n%#\"é"] {
        desk.publish_to(folder, &[("index.html", "home")]).unwrap();
        assert_eq!(desk.read(&format!("{folder}/index.html")), "home");
    }
}

#[test]
fn publishing_the_same_again_touches_nothing() {
    let desk = Desk::new();
    let pages = [("index.html", "home"), ("a/tea.jpg", "copy of content/files/tea.jpg")];
    desk.publish(&pages).unwrap();
    let paths = ["public", "public/index.html", "public/a/tea.jpg", "public/.jumelage-manifest"];
    let before = paths.map(|path| stamp(&desk.at(path)));
    let report = desk.publish(&pages).unwrap();
    assert_eq!((report.written, report.unchanged, report.removed, report.bytes), (0, 2, 0, 0));
    assert_eq!(paths.map(|path| stamp(&desk.at(path))), before);
}

#[test]
fn only_what_changed_is_new() {
    let desk = Desk::new();
    desk.publish(&[
        ("index.html", "old"),
        ("about.html", "about"),
        ("gone/index.html", "gone"),
        ("tea.jpg", "copy of content/files/tea.jpg"),
    ])
    .unwrap();
    let about = stamp(&desk.at("public/about.html"));
    let picture = stamp(&desk.at("public/tea.jpg"));
    let report = desk
        .publish(&[
            ("index.html", "new"),
            ("about.html", "about"),
            ("more/index.html", "more"),
            ("tea.jpg", "copy of content/files/tea.jpg"),
        ])
        .unwrap();
    assert_eq!((report.written, report.unchanged, report.removed), (2, 2, 1));
    assert_eq!(desk.read("public/index.html"), "new");
    assert_eq!(stamp(&desk.at("public/about.html")), about);
    assert_eq!(stamp(&desk.at("public/tea.jpg")), picture);
    assert_eq!(
        desk.names("public"),
        [".jumelage-manifest", "about.html", "index.html", "more", "tea.jpg"]
    );
    assert_eq!(desk.names(""), ["public", "site"]);
}

#[test]
fn a_changed_picture_of_the_same_size_is_published() {
    let desk = Desk::new();
    let pages = [("tea.jpg", "copy of content/files/tea.jpg")];
    desk.publish(&pages).unwrap();
    desk.write("site/content/files/tea.jpg", "A picture");
    assert_eq!(desk.publish(&pages).unwrap().written, 1);
    assert_eq!(desk.read("public/tea.jpg"), "A picture");
}

#[test]
fn a_page_may_become_a_folder_and_a_folder_a_page() {
    let desk = Desk::new();
    desk.publish(&[("a", "page"), ("b/index.html", "page")]).unwrap();
    desk.publish(&[("a/index.html", "page"), ("b", "page")]).unwrap();
    assert_eq!(desk.read("public/a/index.html") + &desk.read("public/b"), "pagepage");
}

#[test]
fn files_of_the_owner_stay_in_the_folder() {
    let desk = Desk::new();
    desk.publish(&[("index.html", "old"), ("a/index.html", "a")]).unwrap();
    desk.write("public/CNAME", "twins.example");
    desk.write("public/.git/objects/1f/0e", "object");
    desk.write("public/a/notes.txt", "notes");
    fs::create_dir_all(desk.at("public/.git/refs/tags")).unwrap();
    fs::set_permissions(desk.at("public/.git"), fs::Permissions::from_mode(0o700)).unwrap();
    symlink("/nowhere", desk.at("public/link")).unwrap();
    symlink(desk.at("site"), desk.at("public/link-to-folder")).unwrap();
    let cname = stamp(&desk.at("public/CNAME"));

    for pages in [&[("index.html", "new")][..], &[("other.html", "other")]] {
        desk.publish(pages).unwrap();
        assert_eq!(stamp(&desk.at("public/CNAME")), cname);
        assert_eq!(desk.read("public/.git/objects/1f/0e"), "object");
        assert_eq!(desk.read("public/a/notes.txt"), "notes");
        assert_eq!(desk.names("public/a"), ["notes.txt"]);
        assert!(desk.at("public/.git/refs/tags").is_dir());
        assert_eq!(desk.at("public/.git").metadata().unwrap().mode() & 0o777, 0o700);
        assert_eq!(desk.at("public/link").read_link().unwrap(), Path::new("/nowhere"));
        assert!(desk.at("public/link-to-folder").is_symlink());
    }
    assert_eq!(desk.names(""), ["public", "site"]);
    assert_eq!(desk.read("site/content/files/tea.jpg"), "a picture");
}

#[test]
fn a_file_of_the_owner_in_the_way_of_a_page_is_not_replaced() {
    let desk = Desk::new();
    desk.publish(&[("index.html", "home")]).unwrap();
    desk.write("public/robots.txt", "mine");
    symlink("/nowhere", desk.at("public/cities")).unwrap();
    desk.write("public/folder/mine.txt", "mine");
    for page in ["robots.txt", "robots.txt/a.html", "cities/a.html", "cities", "folder"] {
        let error = desk.publish(&[("index.html", "new"), (page, "page")]).unwrap_err();
        assert!(matches!(error, PublishError::InTheWay { .. }), "{page}: {error}");
        assert_eq!(desk.read("public/index.html"), "home");
    }
    assert_eq!(desk.read("public/robots.txt"), "mine");
    // The same bytes are in nobody's way.
    desk.publish(&[("robots.txt", "mine")]).unwrap();
    desk.publish(&[]).unwrap();
    assert!(!desk.at("public/robots.txt").exists());
}

#[test]
fn a_folder_that_is_not_ours_is_refused_and_left_as_it_is() {
    let desk = Desk::new();
    desk.write("public/thesis.doc", "ten years of work");
    let error = desk.publish(&[("index.html", "home")]).unwrap_err();
    assert!(matches!(error, PublishError::NotOurs { .. }), "{error}");
    assert_eq!(
        error.to_string(),
        format!(
            "`{}` holds files that jumelage did not publish, and has been left as it is",
            desk.at("public").display()
        )
    );
    assert_eq!(error.help(), "choose an empty or a new folder with `-o`, or move these files away");
    // The same can be known before a long build.
    let early = check(&desk.at("site"), &desk.at("public")).unwrap_err();
    assert_eq!(early.to_string(), error.to_string());
    assert_eq!(desk.names("public"), ["thesis.doc"]);
    assert_eq!(desk.names(""), ["public", "site"]);
}

#[test]
fn a_folder_with_a_list_that_cannot_be_understood_is_refused() {
    let desk = Desk::new();
    for list in ["jumelage manifest 9\nindex.html\n", "", "jumelage manifest 1\n../site/a\n"] {
        desk.write("public/.jumelage-manifest", list);
        let error = desk.publish(&[("index.html", "home")]).unwrap_err();
        assert!(matches!(error, PublishError::BadManifest { .. }), "{error}");
    }
}

#[test]
fn the_site_and_what_it_lies_in_are_never_published_over() {
    let desk = Desk::new();
    symlink(desk.at("site"), desk.at("alias")).unwrap();
    let risky = [
        "site",
        "",
        "/",
        "site/content",
        "site/content/new",
        "alias",
        "site/public/..",
        "alias/themes",
    ];
    for folder in risky {
        let error = desk.publish_to(folder, &[("index.html", "home")]).unwrap_err();
        assert!(matches!(error, PublishError::Protected { .. }), "{folder}: {error}");
    }
    assert_eq!(desk.names("site"), ["content"]);
    assert_eq!(desk.names("site/content"), ["files"]);
}

#[test]
fn behind_a_link_the_folder_it_points_to_is_published() {
    let desk = Desk::new();
    fs::create_dir(desk.at("www")).unwrap();
    symlink("www", desk.at("public")).unwrap();
    for text in ["old", "new"] {
        desk.publish(&[("index.html", text)]).unwrap();
        assert_eq!(desk.read("www/index.html"), text);
        assert!(desk.at("public").is_symlink());
    }
    assert_eq!(desk.names(""), ["public", "site", "www"]);
}

#[test]
fn a_link_to_nothing_and_a_file_are_refused() {
    let desk = Desk::new();
    symlink("nowhere", desk.at("link")).unwrap();
    desk.write("file", "text");
    for folder in ["link", "file"] {
        let error = desk.publish_to(folder, &[("index.html", "home")]).unwrap_err();
        assert!(matches!(error, PublishError::NotAFolder { .. }), "{folder}: {error}");
    }
    assert_eq!(desk.names(""), ["file", "link", "site"]);
}

#[test]
fn two_builds_do_not_publish_at_once() {
    let desk = Desk::new();
    desk.publish(&[("index.html", "old")]).unwrap();
    desk.write(".public.jumelage-lock", "4711\n");
    let other = File::open(desk.at(".public.jumelage-lock")).unwrap();
    other.lock().unwrap();
    let error = desk.publish(&[("index.html", "new")]).unwrap_err();
    assert!(matches!(error, PublishError::Busy { pid: Some(4711), .. }), "{error}");
    assert_eq!(desk.read("public/index.html"), "old");

    drop(other);
    desk.publish(&[("index.html", "new")]).unwrap();
    assert_eq!(desk.names(""), ["public", "site"]);
}

#[test]
fn a_lock_that_is_a_link_is_not_followed() {
    let desk = Desk::new();
    desk.write("diary", "private");
    symlink(desk.at("diary"), desk.at(".public.jumelage-lock")).unwrap();
    let error = desk.publish(&[("index.html", "new")]).unwrap_err();
    assert!(error.to_string().contains("not an ordinary file"), "{error}");
    assert_eq!(desk.read("diary"), "private");
}

#[test]
fn builds_that_take_turns_do_not_meet() {
    let desk = Desk::new();
    std::thread::scope(|threads| {
        for builder in ["one", "two", "three"] {
            let desk = &desk;
            threads.spawn(move || {
                for _ in 0..20 {
                    match desk.publish(&[("a.html", builder), ("b.html", builder)]) {
                        Ok(report) => assert!(report.leftover.is_none()),
                        Err(error) => {
                            assert!(matches!(error, PublishError::Busy { .. }), "{error}");
                        }
                    }
                }
            });
        }
    });
    assert_eq!(desk.read("public/a.html"), desk.read("public/b.html"));
    assert_eq!(desk.names(""), ["public", "site"]);
}

#[test]
fn what_a_killed_build_left_is_cleared_and_nothing_is_lost() {
    let desk = Desk::new();
    desk.publish(&[("index.html", "old")]).unwrap();
    desk.write("public/CNAME", "twins.example");
    desk.write(
        ".public.jumelage-new/.jumelage-manifest",
        "jumelage manifest 1\nindex.html\nmore/index.html\n",
    );
    desk.write(".public.jumelage-new/index.html", "ne");
    fs::hard_link(desk.at("public/CNAME"), desk.at(".public.jumelage-new/CNAME")).unwrap();
    desk.write(".public.jumelage-new/more/letter.txt", "from somebody");

    desk.publish(&[("index.html", "new")]).unwrap();
    assert_eq!(desk.read("public/CNAME"), "twins.example");
    assert_eq!(desk.read("public/more/letter.txt"), "from somebody");
    assert_eq!(desk.names("public"), [".jumelage-manifest", "CNAME", "index.html", "more"]);
    assert_eq!(desk.names(""), ["public", "site"]);
}

#[test]
fn two_files_of_one_name_are_both_kept() {
    let desk = Desk::new();
    desk.publish(&[("index.html", "home")]).unwrap();
    desk.write(".public.jumelage-new/.jumelage-manifest", "jumelage manifest 1\n");
    desk.write(".public.jumelage-new/CNAME", "old.example");
    desk.write(".public.jumelage-new/same.txt", "same");
    desk.write("public/CNAME", "new.example");
    desk.write("public/same.txt", "same");
    // Later than the site's own page, which keeps its name all the same.
    desk.write(".public.jumelage-new/index.html", "by hand");

    desk.publish(&[("index.html", "home")]).unwrap();
    assert_eq!(desk.read("public/CNAME"), "new.example");
    assert_eq!(desk.read("public/CNAME.kept"), "old.example");
    assert_eq!(desk.read("public/index.html"), "home");
    assert_eq!(desk.read("public/index.html.kept"), "by hand");
    assert!(!desk.at("public/same.txt.kept").exists());
    assert_eq!(desk.names(""), ["public", "site"]);
}

#[test]
fn a_folder_with_our_working_name_that_is_not_ours_is_left_alone() {
    let desk = Desk::new();
    desk.write(".public.jumelage-new/thesis.doc", "ten years of work");
    let error = desk.publish(&[("index.html", "home")]).unwrap_err();
    assert!(matches!(error, PublishError::StrangeLeftover { .. }), "{error}");
    assert_eq!(desk.read(".public.jumelage-new/thesis.doc"), "ten years of work");
}

#[test]
fn a_missing_picture_leaves_the_old_site() {
    let desk = Desk::new();
    desk.publish(&[("index.html", "old")]).unwrap();
    let error = desk
        .publish(&[("index.html", "new"), ("tea.jpg", "copy of content/files/coffee.jpg")])
        .unwrap_err();
    let picture = desk.at("site/content/files/coffee.jpg");
    assert_eq!(
        error.to_string(),
        format!("cannot read `{}`: it does not exist", picture.display())
    );
    assert_eq!(desk.read("public/index.html"), "old");
    assert_eq!(desk.names("public"), [".jumelage-manifest", "index.html"]);
    assert_eq!(desk.names(""), ["public", "site"]);
}

#[test]
fn a_name_that_the_disk_cannot_store_leaves_the_old_site() {
    let desk = Desk::new();
    desk.publish(&[("index.html", "old")]).unwrap();
    let long = "x".repeat(300);
    let error = desk.publish(&[("index.html", "new"), (&long, "page")]).unwrap_err();
    assert!(error.to_string().ends_with("the name is too long or not allowed on this disk"));
    assert_eq!(desk.read("public/index.html"), "old");
    assert_eq!(desk.names(""), ["public", "site"]);
}

#[test]
fn a_folder_inside_a_file_cannot_be_published_to() {
    let desk = Desk::new();
    desk.write("file", "text");
    let error = desk.publish_to("file/public", &[("index.html", "home")]).unwrap_err();
    assert!(matches!(error, PublishError::NotAFolder { .. }), "{error}");
    assert_eq!(desk.read("file"), "text");
}

#[test]
fn a_socket_in_the_folder_is_refused() {
    let desk = Desk::new();
    desk.publish(&[("index.html", "old")]).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(desk.at("public/socket")).unwrap();
    let error = desk.publish(&[("index.html", "new")]).unwrap_err();
    assert!(matches!(error, PublishError::SpecialFile { .. }), "{error}");
    assert_eq!(desk.read("public/index.html"), "old");
}

#[test]
fn a_reader_never_misses_a_page_and_never_sees_two_sites_at_once() {
    let desk = Desk::new();
    let version = |number: u32| {
        let text = number.to_string();
        desk.publish(&[("a.html", &text), ("b/index.html", &text), ("same.html", "same")]).unwrap()
    };
    version(0);
    let done = AtomicBool::new(false);
    std::thread::scope(|threads| {
        let reader = || {
            let mut between_swaps = 0_u32;
            while !done.load(Ordering::Relaxed) {
                let before = desk.read("public/a.html");
                let page = desk.read("public/b/index.html");
                assert_eq!(desk.read("public/same.html"), "same");
                if before == desk.read("public/a.html") {
                    assert_eq!(before, page);
                    between_swaps += 1;
                }
            }
            between_swaps
        };
        let reader = threads.spawn(reader);
        for number in 1..=50 {
            assert!(version(number).leftover.is_none());
        }
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 50);
    });
}
