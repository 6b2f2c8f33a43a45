//! `_headers` and `_redirects`, which Netlify reads, and others after it.
//!
//! The folder is the top of what the host serves: where the site lies below another, as `base_url` says,
//! something before the host leads there.

use std::fmt::Write;

use super::headers::{CHECKED, LASTING, STRICT_TRANSPORT};
use super::place::Place;
use crate::values::percent;

pub(super) fn files(place: &Place<'_>) -> Vec<(String, String)> {
    vec![("_headers".to_owned(), headers(place)), ("_redirects".to_owned(), redirects(place))]
}

fn headers(place: &Place<'_>) -> String {
    let mut text = "# Made by `jumelage build --for netlify`.\n/*\n".to_owned();
    for (name, value) in &place.headers {
        let _ = writeln!(text, "  {name}: {value}");
    }
    let _ = write!(
        text,
        "  # Once nothing of this host will ever be without encryption again:\n\
         #  Strict-Transport-Security: {STRICT_TRANSPORT}\n"
    );
    // Where two rules meet, both are sent: so none is for all files.
    let _ = write!(text, "\n# A changed file has another name.\n");
    for path in place.lasting() {
        let _ = writeln!(text, "/{}\n  Cache-Control: {LASTING}", path.href());
    }
    let _ =
        write!(text, "\n# All others are `{CHECKED}` in effect, as the host has it by itself.\n");
    text
}

fn redirects(place: &Place<'_>) -> String {
    let mut text = "# Made by `jumelage build --for netlify`.\n".to_owned();
    for lead in place.leads() {
        // Forced, because there is a page at the former address too.
        let _ = writeln!(text, "/{} {} 301!", percent::encoded(&lead.from), lead.to);
    }
    for language in place.languages().into_iter().filter(|language| !language.is_empty()) {
        let _ = writeln!(text, "/{language}* /{language}404.html 404");
    }
    text
}
