//! How many sister cities, countries, committees or delegations a text says that there are.
//!
//! Only what is said of the programme as a whole, as it is now: "we have seventeen sister cities in
//! thirteen countries", "our seven active relationships". Part of a whole, a time in the past, or a
//! condition that is not understood is no claim.

use std::ops::Range;

use super::date::date_at;
use super::name::{run_at, runs_before};
use super::sentence::Sentence;
use super::vocabulary::{Class, Word};
use super::{Count, Counted, Standing};
use crate::programme::event::EventKind;

/// A number and what it counts, and the words of it.
struct Phrase {
    noun: Counted,
    standing: Option<Standing>,
    /// Whether it speaks of others than those before.
    further: bool,
    end: usize,
}

/// What follows a phrase.
#[derive(Default)]
struct Tail {
    standing: Option<Standing>,
    since: Option<crate::values::Date>,
    place: Option<String>,
    /// "In thirteen countries": the number, and its words.
    countries: Option<(usize, Range<usize>)>,
}

/// Who has what is counted.
#[derive(Default)]
struct Subject {
    names: Vec<String>,
    /// Whether what is counted is itself what the sentence is about: "our nine sister cities are".
    leads: bool,
    direction: Option<EventKind>,
}

/// The counts of a sentence, each with its words.
pub(super) fn counts(sentence: &Sentence<'_>) -> Vec<(Range<usize>, Count)> {
    let mut counts = Vec::new();
    if sentence.is_hearsay() || sentence.class(0) == Some(Class::Limit) {
        return counts;
    }
    for index in 0..sentence.tokens.len() {
        let Some((number, in_words)) = number_at(sentence, index) else { continue };
        let count = |noun, words: &str, tail: &Tail, standing, subject: Subject| Count {
            number,
            in_words,
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            noun,
            standing,
            since: tail.since.clone().or_else(|| opening(sentence)),
            place: tail.place.clone(),
            direction: subject.direction,
            subject: subject.names,
        };
        let Some(phrase) = phrase_at(sentence, index + 1) else { continue };
        if phrase.noun == Counted::Countries {
            continue;
        }
        let Some(subject) = subject_before(sentence, index, phrase.noun) else { continue };
        let end = phrase.end;
        let says_more = subject.leads
            && matches!(sentence.class(end), Some(Class::Is | Class::Has | Class::Was));
        let tail = if says_more { Some(Tail::default()) } else { tail_at(sentence, end) };
        let Some(tail) = tail else { continue };
        let standing = phrase.standing.or(tail.standing);
        if phrase.further && standing.is_none() {
            continue;
        }
        if let Some((at, words)) = tail.countries.clone()
            && let Some((number, in_words)) = number_at(sentence, at)
        {
            let names = subject.names.clone();
            let subject = Subject { names, ..Subject::default() };
            let text = sentence.words(words.clone());
            let of = count(Counted::Countries, text, &tail, standing, subject);
            counts.push((sentence.bytes(words), Count { number, in_words, ..of }));
        }
        let words = index..phrase.end;
        let text = sentence.words(words.clone());
        counts.push((sentence.bytes(words), count(phrase.noun, text, &tail, standing, subject)));
    }
    counts
}

fn number_at(sentence: &Sentence<'_>, index: usize) -> Option<(u64, bool)> {
    match sentence.tokens.get(index)?.word {
        Word::Number { value: value @ 2..1000, in_words } => Some((value, in_words)),
        _ => None,
    }
}

/// "Since 1982 Cambridge has …".
fn opening(sentence: &Sentence<'_>) -> Option<crate::values::Date> {
    sentence.is(0, Class::Since).then(|| date_at(sentence, 1)).flatten().map(|(date, _)| date)
}

/// What a number counts: only words that are understood may stand between it and its noun.
fn phrase_at(sentence: &Sentence<'_>, start: usize) -> Option<Phrase> {
    let (mut standing, mut further, mut is_partner) = (None, false, false);
    let (mut noun, mut end) = (None, start);
    for index in start..start + 7 {
        match sentence.class(index) {
            Some(Class::Official | Class::Adverb) => {}
            Some(Class::Sister) => is_partner = true,
            Some(Class::City) if is_partner && noun.is_none() => {}
            Some(Class::Further) if noun.is_none() => further = true,
            Some(Class::Standing(how)) => standing = Some(how),
            Some(Class::Partners) if noun.is_none() => {
                is_partner = true;
                noun = Some(Counted::Cities);
            }
            Some(Class::Noun(counted)) if noun.is_none() => noun = Some(counted),
            // In some languages what is official, sisterly or active comes after the noun.
            _ => break,
        }
        end = index + 1;
    }
    let noun = noun.filter(|noun| *noun != Counted::Cities || is_partner)?;
    Some(Phrase { noun, standing, further, end })
}

/// Who has them, if that is the programme: "Cambridge has established", "there are", "our".
fn subject_before(sentence: &Sentence<'_>, number: usize, noun: Counted) -> Option<Subject> {
    let ours = |leads, names| Some(Subject { names, leads, direction: None });
    let last = sentence.before_adverbs(number)?;
    let of_delegations = noun == Counted::Delegations;
    if !of_delegations {
        if sentence.is(last, Class::Our) {
            return ours(true, Vec::new());
        }
        if sentence.tokens[last].possessive {
            return Some(runs_before(sentence, last + 1))
                .filter(|runs| !runs.is_empty())
                .and_then(|runs| ours(true, runs));
        }
        if sentence.is(last, Class::Is) {
            let before = sentence.before_adverbs(last)?;
            return sentence.is(before, Class::There).then(|| ours(false, Vec::new())).flatten();
        }
    }
    let (direction, has) = match sentence.class(last) {
        Some(Class::Has) if !of_delegations => (None, last),
        Some(Class::Formed | Class::Established) if !of_delegations => {
            (None, sentence.before_adverbs(last)?)
        }
        Some(Class::Sent) if of_delegations => {
            (Some(EventKind::DelegationOut), sentence.before_adverbs(last)?)
        }
        Some(Class::Welcomed) if of_delegations => {
            (Some(EventKind::DelegationIn), sentence.before_adverbs(last)?)
        }
        _ => return None,
    };
    if !sentence.is(has, Class::Has) {
        return None;
    }
    let subject = sentence.before_adverbs(has)?;
    let names = match sentence.class(subject) {
        Some(Class::We) => Vec::new(),
        Some(Class::City) if subject > 0 && sentence.is(subject - 1, Class::The) => Vec::new(),
        _ => runs_before(sentence, subject + usize::from(is_word(sentence, subject))),
    };
    let is_known = !names.is_empty() || !is_name(sentence, subject) && is_us(sentence, subject);
    is_known.then_some(Subject { names, leads: false, direction })
}

fn is_word(sentence: &Sentence<'_>, index: usize) -> bool {
    !matches!(sentence.tokens[index].word, Word::Mark(_))
}

fn is_name(sentence: &Sentence<'_>, index: usize) -> bool {
    run_at(sentence, index).is_some() && !sentence.is(index, Class::We)
}

fn is_us(sentence: &Sentence<'_>, index: usize) -> bool {
    matches!(sentence.class(index), Some(Class::We | Class::City))
}

/// What follows: the end of the sentence or of its part, or a condition that is understood.
fn tail_at(sentence: &Sentence<'_>, mut index: usize) -> Option<Tail> {
    let mut tail = Tail::default();
    loop {
        let Some(token) = sentence.tokens.get(index) else { return Some(tail) };
        match token.word {
            Word::Mark(',') => {
                // What comes after may be a condition still: "all in Italy", "most of them".
                let next = sentence.tokens.get(index + 1).map(|token| token.word);
                let is_done = matches!(
                    next,
                    None | Some(
                        Word::Number { .. }
                            | Word::Known(Class::And | Class::The | Class::We | Class::Adverb)
                    )
                );
                return is_done.then_some(tail);
            }
            Word::Mark(_) | Word::Known(Class::And) => return Some(tail),
            Word::Known(Class::Adverb) => index += 1,
            Word::Known(Class::Since) => {
                let (date, next) = date_at(sentence, index + 1)?;
                tail.since = Some(date);
                index = next;
            }
            Word::Known(Class::With) => {
                let phrase = phrase_at(sentence, index + 1)?;
                tail.standing =
                    Some(phrase.standing.filter(|_| phrase.noun == Counted::Relationships)?);
                index = phrase.end;
            }
            Word::Known(Class::Which) if sentence.is(index + 1, Class::Is) => {
                let (standing, next) = standing_at(sentence, index + 2)?;
                tail.standing = Some(standing);
                index = next;
            }
            Word::Known(Class::In | Class::To) => index = place_at(sentence, index, &mut tail)?,
            _ => return None,
        }
    }
}

/// Where they are: in so many countries, in one that is named, or in all the world.
fn place_at(sentence: &Sentence<'_>, index: usize, tail: &mut Tail) -> Option<usize> {
    let next = index + 1;
    if number_at(sentence, next).is_some() {
        let phrase = phrase_at(sentence, next + 1).filter(|p| p.noun == Counted::Countries)?;
        tail.countries = Some((next, next..phrase.end));
        return Some(phrase.end);
    }
    if sentence.is(next, Class::All) {
        return Some(next + 1);
    }
    let past_article = next + usize::from(sentence.is(next, Class::The));
    if sentence.is(past_article, Class::All) {
        return Some(past_article + 1);
    }
    let run = run_at(sentence, past_article)?;
    let end = run.end;
    if tail.place.replace(sentence.words(run).to_owned()).is_some() {
        return None;
    }
    Some(end)
}

/// "Not currently active", "paused", after "which are".
pub(super) fn standing_at(sentence: &Sentence<'_>, index: usize) -> Option<(Standing, usize)> {
    let mut index = sentence.past_adverbs(index);
    let is_negated = sentence.is(index, Class::Not);
    if is_negated {
        index += 1 + usize::from(sentence.is(index + 1, Class::Longer));
        index = sentence.past_adverbs(index);
    }
    if sentence.is(index, Class::On) && sentence.is(index + 1, Class::Hold) && !is_negated {
        return Some((Standing::Paused, index + 2));
    }
    let Some(Class::Standing(standing)) = sentence.class(index) else { return None };
    match (is_negated, standing) {
        (false, standing) => Some((standing, index + 1)),
        (true, Standing::Active) => Some((Standing::Inactive, index + 1)),
        (true, _) => None,
    }
}
