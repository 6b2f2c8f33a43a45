//! `jumelage theme eject`: built-in files into the site's folder, to be changed there.
#![expect(
    clippy::disallowed_methods,
    reason = "this is where a copy of a built-in file is written"
)]

use std::path::{Path, PathBuf};

use super::{Exit, Site, failed, say};
use crate::cli::args::ThemeEject;
use crate::theme::{Choice, Original, Unknown, original};

/// A file that is going to be written.
struct Copy {
    /// Its path in the site.
    path: String,
    /// Its path on the disk.
    target: PathBuf,
    bytes: Vec<u8>,
    /// Whether something stands in for it by a block or an `include`, and not by a copy.
    builds_on: Option<String>,
}

pub(super) fn run(arguments: &ThemeEject) -> Result<Exit, Exit> {
    let root = &arguments.place.site;
    let site = Site::read(root)?;
    let choice = site.choose(arguments.theme.as_deref())?;
    let mut copies = Vec::new();
    for asked in &arguments.files {
        let copy = copy(&site, choice, asked, root, arguments.extend)?;
        // Asked for twice, it is written once.
        if copies.iter().all(|other: &Copy| other.path != copy.path) {
            copies.push(copy);
        }
    }
    if let Some(link) = copies.iter().find_map(|copy| link_on_the_way(root, &copy.path)) {
        let message = format!("`{link}` is a link, and leads out of the site perhaps");
        let help = "put a folder or a file in its place: nothing is written through a link";
        return Err(failed(Exit::Misuse, &message, Some(help)));
    }
    // All of them, or none.
    if let Some(copy) = copies.iter().find(|copy| copy.target.exists() && !arguments.force) {
        let message = format!("there is a `{}` already", copy.path);
        let help = "look at what is in it; `--force` puts the built-in file in its place";
        return Err(failed(Exit::Misuse, &message, Some(help)));
    }
    let mut told = String::new();
    for copy in &copies {
        write(copy).map_err(|error| {
            let message = format!("cannot write `{}`: {error}", copy.path);
            failed(Exit::MachineFailed, &message, None)
        })?;
        told.push_str(&match &copy.builds_on {
            Some(original) => format!("{} builds on {original}\n", copy.path),
            None => format!("{} is a copy of the built-in file\n", copy.path),
        });
    }
    if site.config.theme != choice.name {
        let name = choice.name;
        told.push_str(&format!(
            "The site has another theme: choose this by `theme: {name}` in {}.\n",
            choice.file
        ));
    }
    if copies.iter().any(|copy| copy.builds_on.is_none() && copy.path.ends_with(".html")) {
        told.push_str(
            "A copy stays as it is when jumelage gets better. To change only a part of a template, \
             build on it instead: `jumelage theme eject --extend`.\n",
        );
    }
    say(&told)?;
    Ok(Exit::Good)
}

fn copy(
    site: &Site,
    choice: Choice<'_>,
    asked: &str,
    root: &Path,
    extend: bool,
) -> Result<Copy, Exit> {
    // As it would be copied from a message or completed by a shell.
    let asked = asked.trim_start_matches("./");
    let asked = asked.strip_prefix(&format!("themes/{}/", choice.name)).unwrap_or(asked);
    let original = original(&site.sources, choice, asked)
        .map_err(|unknown| not_there(asked, choice, &unknown))?;
    let path = format!("themes/{}/{}", choice.name, original.inside);
    let target = root.join(&path);
    if !extend {
        return Ok(Copy { path, target, bytes: original.bytes.to_vec(), builds_on: None });
    }
    let Some(extension) = original.extension() else {
        let message = format!("nothing can build on `{}`", original.inside);
        let help =
            "templates can be built on, unless they define components; copy it, without `--extend`";
        return Err(failed(Exit::Misuse, &message, Some(help)));
    };
    let Original { theme, inside, .. } = original;
    let builds_on = Some(format!("the {inside} of {theme}"));
    Ok(Copy { path, target, bytes: extension.into_bytes(), builds_on })
}

fn not_there(asked: &str, choice: Choice<'_>, unknown: &Unknown) -> Exit {
    let message = format!("the theme `{}` has no built-in file `{asked}`", choice.name);
    let help = match &unknown.near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`jumelage theme show` lists the templates; others are `strings/en.ftl` and `theme.yaml`".to_owned(),
    };
    failed(Exit::Misuse, &message, Some(&help))
}

/// The first part of a path in the site that is a symbolic link.
fn link_on_the_way(root: &Path, path: &str) -> Option<String> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    let mut parts = ends.map(|end| &path[..end]);
    let link = parts.find(|part| root.join(part).is_symlink());
    link.map(str::to_owned)
}

fn write(copy: &Copy) -> std::io::Result<()> {
    if let Some(folder) = copy.target.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&copy.target, &copy.bytes)
}
