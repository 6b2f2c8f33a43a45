//! Tells findings in the format that was asked for.

use std::io::{ErrorKind, IsTerminal};
use std::path::{Path, PathBuf};

use super::args::{Format, Site};
use super::today::today;
use super::{Exit, complain, failed, say};
use crate::diagnostic::{Code, Diagnostic, Finding, Place, Withheld, human, machine};
use crate::memo::{Archive, Memory};
use crate::pipeline::{self, Build, Onlooker, Options};
use crate::progress::{Progress, Stage};
use crate::source::{self, ReadError, Sources, locate};
use crate::studio::Studio;
use crate::theme;

/// Reads the site in a folder.
pub(super) fn read(folder: &Path) -> Result<Sources, Exit> {
    source::read(folder).map_err(|error| no_site(&error))
}

/// The folder of a site, absolute and without symbolic links in its path.
pub(super) fn is_there(folder: &Path) -> Result<PathBuf, Exit> {
    let failed = |source| no_site(&ReadError { path: folder.to_owned(), source });
    match folder.canonicalize() {
        Ok(root) if root.is_dir() => Ok(root),
        Ok(_) => Err(failed(ErrorKind::NotADirectory.into())),
        Err(error) => Err(failed(error)),
    }
}

fn no_site(error: &ReadError) -> Exit {
    let exit = match error.source.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Exit::Misuse,
        _ => Exit::MachineFailed,
    };
    failed(exit, error, Some("give the folder that holds `content`, such as `my-site`"))
}

/// Builds a site, and tells what is wrong with it.
pub(super) fn build_and_tell(
    sources: &Sources,
    options: &Options,
    format: Format,
    studio: &Studio,
    progress: Progress<'_>,
) -> Result<Build, Exit> {
    let build = build(sources, options, studio, progress);
    progress.begins(Stage::Telling);
    tell(&build.findings, &build.withheld, format)?;
    Ok(build)
}

/// Builds a site; what comes of use again is kept.
pub(super) fn build(
    sources: &Sources,
    options: &Options,
    studio: &Studio,
    progress: Progress<'_>,
) -> Build {
    let pack = studio.shelf().pack();
    let archive = pack.clone().map(|pack| Archive::kept_by(pack));
    let memory = Memory::none().with_archive(archive);
    let onlooker = Onlooker { progress, ..Onlooker::default() };
    let mut build = pipeline::rebuild(sources, options, &memory, onlooker);
    progress.begins(Stage::Keeping);
    pack.into_iter().for_each(|pack| pack.close());
    progress.begins(Stage::Pictures);
    look_into_pictures(&mut build, sources, studio);
    build
}

/// How the arguments want a site to be built.
pub(super) fn options(site: &Site) -> Options {
    Options {
        today: site.today.unwrap_or_else(today),
        drafts: site.drafts,
        base_url: site.base_url.clone(),
        theme: None,
        strict: site.strict,
    }
}

/// Whether a picture is damaged is known only when it is made: what comes of that is a mistake like
/// others, told with them and in every format.
fn look_into_pictures(build: &mut Build, sources: &Sources, studio: &Studio) {
    let Some(output) = &build.output else { return };
    let damaged = studio.damaged(output);
    if damaged.is_empty() {
        return;
    }
    let told = damaged.iter().map(|error| {
        Diagnostic::new(Code::BadPicture, error.to_string())
            .at(Place::file(&error.original))
            .help("copy it again from where it came from, or export it again")
    });
    build.findings.extend(locate(told.collect(), sources, theme::built_in_text));
    build.output = None;
}

/// People are told beside the program's answer, programs in it.
pub(super) fn tell(
    findings: &[Finding],
    withheld: &[Withheld],
    format: Format,
) -> Result<(), Exit> {
    match format {
        Format::Human => {
            if !findings.is_empty() {
                let style = human::Style { colour: std::io::stderr().is_terminal() };
                complain(&human::draw(findings, style));
                complain("\n");
            }
            Ok(())
        }
        Format::Json => say(&machine::json(findings, withheld)),
        Format::Sarif => say(&machine::sarif(findings)),
        Format::Github => say(&machine::github(findings)),
    }
}

/// Lists what was left out, and why, for people.
pub(super) fn list_withheld(withheld: &[Withheld]) -> Result<(), Exit> {
    match human::list_withheld(withheld) {
        list if list.is_empty() => Ok(()),
        list => say(&list),
    }
}
