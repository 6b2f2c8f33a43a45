//! The only test binary.

mod cli; // the program at the command line: words, formats, exit statuses
mod help; // what `--help` teaches
mod hosting; // the example as visitors get it from a web server
mod killing; // a build that is killed leaves one whole site
mod program; // runs the real program for the others
mod publishing;
mod reproducible; // the same site gives the same bytes
