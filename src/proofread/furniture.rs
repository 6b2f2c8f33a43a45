//! `page-furniture`: what belongs to the frame of a web page.

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::HashSet;
use memchr::memmem::Finder;

use super::reading::Reading;
use super::{Code, Findings};
use crate::markdown::PassageKind;

/// Whole lines, in small letters without signs around them.
const LINES: &[&str] = &[
    "add a comment",
    "all rights reserved",
    "back to page top",
    "back to the top",
    "back to top",
    "back to top of page",
    "comments are closed",
    "connect with us",
    "contact us",
    "follow us",
    "go to top",
    "here's how you know",
    "here’s how you know",
    "how can we help",
    "leave a comment",
    "leave a reply",
    "log in",
    "powered by",
    "print this page",
    "printer friendly version",
    "printer-friendly version",
    "report an issue",
    "return to the top",
    "return to top",
    "service requests",
    "share this",
    "share this page",
    "sign in",
    "skip navigation",
    "skip to content",
    "skip to main content",
    "spread the word",
    "terms of service",
    "terms of use",
    "top of page",
    "u.s. flag",
    // French, Spanish and German for the link to the top.
    "haut de page",
    "retour en haut",
    "retour en haut de page",
    "ir arriba",
    "volver arriba",
    "nach oben",
    "zum seitenanfang",
];

/// How lines begin.
const BEGINNINGS: &[&str] = &[
    "copyright ©",
    "copyright (c)",
    "enter a service request",
    "powered by ",
    "proudly powered by ",
];

/// What stands in a line that is about the site it was copied from.
static PARTS: LazyLock<[Finder<'static>; 3]> = LazyLock::new(|| {
    ["all rights reserved", "as much detail below", "through use of this site"].map(Finder::new)
});

/// Governments that a city's site does not speak for, behind [`OFFICIAL`] words of a banner.
const NATIONAL: &[&str] = &[
    "federal government",
    "gobierno de estados unidos",
    "gobierno de los estados unidos",
    "government of the united states",
    "u.s. government",
    "united states federal government",
    "united states government",
    "us government",
];

/// How the banner of a government begins.
const OFFICIAL: &[&str] = &[
    "official website of the ",
    "official web site of the ",
    "sitio oficial del ",
    "sitio web oficial del ",
];

/// What each of these has in it.
static IN_OFFICIAL: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("ficial "));

/// As many headings as a list must name to be a list of contents.
const FEWEST: usize = 3;

pub(super) fn of_page(readings: &[Reading<'_>], findings: &mut Findings<'_>) {
    for reading in readings.iter().filter(|reading| !reading.passage.quoted) {
        for line in reading.lines.iter().filter(|line| !line.is_empty()) {
            of_line(reading, line.clone(), findings);
        }
    }
    contents_by_hand(readings, findings);
}

fn of_line(reading: &Reading<'_>, line: Range<usize>, findings: &mut Findings<'_>) {
    let lower = &reading.lower[line.clone()];
    let words = &reading.text()[line.clone()];
    let national = has(&IN_OFFICIAL, lower)
        && OFFICIAL.iter().any(|official| {
            let government = lower.find(official).map(|at| &lower[at + official.len()..]);
            government
                .is_some_and(|rest| NATIONAL.iter().any(|national| rest.starts_with(national)))
        });
    if national {
        let message = "this claims to be an official website of a national government";
        let help = "delete it; the banner comes from `jurisdiction` in `content/site.yaml`";
        return findings.add(Code::PageFurniture, (reading, line), message, help);
    }
    if reading.is_heading() {
        return;
    }
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric() && c != '©');
    let is_copyright = bare.strip_prefix('©').is_some_and(|rest| {
        let year: String = rest.trim_start().chars().take(4).collect();
        year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
    });
    let known = LINES.contains(&bare)
        || is_copyright
        || BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        || PARTS.iter().any(|part| has(part, lower));
    if known {
        let short: String = words.chars().take(40).collect();
        let short = if short.len() < words.len() { format!("{short}…") } else { short };
        let message = format!("`{short}` belongs to the frame of a page");
        let help = "delete it; the theme makes what this site needs";
        findings.add(Code::PageFurniture, (reading, line), message, help);
    } else if is_row_of_names(reading, &line) {
        let message = "names with `|` between them are a menu whose links are lost";
        let help = "delete it, or make it a list of links: `- [Gaeta](city:gaeta)`";
        findings.add(Code::PageFurniture, (reading, line), message, help);
    }
}

fn has(part: &Finder<'_>, line: &str) -> bool {
    part.find(line.as_bytes()).is_some()
}

/// `Gaeta | Coimbra | Galway`, without a link.
fn is_row_of_names(reading: &Reading<'_>, line: &Range<usize>) -> bool {
    let words = &reading.lower[line.clone()];
    let is_text = matches!(reading.passage.kind, PassageKind::Paragraph | PassageKind::Item { .. });
    let parted = words.match_indices('|').filter(|(at, _)| {
        words[..*at].ends_with(super::reading::is_blank)
            && words[at + 1..].starts_with(super::reading::is_blank)
    });
    is_text && parted.count() >= 2 && !reading.is_linked(line)
}

/// A numbered list whose entries are the headings that follow, without links.
fn contents_by_hand(readings: &[Reading<'_>], findings: &mut Findings<'_>) {
    if readings.iter().all(|reading| numbered(reading).is_none()) {
        return;
    }
    let titles: HashSet<String> = readings
        .iter()
        .filter(|reading| {
            matches!(reading.passage.kind, PassageKind::Heading(_) | PassageKind::Paragraph)
                && reading.words.len() <= 30
        })
        .map(plain)
        .collect();
    let mut rest = readings;
    while let Some(first) = rest.iter().position(|reading| numbered(reading).is_some()) {
        let list = numbered(&rest[first]);
        let length = rest[first..].iter().take_while(|reading| numbered(reading) == list).count();
        let entries = &rest[first..first + length];
        let named = entries.iter().filter(|entry| titles.contains(&plain(entry))).count();
        let linked = entries.iter().any(|entry| !entry.passage.links.is_empty());
        if named >= FEWEST && 2 * named > length && !linked {
            let message = match length - named {
                0 => "this list of contents was made by hand".to_owned(),
                others => format!(
                    "this list of contents was made by hand; of its {length} entries, {others} \
                     cannot be found below"
                ),
            };
            let help = "delete it: the theme lists the headings, each with its link";
            let bytes = 0..entries[0].text().len();
            findings.add(Code::PageFurniture, (&entries[0], bytes), message, help);
        }
        rest = &rest[first + length..];
    }
}

fn numbered(reading: &Reading<'_>) -> Option<usize> {
    match reading.passage.kind {
        PassageKind::Item { ordered: true, list } => Some(list),
        _ => None,
    }
}

fn plain(reading: &Reading<'_>) -> String {
    let words: Vec<&str> = (0..reading.words.len()).map(|index| reading.word(index)).collect();
    words.join(" ")
}
