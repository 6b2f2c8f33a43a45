//! The command line: the only part of the program that talks.

mod account;
mod args;
mod build;
mod check;
mod explain;
mod init;
mod report;
mod schema;
mod serve;
mod tell;
mod theme;
mod today;
mod work;

use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All is well.
    Good = 0,
    /// The site's content has errors.
    ContentErrors = 1,
    /// The program was called wrongly.
    Misuse = 2,
    /// The machine failed: a disk, a port, a permission.
    MachineFailed = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Runs the command that the arguments ask for; the first of them is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Asking for help is no mistake, and a closed pipe is none of ours.
            let _ = error.print();
            return if error.use_stderr() { Exit::Misuse } else { Exit::Good };
        }
    };
    let result = match arguments.command {
        Command::Init(init) => init::run(&init),
        Command::Build(build) => build::run(&build),
        Command::Serve(serve) => serve::run(&serve),
        Command::Check(check) => check::run(&check),
        Command::Explain(explain) => explain::run(&explain),
        Command::Report(report) => report::run(&report),
        Command::Schema(schema) => schema::run(&schema),
        Command::Theme(command) => theme::run(&command),
    };
    result.unwrap_or_else(|exit| exit)
}

/// Writes to the standard output. A reader that has gone away is not an error of ours.
fn say(text: &str) -> Result<(), Exit> {
    let mut out = anstream::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let message = format!("cannot write the answer: {error}");
            Err(failed(Exit::MachineFailed, &message, None))
        }
        _ => Ok(()),
    }
}

/// Writes to the standard error. There is nobody to tell if that fails.
fn complain(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Says why a command could not do its work, and what can be done.
fn failed(exit: Exit, message: &dyn std::fmt::Display, help: Option<&str>) -> Exit {
    complain(&format!("error: {message}\n"));
    if let Some(help) = help {
        complain(&format!("   help: {help}\n"));
    }
    exit
}
