//! The pages about rules: what each finds is found, and what mends it mends it.

use std::fs;

use jumelage::diagnostic::Code;
use jumelage::diagnostic::explain::about_rule;

use super::keys::replace;
use super::{ManualPage, pages, shown_files};
use crate::documents::is_current;
use crate::fixture::{FixtureFile, Remark, file_of};
use crate::program::repository;
use crate::site_test::{SiteTest, site};

/// A page about a rule, and the rule.
struct RulePage {
    page: ManualPage,
    rule: Code,
}

fn rule_pages() -> Vec<RulePage> {
    let pages = pages("docs/rules").into_iter().filter(|page| !page.path.ends_with("README.md"));
    let pages = pages.map(|page| {
        let name = page.path.trim_start_matches("docs/rules/").trim_end_matches(".md");
        let rule = Code::RULES.iter().copied().find(|rule| rule.name() == name);
        let rule = rule.unwrap_or_else(|| panic!("{}: no rule is called `{name}`", page.path));
        RulePage { page, rule }
    });
    pages.collect()
}

impl RulePage {
    /// The part of the page below a heading.
    fn part(&self, heading: &str) -> &str {
        let begin = format!("\n## {heading}\n");
        let part = self.page.text.split_once(&begin);
        let (_, part) =
            part.unwrap_or_else(|| panic!("{}: there is no `## {heading}`", self.page.path));
        // What begins with signs within a block of code is no heading of the page.
        let mut in_code = false;
        let mut end = 0;
        for line in part.split_inclusive('\n') {
            in_code ^= line.starts_with("```");
            if !in_code && line.starts_with("## ") {
                break;
            }
            end += line.len();
        }
        &part[..end]
    }

    /// The files in which something is found, without what is told of it.
    fn found(&self) -> Vec<FixtureFile> {
        let files = shown_files(self.part("What is found"));
        assert!(!files.is_empty(), "{}: show what is found", self.page.path);
        files.into_iter().map(|file| file_of(file.path, &file.text)).collect()
    }

    /// The site when it has been mended.
    fn mended(&self) -> SiteTest {
        let files = shown_files(self.part("Mended"));
        assert!(!files.is_empty(), "{}: show how it is mended", self.page.path);
        let found = site_of(&self.found());
        files.into_iter().fold(found, |site, file| site.with(file.path, &file.text))
    }
}

fn site_of(files: &[FixtureFile]) -> SiteTest {
    let with_pictures = site("").with_bytes("content/files/signing.jpg", "");
    files.iter().fold(with_pictures, |site, file| site.with(&file.path, &file.text))
}

/// A text with what is told of it, each remark below its line.
fn annotated(file: &FixtureFile, remarks: &[Remark]) -> String {
    let of_file = || remarks.iter().filter(|remark| remark.file.as_deref() == Some(&*file.path));
    let below = |line: Option<usize>| {
        let there = of_file().filter(move |remark| remark.spot.map(|spot| spot.line) == line);
        there.map(|remark| {
            let drawn = remark.draw();
            let (_, drawn) = drawn.split_once('\n').expect("its place comes first");
            format!("{drawn}\n")
        })
    };
    let lines = file
        .text
        .lines()
        .enumerate()
        .map(|(index, line)| format!("{line}\n{}", below(Some(index + 1)).collect::<String>()));
    below(None).chain(lines).collect()
}

#[test]
fn a_page_about_a_rule_shows_what_is_found() {
    for page in rule_pages() {
        let RulePage { page: ManualPage { path, text }, rule } = &page;
        let found = page.found();
        let mark = format!("[{}]: ", rule.name());
        let mut remarks = site_of(&found).remarks();
        remarks.retain(|remark| !remark.text.starts_with("note[") || remark.text.contains(&mark));
        let is_found = remarks.iter().any(|remark| remark.text.contains(&mark));
        assert!(is_found, "{path}: the example is not found, but {remarks:?}");

        let mut text = text.clone();
        for (shown, file) in shown_files(page.part("What is found")).iter().zip(&found) {
            text = text.replacen(&shown.text, &annotated(file, &remarks), 1);
        }
        let about = format!(
            "*{}, unless `site.yaml` says otherwise.* **{}** {}\n",
            in_words(*rule),
            rule.sentence(),
            rule.explanation()
        );
        let level = format!("{}\n", about_rule(*rule));
        is_current(path, &replace(&replace(&text, "rule", &about), "level", &level));
    }
}

#[test]
fn what_a_page_says_is_mended_is_not_found() {
    for page in rule_pages() {
        let mended = page.mended();
        let drawn = mended.drawn();
        assert!(!drawn.contains(&format!("[{}]", page.rule.name())), "{}: {drawn}", page.page.path);
        mended.builds();
    }
}

#[test]
fn the_list_of_rules_is_current() {
    let mut rows = "| rule | level | finds |\n| --- | --- | --- |\n".to_owned();
    for rule in Code::RULES {
        let name = rule.name();
        let is_off = name.starts_with("policy-");
        let level = if is_off { "off" } else { rule.severity().as_str() };
        let page = repository().join(format!("docs/rules/{name}.md"));
        assert!(page.exists(), "{}: write a page about the rule", page.display());
        rows += &format!("| [`{name}`]({name}.md) | {level} | {} |\n", rule.sentence());
    }
    let path = "docs/rules/README.md";
    let page = fs::read_to_string(repository().join(path)).expect("the page is there");
    is_current(path, &replace(&page, "rules", &rows));
}

/// How much a rule weighs, at the beginning of a sentence.
fn in_words(rule: Code) -> &'static str {
    match (rule.name().starts_with("policy-"), rule.severity().as_str()) {
        (true, _) => "Off",
        (_, "note") => "A note",
        (_, "warning") => "A warning",
        _ => "An error",
    }
}
