//! `rules:` in `site.yaml`: how much each rule weighs.

use std::collections::BTreeMap;

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::diagnostic::{Code, Diagnostic, Level, Levels, Place, nearest};
use crate::values::SourcePath;

/// The rules with their sentences, and what may be said of each.
pub(super) fn schema(_: &mut SchemaGenerator) -> Schema {
    let rules = Code::RULES.iter().map(|rule| {
        let level = json!({ "description": rule.sentence(), "enum": Level::WORDS });
        (rule.name().to_owned(), level)
    });
    json_schema!({
        "title": "`RULE: LEVEL`",
        "type": "object",
        "properties": Value::Object(rules.collect::<Map<_, _>>()),
        "additionalProperties": false,
    })
}

/// Reads the levels; the key is the name of a rule, the value one of [`Level::WORDS`].
pub(super) fn read(
    written: &BTreeMap<String, String>,
    file: &SourcePath,
    diagnostics: &mut Vec<Diagnostic>,
) -> Levels {
    let mut levels = Levels::default();
    for (name, word) in written {
        let field = format!("rules.{name}");
        let rule = Code::from_name(name);
        let level = Level::from_word(word);
        if !rule.is_some_and(Code::is_rule) {
            diagnostics.push(no_rule(name, rule).at(Place::key(file, &*field)));
        } else if level.is_none() {
            let help = match nearest(word, Level::WORDS) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "a level is `off`, `note`, `warning` or `error`".to_owned(),
            };
            let message = format!("`{word}` is not a level");
            let remark = Diagnostic::new(Code::UnknownValue, message).help(help);
            diagnostics.push(remark.at(Place::value(file, field)));
        } else if let (Some(rule), Some(level)) = (rule, level) {
            levels.set(rule, level);
        }
    }
    levels
}

fn no_rule(name: &str, code: Option<Code>) -> Diagnostic {
    if let Some(code) = code {
        let message = format!("`{}` is a mistake and not a rule", code.name());
        let help = "take it out: what is a mistake has to be mended, and has no level";
        return Diagnostic::new(Code::UnknownKey, message).help(help);
    }
    let message = format!("no rule is called `{name}`");
    let remark = Diagnostic::new(Code::UnknownKey, message);
    match nearest(name, Code::RULES.iter().map(|rule| rule.name())) {
        Some(near) => remark.help(format!("did you mean `{near}`?")),
        None => remark.help("`jumelage explain` lists them, each with a sentence"),
    }
}
