//! A text in words.

use std::ops::Range;

use super::vocabulary::{Vocabulary, Word};

/// A word or a mark.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub(super) at: Range<usize>,
    pub(super) word: Word,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// Whether it ends in `’s`, which is not among its bytes.
    pub(super) possessive: bool,
}

/// Parts a text into words and marks, in one pass.
pub(super) fn tokens(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut lower = String::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        if first == ' ' {
            start += 1;
        } else if first.is_alphanumeric() {
            let end = end_of_word(text, start + first.len_utf8());
            let word = vocabulary.word(&text[start..end], &mut lower);
            let (capital, possessive) = (first.is_uppercase(), is_possessive(&text[end..]));
            tokens.push(Token { at: start..end, word, capital, possessive });
            start = end;
            if possessive {
                start += text[end..].chars().take(2).map(char::len_utf8).sum::<usize>();
            }
        } else {
            let at = start..start + first.len_utf8();
            start = at.end;
            if let Some(word) = mark(text, at.start, first, tokens.last()) {
                tokens.push(Token { at, word, capital: false, possessive: false });
            }
        }
    }
    tokens
}

/// Where a word ends; hyphens within it belong to it.
fn end_of_word(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = from;
    loop {
        while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        }
        let mut rest = text[end..].chars();
        match rest.next() {
            Some(next) if next.is_alphanumeric() => end += next.len_utf8(),
            Some(hyphen @ ('-' | '\u{2010}' | '\u{2011}'))
                if rest.next().is_some_and(char::is_alphanumeric) =>
            {
                end += hyphen.len_utf8();
            }
            _ => return end,
        }
    }
}

fn is_possessive(rest: &str) -> bool {
    let mut rest = rest.chars();
    matches!(rest.next(), Some('\u{2019}' | '\''))
        && rest.next() == Some('s')
        && !rest.next().is_some_and(char::is_alphanumeric)
}

/// What a sign means between words; nothing where it means nothing.
fn mark(text: &str, start: usize, sign: char, before: Option<&Token>) -> Option<Word> {
    let rest = &text[start + sign.len_utf8()..];
    match sign {
        '\n' => {
            let line_is_done = text[..start].trim_end().ends_with(['.', '!', '?', ':', ';']);
            (line_is_done && begins_anew(rest)).then_some(Word::Stop)
        }
        ' ' | '\u{a0}' | '\t' | '\u{2019}' | '\'' | '"' | '\u{201c}' | '\u{201d}' => None,
        '.' | '!' | '?' | '\u{2026}' => {
            // "W. K. Kellogg" and "the U.S. Council" go on.
            let initial = before.is_some_and(|token| {
                token.at.end == start
                    && token.capital
                    && text[token.at.clone()].chars().count() == 1
            });
            (!initial && is_end(rest)).then_some(Word::Stop)
        }
        sign => Some(Word::Mark(sign)),
    }
}

/// Whether a sentence can end before this.
fn is_end(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['\u{201d}', '\u{2019}', '"', '\'', ')', ']']);
    rest.is_empty() || rest.starts_with(char::is_whitespace) && begins_anew(rest)
}

/// Whether a sentence can begin here.
fn begins_anew(rest: &str) -> bool {
    let first = rest.trim_start().chars().next();
    first.is_none_or(|first| !first.is_lowercase())
}
