//! `jumelage init`: a small, complete site to begin with.
#![expect(clippy::disallowed_methods, reason = "this is where a new site is written")]

use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::args::Init;
use super::{Exit, failed, say};

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

pub(super) fn run(arguments: &Init) -> Result<Exit, Exit> {
    let folder = &arguments.folder;
    let name = folder.display();
    let cannot = |error: io::Error| {
        failed(Exit::MachineFailed, &format!("cannot make `{name}`: {error}"), None)
    };
    if !is_free(folder).map_err(cannot)? {
        let help = "choose a folder that does not exist yet, or an empty one";
        let message = format!("there is something in `{name}` already");
        return Err(failed(Exit::Misuse, &message, Some(help)));
    }
    write(folder, &STARTER).map_err(cannot)?;
    say(&format!(
        "There is a small site in {name}: a city, a partner, and what binds them.\n\
         Change the files in {name}/content while you look at it, then make the web pages:\n\n  \
         jumelage serve {name} --open\n  \
         jumelage build {name}\n"
    ))?;
    Ok(Exit::Good)
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
