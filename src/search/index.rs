//! The index of a site in one language, as files: the names of everything, which are read first; the
//! words, in shards where there are many; and the texts, of which only those are read that are shown.
//!
//! Which files there are follows from the number of documents alone. What is in them is made when
//! the first of them is asked for, so that an edit never waits for it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use serde::Serialize;

use super::document::{Document, Name};
use super::postings::Postings;
use crate::memo::Fingerprint;

/// Up to so many documents, all words stand in one file with the names.
const FEW: usize = 250;

/// How many documents there are for each shard of words: a shard has some 7 kB when compressed.
const FOR_EACH_SHARD: usize = 100;

/// How many documents' texts stand in one file.
const TEXTS: usize = 4;

/// The index of a site in one language.
pub struct Index {
    documents: Vec<Arc<Document>>,
    /// Stands for the documents.
    fingerprint: Fingerprint,
    files: OnceLock<BTreeMap<Part, Bytes>>,
}

/// A file of an index.
#[derive(Debug, Clone)]
pub struct IndexFile {
    index: Arc<Index>,
    part: Part,
}

/// Which file of an index it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Names,
    Words(usize),
    Texts(usize),
}

impl Index {
    /// The index of some documents. Of two that are as good an answer, the first is shown first.
    #[must_use]
    pub fn of(documents: Vec<Arc<Document>>) -> Arc<Self> {
        let fingerprint = Fingerprint::of(&documents);
        Arc::new(Self { documents, fingerprint, files: OnceLock::new() })
    }

    /// Its files.
    pub fn files(self: &Arc<Self>) -> impl Iterator<Item = IndexFile> {
        let words = (0..self.shards()).map(Part::Words);
        let texts = (0..self.documents.len().div_ceil(TEXTS)).map(Part::Texts);
        let parts = [Part::Names].into_iter().chain(words).chain(texts);
        parts.map(|part| IndexFile { index: Arc::clone(self), part })
    }

    /// How many files of words there are beside that of the names.
    fn shards(&self) -> usize {
        let count = self.documents.len();
        if count <= FEW { 0 } else { count.div_ceil(FOR_EACH_SHARD) }
    }

    fn make(&self) -> BTreeMap<Part, Bytes> {
        let postings = Postings::of(&self.documents);
        let mut shards = postings.shards(self.shards().max(1));
        let mut files = BTreeMap::new();
        let starts = shards.iter().map(|shard| shard.words.first().map_or("", |(word, _)| word));
        let starts: Vec<&str> = starts.collect();
        let only = if self.shards() == 0 { shards.pop() } else { None };
        let mut kinds: Vec<&str> = Vec::new();
        let documents = self.documents.iter().map(|document| entry(document, &mut kinds)).collect();
        let names = NamesFile {
            version: format!("{:x}", self.fingerprint.as_u128() >> 64),
            documents,
            kinds: &kinds,
            texts: TEXTS,
            starts: if only.is_some() { &[] } else { &starts },
            words: only.as_ref().map(|shard| &*shard.words),
        };
        files.insert(Part::Names, json(&names));
        for (number, shard) in shards.iter().enumerate() {
            files.insert(Part::Words(number), json(&shard.words));
        }
        for (number, documents) in self.documents.chunks(TEXTS).enumerate() {
            let texts: Vec<String> = documents.iter().map(|document| document.text()).collect();
            files.insert(Part::Texts(number), json(&texts));
        }
        files
    }
}

impl IndexFile {
    /// Where it stands in the folder of its index.
    #[must_use]
    pub fn name(&self) -> String {
        match self.part {
            Part::Names => "names.json".to_owned(),
            Part::Words(number) => format!("words/{number}.json"),
            Part::Texts(number) => format!("texts/{number}.json"),
        }
    }

    /// What is in it.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        let files = self.index.files.get_or_init(|| self.index.make());
        files.get(&self.part).expect("every part is made")
    }
}

impl PartialEq for IndexFile {
    fn eq(&self, other: &Self) -> bool {
        self.part == other.part && self.index.fingerprint == other.index.fingerprint
    }
}

impl Eq for IndexFile {}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut index = f.debug_struct("Index");
        index.field("documents", &self.documents.len()).finish_non_exhaustive()
    }
}

/// What the script reads first.
#[derive(Serialize)]
struct NamesFile<'a> {
    /// What the addresses of the other files end with, so that no old one is read with this.
    version: String,
    /// What can be found, the likelier answer first.
    documents: Vec<Entry<'a>>,
    /// What documents are, in the reader's language.
    kinds: &'a [&'a str],
    /// How many texts stand in a file.
    texts: usize,
    /// The first word of each shard; the last shards may have none.
    starts: &'a [&'a str],
    /// The words, where there is one shard only.
    words: Option<&'a [(&'a str, Vec<u32>)]>,
}

/// A document: its title, its address, the number of its kind, the language of its title if that is
/// not the reader's, and what else it is called, each with its language.
type Entry<'a> = (&'a str, &'a str, usize, &'a str, Vec<&'a str>);

fn entry<'a>(document: &'a Document, kinds: &mut Vec<&'a str>) -> Entry<'a> {
    let kind = kinds.iter().position(|known| *known == document.kind).unwrap_or_else(|| {
        kinds.push(&document.kind);
        kinds.len() - 1
    });
    let lang = |name: &'a Name| name.lang.as_deref().unwrap_or_default();
    let names = document.names.iter().flat_map(|name| [name.text.as_str(), lang(name)]);
    (&document.title.text, &document.url, kind, lang(&document.title), names.collect())
}

fn json(value: &impl Serialize) -> Bytes {
    serde_json::to_vec(value)
        .expect("texts and numbers are JSON, and memory can be written to")
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(title: &str, body: &str) -> Arc<Document> {
        Arc::new(Document {
            title: Name { text: title.to_owned(), lang: None },
            names: Vec::new(),
            kind: "Page".to_owned(),
            url: format!("{title}/"),
            headings: Vec::new(),
            summary: String::new(),
            facts: Vec::new(),
            body: body.to_owned(),
        })
    }

    fn read(index: &Arc<Index>, name: &str) -> serde_json::Value {
        let file = index.files().find(|file| file.name() == name).expect("there is such a file");
        serde_json::from_slice(file.bytes()).expect("it is JSON")
    }

    #[test]
    fn few_documents_are_one_file_and_their_texts() {
        let index = Index::of(vec![document("one", "Tea in Huế"), document("two", "Tea")]);
        let names: Vec<String> = index.files().map(|file| file.name()).collect();
        assert_eq!(names, ["names.json", "texts/0.json"]);
        let words = read(&index, "names.json")["words"].to_string();
        assert_eq!(words, r#"[["hue",[2]],["in",[2]],["tea",[2,4]]]"#);
        assert_eq!(read(&index, "texts/0.json").to_string(), r#"["Tea in Huế","Tea"]"#);
    }

    #[test]
    fn many_documents_are_in_shards_of_about_one_size() {
        let documents = (0..1000).map(|n| document(&format!("n{n}"), &format!("x{n} y{n} all")));
        let index = Index::of(documents.collect());
        let names = read(&index, "names.json");
        assert_eq!(names["starts"].as_array().map(Vec::len), Some(10));
        let mut words = Vec::new();
        for shard in 0..10 {
            let shard = read(&index, &format!("words/{shard}.json"));
            let shard = shard.as_array().expect("a shard is a list").clone();
            assert!(shard.len() < 400, "{}", shard.len());
            words.extend(shard.iter().map(|word| word[0].to_string()));
        }
        assert_eq!(words.len(), 2001);
        assert!(words.is_sorted());
    }

    #[test]
    fn every_file_that_is_named_is_made_whatever_is_in_the_documents() {
        let nothing = Index::of(Vec::new());
        assert!(nothing.files().all(|file| !file.bytes().is_empty()));
        let empty = Index::of((0..FEW + 1).map(|_| document("", "")).collect());
        assert!(empty.files().all(|file| !file.bytes().is_empty()));
    }
}
