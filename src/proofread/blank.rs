//! Blanks that are none, and blanks where none belong.

use super::reading::Reading;
use super::{Code, Findings};
use crate::markdown::PassageKind;

const NO_BREAK: char = '\u{a0}';

/// Its last byte, which other letters end with too.
const LAST_OF_NO_BREAK: u8 = 0xa0;

/// `no-break-space`: once for each line that has any.
pub(super) fn no_break(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    let text = reading.text();
    if !text.contains(NO_BREAK) {
        return;
    }
    for line in text.split_inclusive('\n') {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let mut stray =
            line.match_indices(NO_BREAK).filter(|(at, _)| !is_meant(reading, start + at));
        let Some((first, _)) = stray.next() else { continue };
        let count = 1 + stray.count();
        let bytes = start + first..start + first + NO_BREAK.len_utf8();
        let message = match count {
            1 => "a no-break space stands where a blank belongs".to_owned(),
            _ => format!("{count} no-break spaces stand in this line where blanks belong"),
        };
        let help = "delete what looks like a blank, and type one; `&nbsp;` is one that is meant";
        findings.add(Code::NoBreakSpace, (reading, bytes), message, help);
    }
}

/// Whether it was written as `&nbsp;`, or holds together what good typography holds together.
fn is_meant(reading: &Reading<'_>, at: usize) -> bool {
    let text = reading.text();
    let end = at + NO_BREAK.len_utf8();
    let (before, behind) = (text[..at].chars().next_back(), text[end..].chars().next());
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let unit = is_digit(before) || is_digit(behind);
    let dash = behind.is_some_and(|c| "–—".contains(c)) && before.is_some_and(|c| c != ' ');
    let french = reading.language == "fr"
        && (behind.is_some_and(|c| ";:!?»%".contains(c)) || before == Some('«'));
    let hidden = text[..at].ends_with("[email") && text[end..].starts_with("protected]");
    unit || dash
        || french
        || hidden
        || reading.is_foreign(&(at..end))
        || is_entity(reading, at, end)
}

/// An entity has more bytes in the file than the sign that it stands for has.
fn is_entity(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    reading.passage.place(at..end).len() != end - at
}

/// `stray-blank`: before a sign, or so many that they make code of a paragraph.
pub(super) fn stray(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    if reading.passage.kind == PassageKind::Indented {
        let words = reading.text().trim();
        let words = words.split('\n').next().unwrap_or_default();
        let start = words.as_ptr() as usize - reading.text().as_ptr() as usize;
        let message = "four blanks before it make this a piece of code";
        let help = "take the blanks out; code stands between lines of three backticks";
        let bytes = start..start + words.len();
        return findings.add(Code::StrayBlank, (reading, bytes), message, help);
    }
    let text = reading.text();
    for at in behind_blanks(text) {
        let sign = &text[at..=at];
        let before = text[..at].trim_end_matches([' ', NO_BREAK]);
        if before.len() == at
            || reading.language == "fr" && ";:!?".contains(sign)
            || is_ratio(before, &text[at + 1..])
        {
            continue;
        }
        let follows_word = before
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || ")”’\"'\u{fffc}".contains(c));
        let ends = text[at + 1..]
            .chars()
            .next()
            .is_none_or(|next| next.is_whitespace() || next == NO_BREAK || "”\"»".contains(next));
        let bytes = before.len()..at + sign.len();
        if follows_word && ends && !reading.is_foreign(&bytes) {
            let message = format!("a blank stands before the `{sign}`");
            findings.add(Code::StrayBlank, (reading, bytes), message, "delete the blank");
        }
    }
}

/// The signs that may stand behind a blank: bytes tell, and are quicker to look at.
fn behind_blanks(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (1..bytes.len()).filter(move |at| {
        matches!(bytes[*at], b'.' | b',' | b';' | b':' | b'!' | b'?')
            && matches!(bytes[at - 1], b' ' | LAST_OF_NO_BREAK)
    })
}

/// `3 : 2`.
fn is_ratio(before: &str, behind: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit())
        && behind.trim_start().starts_with(|c: char| c.is_ascii_digit())
}
