//! `dead-label`: words that were a link where the text was copied from.

use std::ops::Range;

use super::reading::{Reading, has_object, is_blank};
use super::{Code, Findings};

/// Words that invite a reader to something of ours.
const INVITATIONS: &[&str] = &[
    "browse", "check", "consult", "explore", "join", "read", "search", "see", "use", "view",
    "visit",
];

/// What is on the web, and nowhere else.
const ON_THE_WEB: &[&str] = &["blog", "newsletter", "webpage", "website"];

/// What may be on the web, with a word before it that says which one.
const MAY_BE_ON_THE_WEB: &[&str] = &[
    "calendar",
    "database",
    "directory",
    "form",
    "page",
    "portal",
    "statement",
    "tool",
    "toolkit",
    "updates",
];

/// Networks whose name ends the words of a link to them.
const NETWORKS: &[&str] =
    &["linkedin", "facebook", "instagram", "twitter", "youtube", "mastodon", "bluesky"];

const HELP: &str = "link it, as in `[membership page](page:membership)`, or take it out";

pub(super) fn dead(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    if !reading.is_english() || !reading.is_own_prose() || reading.is_heading() {
        return;
    }
    let mut next = 0;
    for index in 0..reading.words.len() {
        if index < next {
            continue;
        }
        let label = match reading.word(index) {
            "click" => click_here(reading, index),
            "at" => quoted_title(reading, index),
            _ if reading.word(index + 1) == "our" => invitation(reading, index),
            _ => None,
        };
        if let Some(label) = label {
            next = label.end;
            let bytes = reading.bytes(label);
            report(reading, bytes, findings);
        }
    }
    on_a_network(reading, findings);
    left_over(reading, findings);
}

fn report(reading: &Reading<'_>, bytes: Range<usize>, findings: &mut Findings<'_>) {
    let words = &reading.text()[bytes.clone()].replace('\n', " ");
    let message = format!("`{words}` is the name of a link that is not there");
    findings.add(Code::DeadLabel, (reading, bytes), message, HELP);
}

/// "Visit our membership page": the words behind "our", if nothing in the sentence can be followed.
fn invitation(reading: &Reading<'_>, index: usize) -> Option<Range<usize>> {
    let invites = INVITATIONS.contains(&reading.word(index))
        || reading.word(index) == "for" && index > 0 && reading.word(index - 1) == "up";
    if !invites {
        return None;
    }
    let first = index + 2;
    let noun = (first..first + 5).find(|at| {
        let word = reading.word(*at);
        ON_THE_WEB.contains(&word) || *at > first && MAY_BE_ON_THE_WEB.contains(&word)
    })?;
    let label = first..noun + 1;
    let behind = reading.word(noun + 1);
    let is_here = matches!(behind, "below" | "above" | "on" | "at");
    (reading.is_phrase(index..noun + 1) && !is_here && !leads_somewhere(reading, index))
        .then_some(label)
}

fn click_here(reading: &Reading<'_>, index: usize) -> Option<Range<usize>> {
    let says = reading.says(index, &["click", "here"]);
    (says && !leads_somewhere(reading, index)).then_some(index..index + 2)
}

/// "More details are available at “Building a bridge”".
fn quoted_title(reading: &Reading<'_>, index: usize) -> Option<Range<usize>> {
    let gap = reading.gap(index);
    if !gap.trim_start().starts_with(['"', '“']) {
        return None;
    }
    let sentence = reading.sentence(index);
    let more = sentence.clone().find(|at| {
        reading.word(*at) == "more" && matches!(reading.word(at + 1), "details" | "information")
    });
    let end = (index + 1..sentence.end)
        .find(|at| reading.gap(*at).contains(['"', '”']) || *at + 1 == sentence.end)?;
    (more.is_some() && !leads_somewhere(reading, index)).then_some(index + 1..end + 1)
}

/// Whether something in the sentence around a word can be followed, or says where to go.
fn leads_somewhere(reading: &Reading<'_>, index: usize) -> bool {
    let bytes = reading.bytes(reading.sentence(index));
    let words = &reading.lower[bytes.clone()];
    reading.is_linked(&bytes)
        || has_object(words)
        || ["www.", "http", "@", "[email"].iter().any(|sign| words.contains(sign))
}

/// A line that is nothing but "Our Club on Facebook".
fn on_a_network(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    for line in &reading.lines {
        let words = &reading.lower[line.clone()];
        let names = NETWORKS.iter().any(|network| {
            words.strip_suffix(network).is_some_and(|before| before.ends_with(" on "))
        });
        let is_short = || words.split_whitespace().take(9).count() <= 8;
        if names && is_short() && !reading.is_linked(line) {
            report(reading, line.clone(), findings);
        }
    }
}

/// A few names behind the last sentence of a line, with a wide blank between.
fn left_over(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    for line in &reading.lines {
        let words = &reading.text()[line.clone()];
        let Some(end) = words.rfind(['.', '!', '?']) else { continue };
        let rest = &words[end + 1..];
        let label = rest.trim_start_matches(is_blank);
        let blanks = rest[..rest.len() - label.len()].chars().count();
        let names = label.split(is_blank).filter(|name| !name.is_empty());
        let are_names = names.clone().all(|name| {
            name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic)
        });
        if blanks >= 2 && (1..=4).contains(&names.count()) && are_names {
            let bytes = line.end - label.len()..line.end;
            if !reading.is_linked(&bytes) {
                report(reading, bytes, findings);
            }
        }
    }
}
