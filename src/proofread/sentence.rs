//! `torn-sentence`: a sentence that breaks off, and its other half.

use std::ops::Range;

use super::reading::Reading;
use super::{Code, Findings};
use crate::markdown::PassageKind;

/// Words that no sentence and no label of some length ends with.
const NO_END: &[&str] = &[
    "a", "although", "an", "and", "as", "because", "between", "both", "but", "every", "if", "its",
    "nor", "or", "our", "such", "than", "the", "their", "these", "those", "unless", "until",
    "very", "when", "whereas", "whether", "which", "while", "whose", "your",
];

/// A passage with fewer words may be a label.
const SHORTEST: usize = 8;

pub(super) fn torn(readings: &[Reading<'_>], findings: &mut Findings<'_>) {
    let breaks: Vec<usize> = (0..readings.len()).filter(|at| breaks_off(readings, *at)).collect();
    if breaks.is_empty() {
        return;
    }
    let mut halves: Vec<usize> =
        (0..readings.len()).filter(|at| begins_in_the_middle(&readings[*at])).collect();
    // First those that follow at once, then whatever is left: a box beside a text was read before
    // or behind it.
    let mut pairs: Vec<(usize, Option<usize>)> = Vec::new();
    for at in &breaks {
        let next = (at + 1..readings.len()).find(|next| !readings[*next].is_heading());
        let other = halves.iter().position(|half| Some(*half) == next);
        pairs.push((*at, other.map(|other| halves.remove(other))));
    }
    for (at, other) in &mut pairs {
        if other.is_none() && !halves.is_empty() {
            let nearest = (0..halves.len()).min_by_key(|half| halves[*half].abs_diff(*at));
            *other = nearest.map(|nearest| halves.remove(nearest));
        }
    }
    for (at, other) in pairs {
        let reading = &readings[at];
        let last = last_word(reading);
        let word = &reading.text()[last.clone()];
        let message = format!("the sentence breaks off after `{word}`");
        let help = "find where it goes on, and put the two halves together";
        findings.add(Code::TornSentence, (reading, last), message, help);
        if let Some(other) = other {
            let other = &readings[other];
            findings.related(other, other.words[0].clone(), "it may go on here");
        }
    }
}

fn last_word(reading: &Reading<'_>) -> Range<usize> {
    reading.words.last().cloned().unwrap_or_default()
}

/// Whether a passage ends where no sentence does, and nothing completes it.
fn breaks_off(readings: &[Reading<'_>], at: usize) -> bool {
    let reading = &readings[at];
    let is_text = matches!(reading.passage.kind, PassageKind::Paragraph | PassageKind::Item { .. });
    if !is_text || !reading.is_english() || !reading.is_own_prose() {
        return false;
    }
    let count = reading.words.len();
    if count < SHORTEST || !NO_END.contains(&reading.word(count - 1)) {
        return false;
    }
    let last = last_word(reading);
    let ends_with_it = reading.text()[last.end..].trim().is_empty();
    let Some(next) = readings.get(at + 1) else { return ends_with_it };
    let next_is_item = matches!(next.passage.kind, PassageKind::Item { .. })
        || next.text().trim_start().starts_with('•');
    let leads_in = match reading.passage.kind {
        // "…; and" before the next entry.
        PassageKind::Item { .. } => matches!(reading.word(count - 1), "and" | "or" | "but"),
        _ => next_is_item || next.passage.quoted || !is_running(next.passage.kind),
    };
    ends_with_it && !leads_in && !reading.is_foreign(&last)
}

fn is_running(kind: PassageKind) -> bool {
    matches!(kind, PassageKind::Paragraph | PassageKind::Heading(_) | PassageKind::Item { .. })
}

fn begins_in_the_middle(reading: &Reading<'_>) -> bool {
    reading.passage.kind == PassageKind::Paragraph
        && reading.is_own_prose()
        && reading.words.len() >= SHORTEST
        && reading.text().trim_start().starts_with(char::is_lowercase)
}
