//! The only test binary.
#![expect(
    clippy::disallowed_methods,
    reason = "tests look at the disk and the clock as an owner of a site does"
)]

// The program at the command line: words, formats, exit statuses.
mod cli;
// The manual's generated parts.
mod documents;
// What `--help` teaches.
mod help;
// The example as visitors get it from a web server.
mod hosting;
// A build that is killed leaves one whole site.
mod killing;
// Runs the real program for the others.
mod program;
// What an owner may count on when a site is published.
mod publishing;
// The same site gives the same bytes.
mod reproducible;
// The rules of the house, the layers among them.
mod tidy;
