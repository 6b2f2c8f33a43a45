//! `jumelage theme`: which themes there are, what they are made of, and how one's own begins.

mod check;
mod eject;
mod list;
mod new;
mod show;

use std::path::Path;

use super::args::ThemeCommand;
use super::tell::read;
use super::{Exit, complain, failed, say};
use crate::config::{self, Config};
use crate::diagnostic::nearest;
use crate::source::Sources;
use crate::theme::{Choice, catalogue};

pub(super) fn run(command: &ThemeCommand) -> Result<Exit, Exit> {
    match command {
        ThemeCommand::List(list) => list::run(list),
        ThemeCommand::Show(show) => show::run(show),
        ThemeCommand::Eject(eject) => eject::run(eject),
        ThemeCommand::Check(check) => check::run(check),
        ThemeCommand::New(new) => new::run(new),
    }
}

/// A site, as far as its look is concerned. Whatever is wrong with its settings is told by `check`.
struct Site {
    sources: Sources,
    config: Config,
}

impl Site {
    fn read(folder: &Path) -> Result<Self, Exit> {
        let sources = read(folder)?;
        let config = config::parse(&sources).value;
        Ok(Self { sources, config })
    }

    /// A theme as the site would have it: the one that is named, or its own.
    fn choose<'a>(&'a self, name: Option<&'a str>) -> Result<Choice<'a>, Exit> {
        let Config { theme, look, languages, file, .. } = &self.config;
        let name = name.unwrap_or(theme);
        let known = catalogue(&self.sources);
        if known.iter().any(|entry| entry.name == name) {
            return Ok(Choice { name, look, languages, file });
        }
        let help = match nearest(name, known.iter().map(|entry| entry.name.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "`jumelage theme list` lists all of them; the folder of a site is given by `--site`"
                    .to_owned()
            }
        };
        Err(failed(Exit::Misuse, &format!("no theme is called `{name}`"), Some(&help)))
    }
}

/// A number of things in words: `1 file`, `2 files`.
fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
