//! A sentence, and questions that one may ask of it.

use std::ops::Range;

use super::token::Token;
use super::vocabulary::{Class, Word};

/// A sentence of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence<'a> {
    /// The text that it stands in.
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

/// The parts of claims that a sentence has; most have none, and need not be looked at again.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parts {
    pub(super) number: bool,
    /// What is counted.
    pub(super) noun: bool,
    /// How something stands.
    pub(super) standing: bool,
    /// That something was established.
    pub(super) beginning: bool,
    /// That something went before.
    pub(super) previous: bool,
}

impl<'a> Sentence<'a> {
    /// The parts of claims that it has.
    pub(super) fn parts(&self) -> Parts {
        let mut parts = Parts::default();
        for token in self.tokens {
            match token.word {
                Word::Number { .. } => parts.number = true,
                Word::Known(Class::Noun(_) | Class::Partners) => parts.noun = true,
                Word::Known(Class::Standing(_) | Class::Hold | Class::Resumed) => {
                    parts.standing = true;
                }
                Word::Known(Class::Established | Class::Became) => parts.beginning = true,
                Word::Known(Class::Previous) => parts.previous = true,
                _ => {}
            }
        }
        parts
    }

    /// The sentences of a text.
    pub(super) fn all(text: &'a str, tokens: &'a [Token]) -> impl Iterator<Item = Self> {
        let sentences = tokens.split(|token| token.word == Word::Stop);
        sentences.filter(|tokens| !tokens.is_empty()).map(move |tokens| Self { text, tokens })
    }

    /// The part that a word has.
    pub(super) fn class(&self, index: usize) -> Option<Class> {
        match self.tokens.get(index)?.word {
            Word::Known(class) => Some(class),
            _ => None,
        }
    }

    pub(super) fn is(&self, index: usize, class: Class) -> bool {
        self.class(index) == Some(class)
    }

    pub(super) fn has(&self, class: Class) -> bool {
        self.tokens.iter().any(|token| token.word == Word::Known(class))
    }

    /// The word after some words that change nothing.
    pub(super) fn past_adverbs(&self, mut index: usize) -> usize {
        while self.is(index, Class::Adverb) {
            index += 1;
        }
        index
    }

    /// The word before some words that change nothing.
    pub(super) fn before_adverbs(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|index| !self.is(*index, Class::Adverb))
    }

    /// The bytes of some words.
    pub(super) fn bytes(&self, words: Range<usize>) -> Range<usize> {
        self.tokens[words.start].at.start..self.tokens[words.end - 1].at.end
    }

    /// Some words as they stand there.
    pub(super) fn words(&self, words: Range<usize>) -> &'a str {
        &self.text[self.bytes(words)]
    }

    /// All bytes of the sentence.
    pub(super) fn span(&self) -> Range<usize> {
        self.bytes(0..self.tokens.len())
    }

    /// Whether what it says is not said to be so, or by somebody else.
    pub(super) fn is_hearsay(&self) -> bool {
        self.has(Class::Perhaps) || self.has(Class::Reported)
    }
}
