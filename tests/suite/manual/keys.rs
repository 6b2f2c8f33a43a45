//! The tables of keys in the pages about content, made from the schemas.

use std::fmt::Write as _;
use std::fs;

use jumelage::programme::schema::FileKind;
use serde_json::{Map, Value};

use super::pages;
use super::validator::follow;
use crate::documents::is_current;
use crate::program::repository;

/// The keys of one block, as a table, and what its keys lead to.
struct Tables<'a> {
    root: &'a Value,
    text: String,
    /// Blocks and lists of words that are still to be described: their names and schemas.
    waiting: Vec<(String, &'a Value)>,
    /// Where those that have been named are described.
    named: Vec<(&'a Value, String)>,
}

impl<'a> Tables<'a> {
    /// The table of a block's keys, without some, and below it all that they lead to, save what is
    /// described elsewhere.
    fn of(
        root: &'a Value,
        block: &'a Value,
        leave_out: &[String],
        elsewhere: &[(&'a Value, String)],
    ) -> Self {
        let named = elsewhere.to_vec();
        let mut tables = Self { root, text: String::new(), waiting: Vec::new(), named };
        tables.block("", block, leave_out);
        while !tables.waiting.is_empty() {
            let (name, schema) = tables.waiting.remove(0);
            if schema["properties"].is_object() {
                let _ = write!(tables.text, "\n### `{name}`\n\n");
                tables.block(&name, schema, &[]);
            } else {
                let _ = write!(tables.text, "\n### `{name}`\n\n{}", list_of(&words(schema)));
            }
        }
        tables
    }

    fn block(&mut self, name: &str, block: &'a Value, leave_out: &[String]) {
        self.text += "| key | needed | form | what it is |\n| --- | --- | --- | --- |\n";
        let keys = block["properties"].as_object().into_iter().flatten();
        for (key, property) in keys.filter(|(key, _)| !leave_out.contains(key)) {
            let needed = needed(block, key);
            let path = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
            let form = self.form(&path, property);
            let what = property["description"].as_str().unwrap_or_default().replace('|', "\\|");
            let _ = writeln!(self.text, "| `{key}` | {needed} | {form} | {what} |");
        }
    }

    /// How a value is written.
    fn form(&mut self, path: &str, schema: &'a Value) -> String {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.form(path, follow(self.root, reference));
        }
        if let Some(title) = schema["title"].as_str() {
            return title.to_owned();
        }
        if schema["properties"].is_object() {
            return format!("[block]({})", self.heading(path, schema));
        }
        if !words(schema).is_empty() {
            return format!("[word]({})", self.heading(path, schema));
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            let forms: Vec<String> = choices.iter().map(|choice| self.form(path, choice)).collect();
            return match forms.as_slice() {
                [one, many] if *many == format!("list: {one}") => format!("{one}, or a list"),
                forms => forms.join(", or "),
            };
        }
        match schema["type"].as_str() {
            Some("array") => format!("list: {}", self.form(path, &schema["items"])),
            Some("boolean") => "`true` or `false`".to_owned(),
            Some("integer" | "number") => "number".to_owned(),
            Some("object") if schema["additionalProperties"].is_object() => {
                format!("by id: {}", self.form(path, &schema["additionalProperties"]))
            }
            Some("string") => "text".to_owned(),
            _ => panic!("`{path}` has no form that the manual has a word for: {schema}"),
        }
    }

    /// The address of the heading below which a block or a list of words is described.
    fn heading(&mut self, path: &str, schema: &'a Value) -> String {
        if let Some((_, address)) = self.named.iter().find(|(known, _)| *known == schema) {
            return address.clone();
        }
        // As GitHub makes an anchor of a heading.
        let address = format!("#{}", path.replace('.', ""));
        self.named.push((schema, address.clone()));
        self.waiting.push((path.to_owned(), schema));
        address
    }
}

/// A closed list of words; a table, where there is something to say of them.
fn list_of(words: &[(&str, &str)]) -> String {
    if words.iter().all(|(_, says)| says.is_empty()) {
        let words: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
        return format!("One of {}.\n", words.join(", "));
    }
    let rows = words.iter().map(|(word, says)| format!("| `{word}` | {says} |\n"));
    format!("| word | says |\n| --- | --- |\n{}", rows.collect::<String>())
}

/// Whether a block needs a key: always, unless another key says something, or this or another.
fn needed(block: &Value, key: &str) -> String {
    let names = |block: &Value| -> Vec<String> {
        let names = block["required"].as_array().into_iter().flatten();
        names.filter_map(|name| Some(name.as_str()?.to_owned())).collect()
    };
    if names(block).iter().any(|name| name == key) {
        return "yes".to_owned();
    }
    let choices = block["anyOf"].as_array().map_or(&[][..], Vec::as_slice);
    let is_choice = |choice: &&Value| {
        choice["properties"].is_null() && names(choice).iter().any(|name| name == key)
    };
    if !choices.iter().any(|choice| is_choice(&choice)) {
        return String::new();
    }
    let others = choices.iter().filter(|choice| !is_choice(choice)).flat_map(|choice| {
        names(choice).into_iter().map(|name| match &choice["properties"][&name]["const"] {
            Value::Null => format!("or `{name}`"),
            Value::String(word) => format!("unless `{name}: {word}`"),
            value => format!("unless `{name}: {value}`"),
        })
    });
    format!("yes, {}", others.collect::<Vec<_>>().join(" "))
}

/// The words of a closed list, with what they say.
fn words(schema: &Value) -> Vec<(&str, &str)> {
    let documented = schema["oneOf"].as_array().into_iter().flatten();
    let documented = documented.filter_map(|word| {
        Some((word["const"].as_str()?, word["description"].as_str().unwrap_or_default()))
    });
    let bare = schema["oneOf"].as_array().into_iter().flatten().chain([schema]);
    let bare = bare.flat_map(|schema| schema["enum"].as_array().into_iter().flatten());
    documented.chain(bare.filter_map(|word| Some((word.as_str()?, "")))).collect()
}

/// The block that a file's schema is about: the whole file, or an entry of its list.
pub(super) fn block_of(schema: &Value) -> &Value {
    match schema["items"]["$ref"].as_str() {
        Some(reference) => follow(schema, reference),
        None => schema,
    }
}

/// The keys that every file with prose may have.
pub(super) fn common(schemas: &[(FileKind, Value)]) -> Map<String, Value> {
    let mut with_prose = schemas.iter().filter(|(kind, _)| kind.path().ends_with(".md"));
    let (_, first) = with_prose.next().expect("pages have prose");
    let mut common = first["properties"].as_object().expect("it has keys").clone();
    // Lists and overviews are made of summaries, so that each kind has its own.
    common.retain(|key, _| key != "summary");
    for (_, schema) in with_prose {
        common.retain(|key, property| schema["properties"].get(key.as_str()) == Some(property));
    }
    common
}

/// A page with another part between two marks.
pub(super) fn replace(page: &str, mark: &str, part: &str) -> String {
    let (begin, end) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let parts = page
        .split_once(&begin)
        .and_then(|(before, rest)| rest.split_once(&end).map(|(_, after)| (before, after)));
    let (before, after) = parts.unwrap_or_else(|| panic!("the page needs {begin}{end}"));
    format!("{before}{begin}{part}{end}{after}")
}

#[test]
fn the_manual_tells_the_keys_of_every_kind() {
    let schemas: Vec<_> = FileKind::all().map(|kind| (kind, kind.schema())).collect();
    let common = common(&schemas);
    let common_keys: Vec<String> = common.keys().cloned().collect();
    let (_, any) = schemas.iter().find(|(kind, _)| kind.path().ends_with(".md")).expect("pages");
    let others = any["properties"].as_object().expect("it has keys").keys();
    let others: Vec<String> = others.filter(|key| !common.contains_key(*key)).cloned().collect();
    let shared = Tables::of(any, any, &others, &[]);

    let path = "docs/content/README.md";
    let page = fs::read_to_string(repository().join(path)).expect("the page is there");
    is_current(path, &replace(&page, "common keys", &shared.text));

    let in_overview = |(schema, anchor): &(_, String)| (*schema, format!("README.md{anchor}"));
    let elsewhere: Vec<_> = shared.named.iter().map(in_overview).collect();
    for (kind, schema) in &schemas {
        let has_prose = kind.path().ends_with(".md");
        let leave_out = if has_prose { common_keys.as_slice() } else { &[] };
        let mut keys = Tables::of(schema, block_of(schema), leave_out, &elsewhere).text;
        if has_prose {
            keys += "\nBesides, there is [what every file may say](README.md#what-every-file-may-say).\n";
        }
        if let Some(translation) = kind.translation() {
            let words = translation["properties"].as_object().expect("it has keys").keys();
            let words: Vec<String> = words.map(|key| format!("`{key}`")).collect();
            keys += &format!(
                "A [translation](README.md#translations) may have {} and its own prose.\n",
                words.join(", ")
            );
        }
        let path = format!("docs/content/{}.md", kind.name());
        let page = fs::read_to_string(repository().join(&path))
            .unwrap_or_else(|_| panic!("{path}: write a page about `{}`", kind.path()));
        is_current(&path, &replace(&page, "keys", &keys));
    }
}

#[test]
fn every_page_about_content_is_about_a_kind_of_file() {
    for page in pages("docs/content") {
        let name = page.path.trim_start_matches("docs/content/").trim_end_matches(".md");
        assert!(
            name == "README" || FileKind::all().any(|kind| kind.name() == name),
            "{}: `jumelage schema` knows no `{name}`",
            page.path
        );
    }
}
