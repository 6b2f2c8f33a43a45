//! `relative-time`: a time that is told from the day on which somebody wrote it.

use std::ops::Range;

use super::number::{is_number, is_small, years_in};
use super::reading::{Reading, has_object};
use super::{Code, Findings};

/// Words that by themselves tell of a time near the day of writing, by language.
const NEAR: &[(&str, &[&str])] = &[
    ("en", &["recently", "lately", "nowadays"]),
    ("fr", &["récemment", "dernièrement"]),
    ("es", &["recientemente", "últimamente"]),
    ("de", &["kürzlich", "neulich", "letztens"]),
    ("ht", &["resaman", "dènyèman"]),
];

const UNITS: &[&str] = &[
    "year",
    "years",
    "decade",
    "decades",
    "month",
    "months",
    "week",
    "weeks",
    "century",
    "centuries",
];

/// Words before a number that make it an estimate.
const ALMOST: &[&str] = &["almost", "nearly"];
const MORE: &[&str] = &["over", "about", "around"];

/// What behind a duration says from when, so that it stays true.
const ANCHORS: &[&str] =
    &["after", "before", "later", "earlier", "old", "older", "younger", "apart", "long", "away"];

pub(super) fn relative(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    if reading.dated || !reading.is_own_prose() || reading.is_heading() {
        return;
    }
    let Some((_, near)) = NEAR.iter().find(|(language, _)| *language == reading.language) else {
        return;
    };
    let mut next = 0;
    for index in 0..reading.words.len() {
        if index < next {
            continue;
        }
        let Some(phrase) = phrase_at(reading, index, near) else { continue };
        let bytes = reading.bytes(phrase.clone());
        if reading.is_foreign(&bytes) || reading.is_in_quotation_marks(bytes.start) {
            continue;
        }
        next = phrase.end;
        let words = &reading.text()[bytes.clone()].replace('\n', " ");
        let message = format!("`{words}` will not stay true");
        let help = if words.contains("year") || words.contains("decade") {
            "write the year in which it began, or let the program count: `{years since=1956}`"
        } else {
            "write when it was, as exactly as it is known"
        };
        findings.add(Code::RelativeTime, (reading, bytes), message, help);
    }
}

/// The words of a relative time that begin at a word; `near` are those that tell of one by themselves.
fn phrase_at(reading: &Reading<'_>, index: usize, near: &[&str]) -> Option<Range<usize>> {
    let word = reading.word(index);
    if near.contains(&word) {
        let most = index > 0 && matches!(reading.word(index - 1), "most" | "more" | "very");
        let start = if most { index - 1 } else { index };
        return (!is_dated_behind(reading, index, 8)).then_some(start..index + 1);
    }
    if !reading.is_english() {
        return None;
    }
    match word {
        "ago" => ago(reading, index),
        "last" | "next" | "this" => neighbour(reading, index),
        "over" | "during" | "in" | "for" => {
            span(reading, index).or_else(|| estimate(reading, index))
        }
        "almost" | "nearly" => estimate(reading, index),
        _ => None,
    }
}

/// "Five years ago".
fn ago(reading: &Reading<'_>, index: usize) -> Option<Range<usize>> {
    let unit = index.checked_sub(1).filter(|unit| UNITS.contains(&reading.word(*unit)))?;
    let number = unit.checked_sub(1)?;
    // A number that is computed stays true.
    let word = reading.word(number);
    let counted = is_number(word) && word != "many" && !has_object(reading.gap(number));
    let phrase = number..index + 1;
    (counted && reading.is_phrase(phrase.clone()) && !is_dated_behind(reading, index, 4))
        .then_some(phrase)
}

/// "Last year", "next month", "this week".
fn neighbour(reading: &Reading<'_>, index: usize) -> Option<Range<usize>> {
    let unit = reading.word(index + 1);
    let unit = unit.strip_suffix("'s").or(unit.strip_suffix("’s")).unwrap_or(unit);
    if !matches!(unit, "year" | "month" | "week") || !reading.is_phrase(index..index + 2) {
        return None;
    }
    let before = index.checked_sub(1).map_or("", |before| reading.word(before));
    let is_of_something = matches!(
        before,
        "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "each" | "every" | "to"
    ) || reading.word(index + 2) == "of";
    (!is_of_something && !is_dated_behind(reading, index + 1, 3)).then_some(index..index + 2)
}

/// "Over the next two years", "in recent years".
fn span(reading: &Reading<'_>, index: usize) -> Option<Range<usize>> {
    let in_recent = reading.says(index, &["in", "recent"]);
    let the = reading.word(index + 1) == "the"
        && matches!(reading.word(index + 2), "past" | "last" | "next" | "coming");
    let from = match (in_recent, the) {
        (true, _) => index + 2,
        (_, true) => index + 3,
        _ => return None,
    };
    let unit = (from..from + 4).find(|at| UNITS.contains(&reading.word(*at)))?;
    let counted = (from..unit).all(|at| is_number(reading.word(at)) || is_filler(reading.word(at)));
    // "For the coming year" is said of every year.
    let counted = counted && (from < unit || reading.word(index) != "for");
    let phrase = index..unit + 1;
    let is_of_something = reading.word(unit + 1) == "of" && reading.is_phrase(unit..unit + 2);
    let stands = counted && reading.is_phrase(phrase.clone()) && !is_of_something;
    (stands && !is_dated(reading, index)).then_some(phrase)
}

/// "For almost 50 years", "nearly a decade", "for over twenty-five years".
fn estimate(reading: &Reading<'_>, index: usize) -> Option<Range<usize>> {
    let about = index + usize::from(reading.word(index) == "for");
    let (surely, number) = match reading.word(about) {
        word if ALMOST.contains(&word) => (true, about + 1),
        word if MORE.contains(&word) && about > index => (false, about + 1),
        "more" if about > index && reading.word(about + 1) == "than" => (false, about + 2),
        _ => return None,
    };
    let unit = (number + 1..number + 3).find(|at| UNITS.contains(&reading.word(*at)))?;
    let counted =
        (number..unit).all(|at| is_number(reading.word(at)) || is_filler(reading.word(at)));
    let phrase = about..unit + 1;
    if !counted || !reading.is_phrase(index..unit + 1) {
        return None;
    }
    let behind = reading.word(unit + 1);
    let anchored = ANCHORS.contains(&behind)
        || behind == "of" && matches!(reading.word(unit + 2), "history" | "age")
        || behind == "ago";
    let long = matches!(reading.word(unit), "decade" | "decades" | "century" | "centuries")
        || reading.word(unit) == "years" && !is_small(reading.word(number));
    let lasts = reading
        .sentence(index)
        .any(|at| matches!(reading.word(at), "has" | "have" | "been" | "continues" | "continue"));
    let rots = if surely { long || lasts } else { lasts && reading.word(unit) != "weeks" };
    (rots && !anchored && !is_dated(reading, index)).then_some(phrase)
}

fn is_filler(word: &str) -> bool {
    matches!(word, "of" | "couple" | "or" | "and" | "full")
}

/// Whether a date follows within a few words of the same sentence.
fn is_dated_behind(reading: &Reading<'_>, index: usize, words: usize) -> bool {
    let end = reading.sentence(index).end.min(index + 1 + words);
    (index..end).any(|at| {
        at > index && years_in(reading.word(at)) > 0 || at + 1 < end && has_object(reading.gap(at))
    })
}

/// Whether the sentence says itself from when, or from when to when.
fn is_dated(reading: &Reading<'_>, index: usize) -> bool {
    let sentence = reading.sentence(index);
    let years: usize = sentence.clone().map(|at| years_in(reading.word(at))).sum();
    let says_from_when = sentence.clone().any(|at| {
        years_in(reading.word(at + 1)) > 0 && matches!(reading.word(at), "since" | "until" | "from")
    });
    years >= 2 || says_from_when || sentence.clone().any(|at| has_object(reading.gap(at)))
}
