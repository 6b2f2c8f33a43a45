//! What a theme is made of: its settings and its templates, and where each comes from.

use std::collections::BTreeSet;

use super::catalogue::{Entry, entry};
use super::contract::{Contract, DEFAULT};
use super::files::{self, ThemeFiles};
use super::settings::{Chosen, Offered, Settings};
use super::{Choice, tags};
use crate::diagnostic::Diagnosed;
use crate::source::Sources;
use crate::values::SourcePath;

/// What a theme is made of, on a site.
#[derive(Debug)]
pub struct Portrait {
    /// The theme.
    pub entry: Entry,
    /// What a site may choose, and what this one has.
    pub settings: Vec<(String, Offered, Chosen)>,
    /// The templates of the contract.
    pub templates: Vec<Template>,
    /// The other templates: parts that those include, and components.
    pub others: Vec<Template>,
}

/// A template of a theme.
#[derive(Debug)]
pub struct Template {
    /// Its name.
    pub name: String,
    /// What it makes; nothing, if the contract does not ask for it.
    pub about: Option<&'static str>,
    /// The file, by the path that it has or would have in the site; nothing, if there is none.
    pub file: Option<SourcePath>,
    /// Whether that lies in the program.
    pub is_built_in: bool,
    /// Whether the theme's `default.html` makes it.
    pub by_default: bool,
    /// The blocks that a template building on it can fill.
    pub blocks: Vec<String>,
}

/// What a theme is made of. What is wrong with it is said, too.
#[must_use]
pub fn portray(
    sources: &Sources,
    choice: Choice<'_>,
    contract: &Contract,
) -> Diagnosed<Option<Portrait>> {
    let mut diagnostics = Vec::new();
    let files = files::gather(sources, choice.name, choice.file).report_to(&mut diagnostics);
    let Some(files) = files else { return Diagnosed { value: None, diagnostics } };
    let chosen = Settings::choose(files.settings(), choice.look, choice.file, &mut diagnostics);
    let settings = files.settings().iter().filter_map(|(name, offered)| {
        Some((name.clone(), offered.clone(), chosen.get(name)?.clone()))
    });
    let has_default = files.template_path(DEFAULT).is_some();
    let templates = contract.templates.iter().map(|template| Template {
        about: Some(template.about),
        by_default: template.is_page && has_default && files.template_path(template.name).is_none(),
        ..of_files(&files, template.name)
    });
    let templates: Vec<Template> = templates.collect();
    let known: BTreeSet<&str> = contract.templates.iter().map(|template| template.name).collect();
    let others = files.texts("templates").filter(|(name, ..)| !known.contains(name));
    let portrait = Portrait {
        entry: entry(sources, choice.name),
        settings: settings.collect(),
        others: others.map(|(name, ..)| of_files(&files, name)).collect(),
        templates,
    };
    Diagnosed { value: Some(portrait), diagnostics }
}

fn of_files(files: &ThemeFiles, name: &str) -> Template {
    Template {
        name: name.to_owned(),
        about: None,
        file: files.template_path(name).cloned(),
        is_built_in: files.is_built_in(name),
        by_default: false,
        blocks: blocks(files, name),
    }
}

/// The blocks that another template can fill which builds on this one: its own, and those of what
/// it extends, unless they stand in a block that it has filled with something else.
fn blocks(files: &ThemeFiles, name: &str) -> Vec<String> {
    let text_of = |name: &str| {
        let own = files.text_of(&format!("templates/{name}"));
        own.or_else(|| files.original(name).map(|(_, text)| text))
    };
    let mut seen: Vec<&str> = Vec::new();
    let mut blocks: Vec<String> = Vec::new();
    let mut filled: Vec<&str> = Vec::new();
    let mut next = text_of(name);
    // What extends itself is told when it is read.
    while let Some(text) = next.take().filter(|text| !seen.contains(text)) {
        seen.push(text);
        let of_text = tags::blocks(text);
        let is_shown =
            |block: &&tags::Block<'_>| !block.within.iter().any(|outer| filled.contains(outer));
        for block in of_text.iter().filter(is_shown) {
            if !blocks.iter().any(|known| known == block.name) {
                blocks.push(block.name.to_owned());
            }
        }
        if !tags::asks_for_the_original(text) {
            filled.extend(of_text.iter().map(|block| block.name));
        }
        next = tags::parent(text).and_then(text_of);
    }
    blocks
}
