//! The manual does what it says: its examples are built as they are printed.

mod contract;
pub(crate) mod examples;
mod keys;
mod rules;
mod schema;
mod themes;
pub(crate) mod validator;

use std::fs;
use std::path::PathBuf;

use crate::program::repository;

/// A page of the manual.
#[derive(Debug)]
struct ManualPage {
    /// Its path in the repository.
    path: String,
    text: String,
}

/// A file that a page shows: its path in code, in a paragraph of its own, and below it a block of code.
#[derive(Debug)]
struct ShownFile<'a> {
    path: &'a str,
    text: String,
}

/// The pages of a folder of the manual, in the order of their paths.
fn pages(folder: &str) -> Vec<ManualPage> {
    let entries = fs::read_dir(repository().join(folder)).expect("the folder is there");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    let pages = paths.into_iter().map(|path| ManualPage {
        path: format!("{folder}/{}", path.file_name().expect("it has a name").display()),
        text: fs::read_to_string(&path).expect("a page is text"),
    });
    pages.collect()
}

/// The files that a text shows.
fn shown_files(text: &str) -> Vec<ShownFile<'_>> {
    let mut files = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let path = line.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
        let is_shown =
            path.is_some_and(|path| path.starts_with("content/") || path.starts_with("themes/"));
        if !is_shown {
            continue;
        }
        while lines.next_if(|line| line.is_empty()).is_some() {}
        let Some(fence) = lines.next_if(|line| line.starts_with("```")) else { continue };
        let end = &fence[..fence.len() - fence.trim_start_matches('`').len()];
        let block = lines.by_ref().take_while(|line| *line != end);
        let text = block.map(|line| format!("{line}\n")).collect();
        files.push(ShownFile { path: line.trim_matches('`'), text });
    }
    files
}

#[test]
fn a_file_is_shown_by_its_path_and_a_block() {
    let text = "# A page\n\n`content/a.yaml`\n\n```yaml\na: 1\n```\n\n```yaml\nb: 2\n```\n\n`content/c.md`\n";
    let files = shown_files(text);
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!((files[0].path, files[0].text.as_str()), ("content/a.yaml", "a: 1\n"));
}
