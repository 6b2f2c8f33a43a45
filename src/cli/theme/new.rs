//! `jumelage theme new`: a small theme to begin with.
#![expect(clippy::disallowed_methods, reason = "this is where a new theme is written")]

use super::{Exit, Site, failed, say};
use crate::cli::args::ThemeNew;
use crate::theme::{API, catalogue};
use crate::values::Slug;

pub(super) fn run(arguments: &ThemeNew) -> Result<Exit, Exit> {
    let (name, root) = (&arguments.name, &arguments.place.site);
    let site = Site::read(root)?;
    let parent = site.choose(Some(&arguments.parent))?.name;
    if let Err(refusal) = Slug::parse(name) {
        return Err(failed(Exit::Misuse, &refusal.message, refusal.help.as_deref()));
    }
    let path = format!("themes/{name}");
    let is_known = catalogue(&site.sources).iter().any(|entry| entry.name == *name);
    if is_known || root.join(&path).exists() {
        let help = "choose another name; one file of a built-in theme is changed by `jumelage theme eject`";
        return Err(failed(
            Exit::Misuse,
            &format!("there is a theme `{name}` already"),
            Some(help),
        ));
    }
    let files = [
        (format!("{path}/theme.yaml"), manifest(name, parent)),
        (format!("{path}/assets/styles/70-{name}.css"), style(name, parent)),
    ];
    let mut told = String::new();
    for (path, text) in files {
        let target = root.join(&path);
        let folder = target.parent().unwrap_or(root);
        let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&target, text));
        written.map_err(|error| {
            failed(Exit::MachineFailed, &format!("cannot write `{path}`: {error}"), None)
        })?;
        told.push_str(&format!("{path}\n"));
    }
    told.push_str(&format!(
        "\nThat is a theme. Choose it by `theme: {name}` in content/site.yaml, and look at it while you change it:\n\n  \
         jumelage serve\n  \
         jumelage theme check\n"
    ));
    say(&told)?;
    Ok(Exit::Good)
}

fn manifest(name: &str, parent: &str) -> String {
    format!(
        "name: {name}\n\
         api: {API}            # the version of the contract between themes and jumelage\n\
         parent: {parent}     # what this theme does not have comes from there\n\
         description: Say here in a sentence for whom it is.\n"
    )
}

fn style(name: &str, parent: &str) -> String {
    format!(
        "/* What {name} has its own way. A part of {parent}'s stylesheet of the same name would be replaced\n   \
         by this one; under another name it is added. */\n\
         @layer components {{\n  \
         .heading h1 {{\n    \
         letter-spacing: -0.01em;\n  \
         }}\n\
         }}\n"
    )
}
