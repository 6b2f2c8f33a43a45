//! What a sentence says of a relationship: how it stands, since when and why; when it was
//! established; how many delegations went before.

use std::ops::Range;

use super::count::standing_at;
use super::date::{date_at, dates, since};
use super::name::{Names, runs_before};
use super::sentence::Sentence;
use super::vocabulary::{Class, Word};
use super::{Before, Counted, Said, Standing};
use crate::values::Date;

/// How many numbers of a sentence are looked at, and how many dates after one it may be about.
const FEW: usize = 4;
/// How far apart the words of a claim may stand.
const REACH: usize = 12;

/// How a relationship stands, and the words that say it.
pub(super) fn said(
    sentence: &Sentence<'_>,
    names: impl FnOnce() -> Names,
) -> Option<(Range<usize>, Said)> {
    if sentence.is_hearsay() {
        return None;
    }
    let verb =
        |index: &usize| matches!(sentence.class(*index), Some(Class::Has | Class::Is | Class::Was));
    let mut verbs = (0..sentence.tokens.len()).filter(verb);
    let (verb, (standing, end, past), subject) = verbs.find_map(|verb| {
        let predicate = predicate(sentence, verb).filter(|(_, end, _)| is_all(sentence, *end))?;
        Some((verb, predicate, subject_before(sentence, verb)?))
    })?;
    let of = match subject {
        Subject::Bond => names(),
        Subject::Named(name) => Names::only(name),
    };
    let date = since(sentence).or_else(|| {
        let at = end + usize::from(matches!(sentence.class(end), Some(Class::In | Class::On)));
        date_at(sentence, at).map(|(date, _)| date)
    });
    let causes = causes(sentence, end);
    let said = Said { standing, since: date, past, causes, of };
    Some((sentence.bytes(verb..end), said))
}

/// "Has been paused", "is no longer active", "was dissolved".
fn predicate(sentence: &Sentence<'_>, verb: usize) -> Option<(Standing, usize, bool)> {
    let next = sentence.past_adverbs(verb + 1);
    match sentence.class(verb)? {
        Class::Has if sentence.is(next, Class::Been) => {
            let after = sentence.past_adverbs(next + 1);
            if sentence.is(after, Class::Resumed) {
                return Some((Standing::Active, after + 1, false));
            }
            standing_at(sentence, next + 1).map(|(standing, end)| (standing, end, false))
        }
        Class::Has if sentence.is(next, Class::Standing(Standing::Ended)) => {
            Some((Standing::Ended, next + 1, false))
        }
        Class::Has if sentence.is(next, Class::Resumed) => {
            Some((Standing::Active, next + 1, false))
        }
        Class::Is => standing_at(sentence, verb + 1).map(|(standing, end)| (standing, end, false)),
        Class::Was => {
            let (standing, end) = standing_at(sentence, verb + 1)?;
            (standing == Standing::Ended).then_some((standing, end, true))
        }
        _ => None,
    }
}

/// Whether the sentence, or this part of it, says no more than that: "active", not "active in the
/// arts".
fn is_all(sentence: &Sentence<'_>, end: usize) -> bool {
    let end = sentence.past_adverbs(end);
    match sentence.tokens.get(end).map(|token| token.word) {
        None | Some(Word::Mark(_)) => true,
        Some(Word::Known(Class::And | Class::Since | Class::Because)) => true,
        Some(Word::Known(Class::In | Class::On)) => date_at(sentence, end + 1).is_some(),
        Some(_) => false,
    }
}

enum Subject {
    /// The relationship.
    Bond,
    /// What may be a city.
    Named(String),
}

/// Of what something is said: of the relationship, or of a name just before.
fn subject_before(sentence: &Sentence<'_>, verb: usize) -> Option<Subject> {
    if let Some(name) = sentence
        .before_adverbs(verb)
        .and_then(|last| runs_before(sentence, last + 1).into_iter().next_back())
    {
        let bond = bond_before(sentence, verb);
        return Some(bond.unwrap_or(Subject::Named(name)));
    }
    bond_before(sentence, verb)
}

/// "The official sister city relationship with Les Cayes", at the beginning of a sentence or of a
/// part of one; only what it is with may stand between it and the verb.
fn bond_before(sentence: &Sentence<'_>, verb: usize) -> Option<Subject> {
    let from = verb.saturating_sub(REACH);
    let bond = (from..verb).rev().find(|index| sentence.is(*index, Class::Bond))?;
    let may_follow = |index: usize| {
        let token = &sentence.tokens[index];
        let is_small = matches!(
            token.word,
            Word::Mark(',')
                | Word::Number { .. }
                | Word::Known(
                    Class::With
                        | Class::Of
                        | Class::In
                        | Class::And
                        | Class::The
                        | Class::Our
                        | Class::City
                        | Class::Noun(Counted::Cities)
                        | Class::Limit
                        | Class::Adverb
                        | Class::Was
                        | Class::Is
                        | Class::Has
                        | Class::Been
                )
        );
        token.capital || is_small
    };
    if sentence.tokens[bond].possessive || !(bond + 1..verb).all(may_follow) {
        return None;
    }
    let is_of_it = |index: &usize| {
        matches!(
            sentence.class(*index),
            Some(Class::Official | Class::Sister | Class::City | Class::Standing(_))
        )
    };
    let article = (0..bond).rev().find(|index| !is_of_it(index))?;
    let is_definite = matches!(sentence.class(article), Some(Class::The | Class::Our));
    let begins = article.checked_sub(1).is_none_or(|before| {
        matches!(
            sentence.tokens[before].word,
            Word::Mark(_) | Word::Number { .. } | Word::Known(Class::And | Class::Adverb)
        )
    });
    (is_definite && begins).then_some(Subject::Bond)
}

/// The reasons after "because of" and "due to", each by itself.
fn causes(sentence: &Sentence<'_>, from: usize) -> Vec<String> {
    let because = (from..sentence.tokens.len()).find(|at| sentence.is(*at, Class::Because));
    let Some(because) = because else { return Vec::new() };
    let first = because + 1;
    let first = first + usize::from(matches!(sentence.class(first), Some(Class::Of | Class::To)));
    let parts = sentence.tokens[first.min(sentence.tokens.len())..]
        .split(|token| matches!(token.word, Word::Mark(',' | ';') | Word::Known(Class::And)));
    let parts = parts.filter(|part| !part.is_empty());
    let words = parts.map(|part| {
        let bytes = part[0].at.start..part[part.len() - 1].at.end;
        sentence.text[bytes].split_whitespace().collect::<Vec<_>>().join(" ")
    });
    words.collect()
}

/// When a relationship was established: "established in March 1998", after the relationship or the
/// city; "became a sister city in 1997".
pub(super) fn established(
    sentence: &Sentence<'_>,
    names: impl Fn() -> Names,
) -> Option<(Range<usize>, Date, Names)> {
    if sentence.is_hearsay() {
        return None;
    }
    (0..sentence.tokens.len()).find_map(|index| match sentence.class(index)? {
        Class::Established => {
            let at = sentence.past_adverbs(index + 1);
            let at = at + usize::from(matches!(sentence.class(at), Some(Class::In | Class::On)));
            let (date, end) = date_at(sentence, at)?;
            let of = if bond_before(sentence, index).is_some() {
                names()
            } else {
                // A city itself was established long ago; a sister city says its month.
                let before = index.checked_sub(1)?;
                let at_name =
                    before + usize::from(!matches!(sentence.tokens[before].word, Word::Mark(_)));
                let name = runs_before(sentence, at_name).pop()?;
                let is_exact = date.precision() >= crate::values::date::Precision::Month;
                is_exact.then(|| Names::only(name))?
            };
            Some((sentence.bytes(at..end), date, of))
        }
        Class::Became => {
            let reach = index + 1..sentence.tokens.len().min(index + 5);
            let sister = reach.clone().find(|at| sentence.is(*at, Class::Sister))?;
            let reach = sister..sentence.tokens.len().min(sister + REACH);
            let at = reach.clone().find(|at| {
                matches!(sentence.class(*at), Some(Class::In | Class::On))
                    && date_at(sentence, at + 1).is_some()
            })?;
            let (date, end) = date_at(sentence, at + 1)?;
            Some((sentence.bytes(at + 1..end), date, names()))
        }
        _ => None,
    })
}

/// "The three previous delegations": how many, their words, and the date that is spoken of.
pub(super) fn before(
    sentence: &Sentence<'_>,
    context: Option<&Date>,
    names: impl Fn() -> Names,
) -> Vec<(Range<usize>, Before)> {
    let (mut found, mut dates) = (Vec::new(), None);
    let mut of = None;
    for index in 0..sentence.tokens.len() {
        if found.len() == FEW {
            break;
        }
        let Word::Number { value: number @ 2..1000, .. } = sentence.tokens[index].word else {
            continue;
        };
        let Some(words) = previous_delegations(sentence, index) else { continue };
        let dates = dates.get_or_insert_with(|| self::dates(sentence));
        let later = dates.partition_point(|(at, ..)| *at < index);
        let spoken_of: Vec<Date> = match later.checked_sub(1) {
            Some(earlier) => vec![dates[earlier].1.clone()],
            None => {
                let later = dates[later..].iter().take(FEW).map(|(_, date, _)| date.clone());
                context.cloned().into_iter().chain(later).collect()
            }
        };
        let text = sentence.words(words.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
        let of = of.get_or_insert_with(&names).clone();
        let before = Before { number, words: text, dates: spoken_of, of };
        found.push((sentence.bytes(words), before));
    }
    found
}

/// Only all that there were are a number to compare: "the", not "two of" or "some".
fn previous_delegations(sentence: &Sentence<'_>, number: usize) -> Option<Range<usize>> {
    let is_plain = |index: &usize| {
        matches!(sentence.class(*index), Some(Class::Official | Class::Sister | Class::City))
    };
    let noun = |from: usize| {
        let noun = (from..from + 4).find(|index| !is_plain(index))?;
        sentence.is(noun, Class::Noun(Counted::Delegations)).then_some(noun + 1)
    };
    let is_previous = |index: usize| sentence.is(index, Class::Previous);
    let words = if is_previous(number + 1) {
        number..noun(number + 2)?
    } else if number > 0 && is_previous(number - 1) {
        number - 1..noun(number + 1)?
    } else {
        // In some languages the previous ones are previous after the noun.
        let end = noun(number + 1).filter(|end| is_previous(*end))?;
        number..end + 1
    };
    let before = words.start.checked_sub(1)?;
    matches!(sentence.class(before), Some(Class::The | Class::Our)).then_some(words)
}
