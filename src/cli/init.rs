//! `jumelage init`: a small, complete site to begin with.
#![expect(clippy::disallowed_methods, reason = "this is where a new site is written")]

use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::args::Init;
use super::{Exit, complain, machine_failed, say};

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

pub(super) fn run(arguments: &Init) -> Exit {
    let folder = &arguments.folder;
    match is_free(folder) {
        Ok(true) => {}
        Ok(false) => {
            complain(&format!("error: there is something in `{}` already\n", folder.display()));
            complain("   help: choose a folder that does not exist yet, or an empty one\n");
            return Exit::Misuse;
        }
        Err(error) => return failed(folder, &error),
    }
    if let Err(error) = write(folder, &STARTER) {
        return failed(folder, &error);
    }
    let name = folder.display();
    say(&format!(
        "There is a small site in {name}: a city, a partner, and what binds them.\n\
         Change the files in {name}/content, then make the web pages:\n\n  \
         jumelage build {name}\n"
    ));
    Exit::Good
}

fn is_free(folder: &Path) -> io::Result<bool> {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error),
    }
}

fn write(folder: &Path, dir: &Dir<'_>) -> io::Result<()> {
    std::fs::create_dir_all(folder.join(dir.path()))?;
    for file in dir.files() {
        std::fs::write(folder.join(file.path()), file.contents())?;
    }
    dir.dirs().try_for_each(|dir| write(folder, dir))
}

fn failed(folder: &Path, error: &io::Error) -> Exit {
    machine_failed(&format!("cannot make `{}`: {error}", folder.display()), None)
}
