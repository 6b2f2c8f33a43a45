//! The examples of the pages about content are one site, which is built.

use std::collections::BTreeMap;

use super::{pages, shown_files};
use crate::site_test::{SiteTest, site};

/// The files that the pages about content show, and their texts.
pub(super) fn example_files() -> Vec<(String, String)> {
    let mut shown_by = BTreeMap::new();
    let mut files = Vec::new();
    for page in pages("docs/content") {
        for file in shown_files(&page.text) {
            if let Some(other) = shown_by.insert(file.path.to_owned(), page.path.clone()) {
                panic!("{} shows `{}`, as {other} does", page.path, file.path);
            }
            files.push((file.path.to_owned(), file.text));
        }
    }
    files
}

/// The site of the manual's examples.
pub(crate) fn examples() -> SiteTest {
    let mut examples = site("").without("content/cities/home.md");
    for (path, text) in example_files() {
        examples = examples.with(&path, &text);
    }
    let examples = examples.with_bytes("content/files/report-2013.pdf", "%PDF");
    let pictures = ["signing.jpg", "garden.jpg", "border.png"];
    // An empty file stands for a picture.
    pictures
        .iter()
        .fold(examples, |site, name| site.with_bytes(&format!("content/files/{name}"), ""))
}

#[test]
fn the_examples_of_the_manual_are_one_site_without_a_mistake() {
    let built = examples().builds();
    built.page("cities/port-belle/").shows("Pòbèl").shows("June 1998");
    built.page("events/2013-delegation/").shows("paramedics");
    built.page("relationships/ring-of-1958/").shows("Galmouth");
}

#[test]
fn every_page_about_a_kind_shows_an_example() {
    for page in pages("docs/content").iter().filter(|page| !page.path.ends_with("README.md")) {
        assert!(!shown_files(&page.text).is_empty(), "{}: show a complete example", page.path);
    }
}
