//! What templates may call: pure functions of what they are given.

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{Error, Filter, Kwargs, State, Tera, TeraResult, Value};

use super::Strings;
use crate::markdown::html::{escape, escape_into};

/// How the error begins of a string that the theme does not have; errors of the template engine
/// are text.
pub(super) const NO_STRING: &str = "no string is called";

/// A filter of this program's own.
#[derive(Debug)]
pub struct FilterContract {
    /// Its name.
    pub name: &'static str,
    /// How it is used.
    pub example: &'static str,
    /// What it does.
    pub about: &'static str,
    register: fn(&mut Tera, &Arc<Strings>),
}

/// The filters that templates have beside those of the template engine.
pub const FILTERS: &[FilterContract] = &[
    FilterContract {
        name: "t",
        example: r#"{{ "partners" | t(count=3) }}"#,
        about: "The string of the theme that has this name, in the page's language, with its arguments filled in.",
        register: |tera, strings| {
            let strings = Arc::clone(strings);
            tera.register_filter("t", move |key: &str, args: Kwargs, state: &State<'_>| {
                translate(&strings, key, &args, state)
            });
        },
    },
    FilterContract {
        name: "words",
        example: "{{ city.name | words }}",
        about: "The words of a `TextView` as HTML, marked with their language if that is not the page's. A text is printed as it is, and nothing as nothing.",
        register: |tera, _| tera.register_filter("words", Words),
    },
];

/// Adds the filters to the template engine.
pub(super) fn register(tera: &mut Tera, strings: &Arc<Strings>) {
    for filter in FILTERS {
        (filter.register)(tera, strings);
    }
}

/// `{{ "cities-count" | t(count=3) }}`: a string of the theme in the page's language.
fn translate(strings: &Strings, key: &str, args: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let language = state.get::<Value>("lang")?;
    let Some(language) = language.as_ref().and_then(Value::as_str) else {
        return Err(Error::message(
            "`t` does not know the page's language here: a component that uses it has `@lang` among its arguments",
        ));
    };
    let found = if args.iter().next().is_none() {
        strings.plain(language, key).cloned()
    } else {
        let text = strings.format(language, key, &fluent_args(args));
        text.map(|text| Value::normal_string(&text))
    };
    found.ok_or_else(|| {
        let given: Vec<String> = args.iter().map(|(name, _)| format!("`{name}`")).collect();
        let given = match given.as_slice() {
            [] => "without arguments".to_owned(),
            given => format!("with {}", given.join(", ")),
        };
        Error::message(format!(
            "{NO_STRING} `{key}` that can be used {given}: add it to `strings/en.ftl`"
        ))
    })
}

fn fluent_args(args: &Kwargs) -> FluentArgs<'static> {
    let mut fluent = FluentArgs::new();
    for (name, value) in args.iter() {
        let value = match (value.as_i64(), value.as_f64(), value.as_str()) {
            (Some(number), ..) => FluentValue::from(number),
            (None, Some(number), _) => FluentValue::from(number),
            (None, None, Some(text)) => FluentValue::from(text.to_owned()),
            (None, None, None) => FluentValue::from(value.to_string()),
        };
        fluent.set(name.to_string(), value);
    }
    fluent
}

/// `{{ city.name | words }}`: words as HTML, marked with their language if it is not the page's.
struct Words;

impl Filter<&Value, TeraResult<Value>> for Words {
    fn call(&self, words: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
        if words.is_undefined() {
            return Err(Error::message(
                "`words` is given something that is not there: look for a slip in the name of the field",
            ));
        }
        if words.is_none() {
            return Ok(Value::safe_string(""));
        }
        if let Some(text) = words.as_str() {
            return Ok(as_html(words, text));
        }
        let (mut said, mut lang, mut dir) = (None, None, "auto");
        // Words have three fields: to look at each is quicker than to look one up.
        for (name, value) in words.as_map().into_iter().flatten() {
            match (name.as_str(), value.as_str()) {
                (Some("text"), Some(text)) => said = Some((value, text)),
                (Some("lang"), tag) => lang = tag,
                (Some("dir"), Some(way)) => dir = way,
                _ => {}
            }
        }
        let Some((value, text)) = said else {
            return Err(Error::message("`words` is for words of a view, which have a `text`"));
        };
        let Some(lang) = lang else { return Ok(as_html(value, text)) };
        let mut html = format!("<span lang=\"{lang}\" dir=\"{dir}\">");
        escape_into(&mut html, text);
        html.push_str("</span>");
        Ok(Value::from(html))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// A text as HTML: mostly that is the value itself.
fn as_html(value: &Value, text: &str) -> Value {
    if text.contains(['&', '<', '>', '"', '\'']) {
        Value::from(escape(text))
    } else {
        value.clone()
    }
}
