//! `jumelage schema`.

use super::args::Schema;
use super::{Exit, failed, say};
use crate::diagnostic::nearest;
use crate::programme::schema::FileKind;

pub(super) fn run(arguments: &Schema) -> Result<Exit, Exit> {
    let Some(name) = &arguments.kind else {
        say(&list())?;
        return Ok(Exit::Good);
    };
    let Some(kind) = FileKind::from_name(name) else {
        let help = match nearest(name, FileKind::all().map(FileKind::name)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`jumelage schema` lists all of them".to_owned(),
        };
        return Err(failed(
            Exit::Misuse,
            &format!("no kind of file is called `{name}`"),
            Some(&help),
        ));
    };
    let schema = match arguments.translation {
        false => kind.schema(),
        true => kind.translation().ok_or_else(|| {
            let message = format!("`{}` has no translations", kind.path());
            let help = "its words stand in it, one text per language: `{ en: …, ht: … }`";
            failed(Exit::Misuse, &message, Some(help))
        })?,
    };
    say(&format!("{schema:#}\n"))?;
    Ok(Exit::Good)
}

/// Every kind, and where its files lie.
fn list() -> String {
    let width = FileKind::all().map(|kind| kind.name().len()).max().unwrap_or_default();
    FileKind::all().map(|kind| format!("{:width$}  {}\n", kind.name(), kind.path())).collect()
}
