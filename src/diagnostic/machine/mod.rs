//! Writes findings for other programs: JSON, SARIF, and annotations for GitHub.

mod github;
mod json;
mod sarif;

pub use github::github;
pub use json::json;
pub use sarif::sarif;

use serde::Serialize;

use super::visible::is_deceptive;

/// A JSON document, indented, that may also be looked at in a terminal: what `serde_json` lets
/// through and a terminal could obey is escaped. Such characters occur within strings only, where
/// an escape means the same.
fn document(value: &impl Serialize) -> String {
    let json = serde_json::to_string_pretty(value)
        .expect("texts, numbers and lists of them always have a JSON form");
    let mut document = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if is_deceptive(c) && c != '\n' {
            document += &format!("\\u{:04x}", u32::from(c));
        } else {
            document.push(c);
        }
    }
    document.push('\n');
    document
}
