//! The only test binary.

mod cli; // the program at the command line: words, formats, exit statuses
mod help; // what `--help` teaches
mod program; // runs the real program for the others
mod publishing;
