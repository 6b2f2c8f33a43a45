//! Lists of names and dates: entries of a list, or lines of a paragraph.

use std::ops::Range;

use super::count::standing_at;
use super::date::dates;
use super::name::run_at;
use super::sentence::Sentence;
use super::token::Token;
use super::vocabulary::{Class, Word};
use super::{Counted, Entry, List, Standing};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{Date, SourcePath};

/// How many entries make a list.
pub(super) const FEWEST: usize = 3;
/// A list with more entries than these is not looked through.
const MANY: usize = 200;

/// A line that may be an entry.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The name it begins with, if it is nothing but a name and a date.
    name: Option<String>,
    date: Option<Date>,
    /// Whether it says "established".
    is_established: bool,
    /// The bytes of the file.
    place: Range<usize>,
}

/// Reads a line as an entry: a name, a date, or a name and a date.
pub(super) fn line(sentence: &Sentence<'_>, place: Range<usize>) -> Option<Line> {
    let dates = dates(sentence);
    let end = sentence.tokens.iter().rposition(|token| !is_closing(token)).map_or(0, |at| at + 1);
    let (name, date) = match &dates[..] {
        [] => (name(sentence, end)?, None),
        [(at, date, next)] if *next >= end => (name(sentence, *at)?, Some(date.clone())),
        // "1982: the first journey": a line of a chronicle.
        [(0, date, next), ..] if sentence.tokens.get(*next).is_some_and(is_closing) => {
            return Some(Line {
                name: None,
                date: Some(date.clone()),
                is_established: false,
                place,
            });
        }
        _ => return None,
    };
    let is_established = sentence.has(Class::Established);
    Some(Line { name: Some(name), date, is_established, place })
}

fn is_closing(token: &Token) -> bool {
    matches!(token.word, Word::Mark(_) | Word::Stop)
}

/// The name that is all there is before a word, but for "established in" and the like.
fn name(sentence: &Sentence<'_>, end: usize) -> Option<String> {
    let (mut index, mut last) = (0, None);
    while index < end {
        if let Some(run) = run_at(sentence, index) {
            index = run.end;
            last = Some(index);
            continue;
        }
        let token = &sentence.tokens[index];
        let may_stand = matches!(
            token.word,
            Word::Mark(_)
                | Word::Known(
                    Class::Established | Class::Since | Class::In | Class::On | Class::Adverb
                )
        );
        if !may_stand {
            return None;
        }
        index += 1;
    }
    last.filter(|last| *last <= 10).map(|last| sentence.words(0..last).to_owned())
}

/// What the words over a list say of its entries.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Heading {
    standing: Option<Standing>,
    is_of_relationships: bool,
}

/// Reads the last sentence over a list.
pub(super) fn heading(sentence: &Sentence<'_>) -> Heading {
    let nouns = [Counted::Cities, Counted::Relationships].map(Class::Noun);
    let is_of_relationships = nouns.iter().any(|noun| sentence.has(*noun))
        || sentence.has(Class::Partners)
        || sentence.has(Class::Bond);
    let is_short = sentence.tokens.len() <= 4;
    if sentence.is_hearsay() || !is_of_relationships && !is_short {
        return Heading { standing: None, is_of_relationships };
    }
    let starts = 0..sentence.tokens.len();
    let mut found: Vec<Standing> = starts
        .filter_map(|start| {
            let is_inner = start > 0
                && (sentence.is(start - 1, Class::Not)
                    || sentence.is(start - 1, Class::Longer)
                    || sentence.is(start - 1, Class::Adverb));
            if is_inner { None } else { Some(standing_at(sentence, start)?.0) }
        })
        .collect();
    found.dedup();
    let standing = if let [standing] = found[..] { Some(standing) } else { None };
    Heading { standing, is_of_relationships }
}

/// What there is to say of the lines of a list: a claim, or that it is out of order.
pub(super) fn list(
    lines: Vec<Line>,
    heading: Heading,
    file: &SourcePath,
) -> (Option<List>, Vec<Diagnostic>) {
    let diagnostics = out_of_order(&lines, file);
    let is_of_relationships =
        heading.is_of_relationships || lines.iter().any(|line| line.is_established);
    let entries: Vec<Entry> = lines
        .into_iter()
        .filter_map(|line| Some(Entry { name: line.name?, date: line.date, place: line.place }))
        .collect();
    let says_something = heading.standing.is_some()
        || is_of_relationships && entries.iter().any(|entry| entry.date.is_some());
    let is_list = entries.len() >= FEWEST && says_something;
    let list = List { standing: heading.standing, is_of_relationships, entries };
    (is_list.then_some(list), diagnostics)
}

/// Entries that stand out of the order of time, where all but one or two are in it. What is in the
/// order of names does not claim another.
fn out_of_order(lines: &[Line], file: &SourcePath) -> Vec<Diagnostic> {
    let dated: Option<Vec<(&Line, &Date)>> =
        lines.iter().map(|line| Some((line, line.date.as_ref()?))).collect();
    let Some(dated) = dated.filter(|dated| (4..=MANY).contains(&dated.len())) else {
        return Vec::new();
    };
    let names: Option<Vec<&String>> = lines.iter().map(|line| line.name.as_ref()).collect();
    if names.is_some_and(|names| names.is_sorted_by_key(|name| name.to_lowercase())) {
        return Vec::new();
    }
    let upwards = exceptions(&dated, |a, b| a.earliest() <= b.latest());
    let downwards = exceptions(&dated, |a, b| a.latest() >= b.earliest());
    if upwards.is_empty() || downwards.is_empty() {
        return Vec::new();
    }
    let is_upwards = upwards.len() <= downwards.len();
    let exceptions = if is_upwards { upwards } else { downwards };
    // The shorter a list, the likelier is it in such an order by chance.
    let fewest = match (&exceptions[..], is_upwards) {
        ([only], true) if is_swapped(&dated, *only) => 4,
        ([only], false) if is_swapped(&dated, *only) => 5,
        ([_], _) => 6,
        ([_, _], _) => 8,
        _ => return Vec::new(),
    };
    if dated.len() < fewest {
        return Vec::new();
    }
    let remark = |at: usize| {
        let ((line, date), neighbour) =
            (dated[at], if at + 1 < dated.len() { at + 1 } else { at - 1 });
        let (other, side) = (dated[neighbour], if neighbour > at { "before" } else { "after" });
        Diagnostic::new(
            Code::ListOrder,
            format!(
                "the list is in the order of time, but `{}` stands {side} `{}`",
                date.edtf(),
                other.1.edtf()
            ),
        )
        .at(Place::bytes(file, line.place.clone()))
        .related(Place::bytes(file, other.0.place.clone()), "its neighbour")
        .help("move it to its place; a list that is made with `{directory}` is always in order")
    };
    exceptions.into_iter().map(remark).collect()
}

/// Whether an entry and one beside it have only changed places.
fn is_swapped(dated: &[(&Line, &Date)], at: usize) -> bool {
    let days: Vec<_> = dated.iter().map(|(_, date)| date.earliest()).collect();
    let swapped_with = |other: usize| {
        let mut days = days.clone();
        days.swap(at, other);
        days.is_sorted() || days.is_sorted_by(|a, b| a >= b)
    };
    at + 1 < days.len() && swapped_with(at + 1) || at > 0 && swapped_with(at - 1)
}

/// The entries outside of the longest run that is in order.
fn exceptions(dated: &[(&Line, &Date)], may_follow: impl Fn(&Date, &Date) -> bool) -> Vec<usize> {
    let mut longest: Vec<(usize, Option<usize>)> = Vec::with_capacity(dated.len());
    for (index, (_, date)) in dated.iter().enumerate() {
        let before = (0..index).filter(|before| may_follow(dated[*before].1, date));
        // Of two that are as good, the later: what stands too early is the exception.
        let best = before.max_by_key(|before| longest[*before].0);
        longest.push((best.map_or(1, |best| longest[best].0 + 1), best));
    }
    let mut next = (0..dated.len()).max_by_key(|index| longest[*index].0);
    let mut kept = vec![false; dated.len()];
    while let Some(index) = next {
        kept[index] = true;
        next = longest[index].1;
    }
    (0..dated.len()).filter(|index| !kept[*index]).collect()
}

/// Whether some lines of a paragraph are entries of a list, which run of them.
pub(super) fn runs(lines: &[Option<Line>]) -> Vec<Range<usize>> {
    let is_entry = |line: &Option<Line>| line.as_ref().is_some_and(|line| line.date.is_some());
    let (mut runs, mut start) = (Vec::new(), 0);
    for index in 0..=lines.len() {
        if index < lines.len() && is_entry(&lines[index]) {
            continue;
        }
        if index - start >= FEWEST {
            runs.push(start..index);
        }
        start = index + 1;
    }
    runs
}
