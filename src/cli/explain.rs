//! `jumelage explain`.

use super::args::Explain;
use super::{Exit, complain, say};
use crate::diagnostic::{Code, explain, nearest};

pub(super) fn run(arguments: &Explain) -> Exit {
    let Some(name) = &arguments.code else {
        say(&explain::explain_all());
        return Exit::Good;
    };
    // As it is copied from a message: `error[unknown-key]`.
    let name = name.rsplit('[').next().unwrap_or(name).trim_end_matches([']', ':']);
    if let Some(code) = Code::from_name(name) {
        say(&explain::explain(code));
        return Exit::Good;
    }
    complain(&format!("error: no kind of mistake is called `{name}`\n"));
    match nearest(name, Code::ALL.iter().map(|code| code.name())) {
        Some(near) => complain(&format!("   help: did you mean `{near}`?\n")),
        None => complain("   help: `jumelage explain` lists all of them\n"),
    }
    Exit::Misuse
}
