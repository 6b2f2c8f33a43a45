//! Files of the site's own that nothing in its theme asks for: mostly another name was meant.

use std::collections::BTreeSet;

use super::contract::{Contract, DEFAULT};
use super::files::ThemeFiles;
use super::tags;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::values::{LanguageTag, SourcePath};

/// Tells every such file.
pub(super) fn check(files: &ThemeFiles, contract: &Contract) -> Vec<Diagnostic> {
    let mut of_site = files.of_site().peekable();
    if of_site.peek().is_none() {
        return Vec::new();
    }
    let texts = files.texts("templates").map(|(_, _, text)| text);
    let asked_for: BTreeSet<&str> = texts.flat_map(tags::asked_for).collect();
    let pages = contract.templates.iter().map(|template| template.name).chain([DEFAULT]);
    let originals = asked_for.iter().filter_map(|name| files.original(name));
    let by_originals = originals.flat_map(|(_, text)| tags::asked_for(text));
    let known: BTreeSet<&str> =
        pages.chain(by_originals).chain(asked_for.iter().copied()).collect();
    let has_component = |inside: &str| files.text_of(inside).is_some_and(tags::has_component);
    of_site
        .filter_map(|(inside, path)| match inside.split_once('/') {
            Some(("templates", name)) if known.contains(name) || has_component(inside) => None,
            Some(("templates", name)) => Some(template(name, path, &known)),
            Some(("strings", name)) => strings(name, path),
            Some(("assets", _)) => None,
            _ => misplaced(inside, path),
        })
        .collect()
}

fn template(name: &str, path: &SourcePath, known: &BTreeSet<&str>) -> Diagnostic {
    let diagnostic = unused(format!("nothing asks for the template `{name}`"), path);
    match nearest(name, known.iter().copied()) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(
            "`jumelage theme show` lists the templates of pages; any other has to be included by one of them",
        ),
    }
}

fn strings(name: &str, path: &SourcePath) -> Option<Diagnostic> {
    if name.strip_suffix(".ftl").is_some_and(|tag| LanguageTag::parse(tag).is_ok()) {
        return None;
    }
    let diagnostic = unused(format!("`{name}` is not the name of a file of words"), path);
    Some(diagnostic.help("it is called by its language: `en.ftl`, `ht.ftl`, `pt-BR.ftl`"))
}

/// A file of a kind that lies in one of the folders, and does not. What else lies beside them, such
/// as a licence, is for people.
fn misplaced(inside: &str, path: &SourcePath) -> Option<Diagnostic> {
    let folder = match path.extension()? {
        "html" => "templates",
        "ftl" => "strings",
        "css" | "js" | "woff2" => "assets",
        _ => return None,
    };
    let diagnostic = unused(format!("nobody looks for `{inside}` there"), path);
    Some(diagnostic.help(format!("move it into `{folder}/`")))
}

fn unused(message: String, path: &SourcePath) -> Diagnostic {
    Diagnostic::new(Code::UnusedFile, message).at(Place::file(path))
}
