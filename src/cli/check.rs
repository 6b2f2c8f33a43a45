//! `jumelage check`.

use super::args::{Check, Format};
use super::report::{build_and_tell, read, summary};
use super::{Exit, complain, say};

pub(super) fn run(arguments: &Check) -> Exit {
    let sources = match read(&arguments.site) {
        Ok(sources) => sources,
        Err(exit) => return exit,
    };
    let build = build_and_tell(&sources, &arguments.site);
    let remarks = summary(&build);
    let human = arguments.site.format == Format::Human;
    match &build.output {
        Some(_) if !human => Exit::Good,
        Some(_) if remarks.is_empty() => {
            say("no mistakes found\n");
            Exit::Good
        }
        Some(_) => {
            complain(&format!("{remarks}\n"));
            Exit::Good
        }
        None => {
            if human {
                complain(&format!("{remarks}\n"));
            }
            Exit::ContentErrors
        }
    }
}
