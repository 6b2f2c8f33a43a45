//! Hands the arguments to `cli` and turns its answer into an exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    jumelage::cli::run(std::env::args_os()).into()
}
