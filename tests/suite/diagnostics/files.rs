//! Files that cannot be read, or that nothing reads.

use std::fs;

use crate::site_test::{site, site_in};

#[test]
fn a_file_that_is_not_utf8() {
    site("")
        .with_bytes("content/cities/krakow.md", b"---\nname: Krak\xf3w\n---\n")
        .expecting(
            "content/cities/krakow.md",
            "error[not-utf8]: the file is not UTF-8: byte 15 (line 2) is 0xF3",
        )
        .reports();
}

#[test]
fn a_file_that_is_no_picture() {
    site("")
        .with_bytes("content/files/tea.jpg", "<!DOCTYPE html>")
        .expecting(
            "content/files/tea.jpg",
            "error[bad-picture]: `content/files/tea.jpg` is named like a picture, and is none",
        )
        .reports();
}

#[test]
fn a_file_that_is_saved_as_utf16() {
    site("")
        .with_bytes("content/cities/krakow.md", b"\xff\xfe-\0-\0-\0")
        .expecting("content/cities/krakow.md", "error[not-utf8]: the file is saved as UTF-16")
        .reports();
}

#[test]
fn a_character_that_nobody_sees() {
    let path = "content/pages/about.md";
    site("")
        .with(path, "---\ntitle: About\u{8} us\n---\n")
        .expecting(
            path,
            "error[control-character]: there is an invisible character (U+0008) in the text",
        )
        .reports();
}

#[test]
fn facts_that_are_too_long() {
    let facts = format!("# {}\n", "-".repeat(1000)).repeat(70);
    site("")
        .with("content/pages/about.md", &format!("---\n{facts}title: About\n---\n"))
        .expecting(
            "content/pages/about.md",
            "error[too-large]: the facts of `content/pages/about.md` have 68 kB",
        )
        .reports();
}

#[test]
fn names_that_cannot_be_ids() {
    site("
//- content/cities/Les Cayes.md
//! error[bad-id]: `Les Cayes` cannot be an id: use lower-case letters a to z, digits and single hyphens
---
name: Les Cayes
country: HT
---
//- content/pages/nul.md
//! error[bad-id]: `nul` is a name that Windows keeps for itself
---
title: Nothing
---
//- content/files/tea?.jpg
//! error[bad-id]: `content/files/tea?.jpg` cannot be published under this name
//- content/areas.yaml
- { id: Public Health, name: Public health }
#       ^^^^^^^^^^^^^ error[bad-id]: `Public Health` cannot be an id: use lower-case letters a to z, digits and single hyphens
")
    .reports();
}

#[test]
fn files_that_nothing_reads() {
    site(
        "
//- content/city/gaeta.md
//! error[unexpected-file]: nothing reads the folder `content/city/`
---
name: Gaeta
---
//- content/sites.yaml
//! error[unexpected-file]: nothing reads `content/sites.yaml`
name: Sister Cities
//- content/cities/gaeta.docx
//! error[unexpected-file]: nothing reads `content/cities/gaeta.docx`
",
    )
    .reports();
}

#[test]
fn two_things_with_one_id() {
    site(
        "
//- content/areas.yaml
- { id: health, name: Public health }
- { id: health, name: Health of the public }
#       ^^^^^^ error[duplicate-id]: the id `health` stands here a second time
",
    )
    .reports();
}

#[test]
fn two_pages_with_one_address() {
    site("
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
---
//- content/pages/cities.md
//! error[address-clash]: two files want the address `/cities/`: the directory of cities and `content/pages/cities.md`
---
title: Our cities
---
")
    .reports();
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("content/cities/gaeta.md");
    fs::create_dir_all(file.parent().expect("it has a folder")).expect("a new folder");
    // A file that only its owner's superior may read; a superior reads everything, so for them
    // the file is a folder without its file.
    fs::write(&file, "---\nname: Gaeta\n---\n").expect("a new file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).expect("it is ours");
    if fs::read(&file).is_ok() {
        return;
    }
    site_in(folder.path())
        .expecting(
            "content/cities/gaeta.md",
            "error[unreadable]: `content/cities/gaeta.md` cannot be read: Permission denied (os error 13)",
        )
        .reports();
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_site() {
    use std::os::unix::fs::symlink;

    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    fs::write(elsewhere.path().join("diary.md"), "---\ntitle: Private\n---\n").expect("a new file");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = folder.path().join("content/pages");
    fs::create_dir_all(&pages).expect("a new folder");
    symlink(elsewhere.path().join("diary.md"), pages.join("diary.md")).expect("a new link");
    symlink("..", pages.join("round")).expect("a new link");
    site_in(folder.path())
        .expecting(
            "content/pages/diary.md",
            "error[link-leaves-site]: `content/pages/diary.md` is a link to something outside the site",
        )
        .expecting(
            "content/pages/round",
            "error[link-leaves-site]: `content/pages/round` is a link to a folder that holds it",
        )
        .reports();
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = folder.path().join("content/pages");
    fs::create_dir_all(&pages).expect("a new folder");
    std::os::unix::fs::symlink("gone.md", pages.join("about.md")).expect("a new link");
    site_in(folder.path())
        .expecting(
            "content/pages/about.md",
            "error[unreadable]: `content/pages/about.md` cannot be read: No such file or directory (os error 2)",
        )
        .reports();
}

#[test]
fn a_folder_named_like_a_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(folder.path().join("content/pages/about.md")).expect("a new folder");
    site_in(folder.path())
        .expecting(
            "content/pages/about.md",
            "error[not-a-file]: `content/pages/about.md` is a folder, but is named like a file",
        )
        .reports();
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8() {
    use std::os::unix::ffi::OsStrExt;

    let folder = tempfile::tempdir().expect("a temporary folder");
    let files = folder.path().join("content/files");
    fs::create_dir_all(&files).expect("a new folder");
    fs::write(files.join(std::ffi::OsStr::from_bytes(b"Krak\xf3w.jpg")), "").expect("a new file");
    site_in(folder.path())
        .expecting("", "error[bad-id]: the name of `content/files/Krak\u{fffd}w.jpg` is not UTF-8")
        .reports();
}
