//! Whether a value has the form that a JSON Schema tells.
//!
//! It knows the keywords that our schemas use, and panics at any other, so that it cannot pass
//! something over. (A crate that knows all of them brings thirty others along.)

use regex_lite::Regex;
use serde_json::Value;

/// What is wrong with a value, each remark with its place.
pub(crate) fn violations(root: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Check { root, found: &mut found }.value(root, value, "");
    found
}

/// The schema that a `$ref` leads to.
pub(crate) fn follow<'a>(root: &'a Value, reference: &str) -> &'a Value {
    let pointer = reference.strip_prefix('#').expect("references stay in the schema");
    root.pointer(pointer).unwrap_or_else(|| panic!("`{reference}` leads nowhere"))
}

struct Check<'a> {
    root: &'a Value,
    found: &'a mut Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, schema: &Value, value: &Value, place: &str) {
        let keywords = match schema {
            Value::Bool(true) => return,
            Value::Bool(false) => {
                return self.found.push(format!("{place}: nothing is allowed here"));
            }
            Value::Object(keywords) => keywords,
            other => panic!("{other} is not a schema"),
        };
        for (keyword, wanted) in keywords {
            if !self.keyword(schema, keyword, wanted, value, place) {
                self.found.push(format!("{place}: {value} against {keyword} {wanted}"));
            }
        }
    }

    /// Whether a keyword is content; what lies deeper is told by itself.
    fn keyword(
        &mut self,
        schema: &Value,
        keyword: &str,
        wanted: &Value,
        value: &Value,
        place: &str,
    ) -> bool {
        match keyword {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let target = follow(self.root, text(wanted)).clone();
                self.value(&target, value, place);
                true
            }
            "type" => match wanted {
                Value::Array(types) => types.iter().any(|name| is_a(value, text(name))),
                name => is_a(value, text(name)),
            },
            "enum" => list(wanted).contains(value),
            "const" => wanted == value,
            "anyOf" => list(wanted).iter().any(|schema| self.accepts(schema, value)),
            "oneOf" => {
                list(wanted).iter().filter(|schema| self.accepts(schema, value)).count() == 1
            }
            "pattern" => value.as_str().is_none_or(|value| {
                Regex::new(text(wanted)).expect("the pattern is well-formed").is_match(value)
            }),
            "minLength" => value.as_str().is_none_or(|value| value.chars().count() >= size(wanted)),
            "minimum" => value.as_f64().is_none_or(|value| value >= number(wanted)),
            "maximum" => value.as_f64().is_none_or(|value| value <= number(wanted)),
            "maxItems" => {
                value.as_array().is_none_or(|items| Some(items.len() as u64) <= wanted.as_u64())
            }
            "minItems" => value.as_array().is_none_or(|items| items.len() >= size(wanted)),
            "minProperties" => value.as_object().is_none_or(|keys| keys.len() >= size(wanted)),
            "required" => value
                .as_object()
                .is_none_or(|keys| list(wanted).iter().all(|key| keys.contains_key(text(key)))),
            "properties" => {
                for (key, schema) in wanted.as_object().expect("keys with schemas") {
                    if let Some(value) = value.get(key) {
                        self.value(schema, value, &format!("{place}/{key}"));
                    }
                }
                true
            }
            "additionalProperties" => {
                let none = serde_json::Map::new();
                let known = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
                let keys = value.as_object().unwrap_or(&none).iter();
                for (key, value) in keys.filter(|(key, _)| !known.contains_key(*key)) {
                    self.value(wanted, value, &format!("{place}/{key}"));
                }
                true
            }
            "propertyNames" => {
                for key in value.as_object().into_iter().flat_map(serde_json::Map::keys) {
                    self.value(wanted, &Value::String(key.clone()), &format!("{place}/{key}"));
                }
                true
            }
            "prefixItems" => {
                let items = value.as_array().into_iter().flatten();
                for (schema, item) in list(wanted).iter().zip(items) {
                    self.value(schema, item, place);
                }
                true
            }
            "items" => {
                let known = schema.get("prefixItems").map_or(0, |prefix| list(prefix).len());
                let items = value.as_array().into_iter().flatten().enumerate();
                for (index, item) in items.skip(known) {
                    self.value(wanted, item, &format!("{place}[{index}]"));
                }
                true
            }
            other => panic!("the validator does not know `{other}`: teach it, or use another"),
        }
    }

    fn accepts(&self, schema: &Value, value: &Value) -> bool {
        let mut found = Vec::new();
        Check { root: self.root, found: &mut found }.value(schema, value, "");
        found.is_empty()
    }
}

fn is_a(value: &Value, name: &str) -> bool {
    match name {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("`{other}` is not a type of our schemas"),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn size(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a size")).expect("sizes are small")
}
