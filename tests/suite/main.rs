//! The only test binary.
#![expect(
    clippy::disallowed_methods,
    reason = "tests look at the disk and the clock as an owner of a site does"
)]

// What real programmes publish has its place.
mod acceptance;
// What programs for calendars are told.
mod calendars;
// What a text says of the facts, and the facts.
mod claims;
// The program at the command line: words, formats, exit statuses.
mod cli;
// Every kind of mistake that is told.
mod deployment;
mod diagnostics;
// The facts as data.
mod data;
// The manual's generated parts.
mod documents;
// Addresses of other websites.
mod external;
// What is published is what the files say: dates, statuses, languages, counts.
mod facts;
// What programs for news are told.
mod feeds;
// A whole site in one literal.
mod fixture;
// What `--help` teaches.
mod following;
mod help;
// The example as visitors get it from a web server.
mod hosting;
// A build that is killed leaves one whole site.
mod keeping;

mod killing;
// The theme, and what an owner chooses of it.
mod look;
// What the manual shows is built as it stands there.
mod manual;
// The many ways of getting a file wrong.
mod mistakes;
// Photographs for the others.
mod photograph;
// What is published of photographs, and what is not.
mod pictures;
// What a programme says of itself.
mod profile;
// Runs the real program for the others.
mod program;
// What the rules about words find, and what they leave in peace.
mod proofreading;
// What Markdown becomes.
mod prose;
// What an owner may count on when a site is published.
mod publishing;
// What a preview shows after any sequence of edits.
mod rebuilding;
// What once went wrong.
mod redirects;
mod regressions;
// The report to a council.
mod report;
// The same site gives the same bytes.
mod reproducible;
// What the search finds, and the list of everything.
mod searching;
// The preview as it is started, and as requests meet it.
mod servers;
mod serving;
// Registers and pairs.
mod shape;
// Builds a fixture and asks what came of it.
mod site_test;
// What search engines are told.
mod structured;
// The rules of the house, the layers among them.
mod tidy;
// Themes of one's own, and the commands for them.
mod themes;
// A page as a reader sees it.
mod visible_text;
