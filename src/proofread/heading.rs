//! The levels of headings, and headings that repeat.

use std::collections::HashMap;

use super::reading::Reading;
use super::{Code, Findings};
use crate::markdown::PassageKind;

/// A heading in a text that has no heading above it stands below the page's title.
const TITLE: u8 = 1;

fn headings<'a, 'r>(
    readings: &'a [Reading<'r>],
) -> impl Iterator<Item = (u8, &'a Reading<'r>)> + 'a {
    readings.iter().filter_map(|reading| match reading.passage.kind {
        PassageKind::Heading(level) => Some((level, reading)),
        _ => None,
    })
}

/// `heading-order`: a level is left out on the way down.
pub(super) fn order(readings: &[Reading<'_>], findings: &mut Findings<'_>) {
    let mut above = TITLE;
    for (level, reading) in headings(readings) {
        if level > above + 1 {
            let (found, wanted) = ("#".repeat(level.into()), "#".repeat((above + 1).into()));
            let message =
                format!("the heading's level is {level}, and the one above it is {above}");
            let help = format!("write `{wanted}` instead of `{found}`");
            findings.add(Code::HeadingOrder, (reading, 0..reading.text().len()), message, help);
        }
        // One of the first level has been refused, and stands for one of the second.
        above = level.max(TITLE + 1);
    }
}

/// `repeated-title`: a heading as before, in the same part of the text.
pub(super) fn repeated(readings: &[Reading<'_>], findings: &mut Findings<'_>) {
    // The heading above each level; those of the first two stand below the page's title.
    let mut path: Vec<(u8, String)> = Vec::new();
    let mut seen: HashMap<(String, String), &Reading<'_>> = HashMap::new();
    for (level, reading) in headings(readings) {
        let words = plain(reading);
        path.retain(|(above, _)| *above < level && level > 2);
        let parent = path.last().map_or(String::new(), |(_, words)| words.clone());
        if level > 1 || !words.is_empty() {
            path.push((level, words.clone()));
        }
        if words.is_empty() {
            continue;
        }
        match seen.get(&(parent.clone(), words.clone())) {
            Some(first) => {
                let title = reading.text();
                let message = format!("`{title}` is the heading of another part already");
                let help =
                    "delete it if it is only the title of a sheet, or name it after what follows";
                let bytes = 0..title.len();
                findings.add(Code::RepeatedTitle, (reading, bytes), message, help);
                findings.related(first, 0..first.text().len(), "the first");
            }
            None => drop(seen.insert((parent, words), reading)),
        }
    }
}

/// The letters and digits of a heading, whatever their case.
fn plain(reading: &Reading<'_>) -> String {
    let words: Vec<&str> = (0..reading.words.len()).map(|index| reading.word(index)).collect();
    words.join(" ")
}
