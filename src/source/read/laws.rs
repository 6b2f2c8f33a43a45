//! What holds whatever happens to a site's folder: reading again what was touched gives what
//! reading everything gives.
#![expect(clippy::disallowed_methods, reason = "these tests do to a disk what people do")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use proptest::prelude::*;
use tempfile::TempDir;

use super::{Stamp, open_copy, read, stamps};
use crate::source::{Source, Sources};
use crate::values::SourcePath;

/// Something that happens to a folder.
#[derive(Debug, Clone)]
enum Deed {
    Write(PathBuf, &'static [u8]),
    Delete(PathBuf),
    Rename(PathBuf, PathBuf),
    MakeFolder(PathBuf),
    Link(PathBuf, PathBuf),
    OddName(PathBuf),
}

const NAMES: [&str; 9] =
    ["a", "a.md", "a-b", "b.yaml", "photo.jpg", ".hidden", "a.md~", "#a.md#", "files"];

const CONTENTS: [&[u8]; 6] =
    [b"---\nname: A\n---\n", b"\xef\xbb\xbfx\r\ny", b"\xff\xfe", b"a\x07b", b"", b"a\x07\x07"];

fn path() -> impl Strategy<Value = PathBuf> {
    let names = proptest::collection::vec(proptest::sample::select(&NAMES[..]), 1..4);
    let top = prop_oneof![4 => Just("content"), 1 => Just("themes")];
    (top, names).prop_map(|(top, names)| [top].into_iter().chain(names).collect())
}

/// Now and then the folders themselves.
fn any_path() -> impl Strategy<Value = PathBuf> {
    prop_oneof![12 => path(), 1 => Just(PathBuf::from("content")), 1 => Just(PathBuf::from("themes"))]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (path(), proptest::sample::select(&CONTENTS[..])).prop_map(|(p, c)| Deed::Write(p, c)),
        3 => any_path().prop_map(Deed::Delete),
        3 => (any_path(), any_path()).prop_map(|(from, to)| Deed::Rename(from, to)),
        2 => any_path().prop_map(Deed::MakeFolder),
        1 => (path(), prop_oneof![any_path(), Just(PathBuf::from("outside"))])
            .prop_map(|(link, target)| Deed::Link(link, target)),
        1 => path().prop_map(Deed::OddName),
    ]
}

/// Does it, as far as it can be done, and tells which paths a watch would name.
fn do_it(root: &Path, deed: &Deed) -> Vec<PathBuf> {
    // A watch names a file by where it is, not by the links that led there.
    let real = |path: &PathBuf| {
        let path = root.join(path);
        let real = path.ancestors().skip(1).find_map(|folder| {
            let rest = path.strip_prefix(folder).expect("it is an ancestor");
            Some(folder.canonicalize().ok()?.join(rest))
        });
        real.expect("the root is there")
    };
    match deed {
        Deed::Write(path, bytes) => {
            let path = real(path);
            let parents = new_parents(root, &path);
            let _ = fs::create_dir_all(path.parent().unwrap());
            let _ = fs::write(&path, bytes);
            [parents, vec![path]].concat()
        }
        Deed::Delete(path) => {
            let path = real(path);
            let _ = fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path));
            vec![path]
        }
        Deed::Rename(from, to) => {
            let (from, to) = (real(from), real(to));
            let _ = fs::rename(&from, &to);
            vec![from, to]
        }
        Deed::MakeFolder(path) => {
            let path = real(path);
            let parents = new_parents(root, &path);
            let _ = fs::create_dir_all(&path);
            [parents, vec![path]].concat()
        }
        Deed::Link(link, target) => {
            let link = real(link);
            #[cfg(unix)]
            let _ = std::os::unix::fs::symlink(root.join(target), &link);
            #[cfg(not(unix))]
            let _ = target;
            vec![link]
        }
        Deed::OddName(path) => {
            let path = real(path);
            #[cfg(target_os = "linux")]
            let path = {
                use std::os::unix::ffi::OsStrExt;
                path.with_file_name(std::ffi::OsStr::from_bytes(b"caf\xe9.md"))
            };
            let _ = fs::write(&path, "x");
            vec![path]
        }
    }
}

/// The folders that have to be made for a path; a watch tells of them too.
fn new_parents(root: &Path, path: &Path) -> Vec<PathBuf> {
    let parents = path.ancestors().skip(1).take_while(|folder| *folder != root);
    parents.filter(|folder| !folder.exists()).map(Path::to_owned).collect()
}

fn site() -> TempDir {
    let folder = TempDir::new().unwrap();
    for path in ["content/a/a.md", "content/a/a", "content/a-b", "content/files/photo.jpg"] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "one").unwrap();
    }
    folder
}

/// The paths at which two states of the stamps differ.
fn told_by_stamps(root: &Path, deed: &Deed) -> Vec<PathBuf> {
    let before = stamps(root);
    do_it(root, deed);
    let after = stamps(root);
    let different = |path: &&PathBuf| before.get(*path) != after.get(*path);
    before.keys().chain(after.keys()).filter(different).cloned().collect()
}

fn size_of(root: &Path) -> Vec<SourcePath> {
    let sources = read(root).unwrap();
    sources.below("content").map(|(path, _)| path.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..Default::default() })]

    #[test]
    fn reading_again_what_was_touched_is_reading_everything(
        rounds in proptest::collection::vec(proptest::collection::vec(deed(), 1..5), 1..5)
    ) {
        let folder = site();
        let root = folder.path().canonicalize().unwrap();
        let mut sources = read(&root).unwrap();
        for deeds in rounds {
            let touched: Vec<_> = deeds.iter().flat_map(|deed| do_it(&root, deed)).collect();
            let before = sources.clone();
            let told = sources.refresh(&root, &touched).unwrap();
            prop_assert_eq!(&sources, &read(&root).unwrap());
            prop_assert_eq!(told, before.differences(&sources));
        }
    }

    #[test]
    fn stamps_tell_of_all_that_reading_would_see(
        deeds in proptest::collection::vec(deed(), 1..8)
    ) {
        let folder = site();
        let root = folder.path().canonicalize().unwrap();
        let mut sources = read(&root).unwrap();
        for deed in deeds {
            let touched = told_by_stamps(&root, &deed);
            if touched.is_empty() {
                prop_assert_eq!(&sources, &read(&root).unwrap());
            } else {
                sources.refresh(&root, &touched).unwrap();
                prop_assert_eq!(&sources, &read(&root).unwrap());
            }
        }
    }
}

#[test]
fn only_what_is_different_is_named() {
    let folder = site();
    let root = folder.path();
    let mut sources = read(root).unwrap();
    let page = root.join("content/a/a.md");
    assert_eq!(sources.refresh(root, std::slice::from_ref(&page)).unwrap(), []);
    fs::write(&page, "two").unwrap();
    let told = sources.refresh(root, &[page, root.join("content/a")]).unwrap();
    assert_eq!(told, [SourcePath::new("content/a/a.md").unwrap()]);
    fs::write(root.join("content/a/.a.md.swp"), "x").unwrap();
    assert_eq!(sources.refresh(root, &[root.join("content/a/.a.md.swp")]).unwrap(), []);
}

#[cfg(unix)]
#[test]
fn the_link_by_which_emacs_locks_a_file_is_passed_over() {
    let folder = site();
    let before = read(folder.path()).unwrap();
    let lock = folder.path().join("content/a/.#a.md");
    std::os::unix::fs::symlink("somebody@somewhere.1234:5678", lock).unwrap();
    assert_eq!(read(folder.path()).unwrap(), before);
}

#[test]
fn a_problem_goes_with_its_file() {
    let path = SourcePath::new("content/a.md").unwrap();
    let mut sources = Sources::default();
    sources.insert_text(path.clone(), b"\x07".to_vec());
    assert_eq!(sources.problems().count(), 1);
    sources.insert_text(path.clone(), b"\x07\x07".to_vec());
    assert_eq!(sources.problems().count(), 1);
    assert_eq!(sources.fingerprint(&path), None);
    sources.insert_text(path.clone(), b"a".to_vec());
    assert_eq!(sources.problems().count(), 0);
    assert!(sources.fingerprint(&path).is_some());
    sources.insert_text(path.clone(), b"\x07".to_vec());
    sources.remove(&path);
    assert_eq!(sources, Sources::default());
}

#[test]
fn a_site_that_is_gone_is_told_and_the_sources_stay() {
    let folder = site();
    let root = folder.path().to_owned();
    let mut sources = read(&root).unwrap();
    let before = sources.clone();
    drop(folder);
    assert!(sources.refresh(&root, &[root.join("content/a/a.md")]).is_err());
    assert_eq!(sources, before);
    assert!(stamps(&root).is_empty());
}

#[test]
fn one_file_of_many_is_read_without_looking_at_the_others() {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    for number in 0..5_000 {
        let of_a_hundred = root.join(format!("content/cities/{}", number / 100));
        fs::create_dir_all(&of_a_hundred).unwrap();
        fs::write(of_a_hundred.join(format!("{number}.md")), "one").unwrap();
    }
    let begin = Instant::now();
    let mut sources = read(root).unwrap();
    let everything = begin.elapsed();
    let page = root.join("content/cities/7/777.md");
    let mut best = everything;
    for round in 0..20 {
        fs::write(&page, format!("round {round}")).unwrap();
        let begin = Instant::now();
        assert_eq!(sources.refresh(root, std::slice::from_ref(&page)).unwrap().len(), 1);
        best = best.min(begin.elapsed());
    }
    println!("everything: {everything:?}, one: {best:?}");
    assert!(best * 20 < everything, "{best:?} is too much of {everything:?}");
}

#[cfg(unix)]
#[test]
fn only_ordinary_files_of_the_site_are_opened() {
    use std::io::Read;
    use std::os::unix::fs::symlink;

    let folder = site();
    let root = folder.path();
    let open = |path: &str| open_copy(root, &SourcePath::new(path).unwrap());
    let mut text = String::new();
    let (mut photo, stamp) = open("content/files/photo.jpg").unwrap();
    photo.read_to_string(&mut text).unwrap();
    assert_eq!((text.as_str(), stamp.size()), ("one", 3));
    let known = read(root).unwrap();
    let known = known.get(&SourcePath::new("content/files/photo.jpg").unwrap());
    assert!(matches!(known, Some(Source::Opaque { stamp: known, .. }) if *known == stamp));

    fs::write(root.join("secret"), "x").unwrap();
    fs::write(root.join("content/.secret"), "x").unwrap();
    fs::write(root.join("content/files/photo.jpg~"), "x").unwrap();
    symlink("photo.jpg~", root.join("content/files/backup.jpg")).unwrap();
    symlink(root.join("secret"), root.join("content/files/out.jpg")).unwrap();
    symlink(root.join("content/.secret"), root.join("content/files/hidden.jpg")).unwrap();
    symlink("photo.jpg", root.join("content/files/in.jpg")).unwrap();
    let _socket =
        std::os::unix::net::UnixListener::bind(root.join("content/files/socket")).unwrap();
    assert!(open("content/files/in.jpg").is_ok());
    for refused in ["out.jpg", "hidden.jpg", "backup.jpg", "socket", "missing.jpg", "."] {
        let path = SourcePath::new(&format!("content/files/{refused}"));
        assert!(path.is_none_or(|path| open_copy(root, &path).is_err()), "{refused}");
    }
    for refused in ["secret", "content/.secret", "content/files"] {
        assert!(open(refused).is_err(), "{refused}");
    }
}

#[test]
fn a_picture_that_is_replaced_by_an_older_one_of_its_size_has_another_stamp() {
    let folder = site();
    let root = folder.path();
    let picture = SourcePath::new("content/files/photo.jpg").unwrap();
    let stamp = |sources: &Sources| match sources.get(&picture) {
        Some(Source::Opaque { stamp, .. }) => *stamp,
        other => panic!("{other:?}"),
    };
    let mut sources = read(root).unwrap();
    let before = stamp(&sources);
    assert_ne!(before, Stamp::default());
    let other = root.join("content/files/other.jpg");
    fs::write(&other, "two").unwrap();
    let times = fs::metadata(root.join(picture.as_str())).unwrap().modified().unwrap();
    fs::File::options().write(true).open(&other).unwrap().set_modified(times).unwrap();
    fs::rename(&other, root.join(picture.as_str())).unwrap();
    sources.refresh(root, &[root.join(picture.as_str())]).unwrap();
    assert_eq!(size_of(root).len(), 4);
    assert!(cfg!(not(unix)) || stamp(&sources) != before);
}

#[test]
fn a_file_that_is_renamed_in_case_alone_is_not_read_twice() {
    let folder = site();
    let root = folder.path();
    for (from, to) in [
        ("content/a/a.md", "content/a/A.md"),
        ("content/a", "content/A"),
        ("content/files/photo.jpg", "content/files/Photo.JPG"),
    ] {
        let mut sources = read(root).unwrap();
        fs::rename(root.join(from), root.join(to)).unwrap();
        // A disk that does not heed case would still find the file by its old name; so it is the
        // new name that has to be enough.
        sources.refresh(root, &[root.join(to)]).unwrap();
        assert_eq!(sources, read(root).unwrap(), "{to}");
    }
}

#[test]
fn what_is_too_long_for_a_text_is_not_read() {
    let folder = site();
    let huge = folder.path().join("content/huge.md");
    // A file with a hole takes no room on the disk, but would in memory.
    fs::File::create(&huge).unwrap().set_len(1 << 38).unwrap();
    let sources = read(folder.path()).unwrap();
    let problems: Vec<_> = sources.problems().map(|problem| problem.message.as_str()).collect();
    assert_eq!(problems, ["`content/huge.md` has 262144 MB of text"]);
    fs::File::create(&huge).unwrap().set_len(5 * 1024 * 1024 + 1).unwrap();
    let sources = read(folder.path()).unwrap();
    assert_eq!(sources.problems().count(), 1);
    let mut text = vec![b'a'; 5 * 1024 * 1024];
    text[7] = b'\n';
    fs::write(&huge, text).unwrap();
    assert_eq!(read(folder.path()).unwrap().problems().count(), 0);
}
