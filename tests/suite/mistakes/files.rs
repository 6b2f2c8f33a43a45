//! Files that are not what they seem.

use std::fs;

use crate::site_test::{site, site_in};

const GAETA: &str = "---
name: Gaeta
country: IT
relationship: { established: 1982-06, status: active }
---
“Città” di *mare*.

- one
- two
";

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_change_nothing() {
    let path = "content/cities/gaeta.md";
    let windows = format!("\u{feff}{}", GAETA.replace('\n', "\r\n"));
    let old_mac = GAETA.replace('\n', "\r");
    let plain = site("").with(path, GAETA).builds();
    for text in [windows, old_mac] {
        let built = site("").with_bytes(path, text).builds();
        assert_eq!(built.output(), plain.output());
    }
}

#[test]
fn settings_saved_on_windows_change_nothing() {
    let settings = "name: Sister Cities\nhome: home\nbase_url: https://example.org/\n";
    let windows = format!("\u{feff}{}", settings.replace('\n', "\r\n"));
    let built = site("").with_bytes("content/site.yaml", windows).builds();
    assert_eq!(built.output(), site("").builds().output());
}

#[test]
fn a_file_of_windows_1252() {
    site("")
        .with_bytes("content/cities/gaeta.md", b"---\nname: Citt\xe0\ncountry: IT\n---\n")
        .expecting(
            "content/cities/gaeta.md",
            "error[not-utf8]: the file is not UTF-8: byte 15 (line 2) is 0xE0",
        )
        .reports();
}

#[test]
fn an_empty_file() {
    site(
        "
//- content/cities/gaeta.md
//! error[missing-front-matter]: the file is empty
//- content/cities/krakow.md
//! error[missing-front-matter]: the file is empty


",
    )
    .reports();
}

#[test]
fn a_file_without_facts() {
    site(
        "
//- content/cities/gaeta.md
# Gaeta
^^^^^^^ error[missing-front-matter]: the file does not begin with its facts

A city on the sea.
",
    )
    .reports();
}

#[test]
fn facts_without_an_end() {
    site(
        "
//- content/cities/gaeta.md
---
^^^ error[unclosed-front-matter]: the facts have no end
name: Gaeta
country: IT

A city on the sea.
",
    )
    .reports();
}

#[test]
fn a_file_of_ten_megabytes() {
    let path = "content/cities/gaeta.md";
    let mut file = GAETA.to_owned();
    file.push_str(&"On the sea. ".repeat(900_000));
    site("")
        .with_bytes(path, file)
        .expecting(path, "error[too-large]: `content/cities/gaeta.md` has 10 MB of text")
        .reports();
}

#[test]
fn a_character_that_came_with_a_copy() {
    let path = "content/cities/gaeta.md";
    site("")
        .with_bytes(path, GAETA.replace("mare", "ma\u{b}re"))
        .expecting(
            path,
            "error[control-character]: there is an invisible character (U+000B) in the text",
        )
        .reports();
}

#[test]
fn two_cities_with_one_address() {
    site("
//- content/pages/cities/gaeta.md
//! error[address-clash]: two files want the address `/cities/gaeta/`: `content/cities/gaeta.md` and `content/pages/cities/gaeta.md`
---
title: Gaeta
---
")
    .with("content/cities/gaeta.md", GAETA)
    .reports();
}

#[test]
fn pictures_that_differ_only_in_capital_letters() {
    site("
//- content/files/tea.jpg
//! error[address-clash]: two files want the address `/files/tea.jpg`: `content/files/Tea.jpg` and `content/files/tea.jpg`
//- content/files/Tea.jpg
").reports();
}

#[test]
fn two_relationships_with_one_id() {
    site(
        "
//- content/cities/gaeta.md
---
name: Gaeta
country: IT
relationship: { established: 1982, status: active }
^^^^^^^^^^^^ error[duplicate-id]: two relationships are called `gaeta`
---
//- content/relationships/gaeta.md
---
parties: [home, gaeta]
kind: friendship
established: 1980
status: active
---
",
    )
    .reports();
}

#[test]
fn a_folder_named_like_a_city() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(folder.path().join("content/cities/gaeta.md")).expect("a new folder");
    fs::write(folder.path().join("content/cities/gaeta.md/gaeta.md"), GAETA).expect("a new file");
    site_in(folder.path())
        .expecting(
            "content/cities/gaeta.md",
            "error[not-a-file]: `content/cities/gaeta.md` is a folder, but is named like a file",
        )
        .expecting(
            "content/cities/gaeta.md/gaeta.md",
            "error[bad-id]: `gaeta.md/gaeta` cannot be an id: use lower-case letters a to z, digits and single hyphens",
        )
        .reports();
}

#[cfg(unix)]
#[test]
fn a_city_that_is_a_link_out_of_the_site() {
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    fs::write(elsewhere.path().join("gaeta.md"), GAETA).expect("a new file");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cities = folder.path().join("content/cities");
    fs::create_dir_all(&cities).expect("a new folder");
    std::os::unix::fs::symlink(elsewhere.path().join("gaeta.md"), cities.join("gaeta.md"))
        .expect("a new link");
    site_in(folder.path())
        .expecting(
            "content/cities/gaeta.md",
            "error[link-leaves-site]: `content/cities/gaeta.md` is a link to something outside the site",
        )
        .reports();
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_out_of_the_site() {
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    fs::write(elsewhere.path().join("private.jpg"), "a picture").expect("a new file");
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(folder.path().join("content")).expect("a new folder");
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("content/files"))
        .expect("a new link");
    site_in(folder.path())
        .expecting(
            "content/files",
            "error[link-leaves-site]: `content/files` is a link to something outside the site",
        )
        .reports();
}

#[test]
fn what_editors_and_file_managers_leave_behind_is_nobodys_content() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let cities = folder.path().join("content/cities");
    fs::create_dir_all(&cities).expect("a new folder");
    for name in [".DS_Store", "gaeta.md~", "#gaeta.md#", "Thumbs.db", ".gaeta.md.swp", "~$gaeta.md"]
    {
        fs::write(cities.join(name), "").expect("a new file");
    }
    fs::write(cities.join("gaeta.md"), GAETA).expect("a new file");
    site_in(folder.path()).builds().page("cities/gaeta/").shows("June 1982");
}

#[cfg(unix)]
#[test]
fn what_is_behind_a_link_out_of_the_site_is_not_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let files = folder.path().join("content/files");
    fs::create_dir_all(&files).expect("a new folder");
    fs::write(folder.path().join(".env"), "a secret").expect("a new file");
    std::os::unix::fs::symlink("/", files.join("out")).expect("a new link");
    std::os::unix::fs::symlink("../../.env", files.join("x.txt")).expect("a new link");
    fs::write(files.join(".draft"), "a secret").expect("a new file");
    std::os::unix::fs::symlink(".draft", files.join("y.txt")).expect("a new link");
    site_in(folder.path())
        .expecting(
            "content/files/out",
            "error[link-leaves-site]: `content/files/out` is a link to something outside the site",
        )
        .expecting(
            "content/files/x.txt",
            "error[link-leaves-site]: `content/files/x.txt` is a link to something outside `content/` and `themes/`",
        )
        .expecting(
            "content/files/y.txt",
            "error[link-leaves-site]: `content/files/y.txt` is a link to something hidden, or left behind by a program",
        )
        .reports();
}

#[test]
fn a_document_of_a_word_processor_with_the_name_of_a_page() {
    site("")
        .with_bytes("content/pages/about.md", b"PK\x03\x04\x14\x00\x06\x00\xff\xfe")
        .expecting(
            "content/pages/about.md",
            "error[not-utf8]: the file is a document of a word processor, not text",
        )
        .reports();
}
