//! The built-in files that a site can have a copy of, or build on.

use std::collections::BTreeSet;

use super::{Choice, files, manifest, tags};
use crate::diagnostic::nearest;
use crate::source::Sources;

/// Where a file is looked for that is not named by its whole path.
const FOLDERS: [&str; 6] =
    ["", "templates/", "strings/", "assets/", "assets/styles/", "templates/partials/"];

/// A built-in file.
#[derive(Debug)]
pub struct Original {
    /// The theme that it lies in.
    pub theme: String,
    /// Its path in that.
    pub inside: String,
    /// What is in it.
    pub bytes: &'static [u8],
}

/// That there is no such file.
#[derive(Debug)]
pub struct Unknown {
    /// The path that was probably meant.
    pub near: Option<String>,
}

/// The built-in file that somebody means by a path or a name, such as `templates/city.html`,
/// `city.html` or `30-base.css`, of a theme or of one that it builds on.
pub fn original(sources: &Sources, choice: Choice<'_>, asked: &str) -> Result<Original, Unknown> {
    let files = files::gather(sources, choice.name, choice.file).value.unwrap_or_default();
    let chain = files.chain();
    for folder in FOLDERS {
        let inside = format!("{folder}{asked}");
        // What a theme says of itself, no other says of itself.
        let themes = chain.iter().take(if inside == manifest::FILE { 1 } else { chain.len() });
        for theme in themes {
            if let Some(bytes) = files::built_in_file(theme, &inside) {
                return Ok(Original { theme: theme.clone(), inside, bytes });
            }
        }
    }
    let known: BTreeSet<String> =
        chain.iter().flat_map(|theme| files::built_in_paths(theme)).collect();
    Err(Unknown { near: probably(asked, &known) })
}

/// The path that is like another, or whose last part is.
fn probably(asked: &str, known: &BTreeSet<String>) -> Option<String> {
    let paths = || known.iter().map(String::as_str);
    let near = nearest(asked, paths()).or_else(|| {
        let near = nearest(last(asked), paths().map(last))?;
        paths().find(|path| last(path) == near)
    });
    near.map(str::to_owned)
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

impl Original {
    /// The text of a template that builds on this one instead of copying it, and is the same until
    /// somebody changes it; nothing, where that cannot be done.
    #[must_use]
    pub fn extension(&self) -> Option<String> {
        let template = self.inside.strip_prefix("templates/")?;
        let text = std::str::from_utf8(self.bytes).ok()?;
        let name = format!("{}/{template}", self.theme);
        // A component can be defined only once.
        if tags::has_component(text) {
            return None;
        }
        let blocks = tags::blocks(text);
        let block = blocks.iter().map(|block| block.name).max_by_key(|name| *name == "content");
        let Some(block) = block else {
            return Some(format!(
                "{{# What is around this stands before or after `{name}`. -#}}\n{{% include \"{name}\" %}}\n"
            ));
        };
        Some(format!(
            "{{# Builds on `{name}`: what a block of it holds is changed by a block of the same name.\n   \
             `jumelage theme show` lists its blocks; `super()` is what a block holds there. -#}}\n\
             {{% extends \"{name}\" %}}\n\n\
             {{% block {block} %}}\n{{{{ super() }}}}\n{{% endblock %}}\n"
        ))
    }
}
