//! The themes that the manual builds are built, step by step.

use std::fs;

use super::{ShownFile, shown_files};
use crate::program::repository;
use crate::site_test::{SiteTest, whole_site_in};

/// The site of `jumelage init`, with a theme.
fn site_with(theme: &str) -> SiteTest {
    let folder = repository().join("src/cli/starter");
    let yaml = fs::read_to_string(folder.join("content/site.yaml")).expect("it has settings");
    whole_site_in(&folder).with("content/site.yaml", &format!("{yaml}theme: {theme}\n"))
}

/// Calls a function with the theme's name and the site as it is after each step that is to be looked
/// at. A theme is a chapter, a step a section of it.
fn follow(mut look_at: impl FnMut(&str, &str, &SiteTest)) {
    let page = fs::read_to_string(repository().join("docs/themes/your-own.md"));
    let page = page.expect("the page is there");
    for chapter in page.split("\n## ").skip(1) {
        let files = shown_files(chapter);
        let Some(ShownFile { path, .. }) = files.first() else { continue };
        let theme = path.split('/').nth(1).expect("it lies in a theme");
        let mut site = site_with(theme);
        for step in chapter.split("\n### ").skip(1) {
            for file in shown_files(step) {
                site = site.with(file.path, &file.text);
            }
            if step.contains("jumelage theme check") {
                look_at(theme, step, &site);
            }
        }
    }
}

#[test]
fn a_theme_of_the_manual_is_without_a_mistake_after_each_step() {
    let mut looked_at = Vec::new();
    follow(|theme, step, site| {
        site.builds();
        let title = step.lines().next().unwrap_or_default();
        looked_at.push(format!("{theme}: {title}"));
    });
    assert_eq!(
        looked_at,
        [
            "harbour: Begin",
            "harbour: Change a part of a page",
            "harbour: Let a site choose",
            "postcard: One stylesheet",
            "postcard: A word and a setting",
        ]
    );
}

#[test]
fn the_themes_of_the_manual_show_what_it_says() {
    let mut last = Vec::new();
    follow(|theme, _, site| {
        last.retain(|(other, _)| other != theme);
        last.push((theme.to_owned(), site.builds()));
    });
    let [(_, harbour), (_, postcard)] = last.as_slice() else { panic!("there are two themes") };
    harbour.page("cities/port-belle/").shows("From Port-Belle the tide comes in.");
    assert!(harbour.file("assets/style.css").contains("--paper:#f7fafc"));
    let city = postcard.page("cities/port-belle/");
    city.shows_in_order(&["Port-Belle", "Haiti", "Sister city", "Active, June 1998"]);
    city.shows("A teacher and a harbour pilot wrote letters");
    postcard.page("cities/").shows_in_order(&["Sister cities", "Active", "Port-Belle, Haiti"]);
    postcard.page("").shows_in_order(&["Greetings from Rivermouth!", "Port-Belle"]);
    postcard.page("timeline/").shows("Timeline");
    assert!(postcard.file("assets/style.css").contains("--accent:#8a1538"));
}
