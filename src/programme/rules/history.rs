//! Changes of status that hardly happen.

use super::place_in;
use crate::diagnostic::{Code, Diagnostic};
use crate::programme::relationship::{Change, Status};
use crate::programme::site::Site;

/// What is over does not come alive again without a word, and a proposal comes first.
pub(super) fn odd(site: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (_, relationship) in site.relationships.iter() {
        for (number, change) in relationship.history.iter().enumerate().skip(1) {
            let Some((message, help)) = odd_step(&relationship.history[..number], change) else {
                continue;
            };
            let label = match number {
                1 => "the change before".to_owned(),
                _ => format!("`{}` before that", relationship.history[number - 1].to.as_str()),
            };
            diagnostics.push(
                Diagnostic::new(Code::OddHistory, message)
                    .at(place_in(relationship, &format!("history[{number}].to")))
                    .related(place_in(relationship, &format!("history[{}].to", number - 1)), label)
                    .help(help),
            );
        }
    }
    diagnostics
}

/// What is odd about a change, and what to do.
fn odd_step(before: &[Change], change: &Change) -> Option<(String, &'static str)> {
    let last = before.last()?.to;
    let (from, to) = (last.as_str(), change.to.as_str());
    if last == change.to {
        let message = format!("the relationship was `{to}` already");
        return Some((message, "take the change out, or correct what it changed to"));
    }
    if change.to == Status::Proposed && !last.is_over() {
        let message = format!("a relationship that was `{from}` is proposed afterwards");
        return Some((message, "write the changes in the order in which they happened"));
    }
    let is_explained = !change.because.is_empty() || change.event.is_some();
    let revives = last.is_over() && !change.to.is_over() && change.to != Status::Proposed;
    (revives && !is_explained).then(|| {
        let message = format!("a relationship that was `{from}` is `{to}` again, without a word");
        (message, "say how, with `because:` or with the `event:` that renewed it")
    })
}
