//! The examples of the pages about content are one site, which is built.

use std::collections::BTreeMap;

use super::{pages, shown_files};
use crate::site_test::{SiteTest, site};

/// The site of the manual's examples.
fn examples() -> SiteTest {
    let pages = pages("docs/content");
    let mut shown_by = BTreeMap::new();
    let mut examples = site("").with_bytes("content/files/report-2013.pdf", "%PDF");
    for page in &pages {
        for file in shown_files(&page.text) {
            if let Some(other) = shown_by.insert(file.path.to_owned(), &page.path) {
                panic!("{} shows `{}`, as {other} does", page.path, file.path);
            }
            examples = examples.with(file.path, &file.text);
        }
    }
    examples.without("content/cities/home.md")
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
