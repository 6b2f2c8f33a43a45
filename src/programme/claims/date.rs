//! Dates in words.

use super::sentence::Sentence;
use super::vocabulary::{Class, Word};
use crate::values::Date;

/// The date that begins at a word, and the word after it.
pub(super) fn date_at(sentence: &Sentence<'_>, index: usize) -> Option<(Date, usize)> {
    let word = |index: usize| sentence.tokens.get(index).map(|token| token.word);
    let past_of = |index: usize| index + usize::from(sentence.is(index, Class::Of));
    let past_comma = |index: usize| index + usize::from(word(index) == Some(Word::Mark(',')));
    let day = |index: usize| match word(index)? {
        Word::Number { value: day @ 1..=31, in_words: false } => Some(day),
        _ => None,
    };
    let year = |index: usize| match word(index)? {
        Word::Number { value: year @ 1000..=2999, in_words: false } => Some(year),
        _ => None,
    };
    let parsed = |written: String, next| Some((Date::parse(&written).ok()?, next));
    match word(index)? {
        Word::Month(month) => {
            let next = past_of(index + 1);
            if let Some(year) = year(next) {
                return parsed(format!("{year:04}-{month:02}"), next + 1);
            }
            let (day, next) = (day(next)?, past_of(past_comma(next + 1)));
            parsed(format!("{:04}-{month:02}-{day:02}", year(next)?), next + 1)
        }
        Word::Number { in_words: false, .. } => {
            if let Some(year) = year(index) {
                return parsed(format!("{year:04}"), index + 1);
            }
            let day = day(index)?;
            let dot = word(index + 1) == Some(Word::Mark('.'));
            let next = past_of(index + 1 + usize::from(dot));
            let Some(Word::Month(month)) = word(next) else { return None };
            let next = past_of(next + 1);
            parsed(format!("{:04}-{month:02}-{day:02}", year(next)?), next + 1)
        }
        Word::Other => {
            let written = &sentence.text[sentence.tokens[index].at.clone()];
            let is_iso = written.as_bytes()[0].is_ascii_digit() && written.contains('-');
            if is_iso { parsed(written.to_owned(), index + 1) } else { None }
        }
        _ => None,
    }
}

/// The dates of a sentence: the word each begins at, and the word after it.
pub(super) fn dates(sentence: &Sentence<'_>) -> Vec<(usize, Date, usize)> {
    let (mut dates, mut index) = (Vec::new(), 0);
    while index < sentence.tokens.len() {
        match date_at(sentence, index) {
            Some((date, next)) => {
                dates.push((index, date, next));
                index = next;
            }
            None => index += 1,
        }
    }
    dates
}

/// Since when something is said to be so.
pub(super) fn since(sentence: &Sentence<'_>) -> Option<Date> {
    let at = (0..sentence.tokens.len()).find(|index| sentence.is(*index, Class::Since))?;
    date_at(sentence, at + 1).map(|(date, _)| date)
}
