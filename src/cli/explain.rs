//! `jumelage explain`.

use super::args::Explain;
use super::{Exit, failed, say};
use crate::diagnostic::{Code, explain, nearest};

pub(super) fn run(arguments: &Explain) -> Result<Exit, Exit> {
    let Some(name) = &arguments.code else {
        say(&explain::explain_all())?;
        return Ok(Exit::Good);
    };
    // As it is copied from a message: `error[unknown-key]`.
    let name = name.rsplit('[').next().unwrap_or(name).trim_end_matches([']', ':']);
    if let Some(code) = Code::from_name(name) {
        say(&explain::explain(code))?;
        return Ok(Exit::Good);
    }
    let help = match nearest(name, Code::ALL.iter().map(|code| code.name())) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`jumelage explain` lists all of them".to_owned(),
    };
    Err(failed(Exit::Misuse, &format!("no kind of mistake is called `{name}`"), Some(&help)))
}
