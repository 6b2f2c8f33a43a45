//! Lists that are none: signs for bullets, and entries that have run together.

use std::ops::Range;

use super::reading::{Reading, is_blank};
use super::{Code, Findings};

/// The signs that stand before the entries of lists elsewhere.
const BULLETS: [char; 7] = ['•', '◦', '▪', '●', '■', '‣', '\u{f0b7}'];

/// `bullet-sign`: a line that begins with a bullet.
pub(super) fn bullet_signs(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    for line in bulleted_lines(reading) {
        let sign = reading.text()[line.start..].chars().next().expect("it begins with a bullet");
        let bytes = line.start..line.start + sign.len_utf8();
        let message = format!("`{sign}` makes no list");
        let help = "begin each entry on a line of its own with `- `, and put an empty line before the first";
        findings.add(Code::BulletSign, (reading, bytes), message, help);
    }
}

/// `run-on-bullets`: further bullets in a line that begins with one, or behind a sentence's end.
pub(super) fn run_on(reading: &Reading<'_>, findings: &mut Findings<'_>) {
    for line in lines(reading) {
        let text = &reading.text()[line.clone()];
        let is_entry = text.starts_with(BULLETS);
        let mut inner = text.match_indices(BULLETS).filter(|(at, sign)| {
            let before = text[..*at].trim_end_matches(is_blank);
            let parted = before.len() < *at && text[at + sign.len()..].starts_with(is_blank);
            let ends = before.ends_with(['.', ';', ':', '!', '?', ')', '”', '"']);
            parted && !before.is_empty() && (is_entry || ends)
        });
        let Some((first, sign)) = inner.next() else { continue };
        let count = 1 + inner.count();
        let bytes = line.start + first..line.start + first + sign.len();
        let message = match count {
            1 => "another entry of the list begins within the line".to_owned(),
            _ => format!("{count} more entries of the list begin within the line"),
        };
        let help = "give each entry a line of its own that begins with `- `";
        findings.add(Code::RunOnBullets, (reading, bytes), message, help);
    }
}

fn bulleted_lines<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = &'a Range<usize>> {
    lines(reading).iter().filter(|line| {
        let mut signs = reading.text()[(*line).clone()].chars();
        signs.next().is_some_and(|sign| BULLETS.contains(&sign))
            && signs.next().is_some_and(is_blank)
    })
}

/// The lines of a text in which there may be a bullet: none of them is ASCII, and most texts are.
fn lines<'a>(reading: &'a Reading<'_>) -> &'a [Range<usize>] {
    if reading.text().is_ascii() { &[] } else { &reading.lines }
}
