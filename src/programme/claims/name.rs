//! Names in a text: words with capital letters, and what links lead to.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::sentence::Sentence;
use super::vocabulary::{Class, Word};
use crate::markdown::Passage;

/// How many names before a sentence are looked at, in how many sentences.
const BEFORE: (usize, usize) = (40, 24);

/// How many words before another a name is looked for.
const REACH: usize = 16;

/// Of whom a sentence speaks, as far as it says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Names {
    /// Names in the sentence itself.
    pub(super) here: Vec<String>,
    /// Names before it in the same passage, the nearest first.
    pub(super) before: Vec<String>,
    /// Whether it speaks of the one name in it, and of nothing else.
    pub(super) exact: bool,
}

impl Names {
    /// A name alone.
    pub(super) fn only(name: String) -> Self {
        Self { here: vec![name], before: Vec::new(), exact: true }
    }

    /// Of whom the last of some sentences speaks.
    pub(super) fn of(sentences: &[Sentence<'_>], passage: &Passage) -> Self {
        let mut sentences = sentences.iter().rev();
        let mut here = sentences.next().map_or_else(Vec::new, |last| names(last, passage));
        here.truncate(BEFORE.0);
        let before = sentences.take(BEFORE.1).flat_map(|sentence| {
            let mut names = names(sentence, passage);
            names.reverse();
            names
        });
        Self { here, before: before.take(BEFORE.0).collect(), exact: false }
    }
}

/// The names in a sentence. A link to a city is a name too.
fn names(sentence: &Sentence<'_>, passage: &Passage) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut index = 0;
    while index < sentence.tokens.len() {
        match run_at(sentence, index) {
            Some(run) => {
                names.push(sentence.words(run.clone()).to_owned());
                index = run.end;
            }
            None => index += 1,
        }
    }
    let span = sentence.span();
    let links = passage.links.iter().filter(|link| span.contains(&link.text.start));
    names.extend(links.filter_map(|link| city_of(&link.address)).map(str::to_owned));
    names
}

/// The id of the city that a link leads to.
fn city_of(address: &str) -> Option<&str> {
    let address = address.split('#').next()?;
    address.strip_prefix("city:").or_else(|| {
        let (_, file) = address.rsplit_once("cities/")?;
        file.strip_suffix(".md").or(file.strip_suffix('/'))
    })
}

/// The name that begins at a word.
pub(super) fn run_at(sentence: &Sentence<'_>, start: usize) -> Option<Range<usize>> {
    let is_name = |index: usize| {
        let token = sentence.tokens.get(index);
        token.is_some_and(|token| token.capital && !matches!(token.word, Word::Month(_)))
    };
    if !is_name(start) {
        return None;
    }
    let mut end = start + 1;
    loop {
        if sentence.tokens[end - 1].possessive {
            break;
        }
        // "San José de las Flores", "City of Galway", "Stratford upon Avon".
        let small = (end..end + 2).take_while(|index| is_small(sentence, *index)).count();
        match (0..=small).find(|skipped| is_name(end + skipped)) {
            Some(skipped) => end += skipped + 1,
            None => break,
        }
    }
    Some(start..end)
}

/// The name that ends before a word; with it, names before it that only commas part from it.
pub(super) fn runs_before(sentence: &Sentence<'_>, end: usize) -> Vec<String> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut index = end.saturating_sub(REACH);
    while index < end {
        match run_at(sentence, index) {
            Some(run) => {
                index = run.end;
                runs.push(run);
            }
            None => index += 1,
        }
    }
    let mut names = Vec::new();
    let mut next = end;
    for run in runs.into_iter().rev() {
        let between = &sentence.tokens[run.end.min(next)..next];
        if run.end > next || !between.iter().all(|token| token.word == Word::Mark(',')) {
            break;
        }
        next = run.start;
        names.push(sentence.words(run).to_owned());
    }
    names
}

/// A small word within a name.
fn is_small(sentence: &Sentence<'_>, index: usize) -> bool {
    let Some(token) = sentence.tokens.get(index) else { return false };
    let small = ["de", "del", "la", "las", "los", "le", "les", "du", "of", "upon", "an", "y"];
    matches!(token.word, Word::Known(Class::Of | Class::The) | Word::Other | Word::Number { .. })
        && small.contains(&&sentence.text[token.at.clone()])
}
