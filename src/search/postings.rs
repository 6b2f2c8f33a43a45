//! Which words stand in which documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};
use rayon::prelude::*;

use super::document::{Document, Field};
use super::fold::each_word;

/// The words of some documents in their order, each with where it stands.
pub(super) struct Postings {
    /// Of each word its documents, in their order, as `number of the document * 4 + field`.
    words: Words,
}

type Words = BTreeMap<Box<str>, Vec<u32>>;

impl Postings {
    pub(super) fn of(documents: &[Arc<Document>]) -> Self {
        // In as many parts as there are cores, and a few more; each is made by one of them.
        let parts = documents.len().div_ceil(rayon::current_num_threads() * 2).max(1);
        let parts: Vec<Words> = documents
            .par_chunks(parts)
            .enumerate()
            .map(|(part, documents)| words_of(documents, part * parts))
            .collect();
        let mut words = Words::new();
        for part in parts {
            if words.is_empty() {
                words = part;
                continue;
            }
            for (word, mut numbers) in part {
                words.entry(word).or_default().append(&mut numbers);
            }
        }
        Self { words }
    }

    /// Parts the words, in their order, into as many shards as are asked for, of about one size.
    pub(super) fn shards(&self, count: usize) -> Vec<Shard<'_>> {
        let whole: usize = self.words.iter().map(|(word, numbers)| weight(word, numbers)).sum();
        let mut shards = vec![Shard::default(); count];
        let mut before = 0;
        for (word, numbers) in &self.words {
            let shard = (before * count / whole.max(1)).min(count.saturating_sub(1));
            before += weight(word, numbers);
            shards[shard].words.push((word, differences(numbers)));
        }
        shards
    }
}

/// Some words that follow each other, as the script reads them.
#[derive(Debug, Clone, Default)]
pub(super) struct Shard<'a> {
    /// Each with where it stands: the first number as it is, then how far each is from that before.
    pub(super) words: Vec<(&'a str, Vec<u32>)>,
}

/// About how many bytes a word takes.
fn weight(word: &str, numbers: &[u32]) -> usize {
    word.len() + 4 * numbers.len() + 6
}

fn differences(numbers: &[u32]) -> Vec<u32> {
    let before = [0].into_iter().chain(numbers.iter().copied());
    numbers.iter().zip(before).map(|(number, before)| number - before).collect()
}

/// The words of some documents, of which the first has this number. They are looked up by their hashes,
/// and put into order at the end.
fn words_of(documents: &[Arc<Document>], first: usize) -> Words {
    let mut words: HashMap<Box<str>, Vec<u32>> = HashMap::new();
    for (number, document) in (first..).zip(documents) {
        let Ok(number) = u32::try_from(number) else { break };
        for (field, text) in document.fields() {
            each_word(text, |word| {
                let posting = number * 4 + weight_of(field);
                match words.get_mut(word) {
                    // What has most weight is told first, and stays.
                    Some(known) if known.last().is_some_and(|last| last / 4 == number) => {}
                    Some(known) => known.push(posting),
                    None => {
                        words.insert(word.into(), vec![posting]);
                    }
                }
            });
        }
    }
    words.into_iter().collect()
}

fn weight_of(field: Field) -> u32 {
    match field {
        Field::Heading => 0,
        Field::Fact => 1,
        Field::Body => 2,
    }
}
