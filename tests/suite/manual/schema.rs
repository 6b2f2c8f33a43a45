//! What the schemas of files say is what the program does.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jumelage::config::SITE_FILE;
use jumelage::programme::schema::FileKind;
use jumelage::programme::section::Section;
use serde_json::{Value, json};

use super::examples::{example_files, examples};
use super::keys::common;
use super::validator::{follow, violations};
use crate::program::repository;

/// The schema of a file of `content/`, if it has facts.
fn schema_of(path: &str) -> Option<Value> {
    let (kind, is_translation) = kind_of(path)?;
    if is_translation { kind.translation() } else { Some(kind.schema()) }
}

/// What kind of file lies at a path, and whether it is a translation.
fn kind_of(path: &str) -> Option<(FileKind, bool)> {
    let (folder, name) = path.rsplit_once('/')?;
    let mut parts = name.split('.');
    let stem = format!("{folder}/{}", parts.next()?);
    let is_translation = parts.count() > 1;
    let kind = FileKind::all().find(|kind| match (kind, kind.path().strip_suffix("ID.md")) {
        (FileKind::Section, _) => {
            let words = stem.strip_prefix("content/").filter(|_| name.ends_with(".md"));
            words.and_then(Section::from_key).is_some()
        }
        (_, Some(folder)) => stem.starts_with(folder),
        (_, None) => kind.path().split('.').next() == Some(stem.as_str()),
    })?;
    Some((kind, is_translation))
}

/// What a file says, its prose left out.
fn facts(path: &str, text: &str) -> Value {
    let yaml = match text.strip_prefix("---\n") {
        Some(rest) => rest.split("\n---").next().expect("the first part is there"),
        None => text,
    };
    serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files below a folder, with their texts.
fn files_below(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            files_below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md" || extension == "yaml")
        {
            let text = fs::read_to_string(&path).expect("it is text");
            found.push((path.to_str().expect("it is UTF-8").to_owned(), text));
        }
    }
}

#[test]
fn every_file_of_the_sites_has_the_form_that_its_schema_tells() {
    let mut files = Vec::new();
    let root = repository();
    let others = fs::read_dir(root.join("tests/sites")).into_iter().flatten();
    let others = others.map(|entry| entry.expect("it can be listed").path());
    for site in [root.to_owned(), root.join("src/cli/starter")].into_iter().chain(others) {
        let mut found = Vec::new();
        files_below(&site.join("content"), &mut found);
        let inside = |path: &str| path[site.to_str().expect("it is UTF-8").len() + 1..].to_owned();
        files.extend(found.into_iter().map(|(path, text)| (inside(&path), text)));
    }
    files.extend(example_files());
    let mut looked_at = 0;
    for (path, text) in &files {
        let Some(schema) = schema_of(path) else { continue };
        assert_eq!(violations(&schema, &facts(path, text)), [""; 0], "{path}");
        looked_at += 1;
    }
    assert!(looked_at > 50, "most files of a site have a schema");
}

#[test]
fn a_misspelt_key_has_not_the_form_of_any_file() {
    for kind in FileKind::all() {
        for schema in [Some(kind.schema()), kind.translation()].into_iter().flatten() {
            let wrong = json!({ "contry": "IT" });
            let wrong = if schema["type"] == "array" { json!([wrong]) } else { wrong };
            let found = violations(&schema, &wrong);
            assert!(found.iter().any(|remark| remark.contains("contry: nothing is")), "{found:?}");
        }
    }
}

#[test]
fn every_key_says_what_it_is() {
    for kind in FileKind::all() {
        for schema in [Some(kind.schema()), kind.translation()].into_iter().flatten() {
            let blocks = schema["$defs"].as_object().into_iter().flat_map(|defs| defs.values());
            for block in blocks.chain([&schema]) {
                let keys = block["properties"].as_object().into_iter().flatten();
                for (key, property) in keys {
                    assert!(
                        property["description"].is_string(),
                        "{}: `{key}` needs a doc comment, for the manual and for editors",
                        kind.name()
                    );
                }
            }
        }
    }
}

/// A key of an example.
#[derive(Debug)]
struct Written {
    /// The name of the schema of the block it stands in.
    block: String,
    /// Where this block is.
    place: String,
    key: String,
    /// Whether its value has keys of its own.
    holds_blocks: bool,
}

/// Finds the keys of a value, as far as its schema knows them.
struct Search<'a> {
    root: &'a Value,
    found: Vec<Written>,
}

impl Search<'_> {
    fn look(&mut self, block: &str, schema: &Value, value: &Value, place: &str) {
        if let Some(reference) = schema["$ref"].as_str() {
            let block = reference.trim_start_matches("#/$defs/");
            return self.look(block, follow(self.root, reference), value, place);
        }
        for choice in schema["anyOf"].as_array().into_iter().flatten() {
            self.look(block, choice, value, place);
        }
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            self.look(block, &schema["items"], item, &format!("{place}/{index}"));
        }
        for (key, value) in value.as_object().into_iter().flatten() {
            let of_key = schema["properties"].get(key);
            if of_key.is_some() {
                let (block, place) = (block.to_owned(), place.to_owned());
                let holds_blocks = value.to_string().contains('{');
                self.found.push(Written { block, place, key: key.clone(), holds_blocks });
            }
            let any = &schema["additionalProperties"];
            self.look(block, of_key.unwrap_or(any), value, &format!("{place}/{key}"));
        }
    }
}

/// The keys of a file.
fn keys_of(kind: FileKind, schema: &Value, facts: &Value) -> Vec<Written> {
    let mut search = Search { root: schema, found: Vec::new() };
    search.look(kind.name(), schema, facts, "");
    search.found
}

#[test]
fn every_key_stands_in_an_example() {
    let mut shown = BTreeSet::new();
    for (path, text) in example_files() {
        let Some((kind, false)) = kind_of(&path) else { continue };
        let written = keys_of(kind, &kind.schema(), &facts(&path, &text));
        shown.extend(written.into_iter().map(|written| (written.block, written.key)));
    }
    let schemas: Vec<_> = FileKind::all().map(|kind| (kind, kind.schema())).collect();
    let common = common(&schemas);
    let mut missing = BTreeSet::new();
    for (kind, schema) in &schemas {
        let whole = (kind.name(), schema);
        let parts = schema["$defs"].as_object().into_iter().flatten();
        for (block, schema) in parts.map(|(name, part)| (name.as_str(), part)).chain([whole]) {
            for key in schema["properties"].as_object().into_iter().flat_map(serde_json::Map::keys)
            {
                let is_common = block == kind.name() && common.contains_key(key);
                let is_shown = match is_common {
                    true => shown.iter().any(|(_, shown)| shown == key),
                    false => shown.contains(&(block.to_owned(), key.clone())),
                };
                if !is_shown {
                    missing.insert(format!("{}: `{key}` of {block}", kind.name()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "show in the examples of docs/content/: {missing:#?}");
}

/// A value without a key of one of its blocks.
fn without(value: &Value, key: &Written) -> Value {
    let mut value = value.clone();
    let block = value.pointer_mut(&key.place).and_then(Value::as_object_mut);
    block.map(|block| block.shift_remove(&key.key));
    value
}

/// What remains of a value that has the form of its schema without as many of some keys as can be.
fn least<'a>(schema: &Value, facts: &Value, keys: impl Iterator<Item = &'a Written>) -> Value {
    keys.fold(facts.clone(), |facts, key| {
        let less = without(&facts, key);
        if violations(schema, &less).is_empty() { less } else { facts }
    })
}

/// What is said of the manual's site if one of its files says something else. Without a theme no
/// page is made, which would take most of the time.
fn said_of(path: &str, text: &str, facts: &Value) -> String {
    let yaml = serde_yaml::to_string(facts).expect("it was YAML");
    let prose = text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n"));
    let text = prose.map_or(yaml.clone(), |(_, prose)| format!("---\n{yaml}---\n{prose}"));
    let settings = example_files().into_iter().find(|(path, _)| path == SITE_FILE);
    let (_, settings) = settings.expect("the manual shows the settings");
    let unthemed = settings.replace("theme: civic", "theme: none");
    examples().with(SITE_FILE, &unthemed).with(path, &text).drawn()
}

#[test]
fn what_the_manual_says_is_needed_is_asked_for_and_nothing_else() {
    let asked_for = ["error[missing-key]", "error[too-few-parties]"];
    let mut disagreements = Vec::new();
    for (path, text) in example_files() {
        let Some((kind, false)) = kind_of(&path) else { continue };
        let (schema, facts) = (kind.schema(), facts(&path, &text));
        let keys = keys_of(kind, &schema, &facts);
        for key in &keys {
            let less = without(&facts, key);
            if !violations(&schema, &less).is_empty() {
                let said = said_of(&path, &text, &less);
                if !asked_for.iter().any(|code| said.contains(code)) {
                    disagreements.push(format!("{path}: {key:?} is not needed:\n{said}"));
                }
            }
        }
        // Once with all blocks, each without what it need not have, and once without the blocks.
        let leaves = keys.iter().rev().filter(|key| !key.holds_blocks);
        for least in [least(&schema, &facts, leaves), least(&schema, &facts, keys.iter().rev())] {
            let said = said_of(&path, &text, &least);
            if asked_for.iter().any(|code| said.contains(code)) {
                disagreements.push(format!("{path}: more is needed than {least}:\n{said}"));
            }
        }
    }
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}
