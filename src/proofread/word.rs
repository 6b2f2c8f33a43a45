//! Words that have grown together, and words that stand twice.

use std::cell::OnceCell;
use std::ops::Range;

use foldhash::{HashSet, HashSetExt};

use super::reading::Reading;
use super::{Code, Findings};

/// Words that no word of English ends with, unless two have grown together.
const ENDS: &[&str] = &[
    "and",
    "because",
    "between",
    "for",
    "from",
    "including",
    "that",
    "the",
    "their",
    "these",
    "they",
    "this",
    "those",
    "which",
    "with",
];

/// What such a word may have before it all the same: "thereof", "forthwith".
const HONEST_BEGINNINGS: &[&str] = &["forth", "here", "there", "where"];

/// Little words without the blank between them, and words that are written in two or with a hyphen; in
/// the order of the alphabet.
const JOINED: &[(&str, &str)] = &[
    ("alot", "a lot"),
    ("andthe", "and the"),
    ("aswell", "as well"),
    ("atthe", "at the"),
    ("bythe", "by the"),
    ("eachother", "each other"),
    ("forthe", "for the"),
    ("fromthe", "from the"),
    ("infact", "in fact"),
    ("inthe", "in the"),
    ("longterm", "long-term"),
    ("ofthe", "of the"),
    ("onthe", "on the"),
    ("shortterm", "short-term"),
    ("thatthe", "that the"),
    ("tothe", "to the"),
    ("withthe", "with the"),
];

/// The shortest word before a seam.
const SHORTEST: usize = 4;

/// `joined-words`.
pub(super) fn joined(readings: &[Reading<'_>], findings: &mut Findings<'_>) {
    let known: OnceCell<HashSet<&str>> = OnceCell::new();
    for reading in readings.iter().filter(|reading| reading.is_own_prose()) {
        for index in 0..reading.words.len() {
            let known = || known.get_or_init(|| all_words(readings));
            let apart = capital_within(reading.written(index))
                .or_else(|| missing_blank(reading, index))
                .or_else(|| seam(reading.is_english().then(|| reading.word(index))?, known));
            if let Some(apart) = apart {
                report_joined(reading, index, &apart, findings);
            }
        }
    }
}

fn report_joined(reading: &Reading<'_>, index: usize, apart: &str, findings: &mut Findings<'_>) {
    let Range { start, mut end } = reading.words[index];
    if apart.contains(['.', ',']) {
        end = reading.words[index + 1].end;
    }
    if is_in_address(reading, start) || reading.is_foreign(&(start..end)) {
        return;
    }
    let written = &reading.text()[start..end];
    let message = format!("`{written}` looks like two words");
    let help = format!("write `{apart}`");
    findings.add(Code::JoinedWords, (reading, start..end), message, help);
}

/// For each letter but one from the end of what is looked for, the last letters behind it, as bits.
/// Most words end in other ways.
const LAST_LETTERS: [u32; 32] = {
    let mut letters = [0; 32];
    let mut index = 0;
    while index < ENDS.len() + JOINED.len() {
        let word = if index < ENDS.len() { ENDS[index] } else { JOINED[index - ENDS.len()].0 };
        let [.., second, last] = word.as_bytes() else { panic!("it has two letters") };
        letters[(*second & 31) as usize] |= 1 << (*last & 31);
        index += 1;
    }
    letters
};

/// Whether a word may end like one that is looked for.
fn has_end(word: &str) -> bool {
    let [.., second, last] = word.as_bytes() else { return false };
    LAST_LETTERS[usize::from(second & 31)] & 1 << (last & 31) != 0
}

/// `emailSign`: small letters, and then a new word with a capital one. Names that are written so
/// begin with a capital letter or a single small one: `LinkedIn`, `iPhone`.
fn capital_within(word: &str) -> Option<String> {
    let mut behind_first = word.bytes().skip(1);
    if !behind_first.any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        return None;
    }
    let small: usize = word.chars().take_while(|c| c.is_lowercase()).map(char::len_utf8).sum();
    let (first, second) = word.split_at(small);
    let mut rest = second.chars();
    let is_word = rest.next().is_some_and(char::is_uppercase)
        && second.chars().count() >= 3
        && rest.all(char::is_lowercase);
    (is_word && first.chars().count() >= SHORTEST).then(|| format!("{first} {second}"))
}

/// `meeting.The`, `Coimbra,Portugal`: no blank behind a sign.
fn missing_blank(reading: &Reading<'_>, index: usize) -> Option<String> {
    let sign = reading.gap(index);
    if !matches!(sign, "." | ",") {
        return None;
    }
    let (word, next) = (reading.written(index), reading.written(index + 1));
    let are_words = word.chars().count() >= 2
        && next.chars().count() >= 2
        && word.chars().all(char::is_alphabetic)
        && next.chars().all(char::is_alphabetic);
    let begins = match sign {
        "." => {
            let mut letters = next.chars();
            word.chars().all(char::is_lowercase)
                && letters.next().is_some_and(char::is_uppercase)
                && letters.all(char::is_lowercase)
        }
        _ => true,
    };
    (are_words && begins).then(|| format!("{word}{sign} {next}"))
}

/// `partnershipbetween`: ends with a little word, and what is before it is a word of this text.
fn seam<'a>(word: &str, known: impl FnOnce() -> &'a HashSet<&'a str>) -> Option<String> {
    if !has_end(word) {
        return None;
    }
    if let Ok(at) = JOINED.binary_search_by_key(&word, |(joined, _)| joined) {
        return Some(JOINED[at].1.to_owned());
    }
    if word.len() <= SHORTEST {
        return None;
    }
    let (first, end) = ENDS.iter().find_map(|end| {
        let first = word.strip_suffix(end).filter(|first| first.len() >= SHORTEST)?;
        Some((first, end))
    })?;
    let honest = HONEST_BEGINNINGS.contains(&first) || first.contains('-');
    (!honest && known().contains(first)).then(|| format!("{first} {end}"))
}

/// The words of a text that may stand before a seam.
fn all_words<'a>(readings: &'a [Reading<'_>]) -> HashSet<&'a str> {
    let count = readings.iter().map(|reading| reading.words.len()).sum();
    let mut words = HashSet::with_capacity(count);
    for reading in readings {
        let long = (0..reading.words.len()).map(|at| reading.word(at));
        words.extend(long.filter(|word| word.len() >= SHORTEST));
    }
    words
}

/// Whether a byte is part of an address or a file's name.
fn is_in_address(reading: &Reading<'_>, at: usize) -> bool {
    const LONGEST: usize = 80;
    let (before, behind) = reading.text().split_at(at);
    let is_word = |c: &char| !c.is_whitespace();
    let has_sign = |c: char| "/@\\_#=".contains(c);
    before.chars().rev().take(LONGEST).take_while(is_word).any(has_sign)
        || behind.chars().take(LONGEST).take_while(is_word).any(has_sign)
}

/// Words that stand twice for good reason.
const TWICE: &[&str] = &[
    "had", "that", "very", "so", "no", "bye", "really", "many", "long", "more", "her", "is", "in",
    "on",
];

/// `doubled-words`: in English, a word; in languages that do not double words to say something by
/// it, two words.
pub(super) fn doubled(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    if !matches!(reading.language, "en" | "fr" | "es" | "de") || !reading.is_own_prose() {
        return;
    }
    let mut index = 0;
    while index + 1 < reading.words.len() {
        let length = match () {
            () if reading.is_english() && is_doubled(reading, index) => 1,
            () if are_doubled(reading, index) => 2,
            () => {
                index += 1;
                continue;
            }
        };
        let again = index + length..index + 2 * length;
        // "La la la" is a song.
        if length == 1 && reading.word(index + 2) == reading.word(index) {
            index +=
                1 + (index + 1..).take_while(|at| reading.word(*at) == reading.word(index)).count();
            continue;
        }
        let bytes = reading.bytes(again.clone());
        if !reading.is_foreign(&bytes) {
            let words = reading.text()[bytes.clone()].replace('\n', " ");
            let message = format!("`{words}` stands twice in a row");
            findings.add(Code::DoubledWords, (reading, bytes), message, "delete one of the two");
        }
        index = again.end;
    }
}

fn is_doubled(reading: &Reading<'_>, index: usize) -> bool {
    let word = reading.word(index);
    word == reading.word(index + 1)
        && is_small_word(reading.written(index + 1))
        && !TWICE.contains(&word)
        && reading.is_phrase(index..index + 2)
}

/// "Under the under the", but not "step by step by step".
fn are_doubled(reading: &Reading<'_>, index: usize) -> bool {
    let (first, second) = (reading.word(index), reading.word(index + 1));
    first != second
        && first == reading.word(index + 2)
        && second == reading.word(index + 3)
        && is_small_word(reading.written(index + 2))
        && is_small_word(reading.written(index + 3))
        && reading.is_phrase(index..index + 4)
        && reading.word(index + 4) != first
        && (index == 0 || reading.word(index - 1) != second)
}

fn is_small_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_lowercase)
}
