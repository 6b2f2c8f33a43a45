//! Passages that stand in two places of a site, word for word.
//!
//! What a text says is reduced to a [`Trail`] when its file is decoded: a number for each word, and
//! marks, a choice of runs of words that two texts are sure to have in common if they share a
//! passage (winnowing; Schleimer, Wilkerson and Aiken, 2003). Trails are compared at each build,
//! in a time that grows with the marks and not with the pairs of texts.

use std::ops::Range;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::reading::Reading;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::SourcePath;

/// How many words in a row are told of. Shorter runs are the phrases of the field.
const SHORTEST: usize = 25;

/// How many words make a mark.
const RUN: usize = 12;

/// Of how many runs in a row one is a mark: a passage of [`SHORTEST`] words has one for sure.
const WINDOW: usize = SHORTEST - RUN + 1;

/// The words of a text, as far as they are needed to find them in another.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Trail {
    steps: Vec<Step>,
    /// The marks: what a run of words is, and its first word.
    marks: Vec<(u64, u32)>,
}

/// A word.
#[derive(Debug, Serialize, Deserialize)]
struct Step {
    /// Stands for its letters.
    word: u32,
    /// Its bytes in the file.
    place: Range<u32>,
}

impl Trail {
    /// Reduces a text. Headings and quotations may stand in several places.
    pub(super) fn of(readings: &[Reading<'_>]) -> Self {
        let mut trail = Self::default();
        for reading in readings.iter().filter(|reading| is_told(reading)) {
            trail.steps.extend(reading.words.iter().map(|word| {
                let place = reading.passage.place(word.clone());
                Step {
                    word: truncated(xxh3_64(&reading.lower.as_bytes()[word.clone()])),
                    place: offset(place.start)..offset(place.end),
                }
            }));
        }
        trail.mark();
        trail
    }

    /// Chooses the least run of each window.
    fn mark(&mut self) {
        let words: Vec<u8> = self.steps.iter().flat_map(|step| step.word.to_le_bytes()).collect();
        let runs: Vec<u64> = words.windows(4 * RUN).step_by(4).map(xxh3_64).collect();
        let mut least = 0;
        for last in 0..runs.len() {
            let first = (last + 1).saturating_sub(WINDOW);
            if least < first {
                least = (first..=last).min_by_key(|at| runs[*at]).unwrap_or(last);
            } else if runs[last] < runs[least] {
                least = last;
            }
            let (run, is_whole) = (runs[least], last + 1 >= WINDOW);
            // Words that are said over and over make one mark: each of them would meet all others.
            if is_whole && self.marks.last().is_none_or(|(last, _)| *last != run) {
                self.marks.push((run, offset(least)));
            }
        }
    }

    fn word(&self, index: usize) -> Option<u32> {
        self.steps.get(index).map(|step| step.word)
    }

    fn place(&self, file: &SourcePath, words: &Range<usize>) -> Place {
        let (first, last) = (&self.steps[words.start].place, &self.steps[words.end - 1].place);
        Place::bytes(file, first.start as usize..last.end as usize)
    }
}

fn is_told(reading: &Reading<'_>) -> bool {
    reading.is_own_prose() && !reading.is_heading()
}

/// A file is smaller than four gigabytes: larger ones are refused when they are read.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn truncated(hash: u64) -> u32 {
    u32::try_from(hash & u64::from(u32::MAX)).expect("the upper half has been taken away")
}

/// A mark that two texts have in common. Those of one passage follow one another.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Meeting {
    /// The later of the two texts.
    there: usize,
    /// The earlier.
    here: usize,
    /// How far apart the same words stand.
    shift: i64,
    /// The first word in the later text.
    word: usize,
}

/// `repeated-passage`: what stands in an earlier text already, or earlier in the same one.
#[must_use]
pub fn repeated(texts: &[(&SourcePath, &Trail)]) -> Vec<Diagnostic> {
    let mut last: Option<(usize, usize, i64, usize)> = None;
    let mut diagnostics = Vec::new();
    for Meeting { there, here, shift, word } in meetings(texts) {
        // Another mark of a passage that has been told of.
        if last
            .is_some_and(|(of, from, by, end)| (of, from, by) == (there, here, shift) && word < end)
        {
            continue;
        }
        let Some(other) = word.checked_add_signed(isize::try_from(-shift).unwrap_or(0)) else {
            continue;
        };
        let (file, trail) = texts[there];
        let (first_file, first) = texts[here];
        let (words, others) = passage_around((trail, word), (first, other));
        last = Some((there, here, shift, words.end));
        let overlaps = there == here && others.end > words.start;
        if words.len() < SHORTEST || overlaps {
            continue;
        }
        let message = format!("these {} words stand in `{first_file}` too", words.len());
        diagnostics.push(
            Diagnostic::new(Code::RepeatedPassage, message)
                .at(trail.place(file, &words))
                .related(first.place(first_file, &others), "the same words")
                .help("tell it in one place, and link to it from the other"),
        );
    }
    diagnostics
}

/// Where texts have a mark in common: each with the first text that has it.
fn meetings(texts: &[(&SourcePath, &Trail)]) -> Vec<Meeting> {
    let marks = |(text, (_, trail)): (usize, &(&SourcePath, &Trail))| {
        trail.marks.iter().map(move |(run, word)| (*run, text, *word)).collect::<Vec<_>>()
    };
    let mut marks: Vec<(u64, usize, u32)> = texts.iter().enumerate().flat_map(marks).collect();
    marks.par_sort_unstable();
    let mut meetings = Vec::new();
    for same in marks.chunk_by(|a, b| a.0 == b.0) {
        let [(_, here, first), others @ ..] = same else { continue };
        meetings.extend(others.iter().map(|(_, there, word)| Meeting {
            there: *there,
            here: *here,
            shift: i64::from(*word) - i64::from(*first),
            word: *word as usize,
        }));
    }
    meetings.par_sort_unstable();
    meetings
}

/// All the words around two places that are the same there.
fn passage_around(
    (trail, word): (&Trail, usize),
    (first, other): (&Trail, usize),
) -> (Range<usize>, Range<usize>) {
    let same = |a: usize, b: usize| trail.word(a).is_some() && trail.word(a) == first.word(b);
    let before = (1..=word.min(other)).take_while(|step| same(word - step, other - step)).count();
    let behind = (0..).take_while(|step| same(word + step, other + step)).count();
    (word - before..word + behind, other - before..other + behind)
}
