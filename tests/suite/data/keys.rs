//! Records have the keys that the files of their kind have. What they lack or have beyond that is
//! listed here, with the reason; so a key that is added to a kind cannot be forgotten here.

use std::collections::BTreeSet;

use jumelage::programme::Kind;
use jumelage::programme::schema::FileKind;
use serde_json::Value;

use super::{data_files, json, sites};
use crate::manual::examples::examples;
use crate::manual::validator::{follow, violations};

/// The kinds of content that have records.
const KINDS: [Kind; 8] = [
    Kind::City,
    Kind::Relationship,
    Kind::Event,
    Kind::Committee,
    Kind::Document,
    Kind::Organization,
    Kind::Area,
    Kind::Faq,
];

/// Keys of files that records do not have: of which kind (of all, if empty), and why.
const LEFT_OUT: [(&str, &str, &str); 13] = [
    ("", "draft", "what is a draft is not published"),
    ("", "publish_from", "nobody but the owner needs to know"),
    ("", "expires", "nobody but the owner needs to know"),
    ("", "review_by", "visitors do not see it either"),
    ("", "aliases", "former addresses are for browsers, which are led on"),
    ("", "pictures", "pictures are no data, and may belong to others"),
    ("", "contact", "mailboxes are for people, not for lists"),
    ("city", "relationship", "it is a record of its own"),
    ("city", "data_points", "notes for a comparison on one page, in the words of its guide"),
    ("committee", "meetings.next", "what is past depends on the day of reading: `list` has all"),
    ("committee", "meetings.past", "what is past depends on the day of reading: `list` has all"),
    ("faq", "order", "the records are in order"),
    ("faq", "folded", "it is about how a page looks"),
];

/// Keys of records that files do not have, and why.
const ADDED: [(&str, &str, &str); 9] = [
    ("", "id", "the name of the file"),
    ("", "page", "where the page is"),
    ("event", "delegation", "it is counted"),
    ("committee", "meetings.list", "as above"),
    ("organizations", "archived", "it can be archived from above"),
    ("faq", "questions.question", "a heading of the text"),
    ("faq", "questions.answer", "the text below it"),
    ("faq", "questions.id", "the anchor of the heading"),
    ("faq", "questions.page", "where the question is"),
];

#[test]
fn records_have_the_keys_of_their_files() {
    let built = examples().builds();
    let (mut left_out, mut added) = (Found::default(), Found::default());
    for kind in KINDS {
        let name = FileKind::Of(kind).name();
        let file = FileKind::Of(kind).schema();
        let in_files = keys(&file, &file, "");
        let published = json(&built, &format!("data/schema/1/{}.json", kind.folder()));
        let in_records = keys(&published, &published["properties"]["records"], "");
        assert!(in_records.len() > 2, "{name}: {in_records:?}");
        left_out.look(&LEFT_OUT, name, in_files.difference(&in_records));
        added.look(&ADDED, name, in_records.difference(&in_files));
    }
    assert_eq!(left_out.unknown, [""; 0], "no record tells these keys of files");
    assert_eq!(added.unknown, [""; 0], "no file has these keys of records");
    assert_eq!(
        (left_out.of_use.len(), added.of_use.len()),
        (LEFT_OUT.len(), ADDED.len()),
        "{left_out:?} {added:?}"
    );
}

/// What was found of a list of exceptions.
#[derive(Debug, Default)]
struct Found {
    unknown: Vec<String>,
    of_use: BTreeSet<usize>,
}

impl Found {
    fn look<'a>(
        &mut self,
        list: &[(&str, &str, &str)],
        kind: &str,
        keys: impl Iterator<Item = &'a String>,
    ) {
        for key in keys {
            let listed = list.iter().position(|(of, listed, _)| {
                let rest = key.strip_prefix(listed);
                let within = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
                (of.is_empty() || *of == kind) && within
            });
            match listed {
                Some(place) => drop(self.of_use.insert(place)),
                None => self.unknown.push(format!("{kind}: {key}")),
            }
        }
    }
}

/// The keys of what a schema describes, `history.date` for one within another. Lists and maps by id
/// do not count.
fn keys(root: &Value, schema: &Value, prefix: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    // Words are one value, in however many languages.
    if !schema.is_object() || schema["title"] == "words" {
        return found;
    }
    if let Some(reference) = schema["$ref"].as_str() {
        found.extend(keys(root, follow(root, reference), prefix));
    }
    for choice in schema["anyOf"].as_array().into_iter().flatten() {
        found.extend(keys(root, choice, prefix));
    }
    for within in ["items", "additionalProperties"] {
        found.extend(keys(root, &schema[within], prefix));
    }
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{prefix}{key}");
        found.extend(keys(root, value, &format!("{path}.")));
        found.insert(path);
    }
    found
}

#[test]
fn every_key_of_a_record_says_what_it_is() {
    let built = examples().builds();
    for path in data_files(&built).iter().filter(|path| path.starts_with("data/schema/")) {
        let schema = json(&built, path);
        let blocks = schema["$defs"].as_object().into_iter().flat_map(|defs| defs.values());
        for block in blocks.chain([&schema]) {
            for (key, property) in block["properties"].as_object().into_iter().flatten() {
                assert!(property["description"].is_string(), "{path}: `{key}`");
            }
        }
    }
}

#[test]
fn data_have_the_form_that_their_schemas_tell() {
    for (name, test) in sites() {
        let built = test.builds();
        let files = data_files(&built);
        let files: Vec<&&str> = files
            .iter()
            .filter(|path| path.ends_with(".json") && !path.starts_with("data/schema/"))
            .collect();
        assert!(files.len() > 4, "{name}: {files:?}");
        for path in files {
            let data = json(&built, path);
            let schema = data["$schema"].as_str().expect("each names its schema");
            let schema = closed(json(&built, &format!("data/{schema}")));
            assert_eq!(violations(&schema, &data), [""; 0], "{name}: {path}");
        }
    }
}

/// A schema that allows no key which it does not know.
fn closed(mut schema: Value) -> Value {
    fn close(schema: &mut Value) {
        match schema {
            Value::Object(keywords) => {
                let is_block = keywords.get("properties").is_some_and(Value::is_object);
                keywords.values_mut().for_each(close);
                if is_block && keywords.contains_key("type") {
                    keywords.insert("additionalProperties".into(), false.into());
                }
            }
            Value::Array(items) => items.iter_mut().for_each(close),
            _ => {}
        }
    }
    close(&mut schema);
    schema
}
