//! False alarms cost more than a mistake unseen: ordinary texts give none.

use std::fs;
use std::path::{Path, PathBuf};

use crate::site_test::{SiteTest, site, whole_site_in};

const ENGLISH: &str = include_str!("ordinary.md");
const FRENCH: &str = include_str!("ordinary.fr.md");
const CREOLE: &str = include_str!("ordinary.ht.md");

fn page(text: &str) -> String {
    format!("---\ntitle: An ordinary page\n---\n{text}")
}

#[track_caller]
fn is_left_in_peace(test: &SiteTest) {
    let found = test.found_by_rules();
    assert!(found.is_empty(), "false alarms:\n{}", found.join("\n"));
}

#[test]
fn ordinary_texts_are_left_in_peace() {
    let settings = "name: Sister Cities\nhome: home\nlanguages: [en, fr, ht]\n";
    is_left_in_peace(
        &site("")
            .with("content/site.yaml", settings)
            .with("content/pages/ordinary.md", &page(ENGLISH))
            .with("content/pages/ordinary.fr.md", &page(FRENCH))
            .with("content/pages/ordinary.ht.md", &page(CREOLE)),
    );
}

/// So that the test above is one that can fail.
#[test]
fn an_ordinary_text_with_a_slip_in_it_is_not() {
    let slip = ENGLISH.replace("The committee and the council agree.", "The the council agrees.");
    let found = site("").with("content/pages/ordinary.md", &page(&slip)).found_by_rules();
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn the_sites_of_this_repository_are_left_in_peace() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sites = fs::read_dir(root.join("tests/sites")).expect("the sites are there");
    let sites = sites.map(|site| site.expect("it can be looked at").path());
    for folder in sites.chain([root.to_owned()]).filter(|folder| folder.join("content").is_dir()) {
        is_left_in_peace(&whole_site_in(&folder));
    }
}

#[test]
fn the_manual_is_left_in_peace() {
    // A rule's explanation stands on its page and in the list of all mistakes: both are printed
    // from one place, and do not drift apart.
    let mut test = site(
        "
//- content/site.yaml
name: Sister Cities
home: home
base_url: https://example.org/
rules: { repeated-passage: off }
",
    );
    for (number, path) in manual().iter().enumerate() {
        let text = fs::read_to_string(path).expect("it can be read");
        // Its title is the page's; its links lead to its own files.
        let text = text.replacen("# ", "", 1);
        test = test.with(&format!("content/pages/manual-{number}.md"), &page(&text));
    }
    is_left_in_peace(&test);
}

/// The pages of the manual.
fn manual() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("docs")];
    let mut pages = vec![root.join("README.md")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be looked at").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    pages
}
