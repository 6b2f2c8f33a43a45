//! The manual's page about the contract with themes is made from the program's own tables.

use std::collections::BTreeMap;
use std::fs;

use jumelage::emit::CONTRACT;
use jumelage::source::Sources;
use jumelage::theme::{
    Choice, Description, Entry, FILTERS, Field, Form, Given, built_in_text, catalogue, portray,
};
use jumelage::values::SourcePath;

use crate::documents::is_current;
use crate::program::repository;

/// A page with what stands between its marks for a name replaced.
#[track_caller]
fn with_part(page: &str, name: &str, part: &str) -> String {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = page.split_once(&open).expect("the part has its marks");
    let (_, after) = rest.split_once(&close).expect("the part has its marks");
    format!("{before}{open}{part}{close}{after}")
}

/// What a field is, in a cell of a table; a view leads to its own fields.
fn form(form: &Form) -> String {
    let text = form.to_string();
    let mut cell = String::new();
    for (index, piece) in text.split('`').enumerate() {
        if index % 2 == 0 {
            cell.push_str(piece);
        } else {
            cell.push_str(&format!("[{piece}](#{})", piece.to_lowercase()));
        }
    }
    cell
}

fn variables(fields: &[Field]) -> String {
    let cell = |field: &Field| {
        let Field { name, form: it, about } = field;
        let about = if about.is_empty() { String::new() } else { format!(". {about}") };
        format!("`{name}`: {}{about}", form(it))
    };
    match fields {
        [] => "nothing more".to_owned(),
        fields => fields.iter().map(cell).collect::<Vec<_>>().join("<br>"),
    }
}

fn templates(contract: &Description) -> String {
    let mut rows = "| template | makes | is given |\n| --- | --- | --- |\n".to_owned();
    rows += &format!("| every one | | {} |\n", variables(&contract.common));
    for Given { template, makes, variables: given } in &contract.templates {
        rows += &format!("| `{template}` | {makes} | {} |\n", variables(given));
    }
    rows + "\nWhat makes a part of a text, in `blocks/`, is not given `page`.\n"
}

fn views(contract: &Description) -> String {
    let mut text = String::new();
    for view in &contract.views {
        text += &format!("\n### {}\n\n{}\n\n", view.name, view.about);
        text += "| field | is | |\n| --- | --- | --- |\n";
        for Field { name, form: it, about } in &view.fields {
            text += &format!("| `{name}` | {} | {about} |\n", form(it));
        }
    }
    text
}

fn filters() -> String {
    let mut rows = "| filter | | does |\n| --- | --- | --- |\n".to_owned();
    for filter in FILTERS {
        rows += &format!("| `{}` | `{}` | {} |\n", filter.name, filter.example, filter.about);
    }
    rows
}

fn settings() -> String {
    let mut rows =
        "| theme | setting | is | default | |\n| --- | --- | --- | --- | --- |\n".to_owned();
    let (sources, look, languages) = (Sources::default(), BTreeMap::new(), []);
    let file = SourcePath::new("content/site.yaml").expect("it is a path");
    for Entry { name, .. } in catalogue(&sources) {
        let choice = Choice { name: &name, look: &look, languages: &languages, file: &file };
        let portrait = portray(&sources, choice, &CONTRACT).value.expect("it is built in");
        for (setting, offered, _) in &portrait.settings {
            let kind = match offered.choices() {
                [] => offered.kind().as_str().to_owned(),
                choices => choices.join(", "),
            };
            let (default, about) = (offered.default_value(), offered.about());
            rows += &format!("| {name} | `{setting}` | {kind} | `{default}` | {about} |\n");
        }
    }
    rows
}

/// The words of civic, by the headings of its file.
fn words() -> String {
    let path = SourcePath::new("themes/civic/strings/en.ftl").expect("it is a path");
    let file = built_in_text(&path).expect("it is built in");
    let mut headings = Vec::new();
    // A message is its first line and those that are indented.
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in file.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            headings.push((messages.len(), heading));
        } else if let Some((key, value)) = line.split_once('=')
            && line.starts_with(|c: char| c.is_ascii_alphabetic())
        {
            messages.push((key.trim().to_owned(), value.to_owned()));
        } else if let (true, Some((_, value))) = (line.starts_with(' '), messages.last_mut()) {
            value.push_str(line);
        }
    }
    let mut text = String::new();
    for (index, (from, heading)) in headings.iter().enumerate() {
        let to = headings.get(index + 1).map_or(messages.len(), |(to, _)| *to);
        let words = messages[*from..to].iter().map(|(key, value)| {
            let mut arguments: Vec<&str> = Vec::new();
            for argument in value.split('$').skip(1) {
                let end = argument.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
                let argument = &argument[..end.unwrap_or(argument.len())];
                if !arguments.contains(&argument) {
                    arguments.push(argument);
                }
            }
            match arguments.as_slice() {
                [] => format!("`{key}`"),
                arguments => format!("`{key}` ({})", arguments.join(", ")),
            }
        });
        let words: Vec<String> = words.collect();
        text += &format!("\n### {heading}\n\n{}\n", words.join(", "));
    }
    text
}

#[test]
fn the_manual_tells_the_contract_with_themes() {
    let path = "docs/themes/contract.md";
    let page = fs::read_to_string(repository().join(path)).expect("the page is there");
    let contract = CONTRACT.describe();
    let page = with_part(&page, "templates", &templates(&contract));
    let page = with_part(&page, "views", &views(&contract));
    let page = with_part(&page, "filters", &filters());
    let page = with_part(&page, "settings", &settings());
    is_current(path, &with_part(&page, "words", &words()));
}

#[test]
fn the_contract_says_of_everything_what_it_is() {
    let contract = CONTRACT.describe();
    for view in &contract.views {
        assert!(!view.about.is_empty(), "{}: say what it is", view.name);
        for field in &view.fields {
            let (view, name) = (&view.name, &field.name);
            assert!(!field.about.is_empty(), "{view}.{name}: say what it says");
            let form = field.form.to_string();
            assert!(!form.contains("anything"), "{view}.{name}: {form}");
            for named in form.split('`').skip(1).step_by(2) {
                let is_told = contract.views.iter().any(|view| view.name == named);
                assert!(is_told, "{view}.{name}: `{named}` is not told");
            }
        }
    }
}
