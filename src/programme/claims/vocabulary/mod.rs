//! The words that claims are made of, in each language that has been looked at.
//!
//! Numbers and months are those of the language's own table of words. The others are here, since
//! they are about sister cities.

mod words;

use foldhash::{HashMap, HashMapExt};

use super::{Counted, Standing};
use crate::language::Lexicon;

/// What a word can mean in a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A number, in words or in digits.
    Number { value: u64, in_words: bool },
    /// A month, 1 to 12.
    Month(u8),
    /// A word with a part in claims.
    Known(Class),
    /// Any other word.
    Other,
    /// A sign between words.
    Mark(char),
    /// The end of a sentence.
    Stop,
}

/// The part that a word can have in a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// We.
    We,
    /// Our.
    Our,
    /// The, this.
    The,
    /// There.
    There,
    /// Has, have.
    Has,
    /// Been.
    Been,
    /// Is, are, remains.
    Is,
    /// Was, were.
    Was,
    /// Not, never.
    Not,
    /// The second word of "no longer".
    Longer,
    /// Now, officially: words that change nothing.
    Adverb,
    /// Formed: what one does with relationships.
    Formed,
    /// Sent: what one does with delegations that go.
    Sent,
    /// Welcomed: what one does with delegations that come.
    Welcomed,
    /// Official: a word before a noun that changes nothing.
    Official,
    /// Sister, twin: a word that makes partners of cities.
    Sister,
    /// City: one.
    City,
    /// Additional: others than those named before.
    Further,
    /// Previous.
    Previous,
    /// What is counted.
    Noun(Counted),
    /// What is counted, and is a partner by its name alone: `Partnerstädte`.
    Partners,
    /// The bond: relationship, partnership.
    Bond,
    /// A body, which may be established too.
    Body,
    /// How a relationship stands.
    Standing(Standing),
    /// It is taken up again.
    Resumed,
    /// Established.
    Established,
    /// Became.
    Became,
    /// Which, that.
    Which,
    /// With.
    With,
    /// In.
    In,
    /// On.
    On,
    /// Hold: paused, after "on".
    Hold,
    /// Of, between the parts of a date too.
    Of,
    /// To.
    To,
    /// And, or, but.
    And,
    /// All, total, world: after "in", everything.
    All,
    /// Since.
    Since,
    /// Because of, due to.
    Because,
    /// If, may: not said to be so.
    Perhaps,
    /// A sentence that begins so speaks of a part of time: after, during.
    Limit,
    /// Somebody else says so: according to, the overview.
    Reported,
}

/// The words of a language.
#[derive(Debug, Clone)]
pub(in crate::programme) struct Vocabulary {
    words: HashMap<Box<str>, Word>,
    /// For each letter that a word begins with, the lengths that there are, as bits. Most words of
    /// a text need not be looked up.
    lengths: [u64; 32],
    /// Whether months are written with a capital letter, as in English.
    months_have_capitals: bool,
    /// Whether the language has words besides numbers and months.
    is_known: bool,
}

impl Vocabulary {
    /// The words of the language of some words.
    #[must_use]
    pub(in crate::programme) fn of(lexicon: &Lexicon) -> Self {
        let mut months_have_capitals = true;
        let mut words: HashMap<Box<str>, Word> = HashMap::new();
        let known = words::of(lexicon.language().primary());
        for (class, list) in known {
            words.extend(list.iter().map(|word| (Box::from(*word), Word::Known(*class))));
        }
        for (month, name) in lexicon.months() {
            months_have_capitals &= name.starts_with(char::is_uppercase);
            words.insert(name.to_lowercase().into(), Word::Month(month));
        }
        let numbers = (2..).map_while(|value| Some((value, lexicon.number_in_words(value)?)));
        for (value, name) in numbers.filter(|(_, name)| !name.contains(' ')) {
            let name = name.to_lowercase().into_boxed_str();
            words.entry(name).or_insert(Word::Number { value, in_words: true });
        }
        let lengths = words.keys().fold([0; 32], |mut lengths: [u64; 32], word| {
            lengths[letter(word)] |= 1 << word.len().min(63);
            lengths
        });
        Self { words, lengths, months_have_capitals, is_known: !known.is_empty() }
    }

    /// Whether claims can be found in the language.
    #[must_use]
    pub(in crate::programme) fn is_known(&self) -> bool {
        self.is_known
    }

    /// What a word means; `lower` is room to work in.
    pub(super) fn word(&self, written: &str, lower: &mut String) -> Word {
        if written.as_bytes()[0].is_ascii_digit() {
            let value = written.parse().ok();
            return value.map_or(Word::Other, |value| Word::Number { value, in_words: false });
        }
        if self.lengths[letter(written)] & 1 << written.len().min(63) == 0 {
            return Word::Other;
        }
        lower.clear();
        if written.is_ascii() {
            lower.push_str(written);
            lower.make_ascii_lowercase();
        } else {
            lower.extend(written.chars().flat_map(char::to_lowercase));
        }
        match self.words.get(lower.as_str()).copied() {
            Some(Word::Month(_))
                if self.months_have_capitals && !written.starts_with(char::is_uppercase) =>
            {
                // "may" is not the month.
                Word::Known(Class::Perhaps)
            }
            word => word.unwrap_or(Word::Other),
        }
    }
}

/// Something that words beginning with the same letter share, whatever its case; letters beyond
/// ASCII share one.
fn letter(word: &str) -> usize {
    match word.as_bytes().first() {
        Some(first) if first.is_ascii_alphabetic() => usize::from(first & 31),
        _ => 0,
    }
}
