//! What is published can be read back: a site that is made from nothing but another's data has the
//! same data, byte for byte. So no fact is lost on the way, and the keys mean what those of files do.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{data_files, json, records, sites};
use crate::site_test::{Built, SiteTest, site};

type Record = Map<String, Value>;

#[test]
fn a_site_made_from_the_data_has_the_same_data() {
    for (name, original) in sites() {
        let original = original.builds();
        let again = import(&original).builds_somehow();
        let files = data_files(&original);
        assert_eq!(files, data_files(&again), "{name}");
        for path in files {
            assert_eq!(original.file(path), again.file(path), "{name}: {path}");
        }
    }
}

/// Writes the files of a site from the data of another.
fn import(built: &Built) -> SiteTest {
    let mut test = site("").without("content/cities/home.md");
    test = test.with("content/site.yaml", &settings(&json(built, "data/cities.json")).to_string());
    let mut short: BTreeMap<String, Record> = BTreeMap::new();
    let mut guides: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in records(built, "relationships") {
        if let Some(progress) = record.get("progress") {
            guides.entry(text(&progress["guide"])).or_default().push(text(&progress["step"]));
        }
        let id = text(&record["id"]);
        let is_short = text(&record["page"]) == format!("cities/{id}/");
        let mut facts = relationship(record);
        if is_short {
            facts.remove("parties");
            short.insert(id, facts);
        } else {
            test = test.with(&format!("content/relationships/{id}.md"), &front(facts, ""));
        }
    }
    for (guide, steps) in guides {
        let steps: String = steps.iter().map(|step| format!("## Step {{#{step}}}\n\n")).collect();
        let facts = object(json!({ "title": "A guide" }));
        test = test.with(&format!("content/guides/{guide}.md"), &front(facts, &steps));
    }
    for record in records(built, "cities") {
        let (id, mut facts) = thing(record);
        if let Some(bond) = short.remove(&id) {
            facts.insert("relationship".into(), Value::Object(bond));
        }
        test = test.with(&format!("content/cities/{id}.md"), &front(facts, ""));
    }
    assert!(short.is_empty(), "each belongs to a city: {short:?}");
    for record in records(built, "events") {
        let (id, mut facts) = thing(record);
        facts.remove("delegation");
        known_or_unknown(&mut facts, "date");
        test = test.with(&format!("content/events/{id}.md"), &front(facts, ""));
    }
    for record in records(built, "committees") {
        let (id, mut facts) = thing(record);
        if let Some(Value::Object(meetings)) = facts.get_mut("meetings")
            && let Some(list) = meetings.remove("list")
        {
            meetings.insert("past".into(), list);
        }
        test = test.with(&format!("content/committees/{id}.md"), &front(facts, ""));
    }
    for (order, record) in records(built, "faq").into_iter().enumerate() {
        test = with_group(test, order, record);
    }
    for list in ["documents", "organizations", "areas"] {
        let mut entries = records(built, list);
        for entry in &mut entries {
            let entry = entry.as_object_mut().expect("a record is an object");
            entry.remove("page");
            if let Some(Value::String(file)) = entry.get_mut("file") {
                *file = file.trim_start_matches("files/").to_owned();
                test = test.with_bytes(&format!("content/files/{file}"), "%PDF");
            }
        }
        if !entries.is_empty() {
            test = test.with(&format!("content/{list}.yaml"), &Value::from(entries).to_string());
        }
    }
    test
}

/// The settings of a site, from what stands above the records.
fn settings(head: &Value) -> Value {
    let keys = [
        ("programme", "name"),
        ("language", "language"),
        ("languages", "languages"),
        ("home", "home"),
        ("url", "base_url"),
        ("licence", "data_licence"),
    ];
    let known = keys.into_iter().filter(|(from, _)| !head[from].is_null());
    let mut settings: Record =
        known.map(|(from, to)| (to.to_owned(), head[from].clone())).collect();
    if !settings.contains_key("home") {
        settings.insert("shape".into(), "register".into());
    }
    Value::Object(settings)
}

/// The facts of a relationship as its file tells them. What is not known has a word there.
fn relationship(record: Value) -> Record {
    let (_, mut facts) = thing(record);
    known_or_unknown(&mut facts, "established");
    let status = facts.remove("status").expect("each has one");
    let history = facts["history"].as_array_mut().expect("it is a list");
    match history.as_slice() {
        [only] if only.as_object().is_some_and(|change| change.len() == 1) => {
            assert_eq!(only["to"], status);
            facts.remove("history");
            facts.insert("status".into(), status);
        }
        _ => {
            for change in history {
                known_or_unknown(change.as_object_mut().expect("it is an object"), "date");
            }
        }
    }
    facts
}

/// A group of questions: what it knows of them stands above, the answers below.
fn with_group(mut test: SiteTest, order: usize, record: Value) -> SiteTest {
    let (id, mut facts) = thing(record);
    let Some(Value::Array(questions)) = facts.remove("questions") else {
        panic!("each group has questions, if none");
    };
    let mut known = Record::new();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for question in &questions {
        let keys = ["sources", "also", "audience", "related"];
        let told = keys.into_iter().filter(|key| !question[key].is_null());
        let told: Record = told.map(|key| (key.to_owned(), question[key].clone())).collect();
        let anchor = text(&question["id"]);
        for (language, title) in question["question"].as_object().expect("there are words") {
            let answer = question["answer"][language].as_str().unwrap_or_default();
            let part = format!(
                "## {} {{#{anchor}}}\n\n{}\n\n",
                markdown(title.as_str().expect("it is a text")),
                markdown(answer)
            );
            texts.entry(language.clone()).or_default().push_str(&part);
        }
        known.insert(anchor, Value::Object(told));
    }
    facts.insert("order".into(), order.into());
    facts.insert("questions".into(), Value::Object(known));
    let english = texts.remove("en").unwrap_or_default();
    test = test.with(&format!("content/faq/{id}.md"), &front(facts, &english));
    for (language, text) in texts {
        let path = format!("content/faq/{id}.{language}.md");
        test = test.with(&path, &front(Record::new(), &text));
    }
    test
}

/// A text that Markdown leaves as it is.
fn markdown(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if character.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// The id of a record, and its facts without what follows from where it stands.
fn thing(record: Value) -> (String, Record) {
    let mut facts = object(record);
    facts.remove("page");
    let id = facts.remove("id").expect("each has one");
    (text(&id), facts)
}

fn known_or_unknown(facts: &mut Record, key: &str) {
    facts.entry(key).or_insert_with(|| "unknown".into());
}

/// A file: facts, which may be written as JSON since that is YAML too, and prose.
fn front(facts: Record, prose: &str) -> String {
    format!("---\n{}\n---\n{prose}", Value::Object(facts))
}

fn object(value: Value) -> Record {
    match value {
        Value::Object(object) => object,
        other => panic!("{other} is no object"),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
