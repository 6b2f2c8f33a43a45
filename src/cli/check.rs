//! `jumelage check`.

use super::args::{Check, Format};
use super::tell::{build_and_tell, list_withheld, read, summary};
use super::{Exit, complain, say};

pub(super) fn run(arguments: &Check) -> Result<Exit, Exit> {
    let sources = read(&arguments.site.folder)?;
    let build = build_and_tell(&sources, &arguments.site)?;
    let remarks = summary(&build);
    let human = arguments.site.format == Format::Human;
    if human {
        list_withheld(&build)?;
    }
    if human && remarks.is_empty() {
        say("no mistakes found\n")?;
    } else if human {
        complain(&format!("{remarks}\n"));
    }
    Ok(if build.output.is_some() { Exit::Good } else { Exit::ContentErrors })
}
